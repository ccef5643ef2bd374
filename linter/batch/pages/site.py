"""All files of a ranking: the counties' by whoever is at hand, each in a folder of its own, then one folder of all."""

import os
import shutil
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from html import escape
from pathlib import Path

from linter.batch.mapping import Bench, mapped
from linter.batch.outcome import READ, Lost, Place
from linter.batch.pages import to_parquet
from linter.batch.pages.about import About
from linter.batch.pages.county_files import CountyFiles, written
from linter.batch.pages.frame import frame
from linter.batch.pages.province_page import province_page
from linter.batch.parts import Plan, Shard, Task, outcomes, pages
from linter.batch.ranking import Ranking, folder
from linter.batch.sealed import sealed
from linter.cache import write_atomically


def counties(ranking: Ranking, about: About, html: Mapping[str, Place], bench: Bench) -> list[Shard]:
    """Make the files of each county, beside its part of the work. `html`: by name of a report, where its text with
    marks stands. OSError if it cannot be done."""
    tasks, keys = [], []
    above = "../../index.html" if ranking.whole else None
    for county in ranking.counties:
        places = {one.report.name: html[one.report.name] for one in county.ranking}
        body = sealed(CountyFiles(county, about, above, places), bench.desk.secret)
        key = blake2b(body, digest_size=16).digest()
        path = bench.work / "ranked" / key.hex()
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, body)
        tasks.append(Task("", os.fsencode(path), county.name, b""))
        keys.append((key,))
    worth = sum(len(county.ranking) for county in ranking.counties) // 6
    made, _ = mapped((Plan("county", tasks, keys, worth, most=1),), bench)
    return made


def write(ranking: Ranking, about: About, place: Path, made: Sequence[Shard], pairs: Sequence[Shard]) -> None:
    """Put everything below `place`, a folder that is there: what was `made` for the counties, the pages of the pairs
    shown, and what is about all. OSError if it cannot be done."""
    for county, shard in zip(ranking.counties, made, strict=True):
        shard.place.unlink(missing_ok=True)  # it goes from here: another run makes it anew
        if ranking.whole:
            (place / "counties").mkdir(exist_ok=True)
            shutil.move(shard.folder, place / "counties" / folder(county.name))
        else:
            for one in list(shard.folder.iterdir()):
                shutil.move(one, place / one.name)
    if ranking.whole:
        page = province_page(ranking.whole, ranking.counties, about)
        written(ranking.whole, about, place, page, whole=True)
    to_parquet.write(ranking.counties, place / "findings.parquet")
    _pairs([page for _, _, page in ranking.shown], place, pairs, about)


def _pairs(names: Sequence[str], place: Path, pairs: Sequence[Shard], about: About) -> None:
    """The pages of pairs; where two could not be set side by side, why."""
    if not names:
        return
    (place / "pairs").mkdir()
    for name, outcome, html in zip(names, outcomes(pairs), pages(pairs), strict=True):
        (place / "pairs" / name).write_bytes(html or _apart(outcome, about))


def _apart(outcome: bytes, about: About) -> bytes:
    one = READ.decode(outcome)
    said = (one.en if about.lang == "en" else one.zh) if isinstance(one, Lost) else ""
    body = f"<main><p>{escape(one.name)}</p><p>{escape(said)}</p></main>"
    return frame(one.name, [body], about.lang, about.tool.rules, report=True)
