"""Findings that are let pass by comments in the report, or by a file beside it."""

import json
from pathlib import Path
from time import process_time

import pytest

from linter.model.finding import Suppression
from linter.pipeline import lint_document
from linter.readers.from_html import parse as parse_html
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.calling import RIGHT, SELECT, WRONG, call

RULES = tuple(one for one in load_rules() if one.id in ("enumeration-order", "missing-ending"))
LIST = "（三）政府信息管理。一是完善台账，二是及时更新，二是定期清理。"
LAST = "个别栏目更新不及时，已于十月补齐"
IGNORE = "<!-- nianbao: ignore enumeration-order 原因：沿用上年的写法 -->"
BOTH = [("enumeration-order", "new"), ("missing-ending", "new")]
ONE = [("enumeration-order", "suppressed"), ("missing-ending", "new")]


def states(text: str, format: str = "txt") -> list[tuple[str, str]]:
    document = parse_html(text) if format == "html" else parse(text, format=format)
    return [(one.rule, one.state) for one in lint_document(document, RULES).findings]


def remarks(text: str) -> list[str]:
    return [one.zh for one in lint_document(parse(text), RULES).remarks]


def page(text: str) -> str:
    """The report as a web page; comments stay what they are."""
    lines = (line if line.startswith("<!--") else _paragraph(line) for line in text.split("\n") if line)
    return "<html><body>\n" + "\n".join(lines) + "\n</body></html>\n"


def _paragraph(line: str) -> str:
    text, mark, comment = line.partition("<!--")
    return f"<p>{text}</p>{mark}{comment}"


@pytest.mark.parametrize("format", ["txt", "md", "html"])
@pytest.mark.parametrize(
    "text",
    [
        WRONG.replace(LIST, f"{IGNORE}\n{LIST}"),
        WRONG.replace(LIST, f"{LIST}{IGNORE}"),
        WRONG.replace(LIST, f"{LIST} {IGNORE}"),
        WRONG.replace(LIST, f"{IGNORE}\n\n{LIST}"),
        f"{IGNORE.replace('ignore', 'ignore-file')}\n{WRONG}",
        f"{WRONG}\n{IGNORE.replace('ignore', 'ignore-file')}\n",
        WRONG.replace(LIST, f"<!-- nianbao: ignore numbering -->\n{LIST}"),
        WRONG.replace(LIST, f"<!--nianbao:ignore balance、numbering/enumeration-order-->\n{LIST}"),
        WRONG.replace(LIST, f"<!-- nianbao: ignore balance reason: no -->\n{IGNORE}\n{LIST}"),
    ],
)
def test_a_comment_lets_a_finding_pass_in_each_format_that_has_them(text: str, format: str) -> None:
    assert states(page(text) if format == "html" else text, format) == ONE


@pytest.mark.parametrize(
    "text",
    [
        WRONG.replace("（二）", f"{IGNORE}\n（二）"),
        WRONG.replace("（二）", "（二）" + IGNORE),
        WRONG.replace(LIST, f"{LIST}\n{IGNORE}"),
        WRONG.replace(LIST, f"<!-- nianbao: ignore balance -->\n{LIST}"),
        WRONG.replace(LIST, f"<!-- nianbao: ignore -->\n{LIST}"),
        WRONG.replace(LIST, f"<!-- ignore enumeration-order -->\n{LIST}"),
    ],
)
def test_a_comment_elsewhere_or_about_something_else_does_not(text: str) -> None:
    assert states(text) == BOTH


def test_several_rules_stand_in_one_comment() -> None:
    text = f"<!-- nianbao: ignore-file enumeration-order, missing-ending -->\n{WRONG}"
    assert [state for _, state in states(text)] == ["suppressed", "suppressed"]


def test_a_wrapped_paragraph_is_covered_as_a_whole_and_a_line_of_it_alone() -> None:
    wrapped = LIST.replace("二是及时", "\n二是及时").replace("，二是定期", "，\n二是定期")
    assert states(WRONG.replace(LIST, f"{IGNORE}\n{wrapped}")) == ONE
    assert states(WRONG.replace(LIST, wrapped + IGNORE)) == ONE
    assert states(WRONG.replace(LIST, wrapped.replace("二是及时", f"{IGNORE}\n二是及时"))) == BOTH


def test_reason_and_place_are_kept_and_the_score_is_the_same() -> None:
    plain = lint_document(parse(WRONG), RULES)
    passed = lint_document(parse(WRONG.replace(LIST, f"{IGNORE}\n{LIST}")), RULES)
    assert passed.findings[0].suppression == Suppression("comment", "沿用上年的写法")
    assert (passed.score, passed.findings[0].fingerprint) == (plain.score, plain.findings[0].fingerprint)


@pytest.mark.parametrize("ending", [IGNORE, f"{IGNORE} {IGNORE}", f"  <!-- 核对过 -->{IGNORE}"])
def test_a_comment_at_the_end_of_a_line_is_no_part_of_the_text(ending: str) -> None:
    text = "\n".join(f"{line}{ending}" if line else "" for line in RIGHT.split("\n"))
    assert parse(text).text == parse(RIGHT).text


def test_a_long_comment_on_its_own_line_is_no_part_of_the_text() -> None:
    long = f"<!-- nianbao: ignore enumeration-order 原因：{'沿用上年的写法，' * 12} -->"
    text = WRONG.replace(LIST, f"{long}\n{LIST}")
    assert (parse(text).text, states(text)) == (parse(WRONG).text, ONE)


def test_what_only_looks_like_a_comment_stays() -> None:
    assert parse("甲乙 --> 丙丁-->\n").text == "甲乙-->丙丁-->"
    assert parse("<!-- 甲 --> 乙-->\n").text == "<!--甲-->乙-->"


def test_comments_without_effect_are_remarked() -> None:
    assert remarks(f"{IGNORE}\n{RIGHT}") == ["1：注释放过的 enumeration-order 没有出现，可以删去"]
    assert remarks(f"<!-- nianbao: ignroe x -->\n{RIGHT}") == [
        "1：看不懂这条注释，没有起作用；写法是 <!-- nianbao: ignore 规则名 原因：… -->"
    ]
    assert remarks(f"<!-- nianbao: ignore balance -->\n{RIGHT}") == []


def test_a_name_that_no_rule_has_is_remarked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"<!-- nianbao: ignore balanse -->\n{RIGHT}", encoding="utf-8")
    output = call("check", "a.txt", *SELECT)[1]
    assert "备注：\n  a.txt:1：注释里的 balanse 不是规则名\n" in output
    assert (
        call("check", "a.txt", "-f", "json", *SELECT)[2] == "nianbao: a.txt:1：注释里的 balanse 不是规则名\n"
    )


def test_a_suppressed_finding_is_not_shown_not_fixed_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = WRONG.replace(LIST, f"{IGNORE}\n{LIST}").replace("十月补齐", "十月补齐。")
    Path("a.txt").write_text(text, encoding="utf-8")
    status, output, _ = call("check", "a.txt", "--fix", *SELECT)
    assert (status, "没有新问题，另有 1 处已接受\n已修复 0 处\n" in output) == (0, True)
    assert Path("a.txt").read_text(encoding="utf-8") == text


# The file beside the reports.

SIDE = """\
suppressions:
  - path: reports/a.txt
    rule: enumeration-order
    fingerprint: "{fingerprint}"
    reason: 沿用上年的写法
    who: 王某
    until: {until}
"""


@pytest.fixture
def below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `reports` with a wrong report; the side file belongs above it."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def reported(*argv: str) -> list[dict[str, str]]:
    """The findings of `a.txt` in JSON output."""
    output = call("check", "a.txt", "-f", "json", *SELECT, *argv)[1]
    return list(json.loads(output)["reports"][0]["findings"])


def beside(folder: Path, until: str, **changed: str) -> None:
    """Write a side file that excuses the first finding."""
    text = SIDE.format(fingerprint=reported()[0]["fingerprint"], until=until)
    for old, new in changed.items():
        text = text.replace(old, new)
    (folder.parent / "nianbao-suppressions.yaml").write_text(text, encoding="utf-8")


def test_an_entry_of_the_side_file_lets_a_finding_pass(below: Path) -> None:
    beside(below, "2999-12-31")
    assert [(one["rule"], one["state"]) for one in reported()] == ONE
    sarif = json.loads(call("check", "a.txt", "-f", "sarif", *SELECT)[1])["runs"][0]["results"][0]
    assert sarif["suppressions"][0]["justification"] == "沿用上年的写法"
    assert call("check", "a.txt", "--select", "enumeration-order")[0] == 0


def test_an_entry_that_has_run_out_counts_no_longer(below: Path) -> None:
    beside(below, "2020-12-31")
    assert [(one["rule"], one["state"]) for one in reported()] == BOTH
    file = below.parent / "nianbao-suppressions.yaml"
    said = f"{file}:2：enumeration-order 只放过到 2020-12-31，已经到期，不再起作用"
    assert said in call("check", "a.txt", *SELECT)[1]


@pytest.mark.parametrize("changed", [{"sha256:": "sha256:0"}, {"a.txt": "b.txt"}])
def test_an_entry_for_which_there_is_nothing_is_remarked(below: Path, changed: dict[str, str]) -> None:
    beside(below, "2999-12-31", **changed)
    status, output, _ = call("check", "a.txt", *SELECT)
    file = below.parent / "nianbao-suppressions.yaml"
    assert (status, f"{file}:2：放过的 enumeration-order 已经没有了，可以删去" in output) == (1, True)
    assert (
        "备注" not in call("check", "a.txt", "--select", "missing-ending")[1] or "b.txt" in changed.values()
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("who: 王某", "whom: 王某", ":6：suppressions[0].whom：没有这个键"),
        ("    who: 王某\n", "", ":2：suppressions[0].who：缺少这个键"),
        ("2999-12-31", "明年", ":7：suppressions[0].until：日期要写成 2025-12-31"),
        ("reason: 沿用上年的写法", 'reason: ""', ":5：suppressions[0].reason：不能为空"),
    ],
)
def test_what_is_wrong_with_the_side_file_is_said(below: Path, old: str, new: str, said: str) -> None:
    beside(below, "2999-12-31", **{old: new})
    status, output, errors = call("check", "a.txt", *SELECT)
    assert (status, output, said in errors, errors.count("\n")) == (2, "", True, 1), errors


@pytest.mark.parametrize(
    "piece", [IGNORE, f"{IGNORE}\n", "<!-- nianbao: ignore ", "-->", "<!--", "<!-- -->", "-->\n"]
)
def test_hostile_comments_cost_linear_time(piece: str) -> None:
    costs = []
    for size in (50_000, 200_000):
        text = WRONG.replace(LIST, f"{piece * (size // len(piece))}{LIST}")
        begun = process_time()
        lint_document(parse(text), RULES)
        costs.append(process_time() - begun)
    assert costs[1] < 8 * costs[0] + 0.1
