"""Rules as a configuration wants them: which run, how severe they are, with which options."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from msgspec import UnsetType

from linter.config.options import tuned_options
from linter.config.settings import Layer, Settings, of_file
from linter.config.words import extended
from linter.model.errors import UsageError
from linter.model.rule import Rule
from linter.rulebook.located import Key
from linter.rulebook.selection import check_name, chooses, means, unknown_rule
from linter.rulebook.severity import no_error


def tuned(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that run, as the settings want them; UsageError for what is said of a rule that is not there,
    or that it cannot be, and if no rule is left."""
    changed = _with_options(_with_wordlists(_with_severities(rules, settings), settings), settings)
    chosen = _chosen(changed, settings)
    if not chosen:
        raise _none_left(settings)
    return chosen


def _chosen(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Layer by layer: `select` begins anew, `extend-select` adds, `ignore` takes away."""
    running = {rule.id for rule in rules if rule.on}
    for layer in settings.layers:
        values = layer.values
        if not isinstance(values.select, UnsetType):
            running = set[str]()
        for key, names in (("select", values.select), ("extend-select", values.extend_select)):
            for name in _checked(names, key, layer, rules):
                running |= {rule.id for rule in rules if chooses(name, rule)}
        for name in _checked(values.ignore, "ignore", layer, rules):
            running -= {rule.id for rule in rules if means(name, rule)}
    return tuple(rule for rule in rules if rule.id in running)


def _checked(
    names: Sequence[str] | UnsetType, key: str, layer: Layer, rules: Sequence[Rule]
) -> Sequence[str]:
    """The names, each of them a rule's or a group's."""
    if isinstance(names, UnsetType):
        return ()
    for number, name in enumerate(names):
        try:
            check_name(name, rules)
        except UsageError as error:
            if layer.source is None:
                raise
            raise layer.fault((key, number), error.zh, error.en) from None
    return names


def _with_severities(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """An office may think of a fault what it likes; but `error` goes on saying that something prescribes it."""
    for severities, layer in settings.said(lambda one: one.severities):
        for name, severity in severities.items():
            rule = _rule(name, layer, ("severities", name), rules)
            refused = no_error((one.document for one in rule.basis), rule.confidence)
            if severity == "error" and refused:
                reason = refused[1]
                raise layer.fault(("severities", name), reason.zh, reason.en)
    wanted = settings.severities
    return tuple(replace(rule, severity=wanted.get(rule.id, rule.severity)) for rule in rules)


def _with_wordlists(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The words of an office's own lists beside those of ours."""
    by_id = {rule.id: rule for rule in rules}
    for lists, layer in settings.said(of_file(lambda one: one.wordlists)):
        for name, files in lists.items():
            key: Key = ("wordlists", name)
            _check_wordlist(name, layer, key, rules)
            for rule in (one for one in rules if name in one.wordlists):
                by_id[rule.id] = extended(by_id[rule.id], files, layer, key)
    return tuple(by_id.values())


def _check_wordlist(name: str, layer: Layer, key: Key, rules: Sequence[Rule]) -> None:
    """Some rule uses a list of that name."""
    known = sorted({one for rule in rules for one in rule.wordlists})
    if name not in known:
        near = get_close_matches(name, known, 1)
        zh, en = (f"，是不是 {near[0]}？", f"; did you mean {near[0]}?") if near else ("", "")
        raise layer.fault(key, f"没有规则用词表 {name}{zh}", f"no rule uses a word list {name}{en}")


def _with_options(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    by_id = {rule.id: rule for rule in rules}
    for options, layer in settings.said(of_file(lambda one: one.options)):
        for name, changes in options.items():
            key: Key = ("options", name)
            _rule(name, layer, key, rules)
            by_id[name] = tuned_options(by_id[name], changes, layer, key)
    return tuple(by_id.values())


def _rule(name: str, layer: Layer, key: Key, rules: Sequence[Rule]) -> Rule:
    """The rule of that id."""
    for rule in rules:
        if rule.id == name:
            return rule
    error = unknown_rule(name, [rule.id for rule in rules])
    raise layer.fault(key, error.zh, error.en)


def _none_left(settings: Settings) -> UsageError:
    """The error, at the last word that was said about which rules run."""
    for layer in reversed(settings.layers):
        for key, names in (("ignore", layer.values.ignore), ("select", layer.values.select)):
            if layer.source and not isinstance(names, UnsetType):
                return layer.fault((key,), "没有留下任何规则", "leaves no rule to check")
    return UsageError("--select 和 --ignore 没有留下任何规则", "--select and --ignore leave no rule to check")
