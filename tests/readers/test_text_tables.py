"""Which lines of a text are tables: whatever a program has done to them, and never a line of prose."""

import random
from collections.abc import Callable

import pytest

from linter.readers.text_tables import regions
from tests.composing import tables
from tests.composing.figures import draw

REQUESTS = "三、收到和处理政府信息公开申请情况"
DISPUTES = "四、政府信息公开行政复议、行政诉讼情况"
PROSE = (
    "根据《条例》第二十条第（一）项规定，本镇公开行政许可 3 件",
    "全年未发生行政复议、行政诉讼。",
    "（一）予以公开 3件，（二）部分公开 1件。",
    "行政处罚",
    "信息内容要及时更新。",
)

Dress = Callable[[list[str]], list[str]]
DRESSES: dict[str, Dress] = {
    "as it is": lambda lines: lines,
    "a cell a line": lambda lines: [word for line in lines for word in line.split(" ")],
    "with bars": lambda lines: [f"| {line.replace(' ', ' | ')} |" for line in lines],
    "with tabs": lambda lines: [line.replace(" ", "\t") for line in lines],
    "with wide blanks": lambda lines: [line.replace(" ", "　　") for line in lines],
    "double spaced": lambda lines: [one for line in lines for one in (line, "")][:-1],
    "labels broken": lambda lines: [one for line in lines for one in _broken(line)],
    "values within labels": lambda lines: [one for line in lines for one in _split(line)],
}


def _broken(line: str) -> list[str]:
    """A long label over two lines, its values behind it."""
    label, *values = line.split(" ")
    return [label[:7], " ".join((label[7:], *values))] if len(label) > 9 and values else [line]


def _split(line: str) -> list[str]:
    """A long label over two lines, its values behind the first."""
    label, *values = line.split(" ")
    return [" ".join((label[:7], *values)), label[7:]] if len(label) > 9 and values else [line]


def composed(form: str, manner: str = "apart", seed: int = 4) -> tuple[list[str], list[str], list[str]]:
    """The lines of the three tables, filled."""
    cells = draw(random.Random(seed), form, "C", busy=True)
    made = (tables.disclosure(cells, form), tables.requests(cells, form, manner), tables.disputes(cells))
    second, third, fourth = ([line.text for line in one] for one in made)
    return second, third, fourth


def report(parts: list[list[str]]) -> tuple[list[str], tuple[range, ...]]:
    """Tables among headings and prose, and where they stand."""
    lines: list[str] = [*PROSE, "", "二、主动公开政府信息情况", ""]
    ranges = []
    for part, after in zip(parts, (REQUESTS, DISPUTES, "五、存在的主要问题及改进情况"), strict=True):
        ranges.append(range(len(lines), len(lines) + len(part)))
        lines += [*part, "", after]
    return [*lines, *PROSE], tuple(ranges)


@pytest.mark.parametrize("form", ["2021", "2019"])
@pytest.mark.parametrize("manner", ["apart", "before", "without"])
@pytest.mark.parametrize("name", DRESSES)
def test_tables_are_found_from_their_head_to_their_last_value(name: str, manner: str, form: str) -> None:
    lines, ranges = report([DRESSES[name](part) for part in composed(form, manner)])
    assert regions(lines) == ranges


@pytest.mark.parametrize("seed", range(20))
def test_rows_may_be_wrapped_at_any_space(seed: int) -> None:
    rng = random.Random(seed)
    parts = [
        [
            one
            for line in part
            for one in "".join(rng.choice((" ", " ", "\n")) if c == " " else c for c in line).split("\n")
        ]
        for part in composed(rng.choice(("2021", "2019")), seed=seed)
    ]
    lines, ranges = report(parts)
    assert regions(lines) == ranges


def test_head_words_may_be_broken_and_in_any_order() -> None:
    head = [
        "（本列数据的勾稽关系为：第一项加第二项之和，等",
        "于第三项加第四项之和）",
        "",
        "申请人情况",
        "",
        "自然",
        "人",
    ]
    head += [
        "总计商业",
        "企业",
        "科 研 机",
        "构",
        "法律",
        "服务",
        "机构",
        "其他",
        "社会",
        "公益",
        "组织",
        "法人或其他组织",
    ]
    rows = [
        "一、本年新收政府信息公开申请数量 0 0 0 0 0 0",
        "0",
        "",
        "三、本",
        "年度办",
        "理结果",
        "四、结转下年度继续办理 0 0 0 0 0 0 0",
    ]
    lines = [REQUESTS, "", *head, *rows, "", DISPUTES]
    assert regions(lines) == (range(2, len(lines) - 2),)


def test_prose_between_the_parts_of_a_table_stays_prose() -> None:
    lines = [
        "第二十条第（一）项",
        "信息内容 本年制发件数 本年废止件数 现行有效件数",
        "规章 0 0 0",
        "行政规范性文件 2 0 9",
        "本年度没有行政许可事项。",
        "第二十条第（五）项",
        "信息内容 本年处理决定数量",
        "行政许可 0",
        "云溪县青禾镇人民政府政府信息公开工作年度报告",
        "行政处罚 0",
    ]
    assert regions(lines) == (range(4), range(5, 8), range(9, 10))


def test_rows_go_on_behind_an_interruption() -> None:
    lines = [*composed("2021")[1]]
    lines.insert(12, "云溪县青禾镇人民政府2024年政府信息公开工作年度报告")
    assert regions(lines) == (range(12), range(13, len(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PROSE),
        "主动公开的依据是\n第二十条第（一）项\n和第（五）项。",
        "未发生\n行政复议\n、\n行政诉讼\n。",
        "（一）予以公开\n我局予以公开 3件。\n（三）不予公开\n没有。",
        "一、本年新收到申请 3件\n二、上年结转情况\n没有。",
        "行政许可 12\n行政处罚 3\n",
        "四、结转下年度继续办理\n没有。",
        "规章\n行政规范性文件\n",
        "1.重复申请 2 件\n2.其他 1 件",
        "",
        "12\n\n— 3 —\n| --- |",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert regions(text.split("\n")) == ()


def test_headings_of_sections_are_in_no_table() -> None:
    second, third, fourth = composed("2021")
    lines = [
        *second,
        REQUESTS,
        *third,
        "政府信息公开行政复议、行政诉讼情况",
        *fourth,
        "存在的主要问题及改进情况",
    ]
    ends = (len(second), len(second) + 1 + len(third))
    assert regions(lines) == (range(ends[0]), range(ends[0] + 1, ends[1]), range(ends[1] + 1, len(lines) - 1))


@pytest.mark.parametrize(
    "line", ["信息内容", "行政复议", "第二十条第（一）项", "自然人", "行政许可 3", "1.重复申请 1 2 3", "一"]
)
def test_the_time_grows_with_the_text_and_no_faster(line: str) -> None:
    many, one = [line] * 20_000, [f"{line} " * 20_000]
    assert sum(len(region) for region in regions([*many, "。", *one])) <= 20_002


def test_a_table_whose_labels_are_all_broken_is_known_by_its_rows_of_numbers() -> None:
    lines = (
        "三、收到和处理政府信息公开申请情况",
        "（本列 申请人情况",
        "数据的 自然人 法人或 总计",
        "一、本 18 2 6 12 7 0 45",
        "年新收",
        "申请数",
        "二、上 3 2 2 1 0 0 8",
        "年结转",
        "三、本 （一） 10 2 3 3 1 0 19",
        "年度办 予以公",
        "四、政府信息公开行政复议、行政诉讼情况",
        "全年没有发生行政复议。",
    )
    assert regions(lines) == (range(1, 10),)


def test_numbers_in_a_row_without_labels_around_them_are_no_table() -> None:
    assert regions(("各季度公开数依次为", "1 2 3 4 5 6 7", "各季度的数量逐步增加。")) == ()
