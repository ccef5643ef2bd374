"""Defects of the statutory tables: cells that do not add up, or hold no number."""

import random
import re
from dataclasses import replace

from benchmarks.quality.planting import Mutant, edited, replaced
from benchmarks.quality.reports import Written
from tests.composing.forms import COLUMNS, OUTCOMES, RESULTS, REVIEWS
from tests.composing.lines import joined

_TEXT = ("text-table-mismatch", "percentage", "self-contradiction", "lost-case-unexplained")
"""A number that the text gives too."""
_BARRED = ("县", "区", "县级市", "乡", "民族乡", "镇", "街道")


def bad_cell(report: Written, rng: random.Random) -> Mutant:
    """A stroke, a word or a number with its unit in a cell."""
    address = rng.choice([one for one in report.cells if not one.startswith("t2.fees")])
    start, end = report.cell(address)
    number = report.text[start:end]
    return replaced(
        report, start, end, rng.choice(("/", "-", "—", "无", f"{number}件", "O", "N/A", f"{number}.5"))
    )


def balance(report: Written, rng: random.Random) -> Mutant:
    """One of the four numbers of a column that balance one another is another."""
    row = rng.choice(("new", "carried", "handled", "next"))
    return _changed(report, rng, f"t3.{row}.{rng.choice(COLUMNS[:-1])}")


def result_total(report: Written, rng: random.Random) -> Mutant:
    """One result in one column is another."""
    row = rng.choice(RESULTS[report.form]).id
    return _changed(report, rng, f"t3.{row}.{rng.choice(COLUMNS[:-1])}")


def row_total(report: Written, rng: random.Random) -> Mutant | None:
    """Two totals of rows are changed so that the column of totals still adds up."""
    pairs = [("new", "carried", -1), ("carried", "new", -1), ("handled", "next", -1)]
    pairs += [(row.id, "handled", 1) for row in RESULTS[report.form]]
    one, other, sign = rng.choice(pairs)
    difference = rng.randint(1, 4)
    changes = [(one, difference), (other, sign * difference)]
    if sign == 1:
        changes.append(("next", -difference))
    elif one == "handled":
        changes.append((rng.choice(RESULTS[report.form]).id, difference))
    edits = []
    for row, change in changes:
        address = f"t3.{row}.total"
        value = report.cells[address] + change
        if value < 0:
            return None
        edits.append((*report.cell(address), f"{value:f}"))
    return replace(edited(report, sorted(edits)), entails=_TEXT)


def review_total(report: Written, rng: random.Random) -> Mutant:
    """A number of table four is another; the finding is on the total."""
    group, outcome = rng.choice(REVIEWS), rng.choice(OUTCOMES)
    mutant = _changed(report, rng, f"t4.{group}.{outcome}")
    start, end = report.cell(f"t4.{group}.total")
    grown = len(mutant.text) - len(report.text)
    moved = (start, end + grown) if outcome == "total" else (start + grown, end + grown)
    return replace(mutant, start=moved[0], end=moved[1])


def regulation_power(report: Written, rng: random.Random) -> Mutant | None:
    """规章 made by a body that cannot make any."""
    if report.unit.level not in _BARRED:
        return None
    column = rng.choice(("issued", "valid") if report.form == "2021" else ("made", "made"))
    return _changed(report, rng, f"t2.rules.{column}")


def _changed(report: Written, rng: random.Random, address: str) -> Mutant:
    """The cell larger than it was, or in one case of three smaller where that is possible."""
    start, end = report.cell(address)
    value = report.cells[address]
    difference = rng.randint(1, 9)
    if value >= difference and rng.random() < 1 / 3:
        difference = -difference
    return replace(replaced(report, start, end, f"{value + difference:f}"), entails=_TEXT)


def issued_not_in_force(report: Written, rng: random.Random) -> Mutant | None:
    """Fewer documents in force than were issued and not repealed."""
    if report.form != "2021" or not report.busy:
        return None
    issued, repealed = (int(report.cells[f"t2.normative.{one}"]) for one in ("issued", "repealed"))
    if issued <= repealed:
        return None
    start, end = report.cell("t2.normative.valid")
    mutant = replaced(report, start, end, str(rng.randint(0, issued - repealed - 1)))
    first = report.cell("t2.normative.issued")
    return replace(mutant, entails=_TEXT, also=(first,))


def thousands_mark(report: Written, rng: random.Random) -> Mutant | None:
    """One number with a mark for the thousands among others without."""
    found = [one for one, value in report.cells.items() if value >= 1000 and value % 1 == 0]
    tables = [one[:2] for one in found]
    found = [one for one in found if tables.count(one[:2]) > 1]
    if not found:
        return None
    address = rng.choice(found)
    return replaced(report, *report.cell(address), f"{int(report.cells[address]):,}")


def unpaid_fee(report: Written, _rng: random.Random) -> Mutant | None:
    """A request closed for want of payment, and not a word on fees."""
    if report.form != "2021" or not report.busy or report.cells["t3.granted.natural"] < 1:
        return None
    lines = [line for line in report.lines if line.section != 6 or "处理费" not in line.text]
    if not any(line.section == 6 and line.role == "prose" for line in lines):
        return None
    text = joined(lines)
    places = []
    for row, more in (("granted", -1), ("no_payment", 1)):
        for column in ("natural", "total"):
            address = f"t3.{row}.{column}"
            start, end = report.cell(address)
            new = f"{report.cells[address] + more:f}"
            if end - start != len(new):
                return None
            text = text[:start] + new + text[end:]
            places.append((start, end))
    entails = (*_TEXT, "missing-fee-statement", "empty-section")
    return Mutant(text, *places[2], report.text, also=(places[3],), entails=entails)


def lost_case(report: Written, _rng: random.Random) -> Mutant | None:
    """A decision put right in review, and nothing about it in the text."""
    if not report.busy or report.cells["t4.review.upheld"] < 1:
        return None
    if any(report.cells[f"t4.{group}.corrected"] for group in REVIEWS):
        return None
    lines = [
        replace(line, text=_undisputed(line.text)) if line.role in ("prose", "topic", "lead") else line
        for line in report.lines
    ]
    text, places = joined(lines), []
    for outcome, more in (("upheld", -1), ("corrected", 1)):
        start, end = (at + len(text) - len(report.text) for at in report.cell(f"t4.review.{outcome}"))
        text = text[:start] + f"{report.cells[f't4.review.{outcome}'] + more:f}" + text[end:]
        places.append((start, end))
    return Mutant(text, *places[1], report.text)


def _undisputed(text: str) -> str:
    """Without its sentences on review and suits."""
    return re.sub("[^。]*(?:行政复议|行政诉讼|复议和诉讼)[^。]*。", "", text) or text


def fee_in_yuan(report: Written, rng: random.Random) -> Mutant | None:
    """A fee in yuan where the form asks for ten thousands of them."""
    if report.form != "2021" or report.unit.kind not in "TS":
        return None
    return replaced(report, *report.cell("t2.fees.amount"), str(rng.randint(8, 90) * 1000))
