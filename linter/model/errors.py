"""What can go wrong that is not a bug: said to the user in a sentence, never as a traceback."""

from typing import Literal

FailureKind = Literal[
    "missing",
    "empty",
    "encoding",
    "binary",
    "not-a-report",
    "damaged",
    "encrypted",
    "scanned",
    "too-large",
    "too-slow",
    "needs-tool",
    "permission",
]


class LinterError(Exception):
    """Something the user can put right. `zh` and `en` say what was found, expected and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en

    def say(self, lang: str) -> str:
        """The sentence in `lang` (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh


class UsageError(LinterError):
    """A bad option, configuration or rule file: nothing can be done."""


class UnreadableReport(LinterError):
    """One file that cannot be linted; the others go on."""

    def __init__(self, kind: FailureKind, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.kind = kind
