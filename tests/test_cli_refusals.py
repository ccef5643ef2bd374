"""What cannot be done is said in a sentence that names file and cause, and nothing that was there is lost."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from linter.model.errors import LinterError, UnreadableReport, UsageError
from tests.calling import RIGHT, call, write

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

NO_RULES = "：里面没有规则文件；一条规则写在 类别/规则名.yaml 里，如 wording/our-term.yaml"


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """A folder to work in, with a report of two years."""
    write("reports/new.txt", RIGHT)
    write("reports/old.txt", RIGHT.replace("2024", "2023"))
    return work


def refused(*argv: str) -> str:
    """What `nianbao <argv>` says when it cannot do its work; it writes nothing else."""
    status, output, errors = call(*argv)
    assert (status, output) == (2, "")
    return errors.removesuffix("\n").removeprefix("nianbao: ")


def rule(check: str = "pattern", message: str = "有{found}", more: str = "options: {find: 毛病}") -> str:
    """The folder of a rule of one's own."""
    write("own/wording/ours.yaml", RULE % (check, message, message, more))
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
    assert Path("reports/new.txt").read_text(encoding="utf-8") == RIGHT


def test_a_corpus_replaces_a_corpus_only() -> None:
    said = refused("corpus", "build", "reports", "-o", "reports/old.txt")
    assert said == "写不了 reports/old.txt：已经有这个文件，又不是语料库；请换一个文件名"
    for _ in range(2):
        assert call("corpus", "build", "reports", "-o", "our.corpus")[0] == 0


def test_a_corpus_of_nothing_says_why() -> None:
    write("letters/one.txt", "请于一月底前报送。\n")
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
        (["rules", "test", "reports"], f"reports{NO_RULES}"),
        (["check", "reports", "--rules", "reports"], f"reports{NO_RULES}"),
        (["check", "reports", "--previous", ""], "选项 --previous 后面的值是空的；请写明，或者不用这个选项"),
        (["check", "reports", "-o="], "选项 -o、--output 后面的值是空的；请写明，或者不用这个选项"),
        (["check", ""], "有一个参数是空的，应当是 PATH；请写明，或者删去"),
        (["config", "show", "gone/new.txt"], "gone/new.txt：没有这个文件或文件夹"),
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_output_that_takes_no_more_is_no_bug() -> None:
    done = process("$NIANBAO check reports/new.txt -f json > /dev/full")
    assert (done.returncode, done.stderr) == (2, "nianbao: 写不了标准输出：磁盘已满\n")


def test_a_closed_output_is_no_bug() -> None:
    done = process("$NIANBAO --version >&-")
    assert (done.returncode, done.stderr) == (0, "")
