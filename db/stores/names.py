"""db: the names of everything that can be gone to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select

from core.name import Name
from db.journal import last_entry
from db.mapping import table_of
from db.schema import RECENCY, Counterpart, Negotiation, Supplier
from db.stores.base import Store
from db.work import Work

_MATTER, _SUPPLIER, _PERSON = table_of(Negotiation), table_of(Supplier), table_of(Counterpart)
_NEGOTIATIONS = (
    select(literal("negotiation"), _MATTER.c.id, _MATTER.c.title, _SUPPLIER.c.name, cast(_MATTER.c.status, String))
    .join(RECENCY, RECENCY.c.negotiation_id == _MATTER.c.id)
    .join(_SUPPLIER, _SUPPLIER.c.id == _MATTER.c.supplier_id)
    .order_by(RECENCY.c.is_open.desc(), RECENCY.c.entry_id.desc(), _MATTER.c.id.desc())
)
_SUPPLIERS = select(literal("supplier"), _SUPPLIER.c.id, _SUPPLIER.c.name)
_PEOPLE = select(literal("counterpart"), _PERSON.c.id, _PERSON.c.name, _SUPPLIER.c.name, _PERSON.c.role).join(
    _SUPPLIER, _SUPPLIER.c.id == _PERSON.c.supplier_id
)
_ALL = (
    _NEGOTIATIONS,
    _SUPPLIERS.order_by(func.fold(_SUPPLIER.c.name), _SUPPLIER.c.id),
    _PEOPLE.order_by(func.fold(_PERSON.c.name), _PERSON.c.id),
)
_PARTIES = (_PEOPLE, _SUPPLIERS)


class Names(Store):
    """What the palette goes to."""

    def __init__(self, work: Work) -> None:
        """Start with none read."""
        super().__init__(work)
        self._known: dict[tuple[Select[Any], ...], tuple[int, tuple[Name, ...]]] = {}

    def all(self) -> tuple[Name, ...]:
        """Return the names of all negotiations (open ones first, then as last changed), suppliers and people.

        The same tuple again until something is changed.
        """
        return self._read(_ALL)

    def parties(self) -> tuple[Name, ...]:
        """Return the names of all people and suppliers in any order, likewise."""
        return self._read(_PARTIES)

    def _read(self, queries: tuple[Select[Any], ...]) -> tuple[Name, ...]:
        with self._work.reading() as connection:
            entry = last_entry(connection)
            known = self._known.get(queries)
            if known is None or known[0] != entry:
                found = tuple(Name(*row) for query in queries for row in connection.execute(query))
                known = self._known[queries] = (entry, found)
        return known[1]
