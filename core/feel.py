"""core: the feel check - three packages in the order of their worth, for the user to say whether it feels right.

Hand-made scores err (DOMAIN, section 5): an order that does not feel right says that weights or values are not what
the user means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from core.alternative import Form
from core.batna import Worth
from core.judge import rung_value
from core.message import Message, message
from core.negotiation import Negotiation
from core.side import Side
from core.standing import standing
from core.term import Term
from core.value import Valuation

_ASKED = 3


@dataclass(frozen=True, slots=True)
class Felt:
    """A package by what it is, and its worth, a share of 1."""

    name: Message
    value: Fraction


def order_to_feel(negotiation: Negotiation, ranking: Sequence[Worth], now: datetime) -> tuple[Felt, ...]:
    """Return three packages that differ in worth, the best first; empty where there are not so many.

    Taken are, in this order, the BATNA, their standing offer, the fair deal, the next alternative and the minimum,
    each where its worth is one figure; what is not stated takes its baseline. Points that the user gave himself are
    left out: they say what is felt already.
    """
    found: dict[Fraction, Felt] = {}
    for felt in _packages(negotiation, Valuation(negotiation), ranking, now):
        found.setdefault(felt.value, felt)
        if len(found) == _ASKED:
            return tuple(sorted(found.values(), key=lambda each: -each.value))
    return ()


def _packages(
    negotiation: Negotiation, valuation: Valuation, ranking: Sequence[Worth], now: datetime
) -> Iterator[Felt]:
    real = [each for each in ranking if each.alternative.form is not Form.POINTS and not each.alternative.no_deal]
    yield from _alternative(real[:1], "feel.batna" if real[:1] == list(ranking[:1]) else "feel.alternative")
    yield from _stated(valuation, standing(negotiation, Side.THEM, at=now), "feel.theirs")
    yield from _rung(valuation, "fair")
    yield from _alternative(real[1:2], "feel.alternative")
    yield from _rung(valuation, "minimum")


def _alternative(found: Sequence[Worth], code: str) -> Iterator[Felt]:
    for each in found:
        if each.value is not None and each.value.is_exact:
            yield Felt(message(code, name=each.alternative.name), each.value.low)


def _rung(valuation: Valuation, rung: str) -> Iterator[Felt]:
    value = rung_value(valuation, rung)
    if value is not None and value.is_exact:
        yield Felt(message(f"feel.{rung}"), value.low)


def _stated(valuation: Valuation, terms: dict[int, Term], code: str) -> Iterator[Felt]:
    value = valuation.package(valuation.filled(terms)) if terms else None
    if value is not None and value.is_exact:
        yield Felt(message(code), value.low)
