"""`nianbao lsp`: the language server, over standard input and output."""

import gc
import sys
from collections.abc import Sequence
from typing import BinaryIO, TextIO

from linter.cli.arguments import add_general, command, group, parse
from linter.cli.status import CLEAN
from linter.model.finding import Words

_ABOUT = Words(
    "语言服务器：供 VS Code、Neovim、Emacs 等编辑器在写作时检查，见 docs/editors.md。由编辑器启动，经标准输入输出通信。",
    "The language server, for VS Code, Neovim, Emacs and other editors (docs/editors.md). An editor starts it and"
    " speaks with it over standard input and output.",
)


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Serve until the editor says that it is done."""
    parser = command("lsp", "", _ABOUT, lang)
    add = group(parser, Words("编辑器会加上的", "what editors add"), lang)
    add("--stdio", action="store_true", about=Words("总是如此", "it always does"))
    add(
        "--clientProcessId",
        metavar="N",
        default="",
        about=Words("编辑器的进程号，不用", "the editor's process, not used"),
    )
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    from linter.lsp.server import serve  # the protocol's types take a while

    gc.enable()  # a server lives for days, and the event loop makes cycles
    sys.setswitchinterval(0.001)  # what the editor says must not wait for linting
    sys.stdout = err  # whoever prints must not speak to the editor
    serve(lang, sys.stdin.buffer, out)
    return CLEAN
