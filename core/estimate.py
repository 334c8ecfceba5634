"""core: the estimate, what we believe of their side; low, likely and high with a basis, never a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.exact import place_of
from core.side import Basis
from core.term import Value


class Subject(StrEnum):
    """What of their side is estimated; all but the reservation value belong to one issue."""

    BEST = "best"
    WORST = "worst"
    LIMIT = "limit"
    TARGET = "target"
    WEIGHT = "weight"
    OPTION = "option"
    RESERVATION = "reservation"

    @property
    def is_on_scale(self) -> bool:
        """Tell whether an estimate of it is a value on the scale of its issue."""
        return self in (Subject.BEST, Subject.WORST, Subject.LIMIT, Subject.TARGET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Their end, limit, target, weight, value of one option, or reservation value (points), as a range.

    Published cases hold low = likely = high. `option` names the option where the subject is one. `turned_out` is what
    the debrief found it to be.
    """

    id: int = 0
    negotiation_id: int
    issue_id: int | None = None
    subject: Subject
    option: str = ""
    low: Value | None = None
    likely: Value
    high: Value | None = None
    basis: Basis = Basis.GUESS
    source: str = ""
    on: date | None = None
    turned_out: Value | None = None
    turned_out_on: date | None = None
    prefilled: tuple[str, ...] = ()


class Proved(StrEnum):
    """What became of an estimate: just as likely thought, within its range, or past it."""

    EXACT = "exact"
    WITHIN = "within"
    MISSED = "missed"


def proved(estimate: Estimate) -> Proved | None:
    """Return what became of an estimate, None while nobody said what it turned out to be.

    Without a range only the likely figure itself is no miss.
    """
    found = estimate.turned_out
    if found is None:
        return None
    if found == estimate.likely:
        return Proved.EXACT
    ends = [each for each in (estimate.low, estimate.high) if each is not None]
    if isinstance(found, str) or len(ends) < 2 or any(isinstance(each, str) for each in ends):
        return Proved.MISSED
    low, high = sorted(place_of(each) for each in ends if not isinstance(each, str))
    return Proved.WITHIN if low <= place_of(found) <= high else Proved.MISSED
