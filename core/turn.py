"""core: the turn, what one side did at the table as far as it tells how people deal - a tactic, or a step it gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.side import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One line of a meeting: `tactic` is the number of a tactic used in it, `gives` tells of a concession in it."""

    meeting_id: int
    at: datetime
    side: Side | None
    tactic: int | None = None
    gives: bool = False
