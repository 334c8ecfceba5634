"""ui: what the people's screen asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.counterpart import Counterpart, CounterpartRow
from core.errors import BadInput
from core.negotiation import NegotiationRow
from core.note import Note
from core.side import Basis
from core.supplier import Supplier, SupplierRow
from core.words import Words
from ui.notes.reader import require_note
from ui.typed import read_day

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person with everything that the file shows."""

    person: Counterpart
    supplier: Supplier
    notes: tuple[Note, ...]
    negotiations: tuple[NegotiationRow, ...]


class PeoplePresenter:
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

    def rows(self, match: str = "") -> tuple[CounterpartRow, ...]:
        """Return the people whose name, role or supplier contains `match`."""
        return self._logbook.counterparts.rows(match)

    def suppliers(self) -> tuple[SupplierRow, ...]:
        """Return the suppliers that a new person can belong to."""
        return self._logbook.suppliers.rows()

    def file(self, person_id: int) -> PersonFile:
        """Load one person's file; raises NotFound."""
        person = self._logbook.counterparts.load(person_id)
        return PersonFile(
            person=person,
            supplier=self._logbook.suppliers.load(person.supplier_id),
            notes=self._logbook.notes.of_counterpart(person_id),
            negotiations=self._logbook.negotiations.rows(supplier_id=person.supplier_id),
        )

    def add(self, name: str, supplier_id: int) -> Changes:
        """Add a person at a supplier; raises BadInput without a name or a supplier."""
        name = name.strip()
        if not name:
            raise BadInput("name.missing")
        if not supplier_id:
            raise BadInput("person.no_supplier")
        return self._logbook.counterparts.add(name=name, supplier_id=supplier_id)

    def change(self, person_id: int, field: str, text: str) -> Changes:
        """Change one field to what was typed; raises BadInput where it cannot be read.

        What a person may decide is dated: a changed authority was learnt today, until another day is entered.
        """
        fields: dict[str, object] = {field: text.strip()}
        if field == "name" and not text.strip():
            raise BadInput("name.missing")
        if field == "authority_basis":
            fields = {field: Basis(text) if text else None}
        elif field == "authority_on":
            fields = {field: read_day(text, self._say, self.today)}
        elif field == "authority":
            before = self._logbook.counterparts.load(person_id)
            if before.authority != text.strip():
                fields |= {"authority_on": self.today if text.strip() else None}
                fields |= {"authority_basis": (before.authority_basis or Basis.SAID) if text.strip() else None}
        return self._logbook.counterparts.change(person_id, **fields)

    def delete(self, person_id: int) -> Changes:
        """Delete a person; the file goes to the trash with its notes."""
        return self._logbook.counterparts.delete(person_id)

    def add_note(self, person_id: int, text: str, *, source: str = "") -> Changes:
        """Add a note from its entry line; raises BadInput where topic or sentence is missing."""
        read = require_note(self._say, text)
        person = self._logbook.counterparts.load(person_id)
        return self._logbook.notes.add(
            supplier_id=person.supplier_id,
            counterpart_id=person_id,
            topic=read.topic,
            basis=read.basis,
            text=read.sentence,
            on=self.today,
            source=source,
        )
