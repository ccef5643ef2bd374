"""What is decided once for a run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linter import __version__
from linter.model.finding import Confidence, Words
from linter.model.result import Tool
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.rulebook import load_profile, profile_for, retune, rules_hash

if TYPE_CHECKING:
    from linter.model.register import Register
    from linter.pipeline.previous import Past

_LEVELS = (None, "乡", "部门")
"""A level of each profile."""


@dataclass(frozen=True, slots=True)
class Setup:
    """All that is decided once for a run. `tuned`: by name of a profile, the profile and the rules as it wants
    them; of one entry where a profile was asked for. `rules`: those asked for; `names`: of all rules there are
    and of their groups; `register`: the units that are known; `past`: where last year's reports are; `corpora`:
    files of more corpora to compare with; `key`: under which results are kept from run to run (empty: they are not)."""

    tuned: Mapping[str, tuple[Profile, tuple[Rule, ...]]]
    min_confidence: Confidence
    encoding: str | None
    tool: Tool
    rules: tuple[Rule, ...] = ()
    names: frozenset[str] = frozenset()
    register: "Register | None" = None
    past: "Past | None" = None
    corpora: tuple[Path, ...] = ()
    key: str = ""

    def for_level(self, level: str | None) -> tuple[Profile, tuple[Rule, ...]]:
        """Profile and rules for a report of a unit of that level."""
        if len(self.tuned) == 1:
            return next(iter(self.tuned.values()))
        return self.tuned[profile_for(level)]


class Setups(NamedTuple):
    """The setups of a run: the `usual` one, and by name of a file another (several configurations)."""

    usual: Setup
    others: Mapping[str, Setup] = {}

    def of(self, name: str) -> Setup:
        """The setup for the file of that name."""
        return self.others.get(name, self.usual)

    @property
    def tool(self) -> Tool:
        """What makes the findings: one hash over all the rules in use."""
        tools = dict.fromkeys((self.usual.tool, *(one.tool for one in self.others.values())))
        if len(tools) == 1:
            return self.usual.tool
        hashes = "\n".join(sorted({one.rules for one in tools})).encode()
        profiles = {one.profile for one in tools}
        profile = self.usual.tool.profile if len(profiles) == 1 else None
        return Tool(__version__, f"sha256:{sha256(hashes).hexdigest()}", profile)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules asked for, for whatever file; as the usual setup has them, if it has them."""
        if not self.others:
            return self.usual.rules
        others = {rule.id: rule for one in self.others.values() for rule in one.rules}
        every = others | {rule.id: rule for rule in self.usual.rules}
        return tuple(sorted(every.values(), key=lambda one: (one.group, one.id)))

    @property
    def remarks(self) -> tuple[Words, ...]:
        """What is to be said of last year's reports."""
        pasts = (one.past for one in (self.usual, *self.others.values()))
        return tuple(dict.fromkeys(said for past in pasts if past for said in past.remarks))


def prepare(
    rules: Sequence[Rule],
    *,
    profile: str | None = None,
    min_confidence: Confidence = "likely",
    encoding: str | None = None,
    known: Sequence[Rule] = (),
    register: "Register | None" = None,
    past: "Past | None" = None,
    corpora: Sequence[Path] = (),
    adjust: Callable[[Profile], Profile] | None = None,
) -> Setup:
    """The setup for a run with those rules. `profile`: a name or file; None: by the unit's level. `known`: all
    rules that could have been asked for; `register`: the units that are known; `past`: where last year's reports
    are; `corpora`: files of more corpora; `adjust`: what to change in each profile."""
    names = [profile] if profile else sorted({profile_for(level) for level in _LEVELS})
    loaded = {name: adjust(load_profile(name)) if adjust else load_profile(name) for name in names}
    tuned = {name: (one, retune(rules, one)) for name, one in loaded.items()}
    tool = Tool(__version__, rules_hash(rules), profile)
    called = (name for rule in known for name in (rule.id, rule.group, f"{rule.group}/{rule.id}"))
    known_as = frozenset(called)
    return Setup(
        tuned, min_confidence, encoding, tool, tuple(rules), known_as, register, past, tuple(corpora)
    )
