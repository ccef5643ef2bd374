"""`check --fix`, `--unsafe-fixes` and `--diff`: what is written, what is shown, and with which exit status."""

import io
from pathlib import Path

import pytest

from tests.calling import RIGHT, SELECT, WRONG, call, write

DIFF = """\
--- wrong.txt
+++ wrong.txt
@@ -3,10 +3,10 @@
 一、总体情况
 （一）主动公开。全年主动公开政府信息36条。
 （二）依申请公开。全年未收到政府信息公开申请。
-（三）政府信息管理。一是完善台账，二是及时更新，二是定期清理。
+（三）政府信息管理。一是完善台账，二是及时更新，三是定期清理。
 二、主动公开政府信息情况
 本年度没有制发规章。
 五、存在的主要问题及改进情况
-个别栏目更新不及时，已于十月补齐
+个别栏目更新不及时，已于十月补齐。
 六、其他需要报告的事项
 本年度未收取信息处理费。
"""
SKIPPED = RIGHT.replace("三是定期", "四是定期")


@pytest.fixture(autouse=True)
def folder(work: Path) -> Path:
    """A folder to work in, with a wrong report."""
    write("wrong.txt", WRONG)
    return work


def test_fixes_are_written_and_what_is_left_is_reported(folder: Path) -> None:
    status, output, errors = call("check", "wrong.txt", "--fix", *SELECT)
    assert (status, errors, "已修复 2 处\n" in output, "建议" in output) == (0, "", True, False)
    assert (folder / "wrong.txt").read_text(encoding="utf-8") == RIGHT
    assert [one.name for one in folder.iterdir()] == ["wrong.txt"]


def test_without_it_nothing_is_written_and_the_summary_says_what_could_be(folder: Path) -> None:
    (folder / "skipped.txt").write_text(SKIPPED, encoding="utf-8")
    status, output, _ = call("check", ".", *SELECT)
    assert (status, (folder / "wrong.txt").read_text(encoding="utf-8")) == (1, WRONG)
    assert "[*] 有 2 处可用 --fix 修复（另有 1 处要加 --unsafe-fixes）\n" in output
    assert "[*] 有 3 处可用 --fix 修复\n" in call("check", ".", "--unsafe-fixes", *SELECT)[1]


def test_what_has_another_reading_is_fixed_on_request_only(folder: Path) -> None:
    path = folder / "wrong.txt"
    path.write_text(SKIPPED, encoding="utf-8")
    assert (
        "已修复 0 处\n[*] 有 1 处可用 --fix --unsafe-fixes 修复"
        in call("check", "wrong.txt", "--fix", *SELECT)[1]
    )
    assert path.read_text(encoding="utf-8") == SKIPPED
    assert call("check", "wrong.txt", "--fix", "--unsafe-fixes", *SELECT)[0] == 0
    assert path.read_text(encoding="utf-8") == RIGHT


def test_a_diff_is_shown_and_nothing_written(folder: Path) -> None:
    for more in ([], ["--fix"]):
        assert call("check", "wrong.txt", "--diff", *SELECT, *more) == (1, DIFF, "nianbao: 可修复 2 处\n")
    assert (folder / "wrong.txt").read_text(encoding="utf-8") == WRONG
    assert call("check", "wrong.txt", "--diff", "--exit-zero", *SELECT)[0] == 0
    (folder / "wrong.txt").write_text(RIGHT, encoding="utf-8")
    assert call("check", "wrong.txt", "--diff", *SELECT) == (0, "", "nianbao: 没有可修复的\n")


def test_a_diff_names_what_could_not_be_read() -> None:
    status, output, errors = call("check", "none.txt", "wrong.txt", "--diff", *SELECT)
    assert (status, output, errors.startswith("nianbao: none.txt: ")) == (2, DIFF, True)


def test_a_diff_keeps_line_ends_and_says_where_the_last_is_missing(folder: Path) -> None:
    text = WRONG.replace("\n", "\r\n").removesuffix("\r\n").removesuffix("。")
    (folder / "wrong.txt").write_bytes(text.encode())
    output = call("check", "wrong.txt", "--diff", *SELECT)[1]
    assert " 本年度未收取信息处理费\n\\ No newline at end of file\n" in output
    assert "+个别栏目更新不及时，已于十月补齐。\r\n" in output


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("gb18030", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
    ],
)
def test_encoding_and_line_ends_stay(folder: Path, encoding: str, mark: bytes, ends: str) -> None:
    wrong, right = (mark + text.replace("\n", ends).encode(encoding) for text in (WRONG, RIGHT))
    (folder / "wrong.txt").write_bytes(wrong)
    assert call("check", "wrong.txt", "--fix", *SELECT)[0] == 0
    assert (folder / "wrong.txt").read_bytes() == right


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig", "gbk"])
def test_a_named_encoding_stays_too(folder: Path, name: str) -> None:
    (folder / "wrong.txt").write_bytes(WRONG.encode(name))
    assert call("check", "wrong.txt", "--fix", "--encoding", name, *SELECT)[0] == 0
    assert (folder / "wrong.txt").read_bytes() == RIGHT.encode(name)


def test_what_cannot_be_written_back_as_it_was_is_left_alone(folder: Path) -> None:
    data = WRONG.encode() + b"\xff"
    (folder / "wrong.txt").write_bytes(data)
    status, output, _ = call("check", "wrong.txt", "--fix", "--encoding", "utf-8", *SELECT)
    assert (status, (folder / "wrong.txt").read_bytes() == data) == (2, True), output


def test_a_link_is_followed_and_the_rights_of_the_file_stay(folder: Path) -> None:
    (folder / "wrong.txt").chmod(0o640)
    (folder / "link.txt").symlink_to("wrong.txt")
    assert call("check", "link.txt", "--fix", *SELECT)[0] == 0
    told = ((folder / "link.txt").is_symlink(), (folder / "wrong.txt").stat().st_mode & 0o777)
    assert (*told, (folder / "wrong.txt").read_text(encoding="utf-8")) == (True, 0o640, RIGHT)


def test_the_fixed_text_of_standard_input_goes_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    status, output, errors = call("check", "-", "--fix", *SELECT)
    assert (status, output, "已修复 2 处" in errors) == (0, RIGHT, True)


def test_other_formats_are_not_changed_and_that_is_said(folder: Path) -> None:
    page = "".join(f"<p>{line}</p>\n" for line in WRONG.split("\n"))
    (folder / "page.html").write_text(page, encoding="utf-8")
    status, _, errors = call("check", "page.html", "--fix", *SELECT)
    assert (status, errors) == (1, "nianbao: --fix 只修改 txt、md 和 docx，有 1 个文件没有改：page.html\n")
    assert (folder / "page.html").read_text(encoding="utf-8") == page


def test_a_programs_output_stays_alone_on_standard_output() -> None:
    _, output, errors = call("check", "wrong.txt", "--fix", "-f", "json", *SELECT)
    assert (output.startswith("{"), errors) == (True, "nianbao: 已修复 2 处\n")
