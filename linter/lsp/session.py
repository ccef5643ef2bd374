"""One editor at work: what it can do, what it wants, and what it has been told."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from lsprotocol.types import (
    CodeLens,
    ConfigurationItem,
    ConfigurationParams,
    Diagnostic,
    LogMessageParams,
    MessageType,
    PublishDiagnosticsParams,
    ShowMessageParams,
)
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from linter.lsp.client import Client
from linter.lsp.desk import DEBOUNCE, Desk
from linter.lsp.diagnostics import diagnostics
from linter.lsp.linting import Linted, Outcome, Text
from linter.lsp.settings import EditorSettings, editor_settings
from linter.lsp.setups import Shelf
from linter.lsp.standing import lens, status
from linter.lsp.uris import path_of
from linter.lsp.work import Worker
from linter.model.errors import UsageError

_UNTITLED = "untitled.txt"
_GLANCE = 1.0
"""Seconds between two looks at the files that say how reports are linted."""


class Session:
    """The state of a connection; used on the event loop only. `lang`: the language asked for at the start."""

    def __init__(self, server: LanguageServer, lang: str) -> None:
        self.server = server
        self.client = Client()
        self.worker = Worker()
        self.settings = EditorSettings()
        self.desk = Desk(self.worker, self._tell, self._fail)
        self.pulling = False  # the editor asks for diagnostics, and is not pushed any
        self.from_disk: set[str] = set()  # files that are not open, but whose findings are shown
        self._lang = lang
        self._pushed: set[str] = set()
        self._lenses: dict[str, str] = {}  # of documents for which the editor has asked for them
        self._said = ""

    @property
    def lang(self) -> str:
        """The language of all messages."""
        return self.settings.lang or self._lang

    @property
    def root(self) -> Path:
        """The folder that is open, from which paths in the settings count; the working folder if there is none."""
        return next(iter(self.folders()), Path())

    def folders(self) -> tuple[Path, ...]:
        """The folders that are open."""
        workspace = self.server.workspace
        uris = [one.uri for one in workspace.folders.values()] or [workspace.root_uri or ""]
        return tuple(path for uri in uris if (path := path_of(uri)))

    def text(self, uri: str, text: str, version: int | None, language: str) -> Text:
        """A document as it came from the editor; one that was never saved lies in the open folder."""
        return Text(uri, path_of(uri) or self.root / _UNTITLED, text, version, language)

    async def ask_settings(self, pushed: object = None) -> None:
        """Learn the settings from an editor that can be asked, else from what it `pushed`; then lint by them."""
        said = pushed if pushed is not None else self.client.settings
        if self.client.configuration:
            item = ConfigurationItem(section="nianbao")
            try:
                values = await self.server.workspace_configuration_async(ConfigurationParams([item]))
            except JsonRpcException:  # it could be asked, but does not answer
                values = []
            said = values[0] if values else None
        try:
            self.settings = editor_settings(said)
        except UsageError as error:
            self.show(error.say(self.lang), MessageType.Error)
        self.renew()
        self.desk.settled.set()

    def lenses(self, uri: str, outcome: Outcome | None) -> list[CodeLens]:
        """How a report stands, above its title."""
        above = lens(outcome, self.lang) if outcome else None
        self._lenses.setdefault(uri, _title(above))
        return [above] if above else []

    def told(self, outcome: Outcome | None) -> list[Diagnostic]:
        """What is to be shown of what came of a text."""
        return diagnostics(outcome, self.client, self.lang) if isinstance(outcome, Linted) else []

    async def watch(self) -> None:
        """Lint anew when a configuration or another such file changes: few editors watch files for a server."""
        while True:
            await asyncio.sleep(_GLANCE)
            if self.desk.shelf.outdated(self.desk.paths()):
                self.renew()

    def renew(self) -> None:
        """Lint all again by settings and files as they are now."""
        self.desk.shelf = Shelf(self.settings, self.root)
        self.desk.lint_all()
        if self.pulling and self.client.refreshes_diagnostics:
            self.server.workspace_diagnostic_refresh(None)

    def asked(self) -> None:
        """The editor asks for diagnostics: what it was pushed is withdrawn."""
        if not self.pulling:
            self.pulling = True
            for uri in self._pushed - self.from_disk:
                self.publish(uri, ())

    def publish(self, uri: str, told: Sequence[Diagnostic], version: int | None = None) -> None:
        """Push what is to be shown of a document, in the place of what was pushed before."""
        params = PublishDiagnosticsParams(uri, list(told), version)
        self.server.text_document_publish_diagnostics(params)
        (self._pushed.add if told else self._pushed.discard)(uri)

    def closed(self, uri: str) -> None:
        """A document was closed: nothing is known of it any more."""
        self.desk.remove(uri)
        self._lenses.pop(uri, None)
        if not self.pulling:
            self.publish(uri, ())

    def show(self, message: str, kind: MessageType = MessageType.Info) -> None:
        """Show a message, but not the same one again and again."""
        if message != self._said:
            self._said = message
            self.server.window_show_message(ShowMessageParams(kind, message))

    def log(self, message: str) -> None:
        """Write into the editor's log."""
        self.server.window_log_message(LogMessageParams(MessageType.Error, message))

    def _tell(self, outcome: Outcome) -> None:
        uri = outcome.of.uri
        if not self.pulling:
            if self.client.pulls and uri not in self._pushed:
                self._later(lambda: self._push(outcome))  # it may be about to ask
            else:
                self._push(outcome)
        if self.client.status:
            self.server.protocol.notify("nianbao/status", status(outcome, self.lang))
        title = _title(lens(outcome, self.lang))
        if self._lenses.get(uri, title) != title:
            self._lenses[uri] = title
            if self.client.refreshes_lenses:
                self.server.workspace_code_lens_refresh(None)

    def _push(self, outcome: Outcome) -> None:
        if not self.pulling and self.desk.text(outcome.of.uri) is outcome.of:
            self.publish(outcome.of.uri, self.told(outcome), outcome.of.version)

    def _fail(self, error: Exception) -> None:
        from traceback import format_exception

        self.log("".join(format_exception(error)))

    def _later(self, work: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_later(DEBOUNCE, work)


def _title(above: CodeLens | None) -> str:
    return above.command.title if above and above.command else ""
