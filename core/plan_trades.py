"""core: a concession ladder made of trades - give for get, in steps that shrink, no further than the limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from core.analysis.case import Case, Column
from core.analysis.trades import Trade, trades
from core.issue import Issue
from core.message import Message, message
from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.side import Side
from core.standing import standing
from core.term import Value
from core.value import compare

MOST_STEPS = 6
"""How many steps a ladder is filled with."""

_SPLITS = {1: (1,), 2: (2, 1), 3: (4, 2, 1)}  # how the way on one issue is parted: each step half the one before
_FILLED = ("from_value", "to_value", "floor", "return_issue_id", "return_value")


def steps_from_trades(case: Case, now: datetime) -> tuple[PlannedConcession, ...] | Message:
    """Return a concession ladder made of the trades that are best for both, or why there is none.

    Trades are looked for from what holds today: their standing terms, else the baselines, else our fair deal. What
    is given begins at our opening and goes no further than the limit (without one, than the minimum), in at most three
    steps on an issue, each half as large as the one before; each is for another issue, asked no higher than we open. An
    issue on which something is given is not asked for, and the other way round.
    """
    negotiation = case.negotiation
    start = _today(negotiation, now)
    found = trades(case, start)
    if isinstance(found, Message):
        return found
    chosen: dict[int, list[tuple[Trade, Value]]] = {}
    asked: set[int] = set()
    count = 0
    for trade in found:
        give, take = trade.give.issue_id, trade.take.issue_id
        if give in asked or take in chosen or take in asked or count == MOST_STEPS:
            continue
        if len(chosen.get(give, ())) < len(_SPLITS):
            wanted = _wanted(case, trade)
            if wanted is not None:
                chosen.setdefault(give, []).append((trade, wanted))
                asked.add(take)
                count += 1
    ways = [list(_way(case, issue_id, parts)) for issue_id, parts in chosen.items()]
    steps = [way[at] for at in range(len(_SPLITS)) for way in ways if at < len(way)]
    return tuple(steps) if steps else message("planned.no_trades")


def _today(negotiation: Negotiation, now: datetime) -> dict[int, Value]:
    """Return what holds on each issue, as far as anything tells."""
    theirs = standing(negotiation, Side.THEM, at=now)
    found: dict[int, Value] = {}
    for issue in negotiation.issues:
        term = theirs.get(issue.id)
        said = None if term is None or term.upto is not None else term.value
        values = (said, issue.baseline, issue.fair, issue.minimum, issue.opening)
        value = next((each for each in values if each is not None), None)
        if value is not None:
            found[issue.id] = value
    return found


def _wanted(case: Case, trade: Trade) -> Value | None:
    """Return what is asked in a trade, no more than we open with; None where the trade does not bear that."""
    issues = case.negotiation.issue_by_id
    give, take = issues[trade.give.issue_id], issues[trade.take.issue_id]
    wanted = trade.take.end
    if take.opening is not None and compare(take, wanted, take.opening) == 1:
        wanted = take.opening
    if compare(take, wanted, trade.take.start) != 1:
        return None
    end = _not_past(give, trade.give.end)
    if compare(give, end, trade.give.start) != -1:
        return None
    gained = _change(case, give.id, trade.give.start, end) + _change(case, take.id, trade.take.start, wanted)
    return wanted if gained >= 0 else None


def _change(case: Case, issue_id: int, start: Value, end: Value) -> Fraction:
    """Return what a change is likely worth to them."""
    before, after = case.theirs.part(issue_id, start), case.theirs.part(issue_id, end)
    return (after or Fraction(0)) - (before or Fraction(0))


def _floor(issue: Issue) -> Value | None:
    """Return how far an issue is given at most: to the limit, since the minimum may be met by other terms too."""
    return issue.minimum if issue.limit is None else issue.limit


def _not_past(issue: Issue, value: Value) -> Value:
    floor = _floor(issue)
    return floor if floor is not None and compare(issue, value, floor) == -1 else value


def _way(case: Case, issue_id: int, parts: Sequence[tuple[Trade, Value]]) -> Iterator[PlannedConcession]:
    """Yield the steps on one issue, one for each trade, fewer where the scale is too coarse for so many."""
    issue = case.negotiation.issue_by_id[issue_id]
    ends = [_not_past(issue, trade.give.end) for trade, _ in parts]
    end = next(each for each in ends if all(compare(issue, each, other) != 1 for other in ends))
    start = issue.opening
    if start is None or compare(issue, start, end) != 1:
        start = parts[0][0].give.start
    stops = _stops(case, case.column_by_id[issue_id], start, end, len(parts))
    for (trade, wanted), (begins, stops_at) in zip(parts, zip((start, *stops), stops, strict=False), strict=False):
        yield PlannedConcession(
            negotiation_id=case.negotiation.id,
            issue_id=issue_id,
            from_value=begins,
            to_value=stops_at,
            floor=_floor(issue),
            return_issue_id=trade.take.issue_id,
            return_value=wanted,
            prefilled=_FILLED if _floor(issue) is not None else tuple(each for each in _FILLED if each != "floor"),
        )


def _stops(case: Case, column: Column, start: Value, end: Value, count: int) -> tuple[Value, ...]:
    """Return where shrinking steps from `start` to `end` stop, on the values that the issue can take."""
    above, below = (case.ours.part(column.issue.id, each) or Fraction(0) for each in (start, end))
    worth = {term.value: Fraction(score, case.our_scale) for term, score in zip(column.terms, column.ours, strict=True)}
    for steps in range(count, 1, -1):
        split = _SPLITS[steps]
        wanted = [above - (above - below) * Fraction(sum(split[: at + 1]), sum(split)) for at in range(steps - 1)]
        stops = [_nearest(worth, aim) for aim in wanted]
        heights = [above, *(worth[each] for each in stops), below]
        sizes = [high - low for high, low in pairwise(heights)]
        if all(size > 0 for size in sizes) and all(one > other for one, other in pairwise(sizes)):
            return (*stops, end)
    return (end,)


def _nearest(worth: Mapping[Value, Fraction], aim: Fraction) -> Value:
    return min(worth, key=lambda value: abs(worth[value] - aim))
