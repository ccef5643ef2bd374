"""Charts as SVG: drawn with text and numbers, so that they can be read without colours, and printed."""

from collections.abc import Iterator, Sequence
from html import escape

_STEP = 5


def histogram(totals: Sequence[float], label: str) -> str:
    """How many reports there are in each five points; the lowest holds all that is below it."""
    lowest = min(95, int(min(totals, default=0)) // _STEP * _STEP)
    counts = dict.fromkeys(range(lowest, 100, _STEP), 0)
    for total in totals:
        counts[min(95, int(total) // _STEP * _STEP)] += 1
    most, wide = max(counts.values(), default=1) or 1, max(26, min(64, 960 // max(1, len(counts))))
    width = wide * len(counts) + 20
    parts = [_open(width, 190, label)]
    for number, (start, count) in enumerate(counts.items()):
        x, high = 10 + number * wide, round(130 * count / most, 1)
        end = 100 if start == 95 else start + _STEP
        parts.append(
            f'<rect class="bar" x="{x + 3}" y="{150 - high}" width="{wide - 6}" height="{high}"><title>'
            f"{start}–{end}: {count}</title></rect>"
        )
        if count:
            parts.append(
                f'<text x="{x + wide / 2}" y="{144 - high}" text-anchor="middle" class="count">{count}</text>'
            )
        parts.append(
            f'<text x="{x + wide / 2}" y="168" text-anchor="middle">{_bound(start, end, wide)}</text>'
        )
    parts.append(f'<line x1="10" x2="{width - 10}" y1="150.5" y2="150.5" class="axis"/></svg>')
    return "".join(parts)


def bar(total: float, interval: tuple[float, float], label: str) -> str:
    """A score from 0 to 100 with its interval as a line."""
    low, high = interval
    return (
        f'{_open(124, 16, label)}<rect class="track" x="2" y="4" width="120" height="8"/>'
        f'<rect class="bar" x="2" y="4" width="{_x(total)}" height="8"/>'
        f'<path class="spread" d="M{2 + _x(low)} 2v12M{2 + _x(low)} 8H{2 + _x(high)}M{2 + _x(high)} 2v12"/></svg>'
    )


def change(rows: Sequence[tuple[str, float, float]], label: str) -> str:
    """Last year's score and this year's, a line for each unit: a ring, and a dot with the difference."""
    if not rows:
        return ""
    lowest = min(90, int(min(min(one, other) for _, one, other in rows)) // 10 * 10)
    scale = 420 / (100 - lowest)
    parts = [_open(720, 30 + 20 * len(rows), label)]
    for tick in range(lowest, 101, 10):
        x = round(170 + (tick - lowest) * scale, 1)
        parts.append(f'<line class="grid" x1="{x}" x2="{x}" y1="18" y2="{24 + 20 * len(rows)}"/>')
        parts.append(f'<text x="{x}" y="12" text-anchor="middle">{tick}</text>')
    for number, (unit, before, now) in enumerate(rows):
        y = 36 + 20 * number
        one, other = (round(170 + (value - lowest) * scale, 1) for value in (before, now))
        parts += _moved(unit, y, one, other, now - before)
    return "".join(parts) + "</svg>"


def _moved(unit: str, y: int, one: float, other: float, difference: float) -> Iterator[str]:
    kind = "up" if difference > 0 else "down" if difference < 0 else "level"
    yield f'<text x="160" y="{y + 4}" text-anchor="end">{escape(_short(unit))}</text>'
    yield f'<line class="{kind}" x1="{one}" x2="{other}" y1="{y}" y2="{y}"/>'
    yield f'<circle class="before" cx="{one}" cy="{y}" r="4"/><circle class="{kind}" cx="{other}" cy="{y}" r="4"/>'
    yield f'<text x="{max(one, other) + 10}" y="{y + 4}">{difference:+.1f}</text>'


def _open(width: float, height: float, label: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{escape(label)}">'
    )


def _x(value: float) -> float:
    return round(1.2 * max(0.0, min(100.0, value)), 1)


def _bound(start: int, end: int, wide: float) -> str:
    return f"{start}–{end}" if wide >= 44 else str(start)


def _short(unit: str) -> str:
    return unit if len(unit) <= 12 else f"{unit[:11]}…"
