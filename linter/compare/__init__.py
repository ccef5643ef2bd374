"""Two reports beside each other: what the second shares with the first, clause by clause."""

from linter.compare.comparison import Comparison, Shared, compare

__all__ = ["Comparison", "Shared", "compare"]
