"""For every rule, ways to plant a defect of its kind."""

from collections.abc import Mapping

from benchmarks.quality.mutators import (
    history,
    identity,
    layout,
    numbering,
    numbers,
    punctuation,
    structure,
    tables,
    wording,
)
from benchmarks.quality.planting import Mutator, saying, sentences

_PLANTED: Mapping[str, tuple[Mutator, ...]] = {
    "announced-parts": (structure.announced_parts,),
    "empty-section": (structure.empty_section, structure.empty_problems),
    "missing-accountability-results": (structure.missing_results,),
    "missing-fee-statement": (structure.missing_fee,),
    "missing-section": (structure.missing_section,),
    "missing-topic": (structure.missing_topic,),
    "placeholder-left": (structure.gap,),
    "plans-only": (structure.plans_only,),
    "section-heading": (structure.misspelt_heading,),
    "section-order": (structure.moved_section,),
    "superseded-form": (structure.older_form,),
    "tables-unreadable": (structure.lost_table,),
    "thin-problems": (structure.thin,),
    "title-form": (structure.wrong_title,),
    "unpaired-problems": (structure.unpaired,),
    "announced-count": (numbering.announced_count,),
    "enumeration-order": (
        numbering.wrong_mark,
        numbering.wrong_mark_of_paragraph,
        numbering.wrong_topic_mark,
    ),
    "ordinal-mark": (numbering.wrong_stop, numbering.wrong_stop_of_topics),
    "section-numbering": (numbering.wrong_section_number,),
    "bad-cell": (tables.bad_cell,),
    "balance": (tables.balance,),
    "regulation-power": (tables.regulation_power,),
    "result-total": (tables.result_total,),
    "review-total": (tables.review_total,),
    "row-total": (tables.row_total,),
    "itemised-sum": (numbers.itemised_sum,),
    "text-table-mismatch": (numbers.text_table, numbers.text_table_none),
    "doubled-mark": (punctuation.doubled_mark,),
    "half-width-mark": (punctuation.half_width,),
    "missing-ending": (punctuation.missing_ending,),
    "unpaired-mark": (punctuation.unpaired,),
    "duplicate-sentence": (wording.repeated_sentence,),
    "duplicate-wording": (wording.stutter, wording.same_twice),
    "unparallel-items": (wording.unlabelled_item,),
    "statistic-period": (identity.other_period,),
    "unit-level": (identity.other_level,),
    "wrong-year": (identity.other_year,),
    "phone-area-code": (identity.no_area_code,),
    "signature-date": (identity.signed_on_another_day,),
    "signature-unit": (identity.signed_by_another,),
    "heading-levels": (layout.same_level, layout.other_mark),
    "run-in-heading": (layout.run_in,),
    "list-separator": (layout.separators,),
    "repeated-heading": (layout.repeated_heading,),
    "topic-order": (layout.topic_order,),
    "unparallel-headings": (layout.other_tail,),
    "misplaced-table": (layout.misplaced_table,),
    "long-sentence": (layout.long_sentence,),
    "long-paragraph": (layout.long_paragraph,),
    "carried-over": (history.carried_over,),
    "document-stock": (history.document_stock,),
    "previous-figure": (history.previous_figure,),
    "same-figures": (history.same_figures,),
    "same-plans": (history.same_plans,),
    "same-problems": (history.same_problems,),
    "same-table": (history.same_table,),
    "year-on-year": (history.year_on_year,),
    "bracket-width": (numbering.bracket_width,),
    "empty-item": (numbering.empty_item,),
    "mixed-marks": (numbering.mixed_marks,),
    "repeated-label": (numbering.repeated_label,),
    "referred-count": (structure.referred,),
    "topic-mismatch": (structure.strange_topic,),
    "issued-not-in-force": (tables.issued_not_in_force,),
    "lost-case-unexplained": (tables.lost_case,),
    "thousands-mark": (tables.thousands_mark,),
    "unpaid-fee-unexplained": (tables.unpaid_fee,),
    "empty-achievement": (numbers.empty_achievement,),
    "mixed-unit": (numbers.mixed_unit,),
    "percentage": (numbers.wrong_share,),
    "self-contradiction": (numbers.contradiction,),
    "heading-mark": (punctuation.marked_heading,),
    "leading-mark": (punctuation.leading_mark,),
    "title-for-account": (punctuation.account_as_title,),
    "copied-from-last-year": (history.copied_report,),
    "fee-in-yuan": (tables.fee_in_yuan,),
    "copied-inside": (wording.repeated_passage,),
    "overview-length": (layout.long_overview,),
}

_BODIES = ("thin-problems", "plans-only", "unpaired-problems", "referred-count")
"""Their texts are whole sections, put in by the mutators above."""

UNPLANTED: Mapping[str, str] = {
    "boilerplate": "needs whole paragraphs of the corpus that ships, which no report here may hold",
    "copied-from-peer": "needs reports of other units as a corpus",
}
"""Rules without a mutator, and why."""


def mutators() -> Mapping[str, tuple[Mutator, ...]]:
    """The mutators by rule: those above, and one that says a sentence of `sentences/` for each rule there."""
    said = {rule: (saying(rule),) for rule in sentences() if rule not in _BODIES}
    return {rule: _PLANTED.get(rule, ()) + said.get(rule, ()) for rule in {**_PLANTED, **said}}
