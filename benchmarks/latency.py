"""From a change in the editor to the findings on its screen, beside a plain check of the same text in process."""

import asyncio
import os
import sys
from collections.abc import Sequence
from statistics import median, quantiles
from time import perf_counter

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from benchmarks.corpus import long_report, report_of
from benchmarks.processes import checkout, say
from linter.lsp.desk import DEBOUNCE
from linter.pipeline import Setup, prepare
from linter.pipeline.one import lint_read
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

SIZES = {"10 kB": (10_000, 60), "200 kB": (200_000, 12)}
"""Name → bytes, and how many changes are timed."""

_PATIENCE = 60
_URI = "file:///tmp/report.txt"


def main() -> None:
    """Print median and 95th percentile of both, in milliseconds."""
    setup = prepare(load_rules())
    say(f"latency: language server, findings after a change (debounce {DEBOUNCE * 1000:.0f} ms not counted)")
    say(f"  {'':8} {'bytes':>8} {'findings':>9} {'median ms':>10} {'p95 ms':>8} {'check ms':>9}")
    for name, (size, changes) in SIZES.items():
        text = report_of(size) if size < 50_000 else long_report(size)
        found, times = asyncio.run(_served(text, changes))
        waits = [one - DEBOUNCE for one in times]
        check = median(_checked(text, setup) for _ in range(changes))
        p95 = quantiles(waits, n=20)[-1]
        say(
            f"  {name:8} {len(text.encode()):8} {found:9} {1000 * median(waits):10.1f} {1000 * p95:8.1f}"
            f" {1000 * check:9.1f}"
        )


def _checked(text: str, setup: Setup) -> float:
    begun = perf_counter()
    lint_read(parse(text), setup)
    return perf_counter() - begun


async def _served(text: str, changes: int) -> tuple[int, Sequence[float]]:
    """The findings, and the seconds from each change to them."""
    client = LanguageClient("benchmark", "1")
    told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
    def heard(params: lsp.PublishDiagnosticsParams) -> None:
        told.put_nowait(params)

    await client.start_io(sys.executable, "-m", "linter", "lsp", env={**os.environ, **checkout()})
    await client.initialize_async(lsp.InitializeParams(capabilities=lsp.ClientCapabilities()))
    client.initialized(lsp.InitializedParams())
    item = lsp.TextDocumentItem(_URI, "plaintext", 0, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    found = len((await _for_version(told, 0)).diagnostics)
    times = []
    for number in range(1, changes + 1):
        edited = text.replace("。\n", "。" * (1 + number % 2) + "\n", 1)
        document = lsp.VersionedTextDocumentIdentifier(number, _URI)
        whole = lsp.TextDocumentContentChangeWholeDocument(edited)
        begun = perf_counter()
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
        await _for_version(told, number)
        times.append(perf_counter() - begun)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return found, times


async def _for_version(
    told: "asyncio.Queue[lsp.PublishDiagnosticsParams]", version: int
) -> lsp.PublishDiagnosticsParams:
    while True:
        params = await asyncio.wait_for(told.get(), _PATIENCE)
        if params.version == version:
            return params


if __name__ == "__main__":
    main()
