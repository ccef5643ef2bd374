"""What the reporters for people say, in both languages."""

from collections.abc import Iterable

from linter.language.names import SEVERITY, ground
from linter.language.names import advice as edit_advice
from linter.language.widths import clean
from linter.model.document import Document
from linter.model.finding import SEVERITIES, Basis, Finding, Fix, Severity, Words
from linter.model.result import Result, Run

ADVICE = Words("建议", "help")
BASIS = Words("依据", "basis")
CONFIDENCE = Words("把握", "confidence")
EXPLAIN = Words(
    "规则说明：nianbao explain {rule}",
    "more about a rule: nianbao explain {rule}",
)
FAILED = Words("失败", "failed")
LAST_YEAR = Words("上年报告", "last year's report")
NOTHING = Words("没有发现问题", "nothing found")
NOT_ASSESSED = Words("没能判断的规则：", "rules that could not be judged:")
NOT_CHECKED = Words("没能检查：", "could not be checked:")
REMARKS = Words("备注：", "remarks:")
SEE = Words("另见", "see")
WHY = Words("原因", "why")


def grounds(basis: Iterable[Basis], lang: str) -> str:
    """What a rule rests on, in one line; empty if on nothing."""
    return ("；" if lang == "zh" else "; ").join(ground(one, lang) for one in basis)


def advice(document: Document, fix: Fix, lang: str) -> str:
    """What the fix would do, in one line."""
    return ("；" if lang == "zh" else "; ").join(
        clean(edit_advice(document, one).say(lang)) for one in fix.edits
    )


def counts(findings: Iterable[Finding], lang: str) -> str:
    """How many of each severity, the worst first, and how many are accepted: `2 个错误、1 个提示`."""
    found = list(findings)
    severities = [one.severity for one in found if one.state == "new"]
    numbers = [(severities.count(one), one) for one in reversed(SEVERITIES)]
    said = [_count(number, severity).say(lang) for number, severity in numbers if number]
    new = ("、" if lang == "zh" else ", ").join(said)
    if len(severities) == len(found):
        return new or NOTHING.say(lang)
    zh, en = f"另有 {len(found) - len(severities)} 处已接受", f"{len(found) - len(severities)} accepted"
    return Words(f"{new or '没有新问题'}，{zh}", f"{new or 'nothing new'}, {en}").say(lang)


def fixing(fixed: int | None, fixable: int, hidden: int, lang: str) -> tuple[str, ...]:
    """What was put right, and what can be."""
    lines = []
    if fixed is not None:
        lines.append(Words(f"已修复 {fixed} 处", f"fixed {fixed}"))
    if fixable:
        more = f"（另有 {hidden} 处要加 --unsafe-fixes）" if hidden else ""
        more_en = f" ({hidden} more with --unsafe-fixes)" if hidden else ""
        zh, en = f"[*] 有 {fixable} 处可用 --fix 修复{more}", f"[*] {fixable} fixable with --fix{more_en}"
        lines.append(Words(zh, en))
    elif hidden:
        zh = f"[*] 有 {hidden} 处可用 --fix --unsafe-fixes 修复，修复后请核对"
        lines.append(Words(zh, f"[*] {hidden} fixable with --fix --unsafe-fixes; check them afterwards"))
    return tuple(one.say(lang) for one in lines)


def _count(number: int, severity: Severity) -> Words:
    word = SEVERITY[severity]
    return Words(f"{number} 个{word.zh}", f"{number} {word.en}{'s' if number != 1 else ''}")


def report_line(result: Result, lang: str) -> str:
    """Score, grade and counts of a report: `81.6 分（良），4 个错误、1 个提示`."""
    found = counts(result.findings, lang)
    score = result.score
    if not score.parts:
        return Words(f"未评分，{found}", f"not scored, {found}").say(lang)
    return Words(
        f"{score.total} 分（{score.grade}），{found}", f"{score.total} points ({score.grade}), {found}"
    ).say(lang)


def similarity_line(result: Result, lang: str) -> str:
    """What the report shares with other texts: `与上年报告相同 63%、套话 12%，其余 25%（比对 712 字）`; empty where
    nothing was compared."""
    alike = result.similarity
    if not alike.compared_chars or alike.residual is None:
        return ""
    shares = (
        (Words("与上年报告相同", "in last year's report"), alike.previous),
        (Words("与一个其他单位相同（最多）", "in one other unit's report (the most)"), alike.largest_unit),
        (Words("与所有其他单位相同", "in other units' reports"), alike.any_unit),
        (Words("套话", "stock phrases"), alike.boilerplate),
    )
    said = [f"{words.say(lang)} {share:.0%}" for words, share in shares if share is not None]
    rest, chars = f"{alike.residual:.0%}", alike.compared_chars
    if lang == "en":
        return f"{', '.join(said)}; the rest {rest} (of {chars} compared characters)"
    return f"{'、'.join(said)}，其余 {rest}（比对 {chars} 字）"


def total_line(run: Run, lang: str) -> str:
    """How many files, and what was found in all of them."""
    linted, failed = len(run.results), len(run.failed)
    found = counts((one for result in run.results for one in result.findings), lang)
    zh = f"共检查 {linted} 份报告：{found}" + (f"；另有 {failed} 个没能检查" if failed else "")
    en = f"{linted} report{'s' * (linted != 1)}: {found}" + (
        f"; {failed} could not be checked" if failed else ""
    )
    return Words(zh, en).say(lang)
