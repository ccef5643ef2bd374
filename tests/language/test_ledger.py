"""Relations judged together say the same as each judged alone."""

import random
from decimal import Decimal

import pytest

from linter.language.forms import addresses
from linter.language.ledger import ledger_of

_RELATIONS = (
    (
        "row.natural + row.business + row.research + row.welfare + row.legal + row.other == row.total",
        (("row", "t3.*"),),
    ),
    (
        "t3.new[column] + t3.carried[column] == t3.handled[column] + t3.next[column]",
        (("column", ("natural", "total")),),
    ),
    ("t3.new.total > 0 implies t3.handled.total > 0", ()),
    ("2 * t3.new.total - 3 <= t3.handled.total + 1", ()),
    ("t3.new.total != 4", ()),
    ("t3.new.total < 5", ()),
    ("t3.new.total >= 1", ()),
)
_NAMES = tuple(addresses("2021"))


@pytest.mark.parametrize(("text", "each"), _RELATIONS)
@pytest.mark.parametrize("seed", range(20))
def test_what_does_not_plainly_hold_is_doubtful(
    text: str, each: tuple[tuple[str, tuple[str, ...] | str], ...], seed: int
) -> None:
    rng = random.Random(seed)
    near = [name for name in _NAMES if name.startswith(("t3.new", "t3.handled", "t3.next"))]
    amounts: dict[str, Decimal | None] = {
        name: Decimal(rng.randrange(1, 6)) for name in rng.sample(near, rng.randrange(12))
    }
    if seed % 3 == 0:
        amounts[rng.choice(near)] = None
    known = set(_NAMES) - set(rng.sample(near, seed % 4))
    ledger = ledger_of(text, each, (), "2021")
    expected = [one for one in ledger.relations if not known >= one.places or not one.holds_for(amounts)]
    assert list(ledger.doubtful(known, amounts)) == expected
