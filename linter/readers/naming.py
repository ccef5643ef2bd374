"""Names of files, as they can be shown."""

import os
from contextlib import suppress


def shown(name: str) -> str:
    """A path as text. What of it is no UTF-8 (as in a ZIP from a Chinese Windows) is read as GB18030, or its bytes are
    written out."""
    return "/".join(map(_part, name.split("/")))


def _part(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        data = os.fsencode(name)
        with suppress(UnicodeDecodeError):
            return data.decode("gb18030")
        return data.decode("utf-8", "backslashreplace")
    return name
