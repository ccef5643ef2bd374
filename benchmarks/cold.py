"""A cold `check` of one report of 5 kB, its caches warm, in pairs with zhlint on the same file."""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import zhlint
from benchmarks.corpus import report_of
from benchmarks.processes import Cost, checkout, nianbao, run, say

PAIRS = 15
SIZE = 5000
_cpu, _wall, _peak = attrgetter("cpu"), attrgetter("wall"), attrgetter("peak")


def main() -> None:
    """Print CPU time, wall time and peak memory of both, and the ratio of their CPU times."""
    say(f"cold: one report of {SIZE} bytes, {PAIRS} pairs, medians")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.txt").write_text(report_of(SIZE), encoding="utf-8")
        ours = [*nianbao(), "check", "--exit-zero", "report.txt"]
        try:
            theirs = [*zhlint.command(), "report.txt"]
        except zhlint.Unavailable as reason:
            say(f"  zhlint left out: {reason}")
            theirs = None
        costs = _pairs(folder, ours, theirs)
    say(f"  {'':10} {'CPU s':>8} {'wall s':>8} {'peak MiB':>9}")
    for tool, found in costs.items():
        cpu, wall, peak = (_mid(found, part) for part in (_cpu, _wall, _peak))
        say(f"  {tool:10} {cpu:8.3f} {wall:8.3f} {peak:9.1f}")
    if theirs:
        ratios = [one.cpu / other.cpu for one, other in zip(costs["nianbao"], costs["zhlint"], strict=True)]
        say(
            f"  CPU nianbao / zhlint: {median(ratios):.2f} (median of pairs; {min(ratios):.2f} to {max(ratios):.2f})"
        )


def _pairs(folder: Path, ours: list[str], theirs: list[str] | None) -> dict[str, list[Cost]]:
    commands = {"nianbao": ours} | ({"zhlint": theirs} if theirs else {})
    for _ in range(2):  # byte code and caches
        for command in commands.values():
            run(command, folder, checkout())
    costs: dict[str, list[Cost]] = {tool: [] for tool in commands}
    for turn in range(PAIRS):
        order = list(commands) if turn % 2 else list(reversed(commands))
        for tool in order:
            costs[tool].append(run(commands[tool], folder, checkout()))
    failed = [one for one in costs["nianbao"] if one.status]
    if failed:
        say(f"  nianbao did not run: exit status {failed[0].status}")
    return costs


def _mid(costs: list[Cost], part: Callable[[Cost], float]) -> float:
    return median(part(one) for one in costs)


if __name__ == "__main__":
    main()
