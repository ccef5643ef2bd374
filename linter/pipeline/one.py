"""The walk of one report: it is read, analysed, checked, filtered and scored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from linter.analysis import analyse, is_annual_report, is_of_school_year
from linter.analysis.title import is_title
from linter.model.document import Document, Table
from linter.model.errors import UnreadableReport
from linter.model.finding import Confidence, Words
from linter.model.report import Report
from linter.model.result import Failed, Result
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.pipeline.judging import Case, Pause, judged
from linter.pipeline.originality import with_alike
from linter.pipeline.setup import Setup
from linter.readers import load, read_bytes
from linter.readers.folders import File
from linter.rulebook import load_profile, profile_for

_One = TypeVar("_One")
_Other = TypeVar("_Other")

Liken = Callable[[Report], Report]
"""Puts into a report what it shares with others."""


def lint_document(
    document: Document,
    rules: Iterable[Rule],
    *,
    profile: Profile | None = None,
    previous: Report | None = None,
    peers: Sequence[Report] | None = None,
    min_confidence: Confidence = "guess",
) -> Result:
    """Lint what has already been read, by those rules as they are, be it a report or a part of one. `peers`: other
    units' reports to compare it with."""
    report = with_alike(analyse(document, previous), peers=peers)
    profile = profile or _usual_profile(report.title.level)
    return judged([Case(report, tuple(rules), profile, min_confidence)])[0]


def lint(file: File, setup: Setup) -> Result:
    """Lint a file. Raises UnreadableReport, also where the file holds no annual report. Of the report itself
    only what reporters need is kept."""
    found = lint_together([(file, setup)])[0]
    if isinstance(found, UnreadableReport):
        raise found
    return found


def lint_together(files: Sequence[tuple[File, Setup]]) -> list[Result | UnreadableReport]:
    """The same for several files, in their order. They go through the work side by side, step by step and rule by
    rule: what a step needs is at hand for all of them, which on most processors saves a quarter of the time."""
    lost: dict[int, UnreadableReport] = {}
    documents = _each(_read, enumerate(files), lost)
    reports = _each(lambda one: (recognised(*one), one[1]), documents, lost)
    asked = _each(lambda one: _asked(*one), reports, lost)
    results = judged([case for _, (case, _) in asked])
    made = {
        number: _without_workings(_with_remarks(result, remarks))
        for (number, (_, remarks)), result in zip(asked, results, strict=True)
    }
    return [made[number] if number in made else lost[number] for number in range(len(files))]


def _each(
    step: Callable[[_One], _Other], ones: Iterable[tuple[int, _One]], lost: dict[int, UnreadableReport]
) -> list[tuple[int, _Other]]:
    """What a step makes of each, by number; of what it cannot read, the reason goes to those `lost`."""
    made = []
    for number, one in ones:
        try:
            made.append((number, step(one)))
        except UnreadableReport as error:
            lost[number] = error
    return made


def _read(one: tuple[File, Setup]) -> tuple[Document, Setup]:
    file, setup = one
    data = load(file.path) if file.data is None else file.data
    return replace(read_bytes(file.path, data, setup.encoding), path=file.name), setup


def lint_read(
    document: Document,
    setup: Setup,
    previous: Report | None = None,
    pause: Pause | None = None,
    liken: Liken | None = None,
) -> Result:
    """Lint what has been read from a file; the report is kept whole. `previous`: last year's report, where the
    caller has it; else it is looked for where the setup says. `pause` is called now and then. `liken`: says
    what the report shares with others, where the caller knows more of them."""
    return lint_report(recognised(document, setup), setup, previous, pause, liken)


def lint_report(
    report: Report,
    setup: Setup,
    previous: Report | None = None,
    pause: Pause | None = None,
    liken: Liken | None = None,
) -> Result:
    """The same for a report that has been recognised."""
    case, remarks = _asked(report, setup, previous, pause, liken)
    return _with_remarks(judged([case], pause)[0], remarks)


def lint_reports(given: Iterable[tuple[Report, Setup, Liken]]) -> list[Result]:
    """The same for several, side by side as in `lint_together`."""
    asked = [_asked(report, setup, liken=liken) for report, setup, liken in given]
    results = judged([case for case, _ in asked])
    return [_with_remarks(one, remarks) for one, (_, remarks) in zip(results, asked, strict=True)]


def _asked(
    report: Report,
    setup: Setup,
    previous: Report | None = None,
    pause: Pause | None = None,
    liken: Liken | None = None,
) -> tuple[Case, tuple[Words, ...]]:
    """The report as it is judged, with all it is compared with; and what is to be said of that."""
    report, remarks = (replace(report, previous=previous), ()) if previous else _with_previous(report, setup)
    if pause:
        pause()
    report = liken(report) if liken else with_alike(report, setup.corpora)
    profile, rules = setup.for_level(report.title.level)
    return Case(report, rules, profile, setup.min_confidence, setup.names), remarks


def _with_remarks(result: Result, remarks: tuple[Words, ...]) -> Result:
    return replace(result, remarks=(*result.remarks, *remarks)) if remarks else result


_LACKING = {
    False: (
        "没有找到它的标题、六个部分和统计表",
        "neither its title nor its six sections nor its tables were found",
    ),
    True: (
        "只有标题，没有找到六个部分和统计表；如果各部分都在，可能是换行丢了，请换成分好段的文件",
        "only its title, neither its six sections nor its tables were found; if they are there, line breaks may have"
        " been lost: use a file with its paragraphs",
    ),
}
"""What an annual report has and a document has not, by whether it has a title."""

_OF_SCHOOL = (
    "这是高校按学年编制的信息公开报告，另有格式，这里不检查",
    "it is a university's report of a school year, which has another form and is not checked here",
)


def recognised(document: Document, setup: Setup) -> Report:
    """The report that a document holds. Raises UnreadableReport where it holds none."""
    report = analyse(document)
    if setup.register:
        from linter.analysis.register import registered  # few have a register

        report = registered(report, setup.register)
    if not is_annual_report(report):
        zh, en = _OF_SCHOOL if is_of_school_year(report) else _LACKING[is_title(report[report.title.span])]
        raise UnreadableReport(
            "not-a-report", f"不像政府信息公开工作年度报告：{zh}", f"this is no annual report: {en}"
        )
    return report


def _with_previous(report: Report, setup: Setup) -> tuple[Report, tuple[Words, ...]]:
    """The report with last year's, if that was handed in; if it could not be found, a remark."""
    if setup.past is None:
        return report, ()
    from linter.pipeline.previous import with_previous  # few hand one in

    report, why = with_previous(report, setup.past, setup.register)
    if why is None:
        return report, ()
    line, _ = report.document.line_column(report.document.source_span(report.title.span).start)
    return report, (Words(f"{line}：{why.zh}", f"{line}: {why.en}"),)


def failure(name: str, error: UnreadableReport) -> Failed:
    """The error as one file's outcome; what it says is said without the name, which stands beside it."""
    prefix = Path(name).as_posix()
    zh, en = error.zh.removeprefix(f"{prefix}："), error.en.removeprefix(f"{prefix}: ")
    return Failed(name, error.kind, Words(zh, en))


@cache
def _usual_profile(level: str | None) -> Profile:
    return load_profile(profile_for(level))


def _without_workings(result: Result) -> Result:
    """The result with what reporters need of the report."""
    points_back = any(note.previous for one in result.findings for note in one.notes)
    return replace(result, report=_kept(result.report, points_back=points_back))


def _kept(report: Report, *, points_back: bool = False) -> Report:
    """The report without what was only needed to judge it (cells, sentences, lists, the rows of tables):
    thousands of results must fit into memory, and go from one process to another. Last year's is kept if
    findings point into it."""
    blocks = tuple(replace(one, rows=()) if isinstance(one, Table) else one for one in report.document.blocks)
    document = replace(report.document, blocks=blocks)
    previous = _kept(report.previous) if report.previous and points_back else None
    return Report(
        document, report.title, report.form, None, (), (), (), (), names=report.names, previous=previous
    )
