"""db: the verbs of counterparts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

import core.counterpart
from core.changes import Changes
from core.counterpart import CounterpartRow
from core.errors import NotFound
from core.message import message
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Note, Supplier
from db.stores.base import Store, matching, refuse

_PERSON = table_of(Counterpart)
_COLUMNS = columns_of(core.counterpart.Counterpart, _PERSON)
_make = maker(core.counterpart.Counterpart, _COLUMNS)
_COUNT = select(func.count()).select_from(_PERSON)


class Counterparts(Store):
    """The people at the suppliers."""

    def rows(self, match: str = "", supplier_id: int | None = None) -> tuple[CounterpartRow, ...]:
        """Return people by name, of one supplier or all; `match` is words of name, role or supplier."""
        person, company, notes = _PERSON.c, table_of(Supplier).c, table_of(Note)
        query = (
            select(
                person.id,
                person.name,
                person.role,
                person.supplier_id,
                company.name.label("supplier_name"),
                select(func.count()).where(notes.c.counterpart_id == person.id).scalar_subquery().label("notes"),
                person.authority,
                person.authority_basis,
            )
            .join(table_of(Supplier), company.id == person.supplier_id)
            .order_by(func.fold(person.name), person.id)
        )
        if supplier_id is not None:
            query = query.where(person.supplier_id == supplier_id)
        query = matching(query, match, person.name, person.role, company.name)
        with self._work.reading() as connection:
            return tuple(CounterpartRow(**row) for row in connection.execute(query).mappings())

    def count(self) -> int:
        """Return how many people there are."""
        with self._work.reading() as connection:
            return int(connection.execute(_COUNT).scalar_one())

    def load(self, counterpart_id: int) -> core.counterpart.Counterpart:
        """Return a person; raise NotFound."""
        with self._work.reading() as connection:
            row = connection.execute(select(*_COLUMNS).where(_PERSON.c.id == counterpart_id)).first()
        if row is None:
            raise NotFound("record.not_found")
        return _make(row)

    def add(self, **fields: Any) -> Changes:
        """File a person; `supplier_id` and `name` are needed."""
        with self._work.writing(message("journal.counterpart_added", name=short(fields.get("name", "")))) as write:
            write.made = write.add(Counterpart, **{"name": "", "created_at": write.now} | fields).id
        return write.changes

    def change(self, counterpart_id: int, **fields: Any) -> Changes:
        """Change fields of a person, who stays with the same supplier."""
        refuse(fields, "supplier_id")
        with self._work.writing(message("journal.counterpart_changed")) as write:
            row = write.get(Counterpart, counterpart_id)
            write.change(row, **fields)
            write.label = message("journal.counterpart_changed", name=short(row.name))
        return write.changes

    def delete(self, counterpart_id: int) -> Changes:
        """Delete a person with the notes on them; what they promised stays, without their name."""
        with self._work.writing(message("journal.counterpart_deleted")) as write:
            row = write.get(Counterpart, counterpart_id)
            write.label = message("journal.counterpart_deleted", name=short(row.name))
            write.delete(row)
        return write.changes
