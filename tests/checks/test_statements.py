"""What a report must state, and with what outcome."""

import msgspec
import pytest

from linter.analysis import analyse
from linter.checks.statements import Options, Statement, check
from linter.model.finding import NotAssessed, Words
from linter.readers.from_txt import parse

FEE = Options((Statement("费用", "fees", ("处理费",)),), place=("other",), within="other", since=2021)
RESULTS = Options(
    (
        Statement("考核", "assessment", ("考核",), ("优秀", "获得"), ("获得感",)),
        Statement("评议", "appraisal", ("评议",), ("满意",)),
    ),
    place=("supervision", "overview"),
    nothing=("未发生", "未开展"),
    levels=("乡", "镇"),
)


def judged(
    body: str, options: Options, title: str = "青禾镇人民政府2024年"
) -> list[tuple[str, str, str | None]]:
    """Of each hit where it stands, what is missing and its confidence; of a refusal its reason."""
    report = analyse(parse(f"{title}政府信息公开工作年度报告\n{body}"))
    made: list[tuple[str, str, str | None]] = []
    for one in check(report, options):
        if isinstance(one, NotAssessed):
            made.append(("-", one.reason.zh, None))
        elif isinstance(missing := one.values["missing"], Words):
            made.append((report[one.span], missing.zh, one.confidence))
    return made


def test_what_is_never_spoken_of_is_missing_on_its_sections_heading() -> None:
    assert judged("六、其他需要报告的事项\n无。", FEE) == [("六、其他需要报告的事项", "没有提到费用", None)]


@pytest.mark.parametrize(
    "body",
    [
        "六、其他需要报告的事项\n未收取信息处理费。",
        "一、总体情况\n处理费为零。\n六、其他需要报告的事项\n无。",
    ],
)
def test_a_word_anywhere_will_do_where_no_outcome_is_asked(body: str) -> None:
    assert judged(body, FEE) == []


@pytest.mark.parametrize("title", ["青禾镇人民政府2020年", "青禾镇人民政府"])
def test_a_report_of_an_earlier_or_unknown_year_is_not_judged(title: str) -> None:
    assert [one[0] for one in judged("六、其他需要报告的事项\n无。", FEE, title)] == ["-"]


def test_a_report_of_another_level_is_not_judged() -> None:
    assert [one[0] for one in judged("一、总体情况\n做好工作。", RESULTS, "云溪县水利局2024年")] == ["-"]


@pytest.mark.parametrize(
    "text",
    ["考核等次为优秀；群众评议表示满意。", "考核得92分。评议收回问卷30份。", "未发生考核扣分，未开展评议。"],
)
def test_outcomes_counts_and_nothing_happened_are_results(text: str) -> None:
    assert judged(f"一、总体情况\n（五）监督保障\n{text}", RESULTS) == []


def test_an_arrangement_is_no_result() -> None:
    body = "一、总体情况\n（五）监督保障\n纳入考核体系，提高群众获得感。"
    assert judged(body, RESULTS) == [("（五）监督保障", "没有提到评议；考核没有写明结果", None)]


def test_where_one_has_its_result_the_others_are_a_guess() -> None:
    body = "一、总体情况\n考核等次为优秀。接受群众评议。"
    assert judged(body, RESULTS) == [("一、总体情况", "评议没有写明结果", "guess")]


@pytest.mark.parametrize(
    "body",
    [
        "一、总体情况\n（五）监督保障\n二、主动公开政府信息情况",
        "一、总体情况\n（一）主动公开\n公开信息36条。\n（五）监督保障\n二、主动公开政府信息情况",
        "一、总体情况\n现将工作情况报告如下：\n二、主动公开政府信息情况",
    ],
)
def test_where_nothing_is_written_at_all_nothing_more_is_missed(body: str) -> None:
    options = msgspec.structs.replace(RESULTS, within="overview", about=("报告如下",))
    assert [one[0] for one in judged(body, options)] == ["-"]
