"""core: the estimate, what we believe of their side; low, likely and high with a basis, never a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
