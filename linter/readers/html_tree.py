"""The elements of a web page, as a browser would nest them, as far as text and tables need it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.language.late import late
from linter.readers.html_source import Token

DEEPEST = 120
"""Elements inside one another; those beyond are taken for what is in the innermost."""

VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_PAGE = ("address", "article", "aside", "body", "footer", "form", "header", "html", "main", "nav", "section")
_TEXT = (
    "blockquote",
    "center",
    "details",
    "dialog",
    "div",
    "fieldset",
    "figcaption",
    "figure",
    "hr",
    "p",
    "pre",
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "summary")
_LISTS = ("dd", "dir", "dl", "dt", "li", "menu", "ol", "ul")
_TABLES = ("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
BLOCKS = frozenset((*_PAGE, *_TEXT, *_HEADINGS, *_LISTS, *_TABLES))
"""Elements that begin a line of their own."""

_CELL = frozenset(("td", "th"))
_INSIDE_TABLE = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot", "caption"))
_ENDS = {
    **dict.fromkeys(("td", "th"), (_CELL, frozenset(("tr", "table")))),
    "tr": (_CELL | {"tr"}, frozenset(("table",))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_INSIDE_TABLE, frozenset(("table",)))),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "td", "th"))),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl", "td", "th")))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
"""What the beginning of an element ends, and what keeps it from ending more."""

_P = (frozenset(("p",)), frozenset(("td", "th", "table", "caption", "li", "div", "body", "form")))
_HIDDEN = late(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|\shidden(?=[\s=/]|$)", re.IGNORECASE
)
_SPAN = late(r"\b(row|col)span\s{0,9}=\s{0,9}[\"']?\s{0,9}([0-9]{1,6})", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element: where its tag begins and what is in it, elements and texts (start and end in the source). `number`
    counts elements as they begin, `last` is that of the last one inside. `size`: characters of text inside."""

    name: str
    attributes: str
    start: int
    number: int
    parent: "Element | None"
    children: "list[Element | tuple[int, int]]" = field(default_factory=list)
    last: int = 0
    size: int = 0
    tables: int = 0

    def hidden(self) -> bool:
        """Whether the page does not show it."""
        return bool(self.attributes) and bool(_HIDDEN.search(self.attributes))

    def spans(self) -> tuple[int, int]:
        """How many rows and columns a cell says it covers; 0 rows: all that follow."""
        found = {match[1].lower(): int(match[2]) for match in _SPAN.finditer(self.attributes)}
        return found.get("row", 1), max(found.get("col", 1), 1)

    def up(self) -> "Iterator[Element]":
        """The element and all around it, innermost first."""
        one: Element | None = self
        while one is not None:
            yield one
            one = one.parent


class Tree:
    """The elements of a page, made token by token."""

    def __init__(self) -> None:
        self.root = Element("", "", 0, 0, None)
        self._open = [self.root]
        self._count = 0
        self._names: dict[str, int] = {}

    def add(self, token: Token, source: str) -> None:
        """Put the next token where it belongs."""
        if token.kind == "text":
            self._open[-1].children.append((token.start, token.end))
            self._open[-1].size += token.end - token.start
        elif token.kind == "open":
            self._begin(token, source)
        else:
            self._end(token.name)

    def finish(self) -> Element:
        """The root, with all that was never closed closed."""
        while len(self._open) > 1:
            self._pop()
        self.root.last = self._count
        return self.root

    def _begin(self, token: Token, source: str) -> None:
        name = token.name
        ended = _ENDS.get(name)
        if ended:
            self._close_within(*ended)
        if name in BLOCKS and self._names.get("p"):
            self._close_within(*_P)
        self._count += 1
        parent = self._open[-1]
        attributes = source[token.inner : token.end]
        made = Element(name, attributes, token.start, self._count, parent, last=self._count)
        parent.children.append(made)
        if name in VOID or attributes.endswith("/") or len(self._open) >= DEEPEST:
            return
        self._open.append(made)
        self._names[name] = self._names.get(name, 0) + 1

    def _close_within(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        """Close the outermost open element of `names` that stands before a barrier, and all inside it."""
        if not any(self._names.get(name) for name in names):
            return
        found = None
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name in barriers:
                break
            if self._open[place].name in names:
                found = place
        while found is not None and len(self._open) > found:
            self._pop()

    def _end(self, name: str) -> None:
        if not self._names.get(name):
            return
        for place in range(len(self._open) - 1, 0, -1):
            one = self._open[place].name
            if one == name:
                while len(self._open) > place:
                    self._pop()
                return
            if (one in _CELL or one == "table") and name not in _INSIDE_TABLE and name != "table":
                return
            if one == "table":
                return

    def _pop(self) -> None:
        one = self._open.pop()
        self._names[one.name] -= 1
        parent = self._open[-1]
        one.last = self._count
        parent.size += one.size
        parent.tables += one.tables + (one.name == "table")
