"""What a comment says of a finding: the message, what to do, what it rests on."""

from linter.model.document import Document
from linter.model.finding import Basis, Edit, Finding

AUTHOR = "nianbao"


def lines(document: Document, finding: Finding, lang: str) -> tuple[str, ...]:
    """The lines of the comment, the message first."""
    zh = lang == "zh"
    said = [f"{finding.message.say(lang)} [{finding.rule}]"]
    if finding.fix:
        advice = "；".join(_advice(document, edit, zh=zh) for edit in finding.fix.edits)
        said.append(f"{'建议' if zh else 'Help'}：{advice}" if zh else f"Help: {advice}")
    if finding.basis:
        basis = "；".join(_ground(one, zh=zh) for one in finding.basis)
        said.append(f"依据：{basis}" if zh else f"Basis: {basis}")
    return tuple(said)


def _advice(document: Document, edit: Edit, *, zh: bool) -> str:
    old = document[edit.span]
    if old and edit.text:
        return f"把“{old}”改为“{edit.text}”" if zh else f"replace “{old}” by “{edit.text}”"
    if old:
        return f"删去“{old}”" if zh else f"delete “{old}”"
    return f"在此处之后加“{edit.text}”" if zh else f"add “{edit.text}” after this"


def _ground(basis: Basis, *, zh: bool) -> str:
    own = (
        {"text": "报告自身的文字", "convention": "行文惯例"}
        if zh
        else {"text": "the report's own text", "convention": "usage"}
    )
    document = own.get(basis.document, basis.document)
    return f"{document} {basis.article}" if basis.article else document
