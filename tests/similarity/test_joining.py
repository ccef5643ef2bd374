"""Many reports: copies are found among them, and nobody is blamed for what most have."""

import pickle
import random
import subprocess
import sys

from linter.similarity.fingerprints import LENGTH
from linter.similarity.joining import candidates, join, usual_cap
from linter.similarity.records import Record, record
from linter.similarity.template import NO_TEMPLATE, template
from linter.similarity.with_sklearn import families, nearest, stock_clauses
from tests.similarity.writing import HEADINGS, TOWNS, own, read, report, sentences

LEAD = "按照全县统一安排，今年的公开工作分春耕、汛期、秋收三段推进，每段结束由县里派人到集市听取意见"


def county(**common: list[str]) -> list[Record]:
    """Thirty townships, each with a report all its own but for `common`."""
    texts = [own(town, 2024, n, **common) for n, town in enumerate(TOWNS)]  # type: ignore[arg-type]
    return [record(read(text, f"{n}.txt")) for n, text in enumerate(texts)]


def copy_of(number: int, town: str, share: float) -> Record:
    """A report of `town` of which so much is that of the county's report `number`, moved, with other numbers."""
    source = own(TOWNS[number], 2024, number).split("\n")
    said = [one for line in source[3:-4:2] for one in line.rstrip("。").split("。")]
    kept = random.Random(number).sample(said, round(share * len(said)))
    rest = sentences(number + 7000, len(said) - len(kept))
    text = report(town, 2024, {HEADINGS[1]: kept, HEADINGS[3]: rest}).replace("7", "13")
    return record(read(text, "copy.txt"))


def test_planted_copies_are_found_and_nothing_else() -> None:
    texts = [one.masked.text for one in county()]
    copies = {30: (4, 0.6), 31: (11, 0.8), 32: (20, 0.95)}
    texts += [copy_of(source, "云岭乡", share).masked.text for source, share in copies.values()]
    found = {(one.one, one.other): one.shared_other for one in join(texts, least=0.3)}
    assert set(found) == {(source, copy) for copy, (source, _) in copies.items()}
    away = [abs(found[source, copy] - share) for copy, (source, share) in copies.items()]
    assert max(away) < 0.15


def test_a_pair_says_where_it_shares() -> None:
    texts = [own("青禾镇", 2024, 1), own("柳泉乡", 2024, 2), own("石桥镇", 2024, 1)]
    masked = [record(read(text)).masked.text for text in texts]
    (pair,) = join(masked)
    assert (pair.one, pair.other, pair.shared_one, pair.shared_other) == (0, 2, 1.0, 1.0)
    assert [masked[0][run.start : run.end] for run in pair.runs] == [masked[0]]


def test_nobody_of_thirty_is_blamed_for_the_countys_lead() -> None:
    records = county(common=[LEAD])
    texts = [one.masked.text for one in records]
    common = template(records)
    assert join(texts, common=lambda number: common.covered(texts[number])) == ()
    assert join(texts) == ()


def test_what_most_units_write_is_the_countys_template() -> None:
    records = county(common=[LEAD])
    text = records[0].masked.text
    ((start, end),) = template(records).covered(text)
    assert text[start:end] == LEAD.replace("，", "").replace("、", "").replace("全县", "@")
    assert template(records[:4]) is NO_TEMPLATE


def test_a_unit_counts_once_for_the_template() -> None:
    alone = [record(read(own("青禾镇", year, 1), f"{year}.txt")) for year in range(2015, 2025)]
    assert template([*alone, *county()[5:10]]).covered(alone[0].masked.text) == []


def test_how_many_may_share_depends_on_how_many_there_are() -> None:
    assert [usual_cap(count) for count in (2, 4, 6, 30, 1000)] == [2, 4, 4, 15, 50]


def test_texts_too_short_for_a_fingerprint_are_no_trouble() -> None:
    assert [candidates(some) for some in ((), ("",), ("", ""), ("甲" * LENGTH, "甲" * LENGTH))] == [()] * 4


def test_a_record_goes_to_another_process() -> None:
    kept = county()[0]
    assert pickle.loads(pickle.dumps(kept)) == kept


def test_versions_of_one_text_are_a_family() -> None:
    texts = [
        record(read(own(town, 2024, seed))).masked.text
        for town, seed in (("青禾镇", 1), ("柳泉乡", 1), ("石桥镇", 2))
    ]
    assert families(texts) == [0, 0, 1]
    assert [number for number, _ in nearest(texts[0], texts[1:], 2)] == [0, 1]


def test_a_clause_is_stock_where_many_families_write_it_and_copies_count_once() -> None:
    masked = [one.masked for one in county(common=[LEAD])]
    copies = [record(read(own("云岭乡", 2024, 3))).masked] * 12
    stock = stock_clauses([*masked, *copies])
    assert "今年的公开工作分春耕" in stock
    assert not any("云岭" in one for one in stock)
    assert len(stock) < 12


def test_check_does_not_import_what_only_many_need() -> None:
    script = (
        "import sys; from linter.cli import main; import io;"
        "main(['check', '--no-cache', '--select', 'originality', 'tests/samples/wrapped-township.txt'], io.BytesIO(), io.StringIO());"
        "print(*sorted({'numpy', 'sklearn', 'scipy', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_text_that_many_copied_is_found_with_all_of_its_copies() -> None:
    texts = [
        record(read(own("青禾镇", 2024, 1 if number < 12 else number))).masked.text for number in range(60)
    ]
    assert {(one.one, one.other) for one in join(texts)} == {(a, b) for b in range(12) for a in range(b)}
