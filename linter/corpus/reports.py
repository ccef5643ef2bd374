"""A corpus of published reports: what most of them write is stock, the rest is each unit's own."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from linter.analysis import analyse, is_annual_report
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.pipeline.one import failure
from linter.readers import load, read_bytes
from linter.readers.folders import File
from linter.similarity.corpus import About, Held
from linter.similarity.records import Record, record
from linter.similarity.with_sklearn import stock_clauses

_NAMED = 3
"""So many files are named where none could be used."""


def report_corpus(files: Iterable[File], name: str, title: str) -> tuple[About, str, tuple[Words, ...]]:
    """What is said of the corpus of those reports, its text, and which files could not be used. The names of each
    unit and what is above it are masked in its text. UsageError if no report is left."""
    records, lost = list[Record](), list[Words]()
    for file in files:
        read = _record(file)
        if isinstance(read, Record):
            records.append(read)
        else:
            lost.append(read)
    if not records:
        raise _none(lost)
    records.sort(key=lambda one: (one.source.unit or "", one.source.year or 0, one.source.path))
    about, text = corpus_of(records, name, title)
    return about, text, tuple(lost)


def _none(lost: Sequence[Words]) -> UsageError:
    """That no report is left, and why the first files could not be used."""
    told = lost[:_NAMED]
    return UsageError(
        "；".join(["这些文件夹里没有可用的报告", *(one.zh for one in told)]),
        "; ".join(["there is no report to use in these folders", *(one.en for one in told)]),
    )


def corpus_of(records: Sequence[Record], name: str, title: str) -> tuple[About, str]:
    """The same of records, in their order."""
    stock = "\n".join(stock_clauses([one.masked for one in records]))
    held, at = list[Held](), len(stock) + 1 if stock else 0
    for one in records:
        held.append(Held(one.source.unit, one.source.year, one.source.path, at))
        at += len(one.masked.text) + 1
    text = "\n".join([*([stock] if stock else []), *(one.masked.text for one in records)])
    version = blake2b(text.encode(), digest_size=4).hexdigest()
    years = sorted({one.source.year for one in records if one.source.year})
    span = f"{years[0]}–{years[-1]}" if years[1:] else "".join(map(str, years))
    made = f"由 {len(records)} 份已公布的报告生成（{span}）"
    titles = {"zh": title or name, "en": title or name}
    return About(name, titles, version, "", made, len(stock), tuple(held)), text


def _record(file: File) -> Record | Words:
    """The record of a file's report; or why there is none."""
    try:
        data = load(file.path) if file.data is None else file.data
        report = analyse(read_bytes(file.path, data, None))
        if not is_annual_report(report):
            raise UnreadableReport("not-a-report", "不像政府信息公开工作年度报告", "this is no annual report")
    except UnreadableReport as error:
        reason = failure(file.name, error).reason
        return Words(f"{file.name}：{reason.zh}，没有用它", f"{file.name}: {reason.en}; it was not used")
    made = record(report)
    return Record(made.source._replace(path=file.name), made.masked)
