"""What a check says (`Hit`) and what the engine makes of it (`Finding`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from linter.model.document import Span

Severity = Literal["note", "warning", "error"]
Confidence = Literal["guess", "likely", "certain"]
SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("guess", "likely", "certain")
State = Literal["new", "baselined", "suppressed"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The words in `lang` (`zh` or `en`)."""
        return self.en if lang == "en" else self.zh

    def format(self, values: Mapping[str, object]) -> "Words":
        """Both with their `{placeholders}` filled. A value that is itself `Words` fills each with its own."""
        return Words(
            self.zh.format(**{k: v.zh if isinstance(v, Words) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Words) else v for k, v in values.items()}),
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of `span` (of the logical text); an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together. `safe`: the only reading possible; meaning is kept."""

    safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Where else to look. `previous`: the span lies in last year's report."""

    message: Words
    span: Span
    previous: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A fact in an equation with the factor it counts with; the right side counts negative."""

    address: str
    factor: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found at `span`. `values` fill the rule's message. `fix`, `severity` and `confidence`
    can only lower the rule's own. `terms` are those of a failed equation, for finding a common cause."""

    span: Span
    values: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: Confidence | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """A check's word that it could not judge, and why."""

    reason: Words


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on: a document and, where known, its article and what it says."""

    document: str
    article: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is let pass: `where` it is said (a comment in the text, or a file beside it), the `reason`
    given, `who` answers for it, `until` when (ISO date)."""

    where: Literal["comment", "file"]
    reason: str | None = None
    who: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place of the logical text, with all that a reader of it needs."""

    rule: str
    group: str
    severity: Severity
    confidence: Confidence
    span: Span
    message: Words
    why: Words
    basis: tuple[Basis, ...]
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    terms: tuple[Term, ...] = ()
    section: str = ""
    fingerprint: str = ""
    state: State = "new"
    suppression: Suppression | None = None
