"""The page of one report: its place, what it lost to what, its nearest relatives, its text with marks."""

from collections.abc import Iterator, Mapping
from html import escape

from linter.batch.desk import PREFIX
from linter.batch.pages.charts import bar
from linter.batch.pages.frame import frame, link, percent, points
from linter.batch.pages.wording import say
from linter.batch.standing import Ranked
from linter.compare.wording import FOR_CHECKING
from linter.language.names import GROUP
from linter.model.finding import Words

_SHOWN = 8
_ABOVE = "../"


def report_page(
    one: Ranked, html: str, count: int, lang: str, rules: str, titles: Mapping[str, Words]
) -> bytes:
    """The page. `html`: the report's text with marks and findings; `count`: of how many it is one; `titles`: of
    rules."""
    return frame(one.unit, _body(one, html, count, lang, titles), lang, rules, report=True)


def _body(one: Ranked, html: str, count: int, lang: str, titles: Mapping[str, Words]) -> Iterator[str]:
    report = one.report
    about = " · ".join(str(part) for part in (report.level, report.year, report.name) if part)
    yield f"<header><p>{link('../index.html', say('back', lang))}</p><h1>{escape(one.unit)}</h1>"
    yield f'<p class="soft">{escape(about)}</p></header><main><section><ul class="tiles">'
    low, high = one.interval
    place = say("of", lang, place=one.place, count=count)
    yield f"<li><b>{one.score.total}</b>{say('score', lang)} · {escape(one.score.grade)}</li>"
    yield f"<li><b>{low}–{high}</b>{say('interval', lang)}</li><li><b>{place}</b>{bar(one.score.total, one.interval, place)}</li>"
    if one.last is not None:
        yield f"<li><b>{one.last}</b>{say('last', lang)} ({one.score.total - one.last:+.1f})</li>"
    yield "</ul></section>"
    yield from _deductions(one, lang, titles)
    yield from _near(one, lang)
    yield f"<section><h2>{say('text', lang)}</h2>{html}</section>"
    if report.not_assessed:
        yield f"<section><h2>{say('not-assessed', lang)}</h2><ul class='plain soft'>"
        yield from (f"<li><code>{rule}</code> {escape(why)}</li>" for rule, why in report.not_assessed)
        yield "</ul></section>"
    yield "</main>"


def _deductions(one: Ranked, lang: str, titles: Mapping[str, Words]) -> Iterator[str]:
    """Every lost point, and the finding it was lost to."""
    numbers = {finding.fingerprint: n for n, finding in enumerate(one.report.findings, start=1)}
    yield f"<section><h2>{say('deductions', lang)}</h2><div class='scroll'><table><thead><tr><th>{say('category', lang)}</th>"
    yield f"<th class='n'>{say('weight', lang)}</th><th class='n'>{say('earned', lang)}</th><th>{say('deductions', lang)}</th></tr></thead><tbody>"
    for part in one.score.parts:
        told = []
        for lost in part.deductions:
            number = numbers[lost.fingerprint]
            finding = one.report.findings[number - 1]
            title = titles[finding.rule].say(lang) if finding.rule in titles else finding.rule
            told.append(
                f'−{points(lost.points)} <a href="#{PREFIX}f{number}">{escape(title)}</a> <code>{escape(finding.where)}</code>'
            )
        name = GROUP[part.group].say(lang) if part.group in GROUP else part.group
        yield f'<tr><td>{escape(name)}</td><td class="n">{points(part.weight)}</td><td class="n">{points(part.earned)}</td>'
        yield f"<td>{'<br>'.join(told)}</td></tr>"
    yield "</tbody></table></div>"
    if not any(part.deductions for part in one.score.parts):
        yield f"<p>{say('no-deduction', lang)}</p>"
    yield "</section>"


def _near(one: Ranked, lang: str) -> Iterator[str]:
    if not one.near:
        return
    yield f"<section><h2>{say('near', lang)}</h2><ul class='plain'>"
    for near in one.near[:_SHOWN]:
        unit = f"{near.county}{near.unit}"
        said = say("near-share", lang, share=percent(near.share), back=percent(near.back), unit=unit)
        shown = f" {link(_ABOVE + near.page, say('side-by-side', lang))}" if near.page else ""
        yield f"<li>{escape(said)}{shown}</li>"
    yield f"</ul><p class='soft'>{escape(FOR_CHECKING.say(lang))}</p></section>"
