"""Word lists: every entry's source, example and traps; and how they are read."""

from pathlib import Path

import pytest

from linter.bundled import RULES
from linter.model.errors import UsageError
from linter.model.rule import Rule
from linter.pipeline import lint_document
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from linter.rulebook.examples import strip_marks
from linter.rulebook.wordlists import read_wordlist

HEADING = "一、总体情况\n"
LISTS = sorted((RULES / "wordlists").glob("*.yaml"))
SHIPPED = load_rules()

of_every_list = pytest.mark.parametrize("path", LISTS, ids=[path.stem for path in LISTS])


def found(rule: Rule, text: str) -> tuple[tuple[int, int], ...]:
    """Where the rule finds something in the text."""
    result = lint_document(parse(HEADING + text), [rule])
    spans = (result.report.document.source_span(one.span) for one in result.findings)
    return tuple(sorted((one.start - len(HEADING), one.end - len(HEADING)) for one in spans))


@of_every_list
def test_an_entry_has_a_source_and_an_example(path: Path) -> None:
    words = read_wordlist(path).words
    assert [one.wrong or one.right for one in words if not one.source or not one.example] == []


@of_every_list
def test_an_example_is_found_and_a_trap_is_not(path: Path) -> None:
    (rule,) = (one for one in SHIPPED if path.stem in one.wordlists)
    texts = [text for one in read_wordlist(path).words for text in (one.example or "", *one.traps)]
    expected = [strip_marks(text) for text in texts]
    assert [(text, found(rule, text)) for text, _ in expected] == expected


def test_there_are_hundreds_of_words() -> None:
    assert sum(len(read_wordlist(path).words) for path in LISTS) > 500


def listed(folder: Path, words: str) -> Path:
    """A list with those words."""
    path = folder / "some.yaml"
    path.write_text(f"title: {{zh: 某些词, en: Some words}}\nwords:\n{words}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("  - {wrong: 甲, right: 乙}\n  - {wrong: 甲, right: 丙}\n", ":4：words[1]：甲 在第 3 行已经写过"),
        ("  - {source: 某书}\n", ":3：words[0]：wrong 和 right 至少写一个"),
        ("  - {wrong: 甲, right: 甲}\n", ":3：words[0].right：和 wrong 一样"),
        ("  - {wrong: 甲, rigth: 乙}\n", ":3：words[0].rigth：没有这个键，是不是 right？"),
    ],
)
def test_a_bad_list_is_refused_with_file_line_and_key(tmp_path: Path, words: str, said: str) -> None:
    path = listed(tmp_path, words)
    with pytest.raises(UsageError) as error:
        read_wordlist(path)
    assert error.value.zh == f"{path}{said}"


RULE = """\
title: {zh: 某词, en: A word}
why: {zh: 不好, en: bad}
basis: [{document: convention}]
check: replace
severity: warning
confidence: likely
message: {zh: "“{found}”", en: "“{found}”"}
wordlists: [some]
examples: {bad: [⟦甲乙⟧。], good: [乙甲。]}
"""


def test_a_rule_finds_its_list_beside_the_groups_and_notices_a_change(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    (tmp_path / "wordlists").mkdir()
    (tmp_path / "wording" / "some-word.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        load_rules((tmp_path,))
    assert error.value.zh.endswith("some-word.yaml:8：wordlists[0]：没有词表 some")
    listed(tmp_path / "wordlists", "  - {wrong: 甲乙, right: 乙甲, unless: [甲乙丙]}\n")
    (rule,) = load_rules((tmp_path,))
    assert (rule.options.swap, rule.options.unless, rule.wordlists) == (
        {"甲乙": "乙甲"},
        ("甲乙丙",),
        ("some",),
    )
    listed(tmp_path / "wordlists", "  - {wrong: 丙丁, right: 丁丙}\n")
    (rule,) = load_rules((tmp_path,))
    assert rule.options.swap == {"丙丁": "丁丙"}
