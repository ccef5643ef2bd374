"""What rules of wording leave alone: what was damaged in reading, and the lines whose wording the form fixes."""

from linter.model.report import Report


def closed(report: Report) -> tuple[tuple[int, int], ...]:
    """The stretches, in order: damaged ones, the title, the headings of the form's six sections. Slips in the
    title and in those headings are found by the rules about them."""
    form = (one.heading.start for one in report.sections if one.level == 1 and one.kind)
    ends = (max(one.heading.end, one.title.end) for one in report.sections if one.level == 1 and one.kind)
    found = [(span.start, span.end) for span in report.document.damaged]
    found += zip(form, ends, strict=True)
    if report.title.unit or report.title.year:  # not merely the first line of something else
        found.append((report.title.span.start, report.title.span.end))
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
