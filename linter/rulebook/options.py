"""What a rule's `options` must look like: each check module says so in its `Options`."""

import sys

import msgspec

from linter.checks import CHECKS


def options_type(check: str) -> type[msgspec.Struct]:
    """The `Options` beside the check of that name (a key of CHECKS)."""
    options: type[msgspec.Struct] = sys.modules[CHECKS[check].__module__].Options
    return options
