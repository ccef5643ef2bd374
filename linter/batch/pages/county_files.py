"""The files of one county: its page, workbook and JSON, and a page for each report."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from errno import EINVAL
from os import getpid
from pathlib import Path

from linter.batch.outcome import Place
from linter.batch.pages import to_json, workbook
from linter.batch.pages.about import About
from linter.batch.pages.county_page import county_page
from linter.batch.pages.report_page import report_page
from linter.batch.sealed import opened
from linter.batch.shelf import html_at
from linter.batch.standing import County


@dataclass(frozen=True, slots=True)
class CountyFiles:
    """What they are made of. `above`: the way to the province's page, where there is one; `html`: by name of a report,
    where its text with marks stands."""

    county: County
    about: About
    above: str | None
    html: Mapping[str, Place]


def make(source: Path, folder: Path, secret: bytes) -> None:
    """Make the files in a folder, which is there with all of them or not at all. `source`: the sealed `CountyFiles`.
    OSError if it cannot be done, or somebody has changed that."""
    given: CountyFiles | None = opened(source.read_bytes(), secret)
    if given is None:
        raise OSError(EINVAL, "changed by somebody else", str(source))
    draft = folder.with_name(f"{folder.name}.{getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "reports").mkdir(parents=True)
    try:
        written(given.county, given.about, draft, county_page(given.county, given.about, given.above))
        _reports(given, draft)
        if not folder.exists():  # a worker that was given up can still have made it
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def written(county: County, about: About, home: Path, page: bytes, *, whole: bool = False) -> None:
    """Write page, JSON and workbook into a folder."""
    (home / "index.html").write_bytes(page)
    (home / "ranking.json").write_bytes(to_json.render(county, about.tool, about.profile, about.lang))
    workbook.write(county, about, home / "ranking.xlsx", whole=whole)


def _reports(given: CountyFiles, home: Path) -> None:
    county, about = given.county, given.about
    for one in county.ranking:
        html = html_at(given.html[one.report.name]).decode()
        page = report_page(one, html, len(county.ranking), about.lang, about.tool.rules, about.titles)
        (home / one.page).write_bytes(page)
