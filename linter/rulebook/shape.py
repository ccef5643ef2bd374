"""The shape of a rule file and of a profile: `rules/schema.json` is made of it."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from linter.model.finding import Confidence, Severity
from linter.rulebook.folders import ID

Text = Annotated[str, Meta(min_length=1)]
Share = Annotated[float, Meta(ge=0, le=1)]
Points = Annotated[float, Meta(ge=0, le=100)]
Id = Annotated[str, Meta(pattern=f"^{ID}$")]


class Bilingual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same in Chinese and in English."""

    zh: Text
    en: Text


class BasisFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule rests on. `document: text` means the report's own text, which contradicts itself;
    `document: convention` a usage that nothing prescribes."""

    document: Text
    article: Text | None = None
    says: Text | None = None


class WhereFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The parts of a report that the rule looks at; left out: all of it."""

    sections: tuple[
        Literal["overview", "disclosure", "requests", "disputes", "problems", "other", "lead", "title"], ...
    ] = ()
    topics: tuple[Literal["active", "on-request", "management", "platform", "supervision"], ...] = ()


class GivenFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`unit` and `year` put a title before the text; `previous` is last year's report, `peer`
    another unit's."""

    unit: Text | None = None
    year: Annotated[int, Meta(ge=2008, le=2100)] | None = None
    previous: Text | None = None
    peer: Text | None = None


class ExampleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with more to say about it: `fixed` is what all fixes make of it (without marks)."""

    text: Text
    given: GivenFile = GivenFile()
    fixed: Text | None = None
    note: Text | None = None


class ExamplesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`bad`: found at exactly the ⟦marks⟧; `good`: nothing found; `missed`: a fault known not to be found."""

    bad: tuple[Text | ExampleFile, ...] = ()
    good: tuple[Text | ExampleFile, ...] = ()
    missed: tuple[Text | ExampleFile, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file `rules/<group>/<id>.yaml`. `{placeholders}` of `message` are filled by the check; `options` are
    the check's own; `wordlists` are lists of words that belong to them; `how` says how to put it right, `limits` what the rule cannot see; `on: false` keeps the
    rule from running unless it is selected."""

    title: Bilingual
    why: Bilingual
    check: Text
    severity: Severity
    confidence: Confidence
    message: Bilingual
    examples: ExamplesFile
    basis: tuple[BasisFile, ...] = ()
    options: dict[str, Any] = {}
    wordlists: tuple[Text, ...] = ()
    where: WhereFile = WhereFile()
    how: Bilingual | None = None
    limits: Bilingual | None = None
    on: bool = True


class WeightsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The points of each group of rules; every group is named."""

    structure: Points
    tables: Points
    numbers: Points
    identity: Points
    numbering: Points
    wording: Points
    punctuation: Points
    history: Points
    originality: Points


class ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file `rules/profiles/<name>.yaml`: `weights` are 100 together; `off` are rules not run; `severities`
    and `shares` (from which share of a report on a rule tells) stand in the place of the rules' own; `grades` are the least total of each grade, best first, last 0."""

    title: Bilingual
    weights: WeightsFile
    grades: dict[Text, Points]
    off: tuple[Id, ...] = ()
    severities: dict[Id, Severity] = {}
    shares: dict[Id, Share] = {}
