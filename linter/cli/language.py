"""Which language to speak, and who says so."""

from collections.abc import Sequence
from itertools import zip_longest
from os import environ
from pathlib import Path

from linter.config.find import finder
from linter.model.errors import LinterError
from linter.model.finding import Words

COMMAND_LINE = Words("命令行", "command line")
USUAL = Words("默认", "default")
_ENVIRONMENT = Words("环境变量 NIANBAO_LANG", "NIANBAO_LANG")


def language(argv: Sequence[str]) -> tuple[str, Words]:
    """`zh` or `en`: `--lang` wherever it stands, else NIANBAO_LANG, else what the working folder's configuration
    (or that of `--config`) says, else Chinese; and which of these it is. What is wrong with it is said later."""
    if given := _option(argv, "--lang"):
        return _known(given), COMMAND_LINE
    if named := environ.get("NIANBAO_LANG", ""):
        return _known(named), _ENVIRONMENT
    file = _option(argv, "--config")
    path = Path(file) if file else finder()(Path())
    return _configured(path) if path else ("zh", USUAL)


def _option(argv: Sequence[str], name: str) -> str:
    """The value of an option, the last one if it stands there several times."""
    value = ""
    for word, after in zip_longest(argv, argv[1:], fillvalue=""):
        if word == "--":
            break
        if word == name or word.startswith(f"{name}="):
            value = after if word == name else word.removeprefix(f"{name}=")
    return value


def _known(name: str) -> str:
    return "en" if name.lower().startswith("en") else "zh"


def _configured(path: Path) -> tuple[str, Words]:
    """What the configuration says; one with a fault says nothing: whoever uses it will tell."""
    from linter.config.load import load_config

    try:
        layer = load_config(path).layer
    except LinterError:
        return "zh", USUAL
    lang = getattr(layer.values, "lang", None)
    if lang not in ("zh", "en") or layer.source is None:
        return "zh", USUAL
    place = f"{layer.source.path}:{layer.source.line((*layer.at, 'lang'))}"
    return lang, Words(place, place)
