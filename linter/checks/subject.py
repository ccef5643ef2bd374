"""Headings of topics whose text is about something else."""

from collections.abc import Iterator

import msgspec

from linter.language.headings import RUN_IN_TOPIC
from linter.language.late import late
from linter.language.matching import any_of
from linter.language.quotes import covered
from linter.model.finding import Hit
from linter.model.report import Report

_WORD = late(r"\w")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words`: by kind of topic, words of which its text holds at least one. `least`: letters and digits that a
    text has at least to be judged."""

    words: dict[str, tuple[str, ...]]
    least: int = 12


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on the words of each heading of a topic whose text holds none of the topic's words."""
    overview = report.section("overview")
    if overview is None:
        return
    text, damaged = report.document.text, report.document.damaged
    for one in report.sections:
        if one.level != 2 or one.kind not in options.words or not one.span.overlaps(overview.span):
            continue
        if any_of(options.words[one.kind]).search(text, *one.body):  # nearly always
            continue
        title = report[one.title]
        if not RUN_IN_TOPIC.fullmatch(title.strip()) or covered(damaged, *one.span):
            continue
        if len(_WORD.findall(report[one.body])) >= options.least:
            yield Hit(one.title, {"found": title})
