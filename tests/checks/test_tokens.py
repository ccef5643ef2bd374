"""Wordings that are wrong as words: patterns over jieba's tokens, matched by spaCy."""

import subprocess
import sys
from typing import Any

import msgspec
import pytest

from linter.analysis import analyse
from linter.checks.tokens import Options, anchors, check, objection
from linter.readers.from_txt import parse

from .timing import growth, report_of

TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
GAP = [{"ORTH": {"NOT_IN": ["加大", "和"]}, "OP": "{0,4}"}]
AFTER = [{"TAG": {"IN": ["x", "c"]}}]
SWAP: dict[str, Any] = {
    "swap": {"加强…力度": "加大…力度", "改善…问题": None, "涉及到": "涉及"},
    "gap": GAP,
    "after": AFTER,
}
FRAME: dict[str, Any] = {
    "find": "(?P<opening>包括)[^。]{1,90}?(?P<closing>组成)",
    "right": "由",
    "having": ["组成"],
}
PARTICLE: dict[str, Any] = {
    "patterns": [
        {
            "anchors": ["极大的"],
            "tokens": [{"TEXT": "极大"}, {"TEXT": "的"}, {"TAG": {"REGEX": "^[av]"}}, {"TAG": "ul"}],
            "point": [1, 1],
            "right": "地",
            "lacking": ["有了"],
        }
    ]
}


def options(given: dict[str, Any]) -> Options:
    """The options as a rule file has them."""
    return msgspec.convert(given, Options)


def hits(text: str, given: dict[str, Any]) -> list[tuple[str, str | None]]:
    """What is pointed at, and what the fix puts in its place."""
    report = analyse(parse(TITLE + text))
    found = check(report, options(given))
    return [(report[one.span], one.fix.edits[0].text if one.fix else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要加强监督检查力度，落实责任。", [("加强监督检查力度", "加大监督检查力度")]),
        ("切实加强公开力度", [("加强公开力度", "加大公开力度")]),
        ("加强力度；改善更新慢问题。", [("加强力度", "加大力度"), ("改善更新慢问题", None)]),
        ("加强宣传，加大力度。", []),
        ("加强培训和加大宣传力度。", []),
        ("加强力度不够的环节。", []),
        ("所谓“加强力度”，见《加强力度的办法》。", []),
        ("公开涉及到、牵扯到的事项。", [("涉及到", "涉及")]),
    ],
)
def test_wrong_wordings_stay_wrong_with_words_between(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert hits(text, SWAP) == expected


def test_a_right_wording_excuses_what_it_touches() -> None:
    assert hits("加强的力度。加强公开力度。", SWAP | {"unless": ["加强的"]}) == [
        ("加强公开力度", "加大公开力度")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强队伍建设和宣传力度。", []),
        ("加强信息宣传和公开力度。", ["加强信息宣传和公开力度"]),
        ("加强建设力度。", ["加强建设力度"]),
    ],
)
def test_an_object_that_fits_the_verb_excuses_the_one_joined_to_it(text: str, expected: list[str]) -> None:
    gap = [{"ORTH": {"NOT_IN": ["加大"]}, "OP": "{0,6}"}]
    found = hits(text, SWAP | {"gap": gap, "fits": {"加强": ["建设"]}})
    assert [one for one, _ in found] == expected


FRAME = {
    "find": "(?P<opening>包括)[^。由]{1,90}(?P<closing>部分组成)",
    "right": "由",
    "having": ["组成"],
    "unless": ["其中包括"],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("包括总体情况，“其他”等六部分组成。", [("包括总体情况，“其他”等六部分组成", "由")]),
        ("包括总体情况，由六部分组成。", []),
        ("其中包括总体情况等部分组成。", []),
        ("“包括甲、乙两部分组成”，《包括甲部分组成》。", []),
        ("一、总体情况包括甲、乙两部分组成。", []),
    ],
)
def test_a_frame_may_reach_beyond_a_clause(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert hits(text, {"frames": [FRAME]}) == expected


def test_a_pattern_points_at_some_of_its_tokens() -> None:
    assert hits("极大的方便了群众。有了极大的提高了。极大的成效。", PARTICLE) == [("的", "地")]


def test_the_edges_of_a_sentence_are_tokens() -> None:
    tokens = [
        {"ORTH": "\n"},
        {"TEXT": {"REGEX": "^通过"}},
        {"ORTH": {"NOT_IN": ["，"]}, "OP": "{0,9}"},
        {"ORTH": "，"},
        {"ORTH": "使"},
    ]
    given = {"patterns": [{"anchors": ["通过…，使"], "tokens": tokens, "point": [1, 4]}]}
    text = "通过培训，使工作人员提高能力。我镇通过培训，使工作人员提高能力。"
    assert hits(text, given) == [("通过培训，使", None)]


def test_the_anchors_are_the_longest_words() -> None:
    assert anchors(options(SWAP | PARTICLE)) == ("力度", "问题", "涉及到", "极大的")


@pytest.mark.parametrize(
    ("given", "key", "said"),
    [
        ({"swap": {"加强…力度": "加大力度"}, "gap": GAP}, "swap", "各写一个"),
        ({"swap": {"甲…乙…丙": None}, "gap": GAP}, "swap", "各写一个"),
        ({"swap": {"加强…力度": None}}, "gap", "要写明 gap"),
        ({"swap": {}, "after": [{}]}, "after", "没有写明条件"),
        ({"patterns": [{"anchors": ["的"], "tokens": [{"OP": "?"}]}]}, "patterns", "没有写明条件"),
        ({"patterns": [{"anchors": ["的"], "tokens": [{"TAG": {"REGEX": "n+"}}]}]}, "patterns", "上限"),
        ({"patterns": [{"anchors": ["的"], "tokens": [{"TAG": {"REGEX": "("}}]}]}, "patterns", "有误"),
        ({"frames": [FRAME | {"find": "包括"}]}, "frames", "opening"),
        ({"frames": [FRAME | {"find": "(?P<opening>包+)(?P<closing>括)"}]}, "frames", "上限"),
        ({"patterns": [{"anchors": ["的…"], "tokens": [{"ORTH": "的"}]}]}, "patterns", "都要有词"),
        (
            {"patterns": [{"anchors": ["的"], "tokens": [{"ORTH": "的"}], "point": [0, 1]}]},
            "patterns",
            "point",
        ),
        ({"patterns": [{"anchors": ["的"], "tokens": [{"ORTH": "的", "OP": "{3,2}"}]}]}, "patterns", "太小"),
        (
            {"patterns": [{"anchors": ["的"], "tokens": [{"LENGTH": 2, "OP": "{0,60}"}] * 3}]},
            "patterns",
            "太大",
        ),
        ({"frames": [{"find": "(?P<opening>由)", "right": "", "having": ["组成"]}]}, "frames", "closing"),
        ({"frames": [{**FRAME, "having": []}]}, "frames", "至少要有一个词"),
        ({"frames": [{**FRAME, "having": ["组成", ""]}]}, "frames", "至少要有一个词"),
        ({"frames": [{**FRAME, "unless": ["(a+)+b"]}]}, "frames", ""),
    ],
)
def test_bad_patterns_are_refused(given: dict[str, Any], key: str, said: str) -> None:
    refused = objection(options(given))
    assert refused is not None
    assert (refused[0], said in refused[1].zh) == (key, True)


@pytest.mark.parametrize("operator", ["*", "+", "{2,}", "{,3}x", "{100}"])
def test_repetitions_have_a_limit(operator: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        options({"patterns": [{"anchors": ["的"], "tokens": [{"ORTH": "的", "OP": operator}]}]})


def test_spacy_is_imported_only_where_a_clause_holds_all_anchors() -> None:
    script = f"""
import sys
from linter.readers.from_txt import parse
from linter.analysis import analyse
from tests.checks.test_tokens import SWAP, options
from linter.checks.tokens import check
for text in ("加强培训，加大力度。", "加强公开力度。"):
    list(check(analyse(parse({TITLE!r} + text)), options(SWAP)))
    print("spacy" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("unit", ["加强公开力度", "加强公开力度，", "加强", "力度", "加强“公开力度”《，"])
def test_the_time_stays_in_step_with_the_text(unit: str) -> None:
    assert growth(check, options(SWAP), lambda size: report_of(unit, size), 40_000) < 8


@pytest.mark.parametrize("unit", ["包括组成", "包括", "包括部分组成由", "包括部分组成。"])
def test_the_time_of_frames_stays_in_step_with_the_text(unit: str) -> None:
    assert growth(check, options({"frames": [FRAME]}), lambda size: report_of(unit, size), 40_000) < 8
