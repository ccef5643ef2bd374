"""One text of one document, linted: what everything else is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from lsprotocol.types import Range

from linter.lsp.lines import Lines, lines_of
from linter.lsp.reading import is_meant, parse
from linter.lsp.setups import Ready, Shelf
from linter.model.document import Document, Span
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Finding, Words
from linter.model.result import Result
from linter.model.rule import Rule
from linter.pipeline.fixes import Fixed, fix
from linter.pipeline.one import failure, lint_read
from linter.pipeline.settling import settle

Pause = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Text:
    """A document as the editor holds it. `version` is the editor's number for it; `language` its kind."""

    uri: str
    path: Path
    text: str
    version: int | None = None
    language: str = "plaintext"


@dataclass(frozen=True, slots=True)
class Linted:
    """What came of it. `rules`: those in use, by id; `seconds` it took."""

    of: Text
    lines: Lines
    result: Result
    rules: Mapping[str, Rule]
    seconds: float = 0.0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be shown: all that nobody has accepted."""
        return tuple(one for one in self.result.findings if one.state == "new")

    @property
    def document(self) -> Document:
        """The text as it was read."""
        return self.result.report.document

    def range(self, span: Span) -> Range:
        """Where a span of the logical text stands in the editor."""
        return self.lines.range(self.document.source_span(span))


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing came of it. `meant`: the text is likely meant as a report, and the author wants to know."""

    of: Text
    fault: Words
    meant: bool


Outcome = Linted | Unread


def lint_text(text: Text, encoding: str, shelf: Shelf, pause: Pause) -> Outcome:
    """Lint a text; `encoding` is how the editor counts. Faults of the text and of settings are told, not raised;
    what `pause` raises goes its way."""
    begun = perf_counter()
    lines = lines_of(text.text, encoding)
    try:
        ready = shelf.ready_for(text.path)
        result = _result(lines.source, text, ready, pause)
    except UsageError as error:
        return Unread(text, Words(error.zh, error.en), meant=True)
    except UnreadableReport as error:
        fault = failure(text.path.as_posix(), error).reason
        return Unread(text, fault, error.kind not in ("not-a-report", "empty") and is_meant(text.text))
    return Linted(text, lines, result, ready.rules, perf_counter() - begun)


def fixed(linted: Linted, shelf: Shelf, pause: Pause, *, unsafe: bool = False) -> Fixed:
    """The text with all that can be fixed fixed; UsageError, UnreadableReport as for linting."""
    ready = shelf.ready_for(linted.of.path)
    return fix(linted.lines.source, lambda source: _result(source, linted.of, ready, pause), unsafe=unsafe)


def _result(source: str, text: Text, ready: Ready, pause: Pause) -> Result:
    pause()
    document = parse(source, text.path, text.language)
    pause()
    result = lint_read(replace(document, path=text.path.as_posix()), ready.setup, pause=pause)
    settled, remarks = settle(result, ready.accepted)
    return replace(settled, remarks=(*settled.remarks, *remarks))
