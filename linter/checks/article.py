"""Articles of a regulation that do not exist, or that are about something else."""

import re
from collections.abc import Iterator

import msgspec

from linter.language import expressions
from linter.language.expressions import compiled
from linter.language.late import late
from linter.language.numerals import number
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Hit, Words
from linter.model.report import Report

_ARTICLE = late(
    r"(?:[（(][^（）()\n]{1,30}[）)])?(?P<first>第(?P<n>[一二三四五六七八九十百零〇0-9]{1,5})条)"
    r"(?P<more>[、和与及至到][^，。；、\n]{0,3}第[一二三四五六七八九十百零〇0-9]{1,5}条)?"
)
_ABBREVIATED = late(
    r"《(?P<name>[^《》\n]{2,40}条例)》[^。；\n]{0,30}?[（(][^（）()\n]{0,30}?简称[“\"]?《?条例》?"
)


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`find`: how a text goes on right behind the article that it cites for the topic; `articles`: those that
    may be cited for it. `zh`, `en`: what it is, and where it is laid down."""

    find: str
    articles: tuple[int, ...]
    zh: str
    en: str


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`names`: titles of the regulation, with 《》; `last`: the number of its last article; `short`: the one of
    the names that may stand for another regulation, where the report says so; `full`: words of the full name.
    `topics`: what articles are cited for. `since`: the first report year that the articles apply to."""

    names: tuple[str, ...]
    short: str
    full: str
    last: int
    topics: tuple[Topic, ...] = ()
    since: int = 0


def objection(options: Options) -> tuple[str, Words] | None:
    """The expression that cannot be used, and why."""
    for one in options.topics:
        if reason := expressions.objection(one.find):
            return "topics", reason
    return None


def anchors(options: Options) -> tuple[str, ...]:
    """The names of the regulation."""
    return options.names


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each article that is not there, or not about what it is cited for."""
    if (report.title.year or options.since) < options.since:
        return
    text = report.document.text
    damaged = report.document.damaged
    for name in options.names:
        at = text.find(name)
        if at >= 0 and name == options.short and _means_another(text, options.full):
            continue
        while at >= 0:
            found = _ARTICLE.match(text, at + len(name))
            hit = _judged(text, found, options) if found else None
            if hit and not covered(damaged, *hit.span):
                yield hit
            at = text.find(name, at + len(name))


def _means_another(text: str, full: str) -> bool:
    """Whether the short name is said to stand for another regulation."""
    return any(full not in match["name"] for match in _ABBREVIATED.finditer(text))


def _judged(text: str, found: re.Match[str], options: Options) -> Hit | None:
    value = number(found["n"])
    span = Span(*found.span("first"))
    if value is None:
        return None
    if not 0 < value <= options.last:
        fault = Words(f"全文只有{options.last}条", f"the regulation has {options.last} articles")
        return Hit(span, {"found": found["first"], "fault": fault})
    if found["more"]:
        return None
    for topic in options.topics:
        if int(value) not in topic.articles and compiled(topic.find).match(text, found.end()):
            return Hit(
                span, {"found": found["first"], "fault": Words(topic.zh, topic.en)}, confidence="likely"
            )
    return None
