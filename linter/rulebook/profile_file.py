"""One profile file: read, checked, and made into the `Profile` that scores."""

from itertools import pairwise
from pathlib import Path

import msgspec

from linter.model.score import Profile
from linter.rulebook.conform import conform
from linter.rulebook.shape import ProfileFile
from linter.rulebook.source import read_source

_TOLERANCE = 1e-6


def read_profile(path: Path) -> Profile:
    """The profile of a file, called by the file's name; UsageError for whatever is wrong with it."""
    source = read_source(path)
    file = conform(source, source.value, ProfileFile)
    weights: dict[str, float] = msgspec.structs.asdict(file.weights)
    total = sum(weights.values())
    if abs(total - 100) > _TOLERANCE:
        zh, en = f"各类权重相加应为 100，实为 {total:g}", f"the weights add up to {total:g}, not 100"
        raise source.fault(("weights",), zh, en)
    grades = tuple(file.grades.items())
    if not grades or grades[-1][1] != 0 or any(better[1] <= worse[1] for better, worse in pairwise(grades)):
        zh, en = (
            "等次要从高到低写，最后一等从 0 起",
            "grades go from the best to the worst, which starts at 0",
        )
        raise source.fault(("grades",), zh, en)
    return Profile(path.stem, weights, frozenset(file.off), file.severities, grades, file.shares)
