"""Many relations between numbers judged at once, by a look at the few numbers that are not zero."""

import operator
from collections import defaultdict
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.language.relations import Groups, Names, Relation, Sign, relations

_ZERO = Decimal(0)
_TESTS: Mapping[Sign, Callable[[Decimal, Decimal], bool]] = {
    "==": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "!=": operator.ne,
}


class Ledger(NamedTuple):
    """Relations, and what each address counts in which of them. A relation without condition is a sum, its left side
    less its right, that is compared with zero: `constants` are what the sums begin with. `hold_for_zeros`: all do so
    where every sum is zero."""

    relations: tuple[Relation, ...]
    places: frozenset[str]
    shares: Mapping[str, tuple[tuple[int, int], ...]]
    constants: tuple[Decimal, ...]
    tests: tuple[Callable[[Decimal, Decimal], bool], ...]
    conditional: tuple[int, ...]
    hold_for_zeros: bool

    def doubtful(
        self, known: AbstractSet[str], amounts: Mapping[str, Decimal | None]
    ) -> tuple[Relation, ...]:
        """The relations of which it is not plain that they hold, where the numbers of the addresses `known` are 0 but
        for `amounts` (None: no number)."""
        sums, unsure, shares = list(self.constants), set[int](), self.shares
        for address, amount in amounts.items():
            for number, factor in shares.get(address, ()):
                if amount is None:
                    unsure.add(number)
                else:
                    sums[number] += amount if factor == 1 else amount * factor
        if any(sums) or not self.hold_for_zeros:
            compared = enumerate(zip(self.tests, sums, strict=True))
            unsure.update([number for number, (test, total) in compared if not test(total, _ZERO)])
        for number in self.conditional:
            if not self.relations[number].holds_for(amounts):
                unsure.add(number)
        if not known >= self.places:
            unsure.update([n for n, one in enumerate(self.relations) if not known >= one.places])
        return tuple([self.relations[number] for number in sorted(unsure)])


@lru_cache(maxsize=256)
def ledger_of(
    text: str, each: Names, groups: Groups, form: str | None, facts: tuple[str, ...] = ()
) -> Ledger:
    """The relations that these are (see `relations`), to be judged together."""
    made = relations(text, each, groups, form, facts)
    shares = defaultdict[str, list[tuple[int, int]]](list)
    plain = [(number, one) for number, one in enumerate(made) if one.when is None]
    for number, one in plain:
        for term in one.terms:
            shares[term.address].append((number, term.factor))
    tests = tuple(_TESTS[one.must.sign] if one.when is None else operator.eq for one in made)
    return Ledger(
        relations=made,
        places=frozenset().union(*(one.places for one in made)),
        shares={address: tuple(counted) for address, counted in shares.items()},
        constants=tuple(_constant(one) for one in made),
        tests=tests,
        conditional=tuple(number for number, one in enumerate(made) if one.when is not None),
        hold_for_zeros=all(test(_ZERO, _ZERO) for test in tests),
    )


def _constant(one: Relation) -> Decimal:
    return Decimal(one.must.left.constant - one.must.right.constant) if one.when is None else _ZERO
