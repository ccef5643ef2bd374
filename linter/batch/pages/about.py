"""What pages must know of the run beside the ranking."""

from collections.abc import Mapping
from dataclasses import dataclass

from linter.model.finding import Words
from linter.model.result import Tool


@dataclass(frozen=True, slots=True)
class About:
    """The tool, the profile that all reports were scored by (None: by level), the language, titles of the rules by
    id, groups in order, rules that check the arithmetic, and whether there was a register."""

    tool: Tool
    profile: str | None
    lang: str
    titles: Mapping[str, Words]
    groups: tuple[str, ...]
    checked: tuple[str, ...]
    register: bool

    def title(self, rule: str) -> str:
        """What a rule is called."""
        return self.titles[rule].say(self.lang) if rule in self.titles else rule
