"""Reports to measure on: composed, varied, the same every time."""

from pathlib import Path

from tests.composing import compose


def report_of(size: int) -> str:
    """The composed report whose UTF-8 size is nearest to `size` bytes, of the first 300 seeds."""
    texts = (compose(seed).text for seed in range(300))
    return min(texts, key=lambda text: abs(len(text.encode()) - size))


def long_report(size: int) -> str:
    """A report of some `size` bytes: one that is as long as no town's, its first section made of many."""
    lines = compose(1004, busy=True).text.split("\n")
    others = (line for seed in range(1000, 2000) for line in compose(seed).paragraphs if line.endswith("。"))
    more: list[str] = []
    length = sum(len(line.encode()) + 1 for line in lines)
    while length < size:
        more.append(next(others))
        length += len(more[-1].encode()) + 1
    at = next(n for n, line in enumerate(lines) if "主动公开" in line) + 1
    return "\n".join([*lines[:at], *more, *lines[at:]])


def write_reports(folder: Path, count: int, first: int = 1000) -> int:
    """Write `count` reports as .txt files into `folder`; their size in bytes."""
    size = 0
    for seed in range(first, first + count):
        data = compose(seed).text.encode()
        (folder / f"report-{seed}.txt").write_bytes(data)
        size += len(data)
    return size
