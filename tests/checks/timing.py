"""Reports of hostile length, and the time that a check takes on them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from time import process_time
from typing import Any

from linter.analysis import analyse
from linter.model.document import Paragraph, Span
from linter.model.finding import Hit, NotAssessed
from linter.model.report import Report, Sentence
from linter.readers.from_txt import parse

TITLE = "云溪县柳泉乡人民政府2024年政府信息公开工作年度报告\n"


def report_of(unit: str, length: int) -> Report:
    """A report whose only paragraph, under section one, is `unit` over and over."""
    body = (unit * (length // len(unit) + 1))[:length]
    report = analyse(parse(f"{TITLE}一、总体情况\n正文。"))
    head, whole = Span(0, len(TITLE) - 1), Span(len(TITLE), len(TITLE) + length)
    document = replace(report.document, text=TITLE + body, blocks=(Paragraph(head), Paragraph(whole)))
    return replace(report, document=document, sentences=tuple(_sentences(body, len(TITLE))))


def growth(
    check: Callable[[Report, Any], Iterator[Hit | NotAssessed]],
    options: object,
    made: Callable[[int], Report],
    length: int = 160_000,
) -> float:
    """How many times as long the check takes on a text four times as long: some four where it is linear. What is
    over at once counts as a twentieth of a second, so that noise is no growth."""
    short, long = (
        min(_seconds(check, made(size), options) for _ in range(2)) for size in (length // 4, length)
    )
    return long / max(short, 0.05)


def _seconds(
    check: Callable[[Report, Any], Iterator[Hit | NotAssessed]], report: Report, options: object
) -> float:
    start = process_time()
    for _ in check(report, options):
        pass
    return process_time() - start


def _sentences(body: str, offset: int) -> Iterator[Sentence]:
    start = 0
    while start < len(body):
        end = body.find("。", start) + 1 or len(body)
        yield Sentence(Span(offset + start, offset + end), "overview", None)
        start = end
