"""core: the finding of trades - what to give for what, what to explore, and the signs that the talk turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.analysis.bridges import bridges
from core.analysis.case import Case
from core.analysis.grounds import Grounds
from core.analysis.move import Move
from core.analysis.signs import shifts, signs
from core.analysis.trades import Pair, Trade, pairs, trades
from core.estimate import Subject
from core.findings.frontier import LEAST, estimated_words, is_quick
from core.findings.seen import Seen
from core.message import Message
from core.side import Basis, Side
from core.term import Value

MOST_TRADES = 5
"""How many pairs of issues are listed, the best first."""

MOST_QUESTIONS = 8
"""How many questions to explore, and how many signs, are listed."""

_RATED = (Subject.WEIGHT, Subject.BEST, Subject.WORST, Subject.OPTION)


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to try or to ask in words; `basis` is the weakest that it rests on, None where it rests on none."""

    words: str
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Traded:
    """The trades worth looking at, and under them what they rest on; without any a sentence that says why."""

    hints: tuple[Hint, ...]
    note: str


def trade_hints(seen: Seen, case: Case | Message) -> Traded:
    """Return the best pairs of issues to trade, over whole ranges and from where the table stands."""
    say = seen.say
    if isinstance(case, Message):
        obstacle = seen.valuation.obstacle
        if obstacle is not None:
            return Traded((), say.message(obstacle))
        return Traded(
            (),
            say(
                "Trades need estimates of their side: what each issue counts to them, and its best and worst end for "
                "them. Enter them in Prepare, step “Their side”."
            ),
        )
    found = pairs(case)[:MOST_TRADES]
    if not found:
        return Traded(
            (), say("No pair of issues is worth trading: giving way gains them as much on one as on another.")
        )
    name, steps = _from_the_table(seen, case)
    hints = []
    for pair in found:
        words = _pair(seen, pair)
        step = steps.get((pair.give.issue_id, pair.take.issue_id))
        if step is not None:
            words = f"{words} {_step(seen, name, step)}"
        hints.append(Hint(words, _basis(pair)))
    return Traded(tuple(hints), estimated_words(seen, case.grounds))


def questions(seen: Seen) -> tuple[Hint, ...]:
    """Return what to explore, from both sides' interests as they were entered; empty where none was."""
    say = seen.say
    found = bridges(seen.negotiation)
    hints = [
        Hint(say.message(each.message), None if each.theirs is None else each.grounds.weakest)
        for each in found[:MOST_QUESTIONS]
    ]
    return tuple(hints) + _rest(seen, len(found))


def turn_signs(seen: Seen) -> tuple[Hint, ...]:
    """Return the signs of a distributive turn; empty where there is none."""
    found = signs(seen.negotiation)
    return tuple(Hint(seen.say.message(each.message)) for each in found[:MOST_QUESTIONS]) + _rest(seen, len(found))


def ways_back(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Return how to lead the talk back, each with its risk; empty where no sign was seen."""
    say = seen.say
    return tuple((say.message(each.what), say.message(each.risk)) for each in shifts(signs(seen.negotiation)))


# inside


def _rest(seen: Seen, count: int) -> tuple[Hint, ...]:
    more = count - MOST_QUESTIONS
    return (Hint(seen.say.plural("And {n} more.", "And {n} more.", more)),) if more > 0 else ()


def _pair(seen: Seen, pair: Pair) -> str:
    say, known = seen.say, seen.negotiation.issue_by_id
    data = {"give": known[pair.give.issue_id].name, "take": known[pair.take.issue_id].name}
    gain, back = pair.give.rate, pair.take.rate
    if gain is not None:
        data["gain"] = say.number(gain, 2)
    if back:
        data["back"] = say.number(back, 2)
    if gain is None and not back:
        return say("Give {give}, get {take}: neither costs its giver anything.", **data)
    if gain is None:
        return say(
            "Give {give}, get {take}: what we give costs us nothing, and each point that we get costs them {back}.",
            **data,
        )
    if not back:
        return say(
            "Give {give}, get {take}: each point that it costs us brings them {gain}, and what we get costs them "
            "nothing.",
            **data,
        )
    return say(
        "Give {give}, get {take}: each point that it costs us brings them {gain}, each that we get costs them {back}.",
        **data,
    )


def _from_the_table(seen: Seen, case: Case) -> tuple[str, dict[tuple[int, int], Trade]]:
    """Return the steps that suit both from their standing offer, else from ours, by both issues."""
    say = seen.say
    if not is_quick(case):
        return "", {}
    for side, name in ((Side.THEM, say("From their offer")), (Side.US, say("From our offer"))):
        stated = seen.theirs if side is Side.THEM else seen.ours
        start: Mapping[int, Value] = {issue_id: term.value for issue_id, term in stated.items() if term.upto is None}
        found = trades(case, start) if start else ()
        if not isinstance(found, Message) and found:
            return name, {(each.give.issue_id, each.take.issue_id): each for each in found}
    return "", {}


def _step(seen: Seen, name: str, trade: Trade) -> str:
    say = seen.say
    data = {"start": name, "give": _move(seen, trade.give), "take": _move(seen, trade.take)}
    ours, theirs = say.points(trade.our_net), say.points(trade.their_net)
    if trade.our_net < LEAST:
        return say(
            "{start}: {give} for {take} leaves them about {theirs} points better off, at no loss to us.",
            **data,
            theirs=theirs,
        )
    if trade.their_net < LEAST:
        return say(
            "{start}: {give} for {take} leaves us {ours} points better off, at about no loss to them.",
            **data,
            ours=ours,
        )
    return say(
        "{start}: {give} for {take} leaves us {ours} points and them about {theirs} better off.",
        **data,
        ours=ours,
        theirs=theirs,
    )


def _move(seen: Seen, move: Move) -> str:
    issue = seen.negotiation.issue_by_id[move.issue_id]
    start, end = seen.words(issue, move.start, unit=False), seen.words(issue, move.end)
    return seen.say("{issue} {start} to {end}", issue=issue.name, start=start, end=end)


def _basis(pair: Pair) -> Basis | None:
    """Return the weakest basis of what is estimated of both issues: their ends or options, and what they count."""
    ids = (pair.give.issue_id, pair.take.issue_id)
    of_both = tuple(each for each in pair.grounds.estimates if each.issue_id in ids and each.subject in _RATED)
    return Grounds(of_both).weakest
