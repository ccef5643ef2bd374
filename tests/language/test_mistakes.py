"""What Python and its libraries say of a usual mistake is said in Chinese; these are their real words."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from linter.language.expressions import objection
from linter.language.mistakes import in_chinese
from linter.model.errors import UsageError
from linter.rulebook.source import parse_source


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("甲 = 1", "这一行不是“键 = 值”"),
        ("a", "键后面缺少等号"),
        ("a = 1 b = 2", "一行里多写了东西，或者缺少换行"),
        ("[a", "表名后面缺少“]”"),
        ("[[a]", "表名后面缺少“]]”"),
        ("a = 甲", "值的写法不对，文字要加引号"),
        ('a = "甲', "文字缺少后一个引号"),
        ("a = '甲", "文字缺少后一个引号"),
        ('a = "甲\n"', "文字里有不能直接写的字符，可能缺少后一个引号"),
        ("a = '甲\n'", "文字里有不能直接写的字符，可能缺少后一个引号"),
        ('a = "C:\\我"', "引号里的“\\”要写成“\\\\”，或者改用单引号"),
        ("a = 1\na = 2", "这个键已经写过"),
        ("[a]\n[a]", "这个表已经写过"),
        ("a = [1 2]", "列表缺少“]”"),
        ("a = {b = 1, b = 2}", "花括号里的键重复"),
        ("a = {b = 1 c = 2}", "缺少“}”"),
        ("a = 2024-02-31", "没有这个日期"),
    ],
)
def test_a_mistake_in_toml(text: str, zh: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    assert in_chinese(str(caught.value)) == f"{zh}（{caught.value}）"


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("a: 甲: 乙", "这里不能有冒号"),
        ("a: 1\n b: 2", "这里不能有冒号"),
        ("- a\nb: 1", "列表的缩进不对"),
        ("a: - b", "这里不能写列表"),
        ("a: [1, 2\nb: 3", "列表缺少逗号或“]”"),
        ("a: {b: 1\nc: 2", "缺少逗号或“}”"),
        ("a: [,]", "缺少值，或者有多余的标点"),
        ("a: 1\nb\nc: 2", "键后面缺少冒号和空格"),
        ("a: @b", "有不能用的字符"),
        ("\ta: 1", "有不能用的字符"),
        ("a: '甲", "文字缺少后一个引号"),
        ('a: "\\我"', "双引号里的“\\”要写成“\\\\”，或者改用单引号"),
        ("a: '甲'乙\nb: 1", "缩进不对，或者上一行的引号、括号没有配对"),
        ("a: \0", "有不能用的控制字符"),
    ],
)
def test_a_mistake_in_yaml(text: str, zh: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_source(Path("a.yaml"), text)
    assert f"：YAML 写法有误：{zh}" in caught.value.zh


@pytest.mark.parametrize(
    ("expression", "zh"),
    [
        ("(甲", "缺少右括号"),
        ("甲)", "多了右括号"),
        ("[甲", "缺少“]”"),
        ("*甲", "* + ? {} 前面没有可以重复的字"),
        ("甲{2}{3}", "重复的次数写了两遍"),
        ("甲{3,2}", "重复的下限大于上限"),
        ("\\q", "“\\”后面的字母不对"),
        ("[乙-丁甲-一]", "字符范围的前后颠倒"),
        ("(?@甲)", "“(?”后面的写法不对"),
        ("(?<=甲{1,2})乙", "(?<= ) 和 (?<! ) 里的长度要固定"),
        ("(?P<a>甲)(?P<a>乙)", "两个组用了同一个名称"),
        ("(?P=a)", "没有这个名称的组"),
        ("甲\\1", "没有这个编号的组"),
        ("(?P<1>甲)", "组的名称只能用字母、数字和下划线"),
    ],
)
def test_a_mistake_in_a_regular_expression(expression: str, zh: str) -> None:
    told = objection(expression)
    assert told
    assert told.zh.startswith(f"正则表达式有误：{zh}（"), told.zh


@pytest.mark.parametrize(("data", "zh"), [(b"{a", "不是正确的 JSON"), (b"[", "内容不完整")])
def test_a_mistake_in_json(data: bytes, zh: str) -> None:
    with pytest.raises(msgspec.DecodeError) as caught:
        msgspec.json.decode(data)
    assert in_chinese(str(caught.value)) == f"{zh}（{caught.value}）"


def test_a_rare_mistake_is_told_as_it_is() -> None:
    assert in_chinese("There is no nest behind this key") == "There is no nest behind this key"
