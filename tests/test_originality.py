"""What a report shares with others, as `check` tells it: findings, shares, and proof for other rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from linter.analysis import analyse
from linter.pipeline import lint_document
from linter.readers.from_txt import parse
from linter.rulebook import load_profile, load_rules, retune
from tests.calling import call
from tests.similarity.writing import HEADINGS, own, report, sentences

LAST = own("青禾镇", 2023, 1)
SHARES = {"copied-from-last-year": 0.5, "copied-from-peer": 0.3, "boilerplate": 0.6}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2023.txt").write_text(LAST, encoding="utf-8")
    (tmp_path / "bumped.txt").write_text(LAST.replace("2023", "2024"), encoding="utf-8")
    (tmp_path / "new.txt").write_text(own("青禾镇", 2024, 2), encoding="utf-8")
    return tmp_path


def run(*argv: str) -> str:
    """The output of `nianbao check` with only the rules of originality."""
    return call("check", "--exit-zero", "--no-cache", "--select", "originality", *argv)[1]


def checked(*argv: str) -> Any:
    """The one report of `check -f json`."""
    return json.loads(run("-f", "json", *argv))["reports"][0]


def test_last_year_with_the_year_bumped_is_found_with_its_share(files: Path) -> None:  # noqa: ARG001
    found = checked("bumped.txt", "--previous", "2023.txt")
    (finding,) = found["findings"]
    assert (finding["rule"], finding["severity"], finding["confidence"]) == (
        "copied-from-last-year",
        "warning",
        "likely",
    )
    assert ("100%" in finding["message"], "疑似雷同，供核查" in finding["message"]) == (True, True)
    assert (found["similarity"]["previous"], found["similarity"]["residual"]) == (1.0, 0.0)
    note = finding["notes"][0]
    assert LAST[note["span"]["start"] : note["span"]["end"]] == finding["text"].replace("2024", "2023")


def test_the_rewritten_report_is_not_found(files: Path) -> None:  # noqa: ARG001
    found = checked("new.txt", "--previous", "2023.txt")
    assert (found["findings"], found["similarity"]["previous"] < 0.2) == ([], True)


def test_without_anything_to_compare_with_a_rule_says_so(files: Path) -> None:  # noqa: ARG001
    found = checked("new.txt")
    assert [one["rule"] for one in found["assessed"]["not_assessed"]] == [
        "copied-from-last-year",
        "copied-from-peer",
    ]
    alike = found["similarity"]
    assert (alike["previous"], alike["largest_unit"], alike["any_unit"]) == (None, None, None)
    assert (alike["boilerplate"], alike["residual"], alike["compared_chars"] > 300) == (0.0, 1.0, True)


def test_the_shares_are_said_to_people_too(files: Path) -> None:
    said = run("bumped.txt", "--previous", "2023.txt")
    assert "与上年报告相同 100%、套话 0%，其余 0%" in said
    run("bumped.txt", "--previous", "2023.txt", "-f", "html:page.html")
    assert "与上年报告相同 100%" in (files / "page.html").read_text(encoding="utf-8")
    assert "stock phrases" not in run("new.txt")
    assert "the rest 100%" in run("new.txt", "-v", "--lang", "en")


def test_what_was_changed_in_a_copy_is_named() -> None:
    said = ["把渡口的修缮写成短文36篇，由石匠念给船工听", *sentences(4, 4)]
    last = report("青禾镇", 2023, {HEADINGS[0]: said}, sentences(5, 3))
    this = last.replace("2023", "2024").replace("36篇", "58篇")
    rules = [one for one in load_rules() if one.id == "copied-from-last-year"]
    (finding,) = lint_document(parse(this), rules, previous=analyse(parse(last))).findings
    assert [note.message.zh for note in finding.notes if "36→58" in note.message.zh] == [
        "原文在这里，只改了 36→58"
    ]


def test_a_short_text_has_no_share_worth_telling() -> None:
    text = report("青禾镇", 2024, {HEADINGS[0]: sentences(1, 1)})
    rules = [one for one in load_rules() if one.group == "originality"]
    assert (
        lint_document(parse(text), rules, previous=analyse(parse(text.replace("2024", "2023")))).findings
        == ()
    )


PEER = "⟦石桥镇⟧坚持每逢雨季请木匠清点水车，主动公开修缮账目写成大字念给船工听"


@pytest.mark.parametrize(("copied", "confidence"), [(False, "likely"), (True, "certain")])
def test_another_units_name_in_a_copied_sentence_is_certain(copied: bool, confidence: str) -> None:
    said = PEER.replace("⟦", "").replace("⟧", "")
    text = report("青禾镇", 2024, {HEADINGS[0]: [said, *sentences(6, 5)]})
    peer = report(
        "石桥镇",
        2024,
        {HEADINGS[0]: [said if copied else "春耕时节把仓口的钥匙交给老会计", *sentences(9, 5)]},
    )
    rules = [one for one in load_rules() if one.id == "foreign-unit"]
    (finding,) = lint_document(parse(text), rules, peers=[analyse(parse(peer))]).findings
    assert (finding.span.end - finding.span.start, finding.confidence) == (3, confidence)


@pytest.mark.parametrize(("copied", "confidence"), [(False, "likely"), (True, "certain")])
def test_a_stale_year_in_a_copied_sentence_is_certain(copied: bool, confidence: str) -> None:
    said = "2022年，主动公开政府信息36条，都由老会计写成大字念给渡口的船工听"
    text = report("青禾镇", 2023, {HEADINGS[0]: [said], HEADINGS[1]: sentences(6, 5)})
    before = report(
        "青禾镇", 2022, {HEADINGS[0]: [said if copied else "仓口修好了"], HEADINGS[1]: sentences(9, 5)}
    )
    rules = [one for one in load_rules() if one.id == "wrong-year"]
    (finding,) = lint_document(parse(text), rules, previous=analyse(parse(before))).findings
    assert finding.confidence == confidence


@pytest.mark.parametrize("name", ["default", "township", "county", "department"])
def test_the_profile_says_from_which_share_on(name: str) -> None:
    rules = {one.id: one for one in retune(load_rules(), load_profile(name))}
    assert {rule: rules[rule].options.share for rule in SHARES} == SHARES


@pytest.mark.parametrize(("share", "count"), [("0.05", 1), ("0.5", 0)])
def test_a_profile_of_ones_own_changes_a_share(files: Path, share: str, count: int) -> None:
    text = (Path(__file__).parent.parent / "rules" / "profiles" / "township.yaml").read_text(encoding="utf-8")
    (files / "own.yaml").write_text(text.replace("last-year: 0.5", f"last-year: {share}"), encoding="utf-8")
    (files / "partly.txt").write_text(own("青禾镇", 2024, 2, common=sentences(10, 4)), encoding="utf-8")
    said = run("partly.txt", "--previous", "2023.txt", "--profile", "own.yaml", "-f", "concise")
    assert said.count("[copied-from-last-year]") == count


def test_a_share_for_a_rule_that_has_none_is_refused(files: Path) -> None:
    text = (Path(__file__).parent.parent / "rules" / "profiles" / "township.yaml").read_text(encoding="utf-8")
    (files / "own.yaml").write_text(text.replace("boilerplate: 0.6", "row-total: 0.6"), encoding="utf-8")
    status, _, errors = call("check", "new.txt", "--profile", "own.yaml")
    assert (status, "规则 row-total 没有 share" in errors) == (2, True)
