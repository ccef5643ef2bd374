"""A TOML file, read with the line of each key."""

import re
import tomllib
from pathlib import Path

from linter.config.toml_lines import key_lines
from linter.language.mistakes import in_chinese
from linter.rulebook.folders import content
from linter.rulebook.located import Source, fault

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

_KEY = re.compile(r"Invalid (?:initial character for a key part|statement)")
"""What Python says of a key that needs quotes."""


def read_toml(path: Path) -> Source:
    """Read a TOML file; UsageError, with the line, for whatever is wrong with it."""
    data = content(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise fault(path, line, (), "文件不是 UTF-8 编码", "the file is not in UTF-8") from None
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        problem = _PLACE.sub("", str(error))
        hint = ("；中文的键要加引号", "; put a Chinese key in quotes") if _KEY.match(problem) else ("", "")
        zh, en = f"TOML 写法有误：{in_chinese(problem)}{hint[0]}", f"not valid TOML ({problem}){hint[1]}"
        raise fault(path, line, (), zh, en) from None
    except RecursionError:
        raise fault(path, 1, (), "嵌套太深", "nested too deep") from None
    return Source(path, value, key_lines(text))
