"""For people at a terminal: how much is shared, then each stretch as it stands in both."""

from collections.abc import Iterator, Sequence

from linter.compare.comparison import Comparison, Shared
from linter.compare.wording import (
    ASIDE,
    CHANGED,
    FOR_CHECKING,
    NOTHING,
    named,
    near,
    places,
    size,
    stock,
    summary,
)
from linter.language.widths import clean


def render(one: Comparison, lang: str) -> bytes:
    """Lines of text, changed characters in 【】."""
    return "".join(f"{line}\n" for line in _lines(one, lang)).encode("utf-8", "backslashreplace")


def _lines(one: Comparison, lang: str) -> Iterator[str]:
    yield f"A: {clean(one.a.document.path)}  {named(one.a)}"
    yield f"B: {clean(one.b.document.path)}  {named(one.b)}"
    yield summary(one, lang)
    yield stock(one, lang)
    if one.near:
        yield clean(near(one, lang))
    if not one.matches:
        yield NOTHING.say(lang)
        return
    yield FOR_CHECKING.say(lang)
    for number, match in enumerate(one.matches, start=1):
        yield ""
        yield f"[{number}] {places(one, match, lang)}  {size(match, lang)}"
        yield from _sides(one, match)
    yield ""
    yield f"{CHANGED.say(lang)}{'' if lang == 'zh' else ' '}{ASIDE.say(lang)}"


def _sides(one: Comparison, match: Shared) -> Iterator[str]:
    a, b = one.a[match.a], one.b[match.b]
    if a == b:
        yield f"  A=B {clean(_flat(a))}"
        return
    yield f"  A {clean(_flat(_marked(a, [(change.start, change.end) for change in match.changes])))}"
    yield f"  B {clean(_flat(_marked(b, [(change.other_start, change.other_end) for change in match.changes])))}"


def _marked(text: str, changed: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(changed):
        if end > start:
            text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))
