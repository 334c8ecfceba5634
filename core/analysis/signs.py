"""core: signs of a distributive turn, from the sanctions, tactics and last words that were logged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from core.analysis.grounds import LOG, Grounds
from core.analysis.ledger import Answered, ledger
from core.analysis.moves import MoveClass, turns
from core.line import Line, Verb
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import spoken
from core.tactics import tactic_number

_REPEATED = 2


class Sign(StrEnum):
    """What points to a distributive turn."""

    SANCTION = "sanction"
    FINAL = "final"
    TACTIC = "tactic"
    SELFISH = "selfish"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True)
class Signal:
    """One sign with the lines that it was read from."""

    sign: Sign
    side: Side
    lines: tuple[Line, ...]
    message: Message
    grounds: Grounds = LOG


@dataclass(frozen=True)
class Way:
    """A way to turn the talk back, with the risk that it takes."""

    way: Message
    risk: Message


# Time is what the talk is shifted with: a break, smaller questions first, what the deal is for.
_WAYS = ("break", "interests", "trade")


def signs(negotiation: Negotiation) -> tuple[Signal, ...]:
    """Return the signs of a distributive turn, sanctions first: an integrative talk has none of them.

    A sanction of either side; an offer called final; the same tactic of theirs logged twice; an offer of theirs that
    gains them and nothing to us; a concession of ours for which nothing came back.
    """
    lines = spoken(negotiation)
    found = []
    for side in (Side.THEM, Side.US):
        said = [line for line in lines if line.verb is Verb.SANCTION and line.side is side]
        found += [
            Signal(Sign.SANCTION, side, (line,), message(f"sign.sanction_{side}", words=line.rest or line.text))
            for line in said
        ]
    final = [line for line in lines if line.is_final and line.side is Side.THEM]
    found += [Signal(Sign.FINAL, Side.THEM, (line,), message("sign.final", words=line.text)) for line in final]
    found += _tactics(lines)
    found += _moves(negotiation)
    return tuple(found)


def shifts(found: tuple[Signal, ...]) -> tuple[Way, ...]:
    """Return ways to lead the talk back where a sign was seen, each with its risk; nothing where none was."""
    if not found:
        return ()
    return tuple(Way(message(f"shift.{way}"), message(f"shift.{way}_risk")) for way in _WAYS)


def _tactics(lines: list[Line]) -> list[Signal]:
    theirs = [line for line in lines if line.side is Side.THEM and tactic_number(line) is not None]
    counts = Counter(tactic_number(line) for line in theirs)
    found = []
    for number, count in counts.items():
        if number is not None and count >= _REPEATED:
            of_it = tuple(line for line in theirs if tactic_number(line) == number)
            found.append(Signal(Sign.TACTIC, Side.THEM, of_it, message("sign.tactic", number=number, n=count)))
    return found


def _moves(negotiation: Negotiation) -> list[Signal]:
    found = []
    made = turns(negotiation)
    if not isinstance(made, Message):
        for turn in made:
            if turn.side is Side.THEM and turn.kind is MoveClass.SELFISH:
                said = message("sign.selfish", words=turn.line.text)
                found.append(Signal(Sign.SELFISH, Side.THEM, (turn.line,), said, turn.grounds))
    by_id = {line.id: line for line in negotiation.lines}
    for entry in ledger(negotiation).entries:
        if entry.concession.side is Side.US and entry.answered is Answered.UNRECIPROCATED:
            line = by_id[entry.concession.to_line_id]
            found.append(Signal(Sign.NO_ANSWER, Side.US, (line,), message("sign.no_answer", words=line.text)))
    return found
