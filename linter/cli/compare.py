"""`nianbao compare A B`: what two reports share, side by side."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TextIO

from linter.analysis import analyse, is_annual_report
from linter.cli.arguments import add_general, command, group, one_of, parse
from linter.cli.outputs import check_writable, write
from linter.cli.status import CLEAN
from linter.compare import compare, to_html, to_json, to_text
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.model.report import Report
from linter.pipeline.originality import corpora
from linter.readers import load, read_bytes
from linter.readers.naming import shown

_FORMATS = {"text": to_text.render, "html": to_html.render, "json": to_json.render}


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:  # noqa: ARG001
    """Write the comparison: 0 whatever they share, UsageError if one cannot be read."""
    about = Words(
        "两份年报逐句对照：B 有多少与 A 相同，各在哪里，改了哪些字。数字、年份、单位名称改了也能认出。",
        "Two reports clause by clause: what B shares with A, where, and what was changed.",
    )
    parser = command("compare", "[选项] A B" if lang == "zh" else "[options] A B", about, lang)
    add = group(parser, Words("对照", "comparison"), lang)
    add("paths", metavar="A B", nargs="*", about=Words("两份报告", "two reports"))
    add(
        "-f",
        "--format",
        metavar="FORMAT",
        default="text",
        type=one_of("-f", tuple(_FORMATS)),
        about=Words("text html json（默认 text）", "text (default), html or json"),
    )
    add("-o", "--output", metavar="FILE", about=Words("写入文件", "write to a file"))
    add("--encoding", metavar="NAME", about=Words("文件的编码", "encoding of the files"))
    add(
        "--corpus",
        metavar="FILE",
        action="append",
        default=[],
        about=Words("另一个语料库里的套话也不算雷同，可重复", "another corpus of stock phrases, repeatable"),
    )
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    if len(values.paths) != 2:
        raise UsageError("要给出两份报告：nianbao compare A B", "name two reports: nianbao compare A B")
    target = Path(values.output) if values.output else None
    check_writable(target, values.paths)
    a, b = (_report(path, values.encoding) for path in values.paths)
    found = compare(a, b, corpora(Path(one) for one in values.corpus))
    data = _FORMATS[values.format](found, lang)
    if target:
        write(target, data)
    else:
        out.write(data)
    return CLEAN


def _report(path: str, encoding: str | None) -> Report:
    """The report of a file; UsageError where there is none."""
    name = shown(Path(path).as_posix())
    try:
        report = analyse(replace(read_bytes(Path(path), load(Path(path)), encoding), path=name))
    except UnreadableReport as error:
        zh, en = error.zh.removeprefix(f"{name}："), error.en.removeprefix(f"{name}: ")
        raise UsageError(f"{name}：{zh}", f"{name}: {en}") from None
    if not is_annual_report(report):
        raise UsageError(f"{name}：不像政府信息公开工作年度报告", f"{name}: this is no annual report")
    return report
