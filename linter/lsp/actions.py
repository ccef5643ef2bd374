"""What can be done about findings: fix one, fix all, let one pass, explain its rule."""

from collections.abc import Iterator, Sequence

from lsprotocol.types import CodeAction, CodeActionKind, Command, Diagnostic

from linter.fixing import fixable
from linter.language.names import advice
from linter.lsp.changes import changes, workspace_edit
from linter.lsp.client import Client
from linter.lsp.linting import Linted
from linter.lsp.passing import REASON, comment
from linter.model.document import Span
from linter.model.finding import Edit, Finding, Fix, Words
from linter.model.pieces import source_edits
from linter.pipeline.fixes import Fixed

FIX_ALL = "source.fixAll.nianbao"
FIXED_IN_PLACE = ("txt", "md")
"""Formats whose source is their text; in a page, only what stands unbroken there can be edited."""

_UNSAFE = Words("（可能改变意思，请核对）", " (may change the meaning; check it)")


def at(linted: Linted, span: Span) -> tuple[Finding, ...]:
    """The findings that touch a span of the source; of an empty span also those it stands beside."""
    found = ((linted.document.source_span(one.span), one) for one in linted.findings)
    return tuple(one for place, one in found if place.start <= span.end and span.start <= place.end)


def fixes(
    linted: Linted, finding: Finding, told: Sequence[Diagnostic], client: Client, lang: str
) -> Iterator[CodeAction]:
    """The finding's fix. A safe one is preferred; any other says that it may change the meaning."""
    fix = finding.fix
    if fix is None or not _in_source(linted, fix):
        return
    edits = [part for edit in fix.edits for part in source_edits(linted.document, edit)]
    safe = fix.safe and bool(fixable(linted.result.report, [finding], unsafe=False))
    title = ("；" if lang == "zh" else "; ").join(advice(linted.document, one).say(lang) for one in fix.edits)
    yield CodeAction(
        title=title if safe else title + _UNSAFE.say(lang),
        kind=CodeActionKind.QuickFix,
        diagnostics=_own(told, finding, linted),
        is_preferred=safe,
        edit=workspace_edit(linted.of, edits, linted.lines, versions=client.versions),
    )


def letting_pass(
    linted: Linted, finding: Finding, told: Sequence[Diagnostic], client: Client, lang: str
) -> Iterator[CodeAction]:
    """Let it pass, with a reason: the editor asks for it, or the comment shows where it belongs."""
    edit = comment(linted, finding, REASON[lang], lang)
    if edit is None:
        return
    title = Words(f"放过这一处 {finding.rule}（写明原因）", f"Let this {finding.rule} pass (say why)").say(
        lang
    )
    action = CodeAction(title, kind=CodeActionKind.QuickFix, diagnostics=_own(told, finding, linted))
    if "suppress" in client.asks:
        action.command = Command(title, "nianbao.suppress", arguments=[linted.of.uri, finding.fingerprint])
    else:
        action.edit = workspace_edit(linted.of, [edit], linted.lines, versions=client.versions)
    yield action


def explaining(
    linted: Linted, finding: Finding, told: Sequence[Diagnostic], lang: str
) -> Iterator[CodeAction]:
    """Show the rule's page."""
    title = Words(f"说明规则 {finding.rule}", f"Explain the rule {finding.rule}").say(lang)
    yield CodeAction(
        title,
        kind=CodeActionKind.QuickFix,
        diagnostics=_own(told, finding, linted),
        command=Command(title, "nianbao.explain", arguments=[finding.rule, linted.of.uri]),
    )


def fixing_all(linted: Linted, made: Fixed, kind: str, client: Client, lang: str) -> Iterator[CodeAction]:
    """All safe fixes together, as `check --fix` makes them; nothing where there are none."""
    if made.after == made.before:
        return
    number = len(made.fixes)
    title = Words(f"改正全部可以放心改的（{number} 处）", f"Fix all that is safe to fix ({number})").say(lang)
    edits = changes(made.before, made.after)
    edit = workspace_edit(linted.of, edits, linted.lines, versions=client.versions)
    yield CodeAction(title, kind=kind, edit=edit)


def can_fix_all(linted: Linted) -> bool:
    """Whether there is anything that can be fixed safely, in a format that is fixed in place."""
    found = linted.document.format in FIXED_IN_PLACE
    return found and bool(fixable(linted.result.report, linted.findings, unsafe=False))


def _in_source(linted: Linted, fix: Fix) -> bool:
    """Whether the source has the edited text as it is."""
    document = linted.document
    if document.format in FIXED_IN_PLACE:
        return True
    plain = not any(char in edit.text for edit in fix.edits for char in "<>&")
    return plain and all(_unbroken(linted, edit) for edit in fix.edits)


def _unbroken(linted: Linted, edit: Edit) -> bool:
    place = linted.document.source_span(edit.span)
    return linted.document.source[place.start : place.end] == linted.document[edit.span]


def _own(told: Sequence[Diagnostic], finding: Finding, linted: Linted) -> list[Diagnostic]:
    """The diagnostics of the request that are of this finding."""
    place = linted.range(finding.span)
    return [one for one in told if one.code == finding.rule and one.range == place]
