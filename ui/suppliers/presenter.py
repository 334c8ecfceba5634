"""ui: what the suppliers' screen asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.counterpart import CounterpartRow
from core.errors import BadInput
from core.gaps import Gap, supplier_gaps
from core.negotiation import NegotiationRow
from core.side import Basis
from core.supplier import Supplier, SupplierRow
from core.words import Words
from ui.notes.reader import require_note
from ui.suppliers.past import Past
from ui.typed import read_day, read_percent

if TYPE_CHECKING:
    from db.logbook import Logbook

_SHARES = ("our_share_of_their_sales", "their_share_of_our_supply")
_BASES = ("our_share_basis", "their_share_basis")


@dataclass(frozen=True, slots=True)
class SupplierFile:
    """A supplier with everything that its file shows."""

    supplier: Supplier
    people: tuple[CounterpartRow, ...]
    negotiations: tuple[NegotiationRow, ...]
    past: Past
    gaps: tuple[Gap, ...]


class SuppliersPresenter:
    """Stand between the screen and the logbook; every text arrives as it was typed."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    @property
    def today(self) -> date:
        """Return today by the clock handed down."""
        return self._clock().date()

    def ids(self, match: str = "", begins: str = "") -> tuple[int, ...]:
        """Return the suppliers whose name, category, city or country holds each word of `match`, by name.

        Of those alone whose name `begins` so, where that is given.
        """
        return self._logbook.suppliers.ids(match, begins=begins)

    def some(self, ids: Sequence[int]) -> tuple[SupplierRow, ...]:
        """Return what the list shows of these."""
        return self._logbook.suppliers.some(ids)

    def count(self) -> int:
        """Return how many suppliers there are."""
        return self._logbook.suppliers.count()

    def file(self, supplier_id: int, past: Past | None = None) -> SupplierFile:
        """Load one supplier's file; raises NotFound. A `past` that is known to be unchanged is not read again."""
        book = self._logbook
        supplier = book.suppliers.load(supplier_id)
        people = book.counterparts.rows(supplier_id=supplier_id)
        return SupplierFile(
            supplier=supplier,
            people=people,
            negotiations=book.negotiations.rows(supplier_id=supplier_id),
            past=past or Past.of(book.negotiations.past(supplier_id)),
            gaps=supplier_gaps(supplier, people, book.notes.newest(supplier_id=supplier_id), self.today),
        )

    def add(self, name: str) -> Changes:
        """Add a supplier by its name; raises BadInput for an empty one."""
        return self._logbook.suppliers.add(name=_required(name))

    def change(self, supplier_id: int, field: str, text: str) -> Changes:
        """Change one field to what was typed; raises BadInput where it cannot be read."""
        value: object = text.strip()
        if field == "name":
            value = _required(text)
        elif field in _SHARES:
            value = read_percent(text, self._say)
        elif field in _BASES:
            value = Basis(text) if text else None
        elif field == "contract_end":
            value = read_day(text, self._say, self.today)
        elif field == "background":
            value = text
        return self._logbook.suppliers.change(supplier_id, **{field: value})

    def delete(self, supplier_id: int) -> Changes:
        """Delete a supplier; it goes to the trash. Raises NotAllowed where something still needs it."""
        return self._logbook.suppliers.delete(supplier_id)

    def add_note(self, supplier_id: int, text: str, *, source: str = "") -> Changes:
        """Add a note from its entry line; raises BadInput where topic or sentence is missing."""
        read = require_note(self._say, text)
        return self._logbook.notes.add(
            supplier_id=supplier_id,
            topic=read.topic,
            basis=read.basis,
            text=read.sentence,
            on=self.today,
            source=source,
        )


def _required(name: str) -> str:
    name = name.strip()
    if not name:
        raise BadInput("name.missing")
    return name
