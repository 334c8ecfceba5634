"""tests: two-party negotiations of any size, for benchmarks - records as a user would have entered them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

from core.estimate import Subject
from core.negotiation import Negotiation
from tests.core.analysis.cases import estimate, option_estimates, option_issue, points_alternative
from tests.core.cases import negotiation

TOTAL = 1000  # points that each side has to give away


def two_parties(issues: int, options: int, seed: int = 1) -> Negotiation:
    """Return a negotiation of options whose scores are whole points, 1,000 of them on either side.

    A side's points are split among the issues at random; on each it likes one end best, the other side the other
    one, and what lies between is worth anything in the same order. Each issue weighs the same and its options carry
    the points, a thousandth each; so both sides' values go up to 1 / issues, and the reservation values lie at
    three tenths of that.
    """
    random = Random(seed)
    ours, theirs = _split(random, issues), _split(random, issues)
    estimates = []
    columns = []
    for place in range(issues):
        columns.append(option_issue(place + 1, 1, _points(random, ours[place], options, falling=True)))
        estimates += option_estimates(place + 1, 1, _points(random, theirs[place], options, falling=False))
    floor = Decimal(30) / issues
    estimates.append(estimate(None, Subject.RESERVATION, floor))
    return negotiation(*columns, alternatives=(points_alternative(floor),), estimates=tuple(estimates))


def _split(random: Random, parts: int) -> list[int]:
    cuts = [0, *sorted(random.sample(range(1, TOTAL), parts - 1)), TOTAL]
    return [end - start for start, end in pairwise(cuts)]


def _points(random: Random, most: int, options: int, *, falling: bool) -> list[Decimal]:
    points = sorted([0, most, *(random.randint(0, most) for _ in range(options - 2))], reverse=falling)
    return [Decimal(each) / TOTAL for each in points]
