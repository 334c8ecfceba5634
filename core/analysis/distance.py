"""core: the distance of an offer or a deal from the frontier, and the packages that are better for both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from core.analysis.case import Case
from core.analysis.frontier import Frontier, Point
from core.analysis.grounds import Grounds
from core.message import Message, message
from core.phrases import names
from core.term import Term
from core.verdict import Interval


@dataclass(frozen=True)
class Distance:
    """How far a package lies from the frontier, in shares of 1.

    `our_room` is the most that we could gain without loss to them, `their_room` the most that they could without loss
    to us; both are 0 on the frontier. `better` are the efficient packages that are worth more to one side and no less
    to the other; `fairest` is the one of them with the largest product of gains over this package (a post-settlement
    settlement, Raiffa 1985), None where there is none. `their_band` spans the readings of the estimates.
    """

    ours: Fraction
    theirs: Fraction
    their_band: Interval
    our_room: Fraction
    their_room: Fraction
    better: tuple[Point, ...]
    fairest: Point | None
    past_limit: tuple[int, ...]
    grounds: Grounds

    @property
    def is_efficient(self) -> bool:
        """Tell whether no package is better for both."""
        return not self.better


def distance(case: Case, front: Frontier, package: Iterable[Term]) -> Distance | Message:
    """Return how far a whole package lies from the frontier, or which issues it leaves open.

    A package between the steps of the grid, or outside a range, may even lie beyond the frontier.
    """
    package = tuple(package)
    found = case.values(package)
    if found is None:
        stated = {term.issue_id for term in package if term.upto is None}
        missing = [column.issue for column in case.columns if column.issue.id not in stated]
        return message("analysis.package_open", issues=names(missing or [column.issue for column in case.columns]))
    ours, theirs = found
    better = tuple(point for point in front.points[front.between(ours, theirs)] if (point.ours, point.theirs) != found)
    return Distance(
        ours=ours,
        theirs=theirs,
        their_band=case.theirs.band(package) or Interval(theirs, theirs),
        our_room=better[0].ours - ours if better else Fraction(0),
        their_room=better[-1].theirs - theirs if better else Fraction(0),
        better=better,
        fairest=max(better, key=lambda point: ((point.ours - ours) * (point.theirs - theirs), point.welfare))
        if better
        else None,
        past_limit=case.past_limit(package),
        grounds=case.grounds,
    )
