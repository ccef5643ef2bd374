"""The ranking table, the groups' table, and the numbers above them."""

from collections import Counter
from collections.abc import Iterator
from html import escape
from statistics import mean, median

from linter.batch.counties import BOARDS, OTHERS
from linter.batch.pages.about import About
from linter.batch.pages.charts import bar, histogram
from linter.batch.pages.frame import link, percent
from linter.batch.pages.wording import say
from linter.batch.spread import DRAWS
from linter.batch.standing import County, Ranked
from linter.language.names import GROUP

_WORST = (100.0, 90.0, 75.0, 50.0)
"""Percent earned from which a cell is as light as it gets, and so on."""


def summary(county: County, about: About) -> Iterator[str]:
    """The numbers that come first."""
    lang, totals = about.lang, [one.score.total for one in county.ranking]
    severities = Counter(one.severity for ranked in county.ranking for one in ranked.report.findings)
    grades = Counter(one.score.grade for one in county.ranking)  # the best first, as they are ranked
    said = [
        (str(len(totals)), say("reports", lang)),
        (f"{mean(totals):.1f}" if totals else "–", say("mean", lang)),
        (f"{median(totals):.1f}" if totals else "–", say("median", lang)),
        *((str(count), name) for name, count in grades.items() if name),
        (str(severities["error"]), say("errors", lang)),
        (str(severities["warning"]), say("warnings", lang)),
        (str(len(county.families)), say("families", lang)),
        (str(len(county.missing)) if about.register else "–", say("missing", lang)),
        (str(len(county.failed)), say("failed", lang)),
    ]
    yield f'<section id="summary"><h2>{say("summary", lang)}</h2><ul class="tiles">'
    yield from (f"<li><b>{number}</b>{escape(name)}</li>" for number, name in said)
    yield "</ul></section>"
    yield f'<section id="distribution"><h2>{say("distribution", lang)}</h2><div class="scroll">'
    yield histogram(totals, say("distribution", lang))
    yield f'</div><p class="soft">{say("distribution-about", lang)}</p></section>'


def ranking(county: County, about: About) -> Iterator[str]:
    """The ranking: a row for each unit."""
    lang, trend = about.lang, any(one.last is not None for one in county.ranking)
    heads = [
        ("place", "n"),
        ("unit", ""),
        ("level", ""),
        ("score", "n"),
        ("chart", ""),
        ("interval", "n"),
        ("grade", ""),
        ("errors", "n"),
        ("warnings", "n"),
        ("shared", "n"),
    ]
    heads += [("last", "n"), ("change", "n")] if trend else []
    yield f'<section id="ranking"><h2>{say("ranking", lang)}</h2>'
    yield f'<div class="tools" data-for="units" data-search="{say("search", lang)}" data-all="{say("all", lang)}"></div>'
    yield '<div class="scroll"><table class="sortable" id="units"><thead><tr>'
    yield from (f'<th class="{kind}">{say(name, lang)}</th>' for name, kind in heads)
    yield "</tr></thead><tbody>"
    for one in county.ranking:
        yield _row(one, trend=trend)
    yield (f'</tbody></table></div><p class="soft">{say("ranking-about", lang, draws=DRAWS)}</p></section>')


def _row(one: Ranked, *, trend: bool) -> str:
    severities = Counter(finding.severity for finding in one.report.findings)
    low, high = one.interval
    label = f"{one.score.total} ({low}–{high})"
    shared = max((near.share for near in one.near), default=None)
    cells = [
        f'<td class="n" data-v="{one.place}">{one.place}{"" if one.apart else " ≈"}</td>',
        f"<td>{link(one.page, one.unit)}</td>",
        f"<td>{escape(one.report.level or '')}</td>",
        f'<td class="n">{one.score.total}</td>',
        f'<td data-v="{one.score.total}">{bar(one.score.total, one.interval, label)}</td>',
        f'<td class="n">{low}–{high}</td>',
        f'<td class="grade">{escape(one.score.grade)}</td>',
        f'<td class="n">{severities["error"]}</td>',
        f'<td class="n">{severities["warning"]}</td>',
        f'<td class="n" data-v="{shared or 0}">{percent(shared)}</td>',
    ]
    if trend:
        known = one.last is not None
        cells.append(f'<td class="n">{one.last if known else "–"}</td>')
        cells.append(f'<td class="n">{f"{one.score.total - (one.last or 0):+.1f}" if known else "–"}</td>')
    return f'<tr data-board="{escape(board(one.report.level))}">{"".join(cells)}</tr>'


def board(level: str | None) -> str:
    """The board on which a unit of that level stands."""
    return next((name for name, levels in BOARDS.items() if level in levels), OTHERS)


def heat(county: County, about: About) -> Iterator[str]:
    """Units against groups: what was earned of each."""
    lang = about.lang
    yield f'<section id="groups"><h2>{say("groups", lang)}</h2><div class="scroll"><table class="sortable"><thead><tr>'
    yield f'<th class="n">{say("place", lang)}</th><th>{say("unit", lang)}</th>'
    yield from (f'<th class="c">{_group(name, lang)}</th>' for name in about.groups)
    yield "</tr></thead><tbody>"
    for one in county.ranking:
        shares = {part.group: 100 * part.earned / part.weight for part in one.score.parts}
        cells = (_cell(shares.get(name)) for name in about.groups)
        yield f'<tr><td class="n">{one.place}</td><td>{link(one.page, one.unit)}</td>{"".join(cells)}</tr>'
    yield f'</tbody></table></div><p class="soft">{say("groups-about", lang)}</p></section>'


def _cell(share: float | None) -> str:
    if share is None:
        return '<td class="c" data-v="">–</td>'
    shade = sum(share < least for least in _WORST)
    return f'<td class="c q{shade}">{share:.0f}</td>'


def _group(name: str, lang: str) -> str:
    return escape(GROUP[name].say(lang) if name in GROUP else name)
