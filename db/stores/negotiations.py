"""db: the verbs of negotiations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

import core.negotiation
from core.changes import Changes
from core.errors import BadInput, NotFound
from core.message import message
from core.negotiation import NegotiationRow
from db.engine import fold
from db.mapping import table_of
from db.past import past
from db.rules import short
from db.schema import CHANGES, ENTRIES, Line, Meeting, Negotiation, Round, Supplier
from db.stores.base import Store, matching

_MATTER = table_of(Negotiation)


class Negotiations(Store):
    """The matters, from preparation to debrief."""

    def rows(self, match: str = "", supplier_id: int | None = None) -> tuple[NegotiationRow, ...]:
        """Return negotiations, last changed first; `match` is words of title, matter or supplier."""
        matter, company = _MATTER.c, table_of(Supplier).c
        lines, rounds, meetings = table_of(Line).c, table_of(Round).c, table_of(Meeting).c
        last = select(func.max(CHANGES.c.entry_id)).where(CHANGES.c.negotiation_id == matter.id).scalar_subquery()
        query = (
            select(
                matter.id,
                matter.title,
                matter.supplier_id,
                company.name.label("supplier_name"),
                matter.mode,
                matter.status,
                matter.currency,
                select(func.count()).where(rounds.negotiation_id == matter.id).scalar_subquery().label("rounds"),
                select(func.count()).where(lines.negotiation_id == matter.id).scalar_subquery().label("lines"),
                ENTRIES.c.at.label("changed_at"),
            )
            .join(table_of(Supplier), company.id == matter.supplier_id)
            .outerjoin(ENTRIES, ENTRIES.c.id == last)
            .order_by(last.desc(), matter.id.desc())
        )
        if supplier_id is not None:
            query = query.where(matter.supplier_id == supplier_id)
        query = matching(query, match, matter.title, matter.matter, company.name)
        is_planned = meetings.planned_at.is_not(None) & meetings.started_at.is_(None)
        planned = select(meetings.negotiation_id, meetings.planned_at).where(is_planned)
        with self._work.reading() as connection:
            following: dict[int, datetime] = {}
            for negotiation_id, moment in connection.execute(planned):
                following[negotiation_id] = min(moment, following.get(negotiation_id, moment))
            return tuple(
                NegotiationRow(**row, next_meeting_at=following.get(row["id"]))
                for row in connection.execute(query).mappings()
            )

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
