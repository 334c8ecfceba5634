"""db: the verbs of what a talk leads to - concessions, commitments, debriefs."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.changes import Changes
from core.debrief import Outcome
from core.errors import NotAllowed
from core.message import message
from core.negotiation import Status
from core.term import Package
from db.rules import short
from db.schema import Commitment, Concession, Debrief, Negotiation, Role
from db.stores.base import Store, put_terms, refuse
from db.stores.meetings import open_meeting

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
