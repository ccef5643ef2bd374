"""Examples: marks become offsets, and a rule that does otherwise is told so."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Span
from linter.model.errors import UnreadableReport
from linter.model.finding import Edit, Finding, Fix, Words
from linter.model.report import Report, Title
from linter.model.result import Result
from linter.model.rule import Example
from linter.model.score import Score
from linter.readers.from_txt import parse
from linter.rulebook.examples import apply, mark, run_example, strip_marks

DOUBLED = re.compile("(的|和)\\1")
WORDS = Words("重复", "doubled")


def lint(text: str, example: Example) -> Result:
    """A linter of one rule: 的的 and 和和 are wrong, and so is all that stood in last year's report."""
    document = parse(text)
    wrong = re.compile(re.escape(example.previous)) if example.previous else DOUBLED
    spans = [Span(*match.span()) for match in wrong.finditer(document.text)]
    fixes = [Fix(True, (Edit(span, document[span][:1]),)) for span in spans]
    findings = tuple(
        Finding("doubled", "wording", "error", "certain", span, WORDS, WORDS, (), fix=fix)
        for span, fix in zip(spans, fixes, strict=True)
    )
    report = Report(document, Title(Span(0, 0)), None, None, (), (), (), ())
    return Result(report, findings, Score(100, "优", ()), 1, (), "default")


def test_marks_are_taken_out_and_counted_without_themselves() -> None:
    assert strip_marks("甲⟦的的⟧乙⟦和和⟧\n") == ("甲的的乙和和\n", ((1, 3), (4, 6)))


@pytest.mark.parametrize("text", ["⟦甲", "甲⟧", "⟦⟧", "⟦甲⟦乙⟧⟧", "⟦甲⟧⟧", "⟧甲⟦"])
def test_marks_that_do_not_pair_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"[⟦⟧]|^$"):
        strip_marks(text)


@given(st.lists(st.tuples(st.text("甲乙\n", max_size=3), st.text("的和", min_size=1, max_size=3))))
def test_marking_undoes_stripping(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{before}⟦{marked}⟧" for before, marked in pieces)
    assert mark(*strip_marks(text)) == text


def test_marks_may_lie_in_one_another_and_be_empty() -> None:
    assert mark("甲乙丙", [(0, 3), (1, 2), (2, 2), (2, 3)], "【", "】") == "【甲【乙】【】【丙】】"


def test_edits_are_done_together_and_the_same_once() -> None:
    edits = [Edit(Span(3, 3), "。"), Edit(Span(0, 2), "子"), Edit(Span(0, 2), "子")]
    assert apply("甲乙丙", edits) == "子丙。"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="乙丙"):
        apply("甲乙丙", [Edit(Span(0, 2), "子"), Edit(Span(1, 3), "丑")])


@pytest.mark.parametrize(
    "example",
    [
        Example("bad", "公开的的信息", ((2, 4),), fixed="公开的信息"),
        Example("bad", "公开的的信息和和数据\n", ((2, 4), (6, 8)), fixed="公开的信息和数据"),
        Example("bad", "公开的的信息", ((2, 4),), unit="云溪县青禾镇人民政府", year=2024, fixed="公开的信息"),
        Example("bad", "公开信息", ((2, 4),), previous="信息"),
        Example("bad", "\n\n　　公开的的信息", ((6, 8),)),
        Example("good", "公开的信息"),
        Example("missed", "公开了了信息"),
    ],
)
def test_a_rule_that_does_right_is_not_complained_of(example: Example) -> None:
    assert run_example(example, lint) == ()


@pytest.mark.parametrize(
    ("example", "zh"),
    [
        (Example("bad", "公开的信息", ((2, 3),)), "应找出：\n公开⟦的⟧信息\n实际找出：\n公开的信息"),
        (Example("bad", "公开的的信息", ((2, 3),)), "应找出：\n公开⟦的⟧的信息\n实际找出：\n公开⟦的的⟧信息"),
        (
            Example("bad", "公开的的信息", ((2, 4),), unit="和和镇"),
            "应找出：\n公开⟦的的⟧信息\n实际找出（标题里也有）：\n公开⟦的的⟧信息",
        ),
        (Example("good", "公开的的信息"), "正确的例子不应报问题：\n公开⟦的的⟧信息"),
        (Example("missed", "公开的的信息"), "已能找出，请移到 bad：\n公开⟦的的⟧信息"),
        (
            Example("bad", "公开的的信息", ((2, 4),), fixed="公开信息"),
            "修改后应为：\n公开信息\n实为：\n公开的信息",
        ),
    ],
)
def test_what_a_rule_does_otherwise_is_shown(example: Example, zh: str) -> None:
    assert [one.zh for one in run_example(example, lint)] == [zh]


def test_an_example_that_cannot_be_linted_is_a_complaint() -> None:
    def refuse(text: str, example: Example) -> Result:
        raise UnreadableReport("not-a-report", f"不是年度报告：{text}{example.previous}", "no report")

    assert run_example(Example("good", "通知"), refuse) == (Words("不是年度报告：通知None", "no report"),)
