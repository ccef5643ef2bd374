"""Results to bytes. Reporters touch neither files nor the terminal."""

from collections.abc import Callable, Mapping

from linter.model.result import Run
from linter.reporters import to_concise, to_json, to_text
from linter.reporters.view import View

__all__ = ["REPORTERS", "Reporter", "View"]

Reporter = Callable[[Run, View], bytes]

REPORTERS: Mapping[str, Reporter] = {
    "text": to_text.render,
    "concise": to_concise.render,
    "json": to_json.render,
}
