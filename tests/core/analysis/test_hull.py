"""tests: the hull as the order of trades."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from core.analysis.bargaining import solutions
from core.analysis.frontier import frontier
from core.analysis.hull import hull
from tests.core.analysis.cases import KINDS, Pair, enumerate_case, golden, known_case, random_case


def upper_hull(pairs: list[Pair]) -> list[Pair]:
    """Return the corners of the upper hull of a frontier, the best for us first, by the monotone chain."""
    kept: list[Pair] = []
    for pair in pairs:
        while len(kept) > 1 and turn(kept[-2], kept[-1], pair) >= 0:
            kept.pop()
        kept.append(pair)
    return kept


def turn(one: Pair, middle: Pair, other: Pair) -> Fraction:
    return (middle[0] - one[0]) * (other[1] - one[1]) * -1 + (middle[1] - one[1]) * (other[0] - one[0])


@pytest.mark.parametrize("kind", KINDS)
def test_its_corners_are_those_of_the_enumerated_frontier(kind: str) -> None:
    random = Random(f"hull {kind}")
    for _ in range(20):
        found = random_case(random, kind)
        corners = [(point.ours, point.theirs) for point in hull(known_case(found)).points]
        assert corners == upper_hull(enumerate_case(found).frontier)


def test_steps_lead_from_our_best_to_theirs_in_falling_order_of_rate() -> None:
    case = known_case(golden())
    found = hull(case)
    front = frontier(case)
    ours, theirs = found.points[0].ours, found.points[0].theirs
    for step in found.steps:
        assert step.rate == step.their_gain / step.our_cost
        ours, theirs = ours - step.our_cost, theirs + step.their_gain
    assert (ours, theirs) == (found.points[-1].ours, found.points[-1].theirs)
    assert (found.points[0].ours, ours) == (front.points[0].ours, front.points[-1].ours)
    assert all(one.rate >= other.rate for one, other in pairwise(found.steps))
    # first what is dear to them and cheap to us: the term, 30 of theirs for 15 of ours
    assert (found.steps[0].issue_id, found.steps[0].rate) == (2, Fraction(2))
    for point in found.points:
        assert case.values(point.package) == (point.ours, point.theirs)


def test_it_is_not_the_frontier() -> None:
    case = known_case(golden())
    front = frontier(case)
    assert len(hull(case).points) < len(front.points)
    assert solutions(case, front).nash
