"""A total and the parts it is broken down into: 共14条，其中甲2条，乙3条……"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

import msgspec

from linter.language.quantities import Quantity, quantities
from linter.model.document import Span
from linter.model.finding import Confidence, Hit, Note, Words
from linter.model.report import Report, Sentence

_STOPS = "，,、；;。：:！？"
_OPENERS, _CLOSERS = "（(《“‘「", "）)》”’」"
_GAP = re.compile(r"[^，,；;。：:（(]{0,12}[，,：:（(；;]?[ \u3000]*")
_LONGEST = 30
_PERSONS = frozenset("人名")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a breakdown: `complete` ones say that nothing is left out, `closed` ones suggest it, `open`
    ones leave it open. `views` (从渠道看) open a whole breakdown even in the next sentence. With one of `spoilers`
    in it, or an item that begins or ends with one of `strangers`, a list is not added up. `channels` and
    `fields` are two ways of dividing: labels of both kinds in one list may overlap."""

    complete: tuple[str, ...]
    closed: tuple[str, ...]
    open: tuple[str, ...]
    views: tuple[str, ...]
    spoilers: tuple[str, ...]
    strangers: tuple[str, ...]
    channels: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A total with its items, and how sure the text is to name them all: 0 not, 1 likely, 2 certain."""

    total: Quantity
    items: tuple[Quantity, ...]
    labels: tuple[str, ...]
    whole: int
    tidy: bool
