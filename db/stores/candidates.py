"""db: the verbs of candidates, the packages that are compared or put on the table together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from core.candidate import free_labels
from core.changes import Changes
from core.message import Message, message
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
            rows = _put_behind(write, negotiation_id, candidates)
            if len(rows) == 1:
                write.label = message("journal.candidate_added", name=short(rows[0].label))
        return write.changes

    def put_many(
        self, negotiation_id: int, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]]
    ) -> Changes:
        """Change some candidates and add others in one step, as a paste does; `made` is the first added."""
        with self._work.writing(message("journal.parts_changed", count=len(changed) + len(added))) as write:
            for candidate_id, fields in changed.items():
                _change(write, candidate_id, fields)
            _put_behind(write, negotiation_id, added)
        return write.changes

    def change(self, candidate_id: int, *, terms: Package | None = None, **fields: Any) -> Changes:
        """Change fields of a candidate as `change_many` does."""
        return self.change_many({candidate_id: fields if terms is None else {**fields, "terms": terms}})

    def change_many(self, fields_by_id: Mapping[int, Mapping[str, Any]]) -> Changes:
        """Change fields of several candidates in one step; `terms`, where given, take the place of all its terms.

        One that lies on the table lies there no longer when its terms change: what was said were the old ones.
        """
        with self._work.writing(_label("changed")) as write:
            rows = [_change(write, candidate_id, fields) for candidate_id, fields in fields_by_id.items()]
            write.label = _label("changed", *rows)
        return write.changes

    def move(self, candidate_id: int, place: int) -> Changes:
        """Give a candidate another place in the list, counted from 0."""
        with self._work.writing(_label("changed")) as write:
            row = write.get(Candidate, candidate_id)
            write.label = _label("changed", row)
            move(write, row, place)
        return write.changes

    def delete(self, candidate_id: int) -> Changes:
        """Delete a candidate with its terms."""
        return self.delete_many((candidate_id,))

    def delete_many(self, candidate_ids: Sequence[int]) -> Changes:
        """Delete several candidates with their terms in one step."""
        with self._work.writing(_label("deleted")) as write:
            rows = [write.get(Candidate, candidate_id) for candidate_id in candidate_ids]
            write.label = _label("deleted", *rows)
            for row in rows:
                write.delete(row)
        return write.changes


def _put_behind(write: Write, negotiation_id: int, candidates: Sequence[Mapping[str, Any]]) -> list[Candidate]:
    known = [row.label for row in write.rows(Candidate, negotiation_id=negotiation_id)]
    labels = free_labels([*known, *(given.get("label", "") for given in candidates)])
    places = count(next_place(write, Candidate, negotiation_id))
    rows = []
    for place, given in zip(places, candidates, strict=False):
        # None is an answer, both sides', and no default may take its place
        fields = {"by": Side.US} | dict(given)
        terms: Package = fields.pop("terms", ())
        refuse(fields, "negotiation_id", "place")
        label = fields.pop("label", "") or next(labels)
        row = write.add(Candidate, **fields, negotiation_id=negotiation_id, place=place, label=label)
        put_terms(write, negotiation_id, {"candidate_id": row.id}, Role.TERM, terms, replacing=False)
        write.made = write.made or row.id
        rows.append(row)
    return rows


def _change(write: Write, candidate_id: int, given: Mapping[str, Any]) -> Candidate:
    refuse(given, "negotiation_id", "place")
    fields = dict(given)
    terms: Package | None = fields.pop("terms", None)
    row = write.get(Candidate, candidate_id)
    if terms is not None and row.is_shared:
        fields = {"is_shared": False} | fields
    write.change(row, **fields)
    if terms is not None:
        put_terms(write, row.negotiation_id, {"candidate_id": row.id}, Role.TERM, terms)
    return row


def _label(done: str, *rows: Candidate) -> Message:
    if len(rows) > 1:
        return message(f"journal.candidates_{done}", count=len(rows))
    return message(f"journal.candidate_{done}", name=short(rows[0].label) if rows else "")
