"""db: the verbs of negotiations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, func, select

import core.negotiation
from core.changes import Changes
from core.errors import BadInput, NotFound
from core.folding import fold
from core.message import message
from core.negotiation import NegotiationRow
from db.mapping import table_of
from db.past import glance, past, sat_in
from db.rules import short
from db.schema import ENTRIES, RECENCY, Line, Meeting, Negotiation, Round, Supplier
from db.stores.base import Store, matching

_MATTER, _SUPPLIER = table_of(Negotiation), table_of(Supplier)
_RECENT, _MEETING = RECENCY.c, table_of(Meeting).c
_ROWS = (
    select(
        _MATTER.c.id,
        _MATTER.c.title,
        _MATTER.c.supplier_id,
        _SUPPLIER.c.name.label("supplier_name"),
        _MATTER.c.mode,
        _MATTER.c.status,
        _MATTER.c.currency,
        *(
            select(func.count()).where(table.c.negotiation_id == _MATTER.c.id).scalar_subquery().label(name)
            for name, table in (("rounds", table_of(Round)), ("lines", table_of(Line)))
        ),
        ENTRIES.c.at.label("changed_at"),
    )
    .join(_SUPPLIER, _SUPPLIER.c.id == _MATTER.c.supplier_id)
    .join(RECENCY, _RECENT.negotiation_id == _MATTER.c.id)
    .outerjoin(ENTRIES, ENTRIES.c.id == _RECENT.entry_id)
)
_PLANNED = select(_MEETING.negotiation_id, _MEETING.planned_at).where(
    _MEETING.planned_at.is_not(None), _MEETING.started_at.is_(None)
)
_LAST_CHANGED = _ROWS.order_by(_RECENT.entry_id.desc(), _MATTER.c.id.desc())
_OF_SUPPLIER = _LAST_CHANGED.where(_MATTER.c.supplier_id == bindparam("supplier"))
_PLANNED_OF_SUPPLIER = _PLANNED.where(
    _MEETING.negotiation_id.in_(select(_MATTER.c.id).where(_MATTER.c.supplier_id == bindparam("supplier")))
)
_SOME = _ROWS.where(_MATTER.c.id.in_(bindparam("ids", expanding=True)))
_PLANNED_OF_SOME = _PLANNED.where(_MEETING.negotiation_id.in_(bindparam("ids", expanding=True)))
_COUNT = select(func.sum(_RECENT.is_open, type_=Integer()), func.count()).select_from(RECENCY)


class Negotiations(Store):
    """The matters, from preparation to debrief."""

    def rows(self, match: str = "", supplier_id: int | None = None) -> tuple[NegotiationRow, ...]:
        """Return negotiations, last changed first; `match` is words of title, matter or supplier."""
        whole = supplier_id is None
        query, planned = (_LAST_CHANGED, _PLANNED) if whole else (_OF_SUPPLIER, _PLANNED_OF_SUPPLIER)
        asked = None if whole else {"supplier": supplier_id}
        with self._work.reading() as connection:
            return _read_rows(connection, _matching(query, match), planned, asked)

    def ids(self, match: str = "") -> tuple[int, ...]:
        """Return the ids of negotiations, the open ones first, each part last changed first; see `rows`, `some`.

        So a long list is read page by page.
        """
        query = select(_RECENT.negotiation_id)
        if match.strip():
            query = _matching(query.join(_MATTER, _MATTER.c.id == _RECENT.negotiation_id), match)
        order = (_RECENT.is_open.desc(), _RECENT.entry_id.desc(), _RECENT.negotiation_id.desc())
        with self._work.reading() as connection:
            return tuple(connection.execute(query.order_by(*order)).scalars())

    def some(self, ids: Sequence[int]) -> tuple[NegotiationRow, ...]:
        """Return the negotiations with these ids in just this order, those that are gone left out."""
        asked = {"ids": list(ids)}
        with self._work.reading() as connection:
            found = {row.id: row for row in _read_rows(connection, _SOME, _PLANNED_OF_SOME, asked)}
        return tuple(found[each] for each in ids if each in found)

    def count(self) -> tuple[int, int]:
        """Return how many negotiations are open and how many there are."""
        with self._work.reading() as connection:
            opened, every = connection.execute(_COUNT).one()
        return int(opened or 0), int(every)

    def load(self, negotiation_id: int) -> core.negotiation.Negotiation:
        """Return a negotiation whole; raise NotFound."""
        with self._work.reading() as connection:
            return self._work.aggregates.load(connection, negotiation_id)

    def past(self, supplier_id: int, *, most: int = 48, talks: int = 24) -> tuple[core.negotiation.Negotiation, ...]:
        """Return a supplier's closed negotiations, last closed first, to look back on: issues, deal and debrief.

        At most `most`, since nobody learns from older ones; the newest `talks` with what was offered and agreed in
        them. Nothing else is read, so that a page over many costs little.
        """
        with self._work.reading() as connection:
            return past(connection, supplier_id, most, talks)

    def sat_in(self, counterpart_id: int, *, most: int = 24) -> tuple[core.negotiation.Negotiation, ...]:
        """Return the negotiations in which a person sat at the table, last met first, to see what was conceded there.

        At most `most`, with issues, the person's meetings, concessions and who offered something when; nothing else.
        """
        with self._work.reading() as connection:
            return sat_in(connection, counterpart_id, most)

    def glance(self, negotiation_id: int, *, talk: bool = True) -> core.negotiation.Negotiation:
        """Return a negotiation as somebody's file needs it: issues, positions, estimates; raise NotFound.

        With `talk` what was offered in it too. Its verdicts, meetings, alternatives and all else are left out; whoever
        works on it loads it.
        """
        with self._work.reading() as connection:
            found = glance(connection, negotiation_id, talk=talk)
        if found is None:
            raise NotFound("record.not_found")
        return found

    def find(self, text: str) -> int:
        """Return the negotiation with this id, or with a title that alone contains the text.

        A title that is just the text wins. Raises NotFound for none, BadInput for several.
        """
        asked = text.strip()
        with self._work.reading() as connection:
            titles = [(row.id, fold(row.title)) for row in connection.execute(select(_MATTER.c.id, _MATTER.c.title))]
        if asked.isascii() and asked.isdigit() and int(asked) in {each for each, _ in titles}:
            return int(asked)
        wanted = fold(asked)
        found = [each for each, title in titles if title == wanted]
        if len(found) != 1:
            found = [each for each, title in titles if wanted and wanted in title]
        if not found:
            raise NotFound("negotiation.none_found", text=short(text))
        if len(found) > 1:
            raise BadInput("negotiation.several_found", text=short(text), count=len(found))
        return int(found[0])

    def add(self, **fields: Any) -> Changes:
        """Open a negotiation; `supplier_id` and `title` are needed."""
        with self._work.writing(message("journal.negotiation_added", name=short(fields.get("title", "")))) as write:
            write.made = write.add(Negotiation, **{"title": "", "created_at": write.now} | fields).id
        return write.changes

    def change(self, negotiation_id: int, **fields: Any) -> Changes:
        """Change fields of a negotiation."""
        with self._work.writing(message("journal.negotiation_changed")) as write:
            row = write.get(Negotiation, negotiation_id)
            write.change(row, **fields)
            write.label = message("journal.negotiation_changed", name=short(row.title))
        return write.changes

    def delete(self, negotiation_id: int) -> Changes:
        """Delete a negotiation with all its parts."""
        with self._work.writing(message("journal.negotiation_deleted")) as write:
            row = write.get(Negotiation, negotiation_id)
            write.label = message("journal.negotiation_deleted", name=short(row.title))
            write.delete(row)
        return write.changes


def _matching(query: Select[Any], match: str) -> Select[Any]:
    return matching(query, match, _MATTER.c.title, _MATTER.c.matter, of=(_MATTER.c.supplier_id, _SUPPLIER.c.name))


def _read_rows(
    connection: Connection, query: Select[Any], planned: Select[Any], asked: Mapping[str, Any] | None = None
) -> tuple[NegotiationRow, ...]:
    following: dict[int, datetime] = {}
    for negotiation_id, moment in connection.execute(planned, asked):
        following[negotiation_id] = min(moment, following.get(negotiation_id, moment))
    return tuple(
        NegotiationRow(**row, next_meeting_at=following.get(row["id"]))
        for row in connection.execute(query, asked).mappings()
    )
