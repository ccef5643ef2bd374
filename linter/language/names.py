"""What severities, confidences, groups and grounds are called, and what a fix would do, in both languages."""

from linter.model.document import Document, Span
from linter.model.finding import Basis, Edit, Words

SEVERITY = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "note": Words("提示", "note"),
}
CONFIDENCE = {
    "certain": Words("确定", "certain"),
    "likely": Words("较有把握", "likely"),
    "guess": Words("推测", "a guess"),
}
GROUP = {
    "structure": Words("结构", "structure"),
    "numbering": Words("序号", "numbering"),
    "wording": Words("用词", "wording"),
    "punctuation": Words("标点", "punctuation"),
    "tables": Words("表格", "tables"),
    "numbers": Words("数字", "numbers"),
    "identity": Words("主体与时间", "identity"),
    "history": Words("前后年度", "history"),
    "originality": Words("雷同", "originality"),
}
GROUNDS = {
    "text": Words("报告自身的文字", "the report's own text"),
    "convention": Words("行文惯例", "usage"),
}
"""Grounds of a rule that are no document."""


def ground(basis: Basis, lang: str) -> str:
    """A document and its article, or what stands in the place of one."""
    document = GROUNDS[basis.document].say(lang) if basis.document in GROUNDS else basis.document
    return f"{document} {basis.article}" if basis.article else document


def advice(document: Document, edit: Edit) -> Words:
    """What an edit would do."""
    old, new = document[edit.span], edit.text
    if old and new:
        return Words(f"把“{old}”改为“{new}”", f"replace “{old}” by “{new}”")
    if old:
        return Words(f"删去“{old}”", f"delete “{old}”")
    before = document.text[max(0, edit.span.start - 4) : edit.span.start]
    return Words(f"在“{before}”后加“{new}”", f"add “{new}” after “{before}”")


def where(document: Document, span: Span, lang: str) -> str:
    """Where a person finds the first character of `span`: line and column in a text (`24:39`), page or
    paragraph or cell in a file that shows no lines (`第3页`, `第15段`, `表2第6行第4列`)."""
    place = document.place(span)
    if place is None:
        line, column = document.line_column(document.source_span(span).start)
        return f"{line}:{column}"
    if place.cell:
        table, row, column = place.cell
        return Words(f"表{table}第{row}行第{column}列", f"table {table}, row {row}, column {column}").say(
            lang
        )
    if place.page:
        return Words(f"第{place.page}页", f"page {place.page}").say(lang)
    return Words(f"第{place.paragraph}段", f"paragraph {place.paragraph}").say(lang)
