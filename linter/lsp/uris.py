"""Files as the protocol names them, and back."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname


def path_of(uri: str) -> Path | None:
    """The file that a URI names; None where it names none (a document that was never saved)."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        return None
    path = url2pathname(parts.path)
    return Path(f"//{parts.netloc}{path}" if parts.netloc not in ("", "localhost") else path)


def uri_of(path: Path) -> str:
    """The URI of a file."""
    return path.absolute().as_uri()
