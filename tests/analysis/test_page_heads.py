"""What stands round the title on a page or a paper is no part of it, and a title on several lines is one."""

import pytest

from linter.analysis import analyse, is_annual_report
from linter.analysis.title import title
from linter.readers.from_txt import parse

OWN = "青禾县水利局2025年政府信息公开工作年度报告\n"
YEAR = "2025年政府信息公开工作年度报告\n"
BODY = "一、总体情况\n我局公开信息3条。\n"

ABOVE = [
    "您现在所在的位置：网站首页 > 政府信息公开年报\n",
    "当前位置：首页 > 政府信息公开 > 政府信息公开年报 > 2025年度\n\n",
    "青禾县人民政府\n朗读\n\n",
    "青禾县人民政府\n\n",
    "登录    注册\n\n无障碍浏览\n\n",
    "设为首页 加入收藏\n",
    "青禾县水利局\n\n",
    "水利局文件\n青水〔2026〕3号\n",
    "政府信息公开\n（水利局）\n",
    "政府信息公开年报\n\n",
    "标题：青禾县水利局2025年政府信息公开工作年度报告\n索引号：00-11\n\n",
    "（此件主动公开）\n",
    "索引号：000014349/2026-00012\n发布机构：青禾县水利局\n",
    "当前位置:首页\n > 政务公开  > 政府信息公开目录  > 县水利局  > 政府信息公开年报\n索引号: 00-11 公开方式: 主动公开\n",
    "首页\n>政府信息公开>法定主动公开内容>2023>市政府部门机构信息公开工作年度报告汇总\n",
    "网站 > 政务公开 > 政府信息公开年报 > 县水利局2023年政府信息公开工作年度报告\n",
    "标      题 青禾县水利局2025年政府信息公开工作年度报告\n",
    "县政府办：\n现将我局《2025年政府信息公开工作年度报告》呈报，请审阅。\n青禾县水利局\n2026年1月12日\n（联系人：黄小溪）\n",
    "2025年政府信息公开工作年度报告（2026-01-30）\n\n",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("own", [OWN, f"青禾县水利局\n{YEAR}"], ids=["one line", "two lines"])
def test_what_stands_above_the_title_is_no_part_of_it(above: str, own: str) -> None:
    found = title(parse(f"{above}{own}\n{BODY}"))
    assert (found.unit, found.parents, found.level, found.year) == ("青禾县水利局", (), "部门", 2025)


def test_the_year_may_stand_below() -> None:
    found = title(parse(f"云溪县水利局\n政府信息公开工作年度报告\n（2019年度）\n\n{BODY}"))
    assert (found.unit, found.year) == ("云溪县水利局", 2019)


@pytest.mark.parametrize(
    ("text", "unit", "parents"),
    [
        (f"云溪县\n青禾镇人民政府{YEAR}", "青禾镇人民政府", ("云溪县",)),
        (f"云溪县青\n禾镇人民政府{YEAR}", "青禾镇人民政府", ("云溪县",)),
        (f"望川市云溪县\n水利局{YEAR}", "云溪县水利局", ("望川市",)),
        (f"云溪县住房和城乡\n建设局{YEAR}", "云溪县住房和城乡建设局", ()),
        ("云溪县水利局2025年\n政府信息公开工作年度报告\n", "云溪县水利局", ()),
        ("云溪县水利局2025年政府\n信息公开工作年度报告\n", "云溪县水利局", ()),
        ("云溪县水利局\n2025年政府信息公开\n工作年度报告\n", "云溪县水利局", ()),
        ("2025年\n云溪县水利局政府信息公开工作年度报告\n", "云溪县水利局", ()),
        ("云溪县水利局\n关于2025年政府信息公开工作情况的报告\n", "云溪县水利局", ()),
        (f"{YEAR}（云溪县水利局）\n", "云溪县水利局", ()),
        (f"{YEAR}\n云溪县青禾镇人民政府\n", "青禾镇人民政府", ("云溪县",)),
    ],
)
def test_a_title_on_several_lines_is_one(text: str, unit: str, parents: tuple[str, ...]) -> None:
    found = title(parse(f"{text}\n{BODY}"))
    assert (found.unit, found.parents, found.year) == (unit, parents, 2025)


def test_a_labelled_title_is_read_without_its_label() -> None:
    document = parse(f"标题：{OWN}索引号：00-11\n\n{BODY}")
    found = title(document)
    assert (document[found.span], found.unit) == (OWN.strip(), "青禾县水利局")


@pytest.mark.parametrize(
    "line",
    [
        "2025-01-07 浏览次数：12",
        "2025年1月7日 浏览次数：12",
        "2025-01-07 作者：佚名 点击数：35",
        "发布人：办公室 审核人：黄小溪 阅读量：66",
        "2025年01月07日 09:30 来源：云溪县水利局 浏览量：12",
        "2025年01月07日 （点击： ）",
        "2025/1/7 来源：本站",
    ],
)
def test_what_a_page_says_of_itself_is_no_text(line: str) -> None:
    document = parse(f"{OWN}{line}\n{BODY}")
    assert (line[:4] in document.text.replace(OWN, ""), title(document).unit) == (False, "青禾县水利局")


@pytest.mark.parametrize(
    "line",
    [
        "2025年1月7日，网站浏览次数：12次。",
        "2025年1月7日起，微信公众号点击量：1.2万，阅读量：3万。",
        "发布信息86条，网站访问量：12万次。",
        "审核信息时做到：一看、二查、三报。",
        ">引用的话：公开为常态，不公开为例外。",
    ],
)
def test_a_sentence_that_counts_clicks_is_text(line: str) -> None:
    assert line in parse(f"{OWN}一、总体情况\n{line}\n").text


def test_prose_that_is_wrapped_at_a_title_is_prose() -> None:
    text = (
        f"{OWN}\n根据《条例》要求，现公布\n青禾县水利局2025年政府信息公开工作年度报告\n，全文六部分。\n{BODY}"
    )
    assert "现公布青禾县水利局2025年政府信息公开工作年度报告，全文六部分。" in parse(text).text


@pytest.mark.parametrize("name", ["2023-2024学年信息公开工作年度报告", "（2023-2024学年度）信息公开年度报告"])
def test_a_university_reports_by_school_years(name: str) -> None:
    sections = "一、概述\n公开信息3条。\n二、主动公开情况\n公开信息3条。\n三、依申请公开情况\n没有收到申请。\n四、存在的问题和改进措施\n更新慢。\n"
    ours = parse(f"云岭大学2024年政府信息公开工作年度报告\n{sections}")
    school = parse(f"云岭大学{name}\n{sections}")
    assert (is_annual_report(analyse(ours)), is_annual_report(analyse(school))) == (True, False)
