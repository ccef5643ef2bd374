"""`nianbao corpus`: makes corpora of published reports, and lists those known."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from linter.cli.arguments import add_general, command, group, parse, suggestion
from linter.cli.outputs import check_writable, write
from linter.cli.status import CLEAN, FAILED
from linter.config.find import finder
from linter.language.widths import columns, pad
from linter.model.errors import UnreadableReport, UsageError
from linter.model.finding import Words
from linter.readers.folders import File, files, once
from linter.readers.naming import shown
from linter.similarity.corpus import FORMAT, SHIPPED, SUFFIX, Corpus, load, packed

if TYPE_CHECKING:
    from linter.similarity.corpus import About


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Build a corpus (2 where a file could not be used, the others being in it all the same), or list them."""
    name, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("list", argv)
    if name == "list":
        return _list(rest, lang, out)
    if name == "build":
        return _build(rest, lang, out, err)
    zh, en = suggestion(name, ["list", "build"])
    raise UsageError(
        f"corpus 没有 {name} 这个子命令，可用 list build{zh}",
        f"corpus has no {name}, only list and build{en}",
    )


def _build(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    about = Words(
        "用已公布的年报生成语料库：多数单位都写的话算套话（县级统一模板），其余记在各单位名下；本单位名称一律遮去。",
        "Make a corpus of published reports: what most units write is stock, the rest is each unit's own.",
    )
    parser = command("corpus build", "FOLDER… -o FILE", about, lang)
    add = group(parser, Words("语料", "corpus"), lang)
    add("paths", metavar="FOLDER", nargs="*", about=Words("放年报的文件夹，可以有几个", "folders of reports"))
    add(
        "-o",
        "--output",
        metavar="FILE",
        about=Words(f"写到哪个文件（{SUFFIX}）", f"the file to write ({SUFFIX})"),
    )
    add("--name", metavar="NAME", about=Words("名称；不写则用文件名", "its name; the file's if not given"))
    add("--title", metavar="TEXT", default="", about=Words("标题，如 云溪县2024年", "its title"))
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    if not values.paths or not values.output:
        raise UsageError(
            "要写明文件夹和输出文件：nianbao corpus build FOLDER… -o FILE",
            "name folders and a file: nianbao corpus build FOLDER… -o FILE",
        )
    target = Path(values.output)
    check_writable(target)
    _check_not_lost(target)
    made, text, lost = _made(
        [Path(one) for one in values.paths], shown(values.name or target.stem), shown(values.title)
    )
    write(target, packed(made, text))
    for one in lost:
        print(f"nianbao: {one.say(lang)}", file=err)
    out.write(_told(load(target.resolve()), shown(str(target)), lang).encode() + b"\n")
    return FAILED if lost else CLEAN


def _check_not_lost(target: Path) -> None:
    """UsageError where something other than a corpus would be written over."""
    try:
        with target.open("rb") as file:
            head = file.read(len(FORMAT))
    except OSError:
        return
    if head not in (b"", FORMAT) and target.is_file():
        raise UsageError(
            f"写不了 {target}：已经有这个文件，又不是语料库；请换一个文件名",
            f"cannot write {target}: it exists and is no corpus; give another name",
        )


def _made(folders: Sequence[Path], name: str, title: str) -> "tuple[About, str, tuple[Words, ...]]":
    """What is said of the corpus, its text, and which files could not be used."""
    from linter.corpus.phrases import is_phrases, phrase_corpus

    found = once([one for folder in folders for one in _files(folder)])
    if is_phrases(folders):
        return (*phrase_corpus(folders[0]), ())
    from linter.corpus.reports import report_corpus

    return report_corpus(found, name, title)


def _files(folder: Path) -> tuple[File, ...]:
    """The files of a folder, or that file; UsageError where there is none, or it may not be read."""
    try:
        found = files(str(folder))
    except UnreadableReport as error:
        raise UsageError(f"{folder}：{error.zh}", f"{folder}: {error.en}") from None
    if not folder.exists():
        raise UsageError(f"{folder}：没有这个文件或文件夹", f"{folder}: no such file or folder")
    return found


def _list(argv: Sequence[str], lang: str, out: BinaryIO) -> int:
    about = Words(
        "列出自带的、配置里写的和给出的语料库。", "List the corpora that ship, are configured, or are given."
    )
    parser = command("corpus list", "[FILE…]", about, lang)
    add = group(parser, Words("语料", "corpus"), lang)
    add("paths", metavar="FILE", nargs="*", about=Words("语料库文件", "files of corpora"))
    add_general(parser, lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    paths = [*([SHIPPED] if SHIPPED.exists() else []), *_configured(), *map(Path, values.paths)]
    rows = [(load(path), path) for path in dict.fromkeys(paths)]
    wide = max((columns(corpus.about.name) for corpus, _ in rows), default=0)
    for corpus, path in rows:
        place = Words("自带", "ships with nianbao").say(lang) if path == SHIPPED else shown(str(path))
        out.write(f"{pad(corpus.about.name, wide)}  {_told(corpus, place, lang)}\n".encode())
    return CLEAN


def _configured() -> tuple[Path, ...]:
    """The corpora that the working folder's configuration names."""
    path = finder()(Path())
    if path is None:
        return ()
    from linter.config.load import load_config, settings_for

    return settings_for(None, load_config(path)).corpora


def _told(corpus: Corpus, place: str, lang: str) -> str:
    """What it is, in one line."""
    about = corpus.about
    phrases = corpus.index.text[: about.stock].count("\n") + 1 if about.stock else 0
    title = about.title.get(lang) or about.title.get("zh", "")
    return Words(
        f"{title}，版本 {about.version}：套话 {phrases} 条、{about.stock} 字，报告 {len(about.reports)} 份；"
        f"校验 {corpus.checksum[:12]}；{place}",
        f"{title}, version {about.version}: {phrases} stock phrases of {about.stock} characters, "
        f"{len(about.reports)} reports; checksum {corpus.checksum[:12]}; {place}",
    ).say(lang)
