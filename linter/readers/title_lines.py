"""Where the title ends that stands at the head of a text, be it on one line or broken over several."""

from collections.abc import Sequence

from linter.language.headings import is_bare_heading
from linter.language.marks import LINE_MARK, SECTION_MARK, is_finished
from linter.readers.lines import Line
from linter.readers.title_parts import is_title

_HEAD = 6
"""Lines from the start among which it is looked for."""

_MOST = 3
"""Lines that it takes up at most."""


def title_end(lines: Sequence[Line], kept: Sequence[int]) -> int:
    """How many of the first lines `kept` lead up to the title, it included; 0 where there is none."""
    texts: list[str] = []
    for n in kept[:_HEAD]:
        text = lines[n].bare
        if is_finished(text) or is_bare_heading(text) or SECTION_MARK.match(text) or LINE_MARK.match(text):
            return 0
        texts.append(text)
        if any(is_title("".join(texts[-count:])) for count in range(1, min(_MOST, len(texts)) + 1)):
            return len(texts)
    return 0
