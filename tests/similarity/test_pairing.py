"""Two texts: what is the same is found, however it was moved, cut and changed."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.similarity.masking import masked
from linter.similarity.pairing import Run, covered, pair, shared
from tests.similarity.writing import HEADINGS, read, report, sentences

ONE = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def share(one: str, other: str) -> float:
    """How much of the running text of one report stands in another's."""
    a, b = masked(read(one)), masked(read(other))
    return covered((run.start, run.end) for run in pair(a.text, b.text)) / len(a.text)


def test_a_copy_with_a_character_changed_is_one_stretch() -> None:
    changed = ONE[:10] + "改" + ONE[11:]
    assert pair("天地玄黄" + ONE + "宇宙", "洪荒" + changed) == (Run(4, 26, 2, 24, 21),)


def test_what_is_short_is_no_copy() -> None:
    assert pair("公开信息的渡口" + ONE[:13], ONE[:13] + "修缮了一座水车") == ()
    assert pair("#条#条#条#条#条#条#条#条", "#条#条#条#条#条#条#条#条") == ()


@pytest.mark.parametrize("seed", range(5))
def test_moving_splitting_and_merging_sentences_hides_nothing(seed: int) -> None:
    said = sentences(seed, 12)
    moved = random.Random(seed).sample(said, len(said))
    first = report("青禾镇", 2023, {HEADINGS[0]: said})
    reordered = report("柳泉乡", 2024, {HEADINGS[0]: moved[:6], HEADINGS[2]: moved[6:]})
    cut = first.replace("，", "。").replace("青禾镇", "柳泉乡")
    merged = first.replace("。", "，").replace("青禾镇", "柳泉乡").replace("公开，", "公开。")
    assert [share(one, first) >= 0.97 for one in (reordered, cut, merged)] == [True] * 3


def test_numbers_names_and_years_may_be_changed() -> None:
    said = [
        "2023年青禾镇公开渡口修缮信息36条，由老会计装订成册",
        "云溪县青禾镇人民政府的水车每逢雨季由木匠清点三次",
    ]
    first = report("青禾镇", 2023, {HEADINGS[0]: said})
    copy = first.replace("青禾", "石桥").replace("云溪", "桐川").replace("2023", "2024").replace("36", "107")
    assert share(copy, first) == 1.0


def test_a_stretch_is_parted_where_a_paragraph_ends_in_either() -> None:
    said = sentences(3, 4)
    a = masked(read(report("青禾镇", 2023, {HEADINGS[0]: said[:2], HEADINGS[1]: said[2:]})))
    b = masked(read(report("青禾镇", 2023, {HEADINGS[0]: said[:3], HEADINGS[1]: said[3:]})))
    (found,) = shared(b, a)
    lengths = [part.end - part.start for part in found.parts]
    assert (found.run.equal, sum(lengths), len(lengths)) == (len(b.text), len(b.text), 3)


@given(st.text("甲乙丙#", max_size=80), st.text("甲乙丙#", max_size=80))
def test_what_is_told_is_the_same_in_both(one: str, other: str) -> None:
    for run in pair(one, other, least=8):
        if not run.edited:
            assert one[run.start : run.end] == other[run.other_start : run.other_end]
        assert 8 <= run.equal <= run.end - run.start


@given(st.text("甲乙丙丁", min_size=20, max_size=120))
def test_a_text_is_all_in_itself(text: str) -> None:
    assert covered((run.start, run.end) for run in pair(text, text)) == len(text)


@pytest.mark.parametrize("unit", ["的", "政府信息公开", "甲乙丙丁戊己庚辛"])
def test_time_grows_with_the_length_on_what_repeats_itself(unit: str) -> None:
    short, long = (min(_seconds(unit * (size // len(unit))) for _ in range(2)) for size in (10_000, 40_000))
    assert long / max(short, 0.05) < 8


def _seconds(text: str) -> float:
    begun = process_time()
    pair(text, text[1:])
    return process_time() - begun
