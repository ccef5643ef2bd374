"""Profiles: the contract's weights, chosen by level, and strict files."""

from pathlib import Path

import pytest

from linter.checks.ending import Options
from linter.model.errors import UsageError
from linter.model.finding import Words
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.rulebook import load_profile, profile_for, retune
from linter.rulebook.folders import GROUPS

WEIGHTS = {
    "structure": 25,
    "tables": 20,
    "numbers": 10,
    "identity": 10,
    "numbering": 5,
    "wording": 10,
    "punctuation": 5,
    "history": 5,
    "originality": 10,
}
SHARES = {"copied-from-last-year": 0.5, "copied-from-peer": 0.3, "boilerplate": 0.6}
GRADES = (("优", 90), ("良", 80), ("中", 70), ("差", 0))
PROFILE = """\
title: {zh: 试用, en: Trial}
weights:
  structure: 20
  tables: 20
  numbers: 10
  identity: 10
  numbering: 10
  wording: 10
  punctuation: 5
  history: 5
  originality: 10
off: [lone-enumeration]
severities: {missing-ending: note}
grades: {优: 90, 差: 0}
"""


@pytest.mark.parametrize("name", ["default", "township", "county", "department"])
def test_a_shipped_profile_has_the_contracts_weights_and_grades(name: str) -> None:
    twice = [load_profile(name), load_profile(name)]
    assert twice == [Profile(name, WEIGHTS, frozenset(), {}, GRADES, SHARES)] * 2


def test_the_weights_are_of_the_groups_that_there_are() -> None:
    assert set(load_profile("default").weights) == set(GROUPS)


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("township", ["乡", "民族乡", "镇", "街道"]),
        ("department", ["部门"]),
        ("county", ["省", "市", "州", "盟", "县", "区", "县级市", "旗", "管委会", None]),
    ],
)
def test_the_level_of_the_unit_chooses_the_profile(name: str, levels: list[str | None]) -> None:
    assert {profile_for(one) for one in levels} == {name}


def test_a_profile_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    assert load_profile(str(path)) == Profile(
        "mine",
        {**WEIGHTS, "structure": 20, "numbering": 10},
        frozenset({"lone-enumeration"}),
        {"missing-ending": "note"},
        (("优", 90), ("差", 0)),
    )


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UsageError) as raised:
        load_profile("villages")
    assert (
        raised.value.zh
        == "没有 villages 这个评分方案，可用 county default department township，或写 .yaml 文件的路径"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tables: 20", "table: 20", "4：weights.table：没有这个键，是不是 tables？"),
        ("  history: 5\n", "", "2：weights.history：缺少这个键"),
        ("tables: 20", "tables: 21", "2：weights：各类权重相加应为 100，实为 101"),
        ("tables: 20", "tables: many", "4：weights.tables：应为 数，实为 文字"),
        ("tables: 20", "tables: -1", "4：weights.tables：应为 数 >= 0.0"),
        (
            "missing-ending: note",
            "missing-ending: notes",
            "13：severities.missing-ending：不能是 'notes'，只能是",
        ),
        ("[lone-enumeration]", "[Lone]", "12：off[0]：写法不对，要合乎"),
        ("off:", "of:", "12：of：没有这个键，是不是 off？"),
        ("优: 90, 差: 0", "差: 0, 优: 90", "14：grades：等次要从高到低写"),
        ("优: 90, 差: 0", "优: 90, 差: 10", "14：grades：等次要从高到低写"),
    ],
)
def test_what_is_wrong_is_said_with_file_line_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(PROFILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        load_profile(path)
    assert raised.value.zh.startswith(f"{path}:{said}")


def test_a_profile_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="读不了"):
        load_profile(tmp_path / "none.yaml")


def rule(name: str) -> Rule:
    words = Words("甲", "a")
    return Rule(name, "wording", words, words, (), "ending", "error", "certain", words, Options())


def test_a_profile_turns_rules_off_and_changes_their_severity() -> None:
    profile = Profile("mine", {}, frozenset({"b"}), {"c": "note"})
    tuned = retune([rule("a"), rule("b"), rule("c")], profile)
    assert [(one.id, one.severity) for one in tuned] == [("a", "error"), ("c", "note")]
