"""The same report as text, Word file, web page, PDF and OFD: the same blocks, the same cells, the same findings."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from linter.analysis import analyse
from linter.language.forms import addresses
from linter.model.document import Document, Paragraph, Table
from linter.pipeline import lint_document
from linter.readers import read_bytes
from linter.rulebook import load_rules
from tests.composing import Composed, compose
from tests.composing.defects import DEFECTS, Planted
from tests.composing.omissions import changed_cell
from tests.readers.writing import docx, html, ofd
from tests.readers.writing.office import converted

Files = Mapping[str, bytes]
"""The reports by name."""

_PLANTED = ("repeated ordinal", "doubled pair", "unfinished paragraph", "wrong level word")


def spoilt(seed: int) -> Composed:
    """A report with a defect of each kind, and a wrong number in table three."""
    report, rng = compose(seed, busy=True), random.Random(seed)
    report = _with(report, changed_cell(report, "t3.granted.natural"))
    for name in _PLANTED:
        planted = DEFECTS[name](report, rng)
        report = _with(report, planted) if planted else report
    read = analyse(read_bytes(Path("a.txt"), report.text.encode())).cells
    return replace(report, cells={address: read[address].value or Decimal(0) for address in report.cells})


def _with(report: Composed, planted: Planted) -> Composed:
    """The report as planted, where it has as many lines as before."""
    texts = planted.text.splitlines()
    if len(texts) != len(report.lines):
        return report
    lines = (replace(line, text=text) for line, text in zip(report.lines, texts, strict=True))
    return replace(report, lines=tuple(lines))


REPORTS: Mapping[str, Composed] = {
    **{f"right-{seed}": compose(seed, busy=True) for seed in (7, 9)},
    **{f"wrong-{seed}": spoilt(seed) for seed in (10, 18)},
}


def document(data: bytes, format: str) -> Document:
    return read_bytes(Path(f"a.{format}"), data)


def paragraphs(one: Document) -> list[str]:
    """The paragraphs, and for each table a sign; without the white space at their fronts."""
    return [
        "".join(one[block.span].split()) if isinstance(block, Paragraph) else "[table]"
        for block, before in zip(one.blocks, (None, *one.blocks), strict=False)
        if not (isinstance(block, Table) and isinstance(before, Table))
    ]


def findings(one: Document) -> list[tuple[str, str, str]]:
    """Rule, severity and words of each finding."""
    result = lint_document(one, load_rules(), min_confidence="likely")
    return [
        (found.rule, found.severity, "".join(result.report[found.span].split())) for found in result.findings
    ]


@pytest.fixture(scope="module")
def texts() -> Files:
    return {name: report.text.encode() for name, report in REPORTS.items()}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bool], Files]:
    """What LibreOffice makes of the Word files (by suffix; with or without borders), each kind made once."""
    kept: dict[tuple[str, bool], Files] = {}

    def make(to: str, ruled: bool) -> Files:
        if (to, ruled) not in kept:
            given = {f"{name}.docx": docx.report(one, ruled=ruled) for name, one in REPORTS.items()}
            made = converted(given, to, tmp_path_factory.mktemp("office"))
            kept[to, ruled] = {Path(name).stem: data for name, data in made.items()}
        return kept[to, ruled]

    return make


@pytest.fixture(scope="module", params=["docx", "html", "ofd", "pdf", "doc"])
def files(request: pytest.FixtureRequest, office: Callable[[str, bool], Files]) -> tuple[str, Files]:
    """A format and the reports in it."""
    match request.param:
        case "docx":
            return "docx", {name: docx.report(one) for name, one in REPORTS.items()}
        case "html":
            return "html", {name: html.report(one).encode() for name, one in REPORTS.items()}
        case "ofd":
            return "ofd", {name: ofd.report(one) for name, one in REPORTS.items()}
        case format:
            return format, office(format, True)


def test_the_spoilt_reports_have_faults_of_several_rules_and_the_right_ones_none(texts: Files) -> None:
    faults = {
        name: {rule for rule, severity, _ in findings(document(data, "txt")) if severity != "note"}
        for name, data in texts.items()
    }
    assert [name for name, rules in faults.items() if len(rules) >= 4] == ["wrong-10", "wrong-18"]
    assert [rules for name, rules in faults.items() if name.startswith("right")] == [set(), set()]


def test_the_paragraphs_are_those_of_the_text(files: tuple[str, Files], texts: Files) -> None:
    format, made = files
    assert {name: paragraphs(document(data, format)) for name, data in made.items()} == {
        name: paragraphs(document(data, "txt")) for name, data in texts.items()
    }


def test_all_cells_of_the_statutory_tables_are_read(files: tuple[str, Files]) -> None:
    format, made = files
    read = {name: analyse(document(data, format)).cells for name, data in made.items()}
    assert {
        name: {address: cell.value for address, cell in cells.items()} for name, cells in read.items()
    } == {name: dict(report.cells) for name, report in REPORTS.items()}
    assert all(len(cells) == len(tuple(addresses("2021"))) == 200 for cells in read.values())


def test_the_findings_are_those_of_the_text_on_the_same_words(files: tuple[str, Files], texts: Files) -> None:
    format, made = files
    assert {name: findings(document(data, format)) for name, data in made.items()} == {
        name: findings(document(data, "txt")) for name, data in texts.items()
    }


def test_without_borders_no_table_is_taken_for_prose(
    office: Callable[[str, bool], Files], texts: Files
) -> None:
    for name, data in office("pdf", False).items():
        expected = findings(document(texts[name], "txt"))
        faults = [one for one in findings(document(data, "pdf")) if one[1] != "note"]
        assert [one for one in faults if one not in expected] == []
