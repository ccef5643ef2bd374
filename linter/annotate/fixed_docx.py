"""Fixes made in a .docx: characters changed within their runs, so that the look stays."""

from collections.abc import Sequence

from lxml import etree

from linter.annotate.to_docx import repacked
from linter.model.document import Document
from linter.model.finding import Edit, Finding
from linter.model.pieces import source_edits
from linter.readers.archives import opened
from linter.readers.docx_parts import main_part, parts
from linter.readers.docx_text import Run, Text, extracted, holders

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def can_fix(data: bytes, document: Document, finding: Finding) -> bool:
    """Whether all that the finding's fix changes is written in the file: automatic numbers are not."""
    text = extracted(parts(data, document.path), document.path)
    return all(_held(text, one) is not None for one in _edits(document, [finding]))


def fixed(data: bytes, document: Document, findings: Sequence[Finding]) -> bytes:
    """The .docx in `data` after the fixes of `findings`, which do not overlap. Edits that fall on an automatic
    number are left out."""
    path = document.path
    archive = opened(data, path)
    made = parts(data, path)
    text = extracted(made, path)
    for edit in sorted(_edits(document, findings), key=lambda one: one.span, reverse=True):
        held = _held(text, edit)
        if held is not None:
            _change(held, edit.text)
    root = made.body.getroottree().getroot()
    main = main_part(archive, path)
    return repacked(
        archive, {main: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}, path
    )


def _edits(document: Document, findings: Sequence[Finding]) -> list[Edit]:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    return [part for edit in edits for part in source_edits(document, edit)]


def _held(text: Text, edit: Edit) -> list[tuple[Run, int, int]] | None:
    """The runs that an edit changes and from where to where; an insertion goes behind the character before it.
    None where there is none, or where Word makes the characters itself."""
    start, end = edit.span
    if start == end:
        found = [(run, stop, stop) for run, _, stop in holders(text, start - 1, start)] if start else []
    else:
        found = list(holders(text, start, end))
    return found if found and all(run.kind == "text" for run, _, _ in found) else None


def _change(held: Sequence[tuple[Run, int, int]], new: str) -> None:
    """Take the characters out of their runs and put the new ones in the place of the first."""
    for number, (run, start, end) in enumerate(held):
        old = run.element.text or ""
        run.element.text = old[:start] + (new if number == 0 else "") + old[end:]
        run.element.set(_SPACE, "preserve")
