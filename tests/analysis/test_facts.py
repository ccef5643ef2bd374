"""The numbers that a text states, and the many that it does not state of this year, this body, this matter."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest

from linter.analysis import analyse
from linter.analysis.facts import facts, own_names
from linter.bundled import RULES
from linter.language.declarations import declared, load_declarations, prepare
from linter.model.document import Span
from linter.model.report import Fact, Sentence, Title
from linter.readers.from_txt import parse
from tests.composing import compose

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n"


def stated(text: str, title: str = TITLE, topic: str = "（二）依申请公开。") -> list[tuple[str, str, int]]:
    """Address without `text.`, what stands there, value."""
    report = analyse(parse(f"{title}一、总体情况\n{topic}{text}\n"))
    return [
        (one.address.removeprefix("text."), one.raw, int(one.value))
        for one in report.facts
        if one.value is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年，我镇共收到政府信息公开申请12件。", [("received", "12件", 12)]),
        ("全年受理依申请公开政府信息十二件。", [("received", "十二件", 12)]),
        ("收到１２件政府信息公开申请。", [("received", "１２件", 12)]),
        ("依申请公开方面，共收到3件。", [("received", "3件", 3)]),
        ("全年新收政府信息公开申请5件。", [("received.new", "5件", 5)]),
        (
            "共收办政府信息公开申请15件，其中新收12件。",
            [("processed", "15件", 15), ("received.new", "12件", 12)],
        ),
        (
            "收到申请12件，上年结转1件，办结11件，结转下年度继续办理2件。",
            [
                ("received", "12件", 12),
                ("carried_in", "1件", 1),
                ("answered", "11件", 11),
                ("carried_out", "2件", 2),
            ],
        ),
        (
            "2023年结转至2024年办理的申请1件，另有2件顺延到2025年答复。",
            [("carried_in", "1件", 1), ("carried_out", "2件", 2)],
        ),
        (
            "予以公开3件、部分公开1件、不予公开2件，无法提供4件，不予处理5件，其他处理6件。",
            [
                ("granted", "3件", 3),
                ("partial", "1件", 1),
                ("refused", "2件", 2),
                ("unavailable", "4件", 4),
                ("rejected", "5件", 5),
                ("other_handled", "6件", 6),
            ],
        ),
        ("对3件申请予以公开，2件不予公开。", [("granted", "3件", 3), ("refused", "2件", 2)]),
        (
            "因政府信息公开被申请行政复议3件，行政诉讼2件（未经复议直接起诉1件，复议后起诉1件）。",
            [
                ("review", "3件", 3),
                ("litigation", "2件", 2),
                ("litigation.direct", "1件", 1),
                ("litigation.after", "1件", 1),
            ],
        ),
        ("行政复议、行政诉讼共3件。", [("disputes", "3件", 3)]),
        (
            "制发行政规范性文件3件，废止2件，现行有效15件。",
            [
                ("normative.issued", "3件", 3),
                ("normative.repealed", "2件", 2),
                ("normative.valid", "15件", 15),
            ],
        ),
        ("作出行政许可决定30件、行政处罚决定12件。", [("licence", "30件", 30), ("penalty", "12件", 12)]),
        ("行政强制2件。", [("coercion.mentioned", "2件", 2)]),
        ("收取信息处理费380元。", [("fee", "380元", 380)]),
    ],
)
def test_a_number_is_read_by_its_role(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "我镇未收到镇域内村民要求公开政府信息的申请。",
            [("received", "未收到镇域内村民要求公开政府信息的申请")],
        ),
        (
            "未接到公民、法人和其他组织提出的政府信息公开申请。",
            [("received", "未接到公民、法人和其他组织提出的政府信息公开申请")],
        ),
        ("全年政府信息公开申请数量为零。", [("received", "政府信息公开申请数量为零")]),
        ("依申请公开0件。", [("received", "0件")]),
        (
            "无上年结转申请，无结转下年度的申请。",
            [("carried_in", "无上年结转申请"), ("carried_out", "无结转下年度的申请")],
        ),
        (
            "未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。",
            [
                ("review", "未发生因政府信息公开被申请行政复议"),
                ("litigation", "未发生因政府信息公开被申请行政复议、提起行政诉讼"),
            ],
        ),
        ("行政复议和行政诉讼均为0件。", [("litigation", "0件"), ("review", "0件")]),
        ("未制发行政规范性文件。", [("normative.issued", "未制发行政规范性文件")]),
        ("本机关未收取信息处理费（上年收取380元）。", [("fee", "未收取信息处理费")]),
    ],
)
def test_none_is_zero(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == [(address, raw, 0) for address, raw in expected]


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请5件。",
        "2020年至2024年共收到政府信息公开申请30件。",
        "2019年以来，共收到政府信息公开申请30件。",
        "上年收到申请5件，其中予以公开3件。",
        "较上年的5件申请增加3件。",
        "上半年收到政府信息公开申请5件。",
        "3月收到政府信息公开申请5件。",
        "2025年，我镇将制定规范性文件3件。",
        "下一步，计划制发规范性文件3件。",
    ],
)
def test_another_time_is_not_this_year(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "县自然资源局收到政府信息公开申请5件。",
        "全县共收到政府信息公开申请130件。",
        "各乡镇共收到政府信息公开申请50件。",
        "通过网站收到政府信息公开申请5件，当面收到申请3件。",
        "其中网上申请5件、信函申请3件。",
        "收到自然人申请5件。",
        "未收到网上申请。",
        "对未收到申请的村进行督导。",
        "如未收到申请，按零报告处理。",
        "收到群众来信12件，办结12件。",
        "收到3件群众来信。",
        "因未按期答复被申请行政复议3件。",
        "协助办理行政复议3件，备案134件。",
        "无行政复议、行政诉讼败诉案件。",
        "未发生行政复议被纠正的情况。",
        "行政复议、行政诉讼分别为3件、2件。",
        "行政复议、行政诉讼分别为0件、6件。",
        "行政复议和行政诉讼分别为0件和6件。",
        "主动公开行政处罚12件。",
        "公开行政许可信息5条、行政处罚决定12条。",
        "共收到政府信息公开申请10余件。",
        "收到政府信息公开申请12人次。",
        "办结率100%，第3次收到申请。",
    ],
)
def test_what_is_said_of_something_else_is_not_read(text: str) -> None:
    assert stated(text) == []


def test_no_litigation_says_nothing_of_reviews() -> None:
    assert stated("未发生行政诉讼，行政复议2件。") == [
        ("litigation", "未发生行政诉讼", 0),
        ("review", "2件", 2),
    ]


def test_what_is_counted_may_stand_in_the_sentence_before() -> None:
    text = "2024年收到政府信息公开申请5件。其中予以公开3件。"
    assert stated(text, topic="（一）总的情况。") == [("received", "5件", 5), ("granted", "3件", 3)]


def test_the_county_may_speak_of_the_whole_county() -> None:
    title = "云溪县人民政府2024年政府信息公开工作年度报告\n"
    assert stated("全县共收到政府信息公开申请130件。", title) == [("received", "130件", 130)]


def test_a_year_is_not_guessed_where_the_title_has_none() -> None:
    title = "云溪县青禾镇人民政府政府信息公开工作年度报告\n"
    assert stated("2024年收到申请5件，本年办结4件。", title) == [("answered", "4件", 4)]


def test_a_fact_stands_on_its_number_and_unit() -> None:
    document = parse(f"{TITLE}一、总体情况\n（二）依申请公开。全年收到政府信息公开\n申请 12 件。\n")
    (fact,) = analyse(document).facts
    start = document.text.index("12")
    raw = document.text[start:-1].strip("。\n")
    assert fact == Fact("text.received", Span(start, start + len(raw)), raw, Decimal(12), "件")


def test_nothing_is_read_where_the_text_is_damaged() -> None:
    assert stated("202411日至1231日，收到政府信息公开申请5件。") == []


def test_own_names_leave_out_the_body_and_take_in_the_levels_above() -> None:
    title = Title(Span(0, 0), "青禾镇人民政府", ("云溪县",), "镇", 2024)
    assert own_names(title) == (
        "云溪县青禾镇",
        "云溪县青禾镇人民政府",
        "全镇",
        "镇人民政府",
        "镇政府",
        "青禾镇",
        "青禾镇人民政府",
    )


@pytest.mark.parametrize("unit", ["收到", "收到申请12件", "申请（", "收到、", "未", "2024年至收到", "收到《"])
def test_time_grows_with_the_text(unit: str) -> None:
    times = []
    for length in (10_000, 100_000):
        report = analyse(parse(f"{TITLE}一、总体情况\n"))
        text = unit * (length // len(unit))
        document = replace(report.document, text=text)
        hostile = replace(
            report, document=document, sentences=(Sentence(Span(0, len(text)), "overview", None),)
        )
        start = process_time()
        facts(hostile)
        times.append(process_time() - start)
    assert times[1] < 30 * max(times[0], 0.01)


def test_every_number_that_is_declared_can_be_said() -> None:
    said = {one.address for sayings in declared().sayings.values() for one in sayings}
    assert said == set(declared().numbers)


def test_a_word_has_one_class() -> None:
    file = load_declarations((RULES / "facts.yaml").read_bytes())
    words = [word for words in file.words.values() for word in words.split()]
    assert sorted(words) == sorted(set(words))


def test_the_declarations_are_the_same_from_the_cache() -> None:
    made = prepare(load_declarations((RULES / "facts.yaml").read_bytes()))
    declared.cache_clear()
    assert declared() == made


@pytest.mark.parametrize("busy", [False, True])
def test_what_sentences_with_other_numbers_have_stated_changes_nothing(busy: bool) -> None:
    anew = prepare(
        load_declarations((RULES / "facts.yaml").read_bytes())
    )  # with others than the usual, nothing is kept
    for seed in range(7000, 7040):
        report = analyse(parse(compose(seed, busy=busy).text))
        assert report.facts == facts(report, anew)


def test_years_in_full_width_or_with_spaces_are_read_as_others_are() -> None:
    usual = [("received", "5件", 5)]
    for year in ("2024", "２０２４", "20 24", "2024 "):
        assert stated(f"{year}年，我镇共收到政府信息公开申请5件。") == usual
    for year in ("2023", "２０２３", "20 23"):
        assert stated(f"{year}年，我镇共收到政府信息公开申请5件。") == []
