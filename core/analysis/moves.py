"""core: moves, what each offer changes for both sides against what its side had on the table."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from core.analysis.grounds import LOG, Grounds
from core.analysis.move import Move, move_of
from core.analysis.party import Party, our_party, their_party
from core.line import Line, Verb
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import spoken
from core.table import Table
from core.term import Term, Value
from core.value import by_issue


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


def turns(negotiation: Negotiation, only: Container[int] | None = None) -> tuple[Turn, ...] | Message:
    """Return every unconditional offer that restates or changes what its side had said, in the order they were said.

    Or why nothing can be valued. Of a range the end that its speaker likes best counts. `only` are the ids of the lines
    that are asked for, by default all.
    """
    ours, theirs = parties(negotiation)
    if isinstance(ours, Message):
        return ours
    grounds = LOG if theirs is None else LOG.joined(theirs.grounds)
    table = Table()
    found = []
    for line in spoken(negotiation):
        wanted = only is None or line.id in only
        if wanted and line.verb is Verb.OFFER and line.side is not None and not line.is_conditional:
            before = table.standing(line.side, line.at)
            moves = tuple(_moves(ours, theirs, line.side, before, by_issue(line.terms)))
            if moves:
                found.append(_turn(line, line.side, moves, grounds))
        table.add(line)
    return tuple(found)


def parties(negotiation: Negotiation) -> tuple[Party | Message, Party | None]:
    """Return both sides as far as they are known: why ours cannot value anything, None for theirs unestimated."""
    # no day matters here: the shares and scales hold on any, the BATNA is not asked for
    ours, theirs = our_party(negotiation, date.min), their_party(negotiation)
    return ours, None if isinstance(theirs, Message) else theirs


def _moves(
    ours: Party, theirs: Party | None, side: Side, before: dict[int, Term], after: dict[int, Term]
) -> Iterator[Move]:
    mine = ours if side is Side.US else theirs
    for issue_id, term in after.items():
        if issue_id in before and issue_id in ours.shares:
            start, end = (asked(mine, ours, side, each) for each in (before[issue_id], term))
            move = move_of(ours, theirs, issue_id, start, end)
            if move is not None:
                yield move


def asked(mine: Party | None, ours: Party, side: Side, term: Term) -> Value:
    """Return of a range the end that its speaker likes best; without an estimate the one that we like least."""
    if term.upto is None:
        return term.value
    party, sign = (mine, 1) if mine is not None else (ours, 1 if side is Side.US else -1)
    first, second = party.part(term.issue_id, term.value), party.part(term.issue_id, term.upto)
    if first is None or second is None:
        return term.value
    return term.upto if sign * second > sign * first else term.value


def _turn(line: Line, side: Side, moves: tuple[Move, ...], grounds: Grounds) -> Turn:
    ours = sum((move.ours for move in moves), Fraction(0))
    known = [move.theirs for move in moves if move.theirs is not None]
    others = sum(known, Fraction(0)) if len(known) == len(moves) else None
    kind = None
    if others is not None:
        kind = classify(ours, others) if side is Side.US else classify(others, ours)
    return Turn(line, side, ours, others, kind, moves, grounds)
