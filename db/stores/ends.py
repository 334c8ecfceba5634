"""db: the verbs of what a talk leads to - concessions, commitments, debriefs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

import core.commitment
from core.changes import Changes
from core.debrief import Learning, Outcome
from core.errors import NotAllowed
from core.message import message
from core.negotiation import Status
from core.term import Package
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Commitment, Concession, Debrief, MeetingPerson, Negotiation, Role
from db.stores.base import Store, put_terms, refuse
from db.stores.meetings import open_meeting

_PROMISE, _END = table_of(Commitment), table_of(Debrief)
_PROMISE_COLUMNS = columns_of(core.commitment.Commitment, _PROMISE)
_make_promise = maker(core.commitment.Commitment, _PROMISE_COLUMNS)
_MATTER, _SAT = table_of(Negotiation), table_of(MeetingPerson).c
_SAT_IN = select(_SAT.negotiation_id).where(_SAT.counterpart_id == bindparam("person"))
_PROMISED = (
    select(*_PROMISE_COLUMNS)
    .where(
        (_PROMISE.c.counterpart_id == bindparam("person"))
        # written so, it is found by the few negotiations and not by all promises that name nobody
        | ((func.coalesce(_PROMISE.c.counterpart_id, 0) == 0) & _PROMISE.c.negotiation_id.in_(_SAT_IN))
    )
    .order_by(_PROMISE.c.done_on.is_not(None), _PROMISE.c.due.is_(None), _PROMISE.c.due, _PROMISE.c.id)
)
_CLOSED = (
    select(_MATTER.c.id, _END.c.closed_at)
    .join(_END, _END.c.negotiation_id == _MATTER.c.id)
    .where(_MATTER.c.supplier_id == bindparam("supplier"))
    .where(_MATTER.c.status.in_([status for status in Status if not status.is_open]))
)
_RELATIONSHIPS = (
    select(_END.c.negotiation_id, _END.c.closed_at, _END.c.relationship)
    .join(_MATTER, _MATTER.c.id == _END.c.negotiation_id)
    .where(_MATTER.c.supplier_id == bindparam("supplier"), _END.c.relationship.is_not(None))
)
_LEARNT = (
    select(_END.c.negotiation_id, _END.c.closed_at, _MATTER.c.title, _END.c.learning)
    .join(_MATTER, _MATTER.c.id == _END.c.negotiation_id)
    .where(_MATTER.c.supplier_id == bindparam("supplier"), _END.c.learning != "")
)
_LEARNT_WITH = _LEARNT.where(_END.c.negotiation_id.in_(_SAT_IN))
_STATUS = {Outcome.AGREED: Status.AGREED, Outcome.NO_DEAL: Status.NO_DEAL, Outcome.ADJOURNED: Status.TALKING}


class Concessions(Store):
    """The steps of both sides, proposed when a line was logged."""

    def complete(self, concession_id: int, in_return_for: str) -> Changes:
        """Say what a concession was given in return for, which confirms it."""
        with self._work.writing(message("journal.concession_completed")) as write:
            row = write.get(Concession, concession_id)
            write.change(row, in_return_for=in_return_for, confirmed=True)
        return write.changes

    def dismiss(self, concession_id: int) -> Changes:
        """Take away what was proposed and is none."""
        with self._work.writing(message("journal.concession_dismissed")) as write:
            write.delete(write.get(Concession, concession_id))
        return write.changes


class Commitments(Store):
    """What either side promised."""

    def of_counterpart(self, counterpart_id: int) -> tuple[core.commitment.Commitment, ...]:
        """Return what was promised by or to a person, kept or not: open ones first, by the day they are due.

        A promise that names nobody is theirs where they sat in a meeting of its negotiation.
        """
        with self._work.reading() as connection:
            return tuple(_make_promise(row) for row in connection.execute(_PROMISED, {"person": counterpart_id}))

    def open_with(self, supplier_id: int, before: int = 0) -> tuple[core.commitment.Commitment, ...]:
        """Return what is still to be kept of all negotiations with a supplier, by day.

        The negotiation `before` is left out and, once it is closed, all that was not closed before it.
        """
        promise, matter = _PROMISE.c, table_of(Negotiation).c
        with_them = select(matter.id).where(matter.supplier_id == supplier_id, matter.id != before)
        query = select(*_PROMISE_COLUMNS).where(promise.negotiation_id.in_(with_them), promise.done_on.is_(None))
        in_order = (promise.due.is_(None), promise.due, promise.id)
        with self._work.reading() as connection:
            found = tuple(_make_promise(row) for row in connection.execute(query.order_by(*in_order)))
            ends = _closed(connection, supplier_id)
        if before not in ends:
            return found
        earlier = {each for each, at in ends.items() if at < ends[before]}
        return tuple(each for each in found if each.negotiation_id in earlier)

    def add(self, negotiation_id: int, **fields: Any) -> Changes:
        """Keep a promise; `side` and `text` are needed."""
        with self._work.writing(message("journal.commitment_added", text=short(fields.get("text", "")))) as write:
            row = write.add(Commitment, **{"text": ""} | fields | {"negotiation_id": negotiation_id})
            write.made = row.id
        return write.changes

    def change(self, commitment_id: int, **fields: Any) -> Changes:
        """Change fields of a commitment."""
        refuse(fields, "negotiation_id")
        with self._work.writing(message("journal.commitment_changed")) as write:
            row = write.get(Commitment, commitment_id)
            write.change(row, **fields)
            write.label = message("journal.commitment_changed", text=short(row.text))
        return write.changes

    def keep(self, commitment_id: int, on: date | None) -> Changes:
        """Note the day on which a promise was kept; None: it is open again."""
        with self._work.writing(message("journal.commitment_kept")) as write:
            row = write.get(Commitment, commitment_id)
            write.change(row, done_on=on)
            write.label = message("journal.commitment_kept", text=short(row.text))
        return write.changes

    def delete(self, commitment_id: int) -> Changes:
        """Delete a commitment."""
        with self._work.writing(message("journal.commitment_deleted")) as write:
            row = write.get(Commitment, commitment_id)
            write.label = message("journal.commitment_deleted", text=short(row.text))
            write.delete(row)
        return write.changes


class Debriefs(Store):
    """What negotiations came to."""

    def last_of(self, supplier_id: int, before: int = 0) -> int | None:
        """Return the negotiation with a supplier that was closed last; None where there is none.

        One that was opened again, or was only adjourned, does not count; neither does the negotiation `before` and,
        once that is closed, what was closed after it.
        """
        with self._work.reading() as connection:
            ends = _closed(connection, supplier_id)
        until = ends.pop(before, None)
        earlier = [(at, each) for each, at in ends.items() if until is None or at < until]
        return max(earlier)[1] if earlier else None

    def last_relationship(self, supplier_id: int) -> int | None:
        """Return how the relationship was after the last deal with a supplier, -2 to +2; None where nobody said."""
        with self._work.reading() as connection:
            rows = list(connection.execute(_RELATIONSHIPS, {"supplier": supplier_id}))
        found: int | None = max(rows, key=_when)[2] if rows else None
        return found

    def last_learning(self, supplier_id: int, counterpart_id: int | None = None, *, before: int = 0) -> Learning | None:
        """Return what was learnt last with a supplier, where a person is given in a negotiation they sat in.

        The negotiation `before` is left out and, once it is closed, what was learnt after it.
        """
        query = _LEARNT if counterpart_id is None else _LEARNT_WITH
        asked = {"supplier": supplier_id} | ({} if counterpart_id is None else {"person": counterpart_id})
        with self._work.reading() as connection:
            until = _closed(connection, supplier_id).get(before)
            rows = list(connection.execute(query, asked))
        earlier = [row for row in rows if row[0] != before and (until is None or row[1] < until)]
        if not earlier:
            return None
        negotiation_id, at, title, text = max(earlier, key=_when)
        return Learning(negotiation_id=negotiation_id, title=title, text=text, on=at.date())

    def close(self, negotiation_id: int, outcome: Outcome, deal: Package = ()) -> Changes:
        """Close a negotiation with its outcome and the signed terms; an open meeting ends with it.

        Closed once more, it keeps the words of its debrief. An adjourned one stays in talks.
        """
        with self._work.writing(message("journal.debrief_closed")) as write:
            matter = write.get(Negotiation, negotiation_id)
            write.label = message("journal.debrief_closed", name=short(matter.title))
            meeting = open_meeting(write, negotiation_id)
            if meeting is not None:
                meeting.ended_at = write.now
            matter.status = _STATUS[outcome]
            row = _debrief(write.rows(Debrief, negotiation_id=negotiation_id))
            if row is None:
                row = write.add(Debrief, negotiation_id=negotiation_id, outcome=outcome, closed_at=write.now)
            else:
                write.change(row, outcome=outcome, closed_at=write.now)
            put_terms(write, negotiation_id, {"debrief_id": row.id}, Role.TERM, deal)
            write.made = row.id
        return write.changes

    def change(self, negotiation_id: int, *, deal: Package | None = None, **fields: Any) -> Changes:
        """Change fields of a debrief; `deal`, where given, takes the place of all its terms. Raises NotAllowed."""
        refuse(fields, "negotiation_id", "closed_at")
        with self._work.writing(message("journal.debrief_changed")) as write:
            row = _debrief(write.rows(Debrief, negotiation_id=negotiation_id))
            if row is None:
                raise NotAllowed("negotiation.not_closed")
            write.change(row, **fields)
            if "outcome" in fields:
                write.get(Negotiation, negotiation_id).status = _STATUS[row.outcome]
            if deal is not None:
                put_terms(write, negotiation_id, {"debrief_id": row.id}, Role.TERM, deal)
        return write.changes

    def reopen(self, negotiation_id: int) -> Changes:
        """Bring a closed negotiation back into talks; its debrief stays as it was, to be closed again."""
        with self._work.writing(message("journal.debrief_reopened")) as write:
            matter = write.get(Negotiation, negotiation_id)
            write.label = message("journal.debrief_reopened", name=short(matter.title))
            if not matter.status.is_open:
                matter.status = Status.TALKING
        return write.changes


def _debrief(rows: list[Debrief]) -> Debrief | None:
    return rows[0] if rows else None


def _closed(connection: Connection, supplier_id: int) -> dict[int, datetime]:
    """Return when the negotiations with a supplier were closed, those that are."""
    rows = connection.execute(_CLOSED, {"supplier": supplier_id})
    return {row.id: row.closed_at for row in rows}


def _when(row: Any) -> tuple[datetime, int]:
    """Return when a negotiation was closed, in an order that zones do not disturb: as text moments have none."""
    return row.closed_at, row.negotiation_id
