"""How often each rule was found."""

from collections import Counter
from collections.abc import Iterator

from linter.language.names import SEVERITY
from linter.model.result import Run


def counted(run: Run, lang: str) -> Iterator[str]:
    """A line per rule and severity, the most frequent first: `12  错误  missing-ending`. Only what is new."""
    new = (one for result in run.results for one in result.findings if one.state == "new")
    found = Counter((one.severity, one.rule) for one in new)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    width = max((len(str(number)) for number in found.values()), default=0)
    for (severity, rule), number in ordered:
        yield f"{number:>{width}}  {SEVERITY[severity].say(lang)}  {rule}"
