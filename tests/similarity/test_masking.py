"""What of a report is compared, and where it stands."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Span
from linter.similarity.masking import mask, masked, without_places
from linter.similarity.records import from_row, record, to_row
from tests.composing import compose
from tests.similarity.writing import read

REPORT = """\
云溪县青禾镇人民政府2024年政府信息公开工作年度报告
本报告根据《中华人民共和国政府信息公开条例》编制。
一、总体情况
（一）主动公开。一是我镇公开渡口修缮信息36条，青禾镇人民政府门户网站公布了三次。
（二）依申请公开。未收到政府信息公开申请；告知书由老会计逐件装订。
二、主动公开政府信息情况
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
六、其他需要报告的事项
本年度没有收取信息处理费，没有其他需要报告的事项。
联系电话：0300-5512345
"""


def test_numbers_and_own_names_are_signs_and_the_skeleton_is_left_out() -> None:
    assert masked(read(REPORT)).text == "@公开渡口修缮信息#条@门户网站公布了#次告知书由老会计逐件装订"


def test_what_a_register_calls_the_unit_is_its_own_too() -> None:
    report = read(REPORT.replace("我镇公开", "禾苗公开"))
    known = replace(report, names=report.names | {"禾苗"})
    assert [masked(one).text[:2] for one in (report, known)] == ["禾苗", "@公"]


def test_a_stretch_is_found_again_where_it_stands() -> None:
    report = read(REPORT)
    one = masked(report)
    wanted = ["@公开渡口修缮信息#条@门户网站", "#条", "告知书由老会计逐件装订"]
    spans = one.located([(one.text.index(said), one.text.index(said) + len(said)) for said in wanted])
    assert [report[span] for span in spans] == [
        "我镇公开渡口修缮信息36条，青禾镇人民政府门户网站",
        "36条",
        "告知书由老会计逐件装订",
    ]


def test_each_stretch_knows_its_section_and_topic() -> None:
    one = masked(read(REPORT))
    pieces = [one.text[start:end] for start, end in one.pieces()]
    assert list(zip(pieces, one.places, strict=True)) == [
        ("@公开渡口修缮信息#条@门户网站公布了#次", ("overview", "active")),
        ("告知书由老会计逐件装订", ("overview", "on-request")),
    ]


def test_a_record_goes_into_a_table_and_comes_back() -> None:
    kept = record(read(compose(7).text, "7.txt"))
    assert from_row(to_row(kept)) == kept
    assert without_places(kept.masked).text == kept.masked.text


@given(st.text("青禾镇我县36一是，。《》（）@# 公开", max_size=60))
def test_every_compared_character_has_a_place_in_order(text: str) -> None:
    one = mask(text, ("青禾镇", "青禾"), [Span(0, len(text))])
    places = one.located([(at, at + 1) for at in range(len(one.text))])
    assert all(first.end <= second.start for first, second in pairwise(places))
    kept = [
        text[place.start : place.end]
        for place, sign in zip(places, one.text, strict=True)
        if sign not in "#@"
    ]
    assert kept == [sign for sign in one.text if sign not in "#@"]
