"""What is said of two reports, in both languages."""

from linter.compare.comparison import Comparison, Shared
from linter.language.names import where
from linter.model.finding import Words
from linter.model.report import Report

TITLE = Words("两份年报对照", "Two annual reports compared")
CHANGED = Words("【】里是改动过的字。", "【】 is what was changed.")
COLOURED = Words(
    "同一编号、同一颜色是两边相同的段落，红框里是改动过的字，点编号跳到另一边；虚线下是套话。",
    "The same number and colour mark what both share, a red frame what was changed; a number leads to the other side. "
    "Stock phrases are dotted.",
)
ASIDE = Words(
    "统计表、标题、法定表述不计，单独的套话不算雷同。",
    "Tables, headings and statutory sentences do not count, nor do stock phrases by themselves.",
)
FOR_CHECKING = Words(
    "以下为疑似雷同，供核查；上级统一提供的模板是正当的原因。",
    "Similarities to be checked; a template from above is a good reason for them.",
)
NOTHING = Words("没有发现相同的段落。", "Nothing is shared.")
SAME = Words("一字未改", "word for word")


def percent(share: float) -> str:
    """A share as people write it."""
    return f"{100 * share:.1f}%"


def named(report: Report) -> str:
    """Whose report it is, or its file."""
    title = report.title
    return f"{title.unit}{title.year or ''}" if title.unit else report.document.path


def summary(one: Comparison, lang: str) -> str:
    """How much each shares with the other."""
    kept, count = one.matches, len(one.matches)
    edited = sum(match.kind == "edited" for match in kept)
    return Words(
        f"B 的正文有 {percent(one.shared_b)} 与 A 相同，A 的正文有 {percent(one.shared_a)} 见于 B；"
        f"相同 {count} 处，其中 {edited} 处有改动",
        f"{percent(one.shared_b)} of B is in A, {percent(one.shared_a)} of A is in B; "
        f"{count} stretches, {edited} of them changed",
    ).say(lang)


def stock(one: Comparison, lang: str) -> str:
    """How much of each is stock phrases."""
    shares = [percent(side.boilerplate or 0) for side in (one.similarity_a, one.similarity_b)]
    zh, en = f"套话：A {shares[0]}，B {shares[1]}", f"stock phrases: A {shares[0]}, B {shares[1]}"
    return Words(zh, en).say(lang)


def near(one: Comparison, lang: str) -> str:
    """Which reports of the corpora are most like B; empty where there are none."""
    if not one.near:
        return ""
    reports = [
        f"{found.source.unit or found.source.path}{found.source.year or ''} {percent(found.cosine)}"
        for found in one.near
    ]
    said = Words("、", ", ").say(lang).join(reports)
    return Words(
        f"语料库里与 B 最相近的报告：{said}", f"reports of the corpora that are most like B: {said}"
    ).say(lang)


def places(one: Comparison, match: Shared, lang: str) -> str:
    """Where it stands in both."""
    here, there = where(one.a.document, match.a, lang), where(one.b.document, match.b, lang)
    return f"A {here} ↔ B {there}"


def size(match: Shared, lang: str) -> str:
    """How long it is, and whether anything was changed."""
    changed = len(match.changes)
    if not changed:
        return Words(f"{match.chars} 字，{SAME.zh}", f"{match.chars} characters, {SAME.en}").say(lang)
    return Words(f"{match.chars} 字，改动 {changed} 处", f"{match.chars} characters, {changed} changed").say(
        lang
    )
