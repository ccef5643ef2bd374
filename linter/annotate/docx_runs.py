"""Runs of a .docx cut where a stretch of text begins or ends, so that something can be put between them.

A run keeps its look when it is cut: each part has a copy of its properties."""

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree

from linter.readers.docx_text import Run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The name in WordprocessingML's namespace."""
    return f"{{{W}}}{name}"


def run_of(element: etree._Element) -> etree._Element | None:
    """The `w:r` that an element stands in."""
    here: etree._Element | None = element
    while here is not None and here.tag != w("r"):
        here = here.getparent()
    return here


def cut(holders: Iterable[tuple[Run, Iterable[int]]]) -> Mapping[tuple[int, int], etree._Element]:
    """Cut each run's element at the given places (of its own characters) and leave it alone in its `w:r`.

    Returns, by (start of the Run, place within it), the `w:r` that begins there."""
    begins: dict[tuple[int, int], etree._Element] = {}
    for run, places in holders:
        alone = _isolated(run.element)
        if alone is None:
            continue
        begins[run.start, 0] = alone
        if run.kind != "text":
            continue
        text = run.element.text or ""
        offsets = sorted({place for place in places if 0 < place < len(text)})
        last, element = alone, run.element
        for number, offset in enumerate(offsets):
            end = offsets[number + 1] if number + 1 < len(offsets) else len(text)
            last, element = _split(last, element, text[offset:end])
            begins[run.start, offset] = last
        if offsets:
            _say(run.element, text[: offsets[0]])
    return begins


def _isolated(element: etree._Element) -> etree._Element | None:
    """The `w:r` of the element, with nothing else in it: what stood before and after is moved to others."""
    run = run_of(element)
    if run is None or element.getparent() is not run:
        return run
    properties = run.find(w("rPr"))
    children = [one for one in run if one is not properties]
    place = children.index(element)
    for part, where in ((children[:place], "before"), (children[place + 1 :], "after")):
        if part:
            other = _like(run)
            other.extend(part)
            (run.addprevious if where == "before" else run.addnext)(other)
    return run


def _split(run: etree._Element, element: etree._Element, text: str) -> tuple[etree._Element, etree._Element]:
    """A new run after `run` with `text`."""
    other = _like(run)
    made = etree.SubElement(other, element.tag)
    _say(made, text)
    run.addnext(other)
    return other, made


def _say(element: etree._Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _like(run: etree._Element) -> etree._Element:
    """An empty run that looks the same."""
    other = etree.Element(run.tag)
    for name, said in run.attrib.items():
        other.set(name, said)
    properties = run.find(w("rPr"))
    if properties is not None:
        other.append(deepcopy(properties))
    return other
