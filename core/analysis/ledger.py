"""core: the ledger of concessions, who has given how much for what, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from core.analysis.grounds import LOG, Grounds
from core.analysis.move import move_of
from core.analysis.moves import parties
from core.concession import Concession
from core.concessions import StepWorth, worth
from core.line import Verb
from core.message import Message, message
from core.message import Points as AsPoints
from core.negotiation import Negotiation
from core.side import Side
from core.standing import spoken


class Answered(StrEnum):
    """What came back for a concession."""

    ANSWERED = "answered"
    WAITING = "waiting"
    UNRECIPROCATED = "unreciprocated"


@dataclass(frozen=True)
class Entry:
    """One concession of the ledger: what it changed for us and likely for them, what for, and whether it was answered.

    `worth` is for us, below 0 for a concession of ours; `theirs` a share of 1, None where their side is not estimated.
    """

    concession: Concession
    worth: StepWorth
    theirs: Fraction | None
    answered: Answered


@dataclass(frozen=True)
class Ledger:
    """All concessions, and what they come to in our value, in shares of 1 and money, both counted positive.

    `given` is what ours cost us, `received` what theirs gained us; `ratio` is given / received, None while nothing
    was received; `their_cost` is what theirs likely cost them. `next_side` is whose turn it is to move.
    """

    entries: tuple[Entry, ...]
    given: StepWorth
    received: StepWorth
    ratio: Fraction | None
    their_cost: Fraction | None
    next_side: Side | None
    message: Message
    grounds: Grounds

    @property
    def unreciprocated(self) -> tuple[Entry, ...]:
        """Return the concessions for which nothing came back."""
        return tuple(each for each in self.entries if each.answered is Answered.UNRECIPROCATED)


def ledger(negotiation: Negotiation) -> Ledger:
    """Return the ledger of concessions in the order they were made; see `answers`.

    The side that did not make the last concession moves next; before any, the one that did not make the last offer.
    """
    ours, theirs = parties(negotiation)
    known_ours = None if isinstance(ours, Message) else ours
    made = answers(negotiation)
    entries = []
    for concession, answered in made:
        move = None
        if known_ours is not None:
            move = move_of(known_ours, theirs, concession.issue_id, concession.from_value, concession.to_value)
        entries.append(
            Entry(concession, worth(negotiation, concession), None if move is None else move.theirs, answered)
        )
    given, received = (_sum(entries, side) for side in Side)
    ratio = given.share / received.share if given.share is not None and received.share else None
    costs = [-each.theirs for each in entries if each.concession.side is Side.THEM and each.theirs is not None]
    next_side = _next(negotiation, [concession for concession, _ in made])
    return Ledger(
        entries=tuple(entries),
        given=given,
        received=received,
        ratio=ratio,
        their_cost=sum(costs, Fraction(0)) if theirs is not None else None,
        next_side=next_side,
        message=_who_gave(negotiation, given, received),
        grounds=LOG if theirs is None else LOG.joined(theirs.grounds),
    )


def answers(negotiation: Negotiation) -> tuple[tuple[Concession, Answered], ...]:
    """Return the concessions in the order they were made, each with what came back for it.

    A concession is answered where it says what it was given in return for, or where the other side concedes after it
    and before its giver concedes again in a later line. The last one waits while the other side has made no offer
    since.
    """
    order = {line.id: place for place, line in enumerate(spoken(negotiation))}
    made = sorted(
        (each for each in negotiation.concessions if each.to_line_id in order),
        key=lambda each: (order[each.to_line_id], each.id),
    )
    return tuple((each, _answered(negotiation, each, made, order)) for each in made)


def _answered(
    negotiation: Negotiation, concession: Concession, made: list[Concession], order: dict[int, int]
) -> Answered:
    if concession.in_return_for.strip():
        return Answered.ANSWERED
    place = order[concession.to_line_id]
    later = [each for each in made if order[each.to_line_id] > place]
    if later:
        return Answered.ANSWERED if later[0].side is concession.side.other else Answered.UNRECIPROCATED
    replied = any(
        line.side is concession.side.other and line.verb is Verb.OFFER and order[line.id] > place
        for line in negotiation.lines
    )
    return Answered.UNRECIPROCATED if replied else Answered.WAITING


def _sum(entries: list[Entry], side: Side) -> StepWorth:
    found = [each.worth for each in entries if each.concession.side is side]
    sign = -1 if side is Side.US else 1
    shares = [each.share for each in found if each.share is not None]
    sums = [each.money for each in found if each.money is not None]
    if len(shares) < len(found):
        return StepWorth(None, None)
    money = sign * sum(sums, Fraction(0)) if sums and len(sums) == len(found) else None
    return StepWorth(sign * sum(shares, Fraction(0)), money)


def _next(negotiation: Negotiation, made: list[Concession]) -> Side | None:
    if made:
        return made[-1].side.other
    last = next((line for line in reversed(spoken(negotiation)) if line.verb is Verb.OFFER and line.side), None)
    return None if last is None or last.side is None else last.side.other


def _who_gave(negotiation: Negotiation, given: StepWorth, received: StepWorth) -> Message:
    if not negotiation.concessions:
        return message("ledger.none")
    if given.share is None or received.share is None:
        return message("ledger.unvalued", count=len(negotiation.concessions))
    return message("ledger.both", given=AsPoints(given.share), received=AsPoints(received.share))
