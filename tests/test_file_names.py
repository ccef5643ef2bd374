"""Files whose names are no UTF-8, as from a ZIP of a Chinese Windows: they are linted and ranked as others are, and
their names are shown as somebody wrote them."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from linter.readers.folders import files
from linter.readers.naming import shown
from tests.batch import county
from tests.batch.apart import MANY, ROOT
from tests.calling import RIGHT, SELECT, WRONG, call, write

FOLDER = os.fsdecode("报告".encode("gb18030"))
FORMATS = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html", "markdown"]


def named(name: str) -> str:
    """A path below the folder, every part of it in GB18030."""
    return f"{FOLDER}/{os.fsdecode(name.encode('gb18030'))}"


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """Two short reports, one wrong, in a folder that has a name like theirs."""
    try:
        write(named("甲.txt"), RIGHT)
        write(named("乙.txt"), WRONG)
    except OSError:
        pytest.skip("this file system takes only names in Unicode")
    return work


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("报告/甲.txt".encode(), "报告/甲.txt"),
        ("报告/甲.txt".encode("gb18030"), "报告/甲.txt"),
        ("报告/".encode() + "甲.txt".encode("gb18030"), "报告/甲.txt"),
        (b"a/\xff.txt", "a/\\xff.txt"),
    ],
)
def test_names_are_shown_part_by_part(data: bytes, told: str) -> None:
    assert shown(os.fsdecode(data)) == told


def test_two_files_that_would_show_one_name_have_two() -> None:
    write(f"{FOLDER}/甲.txt", RIGHT)
    assert [one.name.rpartition("/")[2] for one in files(FOLDER)] == [
        "甲.txt",
        "\\xbc\\xd7.txt",
        "\\xd2\\xd2.txt",
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_names_them(form: str) -> None:
    status, output, errors = call("check", FOLDER, "-f", form, *SELECT)
    plain = "%E6%8A%A5%E5%91%8A/%E4%B9%99.txt" if form == "sarif" else "报告/乙.txt"
    assert (status, errors, plain in output) == (1, "", True)


def test_one_that_is_not_there_is_named_once() -> None:
    status, output, _ = call("check", named("丙.txt"), "-f", "json")
    failed = json.loads(output)["failed"]
    assert (status, [(one["path"], one["reason"]) for one in failed]) == (
        2,
        [("报告/丙.txt", "没有这个文件或文件夹")],
    )


def test_standard_input_can_have_such_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    status, output, _ = call("check", "-", "--stdin-filename", named("丁.txt"), "-f", "json", *SELECT)
    assert (status, json.loads(output)["reports"][0]["path"]) == (1, "报告/丁.txt")


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_they_are_compared(form: str) -> None:
    status, output, errors = call("compare", named("甲.txt"), named("乙.txt"), "-f", form)
    assert (status, errors, "报告/甲.txt" in output) == (0, "", True)


def test_they_are_fixed_and_accepted() -> None:
    assert call("baseline", "create", FOLDER, *SELECT)[0] == 0
    assert call("check", FOLDER, "--baseline", "nianbao-baseline.json", *SELECT)[0] == 0
    assert call("check", FOLDER, "--fix", *SELECT)[0] == 0
    assert Path(named("乙.txt")).read_text("utf-8") == RIGHT


def test_a_corpus_of_them_can_be_called_like_them() -> None:
    status, output, errors = call("corpus", "build", FOLDER, "-o", named("语料.corpus"), "--name", FOLDER)
    assert (status, errors, output.endswith("报告/语料.corpus\n")) == (0, "", True)
    assert call("corpus", "list", named("语料.corpus"))[1].splitlines()[-1].startswith("报告 ")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_they_are_ranked_by_this_process_and_by_others(jobs: str) -> None:
    for number in range(4):
        text = county.report(number).text
        write(named(f"{number}号.txt"), text)
        write(
            named(f"{number}号抄.txt"),
            text.replace(county.report(number).unit.root, "东南西北"[number] + "陵"),
        )
    run = f"{MANY if jobs == '2' else ''}\nfrom linter.__main__ import run\nrun()"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            run,
            "rank",
            FOLDER,
            "-o",
            "out",
            "--previous",
            FOLDER,
            "--jobs",
            jobs,
            "--no-cache",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    told = json.loads(Path("out/ranking.json").read_bytes())
    lines = [one for one in done.stderr.splitlines() if not one.startswith("nianbao: 上年报告")]
    twice = "nianbao: 报告/乙.txt: 同一单位还有 报告/甲.txt（2024年），以它为准"
    assert (done.returncode, lines) == (2, [twice])
    assert {one["path"] for one in told["ranking"]} >= {f"报告/{n}号.txt" for n in range(4)}
    assert list(Path("out/pairs").glob("*.html"))


def test_a_ranking_is_not_put_where_other_programs_cannot_find_it() -> None:
    status, _, errors = call("rank", FOLDER, "-o", named("out"))
    assert (status, "路径不是 UTF-8，请换一个文件夹" in errors) == (2, True)
