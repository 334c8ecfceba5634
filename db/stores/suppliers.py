"""db: the verbs of suppliers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select

import core.supplier
from core.changes import Changes
from core.errors import NotFound
from core.message import message
from core.negotiation import Status
from core.supplier import SupplierRow
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Negotiation, Supplier
from db.stores.base import Store, beginning, matching

_SUPPLIER = table_of(Supplier)
_COLUMNS = columns_of(core.supplier.Supplier, _SUPPLIER)
_ONE = select(*_COLUMNS).where(_SUPPLIER.c.id == bindparam("of_id"))
_make = maker(core.supplier.Supplier, _COLUMNS)
_COUNT = select(func.count()).select_from(_SUPPLIER)
_MATTER, _PERSON = table_of(Negotiation), table_of(Counterpart)
_MATTERS = select(func.count()).where(_MATTER.c.supplier_id == _SUPPLIER.c.id)
_IS_OPEN = _MATTER.c.status.in_([each for each in Status if each.is_open])
_ROWS = select(
    _SUPPLIER.c.id,
    _SUPPLIER.c.name,
    _SUPPLIER.c.category,
    _SUPPLIER.c.country,
    _MATTERS.scalar_subquery().label("negotiations"),
    _MATTERS.where(_IS_OPEN).scalar_subquery().label("open_negotiations"),
    select(func.count()).where(_PERSON.c.supplier_id == _SUPPLIER.c.id).scalar_subquery().label("people"),
)
_SOME = _ROWS.where(_SUPPLIER.c.id.in_(bindparam("ids", expanding=True)))
_BY_NAME = (func.fold(_SUPPLIER.c.name), _SUPPLIER.c.id)


class Suppliers(Store):
    """The companies that we buy from."""

    def rows(self, match: str = "") -> tuple[SupplierRow, ...]:
        """Return suppliers by name; `match` is words of name, category, city or country."""
        with self._work.reading() as connection:
            query = _matching(_ROWS, match).order_by(*_BY_NAME)
            return tuple(SupplierRow(**row) for row in connection.execute(query).mappings())

    def ids(self, match: str = "", *, begins: str = "") -> tuple[int, ...]:
        """Return the ids of suppliers by name, of those whose name `begins` so; see `rows`, `some`.

        So a long list is read page by page.
        """
        query = beginning(_matching(select(_SUPPLIER.c.id), match), begins, _SUPPLIER.c.name)
        with self._work.reading() as connection:
            return tuple(connection.execute(query.order_by(*_BY_NAME)).scalars())

    def some(self, ids: Sequence[int]) -> tuple[SupplierRow, ...]:
        """Return the suppliers with these ids in just this order, those that are gone left out."""
        with self._work.reading() as connection:
            rows = connection.execute(_SOME, {"ids": list(ids)}).mappings()
            found = {row["id"]: SupplierRow(**row) for row in rows}
        return tuple(found[each] for each in ids if each in found)

    def count(self) -> int:
        """Return how many suppliers there are."""
        with self._work.reading() as connection:
            return int(connection.execute(_COUNT).scalar_one())

    def load(self, supplier_id: int) -> core.supplier.Supplier:
        """Return a supplier; raise NotFound."""
        with self._work.reading() as connection:
            row = connection.execute(_ONE, {"of_id": supplier_id}).first()
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


def _matching(query: Select[Any], match: str) -> Select[Any]:
    columns = _SUPPLIER.c
    return matching(query, match, columns.name, columns.category, columns.city, columns.country)
