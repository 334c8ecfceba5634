"""core: their side as we estimate it - what a term is worth to them, and how much each issue counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.estimate import Estimate, Subject
from core.exact import place_of
from core.issue import Issue
from core.message import Message
from core.negotiation import Negotiation
from core.term import Value
from core.value import direction, scale_of


def their_shares(negotiation: Negotiation, issue_ids: Iterable[int]) -> dict[int, Fraction] | None:
    """Return the likely share of each issue on their scale; None unless every issue named has an estimate."""
    weights = {
        each.issue_id: Fraction(each.likely)
        for each in negotiation.estimates
        if each.subject is Subject.WEIGHT and each.issue_id is not None and isinstance(each.likely, Decimal)
    }
    total = sum(weights.values(), Fraction(0))
    wanted = tuple(issue_ids)
    if total <= 0 or any(issue_id not in weights for issue_id in wanted):
        return None
    return {issue_id: weights[issue_id] / total for issue_id in wanted}


def their_value(negotiation: Negotiation, issue: Issue, value: Value) -> Fraction | None:
    """Return what a term is likely worth to them: by their estimated ends or options, else the mirror of our value.

    Without an estimate and without a value of ours, a number or a day is told by its direction alone.
    """
    known = [each for each in negotiation.estimates if each.issue_id == issue.id]
    if isinstance(value, str):
        estimated = next((each for each in known if each.subject is Subject.OPTION and each.option == value), None)
        if estimated is not None and isinstance(estimated.likely, Decimal):
            return Fraction(estimated.likely)
    else:
        best, worst = _likely(known, Subject.BEST), _likely(known, Subject.WORST)
        if best is not None and worst is not None and best != worst:
            return (place_of(value) - worst) / (best - worst)
    scale = scale_of(issue)
    if not isinstance(scale, Message):
        ours = scale.value(value)
        return None if ours is None else 1 - ours
    sign = direction(issue)
    return None if sign == 0 or isinstance(value, str) else -sign * place_of(value)


def their_change(negotiation: Negotiation, issue: Issue, before: Value, after: Value) -> Fraction | None:
    """Return what a change of one issue likely adds to their value, a share of all that they were estimated to weigh.

    None where it is not estimated how much the issue counts to them.
    """
    share = their_shares(negotiation, (issue.id,))
    first, last = (their_value(negotiation, issue, value) for value in (before, after))
    return None if share is None or first is None or last is None else share[issue.id] * (last - first)


def _likely(known: Iterable[Estimate], subject: Subject) -> Fraction | None:
    found = next((each.likely for each in known if each.subject is subject), None)
    return place_of(found) if isinstance(found, (Decimal, date)) else None
