"""Brackets and quotation marks without their other half."""

from dataclasses import replace

import pytest

from linter.analysis import analyse
from linter.checks.pairs import Options, check
from linter.model.document import Span
from linter.model.finding import Hit
from linter.readers.from_txt import parse

HEAD = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"


def found(text: str) -> list[str]:
    """The marks that are pointed at, with three characters before them; 不详 for what could not be judged."""
    report = analyse(parse(HEAD + text))
    said = list(check(report, Options()))
    marks = [
        report.document.text[: one.span.start].removeprefix(HEAD)[-3:] + report[one.span]
        for one in said
        if isinstance(one, Hit)
    ]
    return marks + ["不详"] * (len(said) > len(marks))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("依据《条例编制本报告，共六部分。", ["依据《"]),
        ("依据条例》编制本报告。", ["据条例》"]),
        ("开设“惠民资金专栏。", ["开设“"]),
        ("公众号（含视频号、公示栏公开。", ["公众号（"]),
        ("国办公开办函〔2021号文件。", ["开办函〔"]),
        ("落实”应公开尽公开“要求。", ["落实”"]),
        ("落实“应公开尽公开“要求。", ["尽公开“"]),
        ("落实”应公开尽公开”要求。", ["落实”"]),
        ("三审（初审、复审、终审】制度。", ["、终审】"]),
        ('开展"公开日、"进村"活动。', ['"进村"']),
        ("“甲“乙”，“丙”（丁）。", ["“"]),
    ],
)
def test_the_mark_that_is_alone_is_pointed_at(text: str, marked: list[str]) -> None:
    assert found(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "依据《关于印发〈格式〉的通知》（国办公开办函〔2021〕30号），“晒”清单。",
        "做法：1）健全制度；2）加强培训。其中：一）检查；二）通报。",
        "全角(半角）混用（也成对)。",
        '开展"公开日"活动，购置32"显示屏。',
        "会上指出：“公开是前提。\n\n没有公开就没有监督。”",
        "会上指出：“公开是前提。\n\n“没有公开就没有监督。”",
    ],
)
def test_pairs_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_list_mark_lacks_its_half_only_where_its_neighbours_have_theirs() -> None:
    assert found("（一）主动公开\n公开12条。\n二）依申请公开\n未收到申请。\n") == ["。\n二）"]
    assert found("（一）主动公开\n做法：一）甲；二）乙。\n（二）依申请公开\n无。\n") == []


def test_what_a_conversion_has_lost_is_not_judged() -> None:
    assert found("依据《条例、《保密法、《档案法编制。") == ["不详"]
    assert found("期限为202411日至1231日，依据《条例编制。") == ["不详"]


def test_a_quotation_mark_turned_round_is_turned_back() -> None:
    report = analyse(parse(HEAD + "落实”应公开尽公开“要求。"))
    (hit,) = check(report, Options())
    assert isinstance(hit, Hit) and hit.fix and [edit.text for edit in hit.fix.edits] == ["“", "”"]


def test_nothing_is_said_of_a_spoilt_stretch() -> None:
    report = analyse(parse(HEAD + "公众号（含视频号公开。"))
    at = report.document.text.index("（")
    spoilt = replace(report, document=replace(report.document, damaged=(Span(at - 2, at + 2),)))
    assert list(check(spoilt, Options())) == []
