"""A baseline accepts what is there on a day; only what is new counts."""

import json
from pathlib import Path

import pytest

from tests.calling import RIGHT, SELECT, WRONG, call, write

FILE = "nianbao-baseline.json"
BASELINE = ["--baseline", FILE, *SELECT]
OTHER = WRONG.replace("二是定期", "三是定期").replace(
    "36条。", "36条。一是公开预算，二是公开决算，二是公开采购。"
)
"""The fault of the list is mended, and another one of the same rule is made."""


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """A folder with a wrong report in a folder of its own."""
    write("reports/a.txt", WRONG)
    return work


def states(*argv: str) -> list[tuple[str, str]]:
    output = call("check", "reports", "-f", "json", *argv)[1]
    return [
        (one["rule"], one["state"]) for report in json.loads(output)["reports"] for one in report["findings"]
    ]


def entries(file: str = FILE) -> dict[str, list[tuple[str, str]]]:
    """What a baseline holds for people: rule and text by path."""
    found = json.loads(Path(file).read_text(encoding="utf-8"))["findings"]
    return {path: [(one["rule"], one["text"]) for one in accepted] for path, accepted in found.items()}


def rewrite(text: str) -> None:
    Path("reports/a.txt").write_text(text, encoding="utf-8")


def test_todays_findings_are_accepted() -> None:
    created = call("baseline", "create", "reports", *SELECT)
    assert created == (0, f"{FILE}：共接受 2 处，新增 2 处，去掉 0 处\n", "")
    assert entries() == {"reports/a.txt": [("enumeration-order", "二是"), ("missing-ending", "齐")]}
    status, output, _ = call("check", "reports", *BASELINE)
    assert (status, output.startswith("reports/a.txt: "), "没有新问题，另有 2 处已接受" in output) == (
        0,
        True,
        True,
    )
    assert [state for _, state in states(*BASELINE)] == ["baselined", "baselined"]


def test_the_score_does_not_heed_it() -> None:
    call("baseline", "create", "reports", *SELECT)
    with_it, without = (call("check", "reports", "-f", "json", *argv)[1] for argv in (BASELINE, SELECT))
    assert json.loads(with_it)["reports"][0]["score"] == json.loads(without)["reports"][0]["score"]


def test_one_fixed_and_one_new_of_the_same_rule() -> None:
    call("baseline", "create", "reports", *SELECT)
    rewrite(OTHER)
    assert states(*BASELINE) == [("enumeration-order", "new"), ("missing-ending", "baselined")]
    status, output, _ = call("check", "reports", *BASELINE)
    stale = f"{FILE}：reports/a.txt 的 enumeration-order“二是”已经没有了，可用 nianbao baseline prune 清理"
    assert (status, output.count("[enumeration-order]"), stale in output) == (1, 1, True)


def test_pruning_drops_what_is_gone_and_accepts_nothing() -> None:
    call("baseline", "create", "reports", *SELECT)
    rewrite(OTHER)
    pruned = call("baseline", "prune", "reports", *SELECT)
    assert pruned == (0, f"{FILE}：共接受 1 处，新增 0 处，去掉 1 处\n", "")
    assert entries() == {"reports/a.txt": [("missing-ending", "齐")]}
    assert states(*BASELINE) == [("enumeration-order", "new"), ("missing-ending", "baselined")]


def test_updating_accepts_what_is_new_and_drops_what_is_gone() -> None:
    call("baseline", "create", "reports", *SELECT)
    rewrite(OTHER)
    updated = call("baseline", "update", "reports", *SELECT)
    assert updated == (0, f"{FILE}：共接受 2 处，新增 1 处，去掉 1 处\n", "")
    assert [state for _, state in states(*BASELINE)] == ["baselined", "baselined"]


def test_what_is_suppressed_is_not_accepted_twice() -> None:
    rewrite(f"<!-- nianbao: ignore-file missing-ending -->\n{WRONG}")
    call("baseline", "create", "reports", *SELECT)
    assert entries() == {"reports/a.txt": [("enumeration-order", "二是")]}
    assert [state for _, state in states(*BASELINE)] == ["baselined", "suppressed"]


def test_other_rules_and_other_reports_keep_their_entries(folder: Path) -> None:
    (folder / "reports" / "b.txt").write_text(WRONG, encoding="utf-8")
    call("baseline", "create", "reports", *SELECT)
    before = entries()
    rewrite(RIGHT)
    call("baseline", "prune", "reports/a.txt", "--select", "enumeration-order")
    assert entries() == {**before, "reports/a.txt": [("missing-ending", "齐")]}
    output = call("check", "reports/a.txt", "--baseline", FILE, "--select", "enumeration-order")[1]
    assert "备注" not in output


def test_a_report_that_is_gone_is_named_and_dropped(folder: Path) -> None:
    (folder / "reports" / "b.txt").write_text(WRONG, encoding="utf-8")
    call("baseline", "create", "reports", *SELECT)
    (folder / "reports" / "b.txt").unlink()
    assert call("check", "reports", *BASELINE)[1].count("reports/b.txt 的") == 2
    call("baseline", "update", "reports", *SELECT)
    assert list(entries()) == ["reports/a.txt"]


def test_paths_go_from_the_baselines_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kept").mkdir()
    file = ["--baseline", "kept/base.json"]
    call("baseline", "create", str(folder / "reports"), *file, *SELECT)
    assert list(entries("kept/base.json")) == ["../reports/a.txt"]
    monkeypatch.chdir(folder / "reports")
    assert call("check", "a.txt", "--baseline", "../kept/base.json", *SELECT)[0] == 0


def test_the_same_findings_give_the_same_file() -> None:
    call("baseline", "create", "reports", *SELECT)
    once = Path(FILE).read_bytes()
    call("baseline", "update", "reports", *SELECT, "--jobs", "2")
    assert Path(FILE).read_bytes() == once


def test_sarif_says_what_is_new() -> None:
    call("baseline", "create", "reports", "--select", "enumeration-order")
    output = call("check", "reports", "-f", "sarif", *BASELINE)[1]
    found = [one["baselineState"] for one in json.loads(output)["runs"][0]["results"]]
    assert found == ["unchanged", "new"]


def test_a_report_that_cannot_be_read_keeps_its_entries(folder: Path) -> None:
    call("baseline", "create", "reports", *SELECT)
    before = entries()
    (folder / "reports" / "a.txt").write_bytes(b"")
    status, _, errors = call("baseline", "update", "reports", *SELECT)
    assert (status, errors.startswith("nianbao: reports/a.txt: "), entries()) == (2, True, before)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["baseline"], "baseline 后面要写 create update prune"),
        (["baseline", "crate", "reports"], "是不是 create？"),
        (["baseline", "create"], "没有给出要检查的文件"),
        (["baseline", "update", "reports"], f"没有基线文件 {FILE}；先运行 nianbao baseline create"),
        (["check", "reports", "--baseline", "none.json"], "没有基线文件 none.json"),
        (["check", "reports", "--baseline", "reports/a.txt"], "读不懂这个基线文件：不是正确的 JSON（JSON is"),
        (["check", "reports", "--baseline", "odd.json"], "读不懂这个基线文件：findings：缺少这个键"),
        (["baseline", "create", "reports", "--baseline", "reports/a.txt"], "已经有了"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(argv: list[str], said: str) -> None:
    write("odd.json", '{"schema": "nianbao-baseline/1"}')
    status, output, errors = call(*argv)
    assert (status, output, errors.count("\n"), said in errors) == (2, "", 1, True), errors


def test_what_is_accepted_is_not_fixed() -> None:
    call("baseline", "create", "reports", *SELECT)
    assert "已修复 0 处" in call("check", "reports", "--fix", *BASELINE)[1]
    assert Path("reports/a.txt").read_text(encoding="utf-8") == WRONG
