"""Findings as Word comments, each exactly round the words it is about."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from linter.annotate.docx_comments import add_comments
from linter.annotate.docx_runs import cut, run_of, w
from linter.annotate.wording import lines
from linter.model.document import Document, Span
from linter.model.errors import LinterError
from linter.model.finding import Finding
from linter.model.pieces import source_pieces
from linter.model.result import Result
from linter.readers.archives import member, names, opened, parsed
from linter.readers.docx_parts import main_part, parts
from linter.readers.docx_text import Run, Text, extracted, holders


class _Anchor(NamedTuple):
    """The first and the last run of a stretch, and from and up to which of their characters it goes."""

    first: Run
    start: int
    last: Run
    end: int


def annotated(data: bytes, result: Result, lang: str) -> bytes:
    """The .docx in `data` with a comment per finding. Every other part of the file keeps its bytes."""
    path = result.report.document.path
    archive = opened(data, path)
    main = main_part(archive, path)
    made = parts(data, path)
    text = extracted(made, path)
    anchors = [
        (one, found) for one in result.findings if (found := _anchor(text, result.report.document, one.span))
    ]
    begins = cut(_cuts(anchors))
    root = made.body.getroottree().getroot()
    if root.tag != w("document"):
        raise LinterError(
            f"{path}：是“严格 Open XML”格式，写不了批注；请另存为普通的 .docx",
            f"{path}: Strict Open XML cannot be annotated; save it as an ordinary .docx",
        )
    first = _free_id(root, archive, path)
    for number, (_, anchor) in enumerate(anchors, start=first):
        _mark(anchor, begins, str(number))
    said = [
        (str(number), lines(result.report.document, one, lang))
        for number, (one, _) in enumerate(anchors, start=first)
    ]
    changed = {main: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    changed |= add_comments(archive, main, said, path)
    return repacked(archive, changed, path)


def _anchor(text: Text, document: Document, span: Span) -> _Anchor | None:
    """Where a stretch stands in the file; an empty one at the character before it."""
    if span.start == span.end:
        span = Span(max(span.start - 1, 0), max(span.start, 1))
    held = [one for piece in source_pieces(document, span) for one in holders(text, piece.start, piece.end)]
    inside = [one for one in held if one[0].kind != "number"] or held
    if not inside:
        return None
    (first, start, _), (last, _, end) = inside[0], inside[-1]
    return _Anchor(first, start, last, end)


def _cuts(anchors: Sequence[tuple[Finding, _Anchor]]) -> list[tuple[Run, list[int]]]:
    """Where each run must be cut: at the start and at the end of each stretch."""
    found: dict[int, tuple[Run, list[int]]] = {}
    for _, anchor in anchors:
        for run, place in ((anchor.first, anchor.start), (anchor.last, anchor.end)):
            if run.kind != "number":
                found.setdefault(run.start, (run, []))[1].append(place)
    return [found[start] for start in sorted(found)]


def _mark(anchor: _Anchor, begins: Mapping[tuple[int, int], etree._Element], number: str) -> None:
    """Put the range of comment `number` round the stretch, and its sign behind."""
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    start.set(w("id"), number)
    end.set(w("id"), number)
    first, last = _first(anchor, begins), _last(anchor, begins)
    first.addprevious(start)
    last.addnext(end)
    sign = etree.Element(w("r"))
    etree.SubElement(sign, w("commentReference")).set(w("id"), number)
    end.addnext(sign)


def _first(anchor: _Anchor, begins: Mapping[tuple[int, int], etree._Element]) -> etree._Element:
    if anchor.first.kind == "number":
        return _content(anchor.first.element)
    return begins[anchor.first.start, anchor.start]


def _last(anchor: _Anchor, begins: Mapping[tuple[int, int], etree._Element]) -> etree._Element:
    """The run that ends the stretch: the last of its pieces that begins before its end."""
    if anchor.last.kind == "number":
        return _content(anchor.last.element)
    places = [place for start, place in begins if start == anchor.last.start and place < anchor.end]
    return begins[anchor.last.start, max(places)]


def _content(paragraph: etree._Element) -> etree._Element:
    """The first run of a paragraph, made if there is none."""
    run = next((one for one in paragraph.iter(w("r")) if run_of(one) is one), None)
    return etree.SubElement(paragraph, w("r")) if run is None else run


def _free_id(root: etree._Element, archive: zipfile.ZipFile, path: str) -> int:
    """A number above those of all comments there are."""
    found = names(archive).get("word/comments.xml")
    places = [root] if found is None else [root, parsed(member(archive, found, path), path)]
    used = [
        one.get(w("id"), "") for place in places for one in place.iter(w("commentRangeStart"), w("comment"))
    ]
    return max((int(one) for one in used if one.isdigit()), default=-1) + 1


def repacked(archive: zipfile.ZipFile, changed: Mapping[str, bytes], path: str) -> bytes:
    """The archive with some parts changed or added, all in their order, the rest as it was."""
    out = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in archive.infolist():
            data = left.pop(info.filename, None)
            target.writestr(info, member(archive, info, path) if data is None else data)
        for name, data in left.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
