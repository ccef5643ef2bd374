"""The examples of a rule, linted by that rule alone."""

from collections.abc import Iterable

from linter.analysis import analyse
from linter.model.finding import Words
from linter.model.result import Result
from linter.model.rule import Example, Rule
from linter.pipeline.one import lint_document
from linter.readers.from_txt import parse
from linter.rulebook.examples import Lint, title_of


def linted_by(rule: Rule) -> Lint:
    """Lints a text beside the other texts of an example, with that rule alone."""

    def lint(text: str, example: Example) -> Result:
        before = None if example.previous is None else analyse(parse(example.previous))
        peers = None if example.peer is None else [analyse(parse(example.peer))]
        return lint_document(parse(text), (rule,), previous=before, peers=peers)

    return lint


def said_of(rule: Rule, examples: Iterable[Example]) -> Words | None:
    """What the rule says of the first wrong text among its examples."""
    bad = next((one for one in examples if one.kind == "bad"), None)
    if bad is None:
        return None
    findings = linted_by(rule)(title_of(bad) + bad.text, bad).findings
    return findings[0].message if findings else None
