"""Rules from their files, compiled once: what is kept in the cache is read without a YAML parser."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec

from linter import __version__
from linter.bundled import RULES
from linter.cache import cached, key_of
from linter.model.errors import UsageError
from linter.model.rule import Rule, RulePage
from linter.rulebook.folders import content, group_of, rule_files, wordlist_files
from linter.rulebook.options import options_type


def load_rules(folders: Sequence[Path] = (RULES,)) -> tuple[Rule, ...]:
    """The rules of all `folders`, sorted by group and id; UsageError for a file that is not right and for an
    id that occurs twice, and a place without a rule. A place may also be one group's folder or one file."""
    rules = sorted((rule for place in folders for rule in _rules(place)), key=lambda one: (one.group, one.id))
    first: dict[str, Rule] = {}
    for rule in rules:
        if (other := first.setdefault(rule.id, rule)) is not rule:
            raise UsageError(
                f"{rule.path}:1：规则 {rule.id} 已经在 {other.path} 里，请换一个文件名",
                f"{rule.path}:1: the rule {rule.id} stands in {other.path} already; rename the file",
            )
    return tuple(rules)


def load_page(rule: Rule) -> RulePage:
    """What `explain` and the tests need beside the rule: examples, how to fix, limits."""
    from linter.rulebook.rule_file import read_rule

    return read_rule(Path(rule.path))[1]


def rules_hash(rules: Iterable[Rule]) -> str:
    """`sha256:…` of all that makes rules find what they find, and say what they say, wherever they lie."""
    plain = [replace(rule, path="") for rule in rules]
    data = msgspec.json.encode(msgspec.to_builtins(plain, str_keys=True, order="deterministic"))
    return f"sha256:{sha256(data).hexdigest()}"


def _rules(place: Path) -> list[Rule]:
    """The rules of one place; UsageError where there is none: it would be taken in silently."""
    files = rule_files(place)
    if not files:
        raise UsageError(
            f"{place}：里面没有规则文件；一条规则写在 类别/规则名.yaml 里，如 wording/our-term.yaml",
            f"{place}: no rule file in it; a rule stands in GROUP/ID.yaml, such as wording/our-term.yaml",
        )
    names = [f"{group_of(one)}/{one.name}" for one in files]
    lists = wordlist_files((RULES, *(one.parent.parent for one in files)))
    parts = [__version__.encode(), "\n".join(names).encode(), *map(content, (*files, *lists))]
    name = "rules.json" if place == RULES else "more-rules.json"
    try:
        rules = _decoded(cached(name, key_of(parts), lambda: _compiled(files)))
    except (msgspec.ValidationError, KeyError):  # a check or its options have changed since
        rules = _decoded(_compiled(files))
    return [replace(rule, path=str(path)) for rule, path in zip(rules, files, strict=True)]


def _compiled(files: Sequence[Path]) -> bytes:
    """The rules of `files` as JSON, in that order, options as they stand in the file."""
    from linter.rulebook.rule_file import read_rule  # brings the YAML parser along

    return msgspec.json.encode([replace(read_rule(path)[0], path="") for path in files])


def _decoded(data: bytes) -> list[Rule]:
    rules = msgspec.json.decode(data, type=list[Rule])
    return [replace(one, options=_options(one)) for one in rules]


def _options(rule: Rule) -> msgspec.Struct:
    return msgspec.convert(rule.options, options_type(rule.check), str_keys=True)
