"""Cells of the statutory tables: every value where it belongs, and nothing guessed."""

import random
from decimal import Decimal

import pytest

from linter.analysis.grids import cells
from linter.readers.from_txt import parse
from tests.composing import tables
from tests.composing.figures import Cells, draw
from tests.composing.forms import COLUMNS
from tests.readers.test_text_tables import DRESSES, report

HEAD = "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"


def read(text: str) -> dict[str, str]:
    """What the cells say, behind `blank`, `text` or `unread` where that is their state."""
    return {
        address: f"{one.value}" if one.state == "number" else f"{one.state} {one.raw}".strip()
        for address, one in cells(parse(text))[1].items()
    }


def row(name: str, *values: str) -> dict[str, str]:
    """A row of table three."""
    return dict(zip((f"t3.{name}.{column}" for column in COLUMNS), values, strict=True))


def lines(drawn: Cells, form: str, manner: str) -> list[list[str]]:
    made = (tables.disclosure(drawn, form), tables.requests(drawn, form, manner), tables.disputes(drawn))
    return [[line.text for line in one] for one in made]


@pytest.mark.parametrize("form", ["2021", "2019"])
@pytest.mark.parametrize("name", DRESSES)
def test_all_cells_are_read_from_text(name: str, form: str) -> None:
    for seed, manner in enumerate(("apart", "before", "without")):
        drawn = draw(random.Random(seed), form, "C", busy=True)
        document = parse("\n".join(report([DRESSES[name](part) for part in lines(drawn, form, manner)])[0]))
        found_form, found, unread = cells(document)
        assert (found_form, {a: one.value for a, one in found.items()}, unread) == (form, drawn, ())
        assert [a for a, one in found.items() if document[one.span] != one.raw] == []


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_all_cells_are_read_from_rows_wrapped_anywhere(form: str) -> None:
    for seed in range(30):
        rng = random.Random(seed)
        drawn = draw(rng, form, "T", busy=True)
        parts = [
            ["".join("\n" if c == " " and rng.random() < 0.2 else c for c in line) for line in part]
            for part in lines(drawn, form, "before")
        ]
        found = cells(parse("\n".join(report(parts)[0])))[1]
        assert {a: one.value for a, one in found.items()} == drawn


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（一）予以公开 3 0 0 0 0 0 3", row("granted", "3", "0", "0", "0", "0", "0", "3")),
        ("（一）予以公开 ３ 1,204 0.5 −2 +1 0 3", row("granted", "3", "1204", "0.5", "-2", "1", "0", "3")),
        ("(一)予以公开3 0 0 0 0 0 3", row("granted", "3", "0", "0", "0", "0", "0", "3")),
        (
            "（一）予以公开 3 - — / 无 0 3",
            row("granted", "3", "blank -", "blank —", "blank /", "blank 无", "0", "3"),
        ),
        (
            "（一）予以公开 1O o 两 3件 0 0 3",
            row("granted", "text 1O", "text o", "text 两", "text 3件", "0", "0", "3"),
        ),
        (
            "（一）予以公开 约1204 12.5万元 共3件 0 0 0 3",
            row("granted", "text 约1204", "text 12.5万元", "text 共3件", *"0003"),
        ),
        ("（一）予以公开 3 0 0 0 0 3", row("granted", *["unread 3 0 0 0 0 3"] * 7)),
        ("（一）予以公开 3 0 0 0 0 0 0 3", row("granted", *["unread 3 0 0 0 0 0 0 3"] * 7)),
        (
            "| （一）予以公开 | 3 | | 0 | 0 | 0 | | 3 |",
            row("granted", "3", "blank", "0", "0", "0", "blank", "3"),
        ),
        ("（一）予以公开\t\t0\t0\t0\t0\t0\t3", row("granted", "blank", "0", "0", "0", "0", "0", "3")),
        ("| 一、本年新收政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", row("new", "1", *"000001")),
        ("3.危及『三安全一稳定』 1 0 0 0 0 0 1", row("stability", "1", *"000001")),
        ("⼀、本年新收政府信息公开申请数量（2024年） 1 0 0 0 0 0 1", row("new", "1", *"000001")),
        (
            "2.申请人逾期未按收费通知要求缴纳\n费用、行政 1 0 0 0 0 0 1\n机关不再处理其政府信息公开申请",
            row("no_payment", "1", *"000001"),
        ),
    ],
)
def test_a_row(line: str, expected: dict[str, str]) -> None:
    around = "（二）部分公开 0 0 0 0 0 0 0\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
    zeros = {**row("partial", *"0000000"), **row("next", *"0000000")}
    text = f"三、收到和处理政府信息公开申请情况\n{line}\n{around}"
    assert read(text) == {**expected, **zeros}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4 0 0 0 0 0 4\n\n12\n", "4000004"),
        ("4 0 0 0\n\n12\n\n0 0 4", "4000004"),
        ("4 0 0 0 0 0\n4\n\n12\n", "4000004"),
        ("4 0 0 0 0 0\n\n12\n\n4", "4000004"),
        ("4 0 0 0 0 0\n12\n4", None),
        ("4 0 0 0 0 0\n\n12\n", None),
        ("4 0 0 0 0 0 4 12", None),
        ("4\n0\n0\n0\n0\n0\n4\n12", None),
    ],
)
def test_a_page_number_is_told_from_values_or_the_row_is_unread(text: str, values: str | None) -> None:
    rows = "".join(
        f"{label} 0 0 0 0 0 0 0\n"
        for label in ("（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开")
    )
    found = read(f"{rows}1.信访举报投诉类申请 {text}\n2.重复申请 0 0 0 0 0 0 0\n（七）总计 0 0 0 0 0 0 0\n")
    got = {address: value for address, value in found.items() if ".complaint." in address}
    expected = row("complaint", *(values or ["unread"] * 7))
    assert {address: value.split(" ")[0] for address, value in got.items()} == expected


EDITED = {
    "一、本年新收政府信息公开申请数量": "一、本年度新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量": "二、上年度结转政府信息公开申请（件）",
    "（三）不予公开": "(三) 不 予 公 开",
    "1.属于国家秘密": "1.属于国家机密",
    "2.其他法律行政法规禁止公开": "2.法律、行政法规禁止公开",
    "3.危及“三安全一稳定”": "危及三安全一稳定",
    "4.保护第三方合法权益": "4、保护第三方权益",
    "5.属于三类内部事务信息": "5. 属于三类内部事务信息",
    "6.属于四类过程性信息": "6 属于四类过程性信息",
    "1.本机关不掌握相关政府信息": "1.不掌握相关政府信息",
    "2.没有现成信息需要另行制作": "没有现成信息需要另行制作",
    "1.信访举报投诉类申请": "1.信访投诉举报类申请",
    "5.要求行政机关确认或重新出具已获取信息": "5.要求确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
    "3.其他": "3.其它",
    "（七）总计": "(七) 总 计",
    "四、结转下年度继续办理": "四、结转下一年度继续办理",
}


def test_labels_of_table_three_may_be_edited() -> None:
    drawn = draw(random.Random(2), "2021", "C", busy=True)
    text = "\n".join(lines(drawn, "2021", "apart")[1])
    for label, edited in EDITED.items():
        text = text.replace(label, edited)
    expected = {address: value for address, value in drawn.items() if address.startswith("t3")}
    assert {a: one.value for a, one in cells(parse(text))[1].items()} == expected


def test_labels_of_table_two_may_be_edited() -> None:
    text = (
        "第二十条 第（一）项\n信息内容 本年（2023）制发件数 本年（2023）废止件数 现行有效件\n"
        "规章（县级以下填0） 0 0 0\n规范性文\n件 3 1 8\n第二十条 第（五）项\n信息内容 本年处理决定数量\n行政许可（件） 7\n"
    )
    assert (cells(parse(text))[0], list(read(text).values())) == ("2021", ["0", "0", "0", "3", "1", "8", "7"])


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"{HEAD}规章 0 0 0\n", "2021"),
        ("信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章 0 0 0\n", "2019"),
        ("第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 1 2 3\n", "2019"),
        ("信息内容 本年 本年 现行\n制发 废止 有效\n件数 件数 件数\n规章 0 0 0\n", "2021"),
        ("（六）其他处理 0 0 0 0 0 0 0\n（七）总计 0 0 0 0 0 0 0\n", "2019"),
        ("1.逾期不补正 0 0 0 0 0 0 0\n2.逾期不缴费 0 0 0 0 0 0 0\n", "2021"),
        ("（七）总计 0 0 0 0 0 0 0\n", None),
        ("本年新制作数量为 3，本年制发件数为 4。\n", None),
    ],
)
def test_the_form_is_told_by_the_labels_of_tables(text: str, form: str | None) -> None:
    assert cells(parse(text))[0] == form


def test_rows_out_of_their_order_are_read() -> None:
    rows = [
        "四、结转下年度继续办理 0 0 0 0 0 0 1",
        "（七）总计 0 0 0 0 0 0 2",
        "（一）予以公开 0 0 0 0 0 0 3",
    ]
    expected = {**row("granted", *"0000003"), **row("handled", *"0000002"), **row("next", *"0000001")}
    assert read("\n".join(rows)) == expected


def unread(text: str) -> list[tuple[str, str, str]]:
    document = parse(text)
    return [(one.table, document[one.span], one.zh) for one in cells(document)[2]]


def test_tables_that_are_not_there_are_named() -> None:
    assert unread("一、总体情况\n本年度公开 3 条。\n") == [
        ("t2", "", "没有读到表二（主动公开政府信息情况），它可能是图片，也可能没有附上"),
        ("t3", "", "没有读到表三（收到和处理政府信息公开申请情况），它可能是图片，也可能没有附上"),
        ("t4", "", "没有读到表四（行政复议、行政诉讼情况），它可能是图片，也可能没有附上"),
    ]


def test_rows_that_are_not_there_or_have_too_few_values_are_named() -> None:
    drawn = draw(random.Random(1), "2021", "T", busy=False)
    second, third, fourth = lines(drawn, "2021", "apart")
    third = [line for line in third if "重复申请" not in line and "结转下" not in line]
    text = "\n".join([*second[:-1], "行政事业性收费", *third, *fourth[:-1], fourth[-1][:-2]])
    assert unread(text) == [
        (
            "t2",
            "行政事业性收费",
            "表二（主动公开政府信息情况）“行政事业性收费”一行应有 1 个数，只能认出 0 个",
        ),
        (
            "t3",
            "一、本年新收政府信息公开申请数量",
            "表三（收到和处理政府信息公开申请情况）没有读到“2.重复申请”“四、结转下年度继续办理”",
        ),
        (
            "t4",
            "0 0 0 0 0 0 0 0 0 0 0 0 0 0",
            "表四（行政复议、行政诉讼情况）数据行应有 15 个数，只能认出 14 个",
        ),
    ]


def test_many_rows_without_values_are_told_of_once() -> None:
    labels = [
        line.split(" ")[0]
        for line in lines(draw(random.Random(1), "2021", "T", busy=False), "2021", "without")[1]
    ]
    found = [zh for table, _, zh in unread("\n".join(labels)) if table == "t3"]
    assert found == [
        "表三（收到和处理政府信息公开申请情况）有 25 行的数认不全，从“一、本年新收政府信息公开申请数量”一行开始"
    ]


def test_a_number_is_read_exactly() -> None:
    text = "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 96,171.60\n"
    assert cells(parse(text))[1]["t2.fees.amount"].value == Decimal("96171.60")


@pytest.mark.parametrize(
    "line", ["行政许可 1 2 3", "（一）予以公开 1 2 3", "行政复议 1", "0 0 0", "规章", "1 0"]
)
def test_many_lines_are_read_in_time_that_grows_with_them(line: str) -> None:
    text = f"{HEAD}{line}\n" * 10_000
    assert isinstance(cells(parse(text))[1], dict)


def test_what_is_not_a_bare_zero_is_kept_apart() -> None:
    found = cells(parse(f"{HEAD}规章 0 3 -\n行政规范性文件 0 0.0\n"))[1]
    assert [(one.address, one.state) for one in found.filled] == [
        ("t2.rules.repealed", "number"),
        ("t2.rules.valid", "blank"),
        *((f"t2.normative.{name}", "unread") for name in ("issued", "repealed", "valid")),
    ]
    assert found.amounts == {
        "t2.rules.repealed": Decimal(3),
        **dict.fromkeys([one.address for one in found.filled[1:]]),
    }
