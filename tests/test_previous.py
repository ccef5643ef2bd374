"""`--previous`: last year's report of the same unit, named or found in a folder."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from linter.analysis import analyse
from linter.model.errors import UsageError
from linter.model.report import Report
from linter.pipeline import lint, prepare
from linter.pipeline.one import lint_read
from linter.pipeline.previous import is_same_unit, past_in
from linter.readers.folders import File
from linter.readers.from_txt import parse
from linter.reporters import REPORTERS
from linter.rulebook import load_rules
from tests.calling import call, write

SELECT = ["--select", "carried-over"]
UNITS = """\
[[unit]]
name = "青禾镇人民政府"
level = "镇"
parents = ["云溪县"]
aliases = ["青禾乡"]
"""


def report(unit: str = "云溪县青禾镇人民政府", year: int = 2024, carried: int = 0, left: int = 0) -> str:
    """A report with so many requests carried over from the year before and left for the next."""
    return f"""\
{unit}{year}年政府信息公开工作年度报告

一、总体情况
本年度做好了政府信息公开工作。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量 {left} 0 0 0 0 0 {left}
二、上年结转政府信息公开申请数量 {carried} 0 0 0 0 0 {carried}
（七）总计 {carried} 0 0 0 0 0 {carried}
四、结转下年度继续办理 {left} 0 0 0 0 0 {left}
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
公示栏更换不及时。
六、其他需要报告的事项
本年度未收取信息处理费。
"""


@pytest.fixture(autouse=True)
def folder(work: Path, cache: Path) -> None:  # noqa: ARG001
    """A report of 2024 that takes up 2 requests, and a folder of 2023 with the one that left 2, among others."""
    write("now.txt", report(carried=3))
    write("last/qinghe.txt", report(year=2023, left=2))
    write("last/older/qinghe.txt", report(year=2022, left=7))
    write("last/liuquan.txt", report("云溪县柳泉乡人民政府", 2023, left=5))


def checked(*argv: str) -> tuple[list[str], list[str], list[str]]:
    """What stands in each finding, why rules were not assessed, and what was said beside them."""
    _, output, errors = call("check", *SELECT, "-f", "json", *argv)
    told: list[Any] = json.loads(output)["reports"]
    found = [one["text"] for each in told for one in each["findings"]]
    reasons = [one["reason"] for each in told for one in each["assessed"]["not_assessed"]]
    return found, reasons, errors.splitlines()


def test_without_last_years_report_the_rules_that_need_it_are_not_assessed() -> None:
    assert checked("now.txt") == ([], ["没有上年报告"], [])


def test_a_file_is_last_years_report() -> None:
    assert checked("now.txt", "--previous", "last/qinghe.txt") == (["3"], [], [])


def test_in_a_folder_the_report_of_the_same_unit_and_the_year_before_is_found() -> None:
    assert checked("now.txt", "--previous", "last") == (["3"], [], [])
    write("now.txt", report("青禾镇", carried=2))
    assert checked("now.txt", "--previous", "last") == ([], [], [])


def test_the_folder_may_be_the_one_that_is_checked() -> None:
    write("last/now.txt", report(carried=2))
    found, reasons, said = checked("last", "--previous", "last")
    assert (found, len(reasons), len(said)) == (["0"], 2, 2)


def test_where_there_is_none_that_is_said() -> None:
    write("now.txt", report("云溪县石桥街道办事处", carried=3))
    assert checked("now.txt", "--previous", "last") == (
        [],
        ["没有上年报告"],
        ["nianbao: now.txt:1：last 里没有石桥街道办事处2023年的报告，前后年度的规则没有判断"],
    )


def test_where_several_could_be_meant_none_is_taken() -> None:
    write("last/again.txt", report(year=2023, left=3))
    said = "last 里有 2 份青禾镇人民政府2023年的报告（last/again.txt、last/qinghe.txt），不知道用哪一份，都没有用"
    assert checked("now.txt", "--previous", "last") == ([], ["没有上年报告"], [f"nianbao: now.txt:1：{said}"])


def test_the_same_content_twice_is_one_report() -> None:
    write("last/copy.txt", report(year=2023, left=2))
    assert checked("now.txt", "--previous", "last") == (["3"], [], [])


def test_a_title_without_unit_or_year_leads_to_none() -> None:
    write("now.txt", report(carried=3).replace("云溪县青禾镇人民政府2024年", "", 1))
    found, reasons, said = checked("now.txt", "--previous", "last")
    assert (found, reasons, "标题没有写明单位或年份" in said[0]) == ([], ["没有上年报告"], True)


@pytest.mark.parametrize(
    ("name", "is_"),
    [("last/older/qinghe.txt", "青禾镇人民政府2022年的"), ("last/liuquan.txt", "柳泉乡人民政府2023年的")],
)
def test_a_named_file_of_another_unit_or_year_is_not_taken(name: str, is_: str) -> None:
    said = f"--previous 给的 {name} 是{is_}报告，不是青禾镇人民政府2023年的，没有用它"
    assert checked("now.txt", "--previous", name) == ([], ["没有上年报告"], [f"nianbao: now.txt:1：{said}"])


def test_the_register_knows_the_unit_by_its_other_names() -> None:
    Path("last/qinghe.txt").unlink()
    write("last/old-name.txt", report("云溪县青禾乡", 2023, left=2))
    assert checked("now.txt", "--previous", "last")[0] == []
    write("units.toml", UNITS)
    assert checked("now.txt", "--previous", "last", "--units", "units.toml") == (["3"], [], [])


def test_a_file_in_the_folder_that_cannot_be_read_is_named() -> None:
    Path("last/spoilt.pdf").write_bytes(b"%PDF-1.4\nnothing")
    found, reasons, said = checked("now.txt", "--previous", "last")
    assert (found, reasons, len(said)) == (["3"], [], 1)
    assert said[0].startswith("nianbao: 上年报告 last/spoilt.pdf：")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "没有这个文件或文件夹"),
        ("empty.txt", "", "文件是空的"),
        ("letter.txt", "各乡镇：\n请及时报送。\n", "不像政府信息公开工作年度报告"),
        ("nothing/readme.csv", "a,b\n", "文件夹里没有可读的报告"),
    ],
)
def test_what_is_named_must_be_a_report(name: str, content: str | None, said: str) -> None:
    if content is not None:
        write(name, content)
    status, output, errors = call("check", "now.txt", "--previous", name.partition("/")[0])
    assert (status, output, said in errors) == (2, "", True)


def test_the_configuration_can_name_it() -> None:
    write("nianbao.toml", 'previous = "last"\n')
    assert checked("now.txt") == (["3"], [], [])
    write("nianbao.toml", 'previous = "lost"\n')
    status, _, errors = call("check", "now.txt")
    assert (status, errors) == (2, "nianbao: nianbao.toml:1：previous：没有文件或文件夹 lost\n")


def test_standard_input_has_a_report_of_last_year_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(report(carried=4).encode())))
    assert checked("-", "--previous", "last") == (["4"], [], [])


def test_the_outcome_is_the_same_with_several_processes() -> None:
    for number in range(4):
        write(f"many/{number}.txt", report(carried=number))
    outputs = [
        call("check", "many", "--previous", "last", "-f", "json", "--no-cache", "--jobs", str(jobs))[1]
        for jobs in (1, 2)
    ]
    assert outputs[0] == outputs[1]
    assert checked("many", "--previous", "last")[0] == ["0", "1", "3"]


@pytest.mark.parametrize("format", REPORTERS)
def test_every_format_is_the_same_from_the_cache(format: str) -> None:
    outputs = [call("check", "now.txt", "--previous", "last", "-f", format)[1] for _ in range(2)]
    bare = call("check", "now.txt", "--previous", "last", "-f", format, "--no-cache")[1]
    assert outputs == [bare, bare]


def test_another_report_of_last_year_is_another_outcome() -> None:
    assert checked("now.txt", "--previous", "last")[0] == ["3"]
    write("last/qinghe.txt", report(year=2023, left=3))
    assert checked("now.txt", "--previous", "last") == ([], [], [])
    assert checked("now.txt") == ([], ["没有上年报告"], [])


def test_what_was_read_for_its_title_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = past_in(Path("last"))

    def fail(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("linter.pipeline.titles.read_bytes", fail)
    assert past_in(Path("last")) == first
    write("last/new.txt", report("云溪县石桥街道办事处", 2023))
    with pytest.raises(AssertionError, match="read again"):
        past_in(Path("last"))


def test_a_note_on_last_year_says_where_it_stands() -> None:
    output = call("check", *SELECT, "now.txt", "--previous", "last", "-f", "json")[1]
    finding = json.loads(output)["reports"][0]["findings"][0]
    last = Path("last/qinghe.txt").read_text(encoding="utf-8")
    at = last.index("2 0 0 0 0 0 2", last.index("四、结转"))
    assert finding["notes"][0] == {
        "message": "上年报告这里是 2",
        "span": {"start": at, "end": at + 1},
        "path": "last/qinghe.txt",
    }
    text = call("check", *SELECT, "now.txt", "--previous", "last")[1]
    assert "上年报告 last/qinghe.txt:10:13 上年报告这里是 2" in text


def previous() -> Report:
    return analyse(parse(report(year=2023, left=2)))


def test_a_caller_can_hand_in_the_report_or_the_folder() -> None:
    rules = [one for one in load_rules() if one.id == "carried-over"]
    setup = prepare(rules)
    given = lint_read(parse(report(carried=3)), setup, previous())
    found = lint(File("now.txt", Path("now.txt")), prepare(rules, past=past_in(Path("last"))))
    assert [one.span for one in given.findings] == [one.span for one in found.findings] != []


def test_fixing_keeps_last_years_report_in_sight() -> None:
    status, output, _ = call(
        "check", "now.txt", "--previous", "last", "--diff", "--select", "history,doubled-mark"
    )
    assert (status, output) == (0, "")


def test_units_are_the_same_with_or_without_upper_levels_and_government() -> None:
    titles = [
        analyse(parse(report(name))).title for name in ("青禾镇", "云溪县青禾镇人民政府", "柳河县青禾镇")
    ]
    same = [[is_same_unit(one, other) for other in titles] for one in titles]
    assert same == [[True, True, True], [True, True, False], [True, False, True]]


def test_what_is_missing_is_an_error_of_usage() -> None:
    with pytest.raises(UsageError):
        past_in(Path("nowhere"))


def test_a_cell_that_the_equations_have_found_is_told_once() -> None:
    wrong = report(carried=2).replace("数量 2 0 0 0 0 0 2", "数量 3 0 0 0 0 0 2")
    write("now.txt", wrong)
    _, output, _ = call(
        "check", "now.txt", "--previous", "last", "--select", "tables,carried-over", "-f", "json"
    )
    told = [(one["rule"], one["text"]) for one in json.loads(output)["reports"][0]["findings"]]
    assert told == [("balance", "3")]
    assert "上年报告这里是 2" in output
    assert checked("now.txt", "--previous", "last")[0] == ["3"]
