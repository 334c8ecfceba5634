"""core: plain values, how figures, terms and messages are written in JSON - exact as strings, beside them a number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.issue import Issue
from core.message import Message, encode
from core.negotiation import Negotiation
from core.term import Package, Term, Value
from core.verdict import Interval
from core.words import Words, rounded

Plain = dict[str, Any]


def plain_value(value: Value) -> str:
    """Write a stated value exactly: digits, an ISO day or the option's label."""
    match value:
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case str():
            return value


def plain_negotiation(negotiation: Negotiation) -> Plain:
    """Write which negotiation an answer is about."""
    return {
        "id": negotiation.id,
        "title": negotiation.title,
        "supplier": negotiation.supplier_name,
        "currency": negotiation.currency,
        "status": negotiation.status.value,
        "mode": negotiation.mode.value,
    }


def plain_package(negotiation: Negotiation, package: Package) -> list[Plain]:
    """Write terms with the names and units of their issues."""
    return [plain_term(negotiation.issue_by_id[term.issue_id], term) for term in package]


def plain_term(issue: Issue, term: Term) -> Plain:
    """Write one term."""
    return {
        "issue": issue.name,
        "value": plain_value(term.value),
        "upto": None if term.upto is None else plain_value(term.upto),
        "unit": issue.unit,
    }


def plain_interval(interval: Interval | None) -> Plain | None:
    """Write an interval of package values."""
    if interval is None:
        return None
    return {
        "min": plain_figure(interval.low),
        "max": plain_figure(interval.high),
        "exact": [str(interval.low), str(interval.high)],
    }


def plain_money_interval(interval: Interval | None) -> Plain | None:
    """Write an interval of amounts, to the cent."""
    if interval is None:
        return None
    return {"min": plain_cents(interval.low), "max": plain_cents(interval.high)}


def plain_share(value: Fraction | None) -> Plain | None:
    """Write a share of 1."""
    return None if value is None else {"value": plain_figure(value), "exact": str(value)}


def plain_message(found: Message, say: Words) -> Plain:
    """Write what a rule says: its code, its data and the sentence."""
    return {**encode(found), "text": say.message(found)}


def plain_figure(value: Fraction) -> float:
    """Write a fraction as a number with 12 places."""
    return round(float(value), 12)


def plain_cents(value: Fraction) -> str:
    """Write an amount to the cent."""
    return f"{rounded(value, 2):f}"
