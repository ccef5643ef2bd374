"""Places, intervals and families."""

from linter.batch.neighbours import families, shown, standing_out
from linter.batch.sharing import Alike
from linter.batch.spread import intervals
from linter.batch.standing import places
from linter.model.score import Part, Profile

_PROFILE = Profile("x", {"wording": 10, "tables": 20})
_RULES = [("wording", f"w{n}") for n in range(10)] + [("tables", f"t{n}") for n in range(10)]


def parts(wording: float, tables: float) -> tuple[Part, ...]:
    return Part("wording", 10.0, wording, ()), Part("tables", 20.0, tables, ())


def test_equal_totals_share_a_place() -> None:
    assert places([99.0, 98.0, 98.0, 90.0]) == [(1, False), (2, True), (2, True), (4, False)]


def test_who_lost_nothing_loses_nothing_whichever_rules_are_drawn() -> None:
    assert intervals([(parts(10, 20), {}, _PROFILE)], _RULES) == [(100.0, 100.0)]


def test_one_great_loss_is_less_sure_than_many_small_ones() -> None:
    one = {"wording": {"w0": 4.0}}
    many = {"wording": {f"w{n}": 0.4 for n in range(10)}}
    (low, high), (lower, higher) = intervals(
        [(parts(6, 20), one, _PROFILE), (parts(6, 20), many, _PROFILE)], _RULES
    )
    assert (low < lower, high > higher, lower) == (True, True, higher)


def test_a_group_loses_no_more_than_it_has() -> None:
    lost = {"wording": {f"w{n}": 40.0 for n in range(10)}}
    assert intervals([(parts(0, 20), lost, _PROFILE)], _RULES) == [(66.7, 66.7)]


def test_the_same_draws_whoever_stands_beside() -> None:
    lost = {"wording": {"w0": 4.0}, "tables": {"t1": 4.0}}
    alone = intervals([(parts(6, 16), lost, _PROFILE)], _RULES)
    assert intervals([(parts(10, 20), {}, _PROFILE), (parts(6, 16), lost, _PROFILE)], _RULES)[1:] == alone


def test_families_join_by_way_of_others() -> None:
    pairs = [Alike(0, 1, 0.9, 0.9), Alike(2, 1, 0.6, 0.2), Alike(3, 4, 0.5, 0.5), Alike(4, 5, 0.2, 0.2)]
    assert families(pairs, 0.5) == ((0, 1, 2), (3, 4))


def test_what_most_share_anyway_does_not_stand_out() -> None:
    everybody = [Alike(n, n + 1, 0.36, 0.3) for n in range(0, 10, 2)]
    assert standing_out(everybody, 10, 0.3) == 0.51
    assert standing_out(everybody[:1], 10, 0.3) == 0.3


def test_pages_grow_with_the_reports_not_with_the_pairs() -> None:
    pairs = [Alike(one, other, 0.9, 0.9) for one in range(40) for other in range(one + 1, 40)]
    assert len(shown(pairs, 0.3)) <= 40 * 5
    assert shown([Alike(0, 1, 0.2, 0.1)], 0.3) == ()
