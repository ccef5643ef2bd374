"""The frame of every page: style and script within it, no address of another place."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import quote

from linter import __version__
from linter.model.finding import Words

_HERE = Path(__file__).parent
_REPORT_STYLE = _HERE.parent.parent / "reporters" / "report.css"
_MADE_BY = Words("由 nianbao {version} 生成，规则集 {rules}", "made by nianbao {version}, rules {rules}")


def frame(title: str, body: Iterable[str], lang: str, rules: str, *, report: bool = False) -> bytes:
    """A page. `report`: it shows a report's text. The same body gives the same bytes."""
    style = (_text("report.css") if report else "") + _text("ranking.css")
    script = "" if report else f"<script>\n{_text('ranking.js')}</script>"
    made_by = _MADE_BY.format({"version": __version__, "rules": rules}).say(lang)
    parts = [
        "<!doctype html>",
        f'<html lang="{"zh-Hans" if lang == "zh" else "en"}">',
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<link rel="icon" href="data:,"><title>{escape(title)}</title>',
        f"<style>\n{style}</style></head><body>",
        *body,
        f"<footer>{escape(made_by)}</footer>{script}</body></html>",
    ]
    return "\n".join(parts).encode("utf-8", "replace") + b"\n"


_read: dict[str, str] = {}


def _text(name: str) -> str:
    """A file beside this one, read once."""
    if name not in _read:
        path = _REPORT_STYLE if name == "report.css" else _HERE / name
        _read[name] = path.read_text(encoding="utf-8")
    return _read[name]


def link(href: str, text: str) -> str:
    """A link to a file that stands beside the page or below it."""
    return f'<a href="{quote(href)}">{escape(text)}</a>'


def points(value: float) -> str:
    """Points without needless zeros: 4, 1.5, 0.0375."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def percent(share: float | None) -> str:
    """A share as people write it; a dash where there is none."""
    return "–" if share is None else f"{100 * share:.0f}%"
