"""One line per finding, and one per file that could not be checked: for programs that read as they go."""

from collections.abc import Iterator

import msgspec

from linter.model.result import Run
from linter.reporters.to_json import finding_value
from linter.reporters.view import View


def render(run: Run, view: View) -> bytes:
    """`{"path": …, "rule": …}` per finding, as in `nianbao-check/1`; `{"path": …, "kind": …}` per failure."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in _values(run, view.lang))


def _values(run: Run, lang: str) -> Iterator[dict[str, object]]:
    for result in run.results:
        for finding in result.findings:
            yield {"path": result.report.document.path, **finding_value(result.report, finding, lang)}
    for failed in run.failed:
        yield {"path": failed.path, "kind": failed.kind, "reason": failed.reason.say(lang)}
