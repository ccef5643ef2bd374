"""Two reports beside each other: what was copied is shown, where, and what was changed in it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.compare import compare, to_html, to_text
from linter.similarity.corpus import shipped
from tests.browser import CHROMIUM, MISSING, opened
from tests.calling import call
from tests.similarity.writing import HEADINGS, own, read, report, sentences

SPAN = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}},
}
SIDE = {"type": "object", "required": ["path", "unit", "level", "year"]}
SHARE = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
SIMILARITY = {
    "type": "object",
    "additionalProperties": False,
    "required": ["boilerplate", "previous", "largest_unit", "any_unit", "residual", "compared_chars"],
    "properties": {
        **dict.fromkeys(("boilerplate", "previous", "largest_unit", "any_unit", "residual"), SHARE),
        "compared_chars": {"type": "integer"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["schema", "tool", "a", "b", "shared", "similarity", "matches"],
    "properties": {
        "schema": {"const": "nianbao-compare/1"},
        "a": SIDE,
        "b": SIDE,
        "similarity": {
            "type": "object",
            "required": ["a", "b"],
            "properties": {"a": SIMILARITY, "b": SIMILARITY},
        },
        "matches": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["a", "b", "kind", "changes"],
                "properties": {
                    "a": SPAN,
                    "b": SPAN,
                    "kind": {"enum": ["same", "edited"]},
                    "changes": {
                        "type": "array",
                        "items": {"type": "object", "required": ["a", "b", "from", "to"]},
                    },
                },
            },
        },
    },
}
COPIED = [
    "青禾镇把渡口的修缮账目写成大字36条，请石匠念给船工听",
    "2023年鱼塘边立木牌，注明清点用工12个，货郎可随时核对",
    "教员与木匠一道丈量晒场，费用逐笔张贴",
]
CHANGED = [
    one.replace("青禾", "石桥").replace("2023", "2024").replace("36", "58").replace("货郎", "牧童")
    for one in COPIED
]


def texts() -> tuple[str, str]:
    """Two reports of different towns; the second copied one topic, names and numbers changed."""
    first = {heading: sentences(n, 4) for n, heading in enumerate(HEADINGS)}
    second = {heading: sentences(n + 50, 4) for n, heading in enumerate(HEADINGS)}
    first[HEADINGS[2]], second[HEADINGS[1]] = COPIED, CHANGED
    return report("青禾镇", 2023, first, sentences(8, 4)), report("石桥镇", 2024, second, sentences(58, 4))


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in zip(("a.txt", "b.txt"), texts(), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*argv: str) -> tuple[int, str, str]:
    """Status, output and errors of `nianbao compare`."""
    return call("compare", *argv)


def value() -> Any:
    """The comparison of `a.txt` and `b.txt` as JSON."""
    return json.loads(run("a.txt", "b.txt", "-f", "json")[1])


def test_exactly_the_copied_topic_is_shown_with_what_was_changed(files: Path) -> None:
    found = value()
    jsonschema.validate(found, SCHEMA)
    a, b = ((files / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt"))
    (match,) = found["matches"]
    assert a[match["a"]["start"] : match["a"]["end"]] == "。".join(COPIED)
    assert b[match["b"]["start"] : match["b"]["end"]] == "。".join(CHANGED)
    assert [(one["from"], one["to"]) for one in match["changes"]] == [
        ("青禾", "石桥"),
        ("36", "58"),
        ("2023", "2024"),
        ("货郎", "牧童"),
    ]
    assert [b[one["b"]["start"] : one["b"]["end"]] for one in match["changes"]] == [
        "石桥",
        "58",
        "2024",
        "牧童",
    ]


def test_how_much_of_each_is_shared_is_said_both_ways(files: Path) -> None:  # noqa: ARG001
    found = value()
    total = [found["similarity"][side]["compared_chars"] for side in "ab"]
    chars = found["matches"][0]["chars"] + 2  # 货郎 is between
    assert [found["shared"][side] for side in "ab"] == pytest.approx([chars / one for one in total], abs=0.01)
    assert [found["similarity"][side]["largest_unit"] for side in "ab"] == [
        found["shared"][side] for side in "ab"
    ]


def test_the_text_marks_what_was_changed(files: Path) -> None:  # noqa: ARG001
    status, said, _ = run("a.txt", "b.txt")
    assert (status, "【石桥】镇把渡口的修缮账目写成大字【58】条" in said) == (0, True)
    assert "疑似雷同，供核查" in said
    assert "1 stretches, 1 of them changed" in run("a.txt", "b.txt", "--lang", "en")[1]


def test_own_last_year_is_called_so() -> None:
    text = own("青禾镇", 2023, 1)
    found = compare(read(text), read(text.replace("2023", "2024")), shipped())
    assert (found.years, found.similarity_b.previous, found.similarity_b.largest_unit) == (True, 1.0, None)
    assert (found.similarity_a.previous, found.similarity_a.largest_unit) == (None, 1.0)


def test_what_is_not_alike_is_said_to_be_so() -> None:
    found = compare(read(own("青禾镇", 2024, 1)), read(own("石桥镇", 2024, 2)), shipped())
    shown = to_text.render(compare(read(own("青禾镇", 2024, 1)), read("空"), shipped()), "zh").decode()
    assert (found.shared_b < 0.2, "没有发现相同的段落" in shown) == (True, True)


def test_the_page_links_each_stretch_both_ways_in_one_colour(files: Path) -> None:  # noqa: ARG001
    page = run("a.txt", "b.txt", "-f", "html")[1]
    anchors, links = re.findall(r'id="([ab]\d+)"', page), set(re.findall(r'href="#([ab]\d+)"', page))
    assert (sorted(anchors), links) == (["a1", "b1"], {"a1", "b1"})
    assert re.findall(r'<sup id="[ab]1" class="(c\d)">', page) == ["c0", "c0"]
    assert re.findall(r"<ins>(.*?)</ins>", page) == [
        "青禾",
        "36",
        "2023",
        "货郎",
        "石桥",
        "58",
        "2024",
        "牧童",
    ]
    assert re.findall(r"https?://|<script", page) == []


def test_the_page_shows_the_whole_text_of_both() -> None:
    a, b = texts()
    page = to_html.render(compare(read(a.replace("水车", "<b>&")), read(b)), "zh").decode()
    shown = re.sub(r"<sup.*?</sup>|<[^>]+>", "", page.partition("<main")[2])
    assert [line.replace("水车", "&lt;b&gt;&amp;") in shown for line in a.splitlines()] == [True] * len(
        a.splitlines()
    )


@pytest.mark.parametrize(
    ("argv", "zh"),
    [
        (["a.txt"], "要给出两份报告"),
        (["a.txt", "b.txt", "a.txt"], "要给出两份报告"),
        (["a.txt", "no.txt"], "no.txt：没有这个文件"),
        (["a.txt", "note.txt"], "note.txt：不像政府信息公开工作年度报告"),
        (["a.txt", "b.txt", "-f", "pdf"], "-f 不能是 pdf"),
    ],
)
def test_what_cannot_be_compared_is_told(files: Path, argv: list[str], zh: str) -> None:
    (files / "note.txt").write_text("今天开会。\n", encoding="utf-8")
    status, said, told = run(*argv)
    assert (status, said, zh in told or told) == (2, "", True)


@pytest.mark.skipif(CHROMIUM is None, reason=MISSING)
def test_the_page_loads_in_a_browser_and_a_picture_is_kept(files: Path) -> None:
    run("a.txt", "b.txt", "-f", "html", "-o", "compare.html")
    elements, said = opened(files / "compare.html", files / "profile", "--dump-dom")
    assert (said, elements.count("<ins>")) == ([], 8)
    picture = Path(__file__).parent.parent.parent / "artefacts" / "compare.png"
    picture.parent.mkdir(exist_ok=True)
    opened(files / "compare.html", files / "profile", "--window-size=1400,1000", f"--screenshot={picture}")
    assert picture.read_bytes().startswith(b"\x89PNG")
