"""tests: the definitions of the solutions where they are easily got wrong."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.analysis.bargaining import feasible_count, solutions
from core.analysis.frontier import frontier
from core.estimate import Subject
from core.negotiation import Negotiation
from tests.core.analysis.cases import estimate, golden, known_case, option_estimates, option_issue, points_alternative
from tests.core.cases import negotiation


def split(pairs: list[tuple[str, str]], floors: tuple[str, str] = ("0", "0")) -> Negotiation:
    """Return one issue whose options are these value pairs."""
    return negotiation(
        option_issue(1, 1, [pair[0] for pair in pairs]),
        alternatives=(points_alternative(floors[0]),),
        estimates=(
            *option_estimates(1, 1, [pair[1] for pair in pairs]),
            estimate(None, Subject.RESERVATION, floors[1]),
        ),
    )


def pairs_of(found: Negotiation, name: str) -> list[tuple[str, str]]:
    case = known_case(found)
    return [(str(point.ours), str(point.theirs)) for point in getattr(solutions(case, frontier(case)), name)]


def test_ties_are_all_listed_first_the_larger_sum_then_the_one_better_for_us() -> None:
    found = split([("0.2", "0.6"), ("0.4", "0.3"), ("0.6", "0.2"), ("0.3", "0.4")])
    assert pairs_of(found, "nash") == [("3/5", "1/5"), ("1/5", "3/5"), ("2/5", "3/10"), ("3/10", "2/5")]
    assert pairs_of(found, "welfare") == [("3/5", "1/5"), ("1/5", "3/5")]


def test_a_side_that_cannot_gain_is_left_out_of_the_kalai_smorodinsky_minimum() -> None:
    # only packages at 40 for them are feasible: all their gains are 0
    found = split([("0.9", "0.4"), ("0.5", "0.4"), ("0.95", "0.1")], floors=("20", "40"))
    assert pairs_of(found, "kalai_smorodinsky") == [("9/10", "2/5")]
    assert pairs_of(found, "nash") == [("9/10", "2/5")]


def test_the_best_gains_are_those_of_packages_that_suit_both() -> None:
    found = split([("1", "0"), ("0.6", "0.5"), ("0.5", "0.6"), ("0", "1")], floors=("40", "40"))
    case = known_case(found)
    assert solutions(case, frontier(case)).best_gains == (Fraction("0.2"), Fraction("0.2"))


def test_without_reservation_values_the_disagreement_point_is_zero() -> None:
    base = golden()
    kept = tuple(each for each in base.estimates if each.subject is not Subject.RESERVATION)
    bare = replace(base, alternatives=(), estimates=kept)
    case = known_case(bare)
    assert case.disagreement == (Fraction(0), Fraction(0))
    assert feasible_count(case) == 27


def test_no_zone_of_agreement_is_an_answer() -> None:
    found = split([("0.4", "0.4"), ("0.9", "0.1")], floors=("50", "30"))
    case = known_case(found)
    solved = solutions(case, frontier(case))
    assert not solved.has_zone
    assert solved.nash == solved.kalai_smorodinsky == solved.welfare == ()
    assert solved.best_gains is None
    assert feasible_count(case) == 0
