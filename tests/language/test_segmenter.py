"""Words: jieba's own, with the field's terms and a report's names, from a cache that can only cost time."""

import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from linter.language.lexicon import checksum, pack, stored, terms_in, unpack
from linter.language.segmenter import spans, tag, words
from linter.language.with_jieba import TERMS, Segmenter, jieba, lexicon
from linter.model.document import Span

ROOT = Path(__file__).parents[2]
NAMES = ("湖镇镇", "青禾镇", "云溪县", "柳泉乡人民政府", "𠮷野乡", "甲A镇", "龘龘村", "政府信息")
ODD = """www.example.gov.cn 12.5% 1,234 𠮷 𠀀𠀁 﨑 e-mail C++ A股 〇 ２０２４ 😀 《 》 ， 。 、 x_y 100+ № 㐀 龥 鿕 鿖 1.2.3 & T恤 -"""
BLANK = (" ", "　", "\r\n", "\n", "\t")
SAY = (
    "from linter.language.segmenter import words; print('/'.join(words('我市主动公开政府信息公开指南，𠮷')))"
)
SAID = "我市/主动公开/政府信息公开指南/，/𠮷"


def large_text(seed: int, length: int) -> str:
    """Words of the dictionary, odd strings, names and characters at random."""
    chance = random.Random(seed)
    lines = Path(str(jieba.__file__)).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    odd = (*ODD.split(), *BLANK)
    known = [line.partition(" ")[0] for line in lines]

    def parts() -> Iterator[str]:
        size = 0
        while size < length:
            unknown = "".join(chr(chance.randint(0x4E00, 0x9FD5)) for _ in range(chance.randint(1, 6)))
            choices = (chance.choice(known), chance.choice(odd), chance.choice(NAMES), unknown)
            part = chance.choices(choices, weights=(60, 15, 10, 15))[0]
            size += len(part)
            yield part

    return "".join(parts())


def cut_by_jieba(text: str, added: Iterable[str]) -> list[str]:
    """The words by jieba itself, its dictionary loaded in its own way, with words added to it."""
    tokenizer = jieba.Tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    for word in added:
        tokenizer.add_word(word)
    return list(tokenizer.cut(text))


@pytest.fixture(scope="module")
def text() -> str:
    return large_text(seed=1, length=130_000)


def run(folder: str, code: str = SAY, **environment: str) -> subprocess.CompletedProcess[str]:
    """A fresh process in which every warning is an error."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={"NIANBAO_CACHE_DIR": folder, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


def test_a_large_text_is_cut_as_jieba_cuts_it(text: str) -> None:
    assert len(text.encode()) > 300_000
    assert list(words(text)) == cut_by_jieba(text, terms_in(TERMS))


def test_names_are_cut_as_jieba_cuts_words_added_to_it(text: str) -> None:
    added = (*terms_in(TERMS), *sorted(NAMES))
    assert list(words(text, frozenset(NAMES))) == cut_by_jieba(text, added)


def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_terms_of_the_field_are_words() -> None:
    assert words("依申请公开政府信息不收取信息处理费") == (
        "依申请公开",
        "政府信息",
        "不",
        "收取",
        "信息处理费",
    )


def test_every_term_is_one_word_by_itself() -> None:
    assert [term for term in terms_in(TERMS) if words(term) != (term,)] == []


def test_a_reports_own_names_are_words_in_it_only() -> None:
    text = "湖镇镇镇村两级公开栏"
    assert words(text, frozenset({"湖镇镇"})) == ("湖镇镇", "镇村", "两级", "公开栏")
    assert words(text) != words(text, frozenset({"湖镇镇"}))


def test_what_is_no_word_is_no_name() -> None:
    assert words("主动公开", frozenset({"", "主"})) == words("主动公开")


def test_spans_are_gapless() -> None:
    assert spans("主动公开 12条") == (Span(0, 4), Span(4, 5), Span(5, 7), Span(7, 8))
    assert spans("") == ()


def test_the_part_of_speech_is_the_dictionarys() -> None:
    assert [tag(word) for word in ("进一步", "加强", "和", "政府信息公开", "龘龘")] == [
        "d",
        "v",
        "c",
        "n",
        "",
    ]


def test_a_run_of_unknown_characters_takes_time_in_step_with_its_length() -> None:
    segmenter = Segmenter(lexicon())

    def cost(length: int) -> float:
        start = time.process_time()
        assert sum(map(len, segmenter.cut("丂" * length))) == length
        return time.process_time() - start

    cost(1_000)
    assert cost(40_000) < 20 * max(cost(4_000), 0.01)


def test_a_lexicon_comes_back_as_it_was_packed() -> None:
    found = unpack(memoryview(pack({"政府": 5, "政府信": 0, "公开": 2}, {"政府": "n", "公开": "v"}, 7)))
    assert found is not None
    assert (found.total, [found.frequency(word) for word in ("政府", "公开", "公", "私")]) == (
        7,
        [5, 2, 0, None],
    )
    assert [found.tag(word) for word in ("政府", "公开", "公")] == ["n", "v", ""]


@pytest.mark.parametrize("cut", [0, 10, 24, 40, -1])
def test_a_lexicon_cut_short_is_not_read(cut: int) -> None:
    assert unpack(memoryview(pack({"政府": 5}, {"政府": "n"}, 5)[:cut])) is None


def test_a_lexicon_with_any_byte_changed_is_not_read() -> None:
    data = pack({"政府": 5}, {"政府": "n"}, 5)
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1
        assert unpack(memoryview(changed)) is None


def test_the_key_changes_with_what_it_is_made_of() -> None:
    assert len({checksum((b"ab", b"c")), checksum((b"a", b"bc")), checksum((b"ab", b"d"))}) == 3


def test_nothing_is_kept_where_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    assert stored("key") is None


def test_two_processes_that_build_at_once_get_the_same_words_silently(tmp_path: Path) -> None:
    folder, shared = tmp_path / "cache", tmp_path / "shared"
    shared.mkdir()
    environment = {"NIANBAO_CACHE_DIR": str(folder), "PYTHONIOENCODING": "utf-8", "TMPDIR": str(shared)}
    command = [sys.executable, "-W", "error", "-c", SAY]
    both = [
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            encoding="utf-8",
        )
        for _ in range(2)
    ]
    assert [one.communicate() for one in both] == [(SAID + "\n", "")] * 2
    assert [path.suffix for path in folder.iterdir()] == [".bin"]
    assert list(shared.iterdir()) == []


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    assert run(str(tmp_path)).stdout == SAID + "\n"
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:1_000_000] + bytes(1000) + whole[1_001_000:])
    again = run(str(tmp_path))
    assert (again.stdout, again.stderr, kept.read_bytes() == whole) == (SAID + "\n", "", True)


def test_without_a_place_for_the_cache_words_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run(str(tmp_path / "file" / "cache"))
    assert (done.stdout, done.stderr) == (SAID + "\n", "")
