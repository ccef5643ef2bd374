"""Comments in a report that let findings pass: `<!-- nianbao: ignore rule-id, rule-id 原因：… -->`."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from linter.language.late import late
from linter.model.document import Document, Paragraph, Span
from linter.model.finding import Finding, Suppression, Words
from linter.model.rule import Rule

MOST = 500
"""Comments that are heeded in one report."""

_FORMATS = ("txt", "md", "html")
"""Those whose source is the file itself."""

_COMMENT = late(r"<!--\s{0,20}nianbao\s{0,20}[:：]\s{0,20}(ignore-file|ignore)?(?![\w-])([^<>]{0,500})-->")
_ANY_COMMENT = late(r"<!--[^<>]{0,600}-->")
_BLANK = late(r"\s+")
_REASON = late(r"(?:原因|理由|reason)\s{0,20}[:：]")
_BETWEEN = late(r"[\s,，、]+")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: the `names` of rules (ids, groups, `group/id`) it lets pass in the `covered` stretches of
    the source, on which `line` it stands, and why. `wrong`: it cannot be understood."""

    line: int
    names: tuple[str, ...]
    covered: tuple[Span, ...]
    reason: str | None
    wrong: bool = False


def suppress(
    findings: Sequence[Finding], document: Document, rules: Iterable[Rule], known: Collection[str] = ()
) -> tuple[tuple[Finding, ...], tuple[Words, ...]]:
    """The findings, those that a comment lets pass as `suppressed`; and what is to be said of comments that
    let nothing pass. `rules` are those that were run: of others nothing is said, unless they are not `known`
    at all (empty: nothing is said of them)."""
    said = comments(document)
    if not said:
        return tuple(findings), ()
    used: set[tuple[int, str]] = set()
    told = []
    for finding in findings:
        span = document.source_span(finding.span)
        own = {finding.rule, finding.group, f"{finding.group}/{finding.rule}"}
        hits = [
            (number, name, one)
            for number, one in enumerate(said)
            if any(part.start <= span.end and span.start <= part.end for part in one.covered)
            for name in one.names
            if name in own
        ]
        used |= {(number, name) for number, name, _ in hits}
        told.append(_passed(finding, hits[0][2]) if hits else finding)
    run = {name for rule in rules for name in (rule.id, rule.group, f"{rule.group}/{rule.id}")}
    return tuple(told), tuple(_remarks(said, used, run, known))


def comments(document: Document) -> tuple[Comment, ...]:
    """The comments of a report that speak to nianbao, the first `MOST` of them."""
    if document.format not in _FORMATS or "nianbao" not in document.source:
        return ()
    found = list(islice(_COMMENT.finditer(document.source), MOST))
    texts = _first_texts(document) if found else ()
    return tuple(_comment(document, match, texts) for match in found)


def _comment(document: Document, match: re.Match[str], texts: Sequence[int | None]) -> Comment:
    line, _ = document.line_column(match.start())
    names, *reason = _REASON.split(match[2], maxsplit=1)
    covered: tuple[Span, ...] = (Span(0, len(document.source)),)
    if match[1] != "ignore-file":
        covered = _covered(document, match, line, texts)
    rules = tuple(name for name in _BETWEEN.split(names) if name)
    why = reason[0].strip() if reason else None
    return Comment(line, rules, covered, why, not rules or match[1] is None)


def _covered(
    document: Document, match: re.Match[str], line: int, texts: Sequence[int | None]
) -> tuple[Span, ...]:
    """What a comment speaks of: the line at whose end it stands; alone on its line, the next line that says
    something, and the paragraph that begins there (in a page, the next paragraph)."""
    text = texts[line - 1]
    if text is not None and text < match.start():
        return (_line(document, line),)
    following = next((n for n in range(line, len(texts)) if texts[n] is not None), None)
    if following is None:
        return ()
    target = _line(document, following + 1)
    last = len(document.source) if document.format == "html" else target.end
    index = bisect_left(document.blocks, match.end(), key=lambda one: document.source_span(one.span).start)
    block = document.blocks[index] if index < len(document.blocks) else None
    if not isinstance(block, Paragraph) or document.source_span(block.span).start > last:
        return (target,)
    return (target, document.source_span(block.span))


def _first_texts(document: Document) -> tuple[int | None, ...]:
    """For each line of the source, where something begins that is neither white space nor a comment."""
    source, found = document.source, []
    for number in range(1, len(document.lines) + 1):
        at, end = _line(document, number)
        while skipped := _ANY_COMMENT.match(source, at, end) or _BLANK.match(source, at, end):
            at = skipped.end()
        found.append(at if at < end else None)
    return tuple(found)


def _line(document: Document, line: int) -> Span:
    """A line (1-based) of the source without its end."""
    end = document.lines[line] if line < len(document.lines) else len(document.source)
    start = document.lines[line - 1]
    return Span(start, start + len(document.source[start:end].rstrip("\r\n")))


def _passed(finding: Finding, comment: Comment) -> Finding:
    return replace(finding, state="suppressed", suppression=Suppression("comment", comment.reason))


def _remarks(
    said: Sequence[Comment], used: set[tuple[int, str]], run: set[str], known: Collection[str]
) -> Iterator[Words]:
    """`12：…` of each comment that has no effect."""
    for number, one in enumerate(said):
        if one.wrong:
            yield Words(
                f"{one.line}：看不懂这条注释，没有起作用；写法是 <!-- nianbao: ignore 规则名 原因：… -->",
                f"{one.line}: this comment has no effect; write <!-- nianbao: ignore RULE reason: … -->",
            )
            continue
        for name in one.names:
            if (number, name) in used:
                continue
            if name in run:
                yield Words(
                    f"{one.line}：注释放过的 {name} 没有出现，可以删去",
                    f"{one.line}: the comment ignores {name}, which is not found here; remove it",
                )
            elif known and name not in known:
                yield Words(
                    f"{one.line}：注释里的 {name} 不是规则名",
                    f"{one.line}: there is no rule {name} to ignore",
                )
