"""A corpus as it lies in a file: what is in it is found, what is damaged is told."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.bundled import CORPORA
from linter.corpus.phrases import phrase_corpus, said
from linter.model.errors import UsageError
from linter.similarity.corpus import SHIPPED, About, Held, load, packed, shipped
from linter.similarity.index import from_bytes, indexed, to_bytes
from linter.similarity.pairing import covered

ABOUT = About("x", {"zh": "试", "en": "x"}, "1", "", "", 11, (Held("青禾镇", 2023, "a.txt", 12),))
TEXT = "甲乙丙丁戊己庚辛壬癸子\n天地玄黄宇宙洪荒日月盈昃"


@given(
    st.text("甲乙丙丁戊", min_size=13, max_size=60),
    st.text("甲乙丙丁戊己", max_size=40),
    st.text("己庚", max_size=9),
)
def test_thirteen_characters_of_the_text_are_found_wherever_they_stand(
    known: str, before: str, after: str
) -> None:
    index, text = indexed(known), before + known[:13] + after
    runs = list(index.runs(text))
    assert all(text[start:end] == known[place : place + end - start] for start, end, place in runs)
    assert covered((start, end) for start, end, _ in runs) >= 8


@given(st.text("甲乙丙\n", max_size=50))
def test_a_table_comes_back_from_its_bytes(text: str) -> None:
    index = indexed(text)
    assert from_bytes(text, to_bytes(index)) == index


def test_characters_beyond_the_first_plane_do_not_shift_anything() -> None:
    index = indexed("甲乙丙丁戊己庚辛壬癸子丑")
    assert [(start, end) for start, end, _ in index.runs("𠮷𠮷天甲乙丙丁戊己庚辛壬癸子丑𠮷")] == [(3, 15)]


def test_a_corpus_knows_whose_a_character_is(tmp_path: Path) -> None:
    (tmp_path / "x.corpus").write_bytes(packed(ABOUT, TEXT))
    corpus = load(tmp_path / "x.corpus")
    assert (corpus.report_at(3), corpus.report_at(12), corpus.text_of(0)) == (None, 0, TEXT[12:])
    assert corpus.about == ABOUT


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (b"", "不是语料库"),
        (b"other 1\nx", "不是语料库"),
        (packed(ABOUT, TEXT)[:-1], "已损坏"),
        (packed(ABOUT, TEXT) + b"x", "已损坏"),
    ],
)
def test_what_is_no_corpus_or_damaged_is_refused(tmp_path: Path, data: bytes, zh: str) -> None:
    (tmp_path / "x.corpus").write_bytes(data)
    with pytest.raises(UsageError, match=zh):
        load(tmp_path / "x.corpus")


def test_a_corpus_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="读不了语料库"):
        load(tmp_path / "no.corpus")


def test_the_shipped_corpus_is_what_its_texts_make(update: bool) -> None:
    data = packed(*phrase_corpus(CORPORA / "stock"))
    if update:
        SHIPPED.write_bytes(data)
    assert SHIPPED.read_bytes() == data


def test_the_shipped_corpus_is_large_enough_and_soon_there(tmp_path: Path) -> None:
    copy = tmp_path / "copy.corpus"  # which has not been read yet
    copy.write_bytes(SHIPPED.read_bytes())
    begun = process_time()
    corpus = load(copy)
    loaded = process_time()
    packed(*phrase_corpus(CORPORA / "stock"))
    assert loaded - begun < (process_time() - loaded) / 10  # than making it; some hundredth
    assert (corpus.about.stock > 24_000, shipped()[0].checksum == corpus.checksum) == (True, True)


def test_every_two_alternatives_that_can_meet_do() -> None:
    assert sorted(said("把{甲|乙}{丙|丁}好")) == ["把乙丁好", "把乙丙好", "把甲丁好", "把甲丙好"]
    assert len(list(said("{甲|乙}天{丙|丁}"))) == 4
    assert list(said("{甲|乙}天地玄黄宇宙洪荒{丙|丁}")) == [
        "甲天地玄黄宇宙洪荒丙",
        "甲天地玄黄宇宙洪荒丁",
        "乙天地玄黄宇宙洪荒丙",
    ]


def test_braces_that_do_not_pair_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_bytes((CORPORA / "stock" / "corpus.yaml").read_bytes())
    (tmp_path / "a.txt").write_text("甲\n{乙|丙\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.txt:2"):
        phrase_corpus(tmp_path)
