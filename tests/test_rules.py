"""Every example of every rule that ships: a new rule file is a new test, its id in the failure the file to open."""

import re
from collections import Counter

import pytest

from linter.model.rule import Example, Rule
from linter.pipeline.examples import linted_by
from linter.rulebook import load_page, load_profile, load_rules
from linter.rulebook.examples import run_example, title_of

RULES = load_rules()
PAGES = {rule.id: load_page(rule) for rule in RULES}
CASES = [
    pytest.param(rule, one, id=f"{rule.id}-{one.kind}-{number}")
    for rule in RULES
    for number, one in enumerate(PAGES[rule.id].examples)
]
HAN = re.compile("[一-鿿]")
LATIN = re.compile("[a-z]{2}")
ASKS = re.compile("[请宜应]")

of_every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
of_every_example = pytest.mark.parametrize(("rule", "example"), CASES)


@of_every_example
def test_an_example_is_found_as_it_is_marked(rule: Rule, example: Example) -> None:
    assert [one.zh for one in run_example(example, linted_by(rule))] == []


@of_every_example
def test_what_is_found_is_said_in_both_languages(rule: Rule, example: Example) -> None:
    findings = linted_by(rule)(title_of(example) + example.text, example).findings
    said = [words for one in findings for words in (one.message, *(note.message for note in one.notes))]
    assert [
        one for one in said if "{" in one.zh + one.en or not HAN.search(one.zh) or not LATIN.search(one.en)
    ] == []


@of_every_example
def test_what_a_fix_makes_is_right(rule: Rule, example: Example) -> None:
    if example.fixed is None or not all(
        one.fix for one in linted_by(rule)(title_of(example) + example.text, example).findings
    ):
        return
    fixed = Example(
        "good",
        example.fixed,
        unit=example.unit,
        year=example.year,
        previous=example.previous,
        peer=example.peer,
    )
    assert [one.zh for one in run_example(fixed, linted_by(rule))] == []


@of_every_rule
def test_a_rule_shows_three_wrong_and_three_right_texts(rule: Rule) -> None:
    count = Counter(one.kind for one in PAGES[rule.id].examples)
    assert (count["bad"] >= 3, count["good"] >= 3) == (True, True)


@of_every_rule
def test_a_rule_speaks_chinese_and_english(rule: Rule) -> None:
    page = PAGES[rule.id]
    spoken = [one for one in (rule.title, rule.why, page.how, page.limits) if one]
    assert [one for one in spoken if not HAN.search(one.zh) or not LATIN.search(one.en)] == []


@of_every_rule
def test_a_rule_says_what_to_do(rule: Rule) -> None:
    assert PAGES[rule.id].how or ASKS.search(rule.message.zh)


@of_every_rule
def test_a_rule_rests_on_something(rule: Rule) -> None:
    assert [bool(one.document.strip()) for one in rule.basis] == [True] * max(1, len(rule.basis))


def test_no_two_rules_share_an_example() -> None:
    shown: dict[str, list[str]] = {}
    for name, page in PAGES.items():
        for text in {one.text.strip() for one in page.examples}:
            shown.setdefault(text, []).append(name)
    assert [names for names in shown.values() if len(names) > 1] == []


@pytest.mark.parametrize("name", ["default", "township", "county", "department"])
def test_a_profile_speaks_of_rules_that_there_are(name: str) -> None:
    profile = load_profile(name)
    assert {*profile.off, *profile.severities} <= set(PAGES)
