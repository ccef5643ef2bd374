"""Profiles: what counts how much, for which kind of body."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

import msgspec

from linter import __version__
from linter.bundled import RULES
from linter.cache import cached, key_of
from linter.model.errors import UsageError
from linter.model.finding import Severity
from linter.model.rule import Rule
from linter.model.score import Profile
from linter.rulebook.folders import content

PROFILES = RULES / "profiles"

_TOWNSHIPS = ("乡", "民族乡", "镇", "街道")


def profile_for(level: str | None) -> str:
    """The name of the profile for a unit of that level (of `Title.level`)."""
    if level in _TOWNSHIPS:
        return "township"
    return "department" if level == "部门" else "county"


def load_profile(name_or_path: str | Path) -> Profile:
    """The profile of that name, or in that file (a path ends in .yaml); UsageError if there is none."""
    name = str(name_or_path)
    if name.endswith((".yaml", ".yml")) or "/" in name or os.sep in name:
        from linter.rulebook.profile_file import read_profile

        return read_profile(Path(name_or_path))
    profiles = _shipped()
    if name not in profiles:
        known = " ".join(profiles)
        raise UsageError(
            f"没有 {name} 这个评分方案，可用 {known}，或写 .yaml 文件的路径",
            f"there is no profile {name}; there are {known}, or give the path of a .yaml file",
        )
    return profiles[name]


def retune(rules: Iterable[Rule], profile: Profile) -> tuple[Rule, ...]:
    """The rules that the profile lets run, with its severities and shares; after this nobody asks it about rules."""
    severities = cast("Mapping[str, Severity]", profile.severities)  # checked when the file was read
    return tuple(
        replace(rule, severity=severities.get(rule.id, rule.severity), options=_options(rule, profile))
        for rule in rules
        if rule.id not in profile.off
    )


def _options(rule: Rule, profile: Profile) -> msgspec.Struct:
    """The rule's options, its `share` as the profile wants it. UsageError where the rule has none."""
    options: msgspec.Struct = rule.options
    share = profile.shares.get(rule.id)
    if share is None:
        return options
    if not hasattr(options, "share"):
        raise UsageError(
            f"评分方案 {profile.id}：规则 {rule.id} 没有 share（比例）可改",
            f"profile {profile.id}: the rule {rule.id} has no share to change",
        )
    return msgspec.structs.replace(options, share=share)


@cache
def _shipped() -> Mapping[str, Profile]:
    """The profiles of `rules/profiles`, by name."""
    files = sorted(PROFILES.glob("*.yaml"))
    parts = [__version__.encode(), *(part for one in files for part in (one.name.encode(), content(one)))]
    data = cached("profiles.json", key_of(parts), lambda: _compiled(files))
    return {one.id: one for one in msgspec.json.decode(data, type=list[Profile])}


def _compiled(files: Iterable[Path]) -> bytes:
    from linter.rulebook.profile_file import read_profile  # brings the YAML parser along

    return msgspec.json.encode([read_profile(path) for path in files])
