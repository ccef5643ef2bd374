"""The page that a county's office prints, argues over and sends up."""

from collections.abc import Iterator
from html import escape

from linter.batch.pages.about import About
from linter.batch.pages.alike import alike
from linter.batch.pages.frame import frame, link
from linter.batch.pages.lists import absent, boards, frequent, how, sums, trend
from linter.batch.pages.tables import heat, ranking, summary
from linter.batch.pages.wording import say
from linter.batch.standing import County

_MENU = ("ranking", "groups", "frequent", "alike", "boards", "absent", "how")


def county_page(county: County, about: About, above: str | None = None) -> bytes:
    """The page. `above`: the way to the province's page, where there is one."""
    year = county.year or ""
    title = say("title", about.lang, county=county.name, year=year)
    return frame(title, _body(title, county, about, above), about.lang, about.tool.rules)


def _body(title: str, county: County, about: About, above: str | None) -> Iterator[str]:
    yield "<header>"
    if above:
        yield f"<p>{link(above, say('back', about.lang))}</p>"
    yield f'<h1>{escape(title)}</h1><p class="soft">{escape(made(about))}</p></header><nav>'
    yield from (f'<a href="#{name}">{say(name, about.lang)}</a>' for name in _there(county))
    yield '<a href="ranking.xlsx">ranking.xlsx</a></nav><main>'
    for part in (summary, ranking, heat, frequent, alike, boards, trend, sums, absent, how):
        yield from part(county, about)
    yield "</main>"


def _there(county: County) -> Iterator[str]:
    found = any(one.report.findings for one in county.ranking)
    return (name for name in _MENU if found or name != "frequent")


def made(about: About) -> str:
    """With what the ranking was made."""
    return say(
        "made",
        about.lang,
        version=about.tool.version,
        count=len(about.titles),
        rules=about.tool.rules[:19],
        profile=about.profile or say("by-level", about.lang),
    )
