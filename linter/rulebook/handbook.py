"""The pages of all rules: one for each in Markdown, an index of them, and a checklist for paper."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from linter.language.names import GROUP, SEVERITY
from linter.model.finding import Words
from linter.model.rule import Rule, RulePage
from linter.rulebook.page import View, labels, view

MADE = "<!-- 由 rules/ 生成，请勿手改：make docs · generated from rules/ -->"
ORDER = (
    "structure",
    "identity",
    "numbers",
    "tables",
    "history",
    "originality",
    "numbering",
    "wording",
    "punctuation",
)
"""The groups as one goes through a report: what it is made of, what it says, how it says it."""

_ASKS = {
    "structure": "标题、各部分和应写的事项是否齐全",
    "identity": "单位、年份、时间和依据是否写对",
    "numbers": "正文里的数字是否前后一致、与统计表一致",
    "tables": "三张统计表是否填全、勾稽关系是否成立",
    "history": "与上年的报告是否衔接、有没有照抄",
    "originality": "有没有与别的单位、通用文字雷同",
    "numbering": "序号和层次是否连续、统一",
    "wording": "用词、语句是否通顺准确",
    "punctuation": "标点是否正确",
}
_COMMENT = re.compile(r"(<!--[^>]{0,200}-->)")
_MARKS = re.compile(r"[*_<`\[\\]")
_INDEX = """\
# 规则说明 · The rules

每条规则一页：为什么查、依据什么、怎么改、正误示例。`nianbao explain 规则名` 显示同样的内容；打印用的
[填报前自查表](../checklist.html)由此生成。A page for each rule: why, on what basis, how to put it right, wrong and
right texts.
"""
_STYLE = """\
@page { size: A4; margin: 16mm 14mm 14mm }
body { font: 10.5pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; color: #000; margin: 0 auto;
  max-width: 182mm }
h1 { font-size: 18pt; text-align: center; margin: 0 0 4mm; letter-spacing: .2em }
h2 { font-size: 12pt; margin: 5mm 0 1.5mm; break-after: avoid }
p { margin: 0 0 2mm } .fields { display: flex; gap: 6mm } .fields span { flex: 1; border-bottom: .3mm solid #000 }
table { width: 100%; border-collapse: collapse } thead { display: table-header-group } tr { break-inside: avoid }
th, td { border: .2mm solid #555; padding: .8mm 1.5mm; text-align: left; vertical-align: top }
th { background: #eee; font-weight: normal } td:first-child { width: 7mm; text-align: center }
td:nth-child(2) { width: 58mm } td small { color: #444; font-family: monospace; font-size: 7.5pt }
"""


def pages(told: Mapping[str, tuple[Rule, RulePage, Words | None]]) -> dict[str, str]:
    """By file name, the page of each rule (by id: the rule, its page and what it says of a wrong text) and the index,
    which is README.md."""
    rules = [rule for rule, _, _ in told.values()]
    made = {f"{name}.md": markdown(rule, page, said) for name, (rule, page, said) in told.items()}
    return {"README.md": index(rules), **made}


def markdown(rule: Rule, page: RulePage, said: Words | None = None) -> str:
    """The page of a rule: Chinese, with title and reason in English too."""
    return "\n".join([MADE, *_told(rule, view(rule, page, "zh", said=said))]) + "\n"


def index(rules: Iterable[Rule]) -> str:
    """Links to all pages, by group."""
    lines = [MADE, _INDEX.rstrip("\n")]
    for group, own in _grouped(rules):
        lines += ["", f"## {GROUP[group].zh} · {GROUP[group].en}", "", "| 规则 | 严重程度 | 查什么 | Finds |"]
        lines.append("| --- | --- | --- | --- |")
        for one in own:
            title = one.title.zh + ("" if one.on else "（默认关）")
            cells = (f"[{one.id}]({one.id}.md)", SEVERITY[one.severity].zh, title, one.title.en)
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def checklist(told: Iterable[tuple[Rule, RulePage]]) -> str:
    """《填报前自查表》 as a web page that prints on A4: what should not be found, group by group."""
    running = [one for one in told if one[0].on]
    ways, rules = {rule.id: page.how for rule, page in running}, [rule for rule, _ in running]
    body = [
        line
        for number, (group, own) in enumerate(_grouped(rules), 1)
        for line in _table(number, group, own, ways)
    ]
    return (
        "\n".join(
            [
                "<!DOCTYPE html>",
                '<html lang="zh-CN"><head><meta charset="utf-8"><title>填报前自查表</title>',
                f"{MADE}\n<style>\n{_STYLE}</style></head><body>",
                "<h1>填报前自查表</h1>",
                "<p>政府信息公开工作年度报告发布之前，逐项核对；没有这个问题的在左边打勾，有的照右边改好再打勾。</p>",
                '<p class="fields">单位<span></span>年度<span></span>核对人<span></span>日期<span></span></p>',
                *body,
                "</body></html>",
            ]
        )
        + "\n"
    )


def _told(rule: Rule, told: View) -> Iterator[str]:
    yield from (f"# {_plain(told.title)}", "", f"*{_plain(rule.title.en)}*", "", told.facts)
    for part in told.parts:
        yield from ("", f"## {part.heading}", "")
        lines = [_plain(line) for line in part.lines]
        yield from (f"- {line}" for line in lines) if len(lines) > 1 else lines
        if rule.why.zh in part.lines:
            yield from ("", f"> {_plain(rule.why.en)}")
        for number, one in enumerate(part.shown, 1):
            yield f"{number}. {_plain(one.note or '例')}"
            for label, text in labels(one, "zh"):
                yield from ("", *([f"   {label}", ""] if label else []), "   ```text")
                yield from (f"   {line}".rstrip() for line in text.split("\n"))
                yield "   ```"
            yield ""
    yield from ("", "[全部规则](README.md)")


def _plain(text: str) -> str:
    """Text in which Markdown sees no marks of its own; a comment to be written stands as code."""
    return "".join(
        f"`{part}`" if part.startswith("<!--") else _MARKS.sub(r"\\\g<0>", part)
        for part in _COMMENT.split(text)
    )


def _grouped(rules: Iterable[Rule]) -> Iterator[tuple[str, Sequence[Rule]]]:
    every = tuple(rules)
    for group in ORDER:
        if own := sorted((one for one in every if one.group == group), key=lambda one: one.id):
            yield group, own


def _table(number: int, group: str, rules: Iterable[Rule], ways: Mapping[str, Words | None]) -> Iterator[str]:
    yield f"<h2>{number}. {_ASKS[group]}</h2>"
    yield "<table><thead><tr><th>✓</th><th>没有这个问题</th><th>怎样核对、怎样改</th></tr></thead><tbody>"
    for one in rules:
        how = ways[one.id]
        told = escape(how.zh if how else one.why.zh)
        title = escape(one.title.zh)
        yield f"<tr><td>□</td><td>{title}<br><small>{one.id}</small></td><td>{told}</td></tr>"
    yield "</tbody></table>"
