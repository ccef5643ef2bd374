"""What a section must speak of: each topic by a heading with text under it, or in running text.

Phrases are matched on characters. A topic that is only named is not spoken of: a clause that lists the names,
a name with hardly a word beside it. A heading with nothing under it is another fault.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from linter.language.headings import RUN_IN_TOPIC
from linter.language.kept import kept
from linter.language.late import late
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed, Words
from linter.model.report import Report, Section, Sentence

_CLAUSE = late(r"[^，。；：！？,;:!?]+")
_NOT_SAID = late(r"[\W_]+")
_SAID = late(r"[^\W_]")
_FRONT = 40  # characters
_LEAD = ("", "在", "就", "关于", "对于", "是", "再看", "再说", "先看", "先说", "最后看", "最后说")
"""What may stand before a name for its clause to be about it: 在平台建设方面, 一是平台建设."""
_COUNTED = late(r"\d[条件次篇]")
"""What was done, in a few characters: 主动公开政府信息36条."""
_INDENT = 20
_LIKE = 75
"""How like (0 to 100) a heading's words must be to a name of the topic, if the outline knows none."""


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`kind` is the topic's in the outline. `names` name it; `strong` phrases say something of it wherever they
    stand in the section, `weak` ones only where the text stands under no other topic's heading."""

    kind: str
    zh: str
    en: str
    names: tuple[str, ...]
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class _Match(msgspec.Struct, frozen=True):
    """A phrase in a sentence: whose it is, of what sort (`name` `strong` `weak`), where it starts."""

    topic: Topic
    sort: str
    start: int


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """`section` must speak of each of `topics`. `least`: with how many letters and digits beside the topic's
    name. `nothing`: words that suffice beside it (无). `about`: words of sentences about the report itself, which
    speak of no topic."""

    section: str
    topics: tuple[Topic, ...]
    least: int = 6
    nothing: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on the section's heading for each topic it does not speak of."""
    section = report.section(options.section)
    if section is None:
        yield NotAssessed(Words("没有这一部分", "the section is missing"))
        return
    below = [
        one
        for one in report.sections
        if one.level > 1 and section.span.start <= one.span.start < section.span.end
    ]
    sentences = () if below else _sentences(report, options)
    if not below and all(_is_about_itself(report[one.span], options) for one in sentences):
        yield NotAssessed(Words("这一部分没有正文", "the section has no text"))
        return
    covered = {*_empty(report, below), *_under_headings(report, options, below, _naming(options))}
    if len(covered) < len(options.topics):
        wanted = {topic.kind for topic in options.topics} - covered
        covered |= _in_text(report, options, sentences or _sentences(report, options), wanted)
    if len(covered) < len(options.topics):
        strange = [one for one in below if one.kind is None and not _naming(options)(report[one.title])]
        covered.update(_under_headings(report, options, strange, _meaning(options)))
    for topic in options.topics:
        if topic.kind not in covered:
            yield Hit(section.heading, {"topic": Words(topic.zh, topic.en)})


def _sentences(report: Report, options: Options) -> Sequence[Sentence]:
    """The sentences of the section that are no headings."""
    titles = {one.title for one in report.sections}
    return [one for one in report.sentences if one.section == options.section and one.span not in titles]


def _under_headings(
    report: Report, options: Options, below: Sequence[Section], named: Callable[[str], frozenset[str]]
) -> set[str]:
    """The topics that headings name and that have text of their own under them. `named` tells which topics the
    words of a heading name; else the outline may know."""
    found = set[str]()
    for one in below:
        kinds = named(report[one.title])
        for topic in options.topics:
            kind = topic.kind
            if (kind == one.kind or kind in kinds) and kind not in found:
                found.update([kind] if _speaks(report[one.body], topic, options) else [])
    return found


def _empty(report: Report, below: Sequence[Section]) -> Iterator[str]:
    """The topics whose heading is there with nothing under it: another fault."""
    for one in below:
        if one.kind and not _SAID.search(report[one.body]) and RUN_IN_TOPIC.search(report[one.title]):
            yield one.kind


@lru_cache(maxsize=8)
def _naming(options: Options) -> Callable[[str], frozenset[str]]:
    """Tells the topics that the words of a heading name."""

    @kept(longest=60, most=1024)
    def named(title: str) -> frozenset[str]:
        return frozenset(one.kind for one in options.topics if any(name in title for name in one.names))

    return named


def _meaning(options: Options) -> Callable[[str], frozenset[str]]:
    """Tells the topics that the words of a heading may name mistyped."""
    from rapidfuzz.fuzz import partial_ratio  # 20 ms to import, seldom needed

    def meant(title: str) -> frozenset[str]:
        return frozenset(
            one.kind
            for one in options.topics
            if any(partial_ratio(name, title) >= _LIKE for name in one.names if len(name) <= len(title))
        )

    return meant


def _rest_of_paragraph(report: Report, start: int) -> str:
    """The paragraph from `start` on, if that is where it begins, or a line of it; else nothing."""
    document = report.document
    at = bisect_right(report.prose, start, key=lambda part: part.span.start) - 1
    part = report.prose[max(at, 0)].span
    source = document.source_offset(start)
    before = document.source[max(0, source - _INDENT) : source].rstrip(" \u3000")
    begins = start == part.start or before.endswith("\n")
    return document[Span(start, part.end)] if begins and start < part.end else ""


def _says(paragraph: str, topic: Topic, options: Options) -> bool:
    """Whether a paragraph that begins with a topic's name goes on about it."""
    return _speaks(paragraph, topic, options)


def _speaks(text: str, topic: Topic, options: Options) -> bool:
    """Whether the letters and digits of a text say more than the topic's name, if only that there was nothing, or how
    much."""
    cut = max(map(len, topic.names), default=0)  # of a name that is cut in two something stays
    if len(text) > _FRONT and len(_bare(text[:_FRONT], topic)) >= options.least + cut:
        return True
    bare = _bare(text, topic)
    return (
        len(bare) >= options.least
        or any(word in bare for word in options.nothing)
        or _COUNTED.search(bare) is not None
    )


def _bare(text: str, topic: Topic) -> str:
    """The letters and digits of a text without the topic's names."""
    said = _NOT_SAID.sub("", text)
    for name in topic.names:
        said = said.replace(name, "")
    return said


def _in_text(
    report: Report, options: Options, sentences: Sequence[Sentence], wanted: AbstractSet[str]
) -> set[str]:
    """The topics that running text speaks of; of others than those `wanted` not all are told."""
    matcher, meanings = _phrases(options)
    found: set[str] = set()
    for sentence in sentences:
        if wanted <= found:
            break
        text = report[sentence.span]
        matches = [_Match(*meanings[n], start) for n, start, _ in matcher.find_matches_as_indexes(text)]
        wants = any(one.topic.kind in wanted and one.topic.kind not in found for one in matches)
        if wants and not _is_about_itself(text, options):
            found.update(_spoken(text, sentence.topic, matches, options))
            first = matches[0]
            if first.sort == "name" and text[: first.start] in _LEAD and sentence.topic is None:
                rest = _rest_of_paragraph(report, sentence.span.start)
                found.update([first.topic.kind] if _says(rest, first.topic, options) else [])
    return found


def _is_about_itself(text: str, options: Options) -> bool:
    return any(word in text for word in options.about)


def _spoken(text: str, under: str | None, matches: Sequence[_Match], options: Options) -> Iterator[str]:
    """The topics that a sentence under the heading of topic `under` speaks of. If it names one topic only,
    all that it says counts, else what the name's clause says."""
    named = {one.topic.kind: one.topic for one in matches if one.sort == "name"}
    only = next(iter(named.values())) if len(named) == 1 else None
    enough = only is not None and _speaks(text, only, options)
    for clause, within in _by_clause(text, matches):
        names = {one.topic.kind: one.topic for one in within if one.sort == "name"}
        if len(names) > 1:
            continue
        full = {kind for kind, one in names.items() if enough or _speaks(clause[0], one, options)}
        for one in within:
            kind, own = one.topic.kind, under in (None, one.topic.kind)
            if one.sort == "name":
                if kind in full and (own or _leads(text[clause[1] : min(one.start, clause[1] + 8)])):
                    yield kind
            elif own or one.sort == "strong":
                yield kind


def _leads(before: str) -> bool:
    return before in _LEAD or (before.endswith("是") and len(before) <= 4)


def _by_clause(text: str, matches: Sequence[_Match]) -> Iterator[tuple[tuple[str, int], list[_Match]]]:
    """The clauses that hold matches: text and start of each, and its matches."""
    place = 0
    for clause in _CLAUSE.finditer(text):
        within = []
        while place < len(matches) and matches[place].start < clause.end():
            within.append(matches[place])
            place += 1
        if within:
            yield (clause[0], clause.start()), within


@lru_cache(maxsize=8)
def _phrases(options: Options) -> tuple[AhoCorasick, tuple[tuple[Topic, str], ...]]:
    """All phrases, the longest where they overlap, and what each means: its topic and its sort."""
    meanings: dict[str, tuple[Topic, str]] = {}
    for topic in options.topics:
        for sort, phrases in (("weak", topic.weak), ("strong", topic.strong), ("name", topic.names)):
            meanings.update(dict.fromkeys(phrases, (topic, sort)))
    return AhoCorasick(meanings, matchkind=MatchKind.LeftmostLongest), tuple(meanings.values())
