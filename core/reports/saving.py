"""core: what a deal saved, by unit prices against their baselines; three kinds of value that are never added."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from core.side import Side
from core.value import direction
from core.weights import money_per_unit

if TYPE_CHECKING:
    from core.issue import Issue
    from core.reports.case import Case


@dataclass(frozen=True, slots=True)
class Saving:
    """One unit price: `unit` is what one piece became cheaper (negative: dearer), `total` that in money."""

    issue: Issue
    start: Decimal
    end: Decimal
    unit: Fraction
    total: Fraction


def hard_savings(case: Case) -> tuple[Saving, ...]:
    """Return each agreed unit price against its baseline: what lowers the budget."""
    found = []
    for issue in case.prices:
        term = case.agreed.get(issue.id)
        if term is not None and term.upto is None and isinstance(issue.baseline, Decimal):
            found += _saving(issue, issue.baseline, term.value)
    return tuple(found)


def avoided_costs(case: Case) -> tuple[Saving, ...]:
    """Return each baseline against what they first asked, where that was worse: it does not lower the budget."""
    asked = case.first_said(Side.THEM)
    found = []
    for issue in case.prices:
        term = asked.get(issue.id)
        if term is not None and issue.id in case.agreed and isinstance(term.value, Decimal):
            found += [each for each in _saving(issue, term.value, issue.baseline) if each.total > 0]
    return tuple(found)


def total(savings: tuple[Saving, ...]) -> Fraction:
    """Return the sum of savings of one kind."""
    return sum((each.total for each in savings), Fraction(0))


def _saving(issue: Issue, start: Decimal, end: object) -> list[Saving]:
    per_unit = money_per_unit(issue)
    if not isinstance(end, Decimal) or per_unit is None:
        return []
    sign = -1 if direction(issue) > 0 else 1
    unit = sign * (Fraction(start) - Fraction(end))
    return [Saving(issue, start, end, unit, unit * per_unit)]
