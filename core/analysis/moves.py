"""core: moves, what each offer changes for both sides, and who has given how much for what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from core.analysis.grid import grid_of
from core.analysis.grounds import LOG, Grounds
from core.analysis.move import Move, move_of
from core.analysis.party import Party, our_party, their_party
from core.concession import Concession
from core.concessions import StepWorth, worth
from core.issue import Issue
from core.judge import Judge
from core.line import Line, Verb
from core.message import Amount, Message, message
from core.message import Points as AsPoints
from core.negotiation import Negotiation
from core.side import Side
from core.standing import Table, spoken, standing
from core.term import Term, Value
from core.value import Valuation, by_issue, compare


class MoveClass(StrEnum):
    """What a move is by what it changes for its mover and for the other (vocabulary of the GENIUS environment)."""

    SILENT = "silent"
    NICE = "nice"
    FORTUNATE = "fortunate"
    CONCESSION = "concession"
    SELFISH = "selfish"
    UNFORTUNATE = "unfortunate"


def classify(mover: Fraction, other: Fraction) -> MoveClass:
    """Return the class of a move by the change for its mover and the change for the other.

    (0, 0) silent, (0, +) nice, (+, +) fortunate, (-, + or 0) concession, (+, - or 0) selfish, (- or 0, -) unfortunate.
    """
    if mover > 0:
        return MoveClass.FORTUNATE if other > 0 else MoveClass.SELFISH
    if other < 0:
        return MoveClass.UNFORTUNATE
    if mover < 0:
        return MoveClass.CONCESSION
    return MoveClass.NICE if other > 0 else MoveClass.SILENT


@dataclass(frozen=True)
class Turn:
    """One offer against what its side had on the table before it, over the issues that both state, in shares of 1.

    `theirs` and `kind` are None where their side is not estimated.
    """

    line: Line
    side: Side
    ours: Fraction
    theirs: Fraction | None
    kind: MoveClass | None
    moves: tuple[Move, ...]
    grounds: Grounds


def turns(negotiation: Negotiation) -> tuple[Turn, ...] | Message:
    """Return every unconditional offer that restates or changes what its side had said, in the order they were said.

    Or why nothing can be valued. Of a range the end that its speaker likes best counts.
    """
    ours, theirs = _parties(negotiation)
    if isinstance(ours, Message):
        return ours
    table = Table()
    found = []
    for line in spoken(negotiation):
        if line.verb is Verb.OFFER and line.side is not None and not line.is_conditional:
            before = table.standing(line.side, line.at)
            moves = tuple(_moves(ours, theirs, line.side, before, by_issue(line.terms)))
            if moves:
                found.append(_turn(line, line.side, moves, theirs))
        table.add(line)
    return tuple(found)


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
    """Return the ledger of concessions in the order they were made.

    A concession is answered where it says what it was given in return for, or where the other side concedes after it
    and before its giver concedes again in a later line. The last one waits while the other side has made no offer
    since. The side that did not make the last concession moves next; before any, the one that did not make the last
    offer.
    """
    ours, theirs = _parties(negotiation)
    known_ours = None if isinstance(ours, Message) else ours
    order = {line.id: place for place, line in enumerate(spoken(negotiation))}
    made = sorted(
        (each for each in negotiation.concessions if each.to_line_id in order),
        key=lambda each: (order[each.to_line_id], each.id),
    )
    entries = []
    for concession in made:
        move = None
        if known_ours is not None:
            move = move_of(known_ours, theirs, concession.issue_id, concession.from_value, concession.to_value)
        answered = _answered(negotiation, concession, made, order)
        entries.append(
            Entry(concession, worth(negotiation, concession), None if move is None else move.theirs, answered)
        )
    given, received = (_sum(entries, side) for side in Side)
    ratio = given.share / received.share if given.share is not None and received.share else None
    costs = [-each.theirs for each in entries if each.concession.side is Side.THEM and each.theirs is not None]
    next_side = _next(negotiation, made)
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
    best = judge.batna(now.date())
    floors = [each.high for each in (judge.minimum, None if best is None else best.value) if each is not None]
    if not floors:
        return message("room.no_floor")
    value = valuation.package(valuation.filled(stated))
    ours = our_party(negotiation, now.date())
    if value is None or isinstance(ours, Message):
        return message("room.no_floor")
    points = value.low - max(floors)
    theirs = their_party(negotiation)
    furthest = []
    for issue in negotiation.issues:
        if issue.id in stated and valuation.shares.get(issue.id):
            move = _furthest(issue, valuation, ours, None if isinstance(theirs, Message) else theirs, stated, points)
            if move is not None:
                furthest.append(move)
    return Room(
        value=value.low,
        floor=max(floors),
        points=points,
        money=None if valuation.money is None else points * valuation.money,
        furthest=tuple(furthest),
        message=_left(points, valuation, negotiation.currency),
        grounds=LOG if isinstance(theirs, Message) else LOG.joined(theirs.grounds),
    )


def _parties(negotiation: Negotiation) -> tuple[Party | Message, Party | None]:
    # no day matters here: the shares and scales hold on any, the BATNA is not asked for
    ours, theirs = our_party(negotiation, date.min), their_party(negotiation)
    return ours, None if isinstance(theirs, Message) else theirs


def _moves(
    ours: Party, theirs: Party | None, side: Side, before: dict[int, Term], after: dict[int, Term]
) -> Iterator[Move]:
    mine = ours if side is Side.US else theirs
    for issue_id, term in after.items():
        if issue_id in before and issue_id in ours.shares:
            start, end = (_asked(mine, ours, side, each) for each in (before[issue_id], term))
            move = move_of(ours, theirs, issue_id, start, end)
            if move is not None:
                yield move


def _asked(mine: Party | None, ours: Party, side: Side, term: Term) -> Value:
    """Return of a range the end that its speaker likes best; without an estimate the one that we like least."""
    if term.upto is None:
        return term.value
    party, sign = (mine, 1) if mine is not None else (ours, 1 if side is Side.US else -1)
    first, second = party.part(term.issue_id, term.value), party.part(term.issue_id, term.upto)
    if first is None or second is None:
        return term.value
    return term.upto if sign * second > sign * first else term.value


def _turn(line: Line, side: Side, moves: tuple[Move, ...], theirs: Party | None) -> Turn:
    ours = sum((move.ours for move in moves), Fraction(0))
    known = [move.theirs for move in moves if move.theirs is not None]
    others = sum(known, Fraction(0)) if len(known) == len(moves) else None
    kind = None
    if others is not None:
        kind = classify(ours, others) if side is Side.US else classify(others, ours)
    return Turn(line, side, ours, others, kind, moves, LOG if theirs is None else LOG.joined(theirs.grounds))


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
        return message("ledger.unvalued", n=len(negotiation.concessions))
    return message("ledger.both", given=AsPoints(given.share), received=AsPoints(received.share))


def _furthest(
    issue: Issue, valuation: Valuation, ours: Party, theirs: Party | None, stated: dict[int, Term], points: Fraction
) -> Move | None:
    scale, term = valuation.scales[issue.id], stated[issue.id]
    if isinstance(scale, Message) or points <= 0:
        return None
    start = _asked(ours, ours, Side.US, term)
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
    if valuation.money is None:
        return message("room.left", points=AsPoints(points))
    return message("room.left_money", points=AsPoints(points), amount=Amount(points * valuation.money, currency))
