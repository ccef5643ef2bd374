"""Sections and topics in the styles that reports use."""

import pytest

from linter.analysis import analyse, is_annual_report
from linter.model.report import Report
from linter.readers.from_txt import parse


def read(text: str) -> Report:
    return analyse(parse(text))


def outline(report: Report) -> list[tuple[int, int | None, str | None, str, bool]]:
    return [(one.level, one.number, one.kind, report[one.title], one.run_in) for one in report.sections]


TITLE = "云溪县青禾镇人民政府2023年政府信息公开工作年度报告\n\n"


def test_the_six_sections_are_known_by_their_words_in_all_variants() -> None:
    report = read(
        TITLE
        + "一、工作总体推进情况\n好。\n二、行政机关主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n"
        + "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n略。\n五、存在问题及改进措施\n略。\n六、其它需要报告事项\n无。\n"
    )
    assert [one.kind for one in report.sections] == [
        "overview",
        "disclosure",
        "requests",
        "disputes",
        "problems",
        "other",
    ]
    assert [one.number for one in report.sections] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("heads", "run_in"),
    [
        (
            (
                "（一）主动公开情况\n",
                "（二）依申请公开情况\n",
                "（三）政府信息管理情况\n",
                "（四）平台建设情况\n",
                "（五）监督保障情况\n",
            ),
            False,
        ),
        (
            (
                "（一）主动公开。",
                "（二）依申请公开。",
                "（三）政府信息管理。",
                "（四）政府信息公开平台建设。",
                "（五）监督保障。",
            ),
            True,
        ),
        (("(一)主动公开：", "(二)依申请公开：", "(三)信息管理：", "(四)平台建设：", "(五)监督保障："), True),
        (("1.主动公开\n", "2.依申请公开\n", "3.政府信息管理\n", "4.平台建设\n", "5.监督保障\n"), False),
        (
            ("主动公开情况\n", "依申请公开情况\n", "政府信息管理情况\n", "平台建设情况\n", "监督保障情况\n"),
            False,
        ),
        (
            (
                "（一）主动公开情况",
                "（二）依申请公开情况",
                "（三）政府信息管理情况",
                "（四）平台建设情况",
                "（五）监督保障情况",
            ),
            True,
        ),
        (
            (
                "（一）深化主动公开\n",
                "（二）规范依申请公开\n",
                "（三）加强政府信息管理\n",
                "（四）建好公开平台\n",
                "（五）强化监督保障\n",
            ),
            False,
        ),
    ],
)
def test_the_topics_are_found_in_every_style(heads: tuple[str, ...], run_in: bool) -> None:
    text = "".join(f"{head}2023年全镇各项工作按要求落实，公开信息若干条。\n" for head in heads)
    topics = [
        (one.kind, one.run_in)
        for one in read(f"{TITLE}一、总体情况\n{text}二、主动公开政府信息情况\n").sections
        if one.level == 2
    ]
    kinds = ["active", "on-request", "management", "platform", "supervision"]
    assert topics == [(kind, run_in) for kind in kinds]


def test_arabic_section_marks_are_sections_where_there_are_no_others() -> None:
    report = read(
        TITLE + "1、总体情况\n好。\n2、主动公开政府信息情况\n略。\n3、收到和处理政府信息公开申请情况\n略。\n"
    )
    assert [(one.level, one.number, one.kind) for one in report.sections] == [
        (1, 1, "overview"),
        (1, 2, "disclosure"),
        (1, 3, "requests"),
    ]


def test_a_section_heading_may_run_into_its_text() -> None:
    report = read(
        TITLE
        + "一、总体情况\n好。\n五、存在的主要问题及改进情况\n略。\n六、其他需要报告的事项：本年度未收取信息处理费。\n"
    )
    last = report.sections[-1]
    assert (report[last.title], last.run_in, report[last.body]) == (
        "其他需要报告的事项",
        True,
        "本年度未收取信息处理费。",
    )


def test_a_numbered_sentence_is_no_heading() -> None:
    report = read(
        TITLE + "一、总体情况\n（一）2023年，全镇公开信息20条。\n（二）解读政策3次，群众反映良好。\n"
    )
    assert outline(report) == [(1, 1, "overview", "总体情况", False)]
    assert [report[one.span] for one in report.prose] == [
        "（一）2023年，全镇公开信息20条。",
        "（二）解读政策3次，群众反映良好。",
    ]


def test_running_text_leaves_out_headings_contact_dates_and_signatures() -> None:
    report = read(
        TITLE
        + "一、总体情况\n（一）主动公开。全年公开20条。没有遗漏！\n六、其他需要报告的事项\n无。\n联系电话：0000-612345\n青禾镇人民政府\n2024年1月9日\n"
    )
    assert [(report[one.span], one.section, one.topic, one.last) for one in report.prose] == [
        ("全年公开20条。没有遗漏！", "overview", "active", True),
        ("无。", "other", None, True),
    ]
    assert [report[one.span] for one in report.sentences if one.topic] == [
        "主动公开",
        "全年公开20条。",
        "没有遗漏！",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TITLE + "一、总体情况\n好。\n", True),
        (TITLE + "附件请见下载。\n", False),
        ("关于编制2023年政府信息公开工作年度报告的通知\n\n各镇人民政府：\n请按时报送。\n", False),
        ("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n", True),
        (
            "柳泉乡2024年政府信息公开工作自查报告\n\n一、基本情况\n公开信息9条。\n二、存在的问题\n更新慢。\n",
            False,
        ),
        (
            "会议纪要\n一、总体情况由办公室写；\n二、主动公开政府信息情况由法规科写；\n三、申请情况由信访科写；\n",
            False,
        ),
        ("柳泉乡2024年政府信息公开工作年报\n\n一、总体情况\n公开信息9条。\n", True),
        ("青禾镇2023年工作总结\n\n一、总体情况\n全年完成各项任务。\n二、存在问题\n无。\n", False),
    ],
)
def test_an_annual_report_is_told_from_other_papers(text: str, expected: bool) -> None:
    assert is_annual_report(read(text)) is expected


_PARTS = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "存在的主要问题及改进情况")


@pytest.mark.parametrize("end", ["", "；"])
def test_a_table_of_contents_is_no_row_of_sections(end: str) -> None:
    heads = [f"{number}、{part}" for number, part in zip("一二三四", _PARTS, strict=True)]
    listed = "".join(f"{head}{end}\n" for head in heads)
    report = read(TITLE + "目录\n" + listed + "".join(f"{head}\n略。\n" for head in heads))
    assert [report[one.body].strip() for one in report.sections] == ["略。"] * 4


def test_headings_of_a_further_style_stand_below_those_around_them() -> None:
    report = read(
        TITLE
        + "一、总体情况\n（一）五项工作\n1.主动公开\n（1）网站。发布信息9条。\n2.依申请公开\n（1）收到。新收9件。\n（二）其他\n"
        + "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    )
    assert [(one.level, report[one.title]) for one in report.sections[:-2]] == [
        (1, "总体情况"),
        (2, "五项工作"),
        (3, "主动公开"),
        (4, "网站"),
        (3, "依申请公开"),
        (4, "收到"),
        (2, "其他"),
    ]
    assert [one.topic for one in report.sentences if "9" in report[one.span]] == ["active", "on-request"]


def test_a_topic_that_runs_into_its_text_without_a_stop_is_a_heading_with_text() -> None:
    report = read(
        TITLE
        + "一、总体情况\n（一）主动公开情况2023年，我镇公开信息48条。\n（二）依申请公开方面我镇未收到申请。\n"
        + "（三）政府信息管理有序，未发生泄密。\n二、主动公开政府信息情况\n"
    )
    found = [(report[one.title], report[one.body], one.run_in) for one in report.sections if one.level == 2]
    assert found[:2] == [
        ("主动公开情况", "2023年，我镇公开信息48条。", True),
        ("依申请公开方面", "我镇未收到申请。", True),
    ]


def test_a_section_whose_text_begins_on_the_headings_line_is_found() -> None:
    text = "一、总体情况  2024年，我镇公开信息12条。\n二、主动公开政府信息情况  见下表。\n四、政府信息公开行政复议、行政诉讼情况  无。\n"
    found = analyse(parse(text)).sections
    assert [(one.kind, one.number) for one in found] == [("overview", 1), ("disclosure", 2), ("disputes", 4)]
