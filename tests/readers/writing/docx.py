"""A writer of .docx files: the fewest parts that Word opens."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from tests.composing import Composed, Line
from tests.readers.writing.tables import Table, placed, statutory

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    + "</w:tblBorders>"
)


def paragraph(
    text: str, *, style: str | None = None, number: tuple[int, int] | None = None, more: str = ""
) -> str:
    """A paragraph of one run. `number`: the list and the level; `more` goes into its properties."""
    return around(run(text), style=style, number=number, more=more)


def around(
    content: str, *, style: str | None = None, number: tuple[int, int] | None = None, more: str = ""
) -> str:
    """A paragraph of that content."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{content}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(made: Table, *, ruled: bool = True) -> str:
    """A table with `gridSpan` and `vMerge` where cells are merged; it has borders, or (not `ruled`) none."""
    rows, grid = [], placed(made)
    widths = _widths(len(grid[0]))
    for number, row in enumerate(grid):
        cells, column = [], 0
        while column < len(row):
            top, _, box = row[column]
            merge = (
                ""
                if box.rows == 1
                else f"<w:vMerge{' w:val=' + quoteattr('restart') if top == number else ''}/>"
            )
            wide = sum(widths[column : column + box.columns])
            span = f'<w:tcW w:w="{wide}" w:type="dxa"/>'
            span += f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
            inner = paragraph(box.text) if top == number else "<w:p/>"
            cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>")
            column += box.columns
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_BORDERS if ruled else ""}'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _widths(columns: int) -> list[int]:
    """In twentieths of a point. The labels of table three stand in columns so narrow that they break over many
    lines."""
    return {4: [3600, 1800, 1800, 1800], 10: [500, 700, 900, *[900] * 7]}.get(
        columns, [9000 // columns] * columns
    )


def level(at: int, format: str, text: str, more: str = "") -> str:
    """A level of a list, for `numbering`."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """A list's pattern, for `numbering`."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, pattern: int, overrides: str = "") -> str:
    """A list of that pattern, for `numbering`."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{pattern}"/>{overrides}</w:num>'


LISTS = (
    abstract(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
    )
    + abstract(1, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    + num(1, 0)
    + num(2, 1)
    + num(3, 0, '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>')
)
"""Lists as reports have them: 1 is 一、（一）1., 2 is 1、1.1, 3 goes on with 1 but counts its third level anew."""


def docx(
    body: str, *, numbering: str = "", styles: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """The file with that body. `parts` are put in too, or in the place of what would be there."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"{_HEAD}<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            {"rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml")}
        ),
        "word/styles.xml": f"{_HEAD}<w:styles {_SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"{_HEAD}<w:numbering {_SPACES}>{numbering}</w:numbering>",
        **(parts or {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{made}</Relationships>'


def _placed(line: Line) -> str:
    """How a line stands on the page: titles in the middle, prose with its first line indented."""
    if line.role == "title":
        return '<w:jc w:val="center"/>'
    return "" if line.role == "signature" or line.text.startswith("　") else '<w:ind w:firstLine="420"/>'


def report(composed: Composed, *, ruled: bool = True) -> bytes:
    """A composed report: a paragraph for each line, its tables with merged cells."""
    body, tables = [], set()
    for line in composed.lines:
        if line.role != "table":
            body.append(paragraph(line.text, more=_placed(line)))
        elif line.section not in tables:
            tables.add(line.section)
            body.append(table(statutory(composed.cells, composed.form, line.section), ruled=ruled))
    return docx("".join(body))
