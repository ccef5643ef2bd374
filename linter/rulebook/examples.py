"""The examples of a rule file: a text, ⟦marks⟧ round what must be found, and the run that compares."""

from collections.abc import Callable, Iterable
from itertools import pairwise

from linter.model.errors import LinterError
from linter.model.finding import Edit, Words
from linter.model.pieces import source_edits
from linter.model.result import Result
from linter.model.rule import Example

Lint = Callable[[str, Example], Result]
"""Lints a text with the one rule under test, beside the other texts that the example gives."""

OPEN, CLOSE = "⟦", "⟧"


def strip_marks(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and what they enclosed; ValueError if they do not pair."""
    before, *marked = text.split(OPEN)
    plain, spans = before, []
    for one in marked:
        inner, close, after = one.partition(CLOSE)
        if not close or not inner or CLOSE in after:
            raise ValueError(OPEN + one)
        spans.append((len(plain), len(plain) + len(inner)))
        plain += inner + after
    if CLOSE in before:
        raise ValueError(before)
    return plain, tuple(spans)


def mark(text: str, spans: Iterable[tuple[int, int]], opening: str = OPEN, closing: str = CLOSE) -> str:
    """The text with marks round the spans, which may lie in one another."""
    signs: list[tuple[int, int, str]] = []  # offset, order at one offset, sign
    for start, end in spans:
        signs += [(start, 2, opening), (end, 0, closing)] if end > start else [(start, 1, opening + closing)]
    for at, _, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    return text


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after all `edits` (of its own offsets); the same edit twice is done once. ValueError if two
    overlap."""
    ordered = sorted(set(edits), key=lambda one: (one.span, one.text))
    for first, second in pairwise(ordered):
        if first.span.overlaps(second.span):
            raise ValueError(text[second.span.start : second.span.end])
    for edit in reversed(ordered):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def title_of(example: Example) -> str:
    """The title line that stands before the example's text, with its line break; empty if none is given."""
    if example.unit is None and example.year is None:
        return ""
    year = "" if example.year is None else f"{example.year}年"
    return f"{example.unit or ''}{year}政府信息公开工作年度报告\n"


def run_example(example: Example, lint: Lint) -> tuple[Words, ...]:
    """What the rule does otherwise than the example says; empty if it does right."""
    title = title_of(example)
    try:
        result = lint(title + example.text, example)
    except LinterError as error:
        return (Words(error.zh, error.en),)
    document = result.report.document
    found = sorted(document.source_span(one.span) for one in result.findings)
    spans = tuple((one.start - len(title), one.end - len(title)) for one in found)
    if spans != example.expected:
        return (_misplaced(example, spans),)
    if example.fixed is None:
        return ()
    fixes = [one.fix for one in result.findings if one.fix]
    edits = [part for fix in fixes for one in fix.edits for part in source_edits(document, one)]
    try:
        fixed = apply(document.source, edits)[len(title) :]
    except ValueError as overlap:
        return (Words(f"几处修改重叠在“{overlap}”", f"edits overlap at “{overlap}”"),)
    if fixed.rstrip("\n") == example.fixed.rstrip("\n"):
        return ()
    return (
        Words(
            f"修改后应为：\n{example.fixed}\n实为：\n{fixed}",
            f"fixed, it should read:\n{example.fixed}\nbut it reads:\n{fixed}",
        ),
    )


def _misplaced(example: Example, spans: tuple[tuple[int, int], ...]) -> Words:
    """What was found, against what should have been; a finding in the title cannot be marked."""
    inside = [one for one in spans if one[0] >= 0]
    found = mark(example.text, inside)
    in_title = ("（标题里也有）", " (and in the title)") if len(inside) < len(spans) else ("", "")
    if not example.expected:
        zh = {"good": "正确的例子不应报问题", "missed": "已能找出，请移到 bad"}[example.kind]
        en = {"good": "a good example must not be found", "missed": "found after all: move it to bad"}
        return Words(f"{zh}{in_title[0]}：\n{found}", f"{en[example.kind]}{in_title[1]}:\n{found}")
    wanted = mark(example.text, example.expected)
    return Words(
        f"应找出：\n{wanted}\n实际找出{in_title[0]}：\n{found}",
        f"to be found:\n{wanted}\nfound{in_title[1]}:\n{found}",
    )
