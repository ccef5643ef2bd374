"""Laws and documents under a wrong name or number."""

import pytest

from linter.analysis import analyse
from linter.checks.citation import Law, Options, check
from linter.readers.from_txt import parse
from tests.checks.timing import TITLE, growth, report_of

OPTIONS = Options(
    laws=(
        Law(
            "中华人民共和国政府信息公开条例",
            "国务院令第711号",
            also=("政府信息公开条例",),
            wrong=("政府信息管理条例",),
            former=("国务院令第492号",),
        ),
        Law("国务院办公厅关于推进公文公开的指导意见", "国办发〔2019〕54号", sure=False),
        Law("政府网站发展指引", "国办发〔2017〕47号"),
    ),
    right=("政府网站发展指南",),
    issuers=("国办发", "国办函"),
)


def hits(text: str) -> list[tuple[str, str | None, str | None]]:
    """What is wrong, what is put in its place, and a lower confidence."""
    report = analyse(parse(f"{TITLE}一、总体情况\n{text}"))
    found = sorted(check(report, OPTIONS), key=lambda one: one.span)
    return [(report[one.span], one.fix.edits[0].text if one.fix else None, one.confidence) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《政府信息管理条例》", ("政府信息管理条例", "中华人民共和国政府信息公开条例", None)),
        (
            "《中华人民共和国政务信息公开条列》",
            ("中华人民共和国政务信息公开条列", "中华人民共和国政府信息公开条例", None),
        ),
        ("《政府信息公开条例》（国务院令第771号）", ("国务院令第771号", "国务院令第711号", None)),
        ("《政府网站发展指引》(国办发[2017]74号)", ("国办发[2017]74号", "国办发〔2017〕47号", None)),
        ("《政府网站发展指行》", ("政府网站发展指行", "政府网站发展指引", None)),
        (
            "《国务院办公厅关于推进公文公开的指导意见》（国办发〔2019〕45号）",
            ("国办发〔2019〕45号", "国办发〔2019〕54号", "likely"),
        ),
        ("按照国办法〔2017〕47号文件", ("国办法〔2017〕47号", "国办发〔2017〕47号", None)),
    ],
)
def test_a_wrong_name_or_number_is_found(text: str, found: tuple[str, str, str | None]) -> None:
    assert hits(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "《中华人民共和国政府信息公开条例》（国令第711号）《政府信息公开条例》（国务院第711号令）",
        "《政府信息公开条例》（国务院令第492号）",
        "《政府信息公开条例（2019年修订）》（国务院令第711号）",
        "《政府网站发展指引》（云政发〔2017〕9号）",
        "《政府网站发展指南》《岚江市政府信息公开条例》《国务院办公厅关于推进公文的意见》",
        "按照国办函〔2017〕47号、云政办发〔2017〕47号文件",
        "《没有结束的书名，国办发〔2017〕47号",
    ],
)
def test_what_is_right_or_another_document_is_left_alone(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize(
    "unit", ["《", "《政府信息", "《政府网站发展指行》", "国办法〔2017〕47号", "》（国办发〔2017〕"]
)
def test_time_grows_with_the_text(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report_of(unit, length)) < 10
