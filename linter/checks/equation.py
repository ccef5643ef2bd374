"""All arithmetic: relations between numbers of the tables, the text and last year's report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

import msgspec

from linter.language.forms import cell, cell_name, is_proper
from linter.language.ledger import Ledger, ledger_of
from linter.language.relations import Groups, Names, Relation, needs_facts, objection_to
from linter.model.finding import Hit, NotAssessed, Note, Term, Words
from linter.model.report import Cell, Fact, Report

Number = Cell | Fact
_PREVIOUS = "previous."
_ALL_ZERO = Words("各项都是 0", "all of them 0")


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"relation": "assert"}):
    """`assert`: what must hold (see `linter/language/relations.py`). `each`: variables, with a list of names
    or a pattern of addresses (`t3.*`); the relation must hold for every value. `groups`: names for lists."""

    relation: str
    each: dict[str, tuple[str, ...] | str] = {}
    groups: dict[str, tuple[str, ...]] = {}


def objection(options: Options) -> tuple[str, Words] | None:
    """What the options say that is no relation."""
    reason = objection_to(options.relation, *_scope(options))
    return ("assert", Words(f"不是算式：{reason}", f"no relation: {reason}")) if reason else None


def check(report: Report, options: Options) -> Iterator[Hit | NotAssessed]:
    """Point at the total of every relation that does not hold. What is not a number is not judged."""
    ledger = _ledger(options, report)
    doubtful = ledger.doubtful(report.cells.keys(), report.cells.amounts)
    judged = len(doubtful) < len(ledger.relations)  # nearly always all hold, and nothing more is to be known
    for relation in doubtful:
        for numbers in _readings(report, relation.addresses):
            judged = True
            values = {address: one.value for address, one in numbers.items() if one.value is not None}
            if not relation.holds(values):
                yield _hit(report, relation, numbers, values)
    if not judged:
        yield _unjudged(report, ledger.relations)


def relations_of(options: Options, report: Report) -> tuple[Relation, ...]:
    """The relations that the options mean for a report of that form."""
    return _ledger(options, report).relations


def _ledger(options: Options, report: Report) -> Ledger:
    each, groups = _scope(options)
    facts = tuple(sorted({fact.address for fact in report.facts})) if needs_facts(each) else ()
    return ledger_of(options.relation, each, groups, report.form, facts)


def _scope(options: Options) -> tuple[Names, Groups]:
    return tuple(options.each.items()), tuple(options.groups.items())


def _readings(report: Report, addresses: Sequence[str]) -> Iterator[Mapping[str, Number]]:
    """The numbers at the addresses; several times where the text says one of them several times, never
    where one is missing or not a number."""
    for combination in product(*(_numbers(report, address) for address in addresses)):
        yield dict(zip(addresses, combination, strict=True))


def _numbers(report: Report, address: str) -> tuple[Number, ...]:
    if address.startswith(_PREVIOUS):
        return _numbers(report.previous, address.removeprefix(_PREVIOUS)) if report.previous else ()
    one = report.cells.get(address)
    if one is not None:
        return (one,) if is_proper(report.form, one) else ()
    return tuple(fact for fact in report.facts if fact.address == address and fact.value is not None)


def _hit(
    report: Report, relation: Relation, numbers: Mapping[str, Number], values: Mapping[str, Decimal]
) -> Hit:
    left, right = relation.must.left, relation.must.right
    marked = _marked(relation)
    difference = left.value(values) - right.value(values)
    others = [term for term in relation.terms if term.address != marked.address]
    named = cell(report.form, marked.address)
    return Hit(
        numbers[marked.address].span,
        {
            "cell": cell_name(report.form, marked.address) if named else numbers[marked.address].raw,
            "row": named[0].brief if named else marked.address,
            "column": named[1].label if named else marked.address,
            "stated": _shown(values[marked.address]),
            "total": _shown(values[marked.address] - difference / marked.factor),
            "addends": _sum(report, others, values),
            "left": _shown(left.value(values)),
            "left_addends": _sum(report, left.terms, values),
            "right": _shown(right.value(values)),
            "right_addends": _sum(report, right.terms, values),
            "difference": _shown(abs(difference)),
        },
        tuple(_previous_notes(numbers)),
        terms=relation.terms,
    )


def _marked(relation: Relation) -> Term:
    """The term that a finding points at: the one that stands alone on its side, else the right side's first;
    never one of last year's report."""
    left, right = relation.must.left.terms, relation.must.right.terms
    alone = right if len(right) == 1 else left if len(left) == 1 else right or left
    here = [term for term in relation.terms if not term.address.startswith(_PREVIOUS)]
    return next((term for term in here if term.address == alone[0].address), here[0])


def _sum(report: Report, terms: Sequence[Term], values: Mapping[str, Decimal]) -> str | Words:
    """`自然人 8 + 商业企业 3`: the addends that are not zero, by the part of their names that differs."""
    shown = [term for term in terms if values[term.address]]
    if not shown:
        return _ALL_ZERO
    words = ""
    for term in shown:
        times = f" × {abs(term.factor)}" if abs(term.factor) != 1 else ""
        sign = " - " if term.factor * shown[0].factor < 0 else " + "
        words += (
            f"{sign if words else ''}{_short_name(report, term, terms)} {_shown(values[term.address])}{times}"
        )
    return words


def _short_name(report: Report, term: Term, terms: Sequence[Term]) -> str:
    """What tells the term from the others: its row, or its column where all are in one row."""
    address = term.address.removeprefix(_PREVIOUS)
    year = "上年" if term.address.startswith(_PREVIOUS) else ""
    named = cell(report.form, address)
    if named is None:
        return f"{year}{address}"
    rows = {one.address.rpartition(".")[0] for one in terms}
    return year + (named[1].label if len(rows) == 1 and len(terms) > 1 else named[0].bare)


def _shown(value: Decimal) -> str:
    """The number without zeros that say nothing: 3, 3.5."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _previous_notes(numbers: Mapping[str, Number]) -> Iterator[Note]:
    for address, one in numbers.items():
        if address.startswith(_PREVIOUS):
            words = Words(f"上年报告这里是 {one.raw}", f"last year's report says {one.raw} here")
            yield Note(words, one.span, previous=True)


def _unjudged(report: Report, wanted: Iterable[Relation]) -> NotAssessed:
    """Why none of the relations could be judged."""
    named = {address for relation in wanted for address in relation.addresses}
    if report.previous is None and any(address.startswith(_PREVIOUS) for address in named):
        return NotAssessed(Words("没有上年报告", "there is no report of last year"))
    reasons = [one for one in report.unread if any(address.startswith(f"{one.table}.") for address in named)]
    if reasons:
        return NotAssessed(Words("；".join(one.zh for one in reasons), "; ".join(one.en for one in reasons)))
    return NotAssessed(Words("没有可以比较的数", "there are no numbers to compare"))
