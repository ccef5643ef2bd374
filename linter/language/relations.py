"""Relations between numbers that have addresses, as rules write them: `row.natural + row.other == row.total`.

A relation is linear: names, `+ - *`, whole numbers, `sum(…)` and one comparison; `a > 0 implies b > 0` says that
the second must hold where the first does. `t3.new[column]` puts the value of `column` in; a group of names in
`sum(t3.results[column])` stands for all of its names that the form has."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple, cast

from linter.language.forms import FORMS, NEWEST, TABLES, addresses
from linter.model.finding import Term

Sign = Literal["==", "<=", ">=", "<", ">", "!="]
Names = tuple[tuple[str, tuple[str, ...] | str], ...]
"""Per variable its values, or a pattern of addresses: `t3.*` for all rows of table three."""
Groups = tuple[tuple[str, tuple[str, ...]], ...]

_SIGNS: Mapping[type[ast.cmpop], Sign] = {
    ast.Eq: "==",
    ast.LtE: "<=",
    ast.GtE: ">=",
    ast.Lt: "<",
    ast.Gt: ">",
    ast.NotEq: "!=",
}


_ZERO = Decimal(0)


class Side(NamedTuple):
    """The sum of some numbers, each times its factor, and of a constant."""

    terms: tuple[Term, ...]
    constant: int = 0

    def value(self, numbers: Mapping[str, Decimal]) -> Decimal:
        """The sum; all numbers must be known."""
        return sum((numbers[term.address] * term.factor for term in self.terms), Decimal(self.constant))


class Comparison(NamedTuple):
    """Two sums and how they must compare."""

    left: Side
    sign: Sign
    right: Side

    def holds(self, numbers: Mapping[str, Decimal]) -> bool:
        """Whether it is so; all numbers must be known."""
        left, right = self.left.value(numbers), self.right.value(numbers)
        match self.sign:
            case "==":
                return left == right
            case "<=":
                return left <= right
            case ">=":
                return left >= right
            case "<":
                return left < right
            case ">":
                return left > right
            case "!=":
                return left != right


class Relation(NamedTuple):
    """What must hold, where `when` holds. `addresses` are all that it speaks of, `places` the same as a set."""

    must: Comparison
    when: Comparison | None
    addresses: tuple[str, ...]
    places: frozenset[str]
    holds_for_zeros: bool

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms of what must hold; those of the right side count negative."""
        right = (Term(term.address, -term.factor) for term in self.must.right.terms)
        return (*self.must.left.terms, *right)

    def holds(self, numbers: Mapping[str, Decimal]) -> bool:
        """Whether it is so; all numbers must be known."""
        return (self.when is not None and not self.when.holds(numbers)) or self.must.holds(numbers)

    def holds_for(self, others: Mapping[str, Decimal | None]) -> bool:
        """The same of numbers that are 0 but for `others`; false where one of them is not known."""
        amounts = {address: others[address] for address in self.places & others.keys()}
        known = {address: amount for address, amount in amounts.items() if amount is not None}
        if not amounts:
            return self.holds_for_zeros
        return len(known) == len(amounts) and self.holds(dict.fromkeys(self.addresses, _ZERO) | known)


class _NotInForm(Exception):
    """The form of the report has no cell of that address: the relation says nothing about it."""


def objection_to(text: str, each: Names, groups: Groups) -> str | None:
    """Why `text` is no relation, in a word or two; None if it is one."""
    try:
        _parse(text)
        for form in FORMS:
            relations(text, each, groups, form)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return str(error)
    return None


@lru_cache(maxsize=256)
def relations(
    text: str, each: Names, groups: Groups, form: str | None, facts: tuple[str, ...] = ()
) -> tuple[Relation, ...]:
    """One relation for every value of every variable. `facts`: addresses, besides those of the form's cells,
    that a pattern may mean. Relations about cells that the form does not have are left out."""
    known = dict.fromkeys((*addresses(form or NEWEST), *facts))
    names = [name for name, _ in each]
    values = [_matching(one, known) if isinstance(one, str) else one for _, one in each]
    made = []
    for combination in product(*values):
        scope = _Scope(dict(zip(names, combination, strict=True)), dict(groups), known)
        try:
            made.append(scope.relation(*_parse(text)))
        except _NotInForm:
            continue
    return tuple(made)


def needs_facts(each: Names) -> bool:
    """Whether a variable ranges over something else than the cells of tables."""
    return any(isinstance(one, str) and one.split(".")[0] not in TABLES for _, one in each)


def _matching(pattern: str, known: Iterable[str]) -> tuple[str, ...]:
    """The fronts of addresses that fit a pattern, as many parts long as it is."""
    parts = pattern.split(".")
    found: dict[str, None] = {}
    for address in known:
        front = address.split(".")[: len(parts)]
        if len(front) == len(parts) and all(p in ("*", one) for p, one in zip(parts, front, strict=True)):
            found[".".join(front)] = None
    return tuple(found)


@lru_cache(maxsize=64)
def _parse(text: str) -> tuple[ast.Compare, ast.Compare | None]:
    """What must hold, and where."""
    parts = [_comparison(part) for part in text.split(" implies ")]
    if len(parts) > 2:
        raise ValueError("implies 只能有一个 (only one implies)")
    return parts[-1], parts[0] if len(parts) == 2 else None


def _comparison(text: str) -> ast.Compare:
    tree = ast.parse(" ".join(text.split()), mode="eval").body
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in _SIGNS:
        raise ValueError("要有一个比较：== <= >= < > != (one comparison is needed)")
    return tree


class _Scope(NamedTuple):
    """What names mean while one relation is made."""

    values: Mapping[str, str]
    groups: Mapping[str, tuple[str, ...]]
    known: Mapping[str, None]

    def relation(self, must: ast.Compare, when: ast.Compare | None) -> Relation:
        compared = [self.comparison(tree) for tree in (must, when) if tree is not None]
        sides = [side for one in compared for side in (one.left, one.right)]
        named = dict.fromkeys(term.address for side in sides for term in side.terms)
        needed = compared[1] if when is not None else None
        holds = Relation(compared[0], needed, tuple(named), frozenset(named), False)
        return holds._replace(holds_for_zeros=holds.holds(dict.fromkeys(named, _ZERO)))

    def comparison(self, tree: ast.Compare) -> Comparison:
        return Comparison(self.side(tree.left), _SIGNS[type(tree.ops[0])], self.side(tree.comparators[0]))

    def side(self, tree: ast.expr) -> Side:
        match tree:
            case ast.Constant(value=int()) if not isinstance(tree.value, bool):
                return Side((), cast(int, tree.value))
            case ast.BinOp(op=ast.Add()):
                return _added(self.side(tree.left), self.side(tree.right))
            case ast.BinOp(op=ast.Sub()):
                return _added(self.side(tree.left), _times(self.side(tree.right), -1))
            case ast.BinOp(op=ast.Mult()):
                return _multiplied(self.side(tree.left), self.side(tree.right))
            case ast.UnaryOp(op=ast.USub()):
                return _times(self.side(tree.operand), -1)
            case ast.Call(func=ast.Name(id="sum"), keywords=[]) if tree.args:
                return _total(self.summed(one) for one in tree.args)
            case ast.Name() | ast.Attribute() | ast.Subscript():
                return self.number(tree)
            case _:
                raise ValueError(f"不认识 {ast.unparse(tree)} (not understood)")

    def number(self, tree: ast.expr) -> Side:
        """A single address, which the form must have."""
        found = self.paths(tree)
        if len(found) != 1:
            raise ValueError(f"{ast.unparse(tree)} 是一组，要写在 sum() 里 (a group must stand in sum())")
        if not self.exists(found[0]):
            raise _NotInForm
        return Side((Term(found[0], 1),))

    def summed(self, tree: ast.expr) -> Side:
        """An address or a group of them; of a group, those that the form has."""
        if not isinstance(tree, ast.Name | ast.Attribute | ast.Subscript):
            return self.side(tree)
        found = self.paths(tree)
        if len(found) == 1:
            return self.number(tree)
        return Side(tuple(Term(one, 1) for one in found if self.exists(one)))

    def exists(self, address: str) -> bool:
        plain = address.removeprefix("previous.")
        return plain in self.known or plain.split(".")[0] not in TABLES

    def paths(self, tree: ast.expr) -> tuple[str, ...]:
        match tree:
            case ast.Name():
                return (self.values.get(tree.id, tree.id),)
            case ast.Attribute():
                names = self.groups.get(tree.attr, (tree.attr,))
            case ast.Subscript(slice=ast.Name(id=name)) if name in self.values:
                names = (self.values[name],)
            case _:
                raise ValueError(f"不认识 {ast.unparse(tree)} (not understood)")
        return tuple(f"{front}.{name}" for front in self.paths(tree.value) for name in names)


def _added(left: Side, right: Side) -> Side:
    return Side((*left.terms, *right.terms), left.constant + right.constant)


def _total(sides: Iterator[Side]) -> Side:
    made = list(sides)
    return Side(tuple(term for side in made for term in side.terms), sum(side.constant for side in made))


def _times(side: Side, factor: int) -> Side:
    return Side(
        tuple(Term(term.address, term.factor * factor) for term in side.terms), side.constant * factor
    )


def _multiplied(left: Side, right: Side) -> Side:
    if left.terms and right.terms:
        raise ValueError("两个数不能相乘，只能乘以整数 (only whole numbers may multiply)")
    return _times(left, right.constant) if left.terms else _times(right, left.constant)
