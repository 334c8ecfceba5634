"""core: the bargaining solutions - Nash, Kalai-Smorodinsky, maximum welfare - among packages that suit both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.analysis.case import Case
from core.analysis.frontier import Frontier, Point
from core.analysis.grounds import Grounds

_MOST_COUNTED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """The solutions of a case, ties all listed, first the one with the larger sum, then the one better for us.

    `disagreement` are both reservation values (0 where there is none). `efficient` are the points of the frontier at
    or above both; where there are none there is no zone of agreement, and the solutions are empty. `best_gains` are
    the largest gain of each side over its reservation value among packages at or above both, in shares of 1.
    """

    disagreement: tuple[Fraction, Fraction]
    efficient: tuple[Point, ...]
    nash: tuple[Point, ...]
    kalai_smorodinsky: tuple[Point, ...]
    welfare: tuple[Point, ...]
    best_gains: tuple[Fraction, Fraction] | None
    grounds: Grounds

    @property
    def has_zone(self) -> bool:
        """Tell whether any package is at or above both reservation values."""
        return bool(self.efficient)


def solutions(case: Case, frontier: Frontier) -> Solutions:
    """Return the bargaining solutions over the frontier, compared in whole numbers.

    Nash (1950): the largest product of gains over the disagreement point. Kalai and Smorodinsky (1975): the largest
    minimum of both gains, each as a share of the best feasible gain of its side; a side that cannot gain is left out
    of the minimum. Maximum welfare: the largest sum of both values. All among packages at or above both reservation
    values. A package that another one betters is never listed, though it may tie with it.
    """
    ours, theirs = case.disagreement
    zone = frontier.between(ours, theirs)
    efficient = frontier.points[zone]
    if not efficient:
        return Solutions(
            disagreement=(ours, theirs),
            efficient=(),
            nash=(),
            kalai_smorodinsky=(),
            welfare=(),
            best_gains=None,
            grounds=case.grounds,
        )
    scores = frontier.scores[zone]
    gains = _gains(case, scores)
    most_ours, most_theirs = gains[0][0], gains[-1][1]

    def share(gain: tuple[int, int]) -> int:
        if most_ours and most_theirs:
            return min(gain[0] * most_theirs, gain[1] * most_ours)
        return gain[0] if most_ours else gain[1]

    sums = [one * case.their_scale + other * case.our_scale for one, other in scores]

    def best(measure: Callable[[int], int]) -> tuple[Point, ...]:
        measured = [measure(at) for at in range(len(efficient))]
        most = max(measured)
        tied = [at for at, value in enumerate(measured) if value == most]
        return tuple(efficient[at] for at in sorted(tied, key=lambda at: (-sums[at], at)))

    return Solutions(
        disagreement=(ours, theirs),
        efficient=efficient,
        nash=best(lambda at: gains[at][0] * gains[at][1]),
        kalai_smorodinsky=best(lambda at: share(gains[at])),
        welfare=best(lambda at: sums[at]),
        best_gains=(efficient[0].ours - ours, efficient[-1].theirs - theirs),
        grounds=case.grounds,
    )


def _gains(case: Case, scores: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what each side gains over its reservation value, in whole numbers.

    Ours in 1 / (scale x denominator of our reservation value), theirs alike.
    """
    ours, theirs = (
        floor * scale for floor, scale in zip(case.disagreement, (case.our_scale, case.their_scale), strict=True)
    )
    return [
        (one * ours.denominator - ours.numerator, other * theirs.denominator - theirs.numerator)
        for one, other in scores
    ]


def feasible_count(case: Case) -> int | None:
    """Return how many packages are at or above both reservation values; None where there are more than 20,000 in all.

    Counted by value pairs, issue by issue.
    """
    if case.packages > _MOST_COUNTED:
        return None
    pairs: Counter[tuple[int, int]] = Counter({(0, 0): 1})
    for column in case.columns:
        added = Counter(zip(column.ours, column.theirs, strict=True))
        merged: Counter[tuple[int, int]] = Counter()
        for (ours, theirs), count in pairs.items():
            for (mine, others), times in added.items():
                merged[ours + mine, theirs + others] += count * times
        pairs = merged
    our_floor, their_floor = case.disagreement[0] * case.our_scale, case.disagreement[1] * case.their_scale
    return sum(count for (ours, theirs), count in pairs.items() if ours >= our_floor and theirs >= their_floor)
