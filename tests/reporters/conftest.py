"""A run to report: one report with four findings, one file that failed."""

import pytest

from linter.model.document import Document, Span
from linter.model.finding import Basis, Edit, Finding, Fix, Note, Words
from linter.model.report import Report, Title
from linter.model.result import Failed, Result, Run, Tool, Unjudged
from linter.model.score import Deduction, Part, Score
from linter.readers.from_txt import parse

TEXT = """\
云溪县青禾镇人民政府2024年政府信息公开工作年度报告

一、总体情况
（一）主动公开。青禾镇全年围绕群众关心的事项主动公开各类政府信息，增强与群众的互动
性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
"""


def span_of(document: Document, words: str, *, last: bool = False) -> Span:
    """Where the words stand in the logical text, the first time or the last."""
    start = document.text.rindex(words) if last else document.text.index(words)
    return Span(start, start + len(words))


def _findings(document: Document) -> tuple[Finding, ...]:
    doubled, second = span_of(document, "互动性和互动性"), span_of(document, "一是", last=True)
    ending = span_of(document, "息", last=True)
    return (
        Finding(
            rule="missing-topic",
            group="structure",
            severity="note",
            confidence="guess",
            span=span_of(document, "云溪县青禾镇"),
            message=Words("没有写“平台建设”", "“平台建设” is missing"),
            why=Words("格式要求写。", "The form asks for it."),
            basis=(Basis("国办公开办函〔2021〕30号", "一"), Basis("convention")),
            fingerprint="sha256:1",
            state="baselined",
        ),
        Finding(
            rule="duplicate-wording",
            group="wording",
            severity="error",
            confidence="certain",
            span=doubled,
            message=Words("“互动性”重复", "“互动性” is there twice"),
            why=Words("读不通。", "It makes no sense."),
            basis=(Basis("text"),),
            fix=Fix(safe=False, edits=(Edit(Span(doubled.start + 3, doubled.end), ""),)),
            section="一、总体情况 / （一）主动公开",
            fingerprint="sha256:2",
        ),
        Finding(
            rule="enumeration-order",
            group="numbering",
            severity="error",
            confidence="likely",
            span=second,
            message=Words("“一是”重复", "“一是” is there twice"),
            why=Words("数错了。", "Miscounted."),
            basis=(Basis("text"), Basis("GB/T 9704—2012", "7.3.3", "结构层次序数")),
            notes=(Note(Words("前一项也是“一是”", "so is the one before"), span_of(document, "一是")),),
            fix=Fix(safe=True, edits=(Edit(second, "二是"),)),
            section="一、总体情况 / （一）主动公开",
            fingerprint="sha256:3",
        ),
        Finding(
            rule="missing-ending",
            group="punctuation",
            severity="warning",
            confidence="certain",
            span=ending,
            message=Words("段末没有标点", "no end mark"),
            why=Words("不知道话说完没有。", "Is that all?"),
            basis=(),
            fix=Fix(safe=False, edits=(Edit(Span(ending.end, ending.end), "。"),)),
            fingerprint="sha256:4",
        ),
    )


@pytest.fixture
def run() -> Run:
    """One report with findings of every kind, and a file that failed."""
    document = parse(TEXT, "a.txt", "utf-8")
    title = Title(Span(0, 27), "青禾镇人民政府", ("云溪县",), "镇", 2024)
    score = Score(81.6, "良", (Part("wording", 10.0, 6.0, (Deduction("sha256:2", 4.0),)),))
    result = Result(
        report=Report(document, title, "2021", None, (), (), (), ()),
        findings=_findings(document),
        score=score,
        assessed=16,
        not_assessed=(Unjudged("carried-over", Words("没有上年报告", "no report of last year")),),
        profile="township",
    )
    failed = Failed("b.txt", "empty", Words("文件是空的", "the file is empty"))
    return Run(Tool("0.1.0", "sha256:0", None), (result,), (failed,))
