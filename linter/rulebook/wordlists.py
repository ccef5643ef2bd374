"""Word lists: wrong wordings with the right ones, or phrases with a fixed wording, for the rules that name them."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from linter.bundled import RULES
from linter.rulebook.conform import conform
from linter.rulebook.folders import WORDLISTS
from linter.rulebook.shape import Bilingual, Text
from linter.rulebook.source import read_source


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wrong wording and the right one. Without `wrong`, `right` is a phrase that is always written so. `unless`:
    longer wordings that are right. `source`: who says so; `example` has the wrong wording in ⟦ ⟧ and `traps` are
    texts in which nothing may be found: they are run as tests."""

    wrong: Text | None = None
    right: Text | None = None
    unless: tuple[Text, ...] = ()
    source: Text | None = None
    example: Text | None = None
    traps: tuple[Text, ...] = ()


class WordlistFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file `wordlists/<name>.yaml`."""

    title: Bilingual
    words: tuple[WordFile, ...]


def read_wordlist(path: Path) -> WordlistFile:
    """The words of a file; UsageError for whatever is wrong with it."""
    source = read_source(path)
    file = conform(source, source.value, WordlistFile)
    first: dict[str, int] = {}
    for number, one in enumerate(file.words):
        at = ("words", number)
        said = one.wrong or one.right
        if said is None:
            raise source.fault(at, "wrong 和 right 至少写一个", "neither wrong nor right is given")
        if one.wrong is not None and one.wrong == one.right:
            raise source.fault((*at, "right"), "和 wrong 一样", "it is the same as wrong")
        if first.setdefault(said, number) != number:
            line = source.line(("words", first[said]))
            raise source.fault(at, f"{said} 在第 {line} 行已经写过", f"{said} stands on line {line} already")
    return file


def named(name: str, folder: Path) -> Path | None:
    """The file of the list of that name: one in `folder` (of groups) goes before one that ships."""
    paths = (place / WORDLISTS / f"{name}.yaml" for place in (folder, RULES))
    return next((path for path in paths if path.is_file()), None)


def with_words(options: Mapping[str, Any], lists: Iterable[WordlistFile]) -> dict[str, Any]:
    """A check's options with the words of lists before its own: wrong wordings in `swap`, phrases in `phrases`,
    and in `unless` what is right."""
    words = [one for some in lists for one in some.words]
    swap = {one.wrong: one.right for one in words if one.wrong is not None}
    phrases = [one.right for one in words if one.wrong is None]
    unless = [right for one in words for right in one.unless]
    made = dict(options)
    own = options.get("swap", {})
    if swap and isinstance(own, dict):
        made["swap"] = {**swap, **own}
    for key, some in (("phrases", phrases), ("unless", unless)):
        own = options.get(key, [])
        if some and isinstance(own, list | tuple):
            made[key] = [*some, *(one for one in own if one not in some)]
    return made  # an option of a wrong type stays as it is, and is objected to as such
