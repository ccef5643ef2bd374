"""Linting as the options want it: what `check` and `baseline` have in common."""

from collections.abc import Sequence
from typing import TextIO

from linter.cli.planning import Plan
from linter.cli.progress import progress_on
from linter.model.result import Failed, Run
from linter.pipeline import lint_all
from linter.pipeline.settling import Acceptance, settled
from linter.readers.folders import File


def lint_files(
    files: Sequence[File | Failed],
    plan: Plan,
    accepted: Acceptance,
    lang: str,
    err: TextIO,
    *,
    cache: bool,
) -> Run:
    """Lint all files; the findings know whether they are accepted."""
    with progress_on(err, lang) as progress:
        return settled(lint_all(files, plan.setups, plan.jobs, progress, cache=cache), accepted)
