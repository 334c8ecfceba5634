"""ui: what the frame of a negotiation shows of it; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.flags import Raised, flags
from core.naming import status_word
from core.negotiation import Negotiation
from core.words import Words

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Head:
    """What the header says of a negotiation; `details` go on after the subject."""

    supplier: str
    subject: str
    details: str
    flags: tuple[Raised, ...]
    is_open: bool


class FramePresenter:
    """Stand between the frame and the logbook."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    def head(self, negotiation_id: int) -> Head:
        """Load a negotiation and return its head; raises NotFound."""
        negotiation = self._logbook.negotiations.load(negotiation_id)
        return Head(
            supplier=negotiation.supplier_name,
            subject=negotiation.title,
            details="".join(f", {part}" for part in self._details(negotiation)),
            flags=flags(negotiation, self._clock()),
            is_open=negotiation.status.is_open,
        )

    def delete(self, negotiation_id: int) -> Changes:
        """Delete the negotiation; it goes to the trash with everything in it."""
        return self._logbook.negotiations.delete(negotiation_id)

    def _details(self, negotiation: Negotiation) -> list[str]:
        say = self._say
        parts = []
        if negotiation.lines or negotiation.open_meeting is not None:
            parts.append(say("round {n}", n=negotiation.round_number))
        if negotiation.open_meeting is not None:
            parts.append(say("meeting open"))
        else:
            now = self._clock()
            planned = [each.planned_at for each in negotiation.meetings if each.started_at is None and each.planned_at]
            coming = [moment for moment in planned if moment >= now]
            if coming:
                parts.append(say("meeting {moment}", moment=min(coming)))
        if not negotiation.status.is_open:
            parts.append(status_word(say, negotiation.status))
        return parts
