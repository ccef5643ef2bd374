"""The part of a .docx that holds its comments, made or added to, with what the file must say of it."""

import posixpath
import zipfile
from collections.abc import Sequence

from lxml import etree

from linter.annotate.docx_runs import W, w
from linter.annotate.wording import AUTHOR
from linter.readers.archives import member, names, parsed

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def add_comments(
    archive: zipfile.ZipFile, main: str, said: Sequence[tuple[str, Sequence[str]]], path: str
) -> dict[str, bytes]:
    """The parts that change when comments (id, lines) are added, by name."""
    folder, name = posixpath.split(main)
    comments = posixpath.join(folder, "comments.xml")
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    changed: dict[str, bytes] = {}
    root = _read(archive, comments, path)
    if root is None:
        root = etree.Element(w("comments"), nsmap={"w": W})
        changed[relations] = _bytes(_related(_read(archive, relations, path)))
        changed["[Content_Types].xml"] = _bytes(
            _typed(_read(archive, "[Content_Types].xml", path), f"/{comments}")
        )
    for number, texts in said:
        root.append(_comment(number, texts))
    changed[comments] = _bytes(root)
    return {_spelt(archive, one): data for one, data in changed.items()}


def _comment(number: str, texts: Sequence[str]) -> etree._Element:
    comment = etree.Element(w("comment"))
    for key, value in (("id", number), ("author", AUTHOR), ("initials", "nb")):
        comment.set(w(key), value)
    for line in texts:
        text = etree.SubElement(etree.SubElement(etree.SubElement(comment, w("p")), w("r")), w("t"))
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return comment


def _related(root: etree._Element | None) -> etree._Element:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships") if root is None else root
    used = {one.get("Id") for one in root}
    free = next(f"rIdNianbao{number}" for number in range(len(used) + 1) if f"rIdNianbao{number}" not in used)
    relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
    for key, value in (("Id", free), ("Type", _KIND), ("Target", "comments.xml")):
        relation.set(key, value)
    return root


def _typed(root: etree._Element | None, part: str) -> etree._Element:
    root = etree.Element(f"{{{_TYPES}}}Types") if root is None else root
    override = etree.SubElement(root, f"{{{_TYPES}}}Override")
    override.set("PartName", part)
    override.set("ContentType", _CONTENT)
    return root


def _read(archive: zipfile.ZipFile, name: str, path: str) -> etree._Element | None:
    info = names(archive).get(name.lower())
    return None if info is None else parsed(member(archive, info, path), path)


def _spelt(archive: zipfile.ZipFile, name: str) -> str:
    """The name as the archive spells it."""
    info = names(archive).get(name.lower())
    return name if info is None else info.filename


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
