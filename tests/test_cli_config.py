"""What a configuration does to a run, and what `config show` and `rules new` say."""

import json
import os
import tomllib
from pathlib import Path

import pytest

from linter.bundled import RULES
from tests.calling import FAULTS, RIGHT, WRONG, call, write

TWO = 'select = ["enumeration-order", "missing-ending"]\n'


def check(*argv: str) -> tuple[int, dict[str, list[str]]]:
    """Exit status of `check`, and the rules of the findings by file."""
    status, output, errors = call("check", *argv, "-f", "json")
    assert errors == ""
    reports = json.loads(output)["reports"]
    return status, {one["path"]: [found["rule"] for found in one["findings"]] for one in reports}


@pytest.fixture(autouse=True)
def folder(work: Path, cache: Path) -> Path:  # noqa: ARG001
    """A folder to work in, with a report that has two faults."""
    write("a.txt", WRONG)
    return work


def test_a_configuration_chooses_rules_and_the_command_line_wins() -> None:
    write("nianbao.toml", TWO + 'ignore = ["enumeration-order"]\n')
    assert check("a.txt") == (1, {"a.txt": ["missing-ending"]})
    assert check("a.txt", "--select", "enumeration-order") == (1, {"a.txt": ["enumeration-order"]})
    assert check("a.txt", "--ignore", "missing-ending", "--select", ",".join(FAULTS)) == (
        1,
        {"a.txt": ["enumeration-order"]},
    )


def test_a_shared_file_does_the_same() -> None:
    write("pyproject.toml", '[project]\nname = "x"\n[tool.nianbao]\nselect = ["missing-ending"]\n')
    assert check("a.txt") == (1, {"a.txt": ["missing-ending"]})


def test_each_file_has_the_configuration_nearest_to_it(folder: Path) -> None:
    write("nianbao.toml", TWO)
    write("b/nianbao.toml", 'select = ["missing-ending"]\nfail-on = "never"\n')
    write("b/c/a.txt", WRONG)
    write("d/a.txt", WRONG)
    assert check(".") == (1, {"./a.txt": FAULTS, "./b/c/a.txt": FAULTS[1:], "./d/a.txt": FAULTS})
    assert check("b") == (0, {"b/c/a.txt": FAULTS[1:]})
    assert check(str(folder / "b")) == (0, {f"{folder}/b/c/a.txt": FAULTS[1:]})
    assert check("b", "--fail-on", "error")[0] == 1


def test_one_configuration_can_be_named_for_all() -> None:
    write("nianbao.toml", "selct = []")
    write("other/our.toml", 'select = ["missing-ending"]\n')
    assert check("a.txt", "--config", "other/our.toml") == (1, {"a.txt": ["missing-ending"]})
    assert call("check", "a.txt", "--config", "no.toml") == (2, "", "nianbao: no.toml：没有这个配置文件\n")


def test_the_same_run_gives_the_same_bytes_with_several_configurations() -> None:
    write("nianbao.toml", '[[overrides]]\nfiles = ["*1.txt"]\nignore = ["missing-ending"]\n')
    write("b/nianbao.toml", 'profile = "county"\nmin-confidence = "guess"\n')
    for number in range(12):
        write(f"{'bc'[number % 2]}/{number}.txt", WRONG)
    ways: tuple[list[str], ...] = (
        [],
        [],
        ["--jobs", "1"],
        ["--jobs", "2"],
        ["--no-cache"],
        ["--no-cache", "--jobs", "2"],
    )
    assert len({call("check", ".", "-f", "json", "--exit-zero", *more) for more in ways}) == 1


def test_overrides_hold_for_the_files_that_match() -> None:
    write(
        "nianbao.toml",
        TWO + '[[overrides]]\nfiles = ["drafts/**"]\nignore = ["numbering"]\nfail-on = "never"\n',
    )
    write("drafts/x/a.txt", WRONG)
    assert check(".") == (1, {"./a.txt": FAULTS, "./drafts/x/a.txt": FAULTS[1:]})
    assert check("drafts")[0] == 0


def test_severities_and_weights_change_the_score() -> None:
    def told() -> tuple[int, list[str], dict[str, float]]:
        status, output, _ = call("check", "a.txt", "-f", "json")
        (report,) = json.loads(output)["reports"]
        earned = {one["group"]: one["earned"] for one in report["score"]["parts"]}
        return status, [one["severity"] for one in report["findings"]], earned

    write("nianbao.toml", TWO)
    assert told() == (1, ["error", "error"], {"numbering": 1, "punctuation": 1})
    write("nianbao.toml", TWO + "severities.missing-ending = 'note'\nweights.numbering = 20\n")
    assert told() == (1, ["error", "note"], {"numbering": 16, "punctuation": 5})
    write("nianbao.toml", TWO + "[severities]\nmissing-ending = 'warning'\nenumeration-order = 'note'\n")
    assert told() == (0, ["note", "warning"], {"numbering": 5, "punctuation": 3.5})


def test_a_word_of_ones_own_is_no_fault_any_more() -> None:
    write("a.txt", RIGHT.replace("完善台账", "完善完善台账"))
    write("nianbao.toml", "select = ['duplicate-wording']\n")
    before = check("a.txt")
    write(
        "nianbao.toml",
        "select = ['duplicate-wording']\n[options.duplicate-wording]\nallow.extend = ['完善']\n",
    )
    assert (before, check("a.txt")) == ((1, {"a.txt": ["duplicate-wording"]}), (0, {"a.txt": []}))


def test_rules_of_ones_own_are_known_to_every_command() -> None:
    assert call("rules", "new", "wording/our-term", "--rules", "own")[0] == 0
    write("nianbao.toml", 'rules = ["own"]\n')
    listed, told = call("rules", "list")[1], call("explain", "our-term")
    assert ("wording/our-term" in listed, told[0]) == (True, 0)
    assert check("a.txt", "--select", "our-term", "--rules", "own") == (0, {"a.txt": []})


REGISTER = """\
[[unit]]
name = "青禾经济发达镇"
level = "镇"
parents = ["云溪县"]
aliases = ["青禾镇人民政府"]
[[unit]]
name = "柳泉林场"
level = "管委会"
parents = ["云溪县"]
"""


@pytest.mark.parametrize("config", ["", 'units = "units.toml"\n'])
def test_a_register_knows_the_unit_and_the_others(config: str) -> None:
    text = RIGHT.replace("全年主动公开", "2024年，柳泉林场主动公开")
    write("a.txt", text)
    write("units.toml", REGISTER)
    write("nianbao.toml", config)
    given = [] if config else ["--units", "units.toml"]
    output = call("check", "a.txt", "-f", "json", "--select", "foreign-unit", *given)[1]
    (report,) = json.loads(output)["reports"]
    found = [one["text"] for one in report["findings"]]
    assert (report["unit"], report["level"], found) == ("青禾经济发达镇", "镇", ["柳泉林场"])
    assert check("a.txt", "--select", "foreign-unit", "--config", os.devnull)[1] == {"a.txt": []}


def test_a_register_with_a_fault_is_named_with_its_line() -> None:
    write("units.toml", REGISTER.replace('"镇"', '"城"'))
    status, output, errors = call("check", "a.txt", "--units", "units.toml")
    assert (status, output, errors.startswith("nianbao: units.toml:3：unit[0].level：不能是 '城'")) == (
        2,
        "",
        True,
    )


def test_the_baseline_of_the_configuration_is_used() -> None:
    write("nianbao.toml", TWO + 'baseline = "accepted.json"\n')
    assert call("baseline", "create", "a.txt")[0] == 0
    assert (Path("accepted.json").exists(), check("a.txt")[0]) == (True, 0)


def test_the_language_is_that_of_the_working_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    write("nianbao.toml", 'lang = "en"\nselct = []\n')
    broken = call("check", "a.txt")[2]
    write("nianbao.toml", 'lang = "en"\n')
    said = [call("explain", "no-such-rule", *more)[2] for more in ([], ["--lang", "zh"])]
    monkeypatch.setenv("NIANBAO_LANG", "zh")
    assert [broken, *said, call("explain", "no-such-rule")[2]] == [
        "nianbao: nianbao.toml:2：selct：没有这个键，是不是 select？\n",
        "nianbao: there is no rule no-such-rule; see nianbao rules list\n",
        "nianbao: 没有 no-such-rule 这条规则；用 nianbao rules list 查看所有规则\n",
        "nianbao: 没有 no-such-rule 这条规则；用 nianbao rules list 查看所有规则\n",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "ignore = ['missing-endign']",
            "nianbao.toml:1：ignore[0]：没有 missing-endign 这条规则，是不是 missing-ending？",
        ),
        ("[severities]\nbalance = 'fatal'", "nianbao.toml:2：severities.balance：不能是 'fatal'"),
        ("rules = ['own']", "nianbao.toml:1：rules[0]：没有文件夹 own"),
    ],
)
def test_a_configuration_with_a_fault_stops_the_run(text: str, said: str) -> None:
    write("nianbao.toml", text)
    status, output, errors = call("check", "a.txt")
    assert (status, output, errors.startswith(f"nianbao: {said}"), errors.count("\n")) == (2, "", True, 1), (
        errors
    )


CONFIG = """\
select = ["enumeration-order", "missing-ending"]
severities.missing-ending = "note"
options.missing-ending.ending = "。"
[[overrides]]
files = ["*.md"]
ignore = ["numbering"]
fail-on = "note"
"""
SHOWN = """\
select = ["enumeration-order", "missing-ending"]  # nianbao.toml:1
# extend-select: 无                               # 默认
ignore = ["numbering"]                            # nianbao.toml:6
min-confidence = "guess"                          # 命令行
fail-on = "note"                                  # nianbao.toml:7
# profile: 按单位层级                             # 默认
# encoding: 自动识别                              # 默认
# jobs: 按文件多少                                # 默认
# units: 无                                       # 默认
# previous: 无                                    # 默认
# baseline: 无                                    # 默认
# rules: 无                                       # 默认
# corpora: 无                                     # 默认
severities.missing-ending = "note"                # nianbao.toml:2
# weights: 按单位层级的评分方案                   # 默认
options.missing-ending.ending = "。"              # nianbao.toml:3
lang = "zh"  # 默认
# 运行 1 条规则
"""


def test_show_tells_every_value_and_where_it_comes_from() -> None:
    write("nianbao.toml", CONFIG)
    write("a.md", RIGHT)
    status, output, errors = call("config", "show", "a.md", "--min-confidence", "guess")
    assert (status, output.partition("# 不运行")[0], errors) == (0, SHOWN, "")


def test_what_is_shown_is_a_configuration_that_says_the_same() -> None:
    write("nianbao.toml", CONFIG + '[weights]\nwording = 1.5\n[overrides.severities]\nbalance = "note"\n')
    write("a.md", RIGHT)
    options = ["--profile", "county", "--jobs", "3", "--encoding", "utf-8"]
    first = call("config", "show", "a.md", *options)[1]
    write("again.toml", first)
    again = call("config", "show", "a.md", "--config", "again.toml")[1]
    assert tomllib.loads(again) == tomllib.loads(first)


def test_show_needs_no_configuration_and_no_path() -> None:
    status, output, _ = call("config", "show", "--lang", "en")
    assert (status, output.count("# default"), 'lang = "en"  # command line' in output) == (0, 14, True)


def test_a_configured_folder_without_a_rule_is_told_and_takes_a_first_one() -> None:
    Path("ours").mkdir()
    write("nianbao.toml", 'rules = ["ours"]\n')
    told = call("check", "a.txt")
    assert (told[0], told[1], told[2].startswith("nianbao: ours：里面没有规则文件")) == (2, "", True)
    assert (call("rules", "new", "wording/our-term")[0], call("check", "a.txt")[0]) == (0, 1)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["config"], "config 后面要写 show，不能是“”"),
        (["config", "shwo"], "config 后面要写 show，不能是“shwo”，是不是 show？"),
        (["config", "show", "a", "b"], "config show 只看一个文件或文件夹"),
        (["config", "show", "nope"], "nope：没有这个文件或文件夹"),
        (["config", "show", ""], "有一个参数是空的"),
        (["config", "show", "--selct", "x"], "没有 --selct 这个选项，是不是 --select？"),
        (["rules", "new"], "写一个名称：类别/规则名"),
        (["rules", "new", "wordign/x"], "没有 wordign 这一类规则"),
        (["rules", "new", "wording/Our_Term"], "规则名只能用小写字母、数字和连字符"),
        (["rules", "new", "wording/missing-ending"], "已经有 "),
    ],
)
def test_a_slip_is_answered_in_one_sentence(argv: list[str], said: str) -> None:
    status, output, errors = call(*argv)
    assert (status, output, errors.count("\n"), said in errors) == (2, "", 1, True), errors


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_rule_passes_its_examples_as_it_stands(lang: str) -> None:
    status, output, _ = call("rules", "new", "wording/our-term", "--lang", lang)
    again = call("rules", "new", "wording/our-term", "--lang", lang)
    tested = call("rules", "test", "rules", "--lang", lang)
    assert (status, again[0], tested[0], "rules/wording/our-term.yaml" in output) == (0, 2, 0, True)


def test_a_new_rule_goes_where_the_configuration_says() -> None:
    Path("ours").mkdir()
    write("nianbao.toml", 'rules = ["ours"]\n')
    said = "已写入 ours/wording/our-term.yaml；改好后运行 nianbao rules test ours/wording/our-term.yaml\n"
    assert call("rules", "new", "wording/our-term") == (0, said, "")
    assert call("rules", "new", "tables/our-term")[2].startswith("nianbao: 已经有 ours/wording/our-term.yaml")
    assert not (RULES / "wording" / "our-term.yaml").exists()
