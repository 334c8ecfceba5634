"""tests: the frontier and the solutions on it, against plain enumeration."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis.bargaining import feasible_count, solutions
from core.analysis.frontier import GRID, band, frontier
from core.estimate import Subject
from core.issue import Issue
from core.negotiation import Negotiation
from tests.core.analysis.cases import (
    KINDS,
    enumerate_case,
    estimate,
    golden,
    known_case,
    option_estimates,
    option_issue,
    random_case,
)
from tests.core.cases import changed, negotiation


def assert_as_enumerated(found: Negotiation) -> None:
    """Compare everything that the engine finds with enumeration, pair by pair and in order."""
    case = known_case(found)
    front = frontier(case)
    solved = solutions(case, front)
    plain = enumerate_case(found)
    assert front.is_exact
    assert case.packages == plain.packages
    assert [(point.ours, point.theirs) for point in front.points] == plain.frontier
    for name in ("nash", "kalai_smorodinsky", "welfare"):
        assert [(point.ours, point.theirs) for point in getattr(solved, name)] == getattr(plain, name), name
    assert feasible_count(case) == plain.feasible
    assert solved.has_zone == (plain.feasible > 0)
    for point in front.points:
        assert case.values(point.package) == (point.ours, point.theirs)


def test_the_golden_case_has_27_packages_15_feasible_11_efficient_and_one_solution() -> None:
    case = known_case(golden())
    front = frontier(case)
    solved = solutions(case, front)
    assert (case.packages, feasible_count(case), len(front.points)) == (27, 15, 11)
    for found in (solved.nash, solved.kalai_smorodinsky):
        (point,) = found
        assert (point.ours, point.theirs) == (Fraction(60, 100), Fraction(62, 100))
    assert_as_enumerated(golden())


@pytest.mark.parametrize("kind", KINDS)
def test_random_cases_are_as_enumerated(kind: str) -> None:
    random = Random(f"frontier {kind}")
    for _ in range(25):
        assert_as_enumerated(random_case(random, kind))


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(KINDS))
def test_any_case_is_as_enumerated(random: Random, kind: str) -> None:
    assert_as_enumerated(random_case(random, kind))


def opposed(count: int) -> Negotiation:
    """Return yes-or-no issues of which every package is efficient: what is ours is theirs lost, all sums distinct."""
    issues: list[Issue] = []
    estimates = []
    for issue_id in range(1, count + 1):
        weight = 2 ** (issue_id - 1)
        issues.append(option_issue(issue_id, weight, (1, 0)))
        estimates += option_estimates(issue_id, weight, (0, 1))
    return negotiation(*issues, estimates=tuple(estimates))


def test_ten_thousand_points_are_exact_and_more_are_searched_on_the_stated_grid() -> None:
    exact = frontier(known_case(opposed(13)))
    assert (exact.is_exact, len(exact.points)) == (True, 2**13)
    case = known_case(opposed(14))
    coarse = frontier(case)
    assert coarse.note is not None
    assert coarse.note.code == "analysis.frontier_grid"
    assert coarse.error == GRID * 14
    whole = frontier(case, most=20_000)
    assert len(whole.points) == 2**14
    # every point is a real package, and none of the exact ones betters the list by more than is stated
    for point in coarse.points:
        assert case.values(point.package) == (point.ours, point.theirs)
    for point in whole.points[::97]:
        near = coarse.best_for_them(point.ours - coarse.error)
        assert near is not None
        assert near.theirs >= point.theirs - coarse.error


def test_floats_would_get_it_wrong_and_whole_numbers_do_not() -> None:
    # 0.1 + 0.2 and 0.3 are one value: two packages tie, and neither hides the other
    found = negotiation(
        option_issue(1, "0.1", (1, 0)),
        option_issue(2, "0.2", (1, 0)),
        option_issue(3, "0.3", (1, 0)),
        estimates=(
            *option_estimates(1, "0.1", (0, 1)),
            *option_estimates(2, "0.2", (0, 1)),
            *option_estimates(3, "0.3", (0, 1)),
        ),
    )
    assert [point.ours * 6 for point in frontier(known_case(found)).points] == [6, 5, 4, 3, 2, 1, 0]


def test_the_frontier_is_asked_for_the_best_of_either_side() -> None:
    front = frontier(known_case(golden()))
    ours = front.best_for_us(Fraction(62, 100))
    theirs = front.best_for_them(Fraction(60, 100))
    assert ours == theirs
    assert front.best_for_us(Fraction(101, 100)) is None
    assert front.best_for_them(Fraction(101, 100)) is None


def test_ranged_estimates_give_each_point_a_band_around_its_likely_value() -> None:
    base = golden()
    ranged = tuple(
        estimate(1, Subject.WEIGHT, 30, low=20, high=40)
        if each.subject is Subject.WEIGHT and each.issue_id == 1
        else each
        for each in base.estimates
    )
    case = known_case(negotiation(*base.issues, alternatives=base.alternatives, estimates=ranged))
    front = frontier(case)
    for point, values in zip(front.points, band(case, front), strict=True):
        assert values.low <= point.theirs <= values.high
    assert any(not values.is_exact for values in band(case, front))
    exact = known_case(base)
    assert all(values.is_exact for values in band(exact, frontier(exact)))


def test_an_issue_that_weighs_nothing_to_either_side_changes_nothing() -> None:
    base = golden()
    more = negotiation(
        *base.issues,
        option_issue(4, 0, (1, 0)),
        alternatives=base.alternatives,
        estimates=(*base.estimates, estimate(4, Subject.WEIGHT, 0)),
    )
    pairs = [(point.ours, point.theirs) for point in frontier(known_case(more)).points]
    assert pairs == [(point.ours, point.theirs) for point in frontier(known_case(base)).points]


def test_a_change_of_one_weight_moves_the_frontier() -> None:
    moved = changed(golden(), 1, weight=Decimal(80))
    assert frontier(known_case(moved)).points != frontier(known_case(golden())).points
