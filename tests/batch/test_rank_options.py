"""What `nianbao rank` is asked in vain is said in a sentence."""

from importlib.util import find_spec
from pathlib import Path
from socket import create_server

import pytest

from tests.batch import county
from tests.batch.conftest import ranked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "要写明报告的文件夹和输出文件夹"),
        (["a"], "要写明报告的文件夹和输出文件夹"),
        (["nowhere", "-o", "out"], "nowhere：没有这个文件或文件夹"),
        (["a", "-o", "out", "--engine", "spark"], "--engine 不能是 spark，可用 local ray"),
        (["a", "-o", "out", "--address", "h:1"], "--address 要和 --engine ray 一起用"),
        (["a", "-o", "out", "--previos", "b"], "是不是 --previous？"),
    ],
)
def test_a_mistake_is_said(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    status, out, err = ranked(*arguments)
    assert (status, out, said in err) == (2, "", True), err
    assert not (tmp_path / "out").exists()


def test_a_folder_without_reports_makes_no_ranking(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("来信收悉，谢谢关心。\n", encoding="utf-8")
    status, _, err = ranked(tmp_path / "letters", "-o", tmp_path / "out", "--no-cache")
    assert (status, "没有一份可以排名的年度报告" in err, (tmp_path / "out").exists()) == (2, True, False)


def test_of_many_files_that_fail_the_first_ten_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "2024"
    folder.mkdir()
    (folder / "1.txt").write_text(county.report(1).text, encoding="utf-8")
    for number in range(13):
        (folder / f"空{number:02}.txt").touch()
    status, out, err = ranked(folder, "-o", tmp_path / "out", "--no-cache")
    said = [f"nianbao: {folder}/空{number:02}.txt: 文件是空的，没有可检查的内容" for number in range(10)]
    assert (status, err.splitlines()) == (2, [*said, "nianbao: 还有 3 个文件，见排名页面"])
    assert "13 个文件未能参评" in out


def closed_port() -> int:
    """A port at which nobody listens."""
    with create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.mark.skipif(find_spec("ray") is None, reason="needs Ray (pip install 'nianbao-lint[cluster]')")
@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1:{port}", "那里没有服务"),
        ("ray://127.0.0.1:{port}", "那里没有服务"),
        ("[::1]:{port}", ""),
        ("127.0.0.1:65536", "端口应在 65535 以内"),
        ("nowhere.invalid:6379", ""),
    ],
)
def test_a_cluster_that_is_not_there_is_said_at_once(address: str, why: str, tmp_path: Path) -> None:
    folder, where = tmp_path / "2024", address.format(port=closed_port())
    folder.mkdir()
    (folder / "1.txt").write_text(county.report(1).text, encoding="utf-8")
    status, _, err = ranked(folder, "-o", tmp_path / "out", "--engine", "ray", "--address", where)
    said = f"nianbao: 连不上 Ray 集群 {where}：{why}"
    assert (status, err.startswith(said), (tmp_path / "out").exists()) == (2, True, False), err


def test_it_speaks_english(tmp_path: Path) -> None:
    folder = tmp_path / "2024"
    folder.mkdir()
    for number in (1, 11):
        (folder / f"{number}.txt").write_text(county.report(number).text, encoding="utf-8")
    status, out, _ = ranked(folder, "-o", tmp_path / "out", "--lang", "en", "--no-cache")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert (status, "2 reports, mean 95.8, best 100.0" in out) == (0, True)
    assert ("<h2>Ranking</h2>" in page, 'lang="en"' in page) == (True, True)


def test_an_output_within_the_folder_is_not_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "2024"
    folder.mkdir()
    (folder / "1.txt").write_text(county.report(1).text, encoding="utf-8")
    assert [ranked(folder, "-o", folder / "out", "--no-cache")[0] for _ in range(2)] == [0, 0]
