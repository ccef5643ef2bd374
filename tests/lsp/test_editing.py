"""A report in each kind of editor: what is found, told, fixed and let pass, and at which characters."""

import asyncio
from functools import cache

import pytest
from lsprotocol import types as lsp

from linter.pipeline import Setup, prepare
from linter.pipeline.one import lint_read
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.lsp.editor import Document, Editor
from tests.lsp.reports import FAULTS, faulty, right

pytestmark = pytest.mark.asyncio(loop_scope="module")


@cache
def setup() -> Setup:
    """The rules that run unless others are asked for."""
    return prepare([one for one in load_rules() if one.on])


def checked(text: str) -> list[tuple[str, str]]:
    """What `check` finds: rule, and text as it stands in the source."""
    result = lint_read(parse(text), setup())
    spans = [(one.rule, result.report.document.source_span(one.span)) for one in result.findings]
    return [(rule, text[span.start : span.end]) for rule, span in spans]


async def opened(editor: Editor, text: str, name: str = "") -> Document:
    """A document with its diagnostics."""
    document = editor.open(text, name)
    await document.diagnostics()
    return document


async def test_the_diagnostics_are_the_findings_of_check_under_the_same_characters(editor: Editor) -> None:
    document = await opened(editor, faulty())
    assert document.found() == checked(document.text)
    assert document.faults() == FAULTS


@pytest.mark.parametrize("end", ["\r\n", "\r"])
async def test_other_line_ends_change_nothing(editor: Editor, end: str) -> None:
    document = await opened(editor, faulty().replace("\n", end))
    assert document.faults() == FAULTS


async def test_a_byte_order_mark_changes_nothing(editor: Editor) -> None:
    document = await opened(editor, "\ufeff" + faulty())
    assert document.faults() == FAULTS


async def test_a_diagnostic_names_rule_severity_and_places_that_bear_on_it(editor: Editor) -> None:
    document = await opened(editor, faulty())
    one = document.errors()[1]
    related = [(document.at(each.location.range), each.message) for each in one.related_information or ()]
    page = one.code_description.href if one.code_description else ""
    assert (one.code, one.source, one.severity) == (
        "enumeration-order",
        "nianbao",
        lsp.DiagnosticSeverity.Error,
    )
    can = editor.client.capabilities
    shows = can and can.text_document and can.text_document.publish_diagnostics
    assert shows
    assert related == ([("二是", "前一项也是“二是”")] if shows.related_information else [])
    assert page.endswith("/rules/numbering/enumeration-order.yaml") == bool(shows.code_description_support)


async def test_hover_tells_message_reason_basis_and_examples(editor: Editor) -> None:
    document = await opened(editor, faulty())
    told = await document.hover(document.errors()[1].range.start)
    assert all(
        word in told for word in ("“二是”重复", "为什么", "依据", "错误示例", "正确示例", "enumeration-order")
    )
    assert await document.hover(lsp.Position(0, 0)) == ""


async def test_a_fix_changes_the_wrong_words_and_nothing_else(editor: Editor) -> None:
    document = await opened(editor, faulty())
    doubled = next(one for one in document.told if one.code == "doubled-mark")
    fix = next(one for one in await document.actions(doubled) if one.edit and "，" in one.title)
    assert (fix.kind, fix.is_preferred) == (lsp.CodeActionKind.QuickFix, True)
    assert document.edited(fix.edit) == document.text.replace("，，", "，")


async def test_a_fix_that_may_change_the_meaning_says_so_and_is_not_preferred(editor: Editor) -> None:
    document = await opened(editor, faulty())
    actions = [one for each in document.told for one in await document.actions(each)]
    unsafe = [one for one in actions if "请核对" in one.title]
    assert unsafe and not any(one.is_preferred for one in unsafe)


async def test_fixing_all_makes_what_check_fix_makes(editor: Editor) -> None:
    from linter.pipeline.fixes import fix

    document = await opened(editor, faulty())
    (action,) = await document.actions(document.told[0], only=["source.fixAll"])
    wanted = fix(document.text, lambda text: lint_read(parse(text), setup()), unsafe=False).after
    assert action.kind == "source.fixAll.nianbao"
    assert document.edited(action.edit) == wanted != document.text
    document.change(document.edited(action.edit))
    assert len(await document.diagnostics()) < len(FAULTS)


async def test_a_finding_is_let_pass_by_a_comment_and_no_other_with_it(editor: Editor) -> None:
    document = await opened(editor, faulty())
    before = document.found()
    for number in range(len(before)):
        actions = await document.actions(document.told[number])
        action = next(one for one in actions if one.title.startswith("放过"))
        kept = Document(editor, document.uri, document.edited(action.edit), document.version)
        document.change(kept.text)
        await document.diagnostics()
        assert document.found() == [*before[:number], *before[number + 1 :]]
        document.change(faulty())
        await document.diagnostics()


async def test_a_closed_file_has_no_findings_and_a_reopened_one_has_them_again(editor: Editor) -> None:
    document = await opened(editor, faulty())
    document.close()
    params = await editor.client.wait_for_notification("textDocument/publishDiagnostics")
    assert (params.uri, list(params.diagnostics)) == (document.uri, [])
    again = await opened(editor, right())
    assert again.faults() == ()
    again.change(faulty())
    await again.diagnostics()
    assert again.faults() == FAULTS


async def test_two_hundred_edits_in_two_seconds_end_in_the_right_diagnostics(editor: Editor) -> None:
    document = await opened(editor, right())
    whole = faulty()
    for number in range(199):
        document.change(whole[: len(whole) * number // 199])
        await asyncio.sleep(0.01)
    document.change(whole)
    await document.diagnostics()
    assert document.found() == checked(whole)


async def test_text_that_is_no_report_brings_nothing(editor: Editor) -> None:
    document = await opened(editor, "关于报送年度报告的通知\n\n各乡镇：\n请按时报送。。\n", "通知.txt")
    assert document.found() == []


async def test_the_outline_has_sections_and_topics_and_folds(editor: Editor) -> None:
    document = await opened(editor, faulty())
    found = await editor.client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document.id))
    (top,) = found or ()
    assert isinstance(top, lsp.DocumentSymbol)
    sections = [one.name[:2] for one in top.children or ()]
    assert sections == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert len((top.children or [])[0].children or ()) == 5
    folds = await editor.client.text_document_folding_range_async(lsp.FoldingRangeParams(document.id))
    assert len(folds or ()) >= 12


async def test_the_lens_above_the_title_tells_score_and_grade(editor: Editor) -> None:
    document = await opened(editor, faulty())
    (lens,) = await editor.client.text_document_code_lens_async(lsp.CodeLensParams(document.id)) or ()
    assert lens.command is not None and "分（" in lens.command.title and "4 个错误" in lens.command.title
    page = await editor.run(lens.command.command, *(lens.command.arguments or ()))
    assert page.startswith("# ") and "`duplicate-wording`" in page
