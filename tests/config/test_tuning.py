"""Rules as a configuration wants them."""

from pathlib import Path

import pytest
from msgspec import UNSET

from linter.bundled import RULES
from linter.config.load import settings_for
from linter.config.settings import Layer
from linter.config.shape import ConfigFile
from linter.config.tuning import tuned
from linter.model.errors import UsageError
from linter.model.finding import Severity
from linter.model.rule import Rule
from linter.rulebook import load_rules
from linter.rulebook.selection import selected

from .conftest import Load, Tune, Write

OFF = """\
title: {zh: 某词, en: A word}
why: {zh: 不好, en: bad}
basis: [{document: convention}]
check: replace
severity: warning
confidence: likely
message: {zh: "“{wrong}”", en: "“{wrong}”"}
options: {swap: {甲乙: 乙甲}, unless: [甲乙丙, 丁甲乙]}
on: false
examples: {bad: [⟦甲乙⟧。], good: [乙甲。]}
"""


@pytest.fixture
def rules(write: Write) -> tuple[Rule, ...]:
    """Ours, and one that is off."""
    write("own/wording/some-word.yaml", OFF)
    return load_rules((RULES, Path("own")))


def running(
    rules: tuple[Rule, ...], load: Load, text: str, path: str = "a.txt", *said: ConfigFile
) -> set[str]:
    """The ids of the rules that run, the last word being the command line's."""
    layer = Layer(said[0]) if said else None
    return {one.id for one in tuned(rules, settings_for(Path(path), load(text), layer))}


def ids(rules: tuple[Rule, ...], *groups: str) -> set[str]:
    """The ids of the rules of those groups (none: all) that are on."""
    return {one.id for one in rules if one.on and (not groups or one.group in groups)}


def test_rules_are_selected_added_and_ignored(rules: tuple[Rule, ...], load: Load) -> None:
    assert running(rules, load, "") == ids(rules)
    assert running(rules, load, "select = ['tables', 'unit-level']") == ids(rules, "tables") | {"unit-level"}
    assert running(rules, load, "extend-select = ['some-word']") == ids(rules) | {"some-word"}
    assert running(rules, load, "extend-select = ['wording']") == ids(rules)
    assert running(
        rules, load, "select = ['wording']\nextend-select = ['balance']\nignore = ['wording']"
    ) == {"balance"}
    assert running(rules, load, "ignore = ['tables/balance']") == ids(rules) - {"balance"}


OVERRIDE = """\
ignore = ["wording", "unit-level"]
[[overrides]]
files = ["a.txt"]
extend-select = ["unit-level"]
[[overrides]]
files = ["b.txt"]
select = ["wording"]
"""


def test_an_override_adds_to_what_holds_for_all_or_begins_anew(rules: tuple[Rule, ...], load: Load) -> None:
    told = [running(rules, load, OVERRIDE, path) for path in ("a.txt", "b.txt", "c.txt")]
    most = ids(rules) - ids(rules, "wording")
    assert told == [most, ids(rules, "wording"), most - {"unit-level"}]


def test_the_command_line_begins_anew_or_takes_away(rules: tuple[Rule, ...], load: Load) -> None:
    one, less = ConfigFile(select=("unit-level",)), ConfigFile(ignore=("duplicate-wording",))
    assert running(rules, load, OVERRIDE, "a.txt", one) == {"unit-level"}
    assert running(rules, load, OVERRIDE, "b.txt", less) == ids(rules, "wording") - {"duplicate-wording"}


@pytest.mark.parametrize(
    ("select", "ignore"), [((), ()), (("wording", "balance"), ()), (("some-word",), ()), ((), ("tables",))]
)
def test_without_a_configuration_options_choose_as_they_do_with_one(
    rules: tuple[Rule, ...], load: Load, select: tuple[str, ...], ignore: tuple[str, ...]
) -> None:
    said = ConfigFile(select=select or UNSET, ignore=ignore or UNSET)
    chosen = {one.id for one in selected(rules, select, ignore)}
    assert running(rules, load, "", "a.txt", said) == chosen


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_an_office_says_how_severe_a_fault_is(
    rules: tuple[Rule, ...], tune: Tune, severity: Severity
) -> None:
    told = tune(f"[severities]\nduplicate-wording = '{severity}'", rules)
    found = {one.id: one.severity for one in told}
    assert found == {one.id: one.severity for one in rules if one.on} | {"duplicate-wording": severity}


def options(rules: tuple[Rule, ...], tune: Tune, text: str) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """The options of the small rule."""
    (rule,) = tune(f"select = ['some-word']\n[options.some-word]\n{text}", rules)
    return rule.options.swap, rule.options.unless


@pytest.mark.parametrize(
    ("text", "swap", "unless"),
    [
        ("unless.extend = ['戊', '丁甲乙']", {"甲乙": "乙甲"}, ("甲乙丙", "丁甲乙", "戊")),
        ("unless.remove = ['甲乙丙']", {"甲乙": "乙甲"}, ("丁甲乙",)),
        ("unless = ['己']", {"甲乙": "乙甲"}, ("己",)),
        ("unless = {extend = ['己'], remove = ['甲乙丙']}", {"甲乙": "乙甲"}, ("丁甲乙", "己")),
        ("unless.extend-from = 'words.txt'", {"甲乙": "乙甲"}, ("甲乙丙", "丁甲乙", "庚", "辛")),
        (
            "swap.extend = {'戊己' = '己戊', '甲乙' = '乙'}",
            {"甲乙": "乙", "戊己": "己戊"},
            ("甲乙丙", "丁甲乙"),
        ),
        ("swap = {extend = {'戊' = '己'}, remove = ['甲乙']}", {"戊": "己"}, ("甲乙丙", "丁甲乙")),
        ("swap = {'戊' = '己'}", {"戊": "己"}, ("甲乙丙", "丁甲乙")),
    ],
)
def test_word_lists_are_added_to_and_taken_from(
    rules: tuple[Rule, ...],
    tune: Tune,
    write: Write,
    text: str,
    swap: dict[str, str],
    unless: tuple[str, ...],
) -> None:
    write("words.txt", "\ufeff# 本县的词\n庚  # 村名\n\n 辛 \n庚\n")
    assert options(rules, tune, text) == (swap, unless)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = ['wordign']", "1：select[0]：没有 wordign 这条规则，是不是 wording？"),
        ("ignore = [\n'x',\n]", "2：ignore[0]：没有 x 这条规则"),
        (
            "ignore = ['missing-endign']",
            "1：ignore[0]：没有 missing-endign 这条规则，是不是 missing-ending？",
        ),
        ("select = []", "1：select：没有留下任何规则"),
        ("select = ['tables']\nignore = ['tables']", "2：ignore：没有留下任何规则"),
        (
            "[severities]\nmissing-endign = 'note'",
            "2：severities.missing-endign：没有 missing-endign 这条规则",
        ),
        ("[severities]\nwording = 'note'", "2：severities.wording：没有 wording 这条规则"),
        ("[severities]\nsome-word = 'error'", "2：severities.some-word：error 要有依据"),
        ("[options.some-wrd]\nswap = {}", "1：options.some-wrd：没有 some-wrd 这条规则，是不是 some-word？"),
        ("[options.some-word]\nunles = []", "2：options.some-word.unles：没有这个键，是不是 unless？"),
        ("[options.some-word]\nunles.extend = []", "2：options.some-word.unles：没有这个键，是不是 unless？"),
        ("[options.some-word]\nunless.extends = []", "2：options.some-word.unless：应为 列表，实为 键值"),
        ("[options.some-word]\nunless = [\n1]", "3：options.some-word.unless[0]：应为 文字，实为 整数"),
        ("[options.some-word]\nunless.extend = [1]", "2：options.some-word.unless[2]：应为 文字，实为 整数"),
        (
            "[options.some-word]\nunless.extend = 3",
            "2：options.some-word.unless.extend：应为 列表，实为 整数",
        ),
        (
            "[options.some-word]\nunless.remove = ['甲乙丁']",
            "2：options.some-word.unless.remove[0]：原来没有 甲乙丁，是不是 甲乙丙？",
        ),
        (
            "[options.some-word]\nunless.extend-from = 'no'",
            "2：options.some-word.unless.extend-from：没有文件 no",
        ),
        ("[options.some-word]\nsafe.extend = []", "2：options.some-word.safe：不是列表"),
        ("[options.some-word]\nsafe = 'yes'", "2：options.some-word.safe：应为 true/false，实为 文字"),
        ("[options.missing-topic]\ntopics = 3", "2：options.missing-topic.topics：应为"),
    ],
)
def test_what_no_rule_can_be_is_named_with_its_line(
    rules: tuple[Rule, ...], tune: Tune, text: str, said: str
) -> None:
    with pytest.raises(UsageError) as error:
        tune(text, rules)
    assert error.value.zh.startswith(f"nianbao.toml:{said}"), error.value.zh


def test_an_expression_that_cannot_be_used_is_refused(tune: Tune, write: Write) -> None:
    own = OFF.replace("check: replace", "check: pattern").replace(
        "{swap: {甲乙: 乙甲}, unless: [甲乙丙, 丁甲乙]}", "{find: 甲乙}"
    )
    write("own/wording/some-word.yaml", own.replace("{wrong}", "{found}"))
    with pytest.raises(UsageError) as error:
        tune("[options.some-word]\nfind = '(甲*)*'", load_rules((Path("own"),)))
    assert error.value.zh.startswith("nianbao.toml:2：options.some-word.find："), error.value.zh
