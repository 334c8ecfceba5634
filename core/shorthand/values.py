"""core: what a typed number, day or option is worth on one issue: converted, stepped, within its range or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from core.days import Parts, in_year, nearest
from core.issue import Issue, ScaleKind
from core.message import Message, Quantity, message
from core.shorthand.amounts import Amount, Days, Figure
from core.shorthand.context import Context
from core.shorthand.terms import Typed
from core.shorthand.units import Converted, convert, exact
from core.side import Side
from core.term import Term, Value
from core.words import rounded

_MOST_DIGITS = 40  # what a step or a conversion may grow to


@dataclass(frozen=True, slots=True)
class Found:
    """One value that a typed term may have on an issue; `asked` tells that the rules want it confirmed.

    `rounded` tells that its conversion could not be exact.
    """

    term: Term
    asked: bool = False
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads typed terms as values of issues, for one speaker; what stands in the way is added to `troubles`."""

    context: Context
    side: Side
    text: str
    troubles: list[Message]

    def found(self, typed: Typed, issue: Issue) -> list[Found]:
        """Return every value that the term may have on the issue; none where the issue cannot take it."""
        match typed.what:
            case str() as label:
                return [Found(Term(issue_id=issue.id, value=label))]
            case Days() as days:
                return self._days(days, issue) if issue.kind is ScaleKind.DATE else []
            case Amount() as amount:
                if issue.kind is ScaleKind.OPTIONS or self._is_foreign(amount):
                    return []
                if amount.step:
                    return self._step(amount, issue)
                return self._number(amount, issue) if issue.kind is ScaleKind.NUMERIC else []

    def _is_foreign(self, amount: Amount) -> bool:
        own = self.context.currency
        for figure in (amount.low, amount.high):
            unit = figure.unit if figure is not None else None
            if unit is not None and unit.currency not in ("", own):
                self.troubles.insert(0, message("money.currency", other=unit.currency, own=own))
                return True
        return False

    def _days(self, days: Days, issue: Issue) -> list[Found]:
        today = self.context.now.date()
        firsts = _meant(days.first, issue, today)
        if days.last is None:
            return [Found(Term(issue_id=issue.id, value=day)) for day in firsts]
        lasts = _meant(days.last, issue, today)
        return [Found(Term(issue_id=issue.id, value=day, upto=upto)) for day in firsts for upto in lasts if upto != day]

    def _number(self, amount: Amount, issue: Issue) -> list[Found]:
        lows = self._converted(amount.low, issue)
        if amount.high is None:
            return [_found(issue, low, None, self._said(amount)) for low in lows]
        highs = self._converted(amount.high, issue)
        if amount.low.is_bare and not amount.high.is_bare:
            # "4..6w": the unit stands for the whole range, or 4 is in the issue's own unit; both are allowed
            both = Figure(amount.low.number, amount.high.in_thousands, amount.high.unit)
            lows = [*self._converted(both, issue), *lows]
        return list(dict.fromkeys(_found(issue, low, high, self._said(amount)) for low in lows for high in highs))

    def _converted(self, figure: Figure, issue: Issue) -> list[Converted]:
        own = self.context.lexicon.units[issue.id]
        ways = convert(figure.number, figure.unit, own, self.context.days_per_month, in_thousands=figure.in_thousands)
        return [way for way in ways if len(way.number.as_tuple().digits) <= _MOST_DIGITS]

    def _step(self, amount: Amount, issue: Issue) -> list[Found]:
        """Add a step to the side's own standing term (rule 7)."""
        own = self.context.standing.get(self.side, {}).get(issue.id)
        if own is None or own.upto is not None or isinstance(own.value, str):
            self.troubles.append(message(f"line.no_standing_{self.side}", issue=issue.name))
            return []
        said, unit = self._said(amount), amount.low.unit
        if isinstance(own.value, date):
            return [
                Found(Term(issue_id=issue.id, value=moved, as_said=said))
                for way in self._converted(amount.low, issue)
                for moved in _moved(own.value, amount.step * way.number)
            ]
        if unit is not None and unit.per_cent and not self.context.lexicon.units[issue.id].per_cent:
            if amount.low.in_thousands:
                return []
            share = 1 + Fraction(amount.step * amount.low.number) / 100
            return [Found(Term(issue_id=issue.id, value=_sum(Fraction(own.value) * share, own.value), as_said=said))]
        return [
            Found(Term(issue_id=issue.id, value=total, as_said=said), way.asked, way.rounded)
            for way in self._converted(amount.low, issue)
            for total in (_sum(Fraction(own.value) + amount.step * Fraction(way.number), own.value, way.number),)
            if len(total.as_tuple().digits) <= _MOST_DIGITS
        ]

    def _said(self, amount: Amount) -> str:
        return " ".join(self.text[amount.start : amount.said_end].split())


def _found(issue: Issue, low: Converted, high: Converted | None, said: str) -> Found:
    changed = low.changed or (high is not None and high.changed)
    upto = None if high is None or high.number == low.number else high.number
    term = Term(issue_id=issue.id, value=low.number, upto=upto, as_said=said if changed else "")
    both = [low] if high is None else [low, high]
    return Found(term, any(each.asked for each in both), any(each.rounded for each in both))


def _sum(total: Fraction, *parts: Decimal) -> Decimal:
    """Write a sum with as many places as its parts have, more where it needs them: 1.40 + 0.10 is 1.50."""
    value = exact(total)
    places = max(-_exponent(part) for part in (*parts, value))
    return rounded(value, places) if places > 0 else value


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _moved(day: date, days: Decimal) -> list[date]:
    """Return the day so many whole days away, nothing for a part of a day or past the calendar's end."""
    if days != days.to_integral_value():
        return []
    try:
        return [day + timedelta(days=int(days))]
    except OverflowError:
        return []


def _meant(parts: Parts, issue: Issue, today: date) -> list[date]:
    """Return the day typed; without a year the years that the issue's range holds, else the next such day."""
    if parts[0] is None:
        around = (in_year(parts, today.year + distance) for distance in (-1, 0, 1, 2))
        held = [day for day in around if day is not None and holds(issue, day)]
        if held:
            return held
    found = nearest(parts, today)
    return [] if found is None else [found]


def ends(issue: Issue) -> tuple[Value, Value] | None:
    """Return the lower and the upper end of an issue's range, None where it has none."""
    ways = [issue.best, issue.worst] if issue.best is not None and issue.worst is not None else []
    values = ways or [point.at for point in issue.points]
    numbers = [value for value in values if isinstance(value, Decimal)]
    days = [value for value in values if isinstance(value, date)]
    if issue.kind is ScaleKind.NUMERIC and numbers:
        return min(numbers), max(numbers)
    if issue.kind is ScaleKind.DATE and days:
        return min(days), max(days)
    return None


def holds(issue: Issue, value: Value) -> bool:
    """Tell whether a value lies within an issue's range, both ends included."""
    distance = _distance(issue, value)
    return distance is not None and distance[0] == 0


def typo(issue: Issue, term: Term) -> Message | None:
    """Return the doubt about a term that lies outside its range by more than the range's own width."""
    both = ends(issue)
    for value in (term.value, term.upto):
        distance = None if value is None or both is None else _distance(issue, value)
        if value is not None and both is not None and distance is not None and distance[0] > distance[1] > 0:
            low, high = (Quantity(end) for end in both)
            return message("line.typo", issue=issue.name, said=Quantity(value), low=low, high=high)
    return None


def _distance(issue: Issue, value: Value) -> tuple[Fraction, Fraction] | None:
    """Return how far a value lies outside the range, and how wide the range is; None without a range."""
    both = ends(issue)
    if both is None:
        return None
    low, high = (_place(end) for end in both)
    at = _place(value)
    if at is None or low is None or high is None or isinstance(value, date) is not isinstance(both[0], date):
        return None
    return max(low - at, at - high, Fraction(0)), high - low


def _place(value: Value) -> Fraction | None:
    match value:
        case Decimal():
            return Fraction(value)
        case date():
            return Fraction(value.toordinal())
        case str():
            return None
