"""A total and the parts it is broken down into: 共14条，其中甲2条，乙3条……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

import msgspec

from linter.language.breakdowns import Breakdown, Openers, breakdowns
from linter.model.finding import Confidence, Hit, Note, Words
from linter.model.report import Report

_PERSONS = frozenset("人名")
_MANY = 5


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a breakdown: `complete` ones say that nothing is left out, `closed` ones suggest it, `open`
    ones leave it open. A list with one of `spoilers` in it is not added up, and it ends before an item that
    `strangers` lead up to. `channels` and `fields` are two ways of dividing: labels of both in one list may
    overlap."""

    complete: tuple[str, ...]
    closed: tuple[str, ...]
    open: tuple[str, ...]
    spoilers: tuple[str, ...]
    strangers: tuple[str, ...]
    channels: tuple[str, ...]
    fields: tuple[str, ...]


def check(report: Report, options: Options) -> Iterator[Hit]:
    """Point at every total that its parts contradict: they exceed it, or a list that names them all falls
    short of it."""
