"""core: the MESO, three packages worth the same to us, as different as can be, to learn what they prefer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from itertools import product

from core.analysis.case import Case, Column
from core.analysis.frontier import MOST_POINTS, Frontier, Point, merged, on_grid
from core.analysis.grounds import Grounds
from core.analysis.party import their_party
from core.estimate import Estimate, Subject
from core.message import Message, message
from core.message import Points as AsPoints
from core.negotiation import Negotiation
from core.term import Package, Value

COUNT = 3
TOLERANCE = Fraction(1, 100)  # one point
PENALTY = Fraction(1)  # how much less of all there is for them a package counts that repeats an earlier one
FACTOR = Decimal("1.1")

_FEW = 3_000  # packages that are all looked at
_PER_WINDOW = 8  # worths to us that are told apart within the window

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """One of the equal packages: what it is worth to both sides in shares of 1, and how far it is from the others.

    `differs` is how far it lies from the nearest of the other packages: the mean, over the issues by what they count
    for both sides, of how much of the issue's range lies between; 0 is the same package, 1 the opposite one.
    """

    ours: Fraction
    theirs: Fraction
    package: Package
    differs: Fraction


@dataclass(frozen=True)
class Meso:
    """Packages within `tolerance` of `target` in our value, in shares of 1; best for them first.

    `note` says why there are fewer than three.
    """

    target: Fraction
    tolerance: Fraction
    packages: tuple[Offered, ...]
    note: Message | None
    grounds: Grounds


def meso(case: Case, target: Fraction, tolerance: Fraction = TOLERANCE, front: Frontier | None = None) -> Meso:
    """Return up to three packages of the same value to us within the tolerance, all within our limits.

    The first is the best for them that is worth at least target - tolerance to us. Each further one is the best for
    them after a penalty for what it has in common with those before: per issue, `PENALTY` times what there is for them
    in all times the mean share of the issue on both scales times how near the two values lie (1 the same, 0 opposite
    ends). Where there are few packages all are looked at; else the issues are merged in two halves, whose efficient
    parts are fitted together at the target, so that a package is left out only where one better for both sides takes
    its place. `front` is the frontier of the case, where it is known; it saves the first search where no limit cuts
    values off.
    """
    inside = case.within_limits()
    if inside is None:
        return Meso(target, tolerance, (), message("analysis.meso_past_limits"), case.grounds)
    cut = any(len(one.terms) < len(other.terms) for one, other in zip(inside.columns, case.columns, strict=True))
    search = _Search(inside, target - tolerance, target + tolerance)
    found: list[Place] = []
    following = _first(search, None if cut else front)
    while following is not None:
        found.append(following)
        following = search.best(found) if len(found) < COUNT else None
    found.sort(key=lambda place: (-_score(inside, place)[1], place))
    note = None
    if len(found) < COUNT:
        note = message("analysis.meso_few", n=len(found), target=AsPoints(target), tolerance=AsPoints(tolerance))
    packages = tuple(search.offered(place, found) for place in found)
    return Meso(target, tolerance, packages, note, case.grounds)


def _score(case: Case, place: Place) -> tuple[int, int]:
    pairs = list(zip(case.columns, place, strict=True))
    return sum(column.ours[at] for column, at in pairs), sum(column.theirs[at] for column, at in pairs)


def _first(search: _Search, front: Frontier | None) -> Place | None:
    point: Point | None = None if front is None or not front.is_exact else front.best_for_them(search.least)
    if point is not None and point.ours <= search.most:
        return point.place
    return search.best([])


class _Search:
    """Finds packages within a window of our value that are best for them, penalised for likeness."""

    def __init__(self, case: Case, least: Fraction, most: Fraction) -> None:
        self.case = case
        self.least, self.most = least, most
        # our value in whole numbers: the window's ends rounded inwards
        self._low = -((-least * case.our_scale) // 1)
        self._high = (most * case.our_scale) // 1
        self._spans = [max(column.ours) - min(column.ours) for column in case.columns]
        self._their_spans = [max(column.theirs) - min(column.theirs) for column in case.columns]
        ours, theirs = sum(self._spans) or 1, sum(self._their_spans) or 1
        self._counts = [
            (Fraction(mine, ours) + Fraction(others, theirs)) / 2
            for mine, others in zip(self._spans, self._their_spans, strict=True)
        ]

    def best(self, taken: Sequence[Place]) -> Place | None:
        """Return the best package that is none of those taken."""
        columns = [self._penalised(index, taken) for index in range(len(self.case.columns))]
        if self.case.packages <= _FEW:
            return self._among_all(columns, taken)
        return self._fitted(columns, taken)

    def offered(self, place: Place, found: Sequence[Place]) -> Offered:
        ours, theirs = _score(self.case, place)
        others = [each for each in found if each != place]
        return Offered(
            ours=Fraction(ours, self.case.our_scale),
            theirs=Fraction(theirs, self.case.their_scale),
            package=tuple(column.terms[at] for column, at in zip(self.case.columns, place, strict=True)),
            differs=min((1 - self._likeness(place, each) for each in others), default=Fraction(1)),
        )

    def _likeness(self, one: Place, other: Place) -> Fraction:
        parts = zip(range(len(one)), one, other, strict=True)
        total = sum(self._counts, Fraction(0)) or Fraction(1)
        return sum((self._counts[at] * self._near(at, mine, yours) for at, mine, yours in parts), Fraction(0)) / total

    def _near(self, index: int, one: int, other: int) -> Fraction:
        """Return 1 for the same value of an issue, 0 for opposite ends of what it is worth to us, else to them."""
        span, scores = self._measure(index)
        return 1 - Fraction(abs(scores[one] - scores[other]), span) if span else Fraction(int(one == other))

    def _measure(self, index: int) -> tuple[int, tuple[int, ...]]:
        """Return what the distance of two values of an issue is measured by, and the whole of it."""
        column = self.case.columns[index]
        if self._spans[index]:
            return self._spans[index], column.ours
        return self._their_spans[index], column.theirs

    def _penalised(self, index: int, taken: Sequence[Place]) -> Column:
        column = self.case.columns[index]
        if not taken:
            return column
        full = PENALTY * self._counts[index] * sum(self._their_spans)
        span, scores = self._measure(index)
        if span:
            # what is taken off in whole numbers: full x the sum of 1 - distance / span
            top, bottom = full.numerator, full.denominator * span
            theirs = [
                score - top * sum([span - abs(mine - scores[each[index]]) for each in taken]) // bottom
                for score, mine in zip(column.theirs, scores, strict=True)
            ]
        else:
            repeated = [each[index] for each in taken]
            theirs = [score - int(full * repeated.count(place)) for place, score in enumerate(column.theirs)]
        return Column(column.issue, column.terms, column.ours, tuple(theirs))

    def _among_all(self, columns: Sequence[Column], taken: Sequence[Place]) -> Place | None:
        best: tuple[int, int, Place] | None = None
        for place in product(*(range(len(column.terms)) for column in columns)):
            ours = sum(column.ours[at] for column, at in zip(columns, place, strict=True))
            if self._low <= ours <= self._high and place not in taken:
                theirs = sum(column.theirs[at] for column, at in zip(columns, place, strict=True))
                if best is None or (theirs, ours) > best[:2]:
                    best = theirs, ours, place
        return None if best is None else best[2]

    def _fitted(self, columns: Sequence[Column], taken: Sequence[Place]) -> Place | None:
        half = self._halves()
        one, other = ([columns[at] for at in part] for part in half)
        best = self._fit(half, self._efficient(one), self._efficient(other), taken)
        if best is None:
            # what is better for both may lie above the window: look at what is best for them at less for us, too
            best = self._fit(half, self._envelope(one), self._envelope(other), taken)
        if best is None:
            # neither holds what lies between: look at what is best for them at each worth to us
            best = self._fit(half, self._at_each_worth(one), self._at_each_worth(other), taken)
        return best

    def _fit(
        self,
        half: tuple[list[int], list[int]],
        one: list[tuple[int, int, Place]],
        other: list[tuple[int, int, Place]],
        taken: Sequence[Place],
    ) -> Place | None:
        """Return the best for them of all packages of two parts that lie in the window."""
        other = sorted(other)
        rising = [each[0] for each in other]
        best: tuple[int, int, Place] | None = None
        for ours, theirs, place in one:
            window = slice(bisect_left(rising, self._low - ours), bisect_right(rising, self._high - ours))
            for added, gained, rest in other[window]:
                if best is None or (theirs + gained, ours + added) > best[:2]:
                    whole = self._whole(half, place, rest)
                    if whole not in taken:
                        best = theirs + gained, ours + added, whole
        return None if best is None else best[2]

    def _efficient(self, columns: Sequence[Column]) -> list[tuple[int, int, Place]]:
        places = merged(columns, MOST_POINTS)
        return self._scored(columns, merged(on_grid(columns)) or [] if places is None else places)

    def _envelope(self, columns: Sequence[Column]) -> list[tuple[int, int, Place]]:
        """Return what is best for them at more for us and at less for us."""
        mirrored = [
            Column(column.issue, column.terms, tuple(-score for score in column.ours), column.theirs)
            for column in columns
        ]
        falling = [(-ours, theirs, place) for ours, theirs, place in self._efficient(mirrored)]
        return self._efficient(columns) + falling

    def _at_each_worth(self, columns: Sequence[Column]) -> list[tuple[int, int, Place]]:
        """Return what is best for them of all that is worth nearly the same to us, a fraction of the window apart."""
        width = max(1, int(self._high - self._low) // _PER_WINDOW)
        found: dict[int, tuple[int, int, Place]] = {0: (0, 0, ())}
        for column in columns:
            longer: dict[int, tuple[int, int, Place]] = {}
            for ours, theirs, place in found.values():
                for at, (mine, others) in enumerate(zip(column.ours, column.theirs, strict=True)):
                    worth = (ours + mine) // width
                    if worth not in longer or theirs + others > longer[worth][1]:
                        longer[worth] = ours + mine, theirs + others, (*place, at)
            found = longer
        return list(found.values())

    def _halves(self) -> tuple[list[int], list[int]]:
        order = sorted(range(len(self.case.columns)), key=lambda at: -len(self.case.columns[at].terms))
        return order[::2], order[1::2]

    def _whole(self, half: tuple[list[int], list[int]], one: Place, other: Place) -> Place:
        places = dict(zip((*half[0], *half[1]), (*one, *other), strict=True))
        return tuple(places[at] for at in range(len(places)))

    def _scored(self, columns: Sequence[Column], places: list[Place]) -> list[tuple[int, int, Place]]:
        found = []
        for place in places:
            pairs = list(zip(columns, place, strict=True))
            ours = sum([column.ours[at] for column, at in pairs])
            found.append((ours, sum([column.theirs[at] for column, at in pairs]), place))
        return found


# -- what their choice tells -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shift:
    """How a choice moves what we believe an issue counts to them: their share before and after, and the estimate."""

    issue_id: int
    before: Fraction
    after: Fraction
    raised: bool
    estimate: Estimate


def preference_update(
    negotiation: Negotiation, packages: Sequence[Package], preferred: int
) -> tuple[Shift, ...] | Message:
    """Return the weights of theirs after they preferred one of several equal packages, in the order of the issues.

    Their weight is multiplied by 1.1 on each issue on which the preferred package gives them more than the mean of
    the others, and all are renormalised. Low, likely and high move alike; the estimates returned are to be put in the
    place of the old ones (shares are taken of their sum, so that they are renormalised by themselves). Returns what
    to estimate where their side is not known well enough. Raises IndexError for a package that is not there.
    """
    theirs = their_party(negotiation)
    if isinstance(theirs, Message):
        return theirs
    chosen = _by_issue(packages[preferred])
    others = [_by_issue(package) for at, package in enumerate(packages) if at != preferred]
    weights = {
        each.issue_id: each
        for each in negotiation.estimates
        if each.subject is Subject.WEIGHT and each.issue_id in theirs.shares
    }
    raised = set()
    for issue_id in theirs.shares:
        rest = [theirs.part(issue_id, each[issue_id]) or Fraction(0) for each in others if issue_id in each]
        mine = theirs.part(issue_id, chosen[issue_id]) if issue_id in chosen else None
        if mine is not None and rest and mine > sum(rest, Fraction(0)) / len(rest):
            raised.add(issue_id)
    scaled = {
        issue_id: share * (Fraction(FACTOR) if issue_id in raised else 1) for issue_id, share in theirs.shares.items()
    }
    total = sum(scaled.values(), Fraction(0))
    return tuple(
        Shift(
            issue_id=issue_id,
            before=share,
            after=scaled[issue_id] / total,
            raised=issue_id in raised,
            estimate=_scaled(weights[issue_id]) if issue_id in raised else weights[issue_id],
        )
        for issue_id, share in theirs.shares.items()
    )


def _scaled(estimate: Estimate) -> Estimate:
    low, likely, high = (_times(end) for end in (estimate.low, estimate.likely, estimate.high))
    return replace(estimate, low=low, likely=estimate.likely if likely is None else likely, high=high)


def _times(end: Value | None) -> Value | None:
    # more digits than any entered figure has, so that the product is exact
    return Context(prec=200).multiply(end, FACTOR) if isinstance(end, Decimal) else end


def _by_issue(package: Package) -> dict[int, Value]:
    return {term.issue_id: term.value for term in package}
