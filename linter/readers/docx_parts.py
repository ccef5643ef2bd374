"""The parts of a .docx: where the main document, its styles and its numbering are, and what the styles say."""

import posixpath
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from linter.readers.archives import attribute, damaged, local, member, names, opened, parsed

_MAIN = "word/document.xml"
_DEEPEST = 20  # styles that one may rest on


class Style(NamedTuple):
    """What a paragraph has from its style: `heading` 1 to 9, the list (`num`) and its level (0 to 8), whether
    it is an entry of a table of contents."""

    heading: int | None = None
    num: str | None = None
    level: int | None = None
    contents: bool = False


class Parts(NamedTuple):
    """What reading needs of the file: the body, styles by id, the root of the numbering (None: no lists)."""

    body: etree._Element
    styles: Mapping[str, Style]
    default: str | None
    numbering: etree._Element | None


def parts(data: bytes, path: str) -> Parts:
    """The parts of the .docx in `data`. Raises UnreadableReport (`damaged`, `encrypted`, `too-large`)."""
    archive = opened(data, path)
    main = main_part(archive, path)
    root = _root(archive, main, path)
    body = None if root is None else next((one for one in root if local(one) == "body"), None)
    if body is None:
        raise damaged(path, "里面没有正文", "it has no body")
    related = _related(archive, main, path)
    styles = _root(archive, related.get("styles", "word/styles.xml"), path)
    numbering = _root(archive, related.get("numbering", "word/numbering.xml"), path)
    found, default = ({}, None) if styles is None else _styles(styles)
    return Parts(body, found, default, numbering)


def _root(archive: zipfile.ZipFile, name: str, path: str) -> etree._Element | None:
    info = names(archive).get(name.lower())
    return None if info is None else parsed(member(archive, info, path), path)


def main_part(archive: zipfile.ZipFile, path: str) -> str:
    """The name of the main document, which is nearly always the usual one."""
    if _MAIN in names(archive):
        return _MAIN
    return _relations(archive, "_rels/.rels", "", path).get("officedocument", _MAIN)


def _related(archive: zipfile.ZipFile, main: str, path: str) -> dict[str, str]:
    folder, name = posixpath.split(main)
    return _relations(archive, f"{folder}/_rels/{name}.rels", folder, path)


def _relations(archive: zipfile.ZipFile, name: str, folder: str, path: str) -> dict[str, str]:
    """The parts that a file of relations names, by the last word of their kind, in lower case."""
    root = _root(archive, name, path)
    found: dict[str, str] = {}
    for one in root if root is not None else ():
        kind, target = one.get("Type"), one.get("Target")
        if kind and target and one.get("TargetMode") != "External":
            whole = target if target.startswith("/") else posixpath.join(folder, target)
            found.setdefault(kind.rpartition("/")[2].lower(), posixpath.normpath(whole).lstrip("/"))
    return found


def child(element: etree._Element | None, *way: str) -> etree._Element | None:
    """The first child of that local name; of several names, the child's child, and so on."""
    for name in way:
        if element is None:
            return None
        element = next(element.iterchildren("{*}" + name), None)
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The `w:val` of an element, or another attribute of it."""
    return None if element is None else attribute(element, name)


def whole(text: str | None) -> int | None:
    """The whole number that a text is, if it is a small one."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.lstrip("-").isdigit() else None


def is_on(element: etree._Element | None) -> bool:
    """Whether a property that is present is meant: `w:val` can switch it off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


class Properties(NamedTuple):
    """What a `w:pPr` says: the style's id, the list and level given directly, the heading's level given
    directly, and whether the end of the paragraph is deleted."""

    style: str | None = None
    num: str | None = None
    level: int | None = None
    outline: int | None = None
    joined: bool = False


def properties(element: etree._Element | None) -> Properties:
    """What the properties of a paragraph say; None: it has none."""
    if element is None:
        return Properties()
    style = num = level = outline = None
    joined = False
    for one in element:
        match local(one):
            case "pStyle":
                style = value(one)
            case "numPr":
                num, level = value(child(one, "numId")), whole(value(child(one, "ilvl")))
            case "outlineLvl":
                outline = whole(value(one))
            case "rPr":
                joined = child(one, "del") is not None or child(one, "moveFrom") is not None
    return Properties(style, num, level, outline, joined)


def _styles(root: etree._Element) -> tuple[dict[str, Style], str | None]:
    """The paragraph styles with what they inherit, and the id of the one that a paragraph has by default."""
    own: dict[str, tuple[str | None, Style]] = {}
    default = None
    for one in root:
        if local(one) != "style" or value(one, "type") not in ("paragraph", None):
            continue
        name = value(one, "styleId") or ""
        own[name] = (value(child(one, "basedOn")), _own(one))
        if value(one, "default") in ("1", "true", "on"):
            default = name
    return {name: _inherited(name, own) for name in own}, default


def _own(style: etree._Element) -> Style:
    properties = child(style, "pPr")
    name = (value(child(style, "name")) or "").lower()
    level = whole(value(child(properties, "outlineLvl")))
    if level is None and name.startswith("heading ") and name[8:].isdigit():
        level = int(name[8:]) - 1
    number = child(properties, "numPr")
    return Style(
        None if level is None else level + 1,
        value(child(number, "numId")),
        whole(value(child(number, "ilvl"))),
        name.startswith("toc ") and name[4:].isdigit(),
    )


def _inherited(name: str, own: Mapping[str, tuple[str | None, Style]]) -> Style:
    made = Style()
    following: str | None = name
    for _ in range(_DEEPEST):
        if following is None or following not in own:
            break
        following, style = own[following]
        made = Style(
            made.heading or style.heading,
            made.num if made.num is not None else style.num,
            made.level if made.level is not None else style.level,
            made.contents or style.contents,
        )
    return made
