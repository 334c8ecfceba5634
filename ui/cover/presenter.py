"""ui: what the cover shows, and where that goes which is written on it; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from core.agenda import Agenda, agenda, at_table
from core.changes import Changes
from core.errors import LogrollError
from ui.drafts import AGENDA_PAGE, QUICK_NOTE

if TYPE_CHECKING:
    from db.logbook import Logbook


class Kept(StrEnum):
    """Where a text went: to the notes of the meeting, to the quick note, or nowhere, and the caller still has it."""

    MEETING = "meeting"
    QUICK_NOTE = "quick_note"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a text: where it is now, and what that changed in the logbook."""

    kept: Kept
    text: str
    changes: Changes | None = None


class CoverPresenter:
    """Ask a logbook, if one is open, for what may be shown, and give it what was written."""

    def __init__(self, logbook: Logbook | None, clock: Callable[[], datetime]) -> None:
        """Take the open logbook, or None."""
        self._logbook = logbook
        self._clock = clock

    def agenda(self, negotiation_id: int) -> Agenda:
        """Return what may be shown while this negotiation, or none (0), is in view; never fails."""
        now = self._clock()
        if self._logbook is None:
            return agenda(None, now)
        try:
            held = self._logbook.meetings.held()
        except LogrollError:
            # a file that cannot be read now is no reason to stay uncovered
            return agenda(None, now)
        return agenda(at_table(held, now, negotiation_id), now)

    def keep(self, text: str) -> None:
        """Keep what is written so far, outside the journal; what cannot be kept is told by `settle`."""
        if self._logbook is None or self._logbook.is_read_only:
            return
        try:
            self._logbook.drafts.keep(AGENDA_PAGE, text)
        except LogrollError:
            return

    def left(self) -> str:
        """Return what was written when the program ended without coming back."""
        return "" if self._logbook is None else self._logbook.drafts.read(AGENDA_PAGE)

    def settle(self, text: str, meeting_id: int) -> Settled | None:
        """Put what was written where it belongs: to the meeting, else to the quick note; None for nothing written."""
        text = text.strip()
        if not text:
            self.keep("")
            return None
        if self._logbook is None or self._logbook.is_read_only:
            return Settled(Kept.NOWHERE, text)
        try:
            changes = self._logbook.meetings.add_notes(meeting_id, text) if meeting_id else None
            if changes is None:
                before = self._logbook.drafts.read(QUICK_NOTE)
                self._logbook.drafts.keep(QUICK_NOTE, "; ".join([*filter(None, [before]), *text.splitlines()]))
            self._logbook.drafts.keep(AGENDA_PAGE, "")
        except LogrollError:
            return Settled(Kept.NOWHERE, text)
        return Settled(Kept.MEETING if meeting_id else Kept.QUICK_NOTE, text, changes)
