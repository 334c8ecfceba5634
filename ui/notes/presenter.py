"""ui: what the table of notes writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput
from core.note import Topic
from core.side import Basis
from core.words import Words
from ui.naming import basis_word, topic_word
from ui.typed import read_day

if TYPE_CHECKING:
    from db.logbook import Logbook


class NotesPresenter:
    """Change and delete notes; every text arrives as it was typed into a cell."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    def change(self, note_id: int, field: str, text: str) -> Changes:
        """Change one cell of a note; raises BadInput where it cannot be read."""
        typed = text.strip()
        value: object = typed
        if field == "topic":
            value = self._topic(typed)
        elif field == "basis":
            value = self._basis(typed)
        elif field == "on":
            value = read_day(typed, self._say, self._clock().date())
            if value is None:
                raise BadInput("note.no_day")
        elif field == "text" and not typed:
            raise BadInput("note.empty")
        return self._logbook.notes.change(note_id, **{field: value})

    def delete(self, note_id: int) -> Changes:
        """Delete a note; it goes to the trash."""
        return self._logbook.notes.delete(note_id)

    def _topic(self, typed: str) -> Topic:
        for topic in Topic:
            if typed.casefold() in (topic.value, topic_word(self._say, topic).casefold()):
                return topic
        raise BadInput("note.no_topic", topics=", ".join(topic_word(self._say, each).lower() for each in Topic))

    def _basis(self, typed: str) -> Basis:
        for basis in Basis:
            if typed.casefold() in (basis.value, basis_word(self._say, basis).casefold()):
                return basis
        raise BadInput("note.no_basis", bases=", ".join(basis_word(self._say, each) for each in Basis))
