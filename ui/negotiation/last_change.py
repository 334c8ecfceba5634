"""ui: what was changed last in a negotiation while it is shown, in words. Makes no widget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from core.changes import Changes
from core.words import Words


class LastChange:
    """Remember the last change, with the negotiation in which it was made."""

    def __init__(self, say: Words, clock: Callable[[], datetime]) -> None:
        """Start without one."""
        self._say = say
        self._clock = clock
        self._of, self._words = 0, ""

    def note(self, changes: Changes, negotiation_id: int) -> None:
        """Remember what was changed in this negotiation; a change that the journal has no step of tells nobody."""
        if changes.entry:
            words = {"what": self._say.message(changes.label), "time": self._say.clock(self._clock())}
            self._of, self._words = negotiation_id, self._say("Last change: {what}, {time}", **words)

    def words(self, negotiation_id: int) -> str:
        """Return what was changed last in this negotiation; empty where the last change was made elsewhere."""
        return self._words if self._of == negotiation_id else ""
