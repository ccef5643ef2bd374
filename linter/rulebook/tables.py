"""All rules told to people: a list for the terminal, a table for the README."""

from collections.abc import Iterable, Sequence

from linter.language.names import SEVERITY
from linter.language.widths import columns, pad
from linter.model.finding import Words
from linter.model.rule import Rule


def list_rules(rules: Sequence[Rule], lang: str) -> str:
    """One line for each rule: group/id, severity, title; aligned, and ended by a line break."""
    rows = [(f"{one.group}/{one.id}", SEVERITY[one.severity].say(lang), _titled(one, lang)) for one in rules]
    wide = [max((columns(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(
        f"{pad(name, wide[0])}  {pad(severity, wide[1])}  {title}\n" for name, severity, title in rows
    )


def rule_table(rules: Iterable[Rule], lang: str) -> str:
    """The rules as a Markdown table, as the README shows it, with line breaks at both ends."""
    head = Words("| 规则 | 严重程度 | 查什么 |", "| Rule | Severity | Finds |").say(lang)
    rows = (
        f"| `{one.group}/{one.id}` | {SEVERITY[one.severity].say(lang)} | {_cell(one, lang)} |"
        for one in rules
    )
    return "\n" + "\n".join([head, "| --- | --- | --- |", *rows]) + "\n"


def _cell(rule: Rule, lang: str) -> str:
    return _titled(rule, lang).replace("|", "\\|")


def _titled(rule: Rule, lang: str) -> str:
    off = Words("（默认关）", " (off unless selected)").say(lang)
    return rule.title.say(lang) + ("" if rule.on else off)
