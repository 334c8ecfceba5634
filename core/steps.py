"""core: steps, the values that lie in our favour of a stated one, a whole number of the issue's steps away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil

from core.exact import apart, as_decimal, built, place_of, places_of
from core.issue import Issue, ScaleKind
from core.message import Message
from core.term import Term, Value
from core.value import Scale, compare, direction


def least_value(issue: Issue, scale: Scale, start: Value, need: Fraction) -> Value | None:
    """Return the value nearest to `start`, in our favour and inside the range, that is worth at least `need`.

    It is a whole number of steps away from `start`; where no such value is left before the end of the way (the best
    end or the ideal), it is a bend of the line or that end. Of options it is the least that is worth it, the first
    of equals. None where nothing inside the range is.
    """
    if scale.table:
        enough = [(worth, place, label) for place, (label, worth) in enumerate(scale.table.items()) if worth >= need]
        return min(enough)[2] if enough else None
    if isinstance(start, str):
        return None
    way = _way(issue, scale, place_of(start))
    step = step_of(issue, start)
    last_resort: Fraction | None = None
    for one, other in pairwise(way):
        reached = _reached(scale, one, other, need)
        if reached is None:
            continue
        near, far = reached
        distance = ceil(abs(near - way[0]) / step) * step
        if distance <= abs(far - way[0]):
            return _as_value(issue, way[0] + (distance if way[-1] > way[0] else -distance), step)
        if last_resort is None:
            last_resort = one if near == one else other
    return None if last_resort is None else _as_value(issue, last_resort, step)


def best_value(issue: Issue, scale: Scale, term: Term) -> Value | None:
    """Return the best that a term may become inside the range; None for a number that is there or past it."""
    if scale.table:
        return max(scale.table, key=lambda label: scale.table[label])
    start = good_end(scale, term)
    if isinstance(start, str):
        return None
    ahead = _way(issue, scale, place_of(start))[1:]
    return _as_value(issue, max(ahead, key=scale.at), step_of(issue, start)) if ahead else None


def good_end(scale: Scale, term: Term) -> Value:
    """Return the end of a stated range that is worth more to us, of a single value that value."""
    if term.upto is None:
        return term.value
    first, second = scale.value(term.value), scale.value(term.upto)
    return term.upto if first is not None and second is not None and second > first else term.value


def to_limit(issue: Issue, scale: Scale | Message, term: Term) -> Term | None:
    """Return the least change of a term after which it no longer passes the limit; None where there is none.

    Of a range only the part past the limit is given up.
    """
    limit = issue.limit
    if limit is None:
        return term
    ends = [term.value] if term.upto is None else [term.value, term.upto]
    past = [end for end in ends if compare(issue, end, limit, scale) == -1]
    kept = [end for end in ends if end not in past]
    if not past:
        return term
    start = past[0] if len(past) == 1 or compare(issue, past[0], past[1], scale) == 1 else past[1]
    value = _within_limit(issue, scale, start, limit)
    if value is None or compare(issue, value, limit, scale) == -1:
        return None
    return Term(issue_id=issue.id, value=kept[0], upto=value) if kept else Term(issue_id=issue.id, value=value)


def exceeding(issue: Issue, value: Value) -> Decimal | None:
    """Return how far a value lies from the limit, in the issue's unit or in days; None for options and ideals."""
    limit = issue.limit
    if isinstance(value, Decimal) and isinstance(limit, Decimal) and issue.ideal is None:
        return apart(value, limit)
    if isinstance(value, date) and isinstance(limit, date) and issue.ideal is None:
        return Decimal(abs(value.toordinal() - limit.toordinal()))
    return None


def step_of(issue: Issue, near: Value) -> Fraction:
    """Return the issue's step; without one a day, or the last place that its figures are written with."""
    if issue.kind is ScaleKind.DATE:
        return Fraction(max(1, ceil(issue.step or 1)))
    if issue.step is not None and issue.step > 0:
        return Fraction(issue.step)
    figures = [each for each in (issue.best, issue.worst, near) if isinstance(each, Decimal)]
    return Fraction(1, 10 ** max((places_of(each) for each in figures), default=0))


def share_of_range(scale: Scale | Message, before: Value, after: Value) -> Fraction:
    """Return how much of an issue's range lies between two values; of options, of the values that they span."""
    if isinstance(scale, Message):
        return Fraction(0)
    if isinstance(before, str) or isinstance(after, str):
        first, second = scale.value(before), scale.value(after)
        low, high = scale.span
        return (
            abs(second - first) / (high - low)
            if first is not None and second is not None and low < high
            else (Fraction(0))
        )
    return abs(place_of(after) - place_of(before)) / abs(scale.best - scale.worst)


def _within_limit(issue: Issue, scale: Scale | Message, start: Value, limit: Value) -> Value | None:
    if not isinstance(scale, Message):
        need = scale.value(limit)
        found = None if need is None else least_value(issue, scale, start, need)
        if found is None or compare(issue, found, limit, scale) != -1:
            return found
    if isinstance(start, str) or isinstance(limit, str):
        return None
    # No scale, or a level stretch on which the value does not tell: the step that reaches the limit.
    step = step_of(issue, start)
    count = ceil(abs(place_of(limit) - place_of(start)) / step)
    return _as_value(issue, place_of(start) + direction(issue) * count * step, step)


def _way(issue: Issue, scale: Scale, start: Fraction) -> list[Fraction]:
    """Return the places from `start` to the ideal or the best end, with the bends between; `start` alone past it."""
    if issue.ideal is not None and not isinstance(issue.ideal, str):
        stop = place_of(issue.ideal)
    elif (scale.best - start) * scale.sign <= 0:
        return [start]
    else:
        stop = scale.best
    if stop == start:
        return [start]
    low, high = min(start, stop), max(start, stop)
    bends = [place for place in scale.places if low < place < high]
    return [start, *(bends if stop > start else reversed(bends)), stop]


def _reached(scale: Scale, one: Fraction, other: Fraction, need: Fraction) -> tuple[Fraction, Fraction] | None:
    """Return the part of one segment of the way that lies inside the range and is worth at least `need`."""
    if not min(scale.best, scale.worst) <= one <= max(scale.best, scale.worst):
        return None
    first, second = scale.at(one), scale.at(other)
    if max(first, second) < need:
        return None
    if min(first, second) >= need:
        return one, other
    crossing = one + (need - first) * (other - one) / (second - first)
    return (crossing, other) if second > first else (one, crossing)


def _as_value(issue: Issue, place: Fraction, step: Fraction) -> Value:
    if issue.kind is ScaleKind.DATE:
        return date.fromordinal(int(place))
    exact = as_decimal(place)
    places = max(places_of(exact), places_of(as_decimal(step)))
    return built(int(place * 10**places), places)
