"""The nearest configuration counts, from the file's folder upward."""

from pathlib import Path

import pytest

from linter.config.find import finder, has_table

from .conftest import Write

OURS = "[tool.nianbao]\n"


def test_the_nearest_file_counts(write: Write) -> None:
    top, near = write("nianbao.toml", ""), write("a/b/nianbao.toml", "")
    (near.parent / "c").mkdir()
    find = finder()
    assert [find(Path(one)) for one in (".", "a", "a/b", "a/b/c", "no/such/folder")] == [
        top,
        top,
        near,
        near,
        top,
    ]


def test_our_own_file_goes_before_the_shared_one(write: Write) -> None:
    shared = write("a/pyproject.toml", OURS)
    ours = write("b/nianbao.toml", "")
    write("b/pyproject.toml", OURS)
    find = finder()
    assert (find(Path("a")), find(Path("b"))) == (shared, ours)


def test_a_project_that_says_nothing_of_us_is_passed_by(write: Write) -> None:
    top = write("nianbao.toml", "")
    write("a/pyproject.toml", '[project]\nname = "nianbao-reports"\n[tool.other]\nuse = "nianbao"\n')
    assert finder()(Path("a")) == top


@pytest.mark.parametrize(
    ("text", "is_ours"),
    [
        ("[tool.nianbao]", True),
        ('[ tool . "nianbao" ]', True),
        ("[tool]\nother = 1\nnianbao = {}", True),
        ("[tool.nianbao.severities]", True),
        ("tool.nianbao.lang = 'en'", True),
        ("[tool.nianbao-web]", False),
        ("# tool.nianbao", False),
        ("[tool.nianbao\n", True),  # a slip: whoever reads it will say so
        ("[tool.other\n", False),
    ],
)
def test_a_shared_file_is_ours_if_it_has_our_table(write: Write, text: str, is_ours: bool) -> None:
    assert has_table(write("pyproject.toml", text)) is is_ours


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert finder()(tmp_path) is None


def test_a_folder_of_that_name_is_no_file(folder: Path) -> None:
    (folder / "nianbao.toml").mkdir()
    assert finder()(folder) is None
