"""The title of a report against the form's: whose report it is, of which year, and what it is called."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from linter.language.asides import is_signature
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Paragraph, Span
from linter.model.finding import Confidence, Edit, Fix, Hit, NotAssessed, Severity, Words
from linter.model.report import Report

_YEAR = late(r"(?:(?:19|20)\d{2}|[二一][〇○零O0九][〇○零O一二三四五六七八九]{2})(?P<whole>年(?P<du>度)?)?")
_BARE_YEAR = late(r"(?<!\d)(?P<year>20\d{2})(?![\d年度])")
_CALLED = late(
    r"(?:政府)?(?:信息公开|政务公开)(?!.*(?:信息公开|政务公开)).{0,16}(?:报告|年报)|政府信息(?:工作)?年度报告"
)
_NO_TITLE = late(r"[。，；：！？《》]")
_TAIL = late(r"(?:[（(【].*)?")
_YEAR_LINE = late(r"[（(]?20\d{2}年度?[)）]?")
_NAME = late(r"[一-鿿]{2,40}")
_GAP = late(r"[XxＸ×*＊_＿]{2}|某")
_LONGEST, _HEAD, _SLIPS = 90, 6, 2


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`name`: what the form calls the report, at the end of its title. `since`: the first report year for which
    the form holds."""

    name: str
    since: int = 0


class _Named(msgspec.Struct, frozen=True):
    """A title: where it stands, its text, and from where to where in that the report's name goes."""

    span: Span
    text: str
    start: int
    end: int

    @property
    def found(self) -> str:
        """The report's name as it stands there."""
        return self.text[self.start : self.end]

    def at(self, start: int, end: int) -> Span:
        """A stretch of the title, in the document."""
        return Span(self.span.start + start, self.span.start + end)


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """A hit on each thing in the title that is not as the form has it."""
    if report.title.year is not None and report.title.year < options.since:
        zh, en = f"{options.since}年以前的报告另有格式", f"reports before {options.since} had another form"
        yield NotAssessed(Words(zh, en))
        return
    named = _named(report, options.name)
    if named is None:
        yield NotAssessed(Words("没有找到标题", "no title was found"))
        return
    damaged = report.document.damaged
    if not covered(damaged, named.span.start, named.span.end):
        yield from _wording(report, named, options)
        yield from _unsaid(report, named, options)
        yield from _absent(report, named, options)
        yield from _again(report, named, options)


def _named(report: Report, name: str) -> _Named | None:
    """The title: what the reader took for it, else a line above the first heading that is one mistyped."""
    text = report[report.title.span]
    called = list(_CALLED.finditer(text))
    if called and _TAIL.fullmatch(text, called[-1].end()) and not _NO_TITLE.search(text):
        return _Named(report.title.span, text, *called[-1].span())
    for span in _above(report):
        line = report[Span(span.start, min(span.end, span.start + _LONGEST))]
        called = list(_CALLED.finditer(line))
        if called and len(line) <= 60 and called[-1].end() == len(line) and not _NO_TITLE.search(line):
            return _Named(span, line, *called[-1].span())
        place = _mistyped(line, name)
        if place is not None and not _NO_TITLE.search(line[: place + len(name)]):
            end = span.start + place + len(name)
            return _Named(Span(span.start, end), line[: place + len(name)], place, place + len(name))
    return None


def _above(report: Report) -> tuple[Span, ...]:
    """The first paragraphs, as far as they stand above the first heading."""
    until = report.sections[0].span.start if report.sections else len(report.document.text)
    heads = (one.span for one in report.document.blocks[:_HEAD] if isinstance(one, Paragraph))
    return tuple(span for span in heads if span.start < until)


def _mistyped(line: str, name: str) -> int | None:
    """Where in a line the letters of `name` stand in another order, or at its end all but two of them."""
    size, wanted = len(name), Counter(name)
    for at in range(len(line) - size + 1):
        window = line[at : at + size]
        slips = sum(one != other for one, other in zip(window, name, strict=True))
        if (slips <= _SLIPS and at + size == len(line)) or Counter(window) == wanted:
            return at
    return None


def _wording(report: Report, named: _Named, options: Options) -> Iterator[Hit]:
    """What the report is called; a year given twice; 年度 said once with the year and once more in the name."""
    before = named.text[: named.start]
    years = [one for one in _YEAR.finditer(before) if one["whole"]]
    doubled = next((one for one in years if one["du"]), None)
    cut = () if doubled is None else (Edit(named.at(*doubled.span("du")), ""),)
    if not _is_right(named, options.name):
        span = named.at(named.start, named.end)
        words = _misnamed(named.found, options.name)
        yield _hit(report, span, words, options, Fix(safe=False, edits=(*cut, Edit(span, options.name))))
    elif doubled is not None:
        said = Words(
            f"“{doubled[0]}”与后面的“年度报告”重复了“年度”", f"says 年度 twice (“{doubled[0]}”, 年度报告)"
        )
        span = named.at(*doubled.span())
        yield _hit(report, span, said, options, Fix(safe=True, edits=cut), confidence="likely")
    for first, second in pairwise(years):
        words = Words(
            f"写了两个年份（{first[0]}、{second[0]}）", f"gives two years ({first[0]}, {second[0]})"
        )
        yield _hit(report, named.at(*second.span()), words, options)


def _unsaid(report: Report, named: _Named, options: Options) -> Iterator[Hit]:
    """A year without 年: 2022政府信息公开工作年度报告."""
    before = named.text[: named.start]
    bare = _BARE_YEAR.search(before)
    if bare and not any(one["whole"] for one in _YEAR.finditer(before)):
        span = named.at(*bare.span("year"))
        said = Words(f"“{bare['year']}”后面缺“年”", f"lacks 年 behind {bare['year']}")
        yield _hit(report, span, said, options, Fix(safe=True, edits=(Edit(Span(span.end, span.end), "年"),)))


def _is_right(named: _Named, name: str) -> bool:
    """Whether the report is called by the form's name; after 人民政府 its 政府 is not said again."""
    shared = named.text[: named.start].endswith("政府")
    return named.found == name or (shared and named.found == name.removeprefix("政府"))


def _misnamed(found: str, name: str) -> Words:
    if Counter(found) == Counter(name):
        return Words(f"里“{found}”的字序颠倒", f"has its characters out of order (“{found}”)")
    missing = [word for word in ("政府", "工作", "年度") if word in name and word not in found]
    if missing and Counter(found) == Counter(name) - Counter("".join(missing)):
        words = "".join(f"“{word}”" for word in missing)
        return Words(f"写成“{found}”，缺{words}", f"says “{found}” without {words}")
    return Words(f"写成“{found}”", f"says “{found}”")


def _absent(report: Report, named: _Named, options: Options) -> Iterator[Hit]:
    """No year, or no body; neither where another line above the first heading gives it, or a gap is left."""
    dated, before = _YEAR.search(named.text), _YEAR.sub("", named.text[: named.start]).replace("关于", "")
    if (dated and before) or _GAP.search(named.text):
        return
    lines = [report[span] for span in _above(report) if span != named.span]
    if not dated and not any(_YEAR_LINE.fullmatch(line) for line in lines):
        yield _hit(report, named.span, Words("没有写年份", "gives no year"), options)
    if not before and not report.title.unit and not any(is_signature(line) for line in lines):
        yield _hit(report, named.span, Words("没有写机关名称", "does not say whose report it is"), options)


def _again(report: Report, named: _Named, options: Options) -> Iterator[Hit]:
    """The same title on further lines above the first heading; 标题：… is a page's record, which prints none."""
    heads = _above(report)
    if all(span.start != named.span.start for span in heads):
        return
    for span in heads:
        if span.start >= named.span.end and report[span] == named.text:
            words = Words("又印了一遍", "is printed once more")
            yield _hit(report, span, words, options, severity="note", confidence="likely")


def _hit(
    report: Report,
    span: Span,
    fault: Words,
    options: Options,
    fix: Fix | None = None,
    severity: Severity | None = None,
    confidence: Confidence | None = None,
) -> Hit:
    unit, year = _unit(report), report.title.year
    zh = f"{unit or '（机关全称）'}{year or '（年份）'}年{options.name}"
    values = {"fault": fault, "standard": Words(zh, f"{unit or '(body)'}{year or '(year)'}年{options.name}")}
    return Hit(span, values, fix=fix, severity=severity, confidence=confidence)


def _unit(report: Report) -> str | None:
    """Whose report it is, with the names of what it belongs to as far as they stand before it in the title."""
    own, title = report.title, report[report.title.span]
    if own.unit is None:
        return None
    end = title.find(own.unit) + len(own.unit)
    before = _YEAR.sub("", title[:end]).removeprefix("关于").strip()
    return before if end >= len(own.unit) and _NAME.fullmatch(before) else own.unit
