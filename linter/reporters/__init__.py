"""Results to bytes. Reporters touch neither files nor the terminal."""

from collections.abc import Callable, Mapping

from linter.model.result import Run
from linter.reporters import (
    to_concise,
    to_github,
    to_gitlab,
    to_html,
    to_json,
    to_jsonl,
    to_junit,
    to_markdown,
    to_sarif,
    to_text,
)
from linter.reporters.view import View

__all__ = ["REPORTERS", "Reporter", "View"]

Reporter = Callable[[Run, View], bytes]

REPORTERS: Mapping[str, Reporter] = {
    "text": to_text.render,
    "concise": to_concise.render,
    "json": to_json.render,
    "jsonl": to_jsonl.render,
    "sarif": to_sarif.render,
    "github": to_github.render,
    "gitlab": to_gitlab.render,
    "junit": to_junit.render,
    "html": to_html.render,
    "markdown": to_markdown.render,
}
