"""A report in the light of a unit register: whose it is, and who the others are."""

from collections.abc import Iterator
from dataclasses import replace

from linter.language.late import late
from linter.model.register import Register, Unit
from linter.model.report import Report, Title

_BODY = late(r"(?:人民政府|政府|(?<=街道)办事处)$")
"""What a name may be said with or without: 青禾镇人民政府 and 青禾镇 are one unit."""

_SHORTEST = 3
"""Characters of a place's name with the word for its kind: 柳泉乡, not 县."""

Spelling = tuple[frozenset[str], str]
"""A name with some upper levels before it, and the levels above these."""


def registered(report: Report, register: Register) -> Report:
    """The report with its unit's name, level and upper levels from the register, and with the names of the
    units that it is not (`others`). As it is where the title names no unit of the register, or several."""
    own = unit_in(register, report.title)
    if own is None:
        return report
    parents = own.parents or report.title.parents
    title = replace(report.title, unit=own.name, level=own.level, parents=parents)
    names = report.names.union(own.names, parents)
    return replace(report, title=title, names=names, others=_others(register, own, names))


def unit_in(register: Register, title: Title) -> Unit | None:
    """The one unit of the register that the title names: word for word, or else but for 人民政府 and the like."""
    if not title.unit:
        return None
    said = tuple(_spellings((title.unit,), title.parents))
    for fold in (False, True):
        found = [one for one in register.units if _is_meant(one, said, fold=fold)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _spellings(names: tuple[str, ...], parents: tuple[str, ...]) -> Iterator[Spelling]:
    """Each name with none, one, … all of its upper levels before it."""
    for name in names:
        for at in range(len(parents) + 1):
            yield frozenset(parents[:at]), "".join(parents[at:]) + name


def _is_meant(unit: Unit, said: tuple[Spelling, ...], *, fold: bool) -> bool:
    """Whether one of the spellings is the unit's, none of the levels above speaking against it."""
    return any(
        (folded(words) == folded(own) if fold else words == own) and (above <= known or known <= above)
        for known, own in _spellings(unit.names, unit.parents)
        for above, words in said
    )


def _others(register: Register, own: Unit, names: frozenset[str]) -> tuple[str, ...]:
    """What the other units are called, longest first. Those that `own` belongs to or that belong to it are no
    others; nor is a name that one of these has too, or that is part of one of its own `names`."""
    kin = [one for one in register.units if one is own or _belongs(one, own) or _belongs(own, one)]
    known = names.union(*(_called(one) for one in kin))
    others = (name for one in register.units if one not in kin for name in _called(one))
    found = dict.fromkeys(
        name for name in others if name not in known and not any(name in mine for mine in names)
    )
    return tuple(sorted(found, key=len, reverse=True))


def _belongs(unit: Unit, above: Unit) -> bool:
    """Whether one of the unit's upper levels is called as `above` is."""
    return not _called(above).keys().isdisjoint(unit.parents)


def _called(unit: Unit) -> dict[str, None]:
    """The unit's names, with 人民政府 and the like and without."""
    return dict.fromkeys(said for name in unit.names for said in (name, folded(name)))


def folded(name: str) -> str:
    """The name without 人民政府 and the like, if it is a name still."""
    short = _BODY.sub("", name)
    return short if len(short) >= _SHORTEST else name
