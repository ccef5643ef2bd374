"""One rule told to people: what it finds, why, on what basis, wrong and right texts, how to put it right. `view` is
what there is to tell; `explain` tells it on a terminal, `handbook` on a page."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.language.names import CONFIDENCE, GROUNDS, GROUP, SEVERITY
from linter.model.finding import Basis, Words
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.examples import mark, title_of

_SAID = Words("会这样提示", "What it says")
_WHY = Words("为什么", "Why")
_HOW = Words("怎么改", "How to put it right")
_BASIS = Words("依据", "Basis")
_BAD = Words("错误的写法（【】里是报出的地方）", "Wrong (what is reported stands in 【】)")
_GOOD = Words("正确的写法（不会报）", "Right (nothing is reported)")
_MISSED = Words("已知查不出的写法", "Known not to be found")
_LIMITS = Words("查不出或不管的", "What it does not see")
_EXEMPT = Words("确属例外时", "Where it is right after all")
_LET_PASS = Words(
    "在那一行后面写 <!-- nianbao: ignore {rule} 原因：… -->，Word、PDF 的报告写在 nianbao-suppressions.yaml 里。",
    "write <!-- nianbao: ignore {rule} reason: … --> behind the line; for Word and PDF use nianbao-suppressions.yaml.",
)
_FACTS = Words(
    "规则 {id} · {group}类 · {severity}（{means}）· 把握：{confidence}",
    "rule {id} · {group} · {severity} ({means}) · sureness: {confidence}",
)
_MEANS = {
    "error": Words("应当改正", "to be put right"),
    "warning": Words("建议改正", "had better be put right"),
    "note": Words("供参考，不扣分", "for your information, costs no points"),
}
_OFF = Words(" · 默认不运行，用 --select 打开", " · does not run unless selected")
_MORE = Words("另有 {count} 例，加 --all 显示", "{count} more with --all")


class Shown(NamedTuple):
    """An example: `text` with 【】 round what is found, `fixed` after all fixes; `previous` is last year's report,
    `peer` another unit's, that it stands beside."""

    text: str
    note: str | None = None
    fixed: str | None = None
    previous: str | None = None
    peer: str | None = None


class Part(NamedTuple):
    """A heading, and under it some lines or some examples; `more` says that there are more."""

    heading: str
    lines: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()
    more: str = ""


class View(NamedTuple):
    """All there is to tell about a rule. `facts`: id, group, severity, confidence in a line."""

    title: str
    facts: str
    parts: tuple[Part, ...]


def view(
    rule: Rule, page: RulePage, lang: str, *, said: Words | None = None, most: int | None = None
) -> View:
    """The rule in `lang` (`zh` or `en`); `said`: what it says of a wrong text; `most`: so many examples of a kind."""
    parts = (
        Part(_SAID.say(lang), (said.say(lang),) if said else ()),
        Part(_WHY.say(lang), (rule.why.say(lang),)),
        Part(_HOW.say(lang), (page.how.say(lang),) if page.how else ()),
        Part(_BASIS.say(lang), tuple(_basis(one, lang) for one in rule.basis)),
        _examples(_BAD.say(lang), page.examples, "bad", lang, most),
        _examples(_GOOD.say(lang), page.examples, "good", lang, most),
        _examples(_MISSED.say(lang), page.examples, "missed", lang, most),
        Part(_LIMITS.say(lang), (page.limits.say(lang),) if page.limits else ()),
        Part(_EXEMPT.say(lang), (_LET_PASS.say(lang).format(rule=rule.id),)),
    )
    return View(
        rule.title.say(lang), _facts(rule, lang), tuple(one for one in parts if one.lines or one.shown)
    )


def explain(
    rule: Rule, page: RulePage, lang: str, *, said: Words | None = None, most: int | None = None
) -> str:
    """The page of a rule as plain text that ends with a line break."""
    told = view(rule, page, lang, said=said, most=most)
    lines = [told.title, told.facts]
    for part in told.parts:
        body = [*part.lines, *(_bullet(one, lang) for one in part.shown), *([part.more] if part.more else [])]
        lines += ["", part.heading, *(f"  {line}".rstrip() for one in body for line in one.split("\n"))]
    return "\n".join(lines) + "\n"


def labels(one: Shown, lang: str) -> Iterator[tuple[str, str]]:
    """The texts of an example, each with what it is called; its own text has no name."""
    if one.previous:
        yield Words("上年的报告：", "Last year's report:").say(lang), one.previous
    if one.peer:
        yield Words("另一个单位的报告：", "Another unit's report:").say(lang), one.peer
    yield (Words("本年的报告：", "This year's report:").say(lang) if one.previous else ""), one.text
    if one.fixed:
        yield Words("改为：", "Fixed:").say(lang), one.fixed


def _facts(rule: Rule, lang: str) -> str:
    facts = _FACTS.say(lang).format(
        id=f"{rule.group}/{rule.id}",
        group=GROUP[rule.group].say(lang),
        severity=SEVERITY[rule.severity].say(lang),
        means=_MEANS[rule.severity].say(lang),
        confidence=CONFIDENCE[rule.confidence].say(lang),
    )
    return facts if rule.on else facts + _OFF.say(lang)


def _basis(basis: Basis, lang: str) -> str:
    """《政府信息公开条例》 第五十条：…"""
    known = GROUNDS.get(basis.document)
    document = known.say(lang) if known else basis.document
    where = f"{document} {basis.article}" if basis.article else document
    return where + (Words("：", ": ").say(lang) + basis.says if basis.says else "")


def _examples(heading: str, examples: Iterable[Example], kind: str, lang: str, most: int | None) -> Part:
    found = [one for one in examples if one.kind == kind]
    kept: Sequence[Example] = found[:most]
    left = len(found) - len(kept)
    more = _MORE.say(lang).format(count=left) if left else ""
    return Part(heading, shown=tuple(map(_shown, kept)), more=more)


def _shown(one: Example) -> Shown:
    text = (title_of(one) + mark(one.text, one.expected, "【", "】")).strip("\n")
    rest = (part.strip("\n") if part else None for part in (one.fixed, one.previous, one.peer))
    return Shown(text, one.note, *rest)


def _bullet(one: Shown, lang: str) -> str:
    """The example as an item of a list."""
    note = [f"（{one.note}）"] if one.note else []
    texts = (line for label, text in labels(one, lang) for line in (label, text) if line)
    return "· " + "\n".join([*note, *texts]).replace("\n", "\n  ")
