"""Handlers for a report that is open: hover, code actions, outline, folding, how it stands."""

from collections.abc import Sequence

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from linter.lsp import actions, outline
from linter.lsp.linting import Linted, fixed
from linter.lsp.markdown import about_finding, as_text
from linter.lsp.session import Session
from linter.model.document import Span
from linter.model.errors import LinterError

_KINDS = [lsp.CodeActionKind.QuickFix, actions.FIX_ALL]


def add_reports(server: LanguageServer, session: Session) -> None:
    """Let the server answer about reports."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        """All there is to know about the findings at a place."""
        linted = await session.desk.linted(params.text_document.uri)
        return _hover(linted, params.position, session) if linted else None

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=_KINDS))
    async def code_actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        """What can be done about the findings of a range."""
        linted = await session.desk.linted(params.text_document.uri)
        if linted is None:
            return []
        return [*_for_findings(linted, params, session), *await _for_all(linted, params, session)]

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(
        params: lsp.DocumentSymbolParams,
    ) -> Sequence[lsp.DocumentSymbol] | Sequence[lsp.SymbolInformation] | None:
        """The outline."""
        linted = await session.desk.linted(params.text_document.uri)
        if linted is None:
            return None
        return outline.symbols(linted) if session.client.hierarchy else outline.flat_symbols(linted)

    @server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folds(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange] | None:
        """What can be folded."""
        linted = await session.desk.linted(params.text_document.uri)
        return outline.folds(linted) if linted else None

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    async def lenses(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        """How the report stands, above its title."""
        uri = params.text_document.uri
        outcome, _ = await session.desk.outcome(uri)
        return session.lenses(uri, outcome)


def _hover(linted: Linted, position: lsp.Position, session: Session) -> lsp.Hover | None:
    at = linted.lines.offset(position)
    found = [one for one in linted.findings if _covers(linted.document.source_span(one.span), at)]
    if not found:
        return None
    said = [about_finding(linted.document, one, linted.rules.get(one.rule), session.lang) for one in found]
    text = "\n\n---\n\n".join(said)
    markdown = session.client.markdown
    kind = lsp.MarkupKind.Markdown if markdown else lsp.MarkupKind.PlainText
    content = lsp.MarkupContent(kind, text if markdown else as_text(text))
    return lsp.Hover(content, linted.range(found[0].span))


def _covers(place: Span, at: int) -> bool:
    """Whether the character at `at` belongs to it; of an empty place, the one behind it."""
    return place.start <= at < max(place.end, place.start + 1)


def _for_findings(linted: Linted, params: lsp.CodeActionParams, session: Session) -> list[lsp.CodeAction]:
    if not _wanted(lsp.CodeActionKind.QuickFix, params):
        return []
    span = Span(linted.lines.offset(params.range.start), linted.lines.offset(params.range.end))
    found = actions.at(linted, span)
    told, client, lang = params.context.diagnostics, session.client, session.lang
    return [
        *(made for one in found for made in actions.fixes(linted, one, told, client, lang)),
        *(made for one in found for made in actions.letting_pass(linted, one, told, client, lang)),
        *(made for one in found for made in actions.explaining(linted, one, told, lang)),
    ]


async def _for_all(linted: Linted, params: lsp.CodeActionParams, session: Session) -> list[lsp.CodeAction]:
    """Fixing all takes several rounds of linting, so it is not made ready for each move of the cursor."""
    by_itself = params.context.trigger_kind == lsp.CodeActionTriggerKind.Automatic
    asked = params.context.only is not None and _wanted(actions.FIX_ALL, params)
    if not _wanted(actions.FIX_ALL, params) or (by_itself and not asked) or not actions.can_fix_all(linted):
        return []
    try:
        made = await session.worker.run(lambda pause: fixed(linted, session.desk.shelf, pause))
    except LinterError:  # the settings have changed since
        return []
    kinds = (actions.FIX_ALL,) if asked else (lsp.CodeActionKind.QuickFix, actions.FIX_ALL)
    return [
        one for kind in kinds for one in actions.fixing_all(linted, made, kind, session.client, session.lang)
    ]


def _wanted(kind: str, params: lsp.CodeActionParams) -> bool:
    """Whether the editor asked for actions of that kind; it may name a wider one."""
    only = params.context.only
    return only is None or any(one in ("", kind) or kind.startswith(f"{one}.") for one in map(_value, only))


def _value(kind: lsp.CodeActionKind | str) -> str:
    return str(getattr(kind, "value", kind))
