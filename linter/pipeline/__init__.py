"""The walk from files to results."""

from linter.pipeline.many import lint_all
from linter.pipeline.one import lint, lint_document
from linter.pipeline.setup import Setup, prepare

__all__ = ["Setup", "lint", "lint_all", "lint_document", "prepare"]
