"""Time against the length of the text, on reports and on hostile input."""

import time
from collections.abc import Callable, Mapping
from itertools import count
from statistics import median

from benchmarks.processes import say
from linter.pipeline import lint_document
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.composing import compose

LENGTHS = (5_000, 10_000, 20_000, 35_000, 50_000)
HOSTILE = (20_000, 200_000)
REPEATS = 5


def _report(length: int) -> str:
    """A report of about `length` characters: one whose sections one and five hold the prose of many."""
    base = compose(1, style="form", busy=True)
    prose: dict[int, list[str]] = {1: [], 5: []}
    need = length - len(base.text)
    for seed in count(2):
        for line in compose(seed, style="form").lines if need > 0 else ():
            if line.role == "prose" and line.section in prose:
                prose[line.section].append(line.text)
                need -= len(line.text) + 1
        if need <= 0:
            break
    lines = []
    for line in base.lines:
        if line.role == "section" and line.section in (2, 6):
            lines += prose[1 if line.section == 2 else 5]
        lines.append(line.text)
    return "\n".join(lines) + "\n"


def _filled(unit: str) -> Callable[[int], str]:
    """A report with `unit` over and over in section one."""
    head, tail = (
        "青陂乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n",
        "\n二、主动公开政府信息情况\n",
    )
    return lambda length: head + unit * (length // len(unit)) + tail


HOSTILE_INPUTS: Mapping[str, Callable[[int], str]] = {
    "one line of 的": _filled("的"),
    "open brackets": _filled("（《“"),
    "commas": _filled("，、"),
    "numbers": _filled("1条，其中"),
    "ordinals": _filled("一是，二是，"),
    "headings": _filled("\n（一）公开"),
    "sections": _filled("\n一、总体情况"),
    "rows of zeros": _filled("\n规章 0 0 0"),
    "a long repetition": _filled("政府信息公开工作和"),
    "unfinished lines": _filled("\n主动公开政府信息"),
    "blank lines": _filled("\n\n　"),
}


def main() -> None:
    """Print time per length with its linear fit, then for each hostile input the ratio of time per character
    at ten times the length."""
    rules = load_rules()

    def cost(text: str, repeats: int) -> float:
        return median(_seconds(lambda: lint_document(parse(text), rules)) for _ in range(repeats))

    cost(_report(LENGTHS[0]), 2)
    texts = [_report(length) for length in LENGTHS]
    times = [cost(text, REPEATS) for text in texts]
    say("scaling: CPU time of reading and linting, in process")
    say(f"  {'characters':>10} {'ms':>8} {'µs / 1000 chars':>16}")
    for text, seconds in zip(texts, times, strict=True):
        say(f"  {len(text):10} {1e3 * seconds:8.2f} {1e9 * seconds / len(text):16.0f}")
    slope, fixed, fit = _line([len(text) for text in texts], times)
    say(f"  fit: {1e9 * slope:.0f} µs per 1000 characters + {1e3 * fixed:.2f} ms, R² {fit:.4f}")
    say(
        f"  time per character, longest / shortest: {times[-1] / len(texts[-1]) / (times[0] / len(texts[0])):.2f}"
    )
    say(
        f"  {'hostile input':20} {'ms at':>7} {HOSTILE[0]:>6} {'ms at':>7} {HOSTILE[1]:>6} {'ratio per char':>15}"
    )
    for name, make in HOSTILE_INPUTS.items():
        small, large = (cost(make(length), 1) for length in HOSTILE)
        say(
            f"  {name:20} {1e3 * small:14.1f} {1e3 * large:14.1f} {large / small * HOSTILE[0] / HOSTILE[1]:15.2f}"
        )


def _seconds(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def _line(xs: list[int], ys: list[float]) -> tuple[float, float, float]:
    """Slope, value at nought and R² of the straight line through the points (least squares)."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    fixed = mean_y - slope * mean_x
    missed = sum((y - fixed - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    total = sum((y - mean_y) ** 2 for y in ys)
    return slope, fixed, 1 - missed / total if total else 1.0


if __name__ == "__main__":
    main()
