"""db: the verbs of lines, what is said in the course of a negotiation."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, exists, select

import core.commitment
import core.concession
import core.line
import core.negotiation
from core.changes import Changes
from core.errors import NotAllowed
from core.line import Verb
from core.message import Message, message
from core.negotiation import Status
from core.on_table import taken_back
from core.side import Side
from core.tactics import number_of
from core.turn import Turn
from db.mapping import LINE_FIELDS, columns_of, table_of
from db.rules import short
from db.schema import (
    Candidate,
    Commitment,
    Concession,
    Issue,
    Line,
    LineIssue,
    MeetingPerson,
    Negotiation,
    Row,
    Term,
)
from db.stores.base import Store, put_terms
from db.stores.issues import add_issue
from db.stores.meetings import start_meeting
from db.work import Write

if TYPE_CHECKING:
    from core.log import Entry

_LINE, _SAT, _STEP = table_of(Line).c, table_of(MeetingPerson).c, table_of(Concession).c
_GIVES = exists().where(_STEP.to_line_id == _LINE.id)
_TURNS = (
    select(_LINE.id, _LINE.meeting_id, _LINE.at, _LINE.side, _LINE.verb, _LINE.tactic, _LINE.rest, _GIVES)
    .join(table_of(MeetingPerson), _SAT.meeting_id == _LINE.meeting_id)
    .where(_SAT.counterpart_id == bindparam("person"), (_LINE.verb == Verb.TACTIC) | _GIVES)
)
_FIELDS = tuple(column.name for column in columns_of(core.line.Line, table_of(Line)) if column.name != "id")
# What clearing up leaves: the words that were typed, where, and when.
_KEPT = ("negotiation_id", "meeting_id", "round_number", "at", "logged_at", "text")
_KINDS: dict[type[Any], type[Row]] = {core.concession.Concession: Concession, core.commitment.Commitment: Commitment}


class Lines(Store):
    """The log."""

    def turns(self, counterpart_id: int) -> tuple[Turn, ...]:
        """Return what was done in the meetings that a person sat in, in its order: tactics, and steps of both sides.

        Only this much of each line is read.
        """
        with self._work.reading() as connection:
            found = [(line, _turn(*row)) for line, *row in connection.execute(_TURNS, {"person": counterpart_id})]
        return tuple(turn for _, turn in sorted(found, key=lambda each: (each[1].at, each[0])))

    def log(self, negotiation_id: int, entry: Entry) -> Changes:
        """Log a line with all that follows from it, the meeting that it begins included; `made` is the line.

        A negotiation still in preparation is then talking. Raises NotAllowed with what the entry needs first, and
        where the entry begins a meeting while one is held.
        """
        with self._work.writing(_label("logged", entry.line)) as write:
            matter = write.get(Negotiation, negotiation_id)
            added = _follow(write, negotiation_id, entry)
            values = {name: getattr(entry.line, name) for name in _FIELDS} | {"negotiation_id": negotiation_id}
            if entry.opens is not None:
                began = {"started_at": entry.opens.at}
                meeting, number = start_meeting(write, negotiation_id, entry.opens.meeting_id, began)
                channel = values["channel"] or meeting.channel
                values |= {"meeting_id": meeting.id, "round_number": number, "channel": channel}
            row = write.add(Line, **values)
            _put_parts(write, row, entry, added, replacing=False)
            if matter.status is Status.PREPARING:
                matter.status = Status.TALKING
            write.made = row.id
        return write.changes

    def reread(self, line_id: int, entry: Entry) -> Changes:
        """Clear an unread line up: it becomes what the entry says, and keeps its text, its meeting and its times."""
        with self._work.writing(_label("reread")) as write:
            row = write.get(Line, line_id)
            if row.verb is not Verb.UNREAD:
                raise NotAllowed("line.is_read")
            write.label = _label("reread", row)
            added = _follow(write, row.negotiation_id, entry)
            write.change(row, **{name: getattr(entry.line, name) for name in _FIELDS if name not in _KEPT})
            _put_parts(write, row, entry, added, replacing=True)
            write.made = row.id
        return write.changes

    def revise(self, line_id: int, entry: Entry) -> Changes:
        """Put a corrected reading in the place of a line; the journal keeps what it was.

        With it change the steps, the promise and the issue that followed from it, as the entry says.
        """
        with self._work.writing(_label("corrected", entry.line)) as write:
            row = write.get(Line, line_id)
            added = _follow(write, row.negotiation_id, entry)
            write.change(row, **{name: getattr(entry.line, name) for name in _FIELDS if name != "negotiation_id"})
            for gone in entry.dropped:
                write.delete(write.get(_KINDS[type(gone)], gone.id))
            _put_parts(write, row, entry, added, replacing=True)
            write.made = row.id
        return write.changes

    def withdraw(self, line_id: int, issue_ids: Collection[int] | None = None) -> Changes:
        """Take back what a line stated, on some issues or on all; terms taken back already keep their time.

        A package that it named lies on the table no longer, unless another line put it there too.
        """
        with self._work.writing(_label("withdrawn")) as write:
            row = write.get(Line, line_id)
            write.label = _label("withdrawn", row)
            before = self._whole(write, row)
            for term in write.rows(Term, line_id=line_id, withdrawn_at=None):
                if issue_ids is None or term.issue_id in issue_ids:
                    term.withdrawn_at = write.now
            after = (each.withdrawn(write.now, issue_ids) if each.id == line_id else each for each in before.lines)
            _take_back(write, before, after)
        return write.changes

    def mark_key(self, line_id: int, *, is_key: bool = True) -> Changes:
        """Mark a line as a key moment, or not any more."""
        with self._work.writing(_label("marked")) as write:
            row = write.get(Line, line_id)
            write.label = _label("marked", row)
            write.change(row, is_key=is_key)
        return write.changes

    def delete(self, line_id: int) -> Changes:
        """Delete a line with its terms and the concessions proposed from it; a promise made in it stays.

        A package that only it named lies on the table no longer.
        """
        with self._work.writing(_label("deleted")) as write:
            row = write.get(Line, line_id)
            write.label = _label("deleted", row)
            before = self._whole(write, row)
            _take_back(write, before, (each for each in before.lines if each.id != line_id))
            write.delete(row)
        return write.changes

    def _whole(self, write: Write, line: Line) -> core.negotiation.Negotiation:
        """Return the negotiation of a line as it is before the verb changes anything."""
        return self._work.aggregates.load(write.session.connection(), line.negotiation_id)


def _take_back(write: Write, before: core.negotiation.Negotiation, lines: Iterable[core.line.Line]) -> None:
    """Take the mark of lying on the table from what no line of the log to come puts there."""
    for candidate_id in taken_back(before, lines):
        write.change(write.get(Candidate, candidate_id), is_shared=False)


def _label(done: str, line: Line | core.line.Line | None = None) -> Message:
    """Say what was done to a line in words that anybody may read: the label stands in menus, bars and notices.

    A verb under way has its label before its line.
    """
    from core.shorthand import aloud  # noqa: PLC0415 - the grammar is not loaded before a line is

    if line is None:
        return message(f"journal.line_{done}")
    said = aloud(line.verb, line.text)
    return message(f"journal.line_{done}", text=short(said) if said else message("journal.line_unspoken"))


def _turn(
    meeting_id: int, at: datetime, side: Side | None, verb: Verb, tactic: int | None, rest: str, gives: int
) -> Turn:
    number = number_of(tactic, rest) if verb is Verb.TACTIC else None
    return Turn(meeting_id=meeting_id, at=at, side=side, tactic=number, gives=bool(gives))


def _follow(write: Write, negotiation_id: int, entry: Entry) -> int | None:
    """Add the issue of an entry and weigh the others anew, mark what lies on the table; return the id of the issue."""
    if entry.needs_reason is not None:
        raise NotAllowed(entry.needs_reason.code, **entry.needs_reason.data)
    for candidate_id in entry.shared:
        write.change(write.get(Candidate, candidate_id), is_shared=True)
    for candidate_id in entry.unshared:
        write.change(write.get(Candidate, candidate_id), is_shared=False)
    for issue_id, weight in entry.weights.items():
        write.change(write.get(Issue, issue_id), weight=weight)
    if entry.issue is None:
        return None
    values = _values(entry.issue, Issue)
    if entry.issue.id:
        write.change(write.get(Issue, entry.issue.id), **values)
        return None
    del values["place"]  # behind the others, wherever they are by now
    return add_issue(write, negotiation_id, values).id


def _put_parts(write: Write, line: Line, entry: Entry, added: int | None, *, replacing: bool) -> None:
    for role, name in LINE_FIELDS.items():
        terms = getattr(entry.line, name)
        put_terms(write, line.negotiation_id, {"line_id": line.id}, role, terms, replacing=replacing)
    named = entry.line.issues if added is None else (*(each for each in entry.line.issues if each), added)
    _put_names(write, line, tuple(dict.fromkeys(named)), replacing=replacing)
    for concession in entry.concessions:
        values = _values(concession, Concession) | {"negotiation_id": line.negotiation_id}
        _put(write, Concession, concession.id, values | {"to_line_id": concession.to_line_id or line.id})
    if entry.commitment is not None:
        values = _values(entry.commitment, Commitment) | {"negotiation_id": line.negotiation_id}
        _put(write, Commitment, entry.commitment.id, values | {"line_id": line.id})


def _put_names(write: Write, line: Line, named: tuple[int, ...], *, replacing: bool) -> None:
    there = sorted(write.rows(LineIssue, line_id=line.id), key=lambda row: row.place) if replacing else []
    if tuple(row.issue_id for row in there) == named:
        return
    for row in there:
        write.delete(row)
    for place, issue_id in enumerate(named):
        key = {"negotiation_id": line.negotiation_id, "line_id": line.id}
        write.put(LineIssue, **key, issue_id=issue_id, place=place)


def _put(write: Write, kind: type[Row], row_id: int, values: dict[str, Any]) -> None:
    """Add a row, or change the one of this id."""
    if row_id:
        write.change(write.get(kind, row_id), **values)
    else:
        write.put(kind, **values)


def _values(record: Any, kind: type[Any]) -> dict[str, Any]:
    names = [each.name for each in fields(record) if each.name in table_of(kind).c and each.name != "id"]
    return {name: getattr(record, name) for name in names}
