"""The same report as it comes from an editor that breaks its lines, with the places of its characters."""

import random
from dataclasses import dataclass

from tests.composing.wrapping import hard_wrap


@dataclass(frozen=True, slots=True)
class Dress:
    """`width` in characters, None for lines as they are; `kinsoku`: no line begins with a closing mark."""

    width: int | None = None
    kinsoku: bool = False

    def on(self, text: str) -> str:
        """The text in this dress."""
        return text if self.width is None else hard_wrap(text, self.width, kinsoku=self.kinsoku)


def draw(seed: int) -> Dress:
    """Every other report is wrapped."""
    rng = random.Random(f"dress {seed}")
    if rng.random() < 0.5:
        return Dress()
    return Dress(rng.randint(22, 58), rng.random() < 0.5)


def places(clean: str, dressed: str) -> list[int]:
    """Where each character of the clean text stands in the dressed one, and its end. A break takes the place of
    a space, or stands between two characters."""
    found, at = [], 0
    for character in clean:
        while dressed[at] == "\n" and character not in "\n ":
            at += 1
        found.append(at)
        at += 1
    return [*found, len(dressed)]
