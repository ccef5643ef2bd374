"""The JSON that others rely on, value for value."""

import json
from dataclasses import replace

import pytest

from linter.model.finding import Note, Words
from linter.model.report import Report
from linter.model.result import Run
from linter.model.score import Score
from linter.readers.from_txt import parse
from linter.reporters import View
from linter.reporters.to_json import render

from .conftest import TEXT, span_of

DOUBLED = TEXT.index("互动\n性和互动性")


def value(run: Run, lang: str = "zh") -> dict[str, object]:
    loaded: dict[str, object] = json.loads(render(run, View(lang=lang)))
    return loaded


def test_a_run(run: Run) -> None:
    result = replace(run.results[0], findings=run.results[0].findings[1:2])
    assert value(replace(run, results=(result,))) == {
        "schema": "nianbao-check/1",
        "tool": {"name": "nianbao", "version": "0.1.0", "rules": "sha256:0", "profile": "township"},
        "reports": [
            {
                "path": "a.txt",
                "format": "txt",
                "encoding": "utf-8",
                "unit": "青禾镇人民政府",
                "level": "镇",
                "year": 2024,
                "form": "2021",
                "score": {
                    "total": 81.6,
                    "grade": "良",
                    "parts": [
                        {
                            "group": "wording",
                            "weight": 10,
                            "earned": 6.0,
                            "deductions": [{"fingerprint": "sha256:2", "points": 4.0}],
                        }
                    ],
                },
                "similarity": {
                    "boilerplate": None,
                    "previous": None,
                    "largest_unit": None,
                    "any_unit": None,
                    "residual": None,
                    "compared_chars": None,
                },
                "assessed": {
                    "rules": 16,
                    "not_assessed": [{"rule": "carried-over", "reason": "没有上年报告"}],
                },
                "findings": [
                    {
                        "rule": "duplicate-wording",
                        "group": "wording",
                        "severity": "error",
                        "confidence": "certain",
                        "message": "“互动性”重复",
                        "why": "读不通。",
                        "basis": [{"document": "text", "article": None}],
                        "span": {"start": DOUBLED, "end": DOUBLED + 8},
                        "start": {"line": 4, "column": 40},
                        "end": {"line": 5, "column": 6},
                        "place": {"page": None, "box": None, "paragraph": None, "cell": None},
                        "text": "互动性和互动性",
                        "section": "一、总体情况 / （一）主动公开",
                        "notes": [],
                        "fix": {
                            "safe": False,
                            "edits": [{"span": {"start": DOUBLED + 4, "end": DOUBLED + 8}, "text": ""}],
                        },
                        "fingerprint": "sha256:2",
                        "state": "new",
                    }
                ],
            }
        ],
        "failed": [{"path": "b.txt", "reason": "文件是空的", "kind": "empty"}],
    }


def test_keys_stand_in_the_order_of_the_contract(run: Run) -> None:
    report = json.loads(render(run, View()))["reports"][0]
    assert " ".join([*report, "/", *report["findings"][0]]) == (
        "path format encoding unit level year form score similarity assessed findings / "
        "rule group severity confidence message why basis span start end place text section notes fix "
        "fingerprint state"
    )


def test_a_note_has_its_own_place(run: Run) -> None:
    notes = json.loads(render(run, View(lang="en")))["reports"][0]["findings"][2]["notes"]
    at = TEXT.index("一是")
    assert notes == [{"message": "so is the one before", "span": {"start": at, "end": at + 2}}]


def test_a_note_on_last_years_report_counts_there(run: Run) -> None:
    result = run.results[0]
    before = parse("\n\n去年也是这样写的。\n")
    earlier = Report(before, result.report.title, None, None, (), (), (), ())
    note = Note(Words("上年", "last year"), span_of(before, "这样"), previous=True)
    finding = replace(result.findings[0], notes=(note,))
    result = replace(result, report=replace(result.report, previous=earlier), findings=(finding,))
    notes = json.loads(render(replace(run, results=(result,)), View()))["reports"][0]["findings"][0]["notes"]
    assert notes == [{"message": "上年", "span": {"start": 6, "end": 8}, "path": before.path}]


def test_an_insertion_is_an_empty_span(run: Run) -> None:
    finding = json.loads(render(run, View()))["reports"][0]["findings"][3]
    end = len(TEXT) - 1
    assert (finding["span"], finding["fix"]["edits"]) == (
        {"start": end - 1, "end": end},
        [{"span": {"start": end, "end": end}, "text": "。"}],
    )


def test_where_nothing_was_assessed_there_is_no_score(run: Run) -> None:
    result = replace(run.results[0], score=Score(0.0, "", ()))
    report = json.loads(render(replace(run, results=(result,)), View()))["reports"][0]
    assert report["score"] == {"total": None, "grade": None, "parts": []}


@pytest.mark.parametrize(
    ("asked", "used", "told"),
    [
        ("strict", ["strict", "strict"], "strict"),
        (None, ["township", "township"], "township"),
        (None, ["township", "county"], None),
        (None, [], None),
    ],
)
def test_the_profile_is_the_one_asked_for_or_the_one_of_all(
    run: Run, asked: str | None, used: list[str], told: str | None
) -> None:
    results = tuple(replace(run.results[0], profile=one) for one in used)
    tool = json.loads(render(replace(run, tool=replace(run.tool, profile=asked), results=results), View()))[
        "tool"
    ]
    assert tool["profile"] == told


def test_it_is_indented_and_ends_with_a_line_break(run: Run) -> None:
    lines = render(run, View()).decode().split("\n")
    assert (lines[:2], lines[-2:]) == (["{", '  "schema": "nianbao-check/1",'], ["}", ""])
