"""What a comment says of a finding: the message, what to do, what it rests on."""

from linter.language.names import advice, ground
from linter.model.document import Document
from linter.model.finding import Finding

AUTHOR = "nianbao"


def lines(document: Document, finding: Finding, lang: str) -> tuple[str, ...]:
    """The lines of the comment, the message first."""
    between, colon = ("；", "：") if lang == "zh" else ("; ", ": ")
    said = [f"{finding.message.say(lang)} [{finding.rule}]"]
    if finding.fix:
        edits = between.join(advice(document, edit).say(lang) for edit in finding.fix.edits)
        said.append(f"{'建议' if lang == 'zh' else 'Help'}{colon}{edits}")
    if finding.basis:
        basis = between.join(ground(one, lang) for one in finding.basis)
        said.append(f"{'依据' if lang == 'zh' else 'Basis'}{colon}{basis}")
    return tuple(said)
