"""Numbers with units in running text, and what only looks like one."""

from decimal import Decimal
from time import process_time

import pytest

from linter.language.quantities import Quantity, levelled, quantities
from linter.model.document import Span


def read(text: str) -> list[tuple[str, str, str]]:
    """What stands in the text, its value and its unit."""
    return [
        (text[one.span.start : one.span.end], f"{one.value.normalize():f}", one.unit)
        for one in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请10件", [("10件", "10", "件")]),
        ("收取1200元", [("1200元", "1200", "元")]),
        ("共 14 条，其中 2条", [("14 条", "14", "条"), ("2条", "2", "条")]),
        ("公开１２件", [("１２件", "12", "件")]),
        ("累计1,234条", [("1,234条", "1234", "条")]),
        ("累计1，234条", [("1，234条", "1234", "条")]),
        ("收费1.2万元", [("1.2万元", "12000", "元")]),
        ("阅读3万人次", [("3万人次", "30000", "人次")]),
        ("收到申请十二件、复议两件", [("十二件", "12", "件"), ("两件", "2", "件")]),
        ("公开一百零三条", [("一百零三条", "103", "条")]),
        ("收到申请零件", [("零件", "0", "件")]),
        ("接待12件次、6件（次）", [("12件次", "12", "件次"), ("6件（次）", "6", "件次")]),
        ("占98.5%", [("98.5%", "98.5", "%")]),
        ("12345热线转来30件", [("30件", "30", "件")]),
        ("申请:12件,公开3件", [("12件", "12", "件"), ("3件", "3", "件")]),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第二十条第（五）项",
        "第二十条、二十一条",
        "第3次会议",
        "国办公开办函〔2021〕30号",
        "2024年12月31日",
        "3月份",
        "0000-6123456",
        "三审三校、一事一审、四级联动",
        "一次性告知、一件事、一条龙、一起",
        "党的二十大",
        "每季度1次",
        "每件100元/件",
        "3—5件",
        "3至5件",
        "20个工作日",
        "3个月、2个小时",
        "数十条、几十件",
        "分别为2，300条",
        "三部门联合、5项目",
        "1 234 件",
        "二〇二四年",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["68余条", "近300条", "约20件", "50条以上", "14万余条", "三十多件", "不少于5次", "超过3万条", "20件左右"],
)
def test_a_rough_number_is_marked(text: str) -> None:
    assert [one.approximate for one in quantities(text)] == [True]


def test_spans_count_from_where_the_text_stands() -> None:
    assert quantities("共12余件", start=100) == (
        Quantity(Span(101, 105), Decimal(12), "件", Span(101, 103), approximate=True),
    )


@pytest.mark.parametrize(
    "text", ["1", "1,234", "一", "1 ", "每", "1，", "件", "1件", "第一、", "1" + " " * 9, "三万"]
)
def test_time_grows_with_the_text(text: str) -> None:
    times = []
    for length in (20_000, 200_000):
        hostile = text * (length // len(text))
        start = process_time()
        quantities(hostile)
        times.append(process_time() - start)
    assert times[1] < 30 * max(times[0], 0.01)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("收到申请12件，办结12件，转办3件", "收到申请47件，办结47件，转办8件"),
        ("公开1件、2件、0件", "公开5件、7件、0件"),
        ("2024年发布信息1306条", "2024年发布信息9999条"),
    ],
)
def test_texts_that_differ_in_their_numbers_only_are_levelled_alike(text: str, same: str) -> None:
    assert levelled(text, quantities(text)) == levelled(same, quantities(same))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("收到申请12件，办结12件", "收到申请12件，办结13件"),
        ("收到申请1件", "收到申请0件"),
        ("收到申请1件", "收到申请10件"),
        ("2023年收到申请1件", "2024年收到申请1件"),
        ("经费2万元", "经费3万元"),
        ("办结率98.5%", "办结率97.5%"),
        ("公开01件", "公开02件"),
        ("公开十二件", "公开十三件"),
        ("公开１件", "公开２件"),
    ],
)
def test_what_may_be_read_otherwise_is_not_levelled_away(text: str, other: str) -> None:
    assert levelled(text, quantities(text)) != levelled(other, quantities(other))
