"""core: still to give, what of the concession ladder is left - without one, how far it is to our targets and limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from core.issue import Issue
from core.judge import Judge
from core.message import Message
from core.plan import PlannedConcession
from core.steps import least_value
from core.term import Term, Value
from core.their_side import their_change
from core.value import compare


class Upto(StrEnum):
    """What a step may not pass: the plan's floor, our target, our limit, or what the package still allows."""

    PLAN = "plan"
    TARGET = "target"
    LIMIT = "limit"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Give:
    """One step that may still be given: from where we stand to `end`, and what for.

    `cost` is what it takes from our value, `gain` what it likely adds to theirs, shares of 1; None where that cannot
    be told. `planned` is the step of the ladder that it comes from.
    """

    issue_id: int
    start: Value
    end: Value
    upto: Upto
    cost: Fraction | None
    gain: Fraction | None
    planned: PlannedConcession | None = None


@dataclass(frozen=True, slots=True)
class StillToGive:
    """The steps, those of the ladder in its order. `spare` is what our offer is worth above its floor, a share of 1.

    The floor is the higher of the minimum acceptable deal and the BATNA. `spare` is None where there is no floor, or
    no offer of ours that could be held against it; what we have not said takes its baseline, else its worst.
    """

    gives: tuple[Give, ...]
    spare: Fraction | None
    is_planned: bool


def still_to_give(judge: Judge, ours: Mapping[int, Term], settled: Mapping[int, Term], on: date) -> StillToGive:
    """Return what may still be given from our standing offer; an agreed issue is closed.

    A step of the ladder is used up once we stand at its end or past it, and never goes past a limit. Without a ladder
    the steps lead to the target of each issue, where we stand there already to the limit, and no further than the
    package allows; what gives them most for each point of ours comes first, as far as their side is estimated.
    """
    spare = _spare(judge, ours, on)
    planned = judge.negotiation.planned_concessions
    if planned:
        return StillToGive(tuple(_of_ladder(judge, ours, settled)), spare, is_planned=True)
    found = list(_of_distances(judge, ours, settled, spare))
    return StillToGive(tuple(sorted(found, key=_by_rate)), spare, is_planned=False)


def _spare(judge: Judge, ours: Mapping[int, Term], on: date) -> Fraction | None:
    floor, value = judge.floor(on), judge.valuation.package(judge.valuation.filled(ours)) if ours else None
    return None if value is None or floor is None else value.low - floor


def _of_ladder(judge: Judge, ours: Mapping[int, Term], settled: Mapping[int, Term]) -> Iterator[Give]:
    for step in judge.negotiation.planned_concessions:
        issue = judge.negotiation.issue_by_id.get(step.issue_id)
        end = step.floor if step.to_value is None else step.to_value
        if issue is None or issue.id in settled or end is None:
            continue
        start = _start(issue, ours, step.from_value)
        if issue.limit is not None and compare(issue, end, issue.limit) == -1:
            end = issue.limit
        if start is not None and compare(issue, start, end) == 1:
            yield _give(judge, issue, start, end, Upto.PLAN, step)


def _of_distances(
    judge: Judge, ours: Mapping[int, Term], settled: Mapping[int, Term], spare: Fraction | None
) -> Iterator[Give]:
    for issue in judge.negotiation.issues:
        start = _start(issue, ours)
        if issue.id in settled or start is None:
            continue
        for stop, upto in ((issue.fair, Upto.TARGET), (issue.limit, Upto.LIMIT)):
            if stop is not None and compare(issue, start, stop) == 1:
                left = _within(judge, issue, _give(judge, issue, start, stop, upto), spare)
                if left is not None:
                    yield left
                break


def _start(issue: Issue, ours: Mapping[int, Term], planned: Value | None = None) -> Value | None:
    """Return where a step begins: where we stand - of a range its better end - else where we mean to begin."""
    term = ours.get(issue.id)
    if term is not None:
        return term.upto if term.upto is not None and compare(issue, term.upto, term.value) == 1 else term.value
    known = (planned, issue.opening, issue.best_outcome, issue.best)
    return next((each for each in known if each is not None), None)


def _give(
    judge: Judge, issue: Issue, start: Value, end: Value, upto: Upto, planned: PlannedConcession | None = None
) -> Give:
    parts = [judge.valuation.part(Term(issue_id=issue.id, value=each)) for each in (start, end)]
    before, after = parts if judge.valuation.obstacle is None else (None, None)
    cost = None if before is None or after is None else before.low - after.low
    gain = their_change(judge.negotiation, issue, start, end)
    return Give(issue.id, start, end, upto, cost, gain, planned)


def _within(judge: Judge, issue: Issue, give: Give, spare: Fraction | None) -> Give | None:
    """Return a step cut to what the package still allows, None where nothing of it is left."""
    if spare is None or give.cost is None or give.cost <= spare:
        return give
    scale, share = judge.valuation.scales[issue.id], judge.valuation.shares.get(issue.id)
    start = judge.valuation.part(Term(issue_id=issue.id, value=give.start))
    if spare <= 0 or not share or start is None or isinstance(scale, Message):
        return None
    end = least_value(issue, scale, give.end, (start.low - spare) / share)
    if end is None or compare(issue, give.start, end) != 1:
        return None
    return _give(judge, issue, give.start, end, Upto.ROOM)


def _by_rate(give: Give) -> tuple[bool, bool, Fraction, Fraction]:
    """Sort by what a step gains them for what it costs us, what costs nothing first; unknown ones last, by cost."""
    cost = Fraction(0) if give.cost is None else give.cost
    rate = Fraction(0) if give.gain is None or cost <= 0 else give.gain / cost
    return give.gain is None, cost > 0, -rate, cost
