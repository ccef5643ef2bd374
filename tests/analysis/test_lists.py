"""Lists: which marks belong together."""

import pytest

from linter.analysis import analyse
from linter.readers.from_txt import parse


def numbers(text: str) -> list[tuple[str, list[int]]]:
    report = analyse(parse(text))
    return [(one.style, [item.number for item in one.items]) for one in report.lists]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是公开；二是解读；三是回应。", [("一是", [1, 2, 3])]),
        ("一是公开；二是解读；二是回应。", [("一是", [1, 2, 2])]),
        ("工作：一是公开；二是解读。问题：一是少；二是慢。", [("一是", [1, 2]), ("一是", [1, 2])]),
        ("措施：一是公开；一是解读；三是回应。", [("一是", [1, 1, 3])]),
        ("主要原因一是人少，二是事多。", [("一是", [1, 2])]),
        ("要做到统一是因为标准不同，星期二是例外。", []),
        ("按第二十条第（一）（五）项公开，第一季度完成。", []),
        ("第一，公开；第二，解读；第四，回应。", [("第一", [1, 2, 4])]),
        ("分三类：（1）公开；（2）解读；（3）回应。", [("（1）", [1, 2, 3])]),
        ("分三类：①公开；②解读；③回应。", [("①", [1, 2, 3])]),
        ("分三类：（1）公开；（2）；（3）回应。", [("（1）", [1, 2, 3])]),
        ("分两类：（1）、公开；（2）、回应。", [("（1）", [1, 2])]),
        ("一是公开.二是解读。", [("一是", [1, 2])]),
        ("做法：一是公开；二是解读。不足主要是，一是少；二是慢。", [("一是", [1, 2]), ("一是", [1, 2])]),
        (
            "问题：一是少；二是慢。\n下一步，一要增加；二是加快；三是检查。",
            [("一是", [1, 2]), ("一是", [2, 3])],
        ),
        ("增长1.5倍，其中：1.许可5件；2.处罚3件。", [("1.", [1, 2])]),
        (
            "一是公开：（1）网站；（2）公众号。二是解读：（1）图解。",
            [("一是", [1, 2]), ("（1）", [1, 2]), ("（1）", [1])],
        ),
    ],
)
def test_marks_in_running_text(text: str, expected: list[tuple[str, list[int]]]) -> None:
    assert numbers(text) == expected


def test_lists_over_paragraphs_nest_and_end_with_their_heading() -> None:
    text = (
        "一、总体情况\n（一）主动公开\n1.公开。一是网站；二是公众号。\n2.解读。一是图解；\n二是问答。\n（二）依申请公开\n1.受理。\n"
        "二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n（一）存在问题\n（二）改进措施\n"
    )
    assert numbers(text) == [
        ("（一）", [1, 2]),
        ("1.", [1, 2]),
        ("一是", [1, 2]),
        ("一是", [1, 2]),
        ("1.", [1]),
        ("（一）", [1, 2]),
    ]


def test_a_list_goes_on_over_a_paragraph_without_marks() -> None:
    assert numbers("一是公开。\n效果良好。\n二是解读。\n") == [("一是", [1, 2])]
