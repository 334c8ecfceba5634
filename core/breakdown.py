"""core: a supplier's cost breakdown over time - what each part of the price was on each day it was known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.cost import CostPart
from core.folding import key_of


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What a price consisted of on one day; `total` is the sum of the shares in per cent, 100 where it is whole."""

    on: date
    parts: tuple[CostPart, ...]

    @property
    def total(self) -> Decimal:
        """Return the sum of the shares, per cent."""
        return sum((part.share for part in self.parts), Decimal(0))

    @property
    def is_whole(self) -> bool:
        """Tell whether the shares add up to 100 %."""
        return self.total == 100


@dataclass(frozen=True, slots=True)
class PartOverTime:
    """One part by name: its latest record, and its change in percentage points against the breakdown before."""

    part: CostPart
    change: Decimal | None = None


def breakdowns(parts: Sequence[CostPart]) -> tuple[Breakdown, ...]:
    """Return one breakdown a day, newest first, its parts in their order."""
    by_day: dict[date, list[CostPart]] = {}
    for part in sorted(parts, key=lambda each: (each.place, each.id)):
        by_day.setdefault(part.on, []).append(part)
    return tuple(Breakdown(day, tuple(by_day[day])) for day in sorted(by_day, reverse=True))


def against_before(known: Sequence[Breakdown], at: int = 0) -> tuple[PartOverTime, ...]:
    """Return the parts of one of the breakdowns with what changed since the one before it; parts go by their names."""
    if at >= len(known):
        return ()
    before = {} if at + 1 >= len(known) else {_key(part): part.share for part in known[at + 1].parts}
    return tuple(
        PartOverTime(part, part.share - before[_key(part)] if _key(part) in before else None)
        for part in known[at].parts
    )


def _key(part: CostPart) -> str:
    return key_of(part.name)
