"""core: the strategy questions of both sides, and what each says it wants and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.side import Basis, Side


class Question(StrEnum):
    """What a clear strategy answers (article, tip 2); positions and interests have a record of their own."""

    SITUATION = "situation"
    GOAL = "goal"
    BEST = "best"
    FAIR = "fair"
    MINIMUM = "minimum"


class Match(StrEnum):
    """How an interest of theirs stands to ours: a bridge, a trade, or a conflict."""

    SAME = "same"
    DIFFERENT = "different"
    OPPOSED = "opposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One side's answer to one question, in words; theirs rest on a basis."""

    id: int = 0
    negotiation_id: int
    side: Side
    question: Question
    text: str
    basis: Basis | None = None
    prefilled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What a side says it wants, why, and the interest behind it; on one issue or on the matter as a whole.

    `match` says how the interest of theirs stands to ours.
    """

    id: int = 0
    negotiation_id: int
    place: int = 0
    side: Side
    issue_id: int | None = None
    position: str = ""
    why: str = ""
    interest: str = ""
    basis: Basis | None = None
    match: Match | None = None
    prefilled: tuple[str, ...] = ()
