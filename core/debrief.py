"""core: the debrief, what a negotiation came to: the deal, both sides' outtakes and one learning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.term import Package


class Outcome(StrEnum):
    """How the talk ended."""

    AGREED = "agreed"
    NO_DEAL = "no_deal"
    ADJOURNED = "adjourned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """The record of the end. `deal` holds the signed terms; `relationship` is -2 to +2 after this deal."""

    id: int = 0
    negotiation_id: int
    outcome: Outcome
    deal: Package = ()
    recommendation: str = ""
    our_outtake: str = ""
    their_outtake: str = ""
    learning: str = ""
    relationship: int | None = None
    closed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What a closed negotiation teaches, with where and when it was learnt."""

    negotiation_id: int
    title: str
    text: str
    on: date
