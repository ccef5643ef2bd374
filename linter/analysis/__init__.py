"""Document to report: `analyse` walks title, outline, tables, running text, lists and numbers in that order."""

from dataclasses import replace

from linter.analysis.facts import facts
from linter.analysis.grids import cells
from linter.analysis.lists import lists
from linter.analysis.outline import contexts, headings, sections
from linter.analysis.recognise import is_annual_report, is_of_school_year
from linter.analysis.sentences import prose, sentences
from linter.analysis.title import is_title, title
from linter.model.document import Document, Paragraph, Span
from linter.model.report import Report

__all__ = ["analyse", "is_annual_report", "is_of_school_year"]


def analyse(document: Document, previous: Report | None = None) -> Report:
    """What the document says, as far as it can be told without judging it."""
    head = title(document)
    after = head.span.end if is_title(document[head.span]) else 0
    first = next(
        (n for n, block in enumerate(document.blocks) if block.span.start >= after), len(document.blocks)
    )
    found = headings(document, first)
    places = contexts(document, found)
    running = prose(document, found, places, first)
    form, table_cells, unread = cells(document)
    report = Report(
        document=document,
        title=head,
        form=form,
        lead=_lead(document, first, found[0].block if found else len(document.blocks)),
        sections=sections(document, found),
        prose=running,
        sentences=sentences(document, running, found, places),
        lists=lists(document, found, places),
        cells=table_cells,
        unread=unread,
        names=frozenset(name for name in (head.unit, *head.parents) if name),
        previous=previous,
    )
    return replace(report, facts=facts(report))


def _lead(document: Document, first: int, until: int) -> Span | None:
    """What stands between the title and the first heading."""
    blocks = [block for block in document.blocks[first:until] if isinstance(block, Paragraph)]
    return Span(blocks[0].span.start, blocks[-1].span.end) if blocks else None
