"""What must be edited to make one text of another, in as few characters as is easy."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from linter.lsp.lines import Lines
from linter.lsp.linting import Text
from linter.model.document import Span
from linter.model.finding import Edit


def workspace_edit(of: Text, edits: Iterable[Edit], lines: Lines, *, versions: bool) -> WorkspaceEdit:
    """Edits of the source as the protocol has them. `versions`: the editor refuses edits of a text that has
    changed since."""
    made = [TextEdit(lines.range(one.span), one.text) for one in edits]
    if not versions:
        return WorkspaceEdit(changes={of.uri: made})
    document = OptionalVersionedTextDocumentIdentifier(of.uri, of.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, list(made))])


def changes(before: str, after: str) -> Iterator[Edit]:
    """The edits of `before`, in order; a line that stays as it is, is not touched."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, one, other in matcher.get_opcodes():
        if kind != "equal":
            yield _narrowed(starts[first], "".join(old[first:last]), "".join(new[one:other]))


def _narrowed(at: int, old: str, new: str) -> Edit:
    """The edit of `old`, which stands at `at`, without what both texts begin and end with."""
    shared = min(len(old), len(new))
    head = next((n for n in range(shared) if old[n] != new[n]), shared)
    left = shared - head
    tail = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return Edit(Span(at + head, at + len(old) - tail), new[head : len(new) - tail])
