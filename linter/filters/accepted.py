"""Findings that somebody has accepted: by a baseline, or by an entry of a side file. Both are keyed by path and
fingerprint."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.model.finding import Finding, Suppression


@dataclass(frozen=True, slots=True)
class Accepted:
    """An entry of a baseline: the finding's fingerprint, its rule and what stood there, for people."""

    fingerprint: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Excuse:
    """An entry of a side file, on a line of it."""

    path: str
    fingerprint: str
    rule: str
    suppression: Suppression
    line: int


def baselined(
    findings: Iterable[Finding], entries: Sequence[Accepted], run: Iterable[str]
) -> tuple[tuple[Finding, ...], tuple[Accepted, ...]]:
    """The findings, those of `entries` as `baselined`; and the entries of which nothing is left, of the rules
    that were `run`."""
    known = {one.fingerprint for one in entries}
    told = tuple(
        replace(one, state="baselined") if one.state == "new" and one.fingerprint in known else one
        for one in findings
    )
    left = known & {one.fingerprint for one in told}
    rules = set(run)
    return told, tuple(one for one in entries if one.fingerprint not in left and one.rule in rules)


def excused(
    findings: Iterable[Finding], excuses: Sequence[Excuse], run: Iterable[str], today: str
) -> tuple[tuple[Finding, ...], tuple[Excuse, ...], tuple[Excuse, ...]]:
    """The findings, those of `excuses` as `suppressed`; the excuses that have run out before `today` (an ISO
    date), which no longer count; and those that excuse nothing, of the rules that were `run`."""
    over = tuple(one for one in excuses if one.suppression.until and one.suppression.until < today)
    valid: Mapping[str, Excuse] = {one.fingerprint: one for one in excuses if one not in over}
    told = tuple(
        replace(one, state="suppressed", suppression=valid[one.fingerprint].suppression)
        if one.state == "new" and one.fingerprint in valid
        else one
        for one in findings
    )
    found = {one.fingerprint for one in told}
    rules = set(run)
    unused = tuple(one for one in valid.values() if one.fingerprint not in found and one.rule in rules)
    return told, over, unused
