"""core: the range chart of a negotiation - where each issue's limits, targets, openings and estimates lie."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.charts.range_chart import Guess, RangeChart, RangeRow, RangeWords, Spot
from core.estimate import Subject
from core.exact import place_of
from core.message import Message
from core.room_words import no_overlap, room_on
from core.told import inline
from core.value import direction

if TYPE_CHECKING:
    from core.estimate import Estimate
    from core.issue import Issue
    from core.reports.case import Case
    from core.term import Value


def range_chart(case: Case, issues: tuple[Issue, ...]) -> RangeChart:
    """Return the chart of the issues given, its title the finding."""
    rows = tuple(_row(case, issue) for issue in issues)
    return RangeChart(_title(case, rows), rows, RangeWords.of(case.say))


def limit_estimate(case: Case, issue: Issue) -> Estimate | None:
    """Return the estimate of their limit on an issue, the one entered last."""
    found = [each for each in case.negotiation.estimates if each.issue_id == issue.id and each.subject is Subject.LIMIT]
    return found[-1] if found else None


def overlaps(case: Case, issue: Issue) -> bool | None:
    """Tell whether our limit and the estimate of theirs leave room; None where one of them is missing."""
    estimate = limit_estimate(case, issue)
    along = _Axis(case, issue)
    ours = None if issue.limit is None else along.exact(issue.limit)
    theirs = None if estimate is None else along.exact(estimate.likely)
    return None if ours is None or theirs is None else ours <= theirs


class _Axis:
    """An issue's line from worse (0) to better for us (1): its range, widened to whatever lies past an end."""

    def __init__(self, case: Case, issue: Issue) -> None:
        self.issue = issue
        scale = case.valuation.scales[issue.id]
        # a bent or peaked scale is shown by value, a straight one by the figure itself, which is the same line
        self.scale = None if isinstance(scale, Message) else scale
        self.sign = direction(issue)
        values: list[Value | None] = [issue.best, issue.worst, issue.limit, issue.fair, issue.opening]
        quoted = case.theirs.get(issue.id)
        estimate = limit_estimate(case, issue)
        if quoted is not None:
            values.append(quoted.value)
        if estimate is not None:
            values += [estimate.low, estimate.likely, estimate.high]
        places = [self.exact(value) for value in values if value is not None]
        if issue.options and self.scale is not None:
            places += list(self.scale.table.values())
        known = [place for place in places if place is not None]
        self.low, self.high = (min(known), max(known)) if known else (Fraction(0), Fraction(1))

    def exact(self, value: Value) -> Fraction | None:
        if self.scale is not None:
            return self.scale.value(value)
        if isinstance(value, str) or self.sign == 0:
            return None
        return self.sign * place_of(value)

    def at(self, value: Value | None) -> float | None:
        place = None if value is None else self.exact(value)
        if place is None:
            return None
        if self.low == self.high:
            return 0.5
        return float((place - self.low) / (self.high - self.low))


def _row(case: Case, issue: Issue) -> RangeRow:
    axis = _Axis(case, issue)

    def spot(value: Value | None) -> Spot | None:
        at = axis.at(value)
        return None if value is None or at is None else Spot(at, case.words(issue, value, unit=False))

    quoted = case.theirs.get(issue.id)
    estimate = limit_estimate(case, issue)
    likely = None if estimate is None else spot(estimate.likely)
    guess = None
    if estimate is not None and likely is not None:
        guess = Guess(likely, axis.at(estimate.low), axis.at(estimate.high))
    zone, room = _room(case, issue, axis)
    return RangeRow(
        name=issue.name,
        unit=case.unit(issue),
        limit=spot(issue.limit),
        target=spot(issue.fair),
        opening=spot(issue.opening),
        quoted=None if quoted is None else spot(quoted.value),
        their_limit=guess,
        zone=zone,
        room=room,
    )


def _room(case: Case, issue: Issue, axis: _Axis) -> tuple[tuple[float, float] | None, str]:
    """Return the zone in which both could agree, and the words for it or for what is missing."""
    say = case.say
    limit, estimate, quoted = issue.limit, limit_estimate(case, issue), case.theirs.get(issue.id)
    ours = axis.at(limit)
    if limit is None or ours is None:
        return None, say("our limit is not set")
    theirs = axis.at(estimate.likely) if estimate is not None else None
    if estimate is not None and theirs is not None:
        if ours > theirs:
            gap = case.apart(issue, limit, estimate.likely)
            return None, say("no overlap: {gap} apart", gap=gap) if gap else say("no overlap")
        return (ours, theirs), _between(case, issue, limit, estimate.likely)
    offered = axis.at(quoted.value) if quoted is not None else None
    if quoted is None or offered is None:
        return None, say("their limit is not known")
    if ours > offered:
        gap = case.apart(issue, limit, quoted.value)
        return None, say("quoted {gap} past our limit", gap=gap) if gap else say("quoted past our limit")
    known = _between(case, issue, limit, quoted.value)
    return (ours, offered), say("{range} (quoted)", range=known)


def _between(case: Case, issue: Issue, one: Value, other: Value) -> str:
    if one == other:
        return case.say("{value}, nothing else", value=case.words(issue, one, unit=False))
    numbers = (Decimal, date)
    if isinstance(one, numbers) and isinstance(other, numbers) and place_of(one) > place_of(other):
        one, other = other, one
    low, high = case.words(issue, one, unit=False), case.words(issue, other, unit=False)
    return case.say("{low} to {high}", low=low, high=high)


def _title(case: Case, rows: tuple[RangeRow, ...]) -> str:
    say = case.say
    if all(row.limit is None for row in rows):
        return say("No limit of ours is set yet, so nobody can tell where there is room")
    known = [row for row in rows if row.limit is not None and row.their_limit is not None]
    closed = [inline(row.name) for row in known if row.zone is None]
    room = len(known) - len(closed)
    if not known:
        return say("Our range on each issue; what they would accept at most is not estimated yet")
    if closed:
        names = case.listed(closed[:3]) if len(closed) <= 3 else say.plural("{n} issue", "{n} issues", len(closed))
        return no_overlap(say, names, room, len(rows))
    if room == len(rows):
        return (
            say("There is room on every issue")
            if room > 1
            else say("There is room on {issue}", issue=inline(rows[0].name))
        )
    return room_on(say, room, len(rows))
