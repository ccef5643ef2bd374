"""What belongs to a session: settings, configurations, asking for diagnostics, commands."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities

from tests.lsp.editor import PATIENCE, Document, Editor
from tests.lsp.reports import FAULTS, faulty, right

pytestmark = pytest.mark.asyncio

CODES = {"duplicate-wording", "enumeration-order", "doubled-mark", "missing-ending"}


async def opened(editor: Editor, text: str, name: str = "") -> Document:
    """A document with its diagnostics."""
    document = editor.open(text, name)
    await document.diagnostics()
    return document


def codes(document: Document) -> set[object]:
    return {one.code for one in document.errors()}


def said(editor: Editor, settings: dict[str, Any] | None) -> None:
    """The editor's user has changed the settings."""
    if settings is not None:
        editor.client.set_configuration(settings, section="nianbao")
    params = lsp.DidChangeConfigurationParams({"nianbao": settings})
    editor.client.workspace_did_change_configuration(params)


async def test_settings_that_the_editor_is_asked_for_count_at_once(vscode: Editor) -> None:
    document = await opened(vscode, faulty())
    assert codes(document) == CODES
    said(vscode, {"ignore": ["numbering", "doubled-mark"], "lang": "en", "profile": "", "python": "py"})
    await document.diagnostics()
    assert codes(document) == {"duplicate-wording", "missing-ending"}
    assert "twice" in document.errors()[0].message
    said(vscode, {"select": "doubled-mark"})
    await document.diagnostics()
    assert codes(document) == {"doubled-mark"}


async def test_settings_that_the_editor_pushes_count_at_once(client: LanguageClient, reports: Path) -> None:
    editor = Editor(client, reports)
    await editor.begin(client_capabilities("neovim@0.7.0"), {"settings": {"select": ["missing-ending"]}})
    document = await opened(editor, faulty())
    assert codes(document) == {"missing-ending"}
    said(editor, {"select": ["doubled-mark"]})
    await document.diagnostics()
    assert codes(document) == {"doubled-mark"}


async def test_a_setting_that_cannot_be_is_told_and_the_editor_goes_on(vscode: Editor) -> None:
    document = await opened(vscode, faulty())
    said(vscode, {"select": 3})
    await document.diagnostics()
    message = vscode.client.messages[-1].message
    assert "nianbao 设置有误：select：应为 文字 或 列表，实为 整数" in message and codes(document) == CODES
    said(vscode, {"select": ["no-such-rule"]})
    await document.diagnostics()
    status = await vscode.run("nianbao.status", document.uri)
    assert "no-such-rule" in status["fault"] and document.told == []


async def test_the_nearest_configuration_counts_and_is_watched(vscode: Editor, reports: Path) -> None:
    folder = reports / "青禾镇 2024"
    folder.mkdir()
    configuration = reports / "nianbao.toml"
    configuration.write_text('ignore = ["enumeration-order"]\n', encoding="utf-8")
    document = await opened(vscode, faulty(), "青禾镇 2024/年报.txt")
    assert codes(document) == CODES - {"enumeration-order"}
    (folder / "nianbao.toml").write_text('select = ["missing-ending"]\n', encoding="utf-8")
    await document.diagnostics()
    assert codes(document) == {"missing-ending"}
    (folder / "nianbao.toml").write_text("select = [", encoding="utf-8")
    await document.diagnostics()
    status = await vscode.run("nianbao.status", document.uri)
    assert document.told == [] and "nianbao.toml:1" in status["fault"]


async def test_who_asks_for_diagnostics_gets_them_and_is_not_pushed_any(
    client: LanguageClient, reports: Path
) -> None:
    editor = Editor(client, reports)
    await editor.begin(client_capabilities("neovim@0.11.0"))
    document = editor.open(faulty())
    full = await pulled(document)
    assert isinstance(full, lsp.RelatedFullDocumentDiagnosticReport)
    document.told = list(full.items)
    assert document.faults() == FAULTS
    same = await pulled(document, full.result_id)
    assert isinstance(same, lsp.RelatedUnchangedDocumentDiagnosticReport)
    document.change(right())
    fresh = await pulled(document, full.result_id)
    assert isinstance(fresh, lsp.RelatedFullDocumentDiagnosticReport) and len(fresh.items) < len(full.items)
    await asyncio.sleep(0.5)
    assert client.diagnostics == {}


async def pulled(document: Document, before: str | None = None) -> lsp.DocumentDiagnosticReport:
    params = lsp.DocumentDiagnosticParams(document.id, previous_result_id=before)
    asked = document.editor.client.text_document_diagnostic_async(params)
    return await asyncio.wait_for(asked, PATIENCE)


async def test_what_was_pushed_to_who_asks_later_is_withdrawn(client: LanguageClient, reports: Path) -> None:
    editor = Editor(client, reports)
    await editor.begin(client_capabilities("neovim@0.11.0"))
    document = await opened(editor, faulty())
    assert codes(document) == CODES
    await pulled(document)
    assert list(client.diagnostics[document.uri]) == []


async def test_a_rule_is_explained_in_a_page_that_is_shown(vscode: Editor) -> None:
    document = await opened(vscode, faulty())
    action = next(one for one in await document.actions(document.errors()[0]) if one.title.startswith("说明"))
    assert action.command is not None
    page = await vscode.run(action.command.command, *(action.command.arguments or ()))
    (shown,) = vscode.client.shown_documents
    assert page.startswith("# 词语重复") and shown.uri.endswith("/duplicate-wording.md")


async def test_an_editor_with_dialogues_of_its_own_is_only_told(
    client: LanguageClient, reports: Path
) -> None:
    editor = Editor(client, reports)
    options = {"asks": ["explain", "suppress"], "status": True}
    await editor.begin(client_capabilities("visual-studio-code"), options)
    applied = applying(client)
    document = await opened(editor, faulty())
    await editor.run("nianbao.explain", "missing-ending")
    assert client.shown_documents == []
    action = next(one for one in await document.actions(document.errors()[0]) if one.title.startswith("放过"))
    assert action.edit is None and action.command is not None
    arguments = [*(action.command.arguments or ()), "沿用<上年>\n的写法"]
    assert await editor.run("nianbao.suppress", *arguments) is True
    assert "<!-- nianbao: ignore duplicate-wording 原因：沿用〈上年〉 的写法 -->" in document.edited(
        applied[0]
    )


def applying(client: LanguageClient) -> list[lsp.WorkspaceEdit]:
    """The edits that the server asks for, from now on."""
    applied: list[lsp.WorkspaceEdit] = []

    @client.feature(lsp.WORKSPACE_APPLY_EDIT)  # type: ignore[untyped-decorator]
    def apply(params: lsp.ApplyWorkspaceEditParams) -> lsp.ApplyWorkspaceEditResult:
        applied.append(params.edit)
        return lsp.ApplyWorkspaceEditResult(True)

    return applied


async def test_all_safe_fixes_are_made_by_a_command(vscode: Editor) -> None:
    applied = applying(vscode.client)
    document = await opened(vscode, faulty())
    assert await vscode.run("nianbao.fixAll", document.uri) >= 1
    assert "，，" not in document.edited(applied[0])


async def test_the_folder_is_checked_with_progress(vscode: Editor, reports: Path) -> None:
    for name, text in (("一.txt", faulty()), ("二.txt", right()), ("通知.txt", "请按时报送。。\n")):
        (reports / name).write_text(text, encoding="utf-8")
    (reports / "坏.pdf").write_bytes(b"%PDF-1.4 nothing")
    told = await vscode.run("nianbao.checkWorkspace")
    (steps,) = vscode.client.progress_reports.values()
    assert (told["reports"], told["counts"]["error"], told["cancelled"]) == (2, 4, False)
    assert [Path(one["path"]).name for one in told["failed"]] == ["坏.pdf"]
    assert isinstance(steps[0], lsp.WorkDoneProgressBegin) and isinstance(steps[-1], lsp.WorkDoneProgressEnd)
    uri = (reports / "一.txt").as_uri()
    assert {one.code for one in vscode.client.diagnostics[uri]} >= CODES
    document = await opened(vscode, right(), "一.txt")
    assert document.faults() == ()


async def test_the_editor_can_end_the_check_of_a_folder(vscode: Editor, reports: Path) -> None:
    for number in range(80):
        (reports / f"{number}.txt").write_text(right(), encoding="utf-8")
    running = asyncio.create_task(vscode.run("nianbao.checkWorkspace"))
    async with asyncio.timeout(PATIENCE):
        while not any(len(steps) > 2 for steps in vscode.client.progress_reports.values()):
            await asyncio.sleep(0.01)
    (token,) = vscode.client.progress_reports
    vscode.client.window_work_done_progress_cancel(lsp.WorkDoneProgressCancelParams(token))
    told = await running
    assert told["cancelled"] and 0 < told["reports"] < 80


async def test_a_web_page_has_its_findings_in_its_source(vscode: Editor) -> None:
    lines = "\n".join(f"<p>{line}</p>" for line in faulty().replace("\f", "").split("\n"))
    document = vscode.open(f"<html><body>\n{lines}\n</body></html>\n", "年报.html", "html")
    await document.diagnostics()
    assert document.faults() == FAULTS
    doubled = next(one for one in document.told if one.code == "doubled-mark")
    fix = next(one for one in await document.actions(doubled) if one.edit and "，" in one.title)
    assert document.edited(fix.edit) == document.text.replace("，，", "，")


async def test_last_years_report_is_found_and_pointed_at(vscode: Editor, reports: Path) -> None:
    before = reports / "上年"
    before.mkdir()
    shifted = right().replace("2021年", "2020年").replace("2022年", "2021年")
    (before / "去年.txt").write_text(shifted, encoding="utf-8")
    document = await opened(vscode, right())
    assert document.faults() == ()
    said(vscode, {"previous": "上年"})
    await document.diagnostics()
    copied = [one for one in document.told if one.code == "copied-from-last-year"]
    places = {each.location.uri for one in document.told for each in one.related_information or ()}
    assert copied and (before / "去年.txt").as_uri() in places


async def test_a_corpus_that_is_not_there_is_told(vscode: Editor) -> None:
    document = await opened(vscode, faulty())
    said(vscode, {"corpus": ["none.corpus"]})
    await document.diagnostics()
    status = await vscode.run("nianbao.status", document.uri)
    assert document.told == [] and "none.corpus" in status["fault"]
