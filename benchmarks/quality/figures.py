"""What the benchmark found, as lines of a table."""

from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.quality.measure import Bench, Tally
from benchmarks.quality.mutators import UNPLANTED

PRECISE = 0.98
"""A rule below this is not on by default."""


def table(bench: Bench, reports: int, negatives: int) -> Iterator[str]:
    """A line for each rule, those that were planted and not; totals; verdicts."""
    yield (
        f"  {'rule':32} {'on':>3} {'planted':>7} {'found':>6} {'recall':>7} {'false':>6} {'notes':>6} "
        f"{'per report':>10} {'precision':>9} {'fixed':>8}"
    )
    for tally in bench.tallies.values():
        yield _line(tally, reports + negatives)
    on = [tally for tally in bench.tallies.values() if tally.rule.on]
    yield from _totals(on, reports, negatives)
    yield from _doubled(bench.doubled)
    yield from verdicts(bench.tallies.values())


def verdicts(tallies: Iterable[Tally]) -> Iterator[str]:
    """A line for each rule that should not be on, and for each that could not be judged."""
    for tally in tallies:
        if tally.rule.on and tally.precision is not None and tally.precision < PRECISE:
            yield f"  verdict: {tally.rule.id} must be off: precision {tally.precision:.3f} < {PRECISE}"
        if not tally.planted:
            reason = UNPLANTED.get(tally.rule.id, "no report has a place for it")
            yield f"  not planted: {tally.rule.id} ({reason})"


def _line(tally: Tally, texts: int) -> str:
    fixed = f"{tally.restored}/{tally.offered}" if tally.offered else "-"
    return (
        f"  {tally.rule.id:32} {'yes' if tally.rule.on else 'no':>3} {tally.planted:7} {tally.hit:6} "
        f"{_share(tally.recall):>7} {tally.false:6} {tally.noted:6} {tally.false / texts:10.4f} "
        f"{_share(tally.precision):>9} {fixed:>8}"
    )


def _totals(on: list[Tally], reports: int, negatives: int) -> Iterator[str]:
    planted, hit = sum(one.planted for one in on), sum(one.hit for one in on)
    offered, restored = sum(one.offered for one in on), sum(one.restored for one in on)
    mutants = sum(one.false for one in on) - sum(one.of_good + one.of_papers for one in on)
    good, papers = sum(one.of_good for one in on), sum(one.of_papers for one in on)
    recalls = [one.recall for one in on if one.recall is not None]
    yield f"  all rules that are on: {len(on)}, planted {planted}, found {hit}, recall {_share(hit / max(planted, 1))}"
    if recalls:
        yield f"  recall of the weakest rule {min(recalls):.3f}, mean of rules {sum(recalls) / len(recalls):.3f}"
    yield (
        f"  false errors and warnings: {good} in {reports} reports ({good / max(reports, 1):.4f} each), {papers} in "
        f"{negatives} other papers ({papers / max(negatives, 1):.4f} each), {mutants} beside defects "
        f"({mutants / max(planted, 1):.4f} each)"
    )
    yield f"  safe fixes: {offered} offered, {restored} gave back the right text"


def _doubled(doubled: Counter[tuple[str, str]]) -> Iterator[str]:
    """Rules that often speak of the place of another's defect."""
    for (rule, other), count in doubled.most_common():
        if count > 2:
            yield f"  one fault, two findings: {rule} and {other}, {count} times"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
