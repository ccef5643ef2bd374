"""Correct annual reports made from a seed, ways to wrap and encode them, and defects to plant in them."""

from tests.composing.houses import HOUSES
from tests.composing.lines import Line
from tests.composing.names import LEVELS
from tests.composing.report import Composed, compose

__all__ = ["HOUSES", "LEVELS", "Composed", "Line", "compose"]
