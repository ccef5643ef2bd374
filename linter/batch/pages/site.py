"""All files of a ranking, written into one folder."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from linter.batch.outcome import LINTED, Linted
from linter.batch.pages import to_json, to_parquet, workbook
from linter.batch.pages.about import About
from linter.batch.pages.county_page import county_page
from linter.batch.pages.province_page import province_page
from linter.batch.pages.report_page import report_page
from linter.batch.parts import Shard, outcomes, pages
from linter.batch.ranking import Ranking, folder
from linter.batch.standing import County, Ranked


def write(
    ranking: Ranking, about: About, place: Path, linted: Sequence[Shard], pairs: Sequence[Shard]
) -> None:
    """Write everything below `place`, a folder that is there. `linted`: where the reports' HTML stands, `pairs`:
    that of the pairs shown. OSError if it cannot be done."""
    homes = {
        id(county): place / "counties" / folder(county.name) if ranking.whole else place
        for county in ranking.counties
    }
    for county in ranking.counties:
        homes[id(county)].mkdir(parents=True, exist_ok=True)
        above = "../../index.html" if ranking.whole else None
        _county(county, about, homes[id(county)], county_page(county, about, above))
    if ranking.whole:
        page = province_page(ranking.whole, ranking.counties, about)
        _county(ranking.whole, about, place, page, whole=True)
    to_parquet.write(ranking.counties, place / "findings.parquet")
    _reports(
        {one.report.name: (one, county) for county in ranking.counties for one in county.ranking},
        homes,
        about,
        linted,
    )
    _pairs([page for _, _, page in ranking.shown], place, pairs)


def _county(county: County, about: About, home: Path, page: bytes, *, whole: bool = False) -> None:
    (home / "index.html").write_bytes(page)
    (home / "ranking.json").write_bytes(to_json.render(county, about.tool, about.profile, about.lang))
    workbook.write(county, about, home / "ranking.xlsx", whole=whole)


def _reports(
    ranked: Mapping[str, tuple[Ranked, County]],
    homes: Mapping[int, Path],
    about: About,
    linted: Iterable[Shard],
) -> None:
    """A page for each report; of the HTML no more than a part is in memory at once."""
    for home in homes.values():
        (home / "reports").mkdir(exist_ok=True)
    for shard in linted:
        for body, html in zip(outcomes([shard]), pages([shard]), strict=True):
            report = LINTED.decode(body)
            if isinstance(report, Linted):
                one, county = ranked[report.name]
                made = report_page(
                    one, html.decode(), len(county.ranking), about.lang, about.tool.rules, about.titles
                )
                (homes[id(county)] / one.page).write_bytes(made)


def _pairs(names: Sequence[str], place: Path, pairs: Sequence[Shard]) -> None:
    if not names:
        return
    (place / "pairs").mkdir()
    for name, html in zip(names, pages(pairs), strict=True):
        if html:
            (place / "pairs" / name).write_bytes(html)
