"""core: phrases, the parts that the reasons of the rules share - a stated value, a list, a gap in money and points."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from core.issue import Issue
from core.message import Amount, Message, Points, Quantity, message
from core.term import Term, Value

_LEAST_POINTS = Fraction(1, 2000)  # what is shown as 0.1 points
_LEAST_MONEY = Fraction(1, 200)  # what is shown as 0.01


def quantity(issue: Issue, value: Value, *, unit: bool = True) -> Quantity:
    """Return a value of an issue with its unit; days and options have none."""
    return Quantity(value, issue.unit if unit and isinstance(value, Decimal) else "")


def said(issue: Issue, term: Term) -> Message | Quantity:
    """Return what a term states: its value, or both ends of a range."""
    if term.upto is None:
        return quantity(issue, term.value)
    return message("term.range", value=quantity(issue, term.value, unit=False), upto=quantity(issue, term.upto))


def joined(code: str, parts: Sequence[Message]) -> Message:
    """Chain messages by a code whose sentence takes `first` and `rest`; there is at least one."""
    *before, last = parts
    for part in reversed(before):
        last = message(code, first=part, rest=last)
    return last


def sentences(*parts: Message | None) -> Message:
    """Put whole sentences one after the other, leaving out those that are None."""
    return joined("list.sentences", [part for part in parts if part is not None])


def names(issues: Sequence[Issue]) -> str:
    """List the names of issues."""
    return ", ".join(issue.name for issue in issues)


def gap(share: Fraction, scale_worth: Fraction | None, currency: str) -> Message:
    """Return the size of a difference of values in points, before them in money where the scale has a worth in it.

    A figure that would be shown as 0 is left out, or said to be below the least one shown.
    """
    size = abs(share)
    points = message("gap.points", points=Points(size)) if size >= _LEAST_POINTS else message("gap.below_a_point")
    if scale_worth is None or size * scale_worth < _LEAST_MONEY:
        return points
    amount = Amount(size * scale_worth, currency)
    if size < _LEAST_POINTS:
        return message("gap.money", amount=amount)
    return message("gap.money_and_points", amount=amount, points=points)


def days(count: int) -> Message:
    """Return a number of days."""
    return message("gap.day") if count == 1 else message("gap.days", n=count)


def short(text: str, most: int = 60) -> str:
    """Return a text on one line as a sentence or a list can hold it, a long one cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def cut_middle(name: str, most: int) -> str:
    """Return a name on one line of at most so many characters, a longer one cut in its middle."""
    flat = " ".join(name.split())
    if len(flat) <= most:
        return flat
    head = most * 4 // 7
    return f"{flat[:head].rstrip()}…{flat[head + 1 - most :].lstrip()}"
