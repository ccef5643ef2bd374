"""Sentences, paragraphs and sections that are longer than a reader follows."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from linter.language.late import late
from linter.language.quotes import covered, quoted
from linter.model.document import Fragment, Span
from linter.model.finding import Hit
from linter.model.report import Report

_STOPS = "；;"
_ADDRESS = late(r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]+")
_BRACKETS = late(r"（[^（）]*）|\([^()]*\)")
_COUNT = r"[^，、,；;。：:\d]{1,20}\d{1,7}余?[条件篇次期个项则份](?:次|信息)?"
_COUNTS = late(rf"(?:{_COUNT}[，、,]){{2,}}{_COUNT}")
"""A row of three and more things counted, 政策类12条、规划类3条、财政类8条: it is long and yet easily read."""


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`of`: what is measured: stretches up to 。；！？ (`sentences`), paragraphs, or the running text of section one
    (`overview`). `sections`: in which kinds of sections only (none: in all). `most`: how many characters it may
    have; white space does not count, and in sentences neither does what stands in 《》, “” and （）, an address of the
    web, or a row of things counted. `formulas`: words of set phrases that cannot be broken; a sentence with one of
    them may be as long as it likes."""

    of: Literal["sentences", "paragraphs", "overview"]
    most: int
    sections: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each stretch that is longer; for a section on its heading."""
    damaged = report.document.damaged
    if options.of == "overview":
        yield from _overview(report, options.most)
        return
    for one in report.sentences if options.of == "sentences" else report.prose:
        start, end = span = one.span
        if end - start <= options.most or (options.sections and one.section not in options.sections):
            continue
        if covered(damaged, start, end):
            continue
        if options.of == "paragraphs":
            count = _counted(report[span])
            if count > options.most and not _may_be_two(report, span, options.most):
                yield Hit(span, {"count": count, "most": options.most})
        else:
            yield from _stretches(report, span, options)


def _may_be_two(report: Report, paragraph: Span, most: int) -> bool:
    """Whether the paragraph is too long only if lines belong to it that begin behind a full stop: where the lines
    are wrapped, a full line may end a paragraph."""
    document = report.document
    starts = [paragraph.start, paragraph.end]
    for one in document.fragments[bisect_right(document.fragments, paragraph.start, key=_start) :]:
        at = one.span.start
        if at >= paragraph.end:
            break
        between = document.source[document.source_end(at - 1) : one.source]
        if document.text[at - 1] in "。！？" and "\n" in between:
            starts.append(at)
    return len(starts) > 2 and all(
        _counted(document[Span(*part)]) <= most for part in pairwise(sorted(starts))
    )


def _start(fragment: Fragment) -> int:
    return fragment.span.start


def _stretches(report: Report, sentence: Span, options: Options) -> Iterator[Hit]:
    """The stretches between semicolons that are too long."""
    raw, most = report[sentence], options.most
    if all(len(part) <= most for part in raw.replace(";", "；").split("；")):
        return
    text = _told(raw)
    start = 0
    for at in [*(n for n, char in enumerate(text) if char in _STOPS), len(text)]:
        if at - start > most and (count := _counted(text[start:at])) > most:
            end = min(at + 1, len(text))
            if not any(word in raw[start:end] for word in options.formulas):
                yield Hit(Span(sentence.start + start, sentence.start + end), {"count": count, "most": most})
        start = at + 1


def _told(text: str) -> str:
    """The text with blanks for what the reader takes in at a glance: quotes, addresses, brackets, rows of counts."""
    parts, done = [], 0
    for start, end in quoted(text):
        parts += [text[done:start], " " * (end - start)]
        done = end
    told = "".join([*parts, text[done:]])
    for pattern in (_ADDRESS, _BRACKETS, _COUNTS):
        told = pattern.sub(lambda match: " " * len(match[0]), told)
    return told


def _overview(report: Report, most: int) -> Iterator[Hit]:
    section = report.section("overview")
    if section is None:
        return
    count = sum(_counted(report[one.span]) for one in report.prose if one.section == "overview")
    if count > most:
        yield Hit(section.heading, {"count": count, "most": most})


def _counted(text: str) -> int:
    return sum(map(len, text.split()))
