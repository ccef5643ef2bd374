"""The shape of a configuration and of a unit register: their JSON schemas are made of it."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from linter.model.finding import Confidence, Severity
from linter.model.register import Level
from linter.rulebook.shape import Points, Text

FailOn = Literal["error", "warning", "note", "never"]
Lang = Literal["zh", "en"]
Names = tuple[Text, ...]


class Values(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """What can be said for all files, for some of them, and on the command line."""

    select: Annotated[Names, Meta(description="only these rules: ids, groups or group/id")] | UnsetType = (
        UNSET
    )
    extend_select: Annotated[Names, Meta(description="these rules as well")] | UnsetType = UNSET
    ignore: Annotated[Names, Meta(description="not these rules")] | UnsetType = UNSET
    severities: (
        Annotated[dict[str, Severity], Meta(description="rule id = error, warning or note")] | UnsetType
    ) = UNSET
    min_confidence: (
        Annotated[Confidence, Meta(description="nothing less sure is told; likely")] | UnsetType
    ) = UNSET
    fail_on: Annotated[FailOn, Meta(description="what makes the exit status 1; error")] | UnsetType = UNSET
    profile: (
        Annotated[Text, Meta(description="scoring profile: name or file; by the unit's level")] | UnsetType
    ) = UNSET
    encoding: Annotated[Text, Meta(description="encoding of the files; found out")] | UnsetType = UNSET


class OverrideFile(Values, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """`[[overrides]]`: other values for files that match one of the patterns; a later one wins. A pattern with a
    slash counts from the configuration's folder, one without is for names in any folder; `**` is any folders."""

    files: Annotated[tuple[Text, ...], Meta(min_length=1)]


class WeightsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The points of some groups, in the place of the profile's."""

    structure: Points | UnsetType = UNSET
    tables: Points | UnsetType = UNSET
    numbers: Points | UnsetType = UNSET
    identity: Points | UnsetType = UNSET
    numbering: Points | UnsetType = UNSET
    wording: Points | UnsetType = UNSET
    punctuation: Points | UnsetType = UNSET
    history: Points | UnsetType = UNSET
    originality: Points | UnsetType = UNSET


class ConfigFile(Values, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """`nianbao.toml`, or `[tool.nianbao]` in `pyproject.toml`. Paths count from the folder of the file."""

    lang: Annotated[Lang, Meta(description="language of the messages; zh")] | UnsetType = UNSET
    jobs: Annotated[int, Meta(ge=1, description="processes; by the number of files")] | UnsetType = UNSET
    rules: Annotated[Names, Meta(description="folders with more rules")] | UnsetType = UNSET
    units: Annotated[Text, Meta(description="unit register (units.toml)")] | UnsetType = UNSET
    previous: (
        Annotated[Text, Meta(description="last year's report, or a folder with last year's reports")]
        | UnsetType
    ) = UNSET
    corpora: (
        Annotated[Names, Meta(description="corpora to compare with (nianbao corpus build)")] | UnsetType
    ) = UNSET
    baseline: Annotated[Text, Meta(description="accepted findings")] | UnsetType = UNSET
    weights: WeightsFile | UnsetType = UNSET
    wordlists: (
        Annotated[
            dict[str, tuple[Text, ...]],
            Meta(description="name of a word list = files with more words for the rules that use it"),
        ]
        | UnsetType
    ) = UNSET
    options: (
        Annotated[
            dict[str, dict[str, Any]],
            Meta(
                description="rule id = its options: a value in the place of the rule's own, or for a list or mapping"
                " {extend, extend-from, remove}"
            ),
        ]
        | UnsetType
    ) = UNSET
    overrides: tuple[OverrideFile, ...] = ()


class ListChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Changes to a list of a rule: more items, more words from a file (one a line, `#` begins a remark), fewer."""

    extend: tuple[Any, ...] = ()
    extend_from: Text | None = None
    remove: tuple[Any, ...] = ()


class MappingChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Changes to a mapping of a rule: more pairs (or others in their place), fewer keys."""

    extend: dict[str, Any] = {}
    remove: tuple[str, ...] = ()


class UnitFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[[unit]]`: `name` without the names of upper levels, `parents` those (top first), `aliases` what else it
    is called."""

    name: Text
    level: Level
    parents: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()


class UnitsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`units.toml`: the units that report."""

    unit: Annotated[tuple[UnitFile, ...], Meta(min_length=1)]
