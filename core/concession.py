"""core: the concession, a step of a side on one issue and what it was given in return for."""

from __future__ import annotations

from dataclasses import dataclass

from core.side import Side
from core.term import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """One step: proposed by rule from two successive offers of a side, completed by the user."""

    id: int = 0
    negotiation_id: int
    side: Side
    issue_id: int
    from_line_id: int
    to_line_id: int
    from_value: Value
    to_value: Value
    in_return_for: str = ""
    confirmed: bool = False
