"""`nianbao-rank/1`: the ranking for programs. Its shape is a promise; our types may change."""

from collections.abc import Sequence
from typing import Any

import msgspec

from linter.batch.standing import County, Family, Ranked
from linter.model.finding import SEVERITIES
from linter.model.result import Tool
from linter.reporters.to_json import score_value


def render(county: County, tool: Tool, profile: str | None, lang: str) -> bytes:
    """One object, indented by two; the same reports give the same bytes."""
    units = [one.unit for one in county.ranking]
    value = {
        "schema": "nianbao-rank/1",
        "tool": {"name": "nianbao", "version": tool.version, "rules": tool.rules, "profile": profile},
        "county": county.name or None,
        "year": county.year,
        "ranking": [msgspec.Raw(msgspec.json.encode(_ranked(one))) for one in county.ranking],
        "boards": county.boards,
        "families": [_family(one, units) for one in county.families],
        "missing": county.missing,
        "failed": [
            {"path": one.name, "reason": one.en if lang == "en" else one.zh, "kind": one.kind}
            for one in county.failed
        ],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _ranked(one: Ranked) -> dict[str, Any]:
    score = score_value(one.score)
    severities = [finding.severity for finding in one.report.findings]
    return {
        "place": one.place,
        "tied": one.tied,
        "unit": one.unit,
        "level": one.report.level,
        "path": one.report.name,
        "total": score["total"],
        "grade": score["grade"],
        "interval": one.interval,
        "parts": score["parts"],
        "counts": {name: severities.count(name) for name in reversed(SEVERITIES)},
        "page": one.page,
    }


def _family(one: Family, units: Sequence[str]) -> dict[str, Any]:
    return {
        "members": [units[n] for n in one.members],
        "pairs": [
            {
                "from": units[pair.source],
                "to": units[pair.other],
                "shared": pair.share,
                "page": pair.page,
            }
            for pair in one.pairs
        ],
    }
