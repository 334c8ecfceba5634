"""core: trades (logrolling), pairs of issues on which each side gives what costs it little and gains the other much."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from core.analysis.case import Case
from core.analysis.grounds import Grounds
from core.analysis.move import Move
from core.message import Message, message
from core.phrases import names
from core.term import Value


@dataclass(frozen=True, slots=True)
class Rate:
    """What an issue is to both sides, over the way from the value best for us to the one best for them.

    `our_cost` and `their_gain` are shares of 1; `rate` is their gain per point of our cost, None where giving way
    costs us nothing.
    """

    issue_id: int
    our_cost: Fraction
    their_gain: Fraction
    rate: Fraction | None


@dataclass(frozen=True)
class Pair:
    """Two issues to be traded: we give way on the one and take on the other as much as that costs us.

    `gain` is what they gain by each point so moved: the rate of the one less that of the other; None where giving way
    costs us nothing.
    """

    give: Rate
    take: Rate
    gain: Fraction | None
    grounds: Grounds


@dataclass(frozen=True)
class Trade:
    """A pair of moves from where the table stands after which neither side is worse off and one is better.

    `our_net` and `their_net` are shares of 1. `rate` is their net gain per point that our part costs us, None where
    it costs nothing.
    """

    give: Move
    take: Move
    our_net: Fraction
    their_net: Fraction
    rate: Fraction | None
    grounds: Grounds


def rates(case: Case) -> tuple[Rate, ...]:
    """Return what each issue is to both, the best to give way on first; none on which both want the same.

    Of values that are equally good to one side the way begins and ends at those that the other likes least: what costs
    its giver nothing is worth trading too.
    """
    found = []
    for column in case.columns:
        places = range(len(column.terms))
        ours = max(places, key=lambda at: (column.ours[at], -column.theirs[at]))
        theirs = max(places, key=lambda at: (column.theirs[at], -column.ours[at]))
        cost = Fraction(column.ours[ours] - column.ours[theirs], case.our_scale)
        gain = Fraction(column.theirs[theirs] - column.theirs[ours], case.their_scale)
        if gain > 0 or cost > 0:
            found.append(Rate(column.issue.id, cost, gain, gain / cost if cost else None))
    return tuple(sorted(found, key=lambda each: _falling(each.rate)))


def pairs(case: Case) -> tuple[Pair, ...]:
    """Return the pairs of issues worth trading, by what they gain per point of our cost, largest first.

    Over whole ranges: a first look before anything is on the table. A pair is listed where giving way on the one
    gains them more per point than they lose on the other.
    """
    known = rates(case)
    found = []
    for at, give in enumerate(known):
        for take in known[at + 1 :]:
            if take.rate is not None and (give.rate is None or give.rate > take.rate):
                gain = None if give.rate is None else give.rate - take.rate
                found.append(Pair(give, take, gain, case.grounds))
    return tuple(sorted(found, key=lambda pair: _falling(pair.gain)))


def trades(case: Case, start: Mapping[int, Value]) -> tuple[Trade, ...] | Message:
    """Return for each pair of issues the best trade from a whole package, by their net gain per point of our cost.

    Of all values of both issues those are taken that leave the side with the smaller net gain most, both counted in
    points of their own scale; the step on the one that we take stays within our limits, as does the one that we give.
    """
    if case.values(start) is None:
        return message(
            "analysis.package_open",
            issues=names([each.issue for each in case.columns if each.issue.id not in start]),
        )
    gives, takes, scale = _steps(case, start)
    found = []
    for give_id, given in gives.items():
        for take_id, taken in takes.items():
            best = _best(given, taken) if give_id != take_id else None
            if best is not None:
                found.append(
                    _trade(case, (give_id, start[give_id], best[0]), (take_id, start[take_id], best[1]), scale)
                )
    return tuple(sorted(found, key=lambda trade: (*_falling(trade.rate), -trade.our_net - trade.their_net)))


# cost or gain of ours, gain or cost of theirs, and the value that brings it; in whole numbers of one scale
_Step = tuple[int, int, Value]


def _trade(case: Case, given: tuple[int, Value, _Step], taken: tuple[int, Value, _Step], scale: int) -> Trade:
    give_id, give_start, (cost, gain, give_end) = given
    take_id, take_start, (our_gain, their_cost, take_end) = taken
    return Trade(
        give=Move(give_id, give_start, give_end, Fraction(-cost, scale), Fraction(gain, scale)),
        take=Move(take_id, take_start, take_end, Fraction(our_gain, scale), Fraction(-their_cost, scale)),
        our_net=Fraction(our_gain - cost, scale),
        their_net=Fraction(gain - their_cost, scale),
        rate=Fraction(gain - their_cost, cost) if cost else None,
        grounds=case.grounds,
    )


def _steps(case: Case, start: Mapping[int, Value]) -> tuple[dict[int, list[_Step]], dict[int, list[_Step]], int]:
    """Return by issue the steps that we may give and those that we may take, on one scale for both sides."""
    now = {
        column.issue.id: (
            case.ours.part(column.issue.id, start[column.issue.id]) or Fraction(0),
            case.theirs.part(column.issue.id, start[column.issue.id]) or Fraction(0),
        )
        for column in case.columns
        if column.issue.id in start
    }
    scale = lcm(case.our_scale, case.their_scale, *(part.denominator for both in now.values() for part in both))
    gives: dict[int, list[_Step]] = {}
    takes: dict[int, list[_Step]] = {}
    for column in case.columns:
        issue_id = column.issue.id
        if issue_id not in now:
            continue
        ours, theirs = (int(part * scale) for part in now[issue_id])
        for term, mine, others in zip(column.terms, column.ours, column.theirs, strict=True):
            our_change = mine * (scale // case.our_scale) - ours
            their_change = others * (scale // case.their_scale) - theirs
            if our_change <= 0 < their_change and not case.is_past_limit(term):
                gives.setdefault(issue_id, []).append((-our_change, their_change, term.value))
            elif their_change <= 0 < our_change and not case.is_past_limit(term):
                takes.setdefault(issue_id, []).append((our_change, -their_change, term.value))
    for steps in takes.values():
        steps.sort(key=lambda step: (step[0], step[1]))
    return gives, takes, scale


def _best(given: list[_Step], taken: list[_Step]) -> tuple[_Step, _Step] | None:
    """Return the two steps with the largest smaller net gain, then the largest sum; None where no two suit both."""
    best: tuple[tuple[int, int], _Step, _Step] | None = None
    our_gains = [step[0] for step in taken]
    for give in given:
        for take in taken[bisect_left(our_gains, give[0]) :]:
            ours, theirs = take[0] - give[0], give[1] - take[1]
            if theirs < 0 or not ours + theirs:
                continue
            measure = min(ours, theirs), ours + theirs
            if best is None or measure > best[0]:
                best = measure, give, take
    return None if best is None else best[1:]


def _falling(rate: Fraction | None) -> tuple[bool, Fraction]:
    """Sort by falling rate, what costs nothing first."""
    return rate is not None, -(rate or Fraction(0))
