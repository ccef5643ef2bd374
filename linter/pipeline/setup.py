"""What is decided once for a run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter import __version__
from linter.model.finding import Confidence
from linter.model.result import Tool
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.rulebook import load_profile, profile_for, retune, rules_hash

_LEVELS = (None, "乡", "部门")
"""A level of each profile."""


@dataclass(frozen=True, slots=True)
class Setup:
    """All that is decided once for a run. `tuned`: by name of a profile, the profile and the rules as it wants
    them; of one entry where a profile was asked for. `rules`: those asked for; `names`: of all rules there are
    and of their groups."""

    tuned: Mapping[str, tuple[Profile, tuple[Rule, ...]]]
    min_confidence: Confidence
    encoding: str | None
    tool: Tool
    rules: tuple[Rule, ...] = ()
    names: frozenset[str] = frozenset()

    def for_level(self, level: str | None) -> tuple[Profile, tuple[Rule, ...]]:
        """Profile and rules for a report of a unit of that level."""
        if len(self.tuned) == 1:
            return next(iter(self.tuned.values()))
        return self.tuned[profile_for(level)]


def prepare(
    rules: Sequence[Rule],
    *,
    profile: str | None = None,
    min_confidence: Confidence = "likely",
    encoding: str | None = None,
    known: Sequence[Rule] = (),
) -> Setup:
    """The setup for a run with those rules. `profile`: a name or file; None: by the unit's level. `known`: all
    rules that could have been asked for."""
    names = [profile] if profile else sorted({profile_for(level) for level in _LEVELS})
    tuned = {name: (loaded, retune(rules, loaded)) for name in names for loaded in [load_profile(name)]}
    tool = Tool(__version__, rules_hash(rules), profile)
    called = (name for rule in known for name in (rule.id, rule.group, f"{rule.group}/{rule.id}"))
    return Setup(tuned, min_confidence, encoding, tool, tuple(rules), frozenset(called))
