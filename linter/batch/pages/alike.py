"""Who shares with whom: families, and the matrix of those that do."""

from collections.abc import Iterator
from html import escape

from linter.batch.pages.about import About
from linter.batch.pages.frame import link, percent
from linter.batch.pages.wording import say
from linter.batch.standing import County, Pair

_MATRIX = 40
"""Units beyond which a matrix is no help: those of the largest families, then of the strongest pairs, are shown."""

_LISTED = 100


def alike(county: County, about: About) -> Iterator[str]:
    """The section of a county's page."""
    lang = about.lang
    yield f'<section id="alike"><h2>{say("alike", lang)}</h2>'
    if not county.pairs:
        yield f"<p>{say('alike-none', lang)}</p></section>"
        return
    yield f'<p class="soft">{say("alike-about", lang, least=percent(county.family))}</p>'
    yield from families(county, about)
    inside = {id(pair) for family in county.families for pair in family.pairs}
    told = {(pair.source, pair.other) for family in county.families for pair in family.pairs}
    others = [one for one in county.pairs if id(one) not in inside and (one.source, one.other) not in told]
    if others:
        yield f"<h3>{say('other-pairs', lang)}</h3><ul class='plain'>"
        yield from (f"<li>{_pair(one, county, lang)}</li>" for one in others[:_LISTED])
        yield "</ul>"
    yield from _matrix(county, lang)
    yield "</section>"


def families(county: County, about: About) -> Iterator[str]:
    """The families, each with its pairs."""
    lang = about.lang
    for number, family in enumerate(county.families[:_LISTED], start=1):
        yield f"<h3>{say('group', lang, number=number, count=len(family.members))}</h3><p>"
        yield "、".join(_unit(n, county) for n in family.members)
        yield "</p><ul class='plain'>"
        yield from (f"<li>{_pair(one, county, lang)}</li>" for one in family.pairs[:_LISTED])
        yield "</ul>"


def _pair(one: Pair, county: County, lang: str) -> str:
    said = f"{_unit(one.source, county)} → {_unit(one.other, county)} {percent(one.share)}"
    return f"{said} {link(one.page, say('side-by-side', lang))}" if one.page else said


def _unit(number: int, county: County) -> str:
    one = county.ranking[number]
    return link(one.page, one.unit)


def matrix_units(county: County) -> list[int]:
    """The units of the matrix, by number in the ranking: families together."""
    members = [n for family in county.families for n in family.members]
    others = [n for pair in county.pairs for n in (pair.source, pair.other)]
    return list(dict.fromkeys([*members, *others]))


def shares(county: County) -> dict[tuple[int, int], tuple[float, str | None]]:
    """How much of the first of two units stands in the second, and the page that shows it."""
    at = {one.unit: n for n, one in enumerate(county.ranking)}
    return {
        (n, at[near.unit]): (near.share, near.page)
        for n, one in enumerate(county.ranking)
        for near in one.near
        if not near.county and near.unit in at
    }


def _matrix(county: County, lang: str) -> Iterator[str]:
    units, known = matrix_units(county)[:_MATRIX], shares(county)
    yield f"<h3>{say('matrix', lang)}</h3><div class='scroll'><table><thead><tr><th></th>"
    yield from (
        f'<th class="c" title="{escape(county.ranking[n].unit)}">{k}</th>' for k, n in enumerate(units, 1)
    )
    yield "</tr></thead><tbody>"
    for k, one in enumerate(units, start=1):
        cells = "".join(_cell(known.get((one, other)), same=one == other) for other in units)
        yield f"<tr><td>{k}. {_unit(one, county)}</td>{cells}</tr>"
    yield f"</tbody></table></div><p class='soft'>{say('matrix-about', lang)}</p>"


def _cell(found: tuple[float, str | None] | None, *, same: bool) -> str:
    if same or found is None:
        return f'<td class="c">{"■" if same else ""}</td>'
    share, page = found
    shade = sum(share >= least for least in (0.2, 0.3, 0.6))
    text = percent(share)
    return f'<td class="c s{shade}">{link(page, text) if page else text}</td>'
