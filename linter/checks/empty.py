"""Headings with nothing under them: no text at all, only words about the report itself, or an announcement
(情况如下：) that nothing follows."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from linter.language.asides import is_contact, is_signature
from linter.language.headings import RUN_IN_TOPIC
from linter.language.late import late
from linter.model.document import Span, Table
from linter.model.finding import Hit, NotAssessed, Note, Words
from linter.model.report import Report, Section, Sentence

_ANNOUNCES = late(
    r"(?:[^，。；：！？,;:\n]{0,40}[：:]|[^，。；：！？,;:\n]{0,30}(?:如下|(?<![\d及级股科处厅局部元件岁人次天日月年%上以])(?:以下|下列)"
    r"[^，。；：！？,;:\n]{0,8}(?:方面|几[点项个]|工作|问题|措施|内容|情况|不足|事项|任务|做法|特点|成效))。)$"
)
"""Up to a colon, or 如下 and 以下几项工作; 县级及以下 and 5万元以下 announce nothing."""
_LED_IN = late(r"如下[：:](?=[^：:\n]{8})")
_WORK = late(r"(?<![第\d])\d{1,8}\s?余?(?:条|件|次|期|篇|份|场)")
_REPORTED = late(r"现将|(?:报告|汇报|公布|公告|通报|总结|说明)如下")
_SHOWN = late(r"[图表]|附件|http|www")
_STATES = late(r"[，,\d无未]|没有")
_DATE = late(r"[（(]?.{4}年.{1,3}月.{1,3}日[)）]?")
_WORD = late(r"\w")
_LONGEST, _LAST = 16, 60
_LONGEST_NAME = 40
"""More characters than a signature has, or a date."""
_NOTHING = Words("下面没有内容", "has nothing under it")
_ABOUT_ITSELF = Words("下面只有编写说明，没有写工作情况", "has only words about the report itself under it")
_UNFOLLOWED = Words("下面只有一句引出下文的话，没有下文", "has only a sentence that leads to nothing")
_BROKEN_OFF = Words("的这句话引出下文，后面却没有内容", "leads to something that does not follow")
_HERE = Words("这里引出下文", "this leads to what is missing")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sections`: kinds of sections that hold text. `headings`: words of lower headings that stand above text;
    those of the topics of section one do anyway. `about`: words of sentences about the report itself."""

    sections: tuple[str, ...]
    headings: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each empty heading, or on the announcement where other text stands before it."""
    if report.document.unreadable:
        zh, en = report.document.unreadable[0]
        yield NotAssessed(Words(f"有读不到的内容：{zh}", f"something cannot be read: {en}"))
        return
    found = [
        (one, hit)
        for one, following in zip(report.sections, (*report.sections[1:], None), strict=False)
        if _is_leaf(report, one, following) and _holds_text(report, one, options)
        for hit in _judged(report, one, options)
    ]
    tables = [one.span.start for one in report.document.blocks if isinstance(one, Table)] if found else ()
    for one, hit in found:
        tabled = bisect_left(tables, one.body.end) > bisect_left(tables, one.body.start)
        if not tabled and not any(span.overlaps(one.span) for span in report.document.damaged):
            yield hit


def _is_leaf(report: Report, one: Section, following: Section | None) -> bool:
    """Whether no heading stands under it, be it one of the next level or one marked otherwise (1. … （一）…)."""
    if following is None or following.level < one.level:
        return True
    if following.level > one.level:
        return False
    if one.level == 1 or one.mark is None or following.mark is None:
        return one.level == 1 or one.mark is following.mark
    text = report.document.text
    return text[one.mark.start].isdigit() == text[following.mark.start].isdigit()


def _holds_text(report: Report, one: Section, options: Options) -> bool:
    """Whether text belongs under a heading, which does not say all there is by itself (未收到申请)."""
    if one.level == 1:
        return one.kind in options.sections and not _STATES.search(report[one.title])
    words = report[one.title]
    if words in options.headings:
        return not _STATES.search(words)
    return one.kind is not None and len(words) <= _LONGEST and _names_topic(words)


@lru_cache(maxsize=1024)
def _names_topic(words: str) -> bool:
    """Whether a short heading is a topic's name and states nothing."""
    return bool(RUN_IN_TOPIC.search(words)) and not _STATES.search(words)


def _judged(report: Report, one: Section, options: Options) -> Iterator[Hit]:
    if not any(_says_something(line) for line in report[one.body].split("\n")):
        yield _hit(one.heading, report[one.title], _NOTHING)
        return
    announced = _announcement(report, one)
    if announced is None and one.kind != "overview":
        return
    said = _sentences(report, one)
    if announced and one.kind == "overview" and _leads_on(report, announced, said, options):
        return
    if announced and all(_is_about(report, each, options) for each in said[:-1]):
        yield _hit(one.heading, report[one.title], _UNFOLLOWED, Note(_HERE, announced))
    elif announced:
        yield Hit(announced, {"found": report[announced], "fault": _BROKEN_OFF}, severity="warning")
    elif said and all(_is_about(report, each, options) for each in said):
        yield Hit(one.heading, {"found": report[one.title], "fault": _ABOUT_ITSELF}, severity="warning")


def _sentences(report: Report, one: Section) -> Sequence[Sentence]:
    """The sentences under a heading."""
    first = bisect_left(report.sentences, one.body.start, key=lambda each: each.span.start)
    last = bisect_left(report.sentences, one.body.end, key=lambda each: each.span.start)
    return report.sentences[first:last]


def _leads_on(report: Report, announced: Span, said: Sequence[Sentence], options: Options) -> bool:
    """Whether section one ends in 现将有关情况报告如下： and has told of work before: the sections that follow are
    what is reported."""
    if not _REPORTED.search(report[announced]):
        return False
    counted = any(_WORK.search(report[each.span]) for each in said)
    return counted or not all(_is_about(report, each, options) for each in said[:-1])


def _is_about(report: Report, sentence: Sentence, options: Options) -> bool:
    """Whether a sentence speaks of the report itself, counts no work, and does not go on to what it announces."""
    text = report[sentence.span]
    if _WORK.search(text) or _LED_IN.search(text):
        return False
    return any(word in text for word in options.about)


def _says_something(line: str) -> bool:
    """Whether a line is more than contact data, a signature or a date."""
    if not _WORD.search(line) or is_contact(line):
        return False
    return len(line) > _LONGEST_NAME or not (is_signature(line) or _DATE.fullmatch(line))


def _announcement(report: Report, one: Section) -> Span | None:
    """The last clause under a heading, if it leads to what does not follow."""
    body = report[one.body].rstrip()
    last = body[-_LAST:]
    if last[-1] not in "：:" and "如下" not in last and "以下" not in last and "下列" not in last:
        return None
    end = one.body.start + len(body)
    found = _ANNOUNCES.search(report.document.text, max(one.body.start, end - _LAST), end)
    return None if found is None or _SHOWN.search(found[0]) else Span(*found.span())


def _hit(span: Span, found: str, fault: Words, *notes: Note) -> Hit:
    return Hit(span, {"found": found, "fault": fault}, notes)
