"""core: match compensation, what on another issue pays for a concession that is being considered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from core.analysis.grid import grid_of
from core.analysis.grounds import OWN, Grounds
from core.analysis.move import Move, move_of
from core.analysis.party import Party, valued_issues
from core.issue import Issue
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.term import Term, Value
from core.value import compare, scale_of

_FINE = 10_001  # values of an issue: one issue at a time can be looked at more closely than packages


@dataclass(frozen=True, slots=True)
class Payment:
    """What one other issue can pay: `least` makes the giver whole, `most` is the furthest that leaves the taker whole.

    None where no value of the issue does it; `most` also where their side is not estimated. Any value from the one to
    the other suits both where `suits_both`.
    """

    issue_id: int
    least: Move | None
    most: Move | None
    suits_both: bool


@dataclass(frozen=True)
class Compensation:
    """A concession, what it costs its giver and gains the other, and how each other issue can pay for it."""

    giver: Side
    concession: Move
    payments: tuple[Payment, ...]
    grounds: Grounds


def compensation(
    negotiation: Negotiation, ours: Party, theirs: Party | None, start: Mapping[int, Value], concession: Term
) -> Compensation | Message:
    """Return how other issues pay for a concession from where they stand, in the order of the issues.

    A change that is worse for us is our concession, one that is worse for them alone is theirs. Values are those of
    each issue's own step, and within our limits. Issues that `start` does not state are left out. Their side may be
    None: then only our own concession can be paid for, and only what makes us whole is found. Returns a message where
    the issue is not stated yet, or where the change is no concession of either side.
    """
    issue = negotiation.issue_by_id[concession.issue_id]
    if issue.id not in start:
        return message("compensation.not_stated", issue=issue.name)
    given = move_of(ours, theirs, issue.id, start[issue.id], concession.value)
    if given is None:
        return message("compensation.not_stated", issue=issue.name)
    if given.ours < 0:
        giver = Side.US
    elif given.theirs is not None and given.theirs < 0:
        giver = Side.THEM
    else:
        return message("compensation.no_concession", issue=issue.name)
    payments = []
    for other in valued_issues(negotiation):
        if other.id != issue.id and other.id in start:
            moves = _moves(other, ours, theirs, start[other.id])
            payments.append(_payment(other.id, moves, given, giver))
    return Compensation(giver, given, tuple(payments), OWN if theirs is None else theirs.grounds)


def _moves(issue: Issue, ours: Party, theirs: Party | None, start: Value) -> list[Move]:
    scale = scale_of(issue)
    if isinstance(scale, Message):
        return []
    found = []
    for value in grid_of(issue, scale, _FINE).values:
        if issue.limit is None or compare(issue, value, issue.limit, scale) != -1:
            move = move_of(ours, theirs, issue.id, start, value)
            if move is not None and value != start:
                found.append(move)
    return found


def _payment(issue_id: int, moves: list[Move], given: Move, giver: Side) -> Payment:
    mine, yours = (_ours, _theirs) if giver is Side.US else (_theirs, _ours)
    known = [move for move in moves if mine(move) is not None]
    cost, gain = -(mine(given) or Fraction(0)), yours(given)
    enough = [move for move in known if (mine(move) or 0) >= cost]
    least = min(enough, key=lambda move: (mine(move) or 0, -(yours(move) or 0)), default=None)
    most = None
    if gain is not None:
        bearable = [
            move for move in known if (mine(move) or 0) > 0 and (felt := yours(move)) is not None and gain + felt >= 0
        ]
        most = max(bearable, key=lambda move: (mine(move) or 0, yours(move) or 0), default=None)
    suits = least is not None and most is not None and (mine(most) or 0) >= (mine(least) or 0)
    return Payment(issue_id, least, most, suits)


def _ours(move: Move) -> Fraction | None:
    return move.ours


def _theirs(move: Move) -> Fraction | None:
    return move.theirs
