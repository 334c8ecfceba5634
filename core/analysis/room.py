"""core: room, what we may still give before a deal is worth no more than walking away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.analysis.grid import grid_of
from core.analysis.grounds import LOG, Grounds
from core.analysis.move import Move, move_of
from core.analysis.moves import asked
from core.analysis.party import Party, our_party, their_party
from core.issue import Issue
from core.judge import Judge
from core.message import Amount, Message, message
from core.message import Points as AsPoints
from core.negotiation import Negotiation
from core.side import Side
from core.standing import standing
from core.term import Term
from core.value import Valuation, compare


@dataclass(frozen=True)
class Room:
    """What we may still give before a deal is worth no more than the minimum acceptable deal and the BATNA.

    `points` is a share of 1, below 0 where our offer is past that already; `money` the same in money. `floor` is the
    higher of both. `furthest` holds, for each issue alone, the value that we could still move to, by its step and
    within its limit.
    """

    value: Fraction
    floor: Fraction
    points: Fraction
    money: Fraction | None
    furthest: tuple[Move, ...]
    message: Message
    grounds: Grounds


def room(negotiation: Negotiation, now: datetime) -> Room | Message:
    """Return what our standing offer still leaves to be given, or why that cannot be told.

    What we have not said yet takes its baseline, and the worst of its range without one. Of a BATNA or a minimum that
    is an interval the upper end counts.
    """
    judge = Judge(negotiation)
    valuation = judge.valuation
    if valuation.obstacle is not None:
        return message("verdict.cannot_judge", why=valuation.obstacle)
    stated = standing(negotiation, Side.US, at=now)
    if not stated:
        return message("room.nothing_offered")
    floor = judge.floor(now.date())
    if floor is None:
        return message("room.no_floor")
    value = valuation.package(valuation.filled(stated))
    ours = our_party(negotiation, now.date())
    if value is None or isinstance(ours, Message):
        return message("room.no_floor")
    points = value.low - floor
    theirs = their_party(negotiation)
    furthest = []
    for issue in negotiation.issues:
        if issue.id in stated and valuation.shares.get(issue.id):
            move = _furthest(issue, valuation, ours, None if isinstance(theirs, Message) else theirs, stated, points)
            if move is not None:
                furthest.append(move)
    return Room(
        value=value.low,
        floor=floor,
        points=points,
        money=None if valuation.money is None else points * valuation.money,
        furthest=tuple(furthest),
        message=_left(points, valuation, negotiation.currency),
        grounds=LOG if isinstance(theirs, Message) else LOG.joined(theirs.grounds),
    )


def _furthest(
    issue: Issue, valuation: Valuation, ours: Party, theirs: Party | None, stated: dict[int, Term], points: Fraction
) -> Move | None:
    scale, term = valuation.scales[issue.id], stated[issue.id]
    if isinstance(scale, Message) or points <= 0:
        return None
    start = asked(ours, ours, Side.US, term)
    found = []
    for value in grid_of(issue, scale, 10_001).values:
        if issue.limit is None or compare(issue, value, issue.limit, scale) != -1:
            move = move_of(ours, theirs, issue.id, start, value)
            if move is not None and -points <= move.ours < 0:
                found.append(move)
    return min(found, key=lambda move: move.ours, default=None)


def _left(points: Fraction, valuation: Valuation, currency: str) -> Message:
    if points < 0:
        return message("room.past", points=AsPoints(-points))
    if points == 0:
        return message("room.none_left")
    if valuation.money is None:
        return message("room.left", points=AsPoints(points))
    return message("room.left_money", points=AsPoints(points), amount=Amount(points * valuation.money, currency))
