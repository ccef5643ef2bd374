"""An editor for tests: opens, changes and closes documents, and reads ranges by its own arithmetic."""

import ast
import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

PATIENCE = 30
_CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
_NUMBERS = count(1)
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass
class Document:
    """A document in the editor."""

    editor: "Editor"
    uri: str
    text: str = ""
    version: int = 0
    told: list[lsp.Diagnostic] = field(default_factory=list)

    def change(self, text: str) -> None:
        """Put another text in its place."""
        self.text, self.version = text, self.version + 1
        self.editor.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.version, self.uri),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self) -> None:
        """Close it."""
        self.editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(self.id))

    @property
    def id(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)

    async def diagnostics(self) -> list[lsp.Diagnostic]:
        """What is pushed for the text as it is now."""
        while True:
            wait = self.editor.client.wait_for_notification("textDocument/publishDiagnostics")
            params = await asyncio.wait_for(wait, PATIENCE)
            if params.uri == self.uri and params.version == self.version:
                self.told = list(params.diagnostics)
                return self.told

    def at(self, place: lsp.Range) -> str:
        """What stands in a range."""
        return self.text[self.offset(place.start) : self.offset(place.end)]

    def offset(self, position: lsp.Position) -> int:
        """The offset of a position, counted as the editor counts."""
        starts = [0, *(match.end() for match in _BREAK.finditer(self.text))]
        encoding = self.editor.encoding
        data = self.text[starts[position.line] :].encode(_CODECS[encoding])
        before = data[: position.character * _WIDTH[encoding]].decode(_CODECS[encoding])
        return starts[position.line] + len(before)

    def position(self, offset: int) -> lsp.Position:
        """The position of an offset."""
        starts = [0, *(match.end() for match in _BREAK.finditer(self.text))]
        line = max(n for n, start in enumerate(starts) if start <= offset)
        data = self.text[starts[line] : offset].encode(_CODECS[self.editor.encoding])
        return lsp.Position(line, len(data) // _WIDTH[self.editor.encoding])

    def found(self) -> list[tuple[object, str]]:
        """Rule and text of each diagnostic."""
        return [(one.code, self.at(one.range)) for one in self.told]

    def faults(self) -> tuple[str, ...]:
        """The texts of errors and warnings."""
        return tuple(self.at(one.range) for one in self.errors())

    def errors(self) -> list[lsp.Diagnostic]:
        """The diagnostics but for those that are mere notes."""
        return [one for one in self.told if one.severity != lsp.DiagnosticSeverity.Information]

    async def actions(self, one: lsp.Diagnostic, only: Sequence[str] | None = None) -> list[lsp.CodeAction]:
        """What can be done about a diagnostic."""
        context = lsp.CodeActionContext([one], only=only, trigger_kind=lsp.CodeActionTriggerKind.Invoked)
        params = lsp.CodeActionParams(self.id, one.range, context)
        found = await self.editor.client.text_document_code_action_async(params)
        return [_action(one) for one in found or ()]

    async def hover(self, position: lsp.Position) -> str:
        """What is told of a place; empty if nothing is."""
        params = lsp.HoverParams(self.id, position)
        found = await self.editor.client.text_document_hover_async(params)
        return found.contents.value if found and isinstance(found.contents, lsp.MarkupContent) else ""

    def edited(self, edit: lsp.WorkspaceEdit | None) -> str:
        """The text after an edit of this document only."""
        assert edit is not None
        edits: list[Any] = []
        for uri, own in (edit.changes or {}).items():
            assert uri == self.uri
            edits += own
        for change in edit.document_changes or ():
            assert isinstance(change, lsp.TextDocumentEdit)
            assert (change.text_document.uri, change.text_document.version) == (self.uri, self.version)
            edits += change.edits
        text = self.text
        for one in sorted(edits, key=lambda each: self.offset(each.range.start), reverse=True):
            text = text[: self.offset(one.range.start)] + one.new_text + text[self.offset(one.range.end) :]
        return text


@dataclass
class Editor:
    """A client that has begun a session; `encoding` is what was agreed on."""

    client: LanguageClient
    folder: Path
    encoding: str = "utf-16"

    async def begin(self, capabilities: lsp.ClientCapabilities, options: Any = None) -> lsp.InitializeResult:
        """Begin a session in the folder."""
        root = self.folder.as_uri()
        answer = await self.client.initialize_session(
            lsp.InitializeParams(
                capabilities=capabilities,
                root_uri=root,
                workspace_folders=[lsp.WorkspaceFolder(root, "reports")],
                initialization_options=options,
            )
        )
        agreed = answer.capabilities.position_encoding or "utf-16"
        self.encoding = str(getattr(agreed, "value", agreed))
        return answer

    def open(self, text: str, name: str = "", language: str = "plaintext") -> Document:
        """Open a document of that name in the folder; of one that no other has, if none is given."""
        name = name or f"年报 {next(_NUMBERS)}.txt"
        document = Document(self, (self.folder / name).as_uri(), text, 1)
        item = lsp.TextDocumentItem(document.uri, language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return document

    async def run(self, command: str, *arguments: Any) -> Any:
        """What a command of the server gives back."""
        params = lsp.ExecuteCommandParams(command, list(arguments))
        return await asyncio.wait_for(self.client.workspace_execute_command_async(params), PATIENCE)


def _action(one: lsp.CodeAction | lsp.Command) -> lsp.CodeAction:
    """The client library takes every action that has a command for a command, and its command for text."""
    if isinstance(one, lsp.CodeAction):
        return one
    inner = ast.literal_eval(one.command)
    return lsp.CodeAction(
        one.title, command=lsp.Command(inner["title"], inner["command"], arguments=inner["arguments"])
    )
