"""What a rule may be an `error` for: it is a promise that something prescribes what the rule asks for."""

from collections.abc import Iterable

from linter.model.finding import Confidence, Words

CONVENTION = "convention"
"""The `document` of a basis that no law, form or standard gives."""


def no_error(documents: Iterable[str], confidence: Confidence) -> tuple[str, Words] | None:
    """Why a rule that rests on those `documents` (of its basis) is no error: the key that forbids it, and the
    reason; None: it may be one."""
    if all(one == CONVENTION for one in documents):
        return "basis", Words(
            "error 要有依据：法规、格式、标准，或 document: text（文字自相矛盾）；惯例最多是 warning",
            "an error needs a basis: law, form, standard, or document: text; a convention is a warning",
        )
    if confidence == "guess":
        return "confidence", Words("guess（猜测）不能是 error", "a guess is never an error")
    return None
