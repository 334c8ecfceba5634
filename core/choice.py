"""core: the choice of the BATNA - why this alternative, by how much, and what would make another one the better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.batna import Worth, worth
from core.message import Amount, Message, Points, Share, message
from core.negotiation import Negotiation
from core.phrases import gap, quantity, said
from core.steps import good_end, least_value
from core.value import Valuation

_ONE = Decimal(1)
_MOST_TERMS = 3


def reasons(negotiation: Negotiation, ranking: Sequence[Worth]) -> tuple[Message, ...]:
    """Say why the first of a ranking is the BATNA and how far the next one is behind it (DOMAIN, section 4).

    Empty without a valid alternative that has a value.
    """
    if not ranking or ranking[0].value is None:
        return ()
    first, value = ranking[0], ranking[0].value
    name, points = first.alternative.name, Points(value.low)
    following = _next(ranking)
    if following is None or following.value is None:
        return (message("choice.only", alternative=name, points=points),)
    behind = value.low - following.value.low
    names = {"alternative": name, "other": following.alternative.name}
    if behind == 0:
        code = "choice.tie_upper" if value.high > following.value.high else "choice.tie_entry"
        return (message(code, points=points, **names),)
    valuation = Valuation(negotiation)
    far = gap(behind, valuation.money, negotiation.currency)
    found = [message("choice.first" if value.is_exact else "choice.first_at_least", points=points, gap=far, **names)]
    if following.value.high > value.low:
        found.append(message("choice.open", other=following.alternative.name, points=Points(following.value.high)))
    return tuple(found)


def changes(negotiation: Negotiation, ranking: Sequence[Worth], on: date) -> tuple[Message, ...]:
    """Say what would make the next alternative the BATNA, each thing alone: time, chance, terms, switching cost.

    A term moves by whole steps in our favour and stays inside its range; the chance is that below which the BATNA is
    worth less than the next, given what is left if it fails. Empty where there is no next one to compare with.
    """
    following = _next(ranking)
    if following is None or following.value is None or ranking[0].value is None:
        return ()
    valuation = Valuation(negotiation)
    behind = ranking[0].value.low - following.value.low
    return tuple(
        each
        for part in (
            _expiry(ranking[0], following),
            _chance(negotiation, ranking[0], following, on),
            _terms(valuation, following, behind),
            _switching(valuation, following, behind),
        )
        for each in part
    )


def _next(ranking: Sequence[Worth]) -> Worth | None:
    return next((each for each in ranking[1:] if each.value is not None), None)


def _expiry(first: Worth, following: Worth) -> Iterator[Message]:
    until, other = first.alternative.valid_until, following.alternative.valid_until
    if until is not None and (other is None or other > until):
        yield message("choice.expiry", day=until, other=following.alternative.name)


def _chance(negotiation: Negotiation, first: Worth, following: Worth, on: date) -> Iterator[Message]:
    """Solve p U + (1 - p) N - c = next for p: the chance at which both are worth the same."""
    alternative = first.alternative
    if alternative.no_deal or following.value is None:
        return
    certain = worth(negotiation, replace(alternative, probability=_ONE), on).value
    left = next((worth(negotiation, each, on) for each in negotiation.alternatives if each.no_deal), None)
    if certain is None or left is None or left.value is None or not left.is_valid or not left.value.is_exact:
        return
    cost = _cost(negotiation, first)
    fails = left.value.low - cost
    if certain.low <= fails:
        return
    chance = (following.value.low - fails) / (certain.low - fails)
    if 0 < chance < Fraction(alternative.probability):
        yield message(
            "choice.chance",
            alternative=alternative.name,
            share=Share(chance),
            now=Share(Fraction(alternative.probability)),
            other=following.alternative.name,
        )


def _terms(valuation: Valuation, following: Worth, behind: Fraction) -> Iterator[Message]:
    """Yield for each term of the next alternative the least step at which it catches up, most heavy issues first."""
    alternative, chance = following.alternative, Fraction(following.alternative.probability)
    if alternative.no_deal or chance == 0:
        return
    need, count = behind / chance, 0
    terms = valuation.filled(following.stated) if following.assumed else following.stated
    for issue in sorted(valuation.negotiation.issues, key=lambda each: -valuation.shares.get(each.id, Fraction(0))):
        term, scale = terms.get(issue.id), valuation.scales[issue.id]
        part = None if term is None else valuation.part(term)
        if term is None or part is None or isinstance(scale, Message) or not valuation.shares[issue.id]:
            continue
        wanted = (part.low + need) / valuation.shares[issue.id]
        value = least_value(issue, scale, good_end(scale, term), wanted)
        if value is None or value == term.value or count == _MOST_TERMS:
            continue
        count += 1
        yield message(
            "choice.term",
            other=alternative.name,
            issue=issue.name,
            value=quantity(issue, value),
            now=said(issue, term),
        )


def _switching(valuation: Valuation, following: Worth, behind: Fraction) -> Iterator[Message]:
    cost = Fraction(following.alternative.switching_cost)
    scale = Fraction(100) if valuation.money is None else valuation.money
    less = behind * scale
    if not 0 < less <= cost:
        return
    name, currency = following.alternative.name, valuation.negotiation.currency
    if valuation.money is None:
        yield message("choice.switching_points", other=name, points=Points(behind))
    else:
        yield message("choice.switching", other=name, amount=Amount(less, currency))


def _cost(negotiation: Negotiation, found: Worth) -> Fraction:
    money = Valuation(negotiation).money
    return Fraction(found.alternative.switching_cost) / (100 if money is None else money)
