"""A total and its parts: what contradicts, what may be read so that it fits, what is not meant to be whole."""

from dataclasses import replace
from time import process_time

import pytest

from linter.analysis import analyse
from linter.checks.itemised import Options, check
from linter.model.document import Span
from linter.model.finding import Hit
from linter.model.report import Report, Sentence
from linter.readers.from_txt import parse

OPTIONS = Options(
    complete=("分别为", "分为"),
    closed=("包括", "从渠道看"),
    open=("其中", "含"),
    spoilers=("等", "主要", "同步", "同比", "增加"),
    harmless=("平等",),
    strangers=("共", "累计", "另有"),
    channels=("网站", "公众号", "公示栏"),
    fields=("类", "政策"),
)


def report(text: str) -> Report:
    return analyse(parse(f"一、总体情况\n（一）主动公开。{text}\n"))


def hits(text: str) -> list[Hit]:
    return list(check(report(text), OPTIONS))


def said(text: str) -> list[tuple[str, str, str | None]]:
    """The total as it is marked, the sum, how certain."""
    one = report(text)
    return [(one[hit.span], str(hit.values["sum"]), hit.confidence) for hit in check(one, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公开信息共15条，其中甲类2条，乙类3条，丙类2条，丁类2条，戊类2条，己类3条。",
            ("15条", "14条", "likely"),
        ),
        ("公开信息13条，其中甲类2条，乙类3条，丙类9条。", ("13条", "14条", "likely")),
        ("公开信息21条，分别为甲类5条、乙类9条。", ("21条", "14条", "certain")),
        ("公开信息86条，其中网站40条，公众号30条，公示栏14条。", ("86条", "84条", "likely")),
        ("公开信息50条：甲类10条，乙类20条，丙类21条。", ("50条", "51条", "likely")),
        ("新收申请5件（自然人3件，法人3件），上年结转1件。", ("5件", "6件", "likely")),
        ("公开信息50条，其中网站30条（甲类10条、乙类20条），公众号22条。", ("50条", "52条", "likely")),
        ("公开信息50条，其中网站30条，占60%；公众号22条，占40%。", ("50条", "52条", "likely")),
        ("公开信息50条。从渠道看，网站30条，公众号15条，公示栏7条。", ("50条", "52条", "likely")),
        ("公开信息50条，比2023年增加3条。其中，甲类30条，乙类21条。", ("50条", "51条", "likely")),
        ("行政复议9件，其中维持4件，纠正6件；行政诉讼2件，其中维持1件，纠正1件。", ("9件", "10件", "likely")),
        ("收费380元，其中按件200元，按量200元。", ("380元", "400元", "likely")),
        ("公开信息30条，其中网站甲类3条，网站乙类8条；公众号12条；张贴6条。", ("30条", "29条", "likely")),
        ("公开信息38条，其中甲类20条，乙类10余条，丙类10余条。", ("38条", "40条", "likely")),
        (
            "公开信息20条，其中甲类5条，乙类0条，丙类4条，丁类4条，戊类2条，没有差错。",
            ("20条", "15条", "likely"),
        ),
    ],
)
def test_a_total_that_its_parts_contradict_is_marked(text: str, expected: tuple[str, str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息共14条，其中甲类2条，乙类3条，丙类2条，丁类2条，戊类2条，己类3条。",
        "公开信息14条，其中甲类2条、乙类3条等。",
        "公开信息90条，主要包括甲类30条、乙类20条、丙类35条。",
        "公开信息120条，其中甲类20条，乙类30条，丙类10条。",
        "公开信息14条，其中甲类2条，乙类3条。",
        "公开信息14条，其中网站10条，公众号4条，甲类6条，乙类8条。",
        "公开信息14条，其中网站14条，公众号14条。",
        "公开信息20条，其中网站12条，政策6条，动态9条。",
        "公开信息20条，其中网站12条，其中甲类5条、乙类7条，公众号9条。",
        "公开信息20条，其中网站12条，甲类5条、乙类7条，公众号8条。",
        "公开信息50条，其中网站30条；公众号20条；制发文件3条。",
        "公开信息50条，其中网站30条，公众号20条，累计公开信息200条。",
        "公开信息60条，同步发布，其中网站50条、公众号48条。",
        "工作人员10人，其中党员6人、大学以上8人。",
        "解读300余次，其中图解200次、问答120次。",
        "解读300次，其中图解200余次、问答120次。",
        "公开信息50条，其中网站30条，阅读量2万次，公众号25条。",
        "答复申请30件（含上年结转4件，另有50件结转下年度）。",
        "公开信息50条。其中网站60条。",
        "公开信息50条，其中甲类42条、乙类8条，丙类31条。",
        "公开信息30条，其中甲类8条，乙类7条，丙类3条，丁类2条，戊类1条。",
        "公开信息100条，其中网站60条，公众号30条；回复咨询3条；采纳建议5条。",
        "公开信息30条，其中网站甲类3条，网站乙类8条；公众号12条；张贴7条。",
    ],
)
def test_a_total_that_some_reading_fits_is_not(text: str) -> None:
    assert said(text) == []


def test_a_finding_shows_both_sides_and_points_at_every_part() -> None:
    (hit,) = hits("公开信息5条，其中甲类2条，乙类4条。")
    assert dict(hit.values) == {"stated": "5条", "sum": "6条", "addends": "2 + 4", "difference": "1"}
    assert [note.message.zh for note in hit.notes] == ["分项：2条", "分项：4条"]


def test_a_damaged_sentence_is_left_alone() -> None:
    one = report("公开信息5条，其中甲类2条，乙类4条。")
    spoilt = replace(one, document=replace(one.document, damaged=(Span(20, 22),)))
    assert list(check(spoilt, OPTIONS)) == []


@pytest.mark.parametrize(
    "unit",
    [
        "共14条，其中",
        "共14条，其中1条，",
        "14条：",
        "14条（",
        "其中",
        "1条，",
        "14条（2条，3条，",
        "（",
        "14条，其中（）",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    times = []
    for length in (10_000, 100_000):
        one, text = report(""), "14条，其中" + unit * (length // len(unit))
        sentences = (Sentence(Span(0, len(text)), "overview", None),)
        hostile = replace(one, document=replace(one.document, text=text), sentences=sentences)
        start = process_time()
        list(check(hostile, OPTIONS))
        times.append(process_time() - start)
    assert times[1] < 30 * max(times[0], 0.01)
