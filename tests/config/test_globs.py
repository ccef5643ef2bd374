"""File patterns mean what people expect."""

import pytest

from linter.config.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/y/a.md", True),
        ("*.md", "x/y/a.txt", False),
        ("drafts/*", "drafts/a.txt", True),
        ("drafts/*", "drafts/x/a.txt", False),
        ("drafts/*", "x/drafts/a.txt", False),
        ("drafts/**", "drafts/x/y/a.txt", True),
        ("drafts/", "drafts/x/a.txt", True),
        ("./drafts/", "drafts/a.txt", True),
        ("drafts/", "drafts", False),
        ("**/drafts/**", "x/drafts/y/a.txt", True),
        ("**/drafts/*.txt", "drafts/a.txt", True),
        ("20??/**/*乡*.docx", "2024/东部/柳泉乡年报.docx", True),
        ("20??/**/*乡*.docx", "2024/柳泉乡年报.docx", True),
        ("20??/**/*乡*.docx", "2024/青禾镇年报.docx", False),
        ("[ab].txt", "b.txt", True),
        ("**", "x/a.txt", True),
        ("**/*", "x/a.txt", True),
    ],
)
def test_a_pattern_means_these_files(pattern: str, path: str, meant: bool) -> None:
    assert matches(pattern, path) is meant


def test_a_pattern_of_many_stars_takes_no_longer() -> None:
    assert matches("**/" * 200 + "x", "a/" * 2_000 + "a") is False
