"""Marks that repeat, skip, go back or do not start at one."""

import pytest

from linter.analysis import analyse
from linter.checks.sequence import Options, check
from linter.language.counting import Slip, slips
from linter.readers.from_txt import parse

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告"
LISTS = Options("lists")
SECTIONS = Options("sections", ("overview", "disclosure", "requests", "disputes", "problems", "other"))
HAN = "零一二三四五六七八九"


def found(text: str, options: Options = LISTS) -> list[tuple[str, str]]:
    """Each hit's mark with four characters after it, and the mark it should be."""
    report = analyse(parse(text))
    whole = report.document.text
    return [
        (whole[one.span.start : one.span.end + 2], str(one.values["expected"]))
        for one in check(report, options)
    ]


def inline(*numbers: int, stop: str = "；") -> str:
    items = stop.join(f"{HAN[number]}是做好{place}号工作" for place, number in enumerate(numbers))
    return f"{TITLE}\n五、存在的主要问题及改进情况\n主要措施：{items}。"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3, 4), ()),
        ((1, 2, 3, 3), (Slip(3, 4),)),
        ((1, 2, 3, 3, 5), (Slip(3, 4),)),
        ((1, 3, 3, 4), (Slip(1, 2),)),
        ((1, 2, 4), (Slip(2, 3),)),
        ((1, 2, 4, 5, 6), (Slip(2, 3, jump=True),)),
        ((1, 2, 2, 3, 4), (Slip(2, 3, jump=True),)),
        ((2, 3, 4), (Slip(0, 1, jump=True),)),
        ((1, 3, 2, 4), (Slip(1, 2, swap=True),)),
        ((1, 2, 3, 2, 5), (Slip(3, 4),)),
    ],
)
def test_the_fewest_slips_explain_a_count(numbers: tuple[int, ...], expected: tuple[Slip, ...]) -> None:
    assert slips(numbers, range(1, len(numbers) + 1)) == expected


@pytest.mark.parametrize("stop", ["；", "。"])
@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((1, 2, 3), []),
        ((1, 2, 3, 3), [("三是做好", "四是")]),
        ((1, 1, 3), [("一是做好", "二是")]),
        ((1, 2, 1), [("一是做好", "三是")]),
        ((1, 2, 1, 4, 5), [("一是做好", "三是")]),
        ((1, 3), [("三是做好", "二是")]),
        ((2, 3), [("二是做好", "一是")]),
    ],
)
def test_one_wrong_mark_is_one_hit(
    numbers: tuple[int, ...], expected: list[tuple[str, str]], stop: str
) -> None:
    assert found(inline(*numbers, stop=stop)) == expected


def test_the_second_of_two_equal_marks_is_the_wrong_one() -> None:
    text = inline(1, 2, 3, 3)
    report = analyse(parse(text))
    assert [one.span.start for one in check(report, LISTS)] == [report.document.text.rindex("三是")]


def test_two_lists_in_a_paragraph_are_two() -> None:
    text = f"{TITLE}\n五、存在的主要问题及改进情况\n问题有，一是慢，二是少。下一步，一是快办，二是多办，三是常办。"
    assert found(text) == []


def test_nested_lists_count_apart() -> None:
    lines = [
        "（一）主要问题",
        "1.更新慢。",
        "2.解读少。",
        "（二）改进情况",
        "1.专人更新。",
        "2.制作图解。",
        "3.常培训。",
    ]
    assert found("\n".join([TITLE, "五、存在的主要问题及改进情况", *lines])) == []


def test_a_list_may_go_on_over_paragraphs() -> None:
    lines = ["一是更新慢，有的栏目隔月才更新。", "二是解读少，图解数量不多。", "二是培训少，新人不熟悉业务。"]
    text = "\n".join([TITLE, "五、存在的主要问题及改进情况", *lines])
    assert found(text) == [("二是培训", "三是")]


@pytest.mark.parametrize(
    "text",
    [
        "一要加强更新，二是丰富解读，三是办好培训。",
        "一方面更新慢，二是解读少，三是培训少。",
        "依照第（五）项、第（八）项规定办理。",
    ],
)
def test_marks_of_another_form_and_references_are_no_gap(text: str) -> None:
    assert found(f"{TITLE}\n五、存在的主要问题及改进情况\n{text}") == []


def test_a_list_with_many_marks_out_of_step_is_not_judged() -> None:
    assert found(inline(1, 5, 6, 8, 2, 9)) == []


def fixes(*numbers: int) -> list[tuple[bool, list[str]]]:
    hits = check(analyse(parse(inline(*numbers))), LISTS)
    return [(one.fix.safe, [edit.text for edit in one.fix.edits]) for one in hits if one.fix]


def test_a_fix_is_safe_only_where_one_mark_changes_and_nothing_can_be_missing() -> None:
    assert [fixes(1, 2, 3, 3), fixes(1, 2, 2, 3), fixes(1, 2, 4), fixes(2, 3)] == [
        [(True, ["四是"])],
        [(False, ["三是", "四是"])],
        [(False, ["三是"])],
        [],
    ]


def numbered(*numbers: int, kinds: tuple[int, ...] = (0, 1, 2, 3, 4, 5)) -> str:
    words = [
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
    ]
    lines = (
        f"{HAN[number]}、{words[kind]}\n按要求做好。" for number, kind in zip(numbers, kinds, strict=True)
    )
    return "\n".join([TITLE, *lines])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (numbered(1, 2, 3, 4, 5, 6), []),
        (numbered(1, 2, 3, 3, 5, 6), [("三、政府", "四、")]),
        (numbered(1, 2, 3, 5, 6, 7), [("五、政府", "四、")]),
        (numbered(1, 3, 3, 4, 5, 6), [("三、主动", "二、")]),
        (numbered(1, 2, 3, 5, 6, kinds=(0, 1, 2, 4, 5)), []),
        (numbered(1, 2, 3, 4, 5, kinds=(0, 1, 2, 4, 5)), []),
        (numbered(1, 2, 4, 3, 5, 6, kinds=(0, 1, 3, 2, 4, 5)), []),
    ],
)
def test_section_numbers_count_unless_a_section_is_missing_or_displaced(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, SECTIONS) == expected
