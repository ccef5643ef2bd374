"""All reports of the folders that are open: their findings are shown though the files are not."""

from functools import partial
from typing import Any
from uuid import uuid4

from lsprotocol.types import (
    Diagnostic,
    Position,
    Range,
    WorkDoneProgressBegin,
    WorkDoneProgressEnd,
    WorkDoneProgressReport,
)
from pygls.exceptions import JsonRpcException

from linter.language.names import where
from linter.lsp.client import Client
from linter.lsp.diagnostics import diagnostics
from linter.lsp.lines import lines_of
from linter.lsp.linting import Linted, Text
from linter.lsp.session import Session
from linter.lsp.uris import path_of, uri_of
from linter.lsp.work import Pause
from linter.model.document import Place
from linter.model.errors import LinterError, UnreadableReport, UsageError
from linter.model.finding import SEVERITIES, Finding, Words
from linter.pipeline.one import failure, lint
from linter.pipeline.settling import settle
from linter.readers.folders import File, files

_TITLE = Words("检查文件夹里的年报", "Checking the annual reports")


async def check_folders(session: Session) -> dict[str, Any]:
    """Lint every report in the open folders and show what is found; how many there are, what was found in them,
    and what could not be read. A file that is no report is passed by. The editor can end it."""
    found = await session.worker.run(lambda _: _files(session))
    shown, session.from_disk = session.from_disk, set()
    progress = await _Progress.begun(session)
    counts = dict.fromkeys(SEVERITIES, 0)
    reports, failed = 0, []
    for number, file in enumerate(found):
        if progress.cancelled:
            break
        progress.report(file.name, 100 * number // len(found))
        try:
            linted = await session.worker.run(partial(from_file, file, session))
        except UsageError as error:
            failed.append({"path": str(file.path), "reason": error.say(session.lang)})
            continue
        except UnreadableReport as error:
            if error.kind != "not-a-report":
                reason = failure(file.name, error).reason
                failed.append({"path": str(file.path), "reason": reason.say(session.lang)})
            continue
        reports += 1
        for one in linted.findings:
            counts[one.severity] += 1
        show(session, linted)
    for uri in shown - session.from_disk:
        session.publish(uri, ())
    progress.end()
    return {"reports": reports, "counts": counts, "failed": failed, "cancelled": progress.cancelled}


def from_file(file: File, session: Session, pause: Pause) -> Linted:
    """A file, linted as it lies on the disk. Raises LinterError."""
    pause()
    ready = session.desk.shelf.ready_for(file.path)
    result, _ = settle(lint(File(file.path.as_posix(), file.path), ready.setup), ready.accepted)
    document = result.report.document
    text = Text(uri_of(file.path), file.path, document.source)
    return Linted(text, lines_of(document.source, session.desk.encoding), result, ready.rules)


def show(session: Session, linted: Linted) -> None:
    """Show the findings of a file that is not open; of one that is, they are shown already."""
    if any(path_of(uri) == linted.of.path for uri in session.desk.uris()):
        return
    session.from_disk.add(linted.of.uri)
    session.publish(linted.of.uri, told(linted, session.client, session.lang))


def told(linted: Linted, client: Client, lang: str) -> list[Diagnostic]:
    """The diagnostics of a file. One without lines has its paragraphs in their place, and says where each is."""
    every = diagnostics(linted, client, lang)
    return [_placed(one, linted, finding, lang) for one, finding in zip(every, linted.findings, strict=True)]


def _placed(one: Diagnostic, linted: Linted, finding: Finding, lang: str) -> Diagnostic:
    place = linted.document.place(finding.span)
    if place is None:
        return one
    at = Position(_number(place) - 1, 0)
    one.range, one.related_information = Range(at, at), None
    one.message = f"{where(linted.document, finding.span, lang)}{Words('：', ': ').say(lang)}{one.message}"
    return one


def _number(place: Place) -> int:
    return place.paragraph or place.page or 1


def _files(session: Session) -> tuple[File, ...]:
    found: dict[str, File] = {}
    for folder in session.folders():
        try:
            found |= {str(one.path): one for one in files(str(folder))}
        except LinterError as error:
            session.log(error.say(session.lang))
    return tuple(found.values())


class _Progress:
    """The editor's progress bar; none where it has none."""

    def __init__(self, session: Session, token: str | None) -> None:
        self._bar, self._token = session.server.work_done_progress, token

    @classmethod
    async def begun(cls, session: Session) -> "_Progress":
        """A bar that is shown."""
        if not session.client.progress:
            return cls(session, None)
        token = str(uuid4())
        bar = session.server.work_done_progress
        try:
            await bar.create_async(token)
        except JsonRpcException:
            return cls(session, None)
        bar.begin(token, WorkDoneProgressBegin(_TITLE.say(session.lang), cancellable=True, percentage=0))
        return cls(session, token)

    @property
    def cancelled(self) -> bool:
        """Whether the editor wants an end to it."""
        future = self._bar.tokens.get(self._token) if self._token else None
        return future is not None and future.cancelled()

    def report(self, message: str, percentage: int) -> None:
        """How far it is."""
        if self._token:
            self._bar.report(self._token, WorkDoneProgressReport(message=message, percentage=percentage))

    def end(self) -> None:
        """It is over."""
        if self._token:
            self._bar.end(self._token, WorkDoneProgressEnd())
