"""db: the verbs of counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, func, select

import core.counterpart
from core.changes import Changes
from core.counterpart import CounterpartRow
from core.errors import NotFound
from core.message import message
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Note, Supplier
from db.stores.base import Store, beginning, matching, refuse

_PERSON = table_of(Counterpart)
_COLUMNS = columns_of(core.counterpart.Counterpart, _PERSON)
_make = maker(core.counterpart.Counterpart, _COLUMNS)
_COUNT = select(func.count()).select_from(_PERSON)
_COMPANY, _NOTE = table_of(Supplier), table_of(Note)
_ROWS = select(
    _PERSON.c.id,
    _PERSON.c.name,
    _PERSON.c.role,
    _PERSON.c.supplier_id,
    _COMPANY.c.name.label("supplier_name"),
    select(func.count()).where(_NOTE.c.counterpart_id == _PERSON.c.id).scalar_subquery().label("notes"),
    _PERSON.c.authority,
    _PERSON.c.authority_basis,
    _PERSON.c.influence,
).join(_COMPANY, _COMPANY.c.id == _PERSON.c.supplier_id)
_SOME = _ROWS.where(_PERSON.c.id.in_(bindparam("ids", expanding=True)))
_ONE = select(*_COLUMNS).where(_PERSON.c.id == bindparam("of_id"))
_BY_NAME = (func.fold(_PERSON.c.name), _PERSON.c.id)


class Counterparts(Store):
    """The people at the suppliers."""

    def rows(self, match: str = "", supplier_id: int | None = None) -> tuple[CounterpartRow, ...]:
        """Return people by name, of one supplier or all; `match` is words of name, role or supplier."""
        query = _matching(_ROWS, match).order_by(*_BY_NAME)
        if supplier_id is not None:
            query = query.where(_PERSON.c.supplier_id == supplier_id)
        with self._work.reading() as connection:
            return tuple(CounterpartRow(**row) for row in connection.execute(query).mappings())

    def ids(self, match: str = "", *, begins: str = "") -> tuple[int, ...]:
        """Return the ids of people by name, of those whose name `begins` so; see `rows`, `some`.

        So a long list is read page by page.
        """
        query = beginning(_matching(select(_PERSON.c.id), match), begins, _PERSON.c.name)
        with self._work.reading() as connection:
            return tuple(connection.execute(query.order_by(*_BY_NAME)).scalars())

    def some(self, ids: Sequence[int]) -> tuple[CounterpartRow, ...]:
        """Return the people with these ids in just this order, those that are gone left out."""
        with self._work.reading() as connection:
            rows = connection.execute(_SOME, {"ids": list(ids)}).mappings()
            found = {row["id"]: CounterpartRow(**row) for row in rows}
        return tuple(found[each] for each in ids if each in found)

    def count(self) -> int:
        """Return how many people there are."""
        with self._work.reading() as connection:
            return int(connection.execute(_COUNT).scalar_one())

    def load(self, counterpart_id: int) -> core.counterpart.Counterpart:
        """Return a person; raise NotFound."""
        with self._work.reading() as connection:
            row = connection.execute(_ONE, {"of_id": counterpart_id}).first()
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


def _matching(query: Select[Any], match: str) -> Select[Any]:
    return matching(query, match, _PERSON.c.name, _PERSON.c.role, of=(_PERSON.c.supplier_id, _COMPANY.c.name))
