"""core: the BATNA, what each alternative is worth and which valid one is worth most to us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.alternative import Alternative, Form, Unsaid
from core.exact import as_decimal
from core.issue import Issue
from core.message import Message, message
from core.negotiation import Negotiation
from core.term import Term
from core.value import Scale, Valuation, by_issue
from core.verdict import Interval
from core.weights import money_per_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What an alternative is worth: an interval where something is open, None with the reason where it cannot be told.

    `stated` are its terms by issue, with the unit price that a total comes to; `assumed` the issues that took
    their baseline, `open` those on which it says nothing, so that they may be worth all or nothing. `is_valid` tells
    whether it holds on the day asked for. `is_between_readings` marks a worth that spans two readings: the alternative
    comes off for certain, or its failing is worth 0.
    """

    alternative: Alternative
    value: Interval | None
    stated: dict[int, Term]
    assumed: tuple[int, ...] = ()
    open: tuple[int, ...] = ()
    reason: Message | None = None
    is_valid: bool = True
    is_between_readings: bool = False


def worth(negotiation: Negotiation, alternative: Alternative, on: date) -> Worth:
    """Return what one alternative is worth on a day: p U(package) + (1 - p) U(no deal) - switching cost."""
    return _worth(Valuation(negotiation), alternative, on)


def rank(negotiation: Negotiation, on: date) -> tuple[Worth, ...]:
    """Return the alternatives valid on a day, best first; see `ranked`."""
    return ranked(Valuation(negotiation), on)


def batna(negotiation: Negotiation, on: date) -> Worth | None:
    """Return the valid alternative that is worth most to us on a day, None without a valid one."""
    return next(iter(rank(negotiation, on)), None)


def ranked(valuation: Valuation, on: date) -> tuple[Worth, ...]:
    """Return the valid alternatives by lower bound, then upper bound, then order of entry.

    Those that cannot be valued follow in order of entry, no deal last: where nothing can be valued, the first of
    them still lends its terms to be compared with.
    """
    found = [_worth(valuation, each, on) for each in valuation.negotiation.alternatives if is_valid(each, on)]
    return tuple(sorted(found, key=_order))


def is_valid(alternative: Alternative, on: date) -> bool:
    """Tell whether an alternative holds on a day; the day of its expiry is included."""
    return alternative.valid_until is None or on <= alternative.valid_until


def _order(found: Worth) -> tuple[bool, Fraction, Fraction, bool, int]:
    if found.value is None:
        return True, Fraction(0), Fraction(0), found.alternative.no_deal, found.alternative.id
    return False, -found.value.low, -found.value.high, False, found.alternative.id


def _worth(valuation: Valuation, alternative: Alternative, on: date) -> Worth:
    stated = _stated(valuation, alternative)
    valid = is_valid(alternative, on)
    outcome = _outcome(valuation, alternative, stated)
    if isinstance(outcome, Message):
        return Worth(alternative=alternative, value=None, stated=stated, reason=outcome, is_valid=valid)
    value, assumed, unsaid = outcome
    value, between = _with_chance(valuation, alternative, value, on)
    cost = Fraction(alternative.switching_cost) / (100 if valuation.money is None else valuation.money)
    return Worth(
        alternative=alternative,
        value=Interval(value.low - cost, value.high - cost),
        stated=stated,
        assumed=assumed,
        open=unsaid,
        is_valid=valid,
        is_between_readings=between,
    )


def _with_chance(valuation: Valuation, alternative: Alternative, value: Interval, on: date) -> tuple[Interval, bool]:
    """Weigh the alternative with what is left if it fails; without a figure for that, span both readings."""
    chance = Fraction(alternative.probability)
    if alternative.no_deal or chance == 1:
        return value, False
    fallback = _no_deal(valuation, on)
    if fallback is None:
        ends = (value.low, value.high, value.low * chance, value.high * chance)
        return Interval(min(ends), max(ends)), True
    low = chance * value.low + (1 - chance) * fallback.low
    high = chance * value.high + (1 - chance) * fallback.high
    return Interval(low, high), False


def _no_deal(valuation: Valuation, on: date) -> Interval | None:
    for alternative in valuation.negotiation.alternatives:
        if alternative.no_deal and is_valid(alternative, on):
            value = _worth(valuation, alternative, on).value
            if value is not None:
                return value
    return None


def _outcome(
    valuation: Valuation, alternative: Alternative, stated: dict[int, Term]
) -> tuple[Interval, tuple[int, ...], tuple[int, ...]] | Message:
    """Return what the alternative is worth if it comes off, before switching; what was assumed, and what is open."""
    if valuation.obstacle is not None:
        return valuation.obstacle
    if alternative.form is Form.POINTS or (alternative.no_deal and alternative.points is not None):
        if alternative.points is None:
            return message("alternative.no_points", alternative=alternative.name)
        points = Fraction(alternative.points) / 100
        return Interval(points, points), (), ()
    if alternative.no_deal and alternative.form is Form.PACKAGE and not stated:
        return message("alternative.no_points", alternative=alternative.name)
    total = _total_part(valuation, alternative) if alternative.form is Form.TOTAL else Fraction(0)
    if isinstance(total, Message):
        return total
    prices = {issue.id for issue in _unit_prices(valuation)} if alternative.form is Form.TOTAL else set()
    terms = {issue_id: term for issue_id, term in stated.items() if issue_id not in prices}
    if alternative.unsaid is Unsaid.BASELINE:
        terms = valuation.filled(terms)
    low = high = total
    for issue_id, span in valuation.spans.items():
        if issue_id not in prices:
            part = valuation.part(terms[issue_id]) if issue_id in terms else None
            found = span if part is None else part
            low, high = low + found.low, high + found.high
    assumed = tuple(each for each in valuation.spans if each not in prices and each in terms and terms[each].assumed)
    unsaid = tuple(each for each in valuation.spans if each not in prices and each not in terms)
    return Interval(low, high), assumed, unsaid


def _unit_prices(valuation: Valuation) -> list[Issue]:
    return [issue for issue in valuation.negotiation.issues if money_per_unit(issue)]


def _total_part(valuation: Valuation, alternative: Alternative) -> Fraction | Message:
    """Return what a total in money adds: the sum of price x quantity / basis over all unit prices.

    Several unit prices are taken to lie at the same place of their ranges, which is the one reading that needs no
    figure that nobody gave; where weights are money every other reading comes to the same value.
    """
    if alternative.total is None:
        return message("alternative.no_total", alternative=alternative.name)
    prices = _unit_prices(valuation)
    if not prices:
        return message("alternative.total_without_price", alternative=alternative.name)
    best = worst = Fraction(0)
    scales: list[tuple[Issue, Scale]] = []
    for issue in prices:
        scale, quantity = valuation.scales[issue.id], money_per_unit(issue)
        if isinstance(scale, Message) or quantity is None:
            return scale if isinstance(scale, Message) else message("scale.no_ends", issue=issue.name)
        best, worst = best + scale.best * quantity, worst + scale.worst * quantity
        scales.append((issue, scale))
    if best == worst:
        return message("alternative.total_without_price", alternative=alternative.name)
    along = (worst - Fraction(alternative.total)) / (worst - best)
    return sum(
        (
            valuation.shares[issue.id] * scale.at(scale.worst + along * (scale.best - scale.worst))
            for issue, scale in scales
        ),
        Fraction(0),
    )


def _stated(valuation: Valuation, alternative: Alternative) -> dict[int, Term]:
    """Return the terms that the alternative states, with the only unit price that its total comes to."""
    if alternative.form is Form.POINTS:
        return {}
    stated = by_issue(alternative.terms)
    if alternative.form is Form.PACKAGE:
        return stated
    prices = _unit_prices(valuation)
    for issue in prices:
        stated.pop(issue.id, None)
    quantity = money_per_unit(prices[0]) if len(prices) == 1 else None
    if quantity and alternative.total is not None:
        price: Decimal = as_decimal(Fraction(alternative.total) / quantity, places=6)
        stated[prices[0].id] = Term(issue_id=prices[0].id, value=price)
    return stated
