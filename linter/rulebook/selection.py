"""Which rules run: by id, by group, or by both as `group/id`."""

from collections.abc import Iterable, Sequence

from linter.model.errors import UsageError
from linter.model.rule import Rule
from linter.rulebook.folders import GROUPS


def selected(
    rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules that `select` names (none named: all that are on) without those that `ignore` names. A rule
    that is off runs when it is named itself. UsageError for a name that no rule has."""
    for name in (*select, *ignore):
        check_name(name, rules)
    chosen = [one for one in rules if (one.on if not select else any(chooses(name, one) for name in select))]
    return tuple(one for one in chosen if not any(means(name, one) for name in ignore))


def means(name: str, rule: Rule) -> bool:
    """Whether the name is the rule's or its group's."""
    return name in _names(rule)


def chooses(name: str, rule: Rule) -> bool:
    """Whether a rule runs that is selected under that name: one that is off is not, with its group."""
    return means(name, rule) and (rule.on or name != rule.group)


def check_name(name: str, rules: Sequence[Rule]) -> None:
    """UsageError with the nearest name if neither a rule nor a group is called so."""
    known = dict.fromkeys([*GROUPS, *(own for rule in rules for own in _names(rule))])
    if name not in known:
        raise unknown_rule(name, list(known))


def named(rules: Iterable[Rule], name: str) -> Rule:
    """The rule called `name` (an id, or `group/id`). UsageError with the nearest name if there is none."""
    known = list(rules)
    for rule in known:
        if name in (rule.id, f"{rule.group}/{rule.id}"):
            return rule
    raise unknown_rule(name, [rule.id for rule in known])


def _names(rule: Rule) -> tuple[str, str, str]:
    return rule.id, rule.group, f"{rule.group}/{rule.id}"


def unknown_rule(name: str, known: Sequence[str]) -> UsageError:
    """The error about a name that is not among those `known`, with the nearest of them."""
    from difflib import get_close_matches  # only for a mistake

    near = get_close_matches(name, known, n=1)
    zh = f"，是不是 {near[0]}？" if near else "；用 nianbao rules list 查看所有规则"
    en = f"; did you mean {near[0]}?" if near else "; see nianbao rules list"
    return UsageError(f"没有 {name} 这条规则{zh}", f"there is no rule {name}{en}")
