"""The benchmark of quality: its texts are its own, and on a small seed the rules keep what they promise."""

import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.quality.clauses import every, groups
from benchmarks.quality.dress import Dress, places
from benchmarks.quality.figures import PRECISE, verdicts
from benchmarks.quality.houses import HOUSES
from benchmarks.quality.main import run
from benchmarks.quality.measure import Bench, Tally
from benchmarks.quality.mutators import UNPLANTED, mutators
from benchmarks.quality.negatives import genres, paper
from benchmarks.quality.planting import Mutant, replaced, said
from benchmarks.quality.reports import before, write
from linter.analysis import analyse
from linter.readers.from_txt import parse
from linter.rulebook import load_rules
from tests.composing.names import LEVELS

ROOT = Path(__file__).parent.parent.parent
SEED, REPORTS, NEGATIVES, MUTANTS = 3, 60, 30, 3
SLOT = re.compile(r"\{\w+\}|^[A-Z]+> |[，。；：、“”‘’《》（）/ ]")


@cache
def small() -> Bench:
    """The benchmark on a small seed."""
    bench, taken = run(load_rules(), SEED, REPORTS, NEGATIVES, MUTANTS)
    assert not taken
    return bench


def on() -> list[Tally]:
    return [one for one in small().tallies.values() if one.rule.on]


def test_every_rule_has_a_mutator_or_a_reason() -> None:
    rules = {rule.id for rule in load_rules()}
    assert rules - set(mutators()) - set(UNPLANTED) == set()
    assert set(UNPLANTED) & set(mutators()) == set()


def test_the_defects_are_found() -> None:
    planted, hit = sum(one.planted for one in on()), sum(one.hit for one in on())
    missed = [(one.rule.id, one.cases) for one in on() if one.hit < one.planted]
    assert hit / planted >= 0.95, missed


def test_good_reports_and_other_papers_bring_no_error_and_no_warning() -> None:
    assert [(one.rule.id, one.cases) for one in on() if one.of_good or one.of_papers] == []


def test_what_a_safe_fix_makes_is_the_right_text() -> None:
    assert [(one.rule.id, one.cases) for one in on() if one.restored < one.offered] == []


def test_a_rule_that_is_not_precise_gets_a_verdict() -> None:
    rule = load_rules()[0]
    tallies = [Tally(rule, planted=49, hit=49, false=1), Tally(rule, planted=48, hit=48, false=1)]
    assert list(verdicts(tallies)) == [f"  verdict: {rule.id} must be off: precision 0.980 < {PRECISE}"]


def test_reports_differ_and_are_the_same_for_a_seed() -> None:
    texts = [write(seed).text for seed in range(40)]
    assert len(set(texts)) == 40
    assert texts == [write(seed).text for seed in range(40)]


def test_reports_show_every_house_level_and_form() -> None:
    reports = [write(seed) for seed in range(200)]
    assert {one.house for one in reports} == set(HOUSES)
    assert {one.unit.level for one in reports} == set(LEVELS)
    assert {(one.form, one.busy) for one in reports} == {
        (a, b) for a in ("2019", "2021") for b in (True, False)
    }


def test_reports_are_read_as_they_were_meant() -> None:
    for seed in range(40):
        made, read = write(seed), analyse(parse(write(seed).text))
        cells = {address: cell.value for address, cell in read.cells.items()}
        assert (read.form, read.title.level, read.title.year) == (made.form, made.unit.level, made.year)
        assert cells == dict(made.cells)


def test_last_years_report_leaves_what_this_year_takes_up() -> None:
    for seed in range(20):
        this, last = write(seed), before(write(seed))
        assert (last.unit, last.year) == (this.unit, this.year - 1)
        assert last.cells["t3.next.total"] == this.cells["t3.carried.total"]


def test_every_slot_has_eight_clauses() -> None:
    names = [path.stem for path in (ROOT / "benchmarks" / "quality" / "clauses").glob("*.yaml")]
    few = {(name, group) for name in names for group, clauses in groups(name).items() if len(clauses) < 8}
    assert few == set()
    assert len(set(every())) == len(every())


def test_no_clause_stands_in_a_rule_or_in_the_other_composer() -> None:
    folders = [*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "tests" / "composing").rglob("*.txt")]
    known = "".join(path.read_text(encoding="utf-8") for path in folders)
    bare = SLOT.sub("", known)
    shared = [one for one in every() if len(SLOT.sub("", one)) >= 12 and SLOT.sub("", one) in bare]
    assert shared == []


def test_other_papers_are_of_twelve_genres_at_least() -> None:
    assert len(genres()) >= 12
    assert {paper(seed).genre for seed in range(len(genres()))} == set(genres())


def test_a_mutant_knows_where_its_defect_is() -> None:
    report = write(5)
    mutant = replaced(report, 0, 2, "某某某", behind=1)
    assert (mutant.text[: mutant.end], mutant.right) == ("某某某" + report.text[2], report.text)


def test_a_sentence_with_a_defect_stands_beside_the_right_one() -> None:
    import random

    made = said(write(5), random.Random(1), "全年⟦均都→都⟧按期更新。")
    assert isinstance(made, Mutant)
    assert made.text[made.start : made.end] == "均都"
    assert made.text.replace("均都", "都") == made.right


@pytest.mark.parametrize("width", [20, 33, 58])
def test_places_in_a_wrapped_text_hold_the_same_characters(width: int) -> None:
    clean = write(5).text
    dressed = Dress(width).on(clean)
    at = places(clean, dressed)
    assert [(a, dressed[b]) for a, b in zip(clean, at, strict=False) if a != dressed[b] and a != " "] == []
