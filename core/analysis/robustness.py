"""core: robustness, how far a breach depends on the weights being right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm
from random import Random

from core.alternative import Alternative, Form
from core.analysis.grounds import OWN, Grounds
from core.batna import Worth, is_valid, ranked
from core.message import Message, Share, message
from core.negotiation import Negotiation
from core.term import Term
from core.value import Scale, Valuation, by_issue

DRAWS = 2_000
SEED = 1
# a weight times uniform [.8, 1.2], drawn in ten-thousandths so that it stays exact
_FINE = 10_000
_LEAST, _MOST = 8_000, 12_000


@dataclass(frozen=True)
class Robustness:
    """In how many draws of the weights a package is certainly worth less than the BATNA.

    `share` is that as a share of 1: 1 is a breach whatever the weights, 0 none.
    """

    held: int
    draws: int
    message: Message
    grounds: Grounds = field(default=OWN)

    @property
    def share(self) -> Fraction:
        """Return the share of draws in which the breach holds."""
        return Fraction(self.held, self.draws)


def robustness(
    negotiation: Negotiation, package: Iterable[Term] | Mapping[int, Term], on: date, draws: int = DRAWS
) -> Robustness | Message:
    """Return in how many draws a package is a breach, or why it cannot be told.

    Each share is multiplied by a number drawn from uniform [.8, 1.2] and all are renormalised; the BATNA of the day,
    which stays the same alternative, is valued with the same draw, a point is worth as much money as before. Open
    terms count at their best for the package and at their worst for the BATNA, as in a certain breach. The seed is
    fixed: the same records give the same answer. Each value is linear in the shares, so that it is worked out once
    for each issue alone and every draw is a sum of whole numbers.
    """
    valuation = Valuation(negotiation)
    if valuation.obstacle is not None:
        return message("verdict.cannot_judge", why=valuation.obstacle)
    best = next(iter(ranked(valuation, on)), None)
    if best is None:
        return message("batna.none")
    if best.value is None:
        return message("verdict.cannot_judge", why=best.reason or message("batna.none"))
    stated = dict(package) if isinstance(package, Mapping) else by_issue(package)
    issues = [issue_id for issue_id, share in valuation.shares.items() if share > 0]
    readings = [
        [(_at_best(valuation, stated, each) - _alone(valuation, reading, each, on)) * valuation.shares[each]
         for each in issues]
        for reading in _readings(negotiation, best, on)
    ]  # fmt: skip
    held = _held([_whole(each) for each in readings], len(issues), draws)
    return Robustness(held, draws, message("robustness.share", share=Share(Fraction(held, draws)), n=draws))


@dataclass(frozen=True)
class Reweighted(Valuation):
    """A valuation with other shares on the same scales, a point worth as much money as before."""

    given: Mapping[int, Fraction] = field(default_factory=dict)
    before: Valuation | None = None

    @cached_property
    def scales(self) -> dict[int, Scale | Message]:
        """Return the scales of the valuation before."""
        return super().scales if self.before is None else self.before.scales

    @cached_property
    def shares(self) -> dict[int, Fraction]:
        """Return the shares that were given."""
        return dict(self.given)

    @cached_property
    def money(self) -> Fraction | None:
        """Return what the whole scale was worth in money before."""
        return None if self.before is None else self.before.money


def _at_best(valuation: Valuation, stated: Mapping[int, Term], issue_id: int) -> Fraction:
    """Return v of an issue at its best for the package: what is stated, or the top of its range."""
    part = valuation.part(stated[issue_id]) if issue_id in stated else None
    return (part or valuation.spans[issue_id]).high / valuation.shares[issue_id]


def _alone(valuation: Valuation, alternatives: tuple[Alternative, ...], issue_id: int, on: date) -> Fraction:
    """Return what the first alternative is worth at least if this issue alone counted."""
    shares = {each: Fraction(int(each == issue_id)) for each in valuation.shares}
    alone = Reweighted(replace(valuation.negotiation, alternatives=alternatives), given=shares, before=valuation)
    found = next(each for each in ranked(alone, on) if each.alternative.id == alternatives[0].id)
    if found.value is None:
        raise ValueError("an alternative that had a value has none")
    return found.value.low


def _readings(negotiation: Negotiation, best: Worth, on: date) -> list[tuple[Alternative, ...]]:
    """Return the alternatives to value, the BATNA first; two readings where it may come off or come to nothing.

    The worth of both readings is the lesser one, so a breach has to hold against each.
    """
    alternative = best.alternative
    if best.is_between_readings:
        nothing = Alternative(
            id=-1, negotiation_id=negotiation.id, name="", form=Form.POINTS, no_deal=True, points=Decimal(0)
        )
        return [(replace(alternative, probability=Decimal(1)),), (alternative, nothing)]
    fallbacks = tuple(
        each for each in negotiation.alternatives if each.no_deal and each != alternative and is_valid(each, on)
    )
    return [(alternative, *fallbacks)]


def _whole(parts: list[Fraction]) -> list[int]:
    scale = lcm(*(part.denominator for part in parts))
    return [int(part * scale) for part in parts]


def _held(readings: list[list[int]], count: int, draws: int) -> int:
    random = Random(SEED)  # noqa: S311 - no secret: the same draw each time is what is wanted
    spread = _MOST - _LEAST + 1
    held = 0
    for _ in range(draws):
        factors = [_LEAST + int(random.random() * spread) for _ in range(count)]
        # one reading in which it is no breach is enough to doubt it
        held += all(sum(factor * part for factor, part in zip(factors, parts, strict=True)) < 0 for parts in readings)
    return held
