"""Text files: wraps undone, furniture set aside, every logical character at its place in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.document import Paragraph, Span
from linter.readers.from_txt import parse


def paragraphs(source: str) -> list[str]:
    document = parse(source)
    return [document[block.span] for block in document.blocks if isinstance(block, Paragraph)]


WRAPPED = """一、总体情况
（一）主动公开。2023年柳泉乡通过县政府网站公开信
息 24 条，其中惠农补贴类 9条、民政救助类 15条，内
容涉及

群众关心的各个方面。
（二）依申请公开。全年未收到申请。
"""


def test_hard_wrapped_lines_become_one_paragraph_also_over_a_blank_line_in_mid_sentence() -> None:
    assert paragraphs(WRAPPED) == [
        "一、总体情况",
        "（一）主动公开。2023年柳泉乡通过县政府网站公开信息24条，其中惠农补贴类9条、民政救助类15条，内容涉及群众关心的各个方面。",
        "（二）依申请公开。全年未收到申请。",
    ]


@pytest.mark.parametrize(
    "mark", ["— 3 —", "-3-", "－ 3 －", "第 3 页", "第3页 共6页", "3/6", "- 12 -", "\f", "·3·"]
)
def test_a_page_mark_in_mid_sentence_is_set_aside(mark: str) -> None:
    text = f"一、总体情况\n全年公开信息24条，内\n{mark}\n容完整。\n"
    assert paragraphs(text) == ["一、总体情况", "全年公开信息24条，内容完整。"]


def test_a_bare_number_between_paragraphs_is_a_page_number_and_one_in_a_sentence_is_not() -> None:
    assert paragraphs("一、总体情况\n全年公开信息多条。\n\n3\n\n其中一类较多。\n") == [
        "一、总体情况",
        "全年公开信息多条。",
        "其中一类较多。",
    ]
    assert paragraphs("全年公开信息\n24\n条，比上年多。\n") == ["全年公开信息24条，比上年多。"]


def test_a_running_title_beside_page_numbers_is_set_aside() -> None:
    title = "青禾镇人民政府2023年政府信息公开工作年度报告"
    text = f"{title}\n一、总体情况\n全年公开信息24\n— 1 —\n\f{title}\n条。\n— 2 —\n\f{title}\n六、其他需要报告的事项\n无。\n"
    assert paragraphs(text) == [title, "一、总体情况", "全年公开信息24条。", "六、其他需要报告的事项", "无。"]


def test_a_title_over_two_lines_is_one_paragraph_and_does_not_swallow_what_follows() -> None:
    text = "云溪县青禾镇人民政府2023年政府信息公开工作\n年度报告\n\n根据《中华人民共和国政府信息公开条例》编制本报告。\n"
    assert paragraphs(text)[0] == "云溪县青禾镇人民政府2023年政府信息公开工作年度报告"
    assert (
        paragraphs("青禾镇人民政府\n2023年政府信息公开工作年度报告\n一、总体情况\n")[0]
        == "青禾镇人民政府2023年政府信息公开工作年度报告"
    )


def test_an_unfinished_paragraph_does_not_run_into_a_heading_or_a_list_mark() -> None:
    text = "五、存在的主要问题及改进情况\n一是更新不及时\n二是解读不多\n\n六、其他需要报告的事项\n"
    assert paragraphs(text) == [
        "五、存在的主要问题及改进情况",
        "一是更新不及时",
        "二是解读不多",
        "六、其他需要报告的事项",
    ]


def test_an_article_in_mid_sentence_is_no_list_mark() -> None:
    text = "依据《条例》第二十条第\n（五）项的规定公开，做到统\n一是非标准，增长\n1.5倍。\n"
    assert paragraphs(text) == ["依据《条例》第二十条第（五）项的规定公开，做到统一是非标准，增长1.5倍。"]


@pytest.mark.parametrize("width", [22, 23, 27, 28])
def test_a_contact_line_broken_within_a_number_or_a_label_is_one_line(width: int) -> None:
    prose = "一年来本镇通过县政府网站和公示栏公开各类信息，内容涉及群众关心的各个方面，" * 4 + "没有遗漏。"
    contact = "联系单位：青禾镇党政办公室，联系电话：0300-6643750"
    lines = [text[at : at + width] for text in (prose, contact) for at in range(0, len(text), width)]
    assert paragraphs("\n".join([*lines, "青禾镇人民政府"])) == [prose, contact, "青禾镇人民政府"]


def test_a_label_in_mid_sentence_is_no_contact_line() -> None:
    text = "全年公开信息24条，可发送至电子\n邮箱：xxgk@example.cn。\n"
    assert paragraphs(text) == ["全年公开信息24条，可发送至电子邮箱：xxgk@example.cn。"]


def test_an_unfinished_paragraph_does_not_run_into_a_heading_behind_a_digit_or_a_pause() -> None:
    text = "公开时间为8:30至17:30\n一、总体情况\n内容包括政策、\n（二）依申请公开\n依据第（一）、\n（二）项公开。\n"
    assert paragraphs(text) == [
        "公开时间为8:30至17:30",
        "一、总体情况",
        "内容包括政策、",
        "（二）依申请公开",
        "依据第（一）、（二）项公开。",
    ]


def test_web_furniture_and_comments_are_set_aside() -> None:
    text = "当前位置：首页 > 公开年报\n来源：青禾镇 发布时间：2024-01-12\n一、总体情况\n公开信息3条。\n【打印】\n上一篇：无\n"
    assert paragraphs(text) == ["一、总体情况", "公开信息3条。"]


def test_look_alikes_are_folded_and_keep_their_places() -> None:
    document = parse("⼀、总体情况\n⼆是公开。\n")
    assert document.text == "一、总体情况\n二是公开。"
    assert document.source_span(Span(7, 9)) == Span(7, 9)
    assert document.source[7] == "⼆"


def test_lines_end_at_cr_and_lf_only() -> None:
    document = parse("甲\u2028乙\f丙\r丁\r\n戊\n")
    assert [document.line_column(document.source.index(char)) for char in "甲乙丙丁戊"] == [
        (1, 1),
        (1, 3),
        (1, 5),
        (2, 1),
        (3, 1),
    ]


def test_markdown_headings_and_emphasis_leave_their_words() -> None:
    document = parse(
        "# 青禾镇2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年**公开**信息3条。\n", format="md"
    )
    assert document.text == "青禾镇2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息3条。"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("一二是、。（）1.全年公开 \u3000\n\r\f\u2028\u200b⼀𠮷abc|—3")))
def test_every_logical_character_stands_where_the_map_says(source: str) -> None:
    document = parse(source)
    for offset, char in enumerate(document.text):
        at = document.source_offset(offset)
        assert char == "\n" or document.source[at] in (char, "⼀")
    starts = [fragment.span.start for fragment in document.fragments]
    assert starts == sorted(starts)


def test_in_markdown_headings_items_and_bold_lines_are_paragraphs_whatever_their_width() -> None:
    source = (
        "**一、总体情况**\n\n公开信息 30 条：\n\n- 网站 10 条；\n- 公示栏 20 条。\n\n"
        "全年新收申请5件，上年结转1件，共办理6件；年内办结5件，结转下年度继续办理1件。\n\n### （三）政府信息管理\n\n落实责任。\n"
    )
    document = parse(source, format="md")
    assert [document[block.span] for block in document.blocks] == [
        "一、总体情况",
        "公开信息30条：",
        "网站10条；",
        "公示栏20条。",
        "全年新收申请5件，上年结转1件，共办理6件；年内办结5件，结转下年度继续办理1件。",
        "（三）政府信息管理",
        "落实责任。",
    ]


def test_where_paragraphs_are_lines_a_blank_line_ends_one() -> None:
    text = "一、总体情况\n\n收到申请3件，已全部办结\n\n政府信息管理情况\n\n落实审查制度，\n\n确保准确性。\n"
    assert paragraphs(text) == [
        "一、总体情况",
        "收到申请3件，已全部办结",
        "政府信息管理情况",
        "落实审查制度，确保准确性。",
    ]


@pytest.mark.parametrize(
    "line", ["公开时间：每月五日前。", "位置：政府一楼查阅点。", "日期：以邮戳为准。", "更新时间：次月十日。"]
)
def test_what_a_report_says_under_such_a_word_stays(line: str) -> None:
    assert paragraphs(f"一、总体情况\n{line}\n") == ["一、总体情况", line]
