"""core: the hull of the frontier, the order in which giving one point buys them most."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from core.analysis.case import Case, Column
from core.analysis.grounds import Grounds
from core.term import Term


@dataclass(frozen=True, slots=True)
class HullStep:
    """One step along the hull: we move on one issue, which costs us and gains them shares of 1.

    `rate` is their gain per point of our cost; the steps come in falling order of it.
    """

    issue_id: int
    start: Term
    end: Term
    our_cost: Fraction
    their_gain: Fraction
    rate: Fraction


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of the hull: what its package is worth to both sides, in shares of 1."""

    ours: Fraction
    theirs: Fraction
    package: tuple[Term, ...]
    place: tuple[int, ...]


@dataclass(frozen=True)
class Hull:
    """The upper hull of all packages, from our best package to theirs, as the steps that lead along it.

    Every corner is an efficient package that is best for some weighting of both sides' values. The hull holds about a
    third of the frontier and may miss the Nash solution: it is the order of trades, not the frontier.
    """

    steps: tuple[HullStep, ...]
    points: tuple[Corner, ...]
    grounds: Grounds

    @property
    def corners(self) -> tuple[tuple[int, ...], ...]:
        """Return the corners' packages as places in the columns."""
        return tuple(point.place for point in self.points)


def hull(case: Case) -> Hull:
    """Return the hull: of each issue the steps along its own hull, all of them together in falling order of rate.

    The set of all value pairs of additive parties is the sum of the sets of the issues, and the hull of a sum is the
    sum of the hulls. Steps of equal rate lie on one edge; there is a corner where the rate changes.
    """
    starts = []
    edges: list[tuple[Fraction, int, int, int]] = []
    for index, column in enumerate(case.columns):
        along = column_hull(column)
        starts.append(along[0])
        for one, other in pairwise(along):
            cost = column.ours[one] - column.ours[other]
            gain = column.theirs[other] - column.theirs[one]
            edges.append((Fraction(gain * case.our_scale, cost * case.their_scale), index, one, other))
    # within an issue the rate falls along its hull, so a stable sort keeps its steps in order
    edges.sort(key=lambda edge: -edge[0])
    steps = []
    place = list(starts)
    corners = [tuple(place)]
    for at, (rate, index, one, other) in enumerate(edges):
        column = case.columns[index]
        steps.append(
            HullStep(
                issue_id=column.issue.id,
                start=column.terms[one],
                end=column.terms[other],
                our_cost=Fraction(column.ours[one] - column.ours[other], case.our_scale),
                their_gain=Fraction(column.theirs[other] - column.theirs[one], case.their_scale),
                rate=rate,
            )
        )
        place[index] = other
        if at + 1 == len(edges) or edges[at + 1][0] != rate:
            corners.append(tuple(place))
    return Hull(tuple(steps), tuple(_corner(case, each) for each in corners), case.grounds)


def column_hull(column: Column) -> list[int]:
    """Return the places of one issue's values along its upper hull, our best first, their best last."""
    order = sorted(range(len(column.terms)), key=lambda place: (-column.ours[place], -column.theirs[place], place))
    kept: list[int] = []
    for place in order:
        if kept and column.theirs[place] <= column.theirs[kept[-1]]:
            continue
        while len(kept) > 1 and _is_below(column, kept[-2], kept[-1], place):
            kept.pop()
        kept.append(place)
    return kept


def _is_below(column: Column, one: int, middle: int, other: int) -> bool:
    """Tell whether the middle one lies on or below the line between the others."""
    cost, gain = column.ours[one] - column.ours[middle], column.theirs[middle] - column.theirs[one]
    whole_cost, whole_gain = column.ours[one] - column.ours[other], column.theirs[other] - column.theirs[one]
    return gain * whole_cost <= whole_gain * cost


def _corner(case: Case, place: tuple[int, ...]) -> Corner:
    pairs = list(zip(case.columns, place, strict=True))
    return Corner(
        Fraction(sum(column.ours[at] for column, at in pairs), case.our_scale),
        Fraction(sum(column.theirs[at] for column, at in pairs), case.their_scale),
        tuple(column.terms[at] for column, at in pairs),
        place,
    )
