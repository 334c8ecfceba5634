"""ui: what the list of negotiations asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput
from core.negotiation import Mode, NegotiationRow
from core.supplier import SupplierRow
from core.words import Words

if TYPE_CHECKING:
    from db.logbook import Logbook


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

    def rows(self, match: str = "") -> tuple[NegotiationRow, ...]:
        """Return the negotiations whose title or supplier contains `match`."""
        return self._logbook.negotiations.rows(match)

    def suppliers(self) -> tuple[SupplierRow, ...]:
        """Return the suppliers to choose from."""
        return self._logbook.suppliers.rows()

    def add_supplier(self, name: str) -> Changes:
        """Add the supplier that a new negotiation names; raises BadInput for an empty name."""
        if not name.strip():
            raise BadInput("negotiation.no_supplier")
        return self._logbook.suppliers.add(name=name.strip())

    def add(self, supplier_id: int, title: str, currency: str, mode: Mode) -> Changes:
        """Add a negotiation; raises BadInput where supplier, subject or currency is missing."""
        if not supplier_id:
            raise BadInput("negotiation.no_supplier")
        if not title.strip():
            raise BadInput("negotiation.no_title")
        code = currency.strip().upper()
        if not (len(code) == 3 and code.isascii() and code.isalpha()):
            raise BadInput("negotiation.no_currency", text=currency.strip())
        return self._logbook.negotiations.add(supplier_id=supplier_id, title=title.strip(), currency=code, mode=mode)

    def delete(self, negotiation_id: int) -> Changes:
        """Delete a negotiation; it goes to the trash with everything in it."""
        return self._logbook.negotiations.delete(negotiation_id)
