"""The reports in `samples/` and what is found in them: `<name>.txt` beside `<name>.findings.txt`.

`UPDATE_SAMPLES=1 pytest tests/test_samples.py` writes the findings anew; read the difference before it is kept.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.calling import call

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(path for path in FOLDER.glob("*.txt") if not path.name.endswith(".findings.txt"))


def lint(path: Path) -> tuple[int, dict[str, Any]]:
    """Exit status and report of `nianbao check -f json`."""
    status, output, errors = call("check", "-f", "json", path)
    assert errors == ""
    return status, json.loads(output)["reports"][0]


def lines(report: dict[str, Any]) -> list[str]:
    """`line:column-line:column rule text`, in the order of the places."""
    places = sorted(
        (_pair(one["start"]), _pair(one["end"]), one["rule"], one["text"]) for one in report["findings"]
    )
    return [f"{_colon(start)}-{_colon(end)} {rule} {text}" for start, end, rule, text in places]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_findings_are_those_written_beside_the_sample(path: Path) -> None:
    written = path.with_suffix(".findings.txt")
    found = "".join(f"{line}\n" for line in lines(lint(path)[1]))
    if os.environ.get("UPDATE_SAMPLES"):
        written.write_text(found, encoding="utf-8")
    assert found == written.read_text(encoding="utf-8")


def test_the_wrapped_township_report_shows_its_errors_and_nothing_untrue() -> None:
    status, report = lint(FOLDER / "wrapped-township.txt")
    errors = [one for one in report["findings"] if one["severity"] == "error"]
    placed = [(one["rule"], *_pair(one["start"]), *_pair(one["end"]), one["text"]) for one in errors]
    warned = [one["rule"] for one in report["findings"] if one["severity"] == "warning"]
    assert placed == [
        ("unit-level", 11, 22, 11, 24, "镇域"),
        ("duplicate-wording", 19, 37, 20, 4, "针对性和针对性"),
        ("enumeration-order", 24, 36, 24, 38, "三是"),
        ("missing-ending", 226, 10, 226, 11, "效"),
    ]
    assert "missing-accountability-results" in warned
    assert len(report["findings"]) <= 12
    assert status == 1


def test_the_facts_of_the_wrapped_township_report_are_read() -> None:
    _, report = lint(FOLDER / "wrapped-township.txt")
    assert [report[key] for key in ("unit", "level", "year", "form")] == [
        "青陂乡人民政府",
        "乡",
        2024,
        "2021",
    ]


def test_encodings_are_told_apart() -> None:
    names = {path.stem: lint(path)[1]["encoding"] for path in SAMPLES}
    assert names["street-office-gb18030"] == "gb18030"
    assert names["county-utf16-crlf"].startswith("utf-16")
    assert names["clean-town"] == "utf-8"


def _pair(place: dict[str, int]) -> tuple[int, int]:
    return place["line"], place["column"]


def _colon(place: tuple[int, int]) -> str:
    return f"{place[0]}:{place[1]}"
