"""What rules of wording leave alone: what was damaged in reading, and the lines whose wording the form fixes."""

from linter.model.report import Report


def closed(report: Report) -> tuple[tuple[int, int], ...]:
    """The stretches, in order: damaged ones, the title, the headings of sections. Slips in the
    title and in those headings are found by the rules about them."""
    headings = [one for one in report.sections if one.level == 1]
    found = [(span.start, span.end) for span in report.document.damaged]
    found += [(one.heading.start, max(one.heading.end, one.title.end)) for one in headings]
    title = report.title.span
    if title and not report[title].endswith(("。", "；", "，")):  # a line, not the beginning of a text
        found.append((title.start, title.end))
    return _apart(sorted(found))


def _apart(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted stretches, those that overlap made one, empty ones left out."""
    made: list[tuple[int, int]] = []
    for start, end in stretches:
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif end > start:
            made.append((start, end))
    return tuple(made)
