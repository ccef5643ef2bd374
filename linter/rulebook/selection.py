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
        _check(name, rules)
    chosen = [one for one in rules if _chosen(one, select)]
    return tuple(one for one in chosen if not any(name in _names(one) for name in ignore))


def named(rules: Iterable[Rule], name: str) -> Rule:
    """The rule called `name` (an id, or `group/id`). UsageError with the nearest name if there is none."""
    known = list(rules)
    for rule in known:
        if name in (rule.id, f"{rule.group}/{rule.id}"):
            return rule
    raise _unknown(name, [rule.id for rule in known])


def _chosen(rule: Rule, select: Sequence[str]) -> bool:
    if not select:
        return rule.on
    own = any(name in (rule.id, f"{rule.group}/{rule.id}") for name in select)
    return own or (rule.on and rule.group in select)


def _names(rule: Rule) -> tuple[str, str, str]:
    return rule.id, rule.group, f"{rule.group}/{rule.id}"


def _check(name: str, rules: Sequence[Rule]) -> None:
    known = dict.fromkeys([*GROUPS, *(own for rule in rules for own in _names(rule))])
    if name not in known:
        raise _unknown(name, list(known))


def _unknown(name: str, known: Sequence[str]) -> UsageError:
    from difflib import get_close_matches  # only for a mistake

    near = get_close_matches(name, known, n=1)
    zh = f"，是不是 {near[0]}？" if near else "；用 nianbao rules list 查看所有规则"
    en = f"; did you mean {near[0]}?" if near else "; see nianbao rules list"
    return UsageError(f"没有 {name} 这条规则{zh}", f"there is no rule {name}{en}")
