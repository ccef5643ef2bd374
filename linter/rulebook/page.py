"""One rule told to people: why, on what basis, wrong and right texts, how to put it right."""

from collections.abc import Iterable, Iterator

from linter.language.names import CONFIDENCE, GROUNDS, GROUP, SEVERITY
from linter.model.finding import Basis, Words
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.examples import mark, title_of

_WHY = Words("为什么", "Why")
_BASIS = Words("依据", "Basis")
_BAD = Words("错误的写法（【】里是报出的地方）", "Wrong (what is reported stands in 【】)")
_GOOD = Words("正确的写法", "Right")
_HOW = Words("怎么改", "How to put it right")
_LIMITS = Words("查不出或不管的", "What it does not see")
_MISSED = Words("已知查不出的写法", "Known not to be found")
_FIXED = Words("改为：", "Fixed:")
_OFF = Words("默认不运行，用 --select 打开", "does not run unless selected")


def explain(rule: Rule, page: RulePage, lang: str) -> str:
    """The page of a rule in `lang` (`zh` or `en`), as plain text that ends with a line break."""
    facts = [
        GROUP[rule.group],
        SEVERITY[rule.severity],
        CONFIDENCE[rule.confidence],
        *([] if rule.on else [_OFF]),
    ]
    lines = [rule.title.say(lang), " · ".join([f"{rule.group}/{rule.id}", *(one.say(lang) for one in facts)])]
    parts = [
        (_WHY, [rule.why.say(lang)]),
        (_BASIS, [_basis(one, lang) for one in rule.basis]),
        (_HOW, [page.how.say(lang)] if page.how else []),
        (_BAD, _texts(page.examples, "bad", lang)),
        (_GOOD, _texts(page.examples, "good", lang)),
        (_MISSED, _texts(page.examples, "missed", lang)),
        (_LIMITS, [page.limits.say(lang)] if page.limits else []),
    ]
    for heading, body in parts:
        if body:
            lines += [
                "",
                heading.say(lang),
                *(f"  {line}".rstrip() for one in body for line in one.split("\n")),
            ]
    return "\n".join(lines) + "\n"


def _basis(basis: Basis, lang: str) -> str:
    """《政府信息公开条例》 第五十条：…"""
    known = GROUNDS.get(basis.document)
    where = " ".join(
        [known.say(lang) if known else basis.document, *([basis.article] if basis.article else [])]
    )
    return where + (Words("：", ": ").say(lang) + basis.says if basis.says else "")


def _texts(examples: Iterable[Example], kind: str, lang: str) -> list[str]:
    """The examples of one kind, each a bullet."""
    return [_bullet(_told(one, lang)) for one in examples if one.kind == kind]


def _bullet(lines: Iterable[str]) -> str:
    text = "\n".join(lines)
    return "· " + text.replace("\n", "\n  ")


def _told(example: Example, lang: str) -> Iterator[str]:
    """An example's lines: note, text with its marks, what it becomes."""
    if example.note:
        yield f"（{example.note}）"
    yield (title_of(example) + mark(example.text, example.expected, "【", "】")).strip("\n")
    if example.fixed:
        yield _FIXED.say(lang)
        yield example.fixed.strip("\n")
