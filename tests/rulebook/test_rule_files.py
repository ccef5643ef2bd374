"""A rule file that is not right is refused with its file, line and key, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.model.errors import UsageError
from linter.model.finding import Basis, Words
from linter.model.report import Where
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.rule_file import read_rule

Write = Callable[..., Path]


def test_a_rule_file_becomes_a_rule_and_its_page(write: Write) -> None:
    path = write(
        changes={
            "options:": "where: {sections: [overview]}\non: false\nhow: {zh: 加句号, en: Add it}\noptions:"
        }
    )
    assert read_rule(path) == (
        Rule(
            id="my-rule",
            group="punctuation",
            title=Words("段末没有标点", "No end mark"),
            why=Words("读的人不知道话说完没有。", "One cannot tell whether it ends."),
            basis=(Basis("GB/T 15834—2011", "4.1"), Basis("text")),
            check="ending",
            severity="error",
            confidence="certain",
            message=Words("以“{ending}”结束", "ends in {ending}"),
            options={"ending": "。"},
            where=Where(("overview",)),
            on=False,
            path=str(path),
        ),
        RulePage(
            (
                Example("bad", "六、其他需要报告的事项\n本年度没有收取信息处理费\n", ((23, 24),)),
                Example("good", "本年度没有收取信息处理费。"),
            ),
            how=Words("加句号", "Add it"),
        ),
    )


REFUSED = {
    "a misspelt key": (
        {"severity": "sevrity"},
        "5：sevrity：没有这个键，是不是 severity？",
        "5: sevrity: there is no such key; did you mean severity?",
    ),
    "a missing key": ({"check: ending\n": ""}, "1：check：缺少这个键", "1: check: this key is missing"),
    "a repeated key": (
        {"severity: error": "severity: error\nseverity: note"},
        "6：severity：这个键在第 5 行已经写过",
        "6: severity: this key stands on line 5 already",
    ),
    "another severity": (
        {"severity: error": "severity: fatal"},
        "5：severity：不能是 'fatal'，只能是 error note warning",
        "5: severity: cannot be 'fatal', only one of error note warning",
    ),
    "a number for a text": (
        {'article: "4.1"': "article: 4.1"},
        "3：basis[0].article：应为 文字 或 空，实为 数，请加引号",
        "3: basis[0].article: expected str | null, got float; put it in quotes",
    ),
    "an empty text": (
        {"zh: 段末没有标点": 'zh: ""'},
        "1：title.zh：不能为空",
        "1: title.zh: must not be empty",
    ),
    "a check that is not there": (
        {"check: ending": "check: endings"},
        "4：check：没有 endings 这种检查",
        "4: check: ",
    ),
    "an option that is not there": (
        {"  ending: 。": "  endings: 。"},
        "9：options.endings：没有这个键，是不是 ending？",
        "9: options.endings: there is no such key; did you mean ending?",
    ),
    "an option of another kind": (
        {"  ending: 。": "  ending: 。\n  tables:\n    - requests\n    - 3"},
        "12：options.tables[1]：应为 文字，实为 整数，请加引号",
        "12: options.tables[1]: expected str, got int; put it in quotes",
    ),
    "a section that is not there": (
        {"options:": "where: {sections: [overview, tail]}\noptions:"},
        "8：where.sections[1]：不能是 'tail'",
        "8: where.sections[1]: cannot be 'tail'",
    ),
    "a topic that is not there": (
        {"options:": "where:\n  topics: [fees]\noptions:"},
        "9：where.topics[0]：不能是 'fees'",
        "9: where.topics[0]: cannot be 'fees'",
    ),
    "a placeholder in one language only": (
        {"ends in {ending}": "ends"},
        "7：message.en：缺少另一种语言里有的 {ending}",
        "7: message.en: lacks {ending}, which stands in zh",
    ),
    "a placeholder that is no name": (
        {"ends in {ending}": "ends in {ending.x}"},
        "7：message.en：占位符只能写成 {name}",
        "7: message.en: a placeholder is written {name}",
    ),
    "a brace left open": (
        {"ends in {ending}": "ends in {ending"},
        "7：message.en：占位符",
        "7: message.en: a placeholder",
    ),
    "a mark left open": (
        {"⟦费⟧": "⟦费"},
        "12：examples.bad[0]：⟦ ⟧ 不成对或为空：⟦费",
        "12: examples.bad[0]: ⟦ ⟧ do not pair",
    ),
    "an empty mark": (
        {"⟦费⟧": "费⟦⟧"},
        "12：examples.bad[0]：⟦ ⟧ 不成对或为空",
        "12: examples.bad[0]: ⟦ ⟧ do not pair",
    ),
    "a mark in a mark": (
        {"⟦费⟧": "⟦处⟦费⟧⟧"},
        "12：examples.bad[0]：⟦ ⟧ 不成对",
        "12: examples.bad[0]: ⟦ ⟧ do not pair",
    ),
    "a bad example without a mark": (
        {"⟦费⟧": "费"},
        "12：examples.bad[0]：⟦ ⟧ 只标在 bad",
        "12: examples.bad[0]: ⟦ ⟧ stand",
    ),
    "a good example with a mark": (
        {"处理费。": "处理⟦费⟧。"},
        "16：examples.good[0]：⟦ ⟧ 只",
        "16: examples.good[0]: ⟦ ⟧",
    ),
    "a good example with a fix": (
        {"- 本年度没有收取信息处理费。": "- text: 无。\n      fixed: 没有。"},
        "17：examples.good[0].fixed：只有 bad",
        "17: examples.good[0].fixed: only a bad",
    ),
    "an unknown key in an example": (
        {"- 本年度没有收取信息处理费。": "- text: 无。\n      fixd: 没有。"},
        "17：examples.good[0].fixd：没有这个键，是不是 fixed？",
        "17: examples.good[0].fixd: there is no such key; did you mean fixed?",
    ),
    "an error without basis": (
        {'basis: [{document: GB/T 15834—2011, article: "4.1"}, {document: text}]\n': ""},
        "1：basis：error 要有依据",
        "1: basis: an error needs a basis",
    ),
    "an error by convention": (
        {'{document: GB/T 15834—2011, article: "4.1"}, {document: text}': "{document: convention}"},
        "3：basis：error 要有依据",
        "3: basis: an error needs a basis",
    ),
    "an error that is a guess": ({"certain": "guess"}, "6：confidence：guess", "6: confidence: a guess"),
    "an anchor": ({"zh: 段末": "zh: &a 段末"}, "1：title.zh：不能用锚点和别名", "1: title.zh: no anchors"),
    "an alias": ({"en: No end mark": "en: *a"}, "1：title.en：不能用锚点和别名", "1: title.en: no anchors"),
    "a tag": (
        {"zh: 段末": "zh: !!python/name:os.system 段末"},
        "1：title.zh：不能用标签",
        "1: title.zh: no tags",
    ),
    "broken YAML": ({"No end mark}": "No end mark"}, "2：YAML 写法有误", "2: not valid YAML"),
    "a second document": (
        {"check: ending": "---\ncheck: ending"},
        "4：一个文件只能有一份",
        "4: a file holds one",
    ),
    "a word for true": (
        {"options:": "on: yes\noptions:"},
        "8：on：应为 true/false，实为 文字",
        "8: on: expected bool",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_said_with_file_line_and_key(write: Write, case: str) -> None:
    changes, zh, en = REFUSED[case]
    path = write(changes=changes)
    with pytest.raises(UsageError) as raised:
        read_rule(path)
    said = (raised.value.zh[: len(f"{path}:{zh}")], raised.value.en[: len(f"{path}:{en}")])
    assert said == (f"{path}:{zh}", f"{path}:{en}")


def test_an_option_that_its_check_objects_to_is_refused(write: Write) -> None:
    changes = {"check: ending": "check: pattern", "  ending: 。": "  find: 的的\n  point: word"}
    path = write(changes=changes)
    assert refusal(path) == "my-rule.yaml:10：options.point：find 里没有叫 word 的组"


def refusal(path: Path) -> str:
    """The Chinese words with which the file is refused, without the folder."""
    with pytest.raises(UsageError) as raised:
        read_rule(path)
    return raised.value.zh.replace(str(path), path.name)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "my-rule.yaml:1：文件是空的"),
        (b"# nothing\n", "my-rule.yaml:1：文件是空的"),
        (b"[]", "my-rule.yaml:1：应为 键值，实为 列表"),
        ("title:\n  zh: 乱码\n".encode("gb18030"), "my-rule.yaml:2：文件不是 UTF-8 编码"),
        (b"title: " + b"a" * 256 * 1024, "my-rule.yaml:1：文件超过 256 KiB"),
        (
            b"a:\n  - \x00",
            "my-rule.yaml:2：YAML 写法有误：有不能用的控制字符（unacceptable character #x0000: control",
        ),
        (b"a: {[1]: 2}", "my-rule.yaml:1：a：键只能是文字"),
    ],
)
def test_what_is_no_rule_file_at_all_is_refused_too(write: Write, content: bytes, said: str) -> None:
    path = write()
    path.write_bytes(content)
    assert refusal(path).startswith(said)


def test_deep_nesting_is_refused_before_it_hurts(write: Write) -> None:
    path = write()
    path.write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")
    assert "嵌套超过 20 层" in refusal(path) or "YAML 写法有误" in refusal(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="读不了"):
        read_rule(tmp_path / "punctuation" / "none.yaml")
