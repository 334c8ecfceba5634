"""core: the efficient frontier, every value pair that no package betters for one side without loss to the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from core.analysis.case import Case, Column
from core.analysis.grounds import OWN, Grounds
from core.analysis.hull import hull
from core.message import Message, message
from core.message import Points as AsPoints
from core.term import Package
from core.verdict import Interval

MOST_POINTS = 10_000
GRID = Fraction(1, 1000)  # of what there is for a side in all: 0.1 points, the last place that is shown


@dataclass(frozen=True, slots=True)
class Point:
    """One efficient value pair in shares of 1, with one of the packages that make it.

    `place` tells the package by the place of each value in the columns of the case.
    """

    ours: Fraction
    theirs: Fraction
    package: Package
    place: tuple[int, ...]

    @property
    def welfare(self) -> Fraction:
        """Return the sum of both values, 0 to 2."""
        return self.ours + self.theirs


@dataclass(frozen=True)
class Frontier:
    """The distinct efficient value pairs over all packages of a case, the best for us first.

    `scores` are the pairs as whole numbers over the case's scales. `note` is None where the frontier is exact; else it
    says on which grid it was searched. Then each point is still a real package with its exact values, and no package
    betters a point of the list by more than `error` for both sides at once.
    """

    points: tuple[Point, ...]
    scores: tuple[tuple[int, int], ...]
    note: Message | None = None
    error: Fraction = Fraction(0)
    grounds: Grounds = field(default=OWN)

    @property
    def is_exact(self) -> bool:
        """Tell whether every efficient pair is in the list."""
        return self.note is None

    @cached_property
    def _theirs(self) -> list[Fraction]:
        return [point.theirs for point in self.points]

    @cached_property
    def _ours_falling(self) -> list[Fraction]:
        return [-point.ours for point in self.points]

    def best_for_us(self, theirs: Fraction) -> Point | None:
        """Return the point that is worth most to us among those worth at least `theirs` to them."""
        place = bisect_left(self._theirs, theirs)
        return self.points[place] if place < len(self.points) else None

    def best_for_them(self, ours: Fraction) -> Point | None:
        """Return the point that is worth most to them among those worth at least `ours` to us."""
        place = bisect_right(self._ours_falling, -ours)
        return self.points[place - 1] if place else None

    def between(self, ours: Fraction, theirs: Fraction) -> slice:
        """Return where the points at or above both values lie in the list."""
        start, end = bisect_left(self._theirs, theirs), bisect_right(self._ours_falling, -ours)
        return slice(start, max(start, end))


def frontier(case: Case, most: int = MOST_POINTS) -> Frontier:
    """Return the efficient frontier by merging issue by issue.

    Start with one empty package; per issue leave out values dominated within it, add each value to each pair, sort,
    keep the running maximum. A dominated partial package stays dominated when scores add, so the result is exact.
    Cost: sum of |F_i| k log. Past `most` pairs every score is rounded to `GRID` first, which bounds the pairs, and
    the frontier says so; the corners of the hull, which are exact at any size, are added then.
    """
    places = merged(case.columns, most)
    if places is not None:
        return _frontier(case, places, None, Fraction(0))
    our_span, their_span = _spans(case.columns)
    places = merged(on_grid(case.columns)) or []
    points = _frontier(case, [*places, *hull(case).corners], None, Fraction(0))
    grid = GRID * max(Fraction(our_span, case.our_scale), Fraction(their_span, case.their_scale))
    error = grid * len(case.columns)
    note = message("analysis.frontier_grid", n=most, grid=AsPoints(grid), error=AsPoints(error))
    return Frontier(points.points, points.scores, note, error, case.grounds)


def band(case: Case, found: Frontier) -> tuple[Interval, ...]:
    """Return for each point what its package may be worth to them over all readings of the estimates (see Party)."""
    if not case.theirs.weights:
        return tuple(Interval(point.theirs, point.theirs) for point in found.points)
    return tuple(case.theirs.band(point.package) or Interval(point.theirs, point.theirs) for point in found.points)


def merged(columns: Sequence[Column], most: int | None = None) -> list[tuple[int, ...]] | None:
    """Return one package for each efficient pair, as places in the columns, the best for us first.

    None where more than `most` pairs are met. Both scores, and which value was added last, travel in one integer:
    sums of such integers are sums of the scores, and their order is the order to sweep in.
    """
    order = sorted(range(len(columns)), key=lambda index: -len(columns[index].terms))
    lowest = [(min(column.ours), min(column.theirs)) for column in columns]
    value_bits = max((len(column.terms) for column in columns), default=1).bit_length()
    their_bits = max(1, sum(max(column.theirs) - min(column.theirs) for column in columns).bit_length())
    value_mask, their_mask = (1 << value_bits) - 1, (1 << their_bits) - 1
    shift = value_bits + their_bits
    front = [0]
    stages: list[dict[int, int]] = []
    for index in order:
        column, (least_ours, least_theirs) = columns[index], lowest[index]
        last = len(column.terms) - 1
        # the first of equal values has the highest tail and so comes first in the sweep
        keys = [
            (mine - least_ours) << shift | (others - least_theirs) << value_bits | (last - place)
            for place, (mine, others) in enumerate(zip(column.ours, column.theirs, strict=True))
        ]
        kept = _swept([key + base for key in _swept(keys, value_bits, their_mask) for base in front],
                      value_bits, their_mask)  # fmt: skip
        if most is not None and len(kept) > most:
            return None
        stage = {key & ~value_mask: last - (key & value_mask) for key in kept}
        stages.append(stage)
        front = list(stage)
    # way back: per stage the value that was added, and the key before it
    steps = []
    for index, stage in zip(order, stages, strict=True):
        column, (least_ours, least_theirs) = columns[index], lowest[index]
        added = [
            (mine - least_ours) << shift | (others - least_theirs) << value_bits
            for mine, others in zip(column.ours, column.theirs, strict=True)
        ]
        steps.append((index, stage, added))
    steps.reverse()
    found = []
    for key in front:
        places = [0] * len(columns)
        rest = key
        for index, stage, added in steps:
            place = stage[rest]
            places[index] = place
            rest -= added[place]
        found.append(tuple(places))
    return found


def _swept(keys: list[int], value_bits: int, their_mask: int) -> list[int]:
    """Return the keys of undominated pairs, the best for us first; of equal pairs the highest key."""
    keys.sort(reverse=True)
    best = -1
    kept = []
    for key in keys:
        theirs = key >> value_bits & their_mask
        if theirs > best:
            best = theirs
            kept.append(key)
    return kept


def _frontier(case: Case, places: Iterable[tuple[int, ...]], note: Message | None, error: Fraction) -> Frontier:
    """Return the frontier of these packages by their exact scores, one package for each pair."""
    columns = case.columns
    scored = []
    for place in places:
        pairs = list(zip(columns, place, strict=True))
        ours = sum([column.ours[at] for column, at in pairs])
        theirs = sum([column.theirs[at] for column, at in pairs])
        scored.append((ours, theirs, place))
    scored.sort(key=lambda each: (-each[0], -each[1], each[2]))
    points, scores = [], []
    best: int | None = None
    our_scale, their_scale = case.our_scale, case.their_scale
    all_terms = [column.terms for column in columns]
    for ours, theirs, place in scored:
        if best is None or theirs > best:
            best = theirs
            package = tuple([terms[at] for terms, at in zip(all_terms, place, strict=True)])
            points.append(Point(Fraction(ours, our_scale), Fraction(theirs, their_scale), package, place))
            scores.append((ours, theirs))
    return Frontier(tuple(points), tuple(scores), note, error, case.grounds)


def on_grid(columns: Sequence[Column]) -> list[Column]:
    """Return columns whose scores are rounded to `GRID` of what there is for each side in all."""
    our_span, their_span = _spans(columns)
    return [
        Column(
            column.issue,
            column.terms,
            tuple(_to_grid(score, our_span) for score in column.ours),
            tuple(_to_grid(score, their_span) for score in column.theirs),
        )
        for column in columns
    ]


def _spans(columns: Sequence[Column]) -> tuple[int, int]:
    return (
        sum(max(column.ours) - min(column.ours) for column in columns),
        sum(max(column.theirs) - min(column.theirs) for column in columns),
    )


def _to_grid(score: int, span: int) -> int:
    """Return a score in the nearest whole number of grid steps."""
    return (2 * score * GRID.denominator + span) // (2 * span) if span else 0
