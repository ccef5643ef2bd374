"""What a report says it consists of (由…六个部分组成), against the parts that it lists and those that it has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from linter.language.anchors import holding
from linter.language.headings import section_kind, topic_kind
from linter.language.kept import kept
from linter.language.late import late
from linter.language.marks import HAN, ordinal
from linter.language.ordinals import han
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Edit, Fix, Hit, Words
from linter.model.report import Report, Section

_COUNT = late(
    rf"(?<![第{HAN}\d])(?P<count>[{HAN}]{{1,2}}|\d{{1,2}})(?:(?:个|大)?(?P<parts>部分(?!公开))|(?:个|大)方面|项内容)"
)
_COMPOSED = late(r"(?:由|共|分|分为|有|包括|包含)$")
_VERB = late(r"由|从|包括|包含|涵盖|分为|分别[为是]|内容[为是]|共有|即")
_MARK = late(rf"(?:(?<=[：:；;，,、])|^)(?:[（(][{HAN}]{{1,2}}[)）]|[{HAN}]{{1,2}}(?:[、.．]|是))")
_DISPUTES = late(r"(?<=复议)[、，](?=(?:被?提起|提出)?(?:行政)?诉讼)")
_COMPLAINTS = late(r"(?<=举报|投诉|申诉)[、，](?=(?:被?(?:申请|提起))?(?:行政)?复议)")
_CLAUSE, _LOOSE_CLAUSE = re.compile(r"[^，,。：:]+"), re.compile(r"[^。：:]+")
_PIECE, _LOOSE_PIECE = re.compile(r"[^、；;]+"), re.compile(r"[^、；;，,]+")
_FOLD = "\u2027"
_JOIN = late(r"以及|[和及与]")
_TAIL = late(r"(?P<open>等)?(?:共计?|这|组成|构成)*$")
_USUAL = late(r"情况|事项|工作|政府信息公开")
_LISTED, _THERE = Words("列出的有", "are listed"), Words("报告里有", "are there")
_FEWEST, _MOST = 3, 12
_Names = tuple[tuple[str, str], ...]


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`form`: kinds of sections, each with its usual name. `about`: with one of these words a sentence speaks of
    the report. `names`: words of listed parts and the kind of section that they mean, where a heading's words
    would not tell. `beside`: words of parts that need no heading of their own (附表)."""

    form: dict[str, str]
    about: tuple[str, ...]
    names: dict[str, str] = {}
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A listed part: where it stands in the sentence, and the kind of section that it names."""

    start: int
    end: int
    kind: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """The parts that a sentence lists. `least`: how many they are if what 和 joins is one part; `most`: if what
    follows behind ， belongs to them, and 投诉 is a part of its own before 行政复议; `open`: 等 says
    that there are more. `mixed`: 、 and ， part them, so that a part may hold a 、."""

    parts: tuple[_Part, ...]
    least: int
    most: int
    open: bool
    mixed: bool


def anchors(options: Options) -> tuple[str, ...] | None:
    """The words that sentences are looked at for."""
    return options.about or None


def check(report: Report, options: Options) -> Iterator[Hit]:
    """One hit for each sentence that says of the report what does not agree."""
    damaged = report.document.damaged
    for sentence in holding(report, options.about):
        text = report[sentence.span]
        count, may_list = _count(text)
        if not (count or may_list) or covered(damaged, *sentence.span):
            continue
        if not any(sentence.span == one.title for one in report.sections):
            yield from _judged(report, text, sentence.span.start, count, options)


@kept(most=1024)
def _count(text: str) -> tuple[re.Match[str] | None, bool]:
    """The one number of parts in a sentence, if there is one; and whether it can list parts: not with several."""
    found = [one for one in _COUNT.finditer(text) if _FEWEST <= (ordinal(one["count"]) or 0) <= _MOST]
    counts = [one for one in found if one["parts"]] or found
    if len(counts) > 1:
        return None, False
    return (counts[0], True) if counts else (None, bool(_VERB.search(text)))


def _judged(
    report: Report, text: str, offset: int, count: re.Match[str] | None, options: Options
) -> Iterator[Hit]:
    listed = _listed(text, count.span() if count else None, tuple(options.names.items()), options.beside)
    if count is None and listed is None:
        return
    number = (ordinal(count["count"]) or 0) if count else 0
    if count and listed and not listed.least <= number <= listed.most:
        if not listed.open or number < listed.least:
            yield _miscounted(offset, count, len(listed.parts), _LISTED)
        elif number > len(listed.parts) and set(options.form) <= {one.kind for one in listed.parts}:
            yield replace(_miscounted(offset, count, len(listed.parts), _LISTED), fix=None)
        elif number == len(listed.parts) + 1:  # 甲、乙、丙、丁、戊等六部分: one can hardly be meant by 等
            yield replace(_miscounted(offset, count, len(listed.parts), _LISTED), severity="note", fix=None)
    elif listed:
        yield from _compared(report, text, offset, listed, options)
    elif count and count["parts"] and _is_composed(text[: count.start()].rpartition("；")[2], options):
        sections = [one for one in report.sections if one.level == 1 and one.mark]
        missing = set(options.form) - {str(one.kind) for one in sections}
        if len(sections) >= _FEWEST and number not in (len(sections), len(sections) + len(missing)):
            yield _miscounted(offset, count, len(sections), _THERE)


def _is_composed(before: str, options: Options) -> bool:
    """Whether the words before a number say of the report that it consists of so many parts."""
    return any(word in before for word in options.about) and bool(_COMPOSED.search(before))


@kept(most=256)
def _listed(text: str, count: tuple[int, int] | None, names: _Names, beside: tuple[str, ...]) -> _List | None:
    """The list of parts in a sentence, before the count or after it: a run of pieces of which at least three name
    different sections of the form."""
    folded = _DISPUTES.sub("·", _MARK.sub(lambda mark: "\u3000" * len(mark[0]), text))
    folded = _COMPLAINTS.sub(_FOLD, folded)
    sides = ((0, count[0]), (count[1], len(text))) if count else ((0, len(text)),)
    best: Sequence[_Part] = ()
    for clause, piece in ((_CLAUSE, _PIECE), (_LOOSE_CLAUSE, _LOOSE_PIECE)):
        for side in sides:
            for run in clause.finditer(folded, *side):
                pieces = [_part(folded, one.span(), names) for one in piece.finditer(folded, *run.span())]
                best = max(best, pieces, key=_kinds)
    return _list(folded, best, names, beside) if _kinds(best) >= _FEWEST else None


def _kinds(pieces: Sequence[_Part]) -> int:
    return len({one.kind for one in pieces if one.kind})


def _part(folded: str, span: tuple[int, int], names: _Names) -> _Part:
    start, end = span
    words = folded[start:end]
    named = next((kind for word, kind in names if word in words), None)
    return _Part(start, end, section_kind(words) or named)


def _list(folded: str, pieces: Sequence[_Part], names: _Names, beside: tuple[str, ...]) -> _List:
    """The pieces from the verb on (由 包括) up to the last that names a section or follows on 、."""
    known = [place for place, one in enumerate(pieces) if one.kind]
    verbs = [place for place, one in enumerate(pieces[: known[0] + 1]) if _verb(folded, one)]
    first = verbs[-1] if verbs else known[0]
    last = known[-1]
    while last + 1 < len(pieces) and folded[pieces[last].end] == "、":
        last += 1
    parts: list[_Part] = []
    joined = 0
    for place, one in enumerate(pieces[first : last + 1], start=first):
        cut = _joint(folded, one, names, beside)
        joined += len(cut) - 1 if place < last or cut[-1].kind is None else 0
        parts += cut
    tail = _TAIL.search(folded, parts[-1].start, parts[-1].end)
    more = bool(tail and tail["open"])
    trimmed = [_trimmed(folded, one) for one in parts]
    marks = [folded[one.end] for one in pieces[first:last]]
    groups = 1 + sum(mark in "，," for mark in marks)  # 甲、乙，丙、丁: 、 may stand within a part
    mixed = 1 < groups <= len(marks)
    least = len(trimmed) - joined
    behind = len(pieces) - 1 - last if folded[pieces[last].end : pieces[last].end + 1] in ("，", ",") else 0
    most = len(trimmed) + behind + folded.count(_FOLD, pieces[first].start, pieces[last].end)
    return _List(tuple(trimmed), min(groups, least) if mixed else least, most, more, mixed)


def _verb(folded: str, one: _Part) -> int:
    """Where in a piece the words end that lead to the list; 0 where there are none."""
    found = list(_VERB.finditer(folded, one.start, one.end))
    return found[-1].end() if found else 0


def _joint(folded: str, one: _Part, names: _Names, beside: tuple[str, ...]) -> list[_Part]:
    """A piece as two parts where 和 joins names of different sections."""
    for join in _JOIN.finditer(folded, one.start, one.end):
        left = _part(folded, (one.start, join.start()), names)
        right = _part(folded, (join.end(), one.end), names)
        aside = any(word in folded[join.end() : one.end] for word in beside)
        if left.kind and (aside or (right.kind and left.kind != right.kind)):
            return [left, right]
    return [one]


def _trimmed(folded: str, one: _Part) -> _Part:
    """A part without the words that lead to it or close the list."""
    start = _verb(folded, one) or one.start
    tail = _TAIL.search(folded, start, one.end)
    return _Part(start, tail.start() if tail else one.end, one.kind)


def _compared(report: Report, text: str, offset: int, listed: _List, options: Options) -> Iterator[Hit]:
    """What the report has and the list leaves out, else what the list has and the report has not."""
    sections = [one for one in report.sections if one.level == 1]
    kinds = {one.kind for one in sections} & set(options.form)
    if len(kinds) < _FEWEST:
        return
    unknown = [] if listed.mixed else [one for one in listed.parts if one.kind is None]
    if any(topic_kind(text[one.start : one.end]) for one in unknown):
        return  # what section one speaks of
    said = {one.kind for one in listed.parts}
    left_out = [one for one in sections if one.kind in kinds and one.kind not in said]
    if left_out and not unknown and not listed.open:
        names = "".join(f"“{report[one.heading]}”" for one in left_out)
        span = Span(offset + listed.parts[0].start, offset + listed.parts[-1].end)
        zh, en = f"列举各部分时没有列出{names}", f"lists its parts without {names}"
        yield Hit(span, {"fault": Words(zh, en)}, confidence="likely")
    for one in unknown:
        words = text[one.start : one.end].strip("\u3000")
        if (
            words
            and not any(word in words for word in options.beside)
            and not _is_there(report, words, sections)
        ):
            zh, en = f"列出了“{words}”，却没有这样的部分", f"lists “{words}”, which is none of its parts"
            span = Span(offset + one.start, offset + one.end)
            yield Hit(span, {"fault": Words(zh, en)}, severity="note", confidence="likely")


def _is_there(report: Report, words: str, sections: Sequence[Section]) -> bool:
    """Whether a heading shares a word with the name."""
    told = _USUAL.sub("", words)
    return any(told[at : at + 2] in report[one.title] for one in sections for at in range(len(told) - 1))


def _miscounted(offset: int, count: re.Match[str], found: int, where: Words) -> Hit:
    span = Span(offset + count.start("count"), offset + count.end("count"))
    fault = Words(f"说有{count[0]}，{where.zh}{found}个", f"speaks of {count[0]}, but {found} {where.en}")
    spelt = str(found) if count["count"].isdigit() else han(found)
    whole = Span(offset + count.start(), offset + count.end())
    return Hit(whole, {"fault": fault}, fix=Fix(safe=False, edits=(Edit(span, spelt),)))
