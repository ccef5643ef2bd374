"""Reports to measure on: composed, varied, the same every time."""

from pathlib import Path

from tests.composing import compose


def report_of(size: int) -> str:
    """The composed report whose UTF-8 size is nearest to `size` bytes, of the first 300 seeds."""
    texts = (compose(seed).text for seed in range(300))
    return min(texts, key=lambda text: abs(len(text.encode()) - size))


def write_reports(folder: Path, count: int, first: int = 1000) -> int:
    """Write `count` reports as .txt files into `folder`; their size in bytes."""
    size = 0
    for seed in range(first, first + count):
        data = compose(seed).text.encode()
        (folder / f"report-{seed}.txt").write_bytes(data)
        size += len(data)
    return size
