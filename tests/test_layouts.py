"""Layouts of published reports that read wrongly once: nothing is found that is not there."""

from pathlib import Path

import pytest

from linter.pipeline import lint_document
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.calling import call

TOWN = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n"
BUREAU = "青禾县水利局2025年政府信息公开工作年度报告\n"
REST = """\
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
更新慢，已安排专人每周检查。
六、其他需要报告的事项
无。
"""

ORDER = ("section-numbering", "enumeration-order", "empty-section")
ENDING = ("missing-ending",)

LAYOUTS = {
    "topics counted 1. 2. in a draft": (
        f"{TOWN}一、总体情况\n1.主动公开\n全年公开信息43条。\n2.依申请公开\n受理申请3件，均已答复。\n3.政府信息管理\n清理文件2件。\n",
        ORDER,
    ),
    "topics counted 1、 2、 before a section of another name": (
        f"{TOWN}一、总体情况\n我镇扎实推进政府信息公开工作。\n1、主动公开方面\n门户网站更新306条。\n2、依申请公开方面\n收到申请12件。\n"
        "二、本镇政府信息发布数据\n表略。\n三、收到和处理政府信息公开申请情况\n",
        ORDER,
    ),
    "an answer without a stop, then the signature": (
        f"{BUREAU}一、总体情况\n我局公开信息3条。\n{REST.replace('无。', '本年度未收取信息处理费')}青禾县水利局\n2026年1月19日\n",
        ("empty-section",),
    ),
    "无 without a stop, then the signature": (
        f"{BUREAU}一、总体情况\n我局公开信息3条。\n{REST.replace('无。', '无')}青禾县水利局\n2026年1月19日\n",
        ("empty-section",),
    ),
    "a line that begins with a reference to a part": (
        f"{TOWN}一、总体情况\n（一）主动公开\n全年公开信息43条，其中有关民生的12条，有关财政的9条，\n其他22条，各项数字按来源分开统计，申请的情况详见\n第三部分的统计表。\n"
        f"（二）依申请公开\n全年受理申请3件，都在规定的期限以内作出了答复，没有\n一件逾期，也没有一件因为答复不当而被申请复议，群众\n对答复表示满意，没有来信。\n{REST}",
        (*ORDER, "section-order", "missing-ending"),
    ),
    "a contact line wrapped before its colon": (
        f"{TOWN}本报告的数据从2024年1月1日起，到12月31日止，可在\n县政府网站查阅，如有疑问，请与镇政府办公室联系，欢\n迎来信来电，也欢迎到办公室当面查询有关的信息公开。\n"
        f"联系单位：云岭市云溪县青禾镇人民政府办公室联系电话\n：0300-6123456\n一、总体情况\n我镇公开信息3条。\n{REST}",
        ("leading-mark", *ENDING),
    ),
    "a table between tabs": (
        f"{TOWN}一、总体情况\n（一）主动公开情况\n公开信息36条，具体见下表。\n发布渠道和名称\t发布条数（条）\n政府门户网站\t20\n微信公众号\t16\n（二）依申请公开情况\n收到申请2件。\n{REST}",
        ENDING,
    ),
    "a table between bars": (
        f"{TOWN}一、总体情况\n（一）主动公开情况\n公开信息36条，具体见下表。\n图文解读 | 视频解读 | 文字解读 | 其他解读 |\n3次 | 2次 | 21条 | 400余条 |\n（二）依申请公开情况\n收到申请2件。\n{REST}",
        ENDING,
    ),
    "what a page says of itself between bars": (
        f"{TOWN}| 索引号 | 000000001/2025-00007 | 发文字号 | |\n| 生成日期 | 2025-01-23 16:24:38 | 是否有效 |\n一、总体情况\n2024年，青禾镇公开信息86条。\n{REST}",
        ENDING,
    ),
    "the title again without the body": (
        f"{BUREAU}\n索引号 发布机构 青禾县水利局\n公开类别 主动公开 发布时间 2026-01-10\n\n2025年政府信息公开工作年度报告\n\n（青禾县水利局）\n\n一、总体情况\n我局公开信息3条。\n{REST}",
        (*ENDING, "title-form"),
    ),
    "a caption under a figure": (
        f"{TOWN}一、总体情况\n全年公开信息36条。\n图1 政府网站主动公开信息情况\n{REST}",
        ENDING,
    ),
    "a signature of another kind of body": (
        f"云溪区集体经济发展服务署2022年政府信息公开工作年度报告\n一、总体情况\n公开信息3条。\n{REST}云溪区集体经济发展服务署\n2023年1月11日\n",
        ENDING,
    ),
    "a section's heading at the end of a line": (
        f"{TOWN}一、总体情况 2024年，青禾镇认真落实条例要求。 （一）主动公开方面 全年公开信息89条。 二、主动公开政府信息情况\n{REST}",
        ENDING,
    ),
    "a mark without its first bracket": (
        f"{TOWN}一、总体情况\n（一）主动公开情况\n公开信息36条。\n（二）依申请公开情况\n收到申请1件。\n三）政府信息管理情况\n落实审查制度。\n（四）平台建设情况\n平台运行正常。\n{REST}",
        ORDER,
    ),
    "points counted anew under each topic": (
        f"{TOWN}一、总体情况\n（一）规范用权公开\n1.更新权责清单。全年更新2次。\n2.推进标准化规范化。全年检查4次。\n（二）强化政策解读\n1.精准解读。全年发布解读6篇。\n{REST}",
        ORDER,
    ),
    "a table amid the topics": (
        f"{TOWN}一、总体情况\n（一）主动公开。全年公开信息36条。\n网站 | 公众号 | 公示栏 |\n20条 | 10条 | 6条 |\n（二）依申请公开。收到申请2件。\n（三）政府信息管理。落实审查制度。\n{REST}",
        (*ORDER, *ENDING),
    ),
    "marks on lines of their own": (
        "云溪区城管局2021年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开情况\n全年公开信息225条。\n（二）\n依申请公开情况\n全年没有收到申请。\n"
        "（三）政府信息管理情况\n明确专人负责。\n（四）平台建设情况\n公众号发布原创内容23篇。\n",
        (*ORDER, *ENDING, "heading-mark"),
    ),
    "what a page says under the title": (
        f"{TOWN}日期：2021年01月20日 来源：县民政局 点击：[]\n公开日期：2021年01月21日\n时间：2021年01月21日\n选择阅读字号：[大 中 小]\n"
        f"您现在所在的位置：首页 > 年报\n一、总体情况\n全年公开信息225条。\n{REST}",
        (*ENDING, "padded-date"),
    ),
    "a list of parts with two kinds of commas": (
        f"{TOWN}本报告包括总体情况、主动公开情况、依申请公开情况，复议诉讼情况，存在问题和改进措施，人员、收费等其他事项六个部分。\n一、总体情况\n公开信息3条。\n{REST}",
        ("announced-parts",),
    ),
    "hours and ratios": (
        f"{TOWN}一、总体情况\n办公时间为上午8:30至12:00、下午14:30至18:00。栏目更新比例为3:1、点击量10条，男女比例为2:1、老少比例为3:1。\n{REST}",
        (*ORDER, "ordinal-mark"),
    ),
    "a slogan that climbs": (
        f"{TOWN}一、总体情况\n始终坚持以“实干、实干、抓实干”为核心要求，强化干部责任担当和落实能力。\n{REST}",
        ("duplicate-wording", "collocation"),
    ),
    "topics behind bullets": (
        f"{TOWN}\n一、总体情况\n\n• 主动公开情况\n\n全年公开信息36条。\n\n• 依申请公开情况\n\n收到申请2件。\n\n{REST}",
        (*ORDER, "section-heading", "heading-mark"),
    ),
    "points of section one counted 一、二、": (
        f"{TOWN}一、总体情况\n2024年，我镇推进政府信息公开工作。\n一、加强组织领导。确定专人负责政务公开工作。\n二、确保信息安全。坚持先审查、后公开。\n"
        "三、主动公开政府信息情况。2024年，我镇公开政府信息12条。\n四、依申请公开政府信息情况。全年没有收到政府信息公开申请。\n"
        f"五、行政复议和诉讼情况。全年没有发生行政复议和行政诉讼。\n{REST}",
        ("section-order", "repeated-heading", "section-numbering"),
    ),
    "a zone that speaks of itself as 我委": (
        "云溪高新区2023年政府信息公开工作年度报告\n一、总体情况\n2023年，我委主动公开政府信息12条，管委会召开政务公开会议2次。\n"
        + REST,
        ("self-level",),
    ),
    "a topic behind a line that ends in brackets": (
        f"{TOWN}一、总体情况\n如有疑问，请联系青禾镇党政办公室（地址：青禾镇府前路8号，电话：0300-6123456）\n（一）主动公开\n全年公开信息36条。\n（二）依申请公开\n收到申请2件。\n{REST}",
        ORDER,
    ),
}


@pytest.mark.parametrize(("text", "silent"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_layout_is_no_fault(text: str, silent: tuple[str, ...]) -> None:
    found = lint_document(parse(text), load_rules()).findings
    assert [one.rule for one in found if one.rule in silent] == []


def test_lines_with_tabs_or_bars_are_rows_and_prose_is_not() -> None:
    text = f"{TOWN}一、总体情况\n（一）\t主动公开\n公开\t信息36条，\n按时更新。\n{REST}"
    assert "公开信息36条，按时更新。" in parse(text).text


def test_a_report_without_its_line_breaks_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        f"{TOWN}2024年，全镇公开信息789条。 一、总体情况 工作有序开展。 （一）主动公开。公开信息789条。\n",
        "utf-8",
    )
    status, output, _ = call("check", path)
    assert (status, "只有标题，没有找到六个部分和统计表" in output, "换行丢了" in output) == (2, True, True)


def test_a_report_of_a_school_year_is_refused_with_that_reason(tmp_path: Path) -> None:
    paper = tmp_path / "school.txt"
    paper.write_text(
        f"云岭大学2023-2024学年信息公开工作年度报告\n一、概述\n公开信息3条。\n{REST}", encoding="utf-8"
    )
    status, output, _ = call("check", paper)
    assert (status, "这是高校按学年编制的信息公开报告" in output, "只有标题" in output) == (2, True, False)
