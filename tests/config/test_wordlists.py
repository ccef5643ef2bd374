"""An office's own words beside those that ship."""

import pytest

from linter.config.load import settings_for
from linter.config.show import show
from linter.model.errors import UsageError
from linter.model.rule import Rule
from linter.rulebook import load_rules

from .conftest import Load, Tune, Write

OURS = """\
title: {zh: 本县的词, en: Words of our county}
words:
  - {wrong: 清溪河, right: 青溪河, unless: [清溪河路]}
"""


def rule_of(rules: tuple[Rule, ...], name: str) -> Rule:
    """The rule of that id."""
    return next(one for one in rules if one.id == name)


def test_words_of_a_file_join_those_of_the_rule(write: Write, tune: Tune) -> None:
    write("words/ours.yaml", OURS)
    changed = tune('wordlists.typos = ["words/ours.yaml"]\n')
    before, after = rule_of(load_rules(), "mistyped-word").options, rule_of(changed, "mistyped-word").options
    assert after.swap == before.swap | {"清溪河": "青溪河"}
    assert after.unless == (*before.unless, "清溪河路")


def test_an_office_says_otherwise_than_the_rule(write: Write, tune: Tune) -> None:
    write("ours.yaml", "title: {zh: 词, en: words}\nwords: [{wrong: 布署, right: 布置}]\n")
    changed = tune('wordlists.typos = ["ours.yaml"]\n')
    assert rule_of(changed, "mistyped-word").options.swap["布署"] == "布置"


def test_what_is_added_is_shown_with_its_place(write: Write, load: Load) -> None:
    write("ours.yaml", OURS)
    shown = show(settings_for(None, load('wordlists.typos = ["ours.yaml"]\n')), None, "zh")
    (line,) = (one for one in shown.splitlines() if one.startswith("wordlists"))
    assert line.split("#")[0].strip() == 'wordlists.typos = ["ours.yaml"]'
    assert line.endswith("nianbao.toml:1")


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (
            'wordlists.typoes = ["ours.yaml"]',
            "nianbao.toml:1：wordlists.typoes：没有规则用词表 typoes，是不是 typos？",
        ),
        ('wordlists.typos = ["other.yaml"]', "nianbao.toml:1：wordlists.typos[0]：没有文件 other.yaml"),
        ('wordlists.typos = "ours.yaml"', "nianbao.toml:1：wordlists.typos：应为 列表，实为 文字"),
        ('wordlists.typos = ["bad.yaml"]', "bad.yaml:2：words[0].wrng：没有这个键，是不是 wrong？"),
    ],
)
def test_what_cannot_be_added_is_said(write: Write, tune: Tune, said: str, error: str) -> None:
    write("ours.yaml", OURS)
    write("bad.yaml", "title: {zh: 词, en: words}\nwords: [{wrng: 甲, right: 乙}]\n")
    with pytest.raises(UsageError) as raised:
        tune(f"{said}\n")
    assert raised.value.zh == error
