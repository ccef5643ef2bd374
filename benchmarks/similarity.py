"""Copies among many reports: time, memory, recall and precision, beside datasketch and scikit-learn."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from benchmarks.processes import say

COUNTS: Mapping[str, tuple[int, ...]] = {
    "fingerprints": (2_000, 20_000, 200_000),
    "minhash": (2_000, 20_000),
    "tfidf": (2_000, 20_000),
}
"""How many reports each method is tried on; the others take too long, or too much memory, for more."""

LARGEST = "NIANBAO_BENCH_LARGEST"
"""Names the variable with the largest number of reports to try."""


def main() -> None:
    """Print a row for each method and number of reports, and how much longer ten times as many take."""
    largest = int(os.environ.get(LARGEST, "200000"))
    say(
        "similarity: one report in twenty is a copy; CPU and wall seconds without masking, recall by share copied",
        f"  {'method':13} {'reports':>8} {'mask':>6} {'CPU s':>7} {'wall s':>7} {'MiB':>6}  recall 60/80/95 %      precision  growth",
    )
    for method, counts in COUNTS.items():
        before: dict[str, Any] | None = None
        for count in (one for one in counts if one <= largest):
            told = _measured(method, count)
            say(_row(told, before))
            before = told


def _measured(method: str, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.similarity_one", method, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _row(told: Mapping[str, Any], before: Mapping[str, Any] | None) -> str:
    recall = " / ".join(f"{one:.4f}" for one in told["recall"].values())
    growth = ""
    if before:
        growth = f"×{(told['cpu'] + told['masking']) / (before['cpu'] + before['masking']):.1f}"
    return (
        f"  {told['method']:13} {told['count']:8} {told['masking']:6.1f} {told['cpu']:7.1f} {told['seconds']:7.1f} "
        f"{told['mib']:6}  {recall:22} {told['precision']:9.4f}  {growth}"
    )


if __name__ == "__main__":
    main()
