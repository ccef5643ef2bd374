"""One page that needs nothing else: both reports side by side, what they share in the same colours."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from linter import __version__
from linter.compare.comparison import Comparison
from linter.compare.marking import Mark, marked
from linter.compare.wording import (
    ASIDE,
    COLOURED,
    FOR_CHECKING,
    NOTHING,
    TITLE,
    named,
    near,
    places,
    size,
    stock,
    summary,
)
from linter.model.document import Paragraph, Span
from linter.model.finding import Words
from linter.model.report import Report

_STYLE = Path(__file__).with_name("compare.css")
_COLOURS = 8
_MADE_BY = Words("由 nianbao {version} 生成", "made by nianbao {version}")
_LIST = Words("相同的段落", "What is shared")


def render(one: Comparison, lang: str) -> bytes:
    """An HTML page without scripts and without any address of another file."""
    return "\n".join(_page(one, lang)).encode() + b"\n"


def _page(one: Comparison, lang: str) -> Iterator[str]:
    title = f"{TITLE.say(lang)}: {named(one.a)} ↔ {named(one.b)}"
    yield "<!doctype html>"
    yield f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<link rel="icon" href="data:,"><title>{escape(title)}</title>'
    yield f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style></head>"
    yield f"<body><header><h1>{TITLE.say(lang)}</h1>"
    yield f'<p class="total">{escape(summary(one, lang))}</p>'
    yield f"<p>{escape(stock(one, lang))}</p>"
    if one.near:
        yield f"<p>{escape(near(one, lang))}</p>"
    said = (FOR_CHECKING, COLOURED, ASIDE) if one.matches else (NOTHING, ASIDE)
    yield from (f'<p class="soft">{escape(words.say(lang))}</p>' for words in said)
    yield "</header>"
    yield from _listed(one, lang)
    yield '<main class="columns">'
    yield from _side(one, one.a, "a", lang)
    yield from _side(one, one.b, "b", lang)
    yield f"</main><footer>{escape(_MADE_BY.format({'version': __version__}).say(lang))}</footer></body></html>"


def _listed(one: Comparison, lang: str) -> Iterator[str]:
    """Every stretch with links to both of its places."""
    if not one.matches:
        return
    yield f"<nav><details open><summary>{_LIST.say(lang)}</summary><ol>"
    for number, match in enumerate(one.matches, start=1):
        said = f"{places(one, match, lang)} · {size(match, lang)}"
        yield (
            f'<li><span class="c{_colour(number)} key">{number}</span> <a href="#a{number}">A</a> '
            f'<a href="#b{number}">B</a> {escape(said)}</li>'
        )
    yield "</ol></details></nav>"


def _colour(number: int) -> int:
    return (number - 1) % _COLOURS


def _side(one: Comparison, report: Report, side: str, lang: str) -> Iterator[str]:  # noqa: ARG001
    yield f'<article id="{side}"><h2>{side.upper()} · {escape(named(report))}</h2>'
    yield f'<p class="soft">{escape(report.document.path)}</p>'
    marks = _marks(one, side)
    for block in report.document.blocks:
        html = "".join(marked(report.document, block.span, marks))
        yield f"<p>{html}</p>" if isinstance(block, Paragraph) else f"<pre>{html}</pre>"
    yield "</article>"


def _marks(one: Comparison, side: str) -> Sequence[Mark]:
    """What to mark on that side, in order."""
    other = "b" if side == "a" else "a"
    marks = []
    for number, match in enumerate(one.matches, start=1):
        span = match.a if side == "a" else match.b
        changed = tuple(
            Span(span.start + start, span.start + end)
            for change in match.changes
            for start, end in [
                (change.start, change.end) if side == "a" else (change.other_start, change.other_end)
            ]
            if end > start
        )
        marks.append(
            Mark(span, f"c{_colour(number)}", f"{side}{number}", f"{other}{number}", str(number), changed)
        )
    marks += [Mark(span, "stock") for span in (one.stock_a if side == "a" else one.stock_b)]
    return sorted(marks, key=lambda mark: (mark.span, mark.kind == "stock"))
