"""ui: what the list of negotiations asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.currency import named_currency
from core.errors import BadInput
from core.flags import Raised, flags
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
        return flags(self._logbook.negotiations.load(negotiation_id), self.now)

    def suppliers(self) -> tuple[SupplierRow, ...]:
        """Return the suppliers to choose from."""
        return self._logbook.suppliers.rows()

    def add_supplier(self, name: str) -> Changes:
        """Add the supplier that a new negotiation names; raises BadInput for an empty name."""
        if not name.strip():
            raise BadInput("negotiation.no_supplier")
        return self._logbook.suppliers.add(name=name.strip())

    def check(self, supplier: str, title: str, currency: str) -> None:
        """Raise BadInput where supplier, subject or currency is missing, so that nothing is added by halves."""
        if not supplier.strip():
            raise BadInput("negotiation.no_supplier")
        if not title.strip():
            raise BadInput("negotiation.no_title")
        code = currency.strip()
        if named_currency(code, "") is None:
            raise BadInput("currency.unknown", currency=code[:20])

    def usual_currency(self) -> str:
        """Return the currency of the negotiation that was changed last, EUR before the first."""
        store = self._logbook.negotiations
        # the first of the open ones and the first of the closed ones
        ids, (opened, _) = store.ids(), store.count()
        rows = [row for row in store.some((*ids[:1], *ids[opened : opened + 1])) if row.changed_at is not None]
        return max(rows, key=lambda row: row.changed_at or self.now).currency if rows else "EUR"

    def add(self, supplier_id: int, title: str, currency: str, mode: Mode) -> Changes:
        """Add a negotiation with a supplier on file; see `check` for the texts."""
        code = named_currency(currency.strip(), "") or currency.strip()
        return self._logbook.negotiations.add(supplier_id=supplier_id, title=title.strip(), currency=code, mode=mode)

    def delete(self, negotiation_id: int) -> Changes:
        """Delete a negotiation; it goes to the trash with everything in it."""
        return self._logbook.negotiations.delete(negotiation_id)
