"""What else a county's page tells: frequent defects, boards, who is missing, the change, the sums, the inputs."""

from collections.abc import Iterator
from html import escape

from linter.batch.counties import LEVELS
from linter.batch.pages.about import About
from linter.batch.pages.charts import change
from linter.batch.pages.frame import link, points
from linter.batch.pages.frequent import frequent as frequent_in
from linter.batch.pages.wording import FACTS, say
from linter.batch.standing import County, Ranked

_RULES = 20
_UNITS = 60
_BOARD = 200


def frequent(county: County, about: About) -> Iterator[str]:
    """The defects that most units have, each with an example."""
    lang, found = about.lang, frequent_in(county.ranking)
    if not found:
        return
    yield f'<section id="frequent"><h2>{say("frequent", lang)}</h2><div class="scroll"><table class="sortable"><thead><tr>'
    heads = (("rule", ""), ("units", "n"), ("times", "n"), ("lost", "n"), ("example", ""))
    yield from (f'<th class="{kind}">{say(name, lang)}</th>' for name, kind in heads)
    yield "</tr></thead><tbody>"
    for one in found[:_RULES]:
        told = f"{escape(one.example.message)} <span class='soft'>“{escape(one.example.text)}”</span> {link(one.unit.page, one.unit.unit)}"
        yield f"<tr><td>{escape(about.title(one.rule))} <code>{one.rule}</code></td>"
        yield f'<td class="n">{one.units}</td><td class="n">{one.times}</td><td class="n">{points(one.lost)}</td><td>{told}</td></tr>'
    yield "</tbody></table></div></section>"


def boards(county: County, about: About) -> Iterator[str]:
    """The ranking of each level by itself, with the places it gives."""
    by_unit = {one.unit: one for one in county.ranking}
    yield f'<section id="boards"><h2>{say("boards", about.lang)}</h2><div class="boards">'
    for name, units in county.boards.items():
        if units:
            yield f"<div><h3>{escape(name)}</h3><ol>"
            yield from _places([by_unit[unit] for unit in units[:_BOARD]])
            yield "</ol></div>"
    yield "</div></section>"


def _places(ranked: list[Ranked]) -> Iterator[str]:
    first: dict[float, int] = {}
    for number, one in enumerate(ranked, start=1):
        place = first.setdefault(one.score.total, number)
        yield f'<li value="{place}">{link(one.page, one.unit)} {one.score.total}</li>'


def absent(county: County, about: About) -> Iterator[str]:
    """Who is missing, and which files could not be ranked."""
    lang = about.lang
    yield f'<section id="absent"><h2>{say("absent", lang)}</h2>'
    if not about.register:
        yield f"<p class='soft'>{say('absent-register', lang)}</p>"
    elif not county.missing and not county.failed:
        yield f"<p>{say('absent-none', lang)}</p>"
    if county.missing:
        yield f"<h3>{say('missing', lang)}</h3><p>{escape('、'.join(county.missing))}</p>"
    if county.failed:
        yield f"<h3>{say('failed', lang)}</h3><ul class='plain'>"
        for one in county.failed:
            reason = one.en if lang == "en" else one.zh
            yield f"<li>{escape(one.name)}: {escape(reason)} <code>{escape(one.kind)}</code></li>"
        yield "</ul>"
    yield "</section>"


def trend(county: County, about: About) -> Iterator[str]:
    """This year against last year."""
    rows = [(one.unit, one.last, one.score.total) for one in county.ranking if one.last is not None]
    if rows:
        title = say("trend", about.lang)
        yield f'<section id="trend"><h2>{title}</h2><div class="scroll">{change(rows[:_UNITS], title)}</div>'
        yield f'<p class="soft">{say("trend-about", about.lang)}</p></section>'


def sums(county: County, about: About) -> Iterator[str]:
    """The county's own figures beside the sum of its units'."""
    lang = about.lang
    own = next((one for one in county.ranking if one.report.level in LEVELS), None)
    others = [one for one in county.ranking if one is not own and one.report.level not in LEVELS]
    if own is None or not others or not own.report.facts:
        return
    yield f'<section id="sums"><h2>{say("sums", lang)}</h2><table><thead><tr><th>{say("item", lang)}</th>'
    yield f'<th class="n">{escape(say("county-says", lang, unit=own.unit))}</th>'
    known = [one for one in others if one.report.facts]
    yield f'<th class="n">{say("sum", lang, count=len(known))}</th></tr></thead><tbody>'
    for address, name in FACTS.items():
        if address in own.report.facts:
            total = sum(one.report.facts.get(address, 0) for one in known)
            yield f'<tr><td>{name.say(lang)}</td><td class="n">{own.report.facts[address]}</td><td class="n">{total}</td></tr>'
    yield f'</tbody></table><p class="soft">{say("sums-about", lang)}</p></section>'


def how(county: County, about: About) -> Iterator[str]:
    """How it is scored, and what was read."""
    lang = about.lang
    yield f'<section id="how"><h2>{say("how", lang)}</h2><p class="soft">{say("how-1", lang)}</p><p class="soft">{say("how-2", lang)}</p>'
    yield f"<details><summary>{say('inputs', lang)}</summary><table><tbody>"
    yield from (
        f"<tr><td>{escape(name)}</td><td><code>{sums}</code></td></tr>" for name, sums in county.inputs
    )
    yield "</tbody></table></details></section>"
