"""What the engine makes of what checks say."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from linter.checks import CHECKS
from linter.model.document import Span
from linter.model.errors import UnreadableReport
from linter.model.finding import Confidence, Hit, NotAssessed, Severity, Words
from linter.model.report import Report
from linter.model.result import Failed, Unjudged
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.pipeline import lint, lint_all, lint_document, prepare
from linter.readers.folders import File
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.composing import compose

TEXT = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开：公开信息3条。\n"
PROFILE = Profile("one", {"wording": 60, "tables": 40})
REASON = Words("没有表格", "no table")


def rule(severity: Severity = "warning", confidence: Confidence = "likely", name: str = "said") -> Rule:
    """A rule whose check is put in place by the test."""
    words = Words("“{what}”", "“{what}”")
    return Rule(name, "wording", words, words, (), "said", severity, confidence, words, None)


def saying(monkeypatch: pytest.MonkeyPatch, *said: Hit | NotAssessed) -> None:
    """Let the check `said` say this."""

    def check(report: Report, options: Any) -> Iterator[Hit | NotAssessed]:  # noqa: ARG001
        yield from said

    monkeypatch.setitem(CHECKS, "said", check)


def hit(start: int, severity: Severity | None = None, confidence: Confidence | None = None) -> Hit:
    return Hit(
        Span(start, start + 2), {"what": Words("字", "word")}, severity=severity, confidence=confidence
    )


def test_a_hit_is_told_in_the_words_of_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    at = TEXT.index("信息3")
    saying(monkeypatch, hit(at))
    (one,) = lint_document(parse(TEXT), [rule()], profile=PROFILE).findings
    assert (one.rule, one.group, one.message, one.section, one.span) == (
        "said",
        "wording",
        Words("“字”", "“word”"),
        "一、总体情况 / （一）主动公开",
        Span(at, at + 2),
    )


def test_a_hit_makes_a_rule_milder_but_never_stricter(monkeypatch: pytest.MonkeyPatch) -> None:
    saying(monkeypatch, hit(1), hit(2, "error", "certain"), hit(3, "note", "guess"))
    findings = lint_document(parse(TEXT), [rule()], profile=PROFILE).findings
    assert [(one.severity, one.confidence) for one in findings] == [
        ("warning", "likely"),
        ("warning", "likely"),
        ("note", "guess"),
    ]


def test_findings_less_sure_than_asked_for_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    saying(monkeypatch, hit(1), hit(2, confidence="guess"), hit(3))
    kept = lint_document(parse(TEXT), [rule()], profile=PROFILE, min_confidence="likely").findings
    both = lint_document(parse(TEXT), [rule()], profile=PROFILE).findings
    assert (kept, len(both)) == ((both[0], both[2]), 3)


def test_what_could_not_be_judged_is_neither_passed_nor_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Words("没有上年报告", "no earlier report")
    saying(monkeypatch, NotAssessed(REASON), NotAssessed(other), NotAssessed(REASON))
    result = lint_document(parse(TEXT), [rule()], profile=PROFILE)
    assert (result.assessed, result.not_assessed, result.score.parts) == (
        0,
        (Unjudged("said", Words("没有表格；没有上年报告", "no table; no earlier report")),),
        (),
    )


def test_a_rule_that_found_something_has_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    saying(monkeypatch, hit(1), NotAssessed(REASON))
    result = lint_document(parse(TEXT), [rule()], profile=PROFILE)
    assert (result.assessed, result.not_assessed, result.score.total) == (1, (), 98.5)


def test_a_bug_in_a_check_names_rule_and_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(report: Report, options: Any) -> Iterator[Hit]:  # noqa: ARG001
        yield hit(0)
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "said", check)
    with pytest.raises(ZeroDivisionError) as caught:
        lint_document(parse(TEXT, "a.txt"), [rule()], profile=PROFILE)
    assert caught.value.__notes__ == ["规则 said，文件 a.txt"]


def test_the_unit_s_level_chooses_the_profile() -> None:
    setup = prepare(load_rules())
    levels = ("镇", "街道", "部门", "县", None)
    chosen = [setup.for_level(level)[0].id for level in levels]
    asked = [prepare(load_rules(), profile="county").for_level(level)[0].id for level in levels]
    assert (chosen, asked) == (["township", "township", "department", "county", "county"], ["county"] * 5)


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("关于召开会议的通知\n请各村按时参加。\n", encoding="utf-8")
    with pytest.raises(UnreadableReport) as caught:
        lint(File("notice.txt", path), prepare(load_rules()))
    assert caught.value.kind == "not-a-report"


def test_of_many_files_each_has_its_outcome_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).write_text(TEXT + "二、主动公开政府信息情况\n无。\n", encoding="utf-8")
    early = Failed("early", "missing", REASON)
    files: list[File | Failed] = [
        File("b", tmp_path / "b"),
        early,
        File("none", tmp_path / "none"),
        File("a", tmp_path / "a"),
    ]
    told: list[tuple[int, int]] = []
    run = lint_all(files, prepare(load_rules()), 2, lambda *done: told.append(done))
    names = [one.report.document.path for one in run.results], [one.path for one in run.failed]
    assert (names, told) == ((["b", "a"], ["early", "none"]), [(1, 4), (2, 4), (3, 4), (4, 4)])
    assert replace(run, results=()) == replace(lint_all(files, prepare(load_rules()), 1), results=())


def test_files_that_are_linted_side_by_side_have_the_outcome_they_have_alone(tmp_path: Path) -> None:
    texts = {f"{seed}.txt": compose(8000 + seed, busy=bool(seed % 3)).text for seed in range(70)}
    texts |= {
        "7.txt": "关于召开会议的通知\n",
        "40.txt": "",
        "55.txt": texts["55.txt"] * 120,
    }  # one that is large
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [File(name, tmp_path / name) for name in (*texts, "none.txt")]
    setup = prepare(load_rules())
    together = lint_all(files, setup, 1)
    alone = [lint_all([one], setup, 1) for one in files]
    assert together.results == tuple(result for run in alone for result in run.results)
    assert together.failed == tuple(failed for run in alone for failed in run.failed)
    assert [one.path for one in together.failed] == ["7.txt", "40.txt", "none.txt"]
    assert lint_all(files, setup, 3) == together


def test_a_bug_in_a_check_names_the_rule_and_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def check(report: Report, options: Any) -> Iterator[Hit]:  # noqa: ARG001
        raise ZeroDivisionError
        yield

    monkeypatch.setitem(CHECKS, "said", check)
    path = tmp_path / "a.txt"
    path.write_text(compose(1).text, encoding="utf-8")
    with pytest.raises(ZeroDivisionError) as caught:
        lint(File("a.txt", path), prepare((rule(),)))
    assert caught.value.__notes__ == ["规则 said，文件 a.txt"]
