"""What cannot be done is said in a sentence that names file and cause, and nothing that was there is lost."""

import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli import main
from linter.model.errors import LinterError, UnreadableReport, UsageError

TEXT = """\
云溪县青禾镇人民政府2024年政府信息公开工作年度报告

一、总体情况
（一）主动公开。全年主动公开政府信息36条。
（二）依申请公开。全年未收到政府信息公开申请。
二、主动公开政府信息情况
本年度没有制发规章。
五、存在的主要问题及改进情况
个别栏目更新不及时，已于十月补齐。
六、其他需要报告的事项
本年度未收取信息处理费。
"""
RULE = """\
title: {zh: 自己的规则, en: A rule of one's own}
why: {zh: 例如, en: For instance}
basis: [{document: convention}]
check: %s
severity: warning
confidence: likely
message: {zh: "%s", en: "%s"}
%s
examples: {bad: [有⟦毛病⟧。], good: [好。]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a report of two years."""
    monkeypatch.delenv("NIANBAO_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports/new.txt").write_text(TEXT, encoding="utf-8")
    Path("reports/old.txt").write_text(TEXT.replace("2024", "2023"), encoding="utf-8")
    return tmp_path


def refused(*argv: str) -> str:
    """What `nianbao <argv>` says when it cannot do its work; it writes nothing else."""
    out, err = io.BytesIO(), io.StringIO()
    assert main(list(argv), out, err) == 2
    assert out.getvalue() == b""
    return err.getvalue().removesuffix("\n").removeprefix("nianbao: ")


def rule(check: str = "pattern", message: str = "有{found}", more: str = "options: {find: 毛病}") -> str:
    """The folder of a rule of one's own."""
    Path("own/wording").mkdir(parents=True)
    Path("own/wording/ours.yaml").write_text(RULE % (check, message, message, more), encoding="utf-8")
    return "own"


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "reports/new.txt", "-f", "json", "-o", "reports/new.txt"],
        ["check", "reports/new.txt", "-f", "json:./reports/../reports/new.txt"],
        ["compare", "reports/old.txt", "reports/new.txt", "-o", "reports/new.txt"],
    ],
)
def test_a_report_is_not_written_over(argv: list[str]) -> None:
    said = refused(*argv)
    assert said.endswith("reports/new.txt：这是要读的报告，请换一个文件名")
    assert Path("reports/new.txt").read_text(encoding="utf-8") == TEXT


def test_a_corpus_replaces_a_corpus_only() -> None:
    said = refused("corpus", "build", "reports", "-o", "reports/old.txt")
    assert said == "写不了 reports/old.txt：已经有这个文件，又不是语料库；请换一个文件名"
    for _ in range(2):
        assert main(["corpus", "build", "reports", "-o", "our.corpus"], io.BytesIO(), io.StringIO()) == 0


def test_a_corpus_of_nothing_says_why() -> None:
    Path("letters").mkdir()
    Path("letters/one.txt").write_text("请于一月底前报送。\n", encoding="utf-8")
    said = refused("corpus", "build", "letters", "-o", "our.corpus")
    assert said == "这些文件夹里没有可用的报告；letters/one.txt：不像政府信息公开工作年度报告，没有用它"
    assert refused("corpus", "build", "reports", "gone", "-o", "our.corpus") == "gone：没有这个文件或文件夹"
    assert not Path("our.corpus").exists()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["corpus", "list", "gone.corpus"], "读不了语料库 gone.corpus：没有这个文件或文件夹"),
        (["check", "reports", "--corpus", "reports"], "读不了语料库 reports：这是一个文件夹"),
        (["compare", "reports", "reports/new.txt"], "reports：读不出来（这是一个文件夹）"),
        (["rules", "test", "reports"], "reports：里面没有规则文件"),
        (["baseline"], "baseline 后面要写 create update prune"),
        (["baseline", "crate"], "baseline 后面要写 create update prune，不能是“crate”，是不是 create？"),
    ],
)
def test_the_cause_is_told_in_chinese(argv: list[str], said: str) -> None:
    assert refused(*argv) == said


def test_a_placeholder_that_the_check_does_not_know_names_the_rule_file() -> None:
    own = rule(message="有{what}", more="options: {find: 信息公开}")
    said = refused("check", "reports/new.txt", "--rules", own, "--no-cache")
    assert said == "own/wording/ours.yaml：message：检查 pattern 没有 {what}，只有 {count} {found}"


def test_what_stops_one_process_of_many_is_told() -> None:
    own = rule(message="有{what}", more="options: {find: 信息公开}")
    said = refused("check", "reports", "--rules", own, "--no-cache", "--jobs", "2")
    assert said == "own/wording/ours.yaml：message：检查 pattern 没有 {what}，只有 {count} {found}"


@pytest.mark.parametrize("error", [UsageError("错", "wrong"), UnreadableReport("damaged", "坏", "broken")])
def test_an_error_goes_from_process_to_process(error: LinterError) -> None:
    same = pickle.loads(pickle.dumps(error))
    assert (type(same), vars(same)) == (type(error), vars(error))


@pytest.mark.parametrize(
    ("check", "more", "said"),
    [
        ("pattern", "wordlists: [typos]", "8：wordlists[0]：检查 pattern 用不了词表 typos"),
        ("replace", "wordlists: [gone]", "8：wordlists[0]：没有词表 gone"),
        ("replace", "wordlists: [typos]\noptions: {swap: 3}", "9：options.swap：应为 键值，实为 整数"),
        ("replace", "wordlists: [typos]\noptions: {unless: 3}", "9：options.unless：应为 列表，实为 整数"),
        (
            "tokens",
            'options: {patterns: [{anchors: [加强], tokens: [{ORTH: 加强, OP: "{0,"}]}]}',
            "8：options.patterns[0].tokens[0].OP：写法不对，要合乎 "
            r"^(?:[!?]|\\{[0-9]{1,2}(?:,[0-9]{1,2})?\\})$",
        ),
    ],
)
def test_a_rule_file_of_words_is_refused_with_line_and_key(check: str, more: str, said: str) -> None:
    assert refused("rules", "test", rule(check, more=more)) == f"own/wording/ours.yaml:{said}"


def process(command: str) -> "subprocess.CompletedProcess[str]":
    """A shell command; `$NIANBAO` is nianbao."""
    root = Path(__file__).parent.parent
    env = {**os.environ, "NIANBAO": f"{sys.executable} -m linter", "PYTHONPATH": str(root)}
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=env, check=False)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["corpus", "build", "reports", "-o", "our.corpus"], "reports：没有读取这个文件夹的权限"),
        (["check", "new.txt", "--baseline", "b.json"], "b.json：读不了（没有权限）"),
        (["check", "new.txt", "--corpus", "b.json"], "读不了语料库 b.json：没有权限"),
    ],
)
def test_what_may_not_be_read_is_named(argv: list[str], said: str) -> None:
    Path("new.txt").write_text(TEXT, encoding="utf-8")
    Path("b.json").touch(0o000)
    Path("reports").chmod(0o000)
    try:
        assert refused(*argv) == said
    finally:
        Path("reports").chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_takes_no_more_is_no_bug() -> None:
    done = process("$NIANBAO check reports/new.txt -f json > /dev/full")
    assert (done.returncode, done.stderr) == (2, "nianbao: 写不了标准输出：磁盘已满\n")


def test_a_closed_output_is_no_bug() -> None:
    done = process("$NIANBAO --version >&-")
    assert (done.returncode, done.stderr) == (0, "")
