"""`nianbao lsp`: the handlers of the protocol, each a few lines; what they do stands in the other modules."""

import asyncio
from typing import BinaryIO

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from linter import __version__
from linter.lsp.client import client_of
from linter.lsp.commands import add_commands
from linter.lsp.reports import add_reports
from linter.lsp.session import Session
from linter.lsp.uris import path_of


def serve(lang: str, source: BinaryIO, target: BinaryIO) -> None:
    """Serve one editor, which writes to `source` and reads from `target`, until it says that it is done."""
    server, session = made(lang)
    try:
        server.start_io(source, target)
    finally:
        session.worker.close()


def made(lang: str) -> tuple[LanguageServer, Session]:
    """The server with all its handlers. Documents are always sent whole: the library's way of putting changes
    together goes wrong after form feeds and other characters that it takes for line ends."""
    server = LanguageServer("nianbao", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    session = Session(server, lang)
    _add_start(server, session)
    _add_documents(server, session)
    _add_settings(server, session)
    add_reports(server, session)
    add_commands(server, session)
    return server, session


def _add_start(server: LanguageServer, session: Session) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        """Learn what the editor can do."""
        encoding = server.workspace.position_encoding or "utf-16"
        session.client = client_of(params, encoding)
        session.desk.encoding = session.client.encoding
        if session.client.pulls:
            _add_pulling(server, session)

    @server.feature(lsp.INITIALIZED)
    async def initialized(_: lsp.InitializedParams) -> None:
        """Ask for the settings, and begin to look after files."""
        await asyncio.gather(session.ask_settings(), session.watch())


def _add_documents(server: LanguageServer, session: Session) -> None:
    def put(uri: str) -> None:
        held = server.workspace.get_text_document(uri)
        session.desk.put(session.text(uri, held.source, held.version, held.language_id or "plaintext"))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        """What is open is shown as it is in the editor, no longer as it lies on the disk."""
        uri = params.text_document.uri
        for other in [one for one in session.from_disk if path_of(one) == path_of(uri)]:
            session.from_disk.discard(other)
            session.publish(other, ())
        put(uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        """The work on the older text ends."""
        put(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        """Its findings go with it."""
        session.closed(params.text_document.uri)


def _add_settings(server: LanguageServer, session: Session) -> None:
    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def settings_changed(params: lsp.DidChangeConfigurationParams) -> None:
        """Lint anew by the new settings."""
        await session.ask_settings(params.settings)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: lsp.DidChangeWatchedFilesParams) -> None:
        """A configuration, a register, a rule may have changed."""
        session.renew()


def _add_pulling(server: LanguageServer, session: Session) -> None:
    """For an editor that can ask for diagnostics. Only once it does, it is no longer pushed any."""
    options = lsp.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier="nianbao"
    )

    @server.feature(lsp.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def pull(params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        """The findings of the newest text, once they are known."""
        session.asked()
        outcome, serial = await session.desk.outcome(params.text_document.uri)
        number = f"{serial}{session.lang}"
        if outcome is not None and params.previous_result_id == number:
            return lsp.RelatedUnchangedDocumentDiagnosticReport(number)
        return lsp.RelatedFullDocumentDiagnosticReport(session.told(outcome), result_id=number)
