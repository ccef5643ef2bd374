"""What the editor can tell the server to do (`workspace/executeCommand`)."""

import tempfile
from pathlib import Path
from typing import Any

from lsprotocol.types import ApplyWorkspaceEditParams, ShowDocumentParams, WorkspaceEdit
from pygls.lsp.server import LanguageServer

from linter.lsp.changes import changes, workspace_edit
from linter.lsp.folder import check_folders
from linter.lsp.linting import Linted, fixed
from linter.lsp.markdown import about_rule, as_text
from linter.lsp.passing import comment
from linter.lsp.session import Session
from linter.lsp.standing import page, status
from linter.model.errors import LinterError, UsageError
from linter.rulebook import load_rules
from linter.rulebook.selection import named


def add_commands(server: LanguageServer, session: Session) -> None:
    """Let the server answer to them. Each is called with the URI of a document, or as it says."""

    @server.command("nianbao.explain")
    async def explain(rule: str, *uri: str) -> str | None:
        """The page of a rule, as Markdown; shown, unless the editor does that itself."""
        outcome, _ = await session.desk.outcome("".join(uri))
        own = tuple(outcome.rules.values()) if isinstance(outcome, Linted) else ()
        try:
            found = named(own or load_rules(), rule)
        except UsageError as error:
            session.show(error.say(session.lang))
            return None
        return await _shown(session, "explain", f"{rule}.md", about_rule(found, session.lang))

    @server.command("nianbao.score")
    async def score(uri: str) -> str | None:
        """Where the points of a report went, as Markdown; shown, unless the editor does that itself."""
        linted = await session.desk.linted(uri)
        if linted is None:
            return None
        return await _shown(session, "score", "nianbao.md", page(linted, session.lang))

    @server.command("nianbao.status")
    async def standing(uri: str) -> dict[str, Any] | None:
        """How a report stands, or why it could not be checked."""
        outcome, _ = await session.desk.outcome(uri)
        return status(outcome, session.lang) if outcome else None

    @server.command("nianbao.fixAll")
    async def fix_all(uri: str) -> int:
        """Make all fixes that are safe; how many there were."""
        linted = await session.desk.linted(uri)
        if linted is None:
            return 0
        try:
            made = await session.worker.run(lambda pause: fixed(linted, session.desk.shelf, pause))
        except LinterError as error:
            session.show(error.say(session.lang))
            return 0
        edits = tuple(changes(made.before, made.after))
        if edits:
            await _apply(
                session, workspace_edit(linted.of, edits, linted.lines, versions=session.client.versions)
            )
        return len(made.fixes) if edits else 0

    @server.command("nianbao.suppress")
    async def suppress(uri: str, fingerprint: str, *reason: str) -> bool:
        """Let the finding of that fingerprint pass, for that reason; whether it was there."""
        linted = await session.desk.linted(uri)
        found = [one for one in linted.findings if one.fingerprint == fingerprint] if linted else []
        edit = comment(linted, found[0], "".join(reason), session.lang) if linted and found else None
        if linted is None or edit is None:
            return False
        await _apply(
            session, workspace_edit(linted.of, [edit], linted.lines, versions=session.client.versions)
        )
        return True

    @server.command("nianbao.checkWorkspace")
    async def check_workspace() -> dict[str, Any]:
        """Lint all reports in the open folders, and show what is found."""
        return await check_folders(session)


async def _apply(session: Session, edit: WorkspaceEdit) -> None:
    await session.server.workspace_apply_edit_async(ApplyWorkspaceEditParams(edit, "nianbao"))


async def _shown(session: Session, command: str, name: str, markdown: str) -> str:
    """Show a page, unless the editor does so itself: as a file, or where it can show none as a message."""
    if command in session.client.asks:
        return markdown
    if session.client.shows:
        folder = Path(tempfile.mkdtemp(prefix="nianbao-"))
        file = folder / name
        file.write_text(markdown, encoding="utf-8")
        await session.server.window_show_document_async(ShowDocumentParams(file.as_uri(), take_focus=True))
    else:
        session.show(as_text(markdown))
    return markdown
