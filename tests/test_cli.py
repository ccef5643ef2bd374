"""What a user types, what comes back, and with which exit status."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli import COMMANDS, main
from tests.calling import RIGHT, SELECT, WRONG, call, write

NOTICE = "关于报送年度报告的通知\n\n各乡镇：\n请于1月20日前报送2024年政府信息公开工作年度报告。\n"
FOUND = [("enumeration-order", 6, 25), ("missing-ending", 10, 16)]


def found(output: str) -> list[tuple[str, int, int]]:
    """Rule, line and column of each finding in JSON output."""
    findings = [one for report in json.loads(output)["reports"] for one in report["findings"]]
    return [(one["rule"], one["start"]["line"], one["start"]["column"]) for one in findings]


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """A folder to work in, with a right report, a wrong one and a notice that is none."""
    for name, text in (("right.txt", RIGHT), ("wrong.txt", WRONG), ("notice.txt", NOTICE)):
        write(name, text)
    return work


def test_a_report_without_faults_is_clean() -> None:
    status, output, _ = call("check", "right.txt", "-f", "json", *SELECT)
    assert (status, found(output)) == (0, [])


def test_errors_make_the_status_one() -> None:
    status, output, _ = call("check", "wrong.txt", "-f", "json", *SELECT)
    assert (status, found(output)) == (1, FOUND)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "note"], 1),
        (["--fail-on=warning"], 1),
        (["--ignore", "numbering,punctuation/missing-ending", "--select", "tables"], 0),
    ],
)
def test_the_options_decide_what_fails(options: list[str], status: int) -> None:
    select = [] if "--select" in options else SELECT
    assert call("check", "wrong.txt", *select, *options)[0] == status


@pytest.mark.parametrize(
    ("name", "content", "kind", "said"),
    [
        ("none.txt", None, "missing", "没有这个文件"),
        ("empty.txt", b"", "empty", "空的"),
        ("program.txt", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8, "binary", "不是文档"),
        ("nul.txt", "云溪县\0青禾镇\0".encode(), "binary", "不是文本文件"),
        ("odd.txt", b"\xfa\xb1\x80\xff\xc0", "encoding", "--encoding"),
        ("notice.txt", None, "not-a-report", "不像政府信息公开工作年度报告"),
        ("large.txt", b"a" * 20_000_000, "too-large", "超过上限"),
        ("line.txt", "政府信息公开".encode() * 22_000, "not-a-report", "不像"),
    ],
)
def test_what_cannot_be_checked_is_named_and_the_others_are_done(
    folder: Path, name: str, content: bytes | None, kind: str, said: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    status, output, errors = call("check", name, "wrong.txt", "-f", "json", "--exit-zero", *SELECT)
    failed = json.loads(output)["failed"]
    told = [(one["path"], one["kind"], said in one["reason"], name in one["reason"]) for one in failed]
    assert (status, told, found(output)) == (2, [(name, kind, True, False)], FOUND)
    assert errors == f"nianbao: {name}: {failed[0]['reason']}\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["check"], "没有给出要检查的文件"),
        (["check", "wrong.txt", "--selct", "x"], "没有 --selct 这个选项，是不是 --select？"),
        (["check", "wrong.txt", "--zzz"], "没有 --zzz 这个选项；用 nianbao check --help"),
        (["check", "wrong.txt", "-f"], "选项 -f、--format 后面要跟一个值"),
        (["check", "wrong.txt", "-f", "yaml"], "-f 不能是 yaml，可用 text concise json"),
        (["check", "wrong.txt", "-f", "json:"], "冒号后面要写文件名"),
        (["check", "wrong.txt", "-f", "text", "-f", "json"], "只有一种格式能写到标准输出"),
        (["check", "wrong.txt", "-f", "text:a", "-f", "json:a"], "两种格式写到同一个文件 a"),
        (["check", "wrong.txt", "--exit-zero=1"], "选项 --exit-zero 后面不带值"),
        (["check", "wrong.txt", "--select", "wordign"], "没有 wordign 这条规则，是不是 wording？"),
        (["check", "wrong.txt", "--ignore", "missing-endin"], "是不是 missing-ending？"),
        (["check", "wrong.txt", "--select", "row-total", "--ignore", "tables"], "没有留下任何规则"),
        (["check", "wrong.txt", "--fail-on", "errors"], "--fail-on 不能是 errors"),
        (["check", "wrong.txt", "--min-confidence", "sure"], "--min-confidence 不能是 sure"),
        (["check", "wrong.txt", "--profile", "village"], "没有 village 这个评分方案"),
        (["check", "wrong.txt", "--encoding", "klingon"], "没有这种编码"),
        (["check", "wrong.txt", "--jobs", "0"], "--jobs 要写 1 以上的整数，不能是 0"),
        (["check", "wrong.txt", "--rules", "nowhere"], "没有这个规则文件夹"),
        (["check", "wrong.txt", "-o", "nowhere/out"], "写不了 nowhere/out：没有上一级文件夹"),
        (["check", "wrong.txt", "-o", "."], "写不了 .：这是一个文件夹"),
        (["check", "wrong.txt", "--lang", "fr"], "--lang 不能是 fr，可用 zh en"),
        (["--lang", "fr", "check", "wrong.txt"], "--lang 不能是 fr，可用 zh en"),
        (
            ["chekc", "wrong.txt"],
            "没有 chekc 这个命令，可用 baseline check compare config corpus explain lsp rank rules，是不是 check？",
        ),
        (["wrong.txt"], "是不是 nianbao check wrong.txt？"),
        (["rules", "lsit"], "rules 没有 lsit 这个子命令，可用 list test new，是不是 list？"),
        (["rules", "list", "more"], "多出来的参数 more"),
        (["explain"], "没有写规则名"),
        (["explain", "missing-endign"], "没有 missing-endign 这条规则，是不是 missing-ending？"),
    ],
)
def test_a_bad_option_is_answered_in_one_sentence(argv: list[str], said: str) -> None:
    status, output, errors = call(*argv)
    assert (status, output, errors.count("\n"), said in errors) == (2, "", 1, True), errors


def test_no_argument_at_all_shows_what_there_is() -> None:
    status, output, errors = call()
    assert (status, output, [name in errors for name in COMMANDS]) == (2, "", [True] * len(COMMANDS))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "argv", [["--help"], *([name, "--help"] for name in COMMANDS), ["rules", "test", "-h"]]
)
def test_help_is_given_in_both_languages(argv: list[str], lang: str) -> None:
    status, output, errors = call(*argv, "--lang", lang)
    assert (status, errors, output.count("usage: "), output.count("用法: ")) == (0, "", *LANGUAGES[lang])


LANGUAGES = {"zh": (0, 1), "en": (1, 0)}


def test_english_is_spoken_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    by_option = call("check", "--lang", "en", "nowhere.txt")
    monkeypatch.setenv("NIANBAO_LANG", "en")
    assert (by_option, call("check", "nowhere.txt")) == (
        (2, "could not be checked:\n  nowhere.txt: no such file or folder [missing]\n", ""),
    ) * 2


@pytest.mark.parametrize("options", [[], ["--jobs", "2"]])
def test_a_folder_is_walked_in_order_and_each_file_once(folder: Path, options: list[str]) -> None:
    below = folder / "all" / "b" / "c"
    below.mkdir(parents=True)
    (folder / "all" / ".hidden").mkdir()
    for place in ("all/b/c/2.md", "all/a.TXT", "all/.hidden/3.txt", "all/.4.txt", "all/sheet.csv"):
        (folder / place).write_text(RIGHT, encoding="utf-8")
    (below / "up").symlink_to(folder / "all")
    (below / "same.txt").symlink_to(below / "2.md")
    argv = ["all/", "all/b", "right.txt", "./right.txt", "all/sheet.csv", "-f", "json", *SELECT, *options]
    status, output, _ = call("check", *argv)
    assert (status, [report["path"] for report in json.loads(output)["reports"]]) == (
        0,
        ["all/a.TXT", "all/b/c/2.md", "right.txt", "all/sheet.csv"],
    )


@pytest.mark.parametrize("options", [[], ["--allow-empty"]])
def test_a_folder_without_files_fails_unless_that_is_allowed(folder: Path, options: list[str]) -> None:
    (folder / "none").mkdir()
    status, output, _ = call("check", "none", "-f", "json", *options)
    failed = [(one["path"], one["kind"]) for one in json.loads(output)["failed"]]
    assert (status, failed) == ((0, []) if options else (2, [("none", "missing")]))


def test_nothing_to_check_can_be_allowed() -> None:
    assert call("check", "--allow-empty", "-q") == (0, "", "")


def test_the_same_run_gives_the_same_bytes() -> None:
    argv = ["check", ".", "-f", "json", "--exit-zero"]
    assert len({call(*argv, *more) for more in ([], [], ["--jobs", "1"], ["--jobs", "2"])}) == 1


def test_standard_input_is_read_under_a_name_of_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("-", "draft.md"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode("gb18030"))))
        status, output, _ = call("check", "-", "--stdin-filename", name, "-f", "json", *SELECT)
        report = json.loads(output)["reports"][0]
        told = (status, report["path"], report["encoding"], found(output))
        assert told == (1, name, "gb18030", FOUND)


def test_several_formats_go_to_several_files(folder: Path) -> None:
    (folder / "old.json").write_text("old", encoding="utf-8")
    status, output, errors = call(
        "check", "wrong.txt", "-f", "concise", "-f", "json:old.json", "-f", "text:new.txt", *SELECT
    )
    told = (status, output.count("\n"), errors, found((folder / "old.json").read_text(encoding="utf-8")))
    assert told == (1, 2, "", FOUND)
    assert sorted(path.name for path in folder.iterdir()) == [
        "new.txt",
        "notice.txt",
        "old.json",
        "right.txt",
        "wrong.txt",
    ]


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert (call("check", "right.txt", "-o", os.devnull, *SELECT), Path(os.devnull).is_file()) == (
        (0, "", ""),
        False,
    )


@pytest.mark.parametrize(
    ("variables", "colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_are_for_terminals(
    variables: dict[str, str], colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[31m" in call("check", "wrong.txt", *SELECT)[1]) is colored


def test_rules_of_ones_own_run_beside_ours(folder: Path) -> None:
    own = folder / "own" / "wording" / "no-such-word.yaml"
    own.parent.mkdir(parents=True)
    ours = call("rules")[1].count("\n")
    own.write_text(OWN_RULE, encoding="utf-8")
    status, output, _ = call("check", "right.txt", "--rules", "own", "--select", "no-such-word", "-f", "json")
    assert (status, found(output)) == (0, [("no-such-word", 8, 8)])
    assert call("rules", "list", "--rules", "own")[1].count("\n") == ours + 1
    assert "不要写规章" in call("explain", "no-such-word", "--rules", "own")[1]
    assert call("rules", "test", "own") == (0, "1 条规则，2 个示例，全部相符\n", "")


OWN_RULE = """\
title: {zh: 不要写规章, en: Do not write 规章}
why: {zh: 乡镇没有规章, en: Townships have none}
basis: [{document: convention}]
check: pattern
severity: warning
confidence: certain
message: {zh: 不要写规章, en: do not write it}
options: {find: 规章}
examples:
  bad: ["没有⟦规章⟧。"]
  good: ["没有规定。"]
"""


def test_an_example_that_is_not_met_is_shown(folder: Path) -> None:
    own = folder / "wording" / "no-such-word.yaml"
    own.parent.mkdir()
    own.write_text(OWN_RULE.replace("没有规定", "没有规章"), encoding="utf-8")
    status, output, _ = call("rules", "test", "wording")
    assert (status, output) == (
        1,
        f"{Path('wording/no-such-word.yaml')}: 正确示例 1\n"
        "  正确的例子不应报问题：\n"
        "  没有⟦规章⟧。\n"
        "1 条规则，2 个示例，1 个不符\n",
    )


def test_a_misspelt_key_of_a_rule_file_is_named_with_its_line(folder: Path) -> None:
    own = folder / "own" / "wording" / "no-such-word.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN_RULE.replace("severity:", "severty:"), encoding="utf-8")
    status, output, errors = call("check", "right.txt", "--rules", "own")
    place = f"{Path('own/wording/no-such-word.yaml')}:5"
    assert (status, output, place in errors, "severty" in errors, errors.count("\n")) == (
        2,
        "",
        True,
        True,
        1,
    )


def test_all_examples_of_our_rules_are_met() -> None:
    status, output, _ = call("rules", "test")
    assert (status, output.endswith("全部相符\n")) == (0, True), output


class Interrupted(io.BytesIO):
    """An output at which the user presses Ctrl-C."""

    def write(self, data: object) -> int:  # noqa: ARG002
        raise KeyboardInterrupt


def test_an_interrupt_ends_it_cleanly() -> None:
    err = io.StringIO()
    assert (main(["rules"], Interrupted(), err), err.getvalue()) == (130, "nianbao: 已中断\n")


def test_a_reader_that_goes_away_is_no_crash(folder: Path) -> None:
    command = [sys.executable, "-m", "linter", "check", *["wrong.txt"], "--exit-zero"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 2)


class Terminal(io.StringIO):
    """A terminal of errors, without a person before it."""

    def isatty(self) -> bool:
        return True


def test_who_waits_long_sees_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.cli.progress._PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    err = Terminal()
    main(["check", "right.txt", "wrong.txt", "-q", *SELECT], io.BytesIO(), err)
    assert "检查" in err.getvalue()
