"""Files and folders that the user may not read or write: each is named, and what is beside it is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calling import RIGHT, SELECT, WRONG, call, write
from tests.rights import as_others


@pytest.fixture(autouse=True)
def folder(work: Path) -> Iterator[Path]:
    """Reports, one of them in a folder of its own, and files of other kinds."""
    write("reports/new.txt", RIGHT)
    write("reports/wrong.txt", WRONG)
    write("reports/closed/old.txt", RIGHT.replace("2024", "2023"))
    for name in ("nianbao.toml", "b.json", "own/wording/ours.yaml"):
        write(name, "")
    yield work
    for one in (work, *work.rglob("*")):
        one.chmod(0o700)


def called(*argv: str) -> tuple[int, str, str]:
    """`nianbao <argv>` by somebody who is not root."""
    return as_others(call, *argv)


@pytest.mark.parametrize("mode", [0o000, 0o100])
def test_a_folder_that_cannot_be_listed_is_not_passed_over(mode: int) -> None:
    Path("reports/closed").chmod(mode)
    status, output, errors = called("check", "reports", *SELECT)
    assert (status, errors, "reports/closed: 没有读取权限 [permission]" in output) == (2, "", True)
    assert "reports/wrong.txt:6:" in output


@pytest.mark.parametrize(
    ("closed", "mode"), [("reports/new.txt", 0o000), ("reports", 0o400), ("reports", 0o000)]
)
def test_a_report_that_may_not_be_read_fails_alone(closed: str, mode: int) -> None:
    beside = write("beside.txt", WRONG)
    Path(closed).chmod(mode)
    status, output, errors = called("check", str(beside), "reports/new.txt", *SELECT)
    assert (status, errors, "reports/new.txt: 没有读取权限 [permission]" in output) == (2, "", True)
    assert "beside.txt:6:" in output


def test_a_folder_that_cannot_be_listed_has_no_place_in_the_ranking() -> None:
    Path("reports/closed").chmod(0o000)
    status, output, errors = called("rank", "reports", "-o", "out")
    assert (status, errors.splitlines()[0]) == (2, "nianbao: reports/closed: 没有读取权限")
    assert "reports/closed" in Path("out/ranking.json").read_text("utf-8")
    assert output.endswith("out/index.html\n")


def test_a_corpus_is_told_of_the_folder_it_lacks() -> None:
    Path("reports/closed").chmod(0o000)
    status, _, errors = called("corpus", "build", "reports", "-o", "our.corpus")
    assert (status, errors) == (2, "nianbao: reports/closed：没有读取权限，没有用它\n")


@pytest.mark.parametrize(
    ("closed", "argv", "said"),
    [
        ("reports", "corpus build reports -o our.corpus", "reports：没有读取这个文件夹的权限"),
        ("b.json", "check reports/new.txt --baseline b.json", "b.json：读不了（没有权限）"),
        ("b.json", "check reports/new.txt --corpus b.json", "读不了语料库 b.json：没有权限"),
        ("b.json", "check reports/new.txt --units b.json", "b.json：读不了（没有权限）"),
        ("nianbao.toml", "check reports/new.txt", "nianbao.toml：读不了（没有权限）"),
        ("nianbao.toml", "config show", "nianbao.toml：读不了（没有权限）"),
        ("own", "rules test own", "own：读不了（没有权限）"),
        ("own/wording", "rules test own", "own/wording：读不了（没有权限）"),
        (
            "reports/closed",
            "check reports/new.txt --previous reports/closed",
            "--previous reports/closed：没有读取这个文件夹的权限",
        ),
        (
            "reports/closed",
            "check reports/new.txt --previous reports/closed/old.txt",
            "--previous reports/closed/old.txt：没有读取权限",
        ),
        (
            "reports/closed",
            "check reports/new.txt --config reports/closed/n.toml",
            "reports/closed/n.toml：读不了（没有权限）",
        ),
        (
            "reports/closed",
            "rank reports/new.txt -o out --previous reports/closed/old.txt",
            "reports/closed/old.txt：读写不了（没有权限）",
        ),
        ("reports", "config show reports/new.txt", "reports/new.txt：读写不了（没有权限）"),
    ],
)
def test_what_may_not_be_read_is_named(closed: str, argv: str, said: str) -> None:
    Path(closed).chmod(0o000)
    assert called(*argv.split()) == (2, "", f"nianbao: {said}\n")


@pytest.mark.parametrize(("closed", "mode"), [("reports/wrong.txt", 0o444), ("reports", 0o500)])
def test_a_report_that_may_not_be_written_is_named(closed: str, mode: int) -> None:
    Path(closed).chmod(mode)
    status, output, errors = called("check", "reports/wrong.txt", "--fix", *SELECT)
    assert (status, errors) == (2, "")
    assert "reports/wrong.txt: 没有写入权限，没有修改 [permission]" in output
    assert Path("reports/wrong.txt").read_text("utf-8") == WRONG


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ("check reports/new.txt -f json -o found.json", "found.json：没有写入权限"),
        ("baseline create reports", "nianbao-baseline.json：没有写入权限"),
        ("corpus build reports -o our.corpus", "our.corpus：没有写入权限"),
    ],
)
def test_a_folder_that_takes_no_file_is_named(folder: Path, argv: str, said: str) -> None:
    folder.chmod(0o500)
    assert called(*argv.split()) == (2, "", f"nianbao: 写不了 {said}\n")


@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_a_cache_that_may_not_be_used_is_done_without(cache: Path, mode: int) -> None:
    cache.mkdir(mode=mode)
    status, output, errors = called("check", "reports/wrong.txt", *SELECT)
    assert (status, errors, "reports/wrong.txt:6:" in output) == (1, "", True)
