"""core: the distance of an offer or a deal from the frontier, and the packages that are better for both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from core.analysis.case import Case
from core.analysis.frontier import Frontier, Point
from core.analysis.grounds import Grounds
from core.line import Verb
from core.message import Message, message
from core.phrases import names
from core.standing import spoken
from core.table import Table, stated_by
from core.term import Term
from core.value import by_issue
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
    past_limit: tuple[int, ...]
    grounds: Grounds

    @cached_property
    def fairest(self) -> Point | None:
        """Return the better package with the largest product of gains over this one, None where there is none."""
        return max(
            self.better,
            key=lambda point: ((point.ours - self.ours) * (point.theirs - self.theirs), point.welfare),
            default=None,
        )

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
        past_limit=case.past_limit(package),
        grounds=case.grounds,
    )


def offer_distances(case: Case, front: Frontier) -> dict[int, Distance | Message]:
    """Return how far every offer lies from the frontier as it stands, by line id, or what it leaves open.

    An offer is laid over its side's standing offer before it, a conditional one with its conditions, as it is judged.
    """
    table = Table()
    found = {}
    for line in spoken(case.negotiation):
        if line.verb is Verb.OFFER and line.side is not None:
            stated = by_issue(stated_by(line))
            if stated:
                whole = {**table.standing(line.side, line.at), **stated}
                found[line.id] = distance(case, front, whole.values())
        table.add(line)
    return found
