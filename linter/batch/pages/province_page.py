"""The page that compares counties."""

from collections.abc import Iterator, Sequence
from html import escape
from statistics import mean, median

from linter.batch.pages.about import About
from linter.batch.pages.alike import families
from linter.batch.pages.charts import bar
from linter.batch.pages.county_page import made
from linter.batch.pages.frame import frame, link
from linter.batch.pages.lists import absent, frequent, how
from linter.batch.pages.tables import summary
from linter.batch.pages.wording import say
from linter.batch.ranking import folder
from linter.batch.standing import County

_BEST = 50


def province_page(whole: County, counties: Sequence[County], about: About) -> bytes:
    """The page: the counties by their means, then what concerns all."""
    title = say("province", about.lang, county=whole.name, year=whole.year or "")
    return frame(title, _body(title, whole, counties, about), about.lang, about.tool.rules)


def _body(title: str, whole: County, counties: Sequence[County], about: About) -> Iterator[str]:
    lang = about.lang
    yield f'<header><h1>{escape(title)}</h1><p class="soft">{escape(made(about))}</p></header><main>'
    yield from summary(whole, about)
    yield from _counties(counties, lang)
    yield f'<section id="best"><h2>{say("best", lang, count=min(_BEST, len(whole.ranking)))}</h2><ol>'
    for one in whole.ranking[:_BEST]:
        county = one.page.split("/")[1]
        yield f'<li value="{one.place}">{link(one.page, one.unit)} <span class="soft">{escape(county)}</span> {one.score.total}</li>'
    yield f'</ol><p class="soft">{say("all-units", lang)}</p></section>'
    yield from frequent(whole, about)
    if whole.families:
        yield f'<section id="alike"><h2>{say("alike", lang)}</h2>'
        yield from families(whole, about)
        yield "</section>"
    for part in (absent, how):
        yield from part(whole, about)
    yield "</main>"


def _counties(counties: Sequence[County], lang: str) -> Iterator[str]:
    heads = (
        "place",
        "county",
        "reports",
        "mean",
        "chart",
        "median",
        "lowest",
        "highest",
        "families",
        "missing",
        "failed",
    )
    yield f'<section id="counties"><h2>{say("counties", lang)}</h2><div class="scroll"><table class="sortable"><thead><tr>'
    yield from (f"<th>{say(name, lang)}</th>" for name in heads)
    yield "</tr></thead><tbody>"
    means = {id(one): round(mean(_totals(one)), 1) if one.ranking else 0.0 for one in counties}
    ordered = sorted(counties, key=lambda one: (-means[id(one)], one.name))
    places: dict[float, int] = {}
    for number, one in enumerate(ordered, start=1):
        middle, totals = means[id(one)], _totals(one) or [0.0]
        place = places.setdefault(middle, number)
        spread = min(totals), max(totals)
        yield f'<tr><td class="n">{place}</td><td>{link(f"counties/{folder(one.name)}/index.html", one.name)}</td>'
        yield f'<td class="n">{len(one.ranking)}</td><td class="n">{middle}</td><td data-v="{middle}">{bar(middle, spread, str(middle))}</td>'
        numbers = (
            f"{median(totals):.1f}",
            min(totals),
            max(totals),
            len(one.families),
            len(one.missing),
            len(one.failed),
        )
        yield "".join(f'<td class="n">{number}</td>' for number in numbers) + "</tr>"
    yield "</tbody></table></div></section>"


def _totals(one: County) -> list[float]:
    return [ranked.score.total for ranked in one.ranking]
