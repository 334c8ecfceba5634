"""db: the verbs of issues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from core.changes import Changes
from core.errors import BadInput, NotFound
from core.issue import ScaleKind
from core.message import message
from db.rules import STATED, fits, short
from db.schema import Concession, Estimate, Issue, PlannedConcession, Term
from db.stores.base import Store, move, next_place, refuse
from db.work import Write


class Issues(Store):
    """The negotiable variables."""

    def add(self, negotiation_id: int, **fields: Any) -> Changes:
        """Add an issue behind the others unless `place` is given; `name` is needed."""
        with self._work.writing(message("journal.issue_added", name=short(fields.get("name", "")))) as write:
            write.made = add_issue(write, negotiation_id, fields).id
        return write.changes

    def change(self, issue_id: int, **fields: Any) -> Changes:
        """Change fields of an issue; see `change_many`."""
        return self.change_many({issue_id: fields})

    def change_many(self, fields_by_id: Mapping[int, Mapping[str, Any]]) -> Changes:
        """Change fields of several issues in one step, as a paste into the grid does.

        With another `kind` of scale go the values that do not lie on it, unless new ones come along. Raises
        NotAllowed where a value or an option in use would be left without its scale.
        """
        with self._work.writing(message("journal.issues_changed")) as write:
            rows = _change_rows(write, fields_by_id)
            if len(rows) == 1:
                write.label = message("journal.issue_changed", name=short(rows[0].name))
        return write.changes

    def put_many(
        self, negotiation_id: int, changed: Mapping[int, Mapping[str, Any]], added: Sequence[Mapping[str, Any]]
    ) -> Changes:
        """Change some issues as `change_many` does and add others behind them, all in one step; `made` is the first."""
        with self._work.writing(message("journal.issues_changed")) as write:
            _change_rows(write, changed)
            made = [add_issue(write, negotiation_id, fields) for fields in added]
            if made:
                write.made = made[0].id
        return write.changes

    def move(self, issue_id: int, place: int) -> Changes:
        """Give an issue another place in the list, counted from 0."""
        with self._work.writing(message("journal.issue_moved")) as write:
            row = write.get(Issue, issue_id)
            write.label = message("journal.issue_moved", name=short(row.name))
            move(write, row, place)
        return write.changes

    def delete(self, issue_id: int) -> Changes:
        """Delete an issue with every term, estimate, position and concession on it."""
        with self._work.writing(message("journal.issue_deleted")) as write:
            row = write.get(Issue, issue_id)
            write.label = message("journal.issue_deleted", name=short(row.name))
            write.delete(row)
        return write.changes

    def delete_many(self, issue_ids: Sequence[int]) -> Changes:
        """Delete several issues in one step, each as `delete` does."""
        with self._work.writing(message("journal.issues_deleted", count=len(issue_ids))) as write:
            for issue_id in issue_ids:
                write.delete(write.get(Issue, issue_id))
        return write.changes

    def rename_option(self, issue_id: int, old: str, new: str) -> Changes:
        """Rename an option everywhere: on the scale and wherever it was stated."""
        with self._work.writing(message("journal.option_renamed", old=short(old), new=short(new))) as write:
            issue = write.get(Issue, issue_id)
            if old not in {option.label for option in issue.options}:
                raise NotFound("option.unknown", option=short(old), issue=short(issue.name))
            if new != old and new in {option.label for option in issue.options}:
                raise BadInput("option.not_distinct", issue=short(issue.name))
            options = tuple(replace(each, label=new) if each.label == old else each for each in issue.options)
            write.change(issue, options=options)
            _rename(write, issue, STATED, old, new)
            for term in write.rows(Term, issue_id=issue_id):
                _rename(write, term, ("value", "upto"), old, new)
            for estimate in write.rows(Estimate, issue_id=issue_id):
                _rename(write, estimate, ("low", "likely", "high", "turned_out", "option"), old, new)
            for concession in write.rows(Concession, issue_id=issue_id):
                _rename(write, concession, ("from_value", "to_value"), old, new)
            for planned in write.rows(PlannedConcession, issue_id=issue_id):
                _rename(write, planned, ("from_value", "to_value", "floor"), old, new)
            for planned in write.rows(PlannedConcession, return_issue_id=issue_id):
                _rename(write, planned, ("return_value",), old, new)
        return write.changes


def _change_rows(write: Write, fields_by_id: Mapping[int, Mapping[str, Any]]) -> list[Issue]:
    rows = []
    for issue_id, fields in fields_by_id.items():
        refuse(fields, "negotiation_id", "place")
        row = write.get(Issue, issue_id)
        write.change(row, **fields)
        if "kind" in fields:
            _leave_old_scale(row, fields)
        rows.append(row)
    return rows


def add_issue(write: Write, negotiation_id: int, fields: Mapping[str, Any]) -> Issue:
    """Add an issue to a verb under way."""
    place = next_place(write, Issue, negotiation_id)
    row = write.add(Issue, **{"name": "", "place": place} | dict(fields) | {"negotiation_id": negotiation_id})
    if row.place < place:
        move(write, row, row.place)
    return row


def _leave_old_scale(row: Issue, fields: Mapping[str, Any]) -> None:
    if row.kind is not ScaleKind.OPTIONS and "options" not in fields:
        row.options = ()
    if "points" not in fields and not all(fits(point.at, row.kind, ()) for point in row.points):
        row.points = ()
    for name in STATED:
        if name not in fields and not fits(getattr(row, name), row.kind, row.options):
            setattr(row, name, None)


def _rename(write: Write, row: Any, fields: tuple[str, ...], old: str, new: str) -> None:
    for name in fields:
        if getattr(row, name) == old:
            write.change(row, **{name: new})
