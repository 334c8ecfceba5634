"""core: signs of a distributive turn, from the sanctions, tactics, last words and haggling that were logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.analysis.grounds import LOG, Grounds
from core.analysis.ledger import Answered, answers
from core.analysis.moves import MoveClass, turns
from core.line import Line, Verb
from core.message import Message, message
from core.mode import Way
from core.negotiation import Negotiation
from core.side import Side
from core.standing import Stage, issue_states, spoken
from core.tactics import tactic_number

HAGGLED = 4  # offers in a row on one issue alone, by both sides, that make it haggling
_REPEATED = 2


class Sign(StrEnum):
    """What points to a distributive turn."""

    SANCTION = "sanction"
    FINAL = "final"
    TACTIC = "tactic"
    HAGGLING = "haggling"
    SELFISH = "selfish"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True)
class Signal:
    """One sign with the lines that it was read from; where it takes both sides, `side` is the one that began."""

    sign: Sign
    side: Side
    lines: tuple[Line, ...]
    message: Message
    grounds: Grounds = LOG


# Time is what the talk is shifted with: a break, smaller questions first, what the deal is for.
_WAYS = ("break", "interests", "trade")

# What answers a sign best, where one of the ways does.
_ANSWERS = {Sign.FINAL: "interests", Sign.HAGGLING: "trade", Sign.SELFISH: "interests", Sign.NO_ANSWER: "trade"}


def signs(negotiation: Negotiation, said: Sequence[Line] | None = None) -> tuple[Signal, ...]:
    """Return the signs of a distributive turn, sanctions first: an integrative talk has none of them.

    A sanction of either side; an offer called final; the same tactic of theirs logged twice; `HAGGLED` offers in a row
    of both sides on one issue alone, while another one is open; an offer of theirs that gains them and nothing to us; a
    concession of ours for which nothing came back. `said` are the lines that are looked at, by default all.
    """
    lines = spoken(negotiation) if said is None else list(said)
    found = []
    for side in (Side.THEM, Side.US):
        found += [
            Signal(Sign.SANCTION, side, (line,), message(f"sign.sanction_{side}", words=line.rest or line.text))
            for line in lines
            if line.verb is Verb.SANCTION and line.side is side
        ]
    final = [line for line in lines if line.is_final and line.side is Side.THEM]
    found += [Signal(Sign.FINAL, Side.THEM, (line,), message("sign.final", words=line.text)) for line in final]
    found += _tactics(lines)
    found += _haggling(negotiation, lines)
    found += _moves(negotiation, {line.id: line for line in lines})
    return tuple(found)


def shifts(found: tuple[Signal, ...]) -> tuple[Way, ...]:
    """Return ways to lead the talk back where a sign was seen, each with its risk; nothing where none was.

    The first is what answers the first sign best.
    """
    if not found:
        return ()
    best = _ANSWERS.get(found[0].sign, _WAYS[0])
    ways = sorted(_WAYS, key=lambda way: way != best)
    return tuple(Way(message(f"shift.{way}"), message(f"shift.{way}_risk")) for way in ways)


def _tactics(lines: list[Line]) -> list[Signal]:
    theirs = [line for line in lines if line.side is Side.THEM and tactic_number(line) is not None]
    counts = Counter(tactic_number(line) for line in theirs)
    found = []
    for number, count in counts.items():
        if number is not None and count >= _REPEATED:
            of_it = tuple(line for line in theirs if tactic_number(line) == number)
            found.append(Signal(Sign.TACTIC, Side.THEM, of_it, message("sign.tactic", number=number, n=count)))
    return found


def _haggling(negotiation: Negotiation, lines: list[Line]) -> Iterator[Signal]:
    """Yield the stretches of the talk in which both sides only moved figures of one issue."""
    for stretch in _stretches(lines):
        sides = Counter(line.side for line in stretch)
        if len(stretch) < HAGGLED or min(sides[side] for side in Side) < 2:
            continue
        issue_id = stretch[0].terms[0].issue_id
        states = issue_states(negotiation, stretch[-1].at)
        others = [each for each, state in states.items() if each != issue_id and state.stage is not Stage.AGREED]
        began = stretch[0].side
        if issue_id in states and others and began is not None:
            name = negotiation.issue_by_id[issue_id].name
            said = message("sign.haggling", n=len(stretch), issue=name)
            yield Signal(Sign.HAGGLING, began, tuple(stretch), said)


def _stretches(lines: list[Line]) -> Iterator[list[Line]]:
    """Yield the longest runs of offers that state the same issue and nothing else, whatever is said between them."""
    run: list[Line] = []
    for line in lines:
        if line.verb is not Verb.OFFER or line.side is None:
            continue
        bare = len(line.terms) == 1 and not line.is_conditional and not line.in_return
        if not (run and bare and line.terms[0].issue_id == run[0].terms[0].issue_id):
            if run:
                yield run
            run = []
        if bare:
            run.append(line)
    if run:
        yield run


def _moves(negotiation: Negotiation, by_id: dict[int, Line]) -> list[Signal]:
    found = []
    made = turns(negotiation, by_id)
    if not isinstance(made, Message):
        for turn in made:
            if turn.side is Side.THEM and turn.kind is MoveClass.SELFISH:
                said = message("sign.selfish", words=turn.line.text)
                found.append(Signal(Sign.SELFISH, Side.THEM, (turn.line,), said, turn.grounds))
    for concession, answered in answers(negotiation):
        line = by_id.get(concession.to_line_id)
        if line is not None and concession.side is Side.US and answered is Answered.UNRECIPROCATED:
            found.append(Signal(Sign.NO_ANSWER, Side.US, (line,), message("sign.no_answer", words=line.text)))
    return found
