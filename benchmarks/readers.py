"""What reading and linting one report costs in each format: a composed report of about five pages."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pytest import skip

from benchmarks.processes import Cost, checkout, nianbao, run, say
from linter.pipeline import lint_document
from linter.readers import read_bytes
from linter.rulebook import load_rules
from tests.composing import compose
from tests.readers.writing import docx, html, ofd
from tests.readers.writing.office import converted

REPEATS = 5
SEED = 7


def main() -> None:
    """Print per format the CPU time of reading and of linting in process (ms, medians), and that of a whole cold
    run (s, LibreOffice included)."""
    rules = load_rules()
    say(f"readers: one report, {REPEATS} runs, medians")
    say(f"  {'':10} {'kB':>6} {'read ms':>8} {'lint ms':>8} {'cold CPU s':>11} {'peak MiB':>9}")
    with TemporaryDirectory() as name:
        folder = Path(name)
        for format, data in _files(folder):
            file = folder / f"report.{format}"
            file.write_bytes(data)
            repeats = 1 if format == "doc" else REPEATS
            read = _median(lambda file=file, data=data: read_bytes(file, data), repeats)  # type: ignore[misc]
            document = read_bytes(file, data)
            lint = _median(lambda document=document: lint_document(document, rules), repeats)  # type: ignore[misc]
            command = [*nianbao(), "check", "--exit-zero", "--no-cache", file.name]
            costs: list[Cost] = [run(command, folder, checkout()) for _ in range(repeats + 1)][1:]
            cold, peak = median(one.cpu for one in costs), max(one.peak for one in costs)
            say(f"  {format:10} {len(data) / 1e3:6.0f} {read:8.1f} {lint:8.1f} {cold:11.2f} {peak:9.0f}")


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The report in each format; those that LibreOffice makes only where it is installed."""
    report = compose(SEED, busy=True)
    word = docx.report(report)
    yield "txt", report.text.encode()
    yield "docx", word
    yield "html", html.report(report).encode()
    yield "ofd", ofd.report(report)
    with suppress(skip.Exception):
        for to in ("pdf", "doc"):
            place = folder / f"to-{to}"
            place.mkdir()
            yield to, converted({"report.docx": word}, to, place)["report.docx"]


def _median(call: Callable[[], object], repeats: int) -> float:
    """Milliseconds of CPU time of this process; a program that it starts is not counted."""
    call()
    return 1e3 * median(_seconds(call) for _ in range(repeats))


def _seconds(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
