"""Where a text says the same twice running, by its characters alone: what to look at, not yet what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from linter.language.late import late
from linter.language.sifted import sieve

_HAN = "[一-鿿]"
_RUN = late(rf"({_HAN}{{2,16}})\1")
_LINK = late(r"(?<=[一-鿿]{2})(?:以及|或者|[和与及或并、])(?=[一-鿿]{2})")
_LONGEST = 16  # characters of a doubled stretch; longer ones are doubled clauses
_LINK_SIGN = late(r"(以及|或者|[和与及或并、])")
_STRETCH = late(r"[一-鿿、]{2,}")
_UP_TO_FIGURES = late(r"[和与及或者并、](?=([一-鿿]{2,14}[A-Za-z0-9+#&._%-]))")
_STUTTER = late(rf"({_HAN}{{1,16}})\1")
_TWICE = late(rf"({_HAN})\1")
_AUXILIARY = "可以?|能够?|应[当该]?|需要?|须|将要?|已经?"
_AUXILIARY_AGAIN = late(rf"({_AUXILIARY})({_HAN}{{2,4}})({_AUXILIARY})\2")
_CLAUSE_END = late(r"[，；,;]")
_TAIL = late(r"[，；,;\n](?<=(..).)")
_STOPS = "。！？!?.”’」 "
_MOST_CLAUSES = 4
_CLAUSE = late(r"[^，；。：！？,;:!?\n]+")
_NOTICES = "的通知的通知"
_PASSED_ON = late(r"转发|印发|批转|转批")
_MARK = late(r"[，。；：！？,;:!?\n]")
_LONGEST_NAME = 150  # characters of a notice's full name
_APART = 8  # Chinese characters from which a clause does not come again by chance
_OPENERS = tuple("均已都未无没其各共也仍")
"""What a clause begins with that may be said of several things in turn: 均在法定期限内答复."""


@dataclass(frozen=True, slots=True)
class Doubled:
    """A stretch from `start` that stands there again from `second`. `end` is where the second copy ends, or the
    last sign of equality: 公开公开公 has its `second` after two characters and its `end` after five. `link` is
    what stands between the copies (和 、 ，), empty where nothing does."""

    start: int
    second: int
    end: int
    link: str = ""


def _is_suspected(text: str) -> bool:
    """Whether one of the functions below finds something. First a quick look that spares most sentences the others:
    what stands twice lies in one stretch of Chinese characters, holds figures, or ends two clauses."""
    tails = _TAIL.findall(text.rstrip(_STOPS) + "\n")
    if len(set(tails)) < len(tails) and (any(clauses(text)) or any(again(text))):
        return True
    if not _doubling(_STRETCH.findall(text)) and not _resumes_figures(text):
        return False
    return any(True for each in (runs, links, letters, auxiliaries) for _ in each(text))


suspected = sieve(_is_suspected)
"""Of sentences, those in which one of the functions below finds something."""


def _is_doubling(stretch: str) -> bool:
    """Whether something may stand twice running in a stretch of Chinese characters, or on both sides of 和 or 、."""
    if _STUTTER.search(stretch) or _AUXILIARY_AGAIN.search(stretch):
        return True
    parts = _LINK_SIGN.split(stretch)
    end = len(parts[0])
    for link, part in zip(parts[1::2], parts[2::2], strict=True):
        start, end = end, end + len(link)
        if len(part) > 1 and stretch.find(part[:2], max(0, start - _LONGEST), end) >= 0:
            return True
        end += len(part)
    return False


_doubling = sieve(_is_doubling)


def _resumes_figures(text: str) -> bool:
    """Whether words that lead up to a figure stand on both sides of 和 or 、: 热线12345和热线12345."""
    return any(
        text.find(one[1], max(0, one.start() - _LONGEST - 1), one.start()) >= 0
        for one in _UP_TO_FIGURES.finditer(text)
    )


def runs(text: str) -> Iterator[Doubled]:
    """Two characters or more that follow on themselves: 互动性互动性. But not the end of the full name of a notice
    that passes on another: 关于转发…的通知的通知."""
    end = 0
    while match := _RUN.search(text, end):
        period, end = len(match[1]), match.end()
        while end < len(text) and text[end] == text[end - period]:
            end += 1
        if text[match.start() : end].rstrip("的") != _NOTICES or not _passed_on(text, match.start()):
            yield Doubled(match.start(), match.start() + period, end)


def links(text: str) -> Iterator[Doubled]:
    """Two characters or more on both sides of 和 与 及 以及 或 或者 并 、: 互动性和互动性."""
    for match in _LINK.finditer(text):
        head = text[match.end() : match.end() + 2]
        start = text.rfind(head, max(0, match.start() - _LONGEST), match.start())
        length = match.start() - start
        if start >= 0 and text.startswith(text[start : match.start()], match.end()):
            yield Doubled(start, match.end(), match.end() + length, match[0])


def letters(text: str) -> Iterator[int]:
    """Where a character stands twice: 的的."""
    return (match.start() for match in _TWICE.finditer(text))


def auxiliaries(text: str) -> Iterator[Doubled]:
    """The same verb twice with an auxiliary of the same family: 可通过可以通过."""
    for match in _AUXILIARY_AGAIN.finditer(text):
        if text.startswith("的", match.end()):
            continue  # 应当公开应公开的信息
        if match[1][0] == match[3][0] or {match[1][0], match[3][0]} in ({"可", "能"}, {"需", "须"}):
            yield Doubled(match.start(), match.start(3), match.end())


def clauses(text: str, least: int = 4) -> Iterator[Doubled]:
    """A clause, or up to four, that come again at once: 加强培训，加强培训。The first may have a subject before it.
    `least` is the number of Chinese characters from which a clause counts as one."""
    starts = [0, *(match.end() for match in _CLAUSE_END.finditer(text))]
    ends = [*(start - 1 for start in starts[1:]), len(text.rstrip(_STOPS))]
    taken = 0
    for at in range(1, len(starts)):
        for count in range(1, min(_MOST_CLAUSES, at, len(starts) - at) + 1):
            again = text[starts[at] : ends[at + count - 1]]
            first = ends[at - 1] - len(again)
            if (
                first >= max(taken, starts[at - count])
                and text.startswith(again, first)
                and _han(again) >= least
            ):
                yield Doubled(first, starts[at], ends[at + count - 1], text[ends[at - 1]])
                taken = ends[at + count - 1]
                break


def again(text: str) -> Iterator[Doubled]:
    """A clause that comes again word for word later in its sentence, others between, and nothing but commas."""
    seen: dict[str, int] = {}
    end = 0
    for match in _CLAUSE.finditer(text.rstrip(_STOPS)):
        if match.start() != end + 1 or text[end] not in "，,":
            seen.clear()
        clause, end = match[0], match.end()
        first = seen.setdefault(clause, match.start())
        if 0 <= first < match.start() and _tells(clause) and match.start() > first + len(clause) + 1:
            seen[clause] = -1  # told once
            yield Doubled(first, match.start(), end, "…")


def _tells(clause: str) -> bool:
    """Whether a clause is long enough, and says one thing of its own: no figure, no 均, no quote."""
    return (
        _han(clause) >= _APART
        and not clause.startswith(_OPENERS)
        and not any(char.isdigit() or char in "“”《》（）()" for char in clause)
    )


def _han(text: str) -> int:
    return sum("一" <= char <= "鿿" for char in text)


def _passed_on(text: str, at: int) -> bool:
    """Whether the clause of what stands at `at`, or the title in 《》 that it stands in, tells before it that
    something was passed on."""
    least = max(0, at - _LONGEST_NAME)
    first = max((mark.end() for mark in _MARK.finditer(text, least, at)), default=least)
    opened = text.rfind("《", least, at)
    if opened > text.rfind("》", least, at):
        first = min(first, opened)
    return _PASSED_ON.search(text, first, at) is not None
