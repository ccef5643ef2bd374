"""Numbers for the statutory tables that fulfil every relation of the form."""

import random
from collections.abc import Mapping
from decimal import Decimal

from tests.composing.forms import (
    CARRIED,
    COLUMNS,
    DISCLOSURE,
    DONE,
    NEW,
    NEXT,
    OUTCOMES,
    RESULT_GROUPS,
    RESULTS,
    REVIEWS,
)

Cells = dict[str, Decimal]

_ISSUED, _REPEALED, _VALID = "t2.normative.issued", "t2.normative.repealed", "t2.normative.valid"


def draw(rng: random.Random, form: str, kind: str, *, busy: bool) -> Cells:
    """All cells of the three tables by address: zeros, or numbers that agree with one another."""
    cells = {**_disclosure(rng, form, kind, busy=busy), **_requests(rng, form, kind, busy=busy)}
    return {**cells, **_disputes(rng, busy=busy and rng.random() < 0.7)}


def _disclosure(rng: random.Random, form: str, kind: str, *, busy: bool) -> Cells:
    large = {"T": 20, "S": 40, "C": 4000, "D": 600}[kind]
    cells: Cells = {}
    for _, columns, rows in DISCLOSURE[form]:
        for row, _ in rows:
            for column, _ in columns:
                drawn = rng.randint(0, large) if busy and row != "rules" else 0
                cells[f"t2.{row}.{column}"] = Decimal(drawn)
    if not busy:
        return cells
    if form == "2021":
        issued, repealed = rng.randint(1, 6), rng.randint(0, 3)
        cells |= {_ISSUED: Decimal(issued), _REPEALED: Decimal(repealed)}
        cells[_VALID] = Decimal(issued + rng.randint(2, 30))
        cells["t2.fees.amount"] = Decimal(rng.randint(100, 90000)) / 100
    else:
        made = rng.randint(1, 6)
        cells |= {"t2.normative.made": Decimal(made), "t2.normative.published": Decimal(made)}
        cells["t2.normative.public"] = Decimal(made + rng.randint(2, 30))
        for row in ("licence", "other_service", "penalty", "coercion", "fees"):
            cells[f"t2.{row}.change"] = Decimal(rng.randint(-3, 9))
        cells["t2.procurement.amount"] = Decimal(rng.randint(1000, 900000)) / 100
    return cells


def _requests(rng: random.Random, form: str, kind: str, *, busy: bool) -> Cells:
    """Table three, column by column: what came in is shared out over the results and what is left."""
    results = RESULTS[form]
    rows = (NEW, CARRIED, *results, DONE, NEXT)
    cells: Cells = {f"t3.{row.id}.{column}": Decimal(0) for row in rows for column in COLUMNS}
    large = {"T": 12, "S": 20, "C": 260, "D": 60}[kind]
    # No fee notice of a composed report stays unpaid: its last section says so.
    weights = [0 if row.id == "no_payment" else 1 for row in results]
    weights[:2] = 12, 5
    for column in COLUMNS[:-1] if busy else ():
        top = large if column == "natural" else large // 5
        new, carried = rng.randint(1 if column == "natural" else 0, top), rng.randint(0, top // 6)
        left = rng.randint(0, (new + carried) // 6)
        drawn = {NEW.id: new, CARRIED.id: carried, DONE.id: new + carried - left, NEXT.id: left}
        for row in rng.choices(results, weights, k=new + carried - left):
            drawn[row.id] = drawn.get(row.id, 0) + 1
        for row_id, value in drawn.items():
            cells[f"t3.{row_id}.{column}"] = Decimal(value)
            cells[f"t3.{row_id}.total"] += value
    return cells


def _disputes(rng: random.Random, *, busy: bool) -> Cells:
    cells: Cells = {}
    for group in REVIEWS:
        drawn = [rng.choice((0, 0, 0, 0, 1, 1, 2)) if busy else 0 for _ in OUTCOMES[:-1]]
        for outcome, value in zip(OUTCOMES, (*drawn, sum(drawn)), strict=True):
            cells[f"t4.{group}.{outcome}"] = Decimal(value)
    return cells


def result_words(cells: Mapping[str, Decimal], form: str) -> str:
    """The groups of results that are not zero, in the form's order: 予以公开3件，部分公开1件."""
    words = []
    for name, rows in RESULT_GROUPS[form]:
        count = sum(cells[f"t3.{row.id}.total"] for row in rows)
        if count:
            words.append(f"{name}{count}件")
    return "，".join(words)
