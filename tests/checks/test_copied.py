"""A share from which it is told, the longest stretch pointed at, the others named."""

from collections.abc import Sequence
from dataclasses import replace

from linter.checks.copied import Options, Where, check
from linter.model.alike import Alike, Match, Similarity, Source
from linter.model.document import Span
from linter.model.finding import Hit, NotAssessed
from tests.similarity.writing import own, read

REPORT = read(own("青禾镇", 2024, 1))
START = REPORT.document.text.index("。")


def told(
    alike: Similarity | None, matches: Sequence[Match] = (), source: Where = "unit"
) -> list[Hit | NotAssessed]:
    """What the check says of a report that shares so much."""
    report = replace(REPORT, alike=Alike(alike, tuple(matches)) if alike else None)
    return list(check(report, Options(source=source, share=0.3)))


def match(offset: int, chars: int, unit: str, year: int | None = 2023) -> Match:
    """A stretch taken from a unit's report."""
    start = START + offset
    return Match(Span(start, start + chars), Source("unit", unit, year, f"{unit}.txt"), None, False, chars)


def shares(largest: float | None, chars: int = 400) -> Similarity:
    """The shares of a report."""
    return Similarity(0.1, None, largest, largest, 0.5, chars)


def test_below_the_share_nothing_is_told() -> None:
    assert told(shares(0.29), [match(0, 30, "柳泉乡")]) == []
    assert told(shares(0.9, chars=79), [match(0, 30, "柳泉乡")]) == []


def test_what_was_not_compared_is_not_judged() -> None:
    reasons = [
        one.reason.zh
        for found in (None, Similarity(), shares(None))
        for one in told(found)
        if isinstance(one, NotAssessed)
    ]
    assert reasons == ["没有可以比对的正文"] * 2 + ["没有其他单位的报告可比（用 --corpus 给出）"]
    (said,) = told(shares(None), source="previous")
    assert isinstance(said, NotAssessed) and said.reason.zh == "没有上年报告"


def test_the_unit_that_has_most_is_named_and_its_longest_stretch_pointed_at() -> None:
    matches = [match(0, 40, "石桥镇"), match(50, 30, "柳泉乡"), match(90, 25, "柳泉乡")]
    (hit,) = told(shares(0.4), matches)
    assert isinstance(hit, Hit)
    assert (hit.span, hit.values["unit"], hit.values["percent"], hit.values["count"]) == (
        matches[1].span,
        "柳泉乡",
        "40",
        2,
    )
    assert [note.span for note in hit.notes] == [matches[1].span, matches[2].span]


def test_damaged_text_proves_nothing() -> None:
    one = match(0, 40, "石桥镇")
    document = replace(REPORT.document, damaged=(one.span,))
    report = replace(REPORT, document=document, alike=Alike(shares(0.9), (one,)))
    assert list(check(report, Options(source="unit", share=0.3))) == []
