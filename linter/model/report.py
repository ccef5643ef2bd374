"""A document understood: title, sections, lists, the statutory tables, numbers with addresses."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

import msgspec

from linter.model.alike import Alike
from linter.model.document import Document, Span

SectionKind = Literal["overview", "disclosure", "requests", "disputes", "problems", "other"]
"""The six sections of the form, 一 to 六, by what they hold."""

TopicKind = Literal["active", "on-request", "management", "platform", "supervision"]
"""The five topics of section one: 主动公开 依申请公开 政府信息管理 平台建设 监督保障."""

CellState = Literal["number", "blank", "text", "unread"]


@dataclass(frozen=True, slots=True)
class Title:
    """The report's title. `unit` is the body's name without the names of upper levels (`parents`, top first);
    `level` one of 省 市 州 盟 县 区 县级市 旗 乡 民族乡 镇 街道 管委会 部门; None where the title does not say."""

    span: Span
    unit: str | None = None
    parents: tuple[str, ...] = ()
    level: str | None = None
    year: int | None = None
    unit_span: Span | None = None
    year_span: Span | None = None


class Section(msgspec.Struct, frozen=True, gc=False):
    """A heading and what stands under it, up to the next heading of its level or above.

    `level` 1 is 一、…六、, level 2 the topics, level 3 below. `span` is heading and text, `heading` the heading
    with its mark, `mark` the ordinal mark alone (None: no mark), `number` its value, `title` the heading's
    words, `body` the text under it. `run_in`: the text goes on in the heading's own paragraph. `kind` is the
    section of the form (level 1) or the topic (level 2, or below it under a heading of no
    topic) that the words name, whatever its number says."""

    span: Span
    level: int
    heading: Span
    mark: Span | None
    number: int | None
    title: Span
    body: Span
    run_in: bool = False
    kind: SectionKind | TopicKind | None = None


class Prose(msgspec.Struct, frozen=True, gc=False):
    """A paragraph of running text: no heading, no table. Of a run-in heading's paragraph it is what follows
    the heading. `last` says that it closes its block: a heading, a list mark, a table or the end comes next."""

    span: Span
    section: SectionKind | None
    topic: TopicKind | None
    last: bool = False


class Sentence(NamedTuple):
    """A stretch of prose up to and including 。！？ (or the end of its paragraph), and where it belongs."""

    span: Span
    section: SectionKind | None
    topic: TopicKind | None


class Item(msgspec.Struct, frozen=True, gc=False):
    """One item of a list: its mark, the mark's number, and the whole stretch from mark to the next mark."""

    mark: Span
    number: int
    span: Span


class Enumeration(msgspec.Struct, frozen=True, gc=False):
    """A list as the author counts it: marks of one style, in reading order, in one section.
    `style`: `一是` `第一` `首先` `（一）` `1.` `1、` `（1）` `①` `一、`; `inline`: marks within running text."""

    style: str
    items: tuple[Item, ...]
    section: SectionKind | None
    topic: TopicKind | None
    inline: bool = False


class Cell(msgspec.Struct, frozen=True, gc=False):
    """One cell of a statutory table, from `start` up to `end` of the text. `raw` is what stands there; `value` only
    where `state` is `number`. `unread` means that the reader could not tell which characters belong here: never a
    zero."""

    address: str
    start: int
    end: int
    raw: str
    state: CellState
    value: Decimal | None = None

    @property
    def span(self) -> Span:
        """Where it stands. Made when it is asked for: a report has two hundred cells."""
        return Span(self.start, self.end)


class CellMap(dict[str, Cell]):
    """Cells by address. Most of nearly every report's say 0: what several checks ask of the others is kept; no cell
    is put in or taken out any more then."""

    @cached_property
    def filled(self) -> tuple[Cell, ...]:
        """Those that hold something else than a bare 0, and those that were not read."""
        return tuple([one for one in self.values() if one.raw != "0" or one.value is None])

    @cached_property
    def amounts(self) -> Mapping[str, Decimal | None]:
        """By address, the numbers that are not zero; None where a cell holds no number."""
        return {one.address: one.value for one in self.filled if one.value != 0}


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """A statutory table (`t2`, `t3`, `t4`) that could not be read, where it should stand, and why."""

    table: str
    span: Span
    zh: str
    en: str


class Fact(NamedTuple):
    """A number the report states, by address: `text.received`. `value` None: the text speaks of it but
    gives no number that could be read."""

    address: str
    span: Span
    raw: str
    value: Decimal | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """Part of a report: `sections` by kind (also `title`, `lead`), `topics` by kind. Empty means all."""

    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Standing(NamedTuple):
    """Words that were looked for in a report's text all at once. `starts`: where the sentences begin that hold a
    word; `numbers`: by where it begins, the number of a sentence."""

    words: frozenset[str] = frozenset()
    starts: Mapping[str, AbstractSet[int]] = {}
    numbers: Mapping[int, int] = {}


_NONE_SOUGHT = Standing()


@dataclass(frozen=True, slots=True)
class Report:
    """A document understood. Tuples are in reading order. `names`: what the unit and its upper levels are called;
    `others`: names of units known to be others; `alike`: what it shares with other texts, where that was
    looked for; `standing`: words that checks need, looked for beforehand."""

    document: Document
    title: Title
    form: str | None
    lead: Span | None
    sections: tuple[Section, ...]
    prose: tuple[Prose, ...]
    sentences: tuple[Sentence, ...]
    lists: tuple[Enumeration, ...]
    cells: CellMap = field(default_factory=CellMap)
    unread: tuple[UnreadTable, ...] = ()
    facts: tuple[Fact, ...] = ()
    names: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    previous: "Report | None" = None
    alike: Alike | None = None
    standing: Standing = _NONE_SOUGHT

    def __getitem__(self, span: Span) -> str:
        return self.document.text[span.start : span.end]

    def section(self, kind: str) -> Section | None:
        """The first section of the form, or topic, of that kind."""
        return next((one for one in self.sections if one.kind == kind), None)

    def section_at(self, offset: int) -> tuple[Section, ...]:
        """The headings above `offset`, outermost first."""
        return tuple(
            one for one in self.sections if one.span.start <= offset < max(one.span.end, one.span.start + 1)
        )

    def within(self, where: Where) -> "Report":
        """The same report with prose, sentences, lists and facts of `where` only."""
        if not where.sections and not where.topics:
            return self

        def inside(one: Prose | Sentence | Enumeration) -> bool:
            return (not where.sections or (one.section or "lead") in where.sections) and (
                not where.topics or one.topic in where.topics
            )

        sentences = tuple([one for one in self.sentences if inside(one)])
        return replace(
            self,
            prose=tuple([one for one in self.prose if inside(one)]),
            sentences=sentences,
            lists=tuple([one for one in self.lists if inside(one)]),
            standing=self.standing._replace(numbers=numbered(sentences)),
        )


def numbered(sentences: Sequence[Sentence]) -> dict[int, int]:
    """By where it begins, the number of a sentence."""
    return {one.span.start: number for number, one in enumerate(sentences)}
