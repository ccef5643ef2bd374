"""Findings written into a copy of the file: comments in .docx, highlights in .pdf. All else stays as it was."""

from collections.abc import Callable, Mapping

from linter.annotate import wording
from linter.model.result import Result

Annotate = Callable[[bytes, Result, str], bytes]


def _docx(data: bytes, result: Result, lang: str) -> bytes:
    from linter.annotate.to_docx import annotated

    return annotated(data, result, lang)


def _pdf(data: bytes, result: Result, lang: str) -> bytes:
    from linter.annotate.to_pdf import annotated

    return annotated(data, result, lang)


ANNOTATE: Mapping[str, Annotate] = {"docx": _docx, "pdf": _pdf}
"""By the document's format; what each needs is imported when it is chosen."""

__all__ = ["ANNOTATE", "Annotate", "wording"]
