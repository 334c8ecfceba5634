"""db: the verbs of candidates, the packages that are compared or put on the table together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from core.candidate import free_labels
from core.changes import Changes
from core.message import message
from core.side import Side
from core.term import Package
from db.rules import short
from db.schema import Candidate, Role
from db.stores.base import Store, move, next_place, put_terms, refuse
from db.work import Write


class Candidates(Store):
    """The packages of a negotiation, each with a label of its own."""

    def add(self, negotiation_id: int, *, terms: Package = (), **fields: Any) -> Changes:
        """Add a candidate behind the others; without a `label` it gets the next free letter."""
        return self.add_many(negotiation_id, ({**fields, "terms": terms},))

    def add_many(self, negotiation_id: int, candidates: Sequence[Mapping[str, Any]]) -> Changes:
        """Add several candidates in one step; `made` is the first."""
        with self._work.writing(message("journal.candidates_added", count=len(candidates))) as write:
            for given in candidates:
                # None is an answer, both sides', and no default may take its place
                fields = {"by": Side.US} | dict(given)
                terms: Package = fields.pop("terms", ())
                refuse(fields, "negotiation_id", "place")
                label = fields.pop("label", "") or next(_free_labels(write, negotiation_id))
                place = next_place(write, Candidate, negotiation_id)
                row = write.add(Candidate, **fields, negotiation_id=negotiation_id, place=place, label=label)
                put_terms(write, negotiation_id, {"candidate_id": row.id}, Role.TERM, terms, replacing=False)
                write.made = write.made or row.id
                if len(candidates) == 1:
                    write.label = message("journal.candidate_added", name=short(label))
        return write.changes

    def change(self, candidate_id: int, *, terms: Package | None = None, **fields: Any) -> Changes:
        """Change fields of a candidate; `terms`, where given, take the place of all its terms.

        One that lies on the table lies there no longer when its terms change: what was said were the old ones.
        """
        refuse(fields, "negotiation_id", "place")
        with self._work.writing(message("journal.candidate_changed")) as write:
            row = write.get(Candidate, candidate_id)
            if terms is not None and row.is_shared:
                fields = {"is_shared": False} | fields
            write.change(row, **fields)
            if terms is not None:
                put_terms(write, row.negotiation_id, {"candidate_id": row.id}, Role.TERM, terms)
            write.label = message("journal.candidate_changed", name=short(row.label))
        return write.changes

    def move(self, candidate_id: int, place: int) -> Changes:
        """Give a candidate another place in the list, counted from 0."""
        with self._work.writing(message("journal.candidate_changed")) as write:
            row = write.get(Candidate, candidate_id)
            write.label = message("journal.candidate_changed", name=short(row.label))
            move(write, row, place)
        return write.changes

    def delete(self, candidate_id: int) -> Changes:
        """Delete a candidate with its terms."""
        with self._work.writing(message("journal.candidate_deleted")) as write:
            row = write.get(Candidate, candidate_id)
            write.label = message("journal.candidate_deleted", name=short(row.label))
            write.delete(row)
        return write.changes


def _free_labels(write: Write, negotiation_id: int) -> Iterator[str]:
    return free_labels(row.label for row in write.rows(Candidate, negotiation_id=negotiation_id))
