"""ui: what the table of notes writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput
from core.note import Topic
from core.side import Basis
from core.words import Words
from ui.typed import read_day

if TYPE_CHECKING:
    from db.logbook import Logbook


class NotesPresenter:
    """Change and delete notes; every text arrives as it was typed, topic and basis as their codes."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    def change(self, note_id: int, typed: Mapping[str, str]) -> Changes:
        """Change a note to what was typed, in one step; raises BadInput where a part cannot be read."""
        text = typed["text"].strip()
        if not text:
            raise BadInput("note.empty")
        day = read_day(typed["on"], self._say, self._clock().date())
        if day is None:
            raise BadInput("note.no_day")
        return self._logbook.notes.change(
            note_id,
            topic=Topic(typed["topic"]),
            basis=Basis(typed["basis"]),
            text=text,
            source=typed["source"].strip(),
            on=day,
        )

    def delete(self, note_id: int) -> Changes:
        """Delete a note; it goes to the trash."""
        return self._logbook.notes.delete(note_id)
