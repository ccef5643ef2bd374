"""Stock phrases from text files, in which `{one|another}` stands for phrases that are used in turn."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from pathlib import Path

import msgspec

from linter.model.document import Span
from linter.model.errors import UsageError
from linter.rulebook.conform import conform
from linter.rulebook.shape import Bilingual, Text
from linter.rulebook.source import read_source
from linter.similarity.corpus import About
from linter.similarity.masking import mask
from linter.similarity.pairing import SEED

DESCRIPTION = "corpus.yaml"

_CHOICE = re.compile(r"\{([^{}\n]*)\}")
_MOST = 4096
"""Ways to say one line."""

_GLUE = 5
"""Characters between two choices below which their alternatives meet."""


class CorpusFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file `corpora/<name>/corpus.yaml`: what the texts beside it are and where they come from."""

    name: Text
    title: Bilingual
    version: Text
    year: int
    licence: Text
    source: Text


def phrase_corpus(folder: Path) -> tuple[About, str]:
    """What is said of the corpus in a folder of phrases, and its text. UsageError for what is wrong with it."""
    source = read_source(folder / DESCRIPTION)
    file = conform(source, source.value, CorpusFile)
    lines = dict.fromkeys(line for path in sorted(folder.glob("*.txt")) for line in _phrases(path))
    text = "\n".join(lines)
    title = {"zh": file.title.zh, "en": file.title.en}
    return About(
        file.name, title, file.version, file.licence, f"{file.source}（{file.year}）", len(text)
    ), text


def said(line: str) -> Iterator[str]:
    """The phrases that a line stands for: so many that every two alternatives that can meet do so once."""
    pieces: list[list[str]] = []
    glue = ""
    for number, one in enumerate(_CHOICE.sub(lambda m: f"\0{m[1]}\0", line).split("\0")):
        if number % 2:
            pieces.append([glue + word for word in one.split("|")])
            glue = ""
        elif len(one) < _GLUE:
            glue = one
        else:
            pieces.append([one])
    pieces += [[glue]] if glue else []
    met: set[tuple[int, str, str]] = set()
    for words in product(*pieces):
        new = {(n, *pair) for n, pair in enumerate(pairwise(words))} | {(0, "", words[0])}
        if not new <= met:
            met |= new
            yield "".join(words)


def _phrases(path: Path) -> Iterator[str]:
    """The phrases of a file as they are compared."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if line.count("{") != line.count("}") or _ways(line) > _MOST:
            raise UsageError(
                f"{path}:{number}：花括号不成对，或者换着用的说法太多",
                f"{path}:{number}: braces do not pair, or there are too many ways to say it",
            )
        for phrase in said(line):
            compared = mask(phrase, (), [Span(0, len(phrase))]).text
            if len(compared) >= SEED:
                yield compared


def _ways(line: str) -> int:
    ways = 1
    for choice in _CHOICE.findall(line):
        ways *= len(choice.split("|"))
    return ways


def is_phrases(folders: Sequence[Path]) -> bool:
    """Whether it is a folder of phrases rather than of reports."""
    return len(folders) == 1 and (folders[0] / DESCRIPTION).is_file()
