"""A stretch under two topics, told once; whole sentences that are the same are another rule's."""

from linter.checks.inside import Options, check
from linter.pipeline.originality import with_alike
from tests.similarity.writing import HEADINGS, read, report, sentences

SAID = "每月初请邮递员与两名船工拆封意见箱并逐条抄入台账再送交渡口旁的碾坊"


def told(topics: dict[str, list[str]]) -> list[str]:
    """What the check points at."""
    read_ = with_alike(read(report("青禾镇", 2024, topics)))
    return [read_[one.span] for one in check(read_, Options(chars=30))]


def test_the_second_of_both_is_told() -> None:
    first, second = (
        [SAID, *sentences(1, 2)],
        [f"公示栏旁增设木箱一只，{SAID}，路远的改投邮筒", *sentences(2, 2)],
    )
    assert told({HEADINGS[0]: first, HEADINGS[2]: second}) == [SAID]


def test_whole_sentences_and_one_topic_are_not() -> None:
    assert told({HEADINGS[0]: [SAID, *sentences(1, 2)], HEADINGS[2]: [*sentences(2, 2), SAID]}) == []
    assert told({HEADINGS[0]: [SAID, f"公示栏旁增设木箱一只，{SAID}，路远的改投邮筒"]}) == []


def test_what_is_short_is_not() -> None:
    assert (
        told({HEADINGS[0]: [SAID[:20]], HEADINGS[2]: [f"公示栏旁增设木箱一只，{SAID[:20]}，路远的改投"]})
        == []
    )
