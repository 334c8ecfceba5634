"""db: the verbs of suppliers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

import core.supplier
from core.changes import Changes
from core.errors import NotFound
from core.message import message
from core.negotiation import Status
from core.supplier import SupplierRow
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Negotiation, Supplier
from db.stores.base import Store, matching

_SUPPLIER = table_of(Supplier)
_COLUMNS = columns_of(core.supplier.Supplier, _SUPPLIER)
_make = maker(core.supplier.Supplier, _COLUMNS)
_COUNT = select(func.count()).select_from(_SUPPLIER)


class Suppliers(Store):
    """The companies that we buy from."""

    def rows(self, match: str = "") -> tuple[SupplierRow, ...]:
        """Return suppliers by name; `match` is words of name, category, city or country."""
        columns, matters, people = _SUPPLIER.c, table_of(Negotiation), table_of(Counterpart)
        every = select(func.count()).where(matters.c.supplier_id == columns.id)
        is_open = matters.c.status.in_([each for each in Status if each.is_open])
        query = select(
            columns.id,
            columns.name,
            columns.category,
            columns.country,
            every.scalar_subquery().label("negotiations"),
            every.where(is_open).scalar_subquery().label("open_negotiations"),
            select(func.count()).where(people.c.supplier_id == columns.id).scalar_subquery().label("people"),
        ).order_by(func.fold(columns.name), columns.id)
        query = matching(query, match, columns.name, columns.category, columns.city, columns.country)
        with self._work.reading() as connection:
            return tuple(SupplierRow(**row) for row in connection.execute(query).mappings())

    def count(self) -> int:
        """Return how many suppliers there are."""
        with self._work.reading() as connection:
            return int(connection.execute(_COUNT).scalar_one())

    def load(self, supplier_id: int) -> core.supplier.Supplier:
        """Return a supplier; raise NotFound."""
        with self._work.reading() as connection:
            row = connection.execute(select(*_COLUMNS).where(_SUPPLIER.c.id == supplier_id)).first()
        if row is None:
            raise NotFound("record.not_found")
        return _make(row)

    def add(self, **fields: Any) -> Changes:
        """File a supplier; `name` is needed."""
        with self._work.writing(message("journal.supplier_added", name=short(fields.get("name", "")))) as write:
            write.made = write.add(Supplier, **{"name": "", "created_at": write.now} | fields).id
        return write.changes

    def change(self, supplier_id: int, **fields: Any) -> Changes:
        """Change fields of a supplier."""
        with self._work.writing(message("journal.supplier_changed")) as write:
            row = write.get(Supplier, supplier_id)
            write.change(row, **fields)
            write.label = message("journal.supplier_changed", name=short(row.name))
        return write.changes

    def delete(self, supplier_id: int) -> Changes:
        """Delete a supplier with its people, notes and negotiations."""
        with self._work.writing(message("journal.supplier_deleted")) as write:
            row = write.get(Supplier, supplier_id)
            write.label = message("journal.supplier_deleted", name=short(row.name))
            write.delete(row)
        return write.changes
