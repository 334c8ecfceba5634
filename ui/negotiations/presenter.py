"""ui: what the list of negotiations asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.negotiation import NegotiationRow
from core.words import Words

if TYPE_CHECKING:
    from core.flags import Raised
    from db.logbook import Logbook
    from ui.negotiations.beginning import BeginningPresenter


class NegotiationsPresenter:
    """Stand between the screen and the logbook."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    @property
    def now(self) -> datetime:
        """Return the time by the clock handed down."""
        return self._clock()

    def ids(self, match: str = "") -> tuple[int, ...]:
        """Return the negotiations whose title or supplier contains `match`, the open ones first."""
        return self._logbook.negotiations.ids(match)

    def some(self, ids: Sequence[int]) -> tuple[NegotiationRow, ...]:
        """Return what the list shows of these."""
        return self._logbook.negotiations.some(ids)

    def count_open(self, ids: Sequence[int]) -> int:
        """Return how many of these, as `ids` gave them, are open."""
        opened, every = self._logbook.negotiations.count()
        if len(ids) == every:
            return opened
        return len(set(self._logbook.negotiations.ids()[:opened]).intersection(ids))

    def flags(self, negotiation_id: int) -> tuple[Raised, ...]:
        """Return what an open negotiation wants done; raises NotFound."""
        from core.flags import flags  # noqa: PLC0415 - after the first rows

        return flags(self._logbook.negotiations.load(negotiation_id), self.now)

    def beginning(self) -> BeginningPresenter:
        """Return what begins a new negotiation."""
        from ui.negotiations.beginning import BeginningPresenter  # noqa: PLC0415 - after the first rows

        return BeginningPresenter(self._logbook, self._say, self._clock)

    def delete(self, negotiation_id: int) -> Changes:
        """Delete a negotiation; it goes to the trash with everything in it."""
        return self._logbook.negotiations.delete(negotiation_id)
