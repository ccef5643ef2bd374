"""The words of section headings against the form's: mistyped, out of order, or with the wrong term."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from linter.language import segmenter
from linter.language.headings import BULLETS
from linter.language.kept import kept
from linter.language.late import late
from linter.language.quotes import covered
from linter.model.document import Span
from linter.model.finding import Confidence, Edit, Fix, Hit, Severity
from linter.model.report import Report, Section

_LIKE = 65
"""How like (0 to 100) the words of a heading that names no section must be to the form's to be meant for them."""
_EDITS = 2
_TWICE = late(r"(.{1,6})\1")
_HAN = late(r"[一-鿿、]*")
_TRIMMED = f"。：:；;，,、.．（）() ·{BULLETS}"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`form`: for each kind of section (the heading that the form prints first) the wordings that are right.
    `topics`: the same for the topics of section one. `words`: all words that headings are made of in
    reports; a heading made of nothing else is not mistyped. `swap`: words that are wrong in a section's
    heading, and the right ones; `safe`: those of them that can be meant in no other way."""

    form: dict[str, tuple[str, ...]]
    words: tuple[str, ...]
    topics: dict[str, tuple[str, ...]] = {}
    swap: dict[str, str] = {}
    safe: tuple[str, ...] = ()


def check(report: Report, options: Options) -> Iterator[Hit]:
    """A hit on each wrong word, else on the words of each heading that is not as it should be."""
    present = frozenset(one.kind for one in report.sections if one.kind)
    damaged = report.document.damaged
    seen: set[str] = set()
    for one in report.sections:
        words = report[one.title].strip(_TRIMMED)
        if one.kind in seen or not words or covered(damaged, one.title.start, one.title.end):
            continue
        if one.level == 1:
            yield from _of_section(report, one, words, options, present)
        elif one.level == 2 and not _is_right(one, words, options) and _is_topic(report, one):
            right = _topic_names(one, options, present)
            yield from _typed(report, one, words, right, options, edits=1)
        if one.kind is not None:
            seen.add(one.kind)


def _is_right(one: Section, words: str, options: Options) -> bool:
    """Whether a heading is one of the names of its topic, and nothing more."""
    return words in options.topics.get(str(one.kind), ()) and len(words) == len(one.title)


def _is_topic(report: Report, one: Section) -> bool:
    overview = report.section("overview")
    return overview is not None and one.span.start < overview.span.end


def _topic_names(one: Section, options: Options, present: frozenset[str]) -> Sequence[str]:
    """The names, as long as a heading is, of the topic that it names; if it names none, of those that no heading
    does."""
    kinds = [one.kind] if one.kind else [kind for kind in options.topics if kind not in present]
    names = (name for kind in kinds for name in options.topics.get(str(kind), ()))
    return [name for name in names if len(name) == len(one.title)]


def _of_section(
    report: Report, one: Section, words: str, options: Options, present: frozenset[str]
) -> Iterator[Hit]:
    if one.kind is None:
        yield from _strange(report, one, words, options, present)
        return
    right = options.form.get(str(one.kind), ())
    if not right or words in right:
        return
    swapped = list(_swapped(report, one, options))
    if swapped:
        yield from swapped
    else:
        yield from _typed(report, one, words, right, options, edits=_EDITS)


def _swapped(report: Report, one: Section, options: Options) -> Iterator[Hit]:
    """The wrong words in a heading of which all others are as they should be."""
    title = report[one.title]
    for wrong, right in options.swap.items():
        at = title.find(wrong)
        if at >= 0 and _is_made_of(title.replace(wrong, right).strip(_TRIMMED), options.words):
            span = Span(one.title.start + at, one.title.start + at + len(wrong))
            official = options.form[str(one.kind)][0]
            yield _hit(span, wrong, official, Fix(wrong in options.safe, (Edit(span, right),)))


def _typed(
    report: Report, one: Section, words: str, right: Sequence[str], options: Options, *, edits: int
) -> Iterator[Hit]:
    """A hit on a heading that is one of `right` but for a few characters, or has them in another order."""
    if not right or words in right or _repeats(words, options.words):
        return
    if _is_made_of(words, options.words):
        if one.level == 1 and Counter(words) == Counter(right[0]):  # 收到政府信息公开申请和处理情况
            yield _title_hit(report, one, words, right[0], severity="note")
        return
    same = next((each for each in right if Counter(each) == Counter(words)), None)
    if same is None and not _has_slip(words, options.words):
        return
    nearest = same or _nearest(words, right, edits)
    if nearest:
        yield _title_hit(report, one, words, nearest, severity="warning" if one.level > 1 else None)


def _strange(
    report: Report, one: Section, words: str, options: Options, present: frozenset[str]
) -> Iterator[Hit]:
    """A hit on a heading that names no section, where it is like that of one which is not there."""
    from rapidfuzz.fuzz import ratio  # 20 ms to import, seldom needed

    absent = [right[0] for kind, right in options.form.items() if kind not in present]
    likeness = {official: ratio(official, words) for official in absent}
    nearest = max(absent, key=likeness.__getitem__, default=None)
    if nearest is not None and likeness[nearest] >= _LIKE:
        slight = Counter(words) == Counter(nearest) or _nearest(words, (nearest,), _EDITS)
        yield _title_hit(report, one, words, nearest, severity=None if slight else "warning")


def _nearest(words: str, right: Sequence[str], edits: int) -> str | None:
    """The wording that is at most so many characters away."""
    from rapidfuzz.distance import OSA  # 20 ms to import, seldom needed

    away = {each: OSA.distance(words, each, score_cutoff=edits) for each in right}
    best = min(right, key=away.__getitem__)
    return best if away[best] <= min(edits, len(best) // 3) else None


@kept(longest=60, most=512)
def _is_made_of(words: str, known: tuple[str, ...]) -> bool:
    """Whether a heading is nothing but known words, one after another."""
    reached = {0}
    for at in range(len(words)):
        if at in reached:
            reached.update(at + len(one) for one in known if words.startswith(one, at))
    return len(words) in reached


def _repeats(words: str, known: tuple[str, ...]) -> bool:
    """Whether something in it is only said twice: another fault."""
    once = _TWICE.sub(r"\1", words)
    return once != words and _is_made_of(once, known)


def _has_slip(words: str, known: Sequence[str]) -> bool:
    """Whether a heading holds what is no word: 间题, a character by itself."""
    return any(
        one not in known and (len(one) == 1 or not segmenter.tag(one)) for one in segmenter.words(words)
    )


def _title_hit(report: Report, one: Section, words: str, right: str, *, severity: Severity | None) -> Hit:
    at = one.title.start + report[one.title].find(words)
    span = Span(at, at + len(words))
    return _hit(span, words, right, Fix(safe=False, edits=(Edit(span, right),)), severity, "likely")


def _hit(
    span: Span,
    found: str,
    right: str,
    fix: Fix,
    severity: Severity | None = None,
    confidence: Confidence | None = None,
) -> Hit:
    return Hit(span, {"found": found, "right": right}, fix=fix, severity=severity, confidence=confidence)
