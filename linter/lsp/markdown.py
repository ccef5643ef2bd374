"""What is told of a finding or a rule, as Markdown or as plain text."""

from collections.abc import Iterator, Sequence

from linter.language.names import SEVERITY, advice, ground
from linter.model.document import Document
from linter.model.finding import Finding, Words
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook import load_page
from linter.rulebook.examples import mark, title_of

_WHY = Words("为什么", "Why")
_BASIS = Words("依据", "Basis")
_HELP = Words("建议", "Help")
_HOW = Words("怎么改", "How to put it right")
_BAD = Words("错误示例（【】里是报出的地方）", "Wrong (what is found stands in 【】)")
_GOOD = Words("正确示例", "Right")
_LIMITS = Words("查不出或不管的", "What it does not see")
_SPECIAL = "\\`*_[]<>#|~"


def about_finding(document: Document, finding: Finding, rule: Rule | None, lang: str) -> str:
    """What is wrong, why, on what basis, and how it should be, with one wrong and one right text: Markdown."""
    page = load_page(rule) if rule else None
    parts = [
        f"**{SEVERITY[finding.severity].say(lang)}** · {plain(finding.message.say(lang))} `{finding.rule}`",
        *_line(_HELP, _advice(document, finding, lang), lang),
        *_line(_WHY, finding.why.say(lang), lang),
        *_line(_BASIS, "；".join(ground(one, lang) for one in finding.basis), lang),
        *(_line(_HOW, page.how.say(lang), lang) if page and page.how else ()),
        *(_examples(page, "bad", _BAD, 1, lang) if page else ()),
        *(_examples(page, "good", _GOOD, 1, lang) if page else ()),
    ]
    return "\n\n".join(parts)


def about_rule(rule: Rule, lang: str) -> str:
    """The page of a rule: Markdown that ends with a line break."""
    page = load_page(rule)
    basis = [
        f"- {plain(ground(one, lang))}" + (f"：{plain(one.says)}" if one.says else "") for one in rule.basis
    ]
    parts = [
        f"# {plain(rule.title.say(lang))}",
        f"`{rule.group}/{rule.id}` · {SEVERITY[rule.severity].say(lang)}",
        *_section(_WHY, [plain(rule.why.say(lang))], lang),
        *_section(_BASIS, ["\n".join(basis)], lang),
        *_section(_HOW, [plain(page.how.say(lang))] if page.how else [], lang),
        *_section(_BAD, _texts(page, "bad"), lang),
        *_section(_GOOD, _texts(page, "good"), lang),
        *_section(_LIMITS, [plain(page.limits.say(lang))] if page.limits else [], lang),
    ]
    return "\n\n".join(parts) + "\n"


def as_text(markdown: str) -> str:
    """The same for an editor that shows no Markdown."""
    lines = (line for line in markdown.split("\n") if not line.startswith("```"))
    text = "\n".join(line.lstrip("#").lstrip() if line.startswith("#") else line for line in lines)
    text = text.replace("**", "")
    for char in _SPECIAL:
        text = text.replace(f"\\{char}", char)
    return text


def plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would take for its own."""
    for char in _SPECIAL:
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())


def _advice(document: Document, finding: Finding, lang: str) -> str:
    edits = finding.fix.edits if finding.fix else ()
    return ("；" if lang == "zh" else "; ").join(advice(document, one).say(lang) for one in edits)


def _line(name: Words, said: str, lang: str) -> Iterator[str]:
    if said:
        yield f"**{name.say(lang)}**{Words('：', ': ').say(lang)}{plain(said)}"


def _section(name: Words, parts: Sequence[str], lang: str) -> Iterator[str]:
    if any(parts):
        yield f"## {name.say(lang)}"
        yield from parts


def _examples(page: RulePage, kind: str, name: Words, most: int, lang: str) -> Iterator[str]:
    found = _texts(page, kind)[:most]
    if found:
        yield f"**{name.say(lang)}**{Words('：', ': ').say(lang)}"
        yield from found


def _texts(page: RulePage, kind: str) -> list[str]:
    return [_fenced(one) for one in page.examples if one.kind == kind]


def _fenced(example: Example) -> str:
    text = (title_of(example) + mark(example.text, example.expected, "【", "】")).strip("\n")
    return f"```text\n{text.replace('```', '` ` `')}\n```"
