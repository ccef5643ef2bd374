"""The benchmark of quality: `python -m benchmarks quality --seed 7`."""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.processes import say
from benchmarks.quality.dress import draw as dress_of
from benchmarks.quality.figures import table
from benchmarks.quality.measure import Bench, plant
from benchmarks.quality.mutators import mutators
from benchmarks.quality.negatives import paper
from benchmarks.quality.reports import Written, before, write
from linter.model.errors import UnreadableReport
from linter.model.rule import Rule
from linter.pipeline import lint, prepare
from linter.readers.folders import File
from linter.rulebook import load_rules

_APART = 1_000_000
"""Between the first reports of two seeds."""


def main(arguments: Sequence[str] = ()) -> None:
    """Print recall, precision and false alarms of every rule."""
    chosen = _chosen(arguments)
    begun = time.process_time()
    rules = load_rules()
    bench, taken = run(rules, chosen.seed, chosen.reports, chosen.negatives, chosen.mutants, chosen.rule)
    say(f"quality: seed {chosen.seed}, {chosen.reports} reports, {chosen.negatives} other papers")
    if chosen.rule:
        bench.tallies = {rule: bench.tallies[rule] for rule in chosen.rule}
    say(*table(bench, chosen.reports, chosen.negatives))
    say(f"  other papers taken for annual reports: {sum(taken.values())} {dict(taken) or ''}")
    say(f"  {time.process_time() - begun:.0f} s of CPU time")
    if chosen.cases:
        for rule, tally in bench.tallies.items():
            say(*(f"  {rule}: {case}" for case in tally.cases[: chosen.cases]))


def run(
    rules: Sequence[Rule],
    seed: int,
    reports: int,
    negatives: int,
    mutants: int,
    only: Sequence[str] = (),
) -> tuple[Bench, Counter[str]]:
    """The tallies after all reports, papers and mutants of a seed, and how many papers of each genre were taken
    for annual reports. Every other report is linted beside last year's."""
    bench, taken = Bench(rules), Counter[str]()
    made = [write(seed * _APART + number) for number in range(reports)]
    for report in made:
        last = before(report).text if report.seed % 2 else None
        bench.good(dress_of(report.seed).on(report.text), _name(report), last)
    setup = prepare(bench.rules)
    for number in range(negatives):
        one = paper(seed * _APART + number)
        bench.paper(one.body, f"paper {seed * _APART + number}, {one.genre}")
        try:
            lint(File("paper.txt", Path("paper.txt"), one.text.encode()), setup)
            taken[one.genre] += 1
        except UnreadableReport as error:
            assert error.kind == "not-a-report", error.kind
    for rule, ways in mutators().items():
        if rule in bench.tallies and (not only or rule in only):
            plant(bench, rule, ways, made, mutants)
    return bench, taken


def _name(report: Written) -> str:
    return f"report {report.seed}, {report.house}"


def _chosen(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks quality", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--negatives", type=int, default=300)
    parser.add_argument("--mutants", type=int, default=50, help="for each rule (default 50)")
    parser.add_argument("--rule", action="append", default=[], metavar="ID", help="plant only these")
    parser.add_argument("--cases", type=int, default=0, help="show so many of what went wrong with each rule")
    return parser.parse_args(list(arguments))
