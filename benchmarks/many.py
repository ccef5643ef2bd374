"""Two thousand varied reports on one core, nianbao against zhlint, and the peak memory of nianbao."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import zhlint
from benchmarks.corpus import write_reports
from benchmarks.processes import Cost, checkout, nianbao, run, say

REPORTS = 2000
PAIRS = 3
OTHERS = 40


def main() -> None:
    """Print what both cost, per report too, and the ratio of their CPU times."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        size = write_reports(folder, REPORTS)
        say(f"many: {REPORTS} reports, {size / 1e6:.1f} MB, one process, {PAIRS} pairs, medians")
        try:
            theirs = [*zhlint.command(), "*.txt"]
        except zhlint.Unavailable as reason:
            say(f"  zhlint left out: {reason}")
            theirs = None
        costs = _pairs(folder, theirs)
    say(f"  {'':10} {'CPU s':>8} {'ms each':>8} {'wall s':>8} {'peak MiB':>9}")
    for tool, found in costs.items():
        cpu, wall, peak = (median(getattr(one, part) for one in found) for part in ("cpu", "wall", "peak"))
        say(f"  {tool:10} {cpu:8.2f} {1000 * cpu / REPORTS:8.2f} {wall:8.2f} {peak:9.1f}")
    if theirs:
        ratios = [one.cpu / other.cpu for one, other in zip(costs["nianbao"], costs["zhlint"], strict=True)]
        say(
            f"  CPU nianbao / zhlint: {median(ratios):.2f} (median of pairs; {min(ratios):.2f} to {max(ratios):.2f})"
        )


def _pairs(folder: Path, theirs: list[str] | None) -> dict[str, list[Cost]]:
    """Each turn nianbao begins with a cache folder that has seen some other reports only: the dictionary and the
    rules are ready, as on any machine where it has run before, but no result of these reports is kept."""
    costs: dict[str, list[Cost]] = {"nianbao": [], **({"zhlint": []} if theirs else {})}
    for _ in range(PAIRS):
        with TemporaryDirectory() as other, TemporaryDirectory() as cache:
            write_reports(Path(other), OTHERS, first=1)
            environment = {**checkout(), "NIANBAO_CACHE_DIR": cache}
            ours = [*nianbao(), "check", "--exit-zero", "--jobs", "1", "-f", "concise"]
            run([*ours, other], folder, environment)
            costs["nianbao"].append(run([*ours, "."], folder, environment))
        if theirs:
            costs["zhlint"].append(run(theirs, folder))
    failed = [one for one in costs["nianbao"] if one.status]
    if failed:
        say(f"  nianbao did not run: exit status {failed[0].status}")
    return costs


if __name__ == "__main__":
    main()
