"""What would bring a lesser server down: spoilt texts, long lines, an end in the middle of work."""

import asyncio
from pathlib import Path

import pytest
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.conftest import SERVER
from tests.lsp.editor import Document, Editor
from tests.lsp.reports import FAULTS, faulty

pytestmark = pytest.mark.asyncio

LONG = 200_000


def long_report() -> str:
    """A report of more than 200 kB."""
    lines = faulty().split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("在𠮷庄村"))
    more = [f"第{n}次公开政府信息，方便群众查阅办事指南。" for n in range(4000)]
    return "\n".join([*lines[:at], *more, *lines[at:]])


async def opened(editor: Editor, text: str, name: str = "") -> Document:
    """A document with its diagnostics."""
    document = editor.open(text, name)
    await document.diagnostics()
    return document


async def test_a_report_with_nul_bytes_is_told_to_be_none_and_does_not_hang(vscode: Editor) -> None:
    document = await opened(vscode, faulty().replace("公开", "公\x00开"))
    status = await vscode.run("nianbao.status", document.uri)
    assert document.told == [] and "文本里不会出现的字符" in status["fault"]
    document.change(faulty())
    await document.diagnostics()
    assert document.faults() == FAULTS


async def test_half_a_character_does_no_harm(vscode: Editor) -> None:
    document = vscode.open(faulty())
    document.change(faulty().replace("梳理公开事项", "梳理\ud842公开事项"))
    await document.diagnostics()
    assert len(document.told) >= len(FAULTS)


async def test_one_line_of_200_kb_does_not_hang(vscode: Editor) -> None:
    long = "".join(f"编号{number}，" for number in range(LONG // 14))
    document = await opened(vscode, faulty().replace("在𠮷庄村", f"{long}在𠮷庄村"))
    assert "，，" in {text for _, text in document.found()}
    whole = await opened(vscode, faulty().replace("\n", "") * 8)
    assert await vscode.run("nianbao.status", whole.uri)


async def test_a_newer_text_ends_the_work_on_the_older(vscode: Editor) -> None:
    document = vscode.open(long_report())
    await asyncio.sleep(0.02)
    document.change(faulty())
    await document.diagnostics()
    assert document.faults() == FAULTS


async def test_a_report_of_200_kb_can_be_edited(vscode: Editor) -> None:
    text = long_report()
    assert len(text.encode()) > LONG
    document = await opened(vscode, text)
    for number in range(10):
        document.change(text + "\n" * number)
        await asyncio.sleep(0.01)
    await document.diagnostics()
    assert [text for _, text in document.found() if text in FAULTS] == list(FAULTS)


async def test_a_server_killed_in_the_middle_of_work_is_started_again_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    client = await begun(tmp_path)
    client.open(long_report())
    await asyncio.sleep(0.02)
    server = client.client._server
    assert server is not None
    server.kill()
    await server.wait()
    await client.client.stop()  # type: ignore[no-untyped-call]
    again = await begun(tmp_path)
    document = await opened(again, faulty())
    assert document.faults() == FAULTS
    await again.client.shutdown_session()
    await again.client.stop()  # type: ignore[no-untyped-call]


async def begun(folder: Path) -> Editor:
    """An editor with a new server."""
    client = await ClientServerConfig(server_command=SERVER).start()
    assert isinstance(client, LanguageClient)
    editor = Editor(client, folder)
    await editor.begin(client_capabilities("neovim@0.7.0"))
    return editor
