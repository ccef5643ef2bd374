"""Other papers of offices: right in themselves, and no annual reports of this kind."""

import random
from dataclasses import dataclass
from functools import cache

import yaml

from benchmarks.quality import scene
from benchmarks.quality.clauses import FOLDER
from tests.composing.enumerations import HAN


@dataclass(frozen=True, slots=True)
class Paper:
    """`genre`: the file that it was made from; `body`: the text without its title."""

    genre: str
    text: str

    @property
    def body(self) -> str:
        """What could stand in a report as far as its prose goes."""
        return self.text.partition("\n")[2]


@cache
def genres() -> tuple[str, ...]:
    """The names of all genres."""
    return tuple(sorted(path.stem for path in (FOLDER / "negatives").glob("*.yaml")))


@cache
def _parts(genre: str) -> dict[str, list[str]]:
    """`titles`, `opening`, `heads`, `body`, `closing` of a genre; `marks` says how its headings are counted."""
    read: dict[str, list[str]] = yaml.safe_load(
        (FOLDER / "negatives" / f"{genre}.yaml").read_text(encoding="utf-8")
    )
    return read


def paper(seed: int) -> Paper:
    """The paper of that seed; one genre after the other."""
    rng = random.Random(f"paper {seed}")
    genre = genres()[seed % len(genres())]
    parts, facts = _parts(genre), scene.draw(rng).facts
    lines = [rng.choice(parts["titles"]), *rng.sample(parts["opening"], 1)]
    heads = parts.get("heads", [])[: rng.randint(3, 6)]
    body = rng.sample(parts["body"], len(parts["body"]))
    if heads:
        share = max(len(body) // len(heads), 1)
        for number, head in enumerate(heads):
            lines.append(_mark(parts, number) + head)
            lines += body[number * share : (number + 1) * share]
    else:
        lines += [_mark(parts, number) + text for number, text in enumerate(body)]
    lines += parts.get("closing", [])[: rng.randint(0, 2)]
    return Paper(genre, "".join(f"{line.format_map(facts)}\n" for line in lines))


def _mark(parts: dict[str, list[str]], number: int) -> str:
    marks = "".join(parts.get("marks", []))
    return marks.replace("一", (*HAN, "十一", "十二")[number])
