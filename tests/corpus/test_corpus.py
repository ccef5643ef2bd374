"""`nianbao corpus`: a county's own reports become a corpus, and `check` compares with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from linter.similarity.corpus import load
from tests.calling import call
from tests.similarity.writing import TOWNS, own, sentences

LEAD = "按照全县统一安排，今年的公开工作分春耕、汛期、秋收三段推进，每段结束由县里派人到集市听取意见"


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "county").mkdir()
    for number, town in enumerate(TOWNS):
        text = own(town, 2024, number, common=[LEAD])
        (tmp_path / "county" / f"{town}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def checked(*argv: str) -> Any:
    """The one report of `check -f json`."""
    return json.loads(call("check", "--exit-zero", "--no-cache", "-f", "json", *argv)[1])["reports"][0]


def test_a_corpus_is_built_listed_and_the_same_every_time(county: Path) -> None:
    (county / "county" / "note.txt").write_text("今天开会。\n", encoding="utf-8")
    status, said, told = call("corpus", "build", "county", "-o", "a.corpus", "--title", "云溪县2024年")
    assert (status, "报告 30 份" in said, "note.txt" in told) == (2, True, True)
    call("corpus", "build", "county", "-o", "b.corpus", "--name", "a", "--title", "云溪县2024年")
    assert (county / "a.corpus").read_bytes() == (county / "b.corpus").read_bytes()
    listed = call("corpus", "list", "a.corpus")[1].splitlines()
    assert ["stock" in listed[0], "云溪县2024年" in listed[1], len(listed)] == [True, True, 2]


def test_names_are_masked_and_what_most_write_is_stock(county: Path) -> None:
    call("corpus", "build", "county", "-o", "a.corpus")
    corpus = load(county / "a.corpus")
    assert [name for name in ("青禾", "云溪") if name in corpus.index.text] == []
    assert "今年的公开工作分春耕" in corpus.index.text[: corpus.about.stock]


def test_check_names_the_unit_that_a_report_is_alike_to(county: Path) -> None:
    call("corpus", "build", "county", "-o", "a.corpus")
    text = own("云岭乡", 2024, 3, common=[LEAD]).replace("36", "58")
    (county / "new.txt").write_text(text, encoding="utf-8")
    found = checked("new.txt", "--corpus", "a.corpus")
    (finding,) = [one for one in found["findings"] if one["rule"] == "copied-from-peer"]
    assert (f"{TOWNS[3]}人民政府2024年" in finding["message"], finding["severity"]) == (True, "warning")
    assert found["similarity"]["largest_unit"] > 0.8
    assert checked("new.txt")["similarity"]["largest_unit"] is None


def test_nobody_of_the_county_is_blamed_for_its_template(county: Path) -> None:  # noqa: ARG001
    call("corpus", "build", "county", "-o", "a.corpus")
    for town in TOWNS[:3]:
        found = checked(f"county/{town}.txt", "--corpus", "a.corpus")
        assert [one for one in found["findings"] if one["group"] == "originality"] == []
        assert found["similarity"]["largest_unit"] < 0.2


def test_a_configuration_can_name_a_corpus_and_a_share(county: Path) -> None:
    call("corpus", "build", "county", "-o", "a.corpus")
    (county / "new.txt").write_text(own("云岭乡", 2024, 3, common=sentences(77, 4)), encoding="utf-8")
    said = "corpora = ['a.corpus']\n[options.copied-from-peer]\nshare = 0.95\n"
    (county / "nianbao.toml").write_text(said, encoding="utf-8")
    found = checked("new.txt")
    assert 0.5 < found["similarity"]["largest_unit"] < 0.95
    assert [one["rule"] for one in found["findings"] if one["group"] == "originality"] == []
    assert "a.corpus" in call("corpus", "list")[1]


def test_a_changed_corpus_makes_cached_results_old(county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CACHE_DIR", str(county / "cache"))
    (county / "new.txt").write_text(own("云岭乡", 2024, 3), encoding="utf-8")
    shares = []
    for folder in ("county", "few"):
        (county / "few").mkdir(exist_ok=True)
        (county / "few" / "a.txt").write_text(own("青禾镇", 2024, 99), encoding="utf-8")
        call("corpus", "build", folder, "-o", "a.corpus")
        out = call("check", "--exit-zero", "-f", "json", "new.txt", "--corpus", "a.corpus")[1]
        shares.append(json.loads(out)["reports"][0]["similarity"]["largest_unit"] > 0.5)
    assert shares == [True, False]


def test_compare_names_the_reports_of_a_corpus_that_are_nearest(county: Path) -> None:
    call("corpus", "build", "county", "-o", "a.corpus")
    (county / "new.txt").write_text(own("云岭乡", 2024, 3), encoding="utf-8")
    names = (f"county/{TOWNS[0]}.txt", "new.txt", "--corpus", "a.corpus")
    assert f"最相近的报告：{TOWNS[3]}人民政府2024 " in call("compare", *names)[1]
    found = json.loads(call("compare", *names, "-f", "json")[1])["nearest"]
    assert (found[0]["unit"], found[0]["cosine"] > 0.9, len(found)) == (f"{TOWNS[3]}人民政府", True, 3)


def test_a_corpus_that_is_not_there_stops_the_run(county: Path) -> None:  # noqa: ARG001
    status, said, told = call("check", f"county/{TOWNS[0]}.txt", "--corpus", "no.corpus")
    assert (status, said, "读不了语料库 no.corpus" in told) == (2, "", True)


@pytest.mark.parametrize(
    ("argv", "zh"),
    [
        (["build", "county"], "要写明文件夹和输出文件"),
        (["build", "-o", "x.corpus"], "要写明文件夹和输出文件"),
        (["build", "empty", "-o", "x.corpus"], "没有可用的报告"),
        (["build", "no", "-o", "x.corpus"], "没有"),
        (["make"], "corpus 没有 make"),
        (["list", "county/a.txt"], "读不了语料库"),
    ],
)
def test_what_cannot_be_done_is_told(county: Path, argv: list[str], zh: str) -> None:
    (county / "empty").mkdir()
    status, _, told = call("corpus", *argv)
    assert (status, zh in told or told) == (2, True)
