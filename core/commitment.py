"""core: the commitment, something promised by either side, with owner and due date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.side import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promise; `line_id` is the line it was made in, `done_on` the day it was kept, `owner` who of us sees to it."""

    id: int = 0
    negotiation_id: int
    side: Side
    text: str
    counterpart_id: int | None = None
    owner: str = ""
    line_id: int | None = None
    due: date | None = None
    done_on: date | None = None
