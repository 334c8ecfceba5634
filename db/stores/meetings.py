"""db: the verbs of meetings and their rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

import core.meeting
from core.agenda import Entry, Held
from core.changes import Changes
from core.errors import NotAllowed
from core.message import Message, message
from core.negotiation import Status
from core.plan import PointKind
from db.mapping import columns_of, maker, table_of
from db.schema import Meeting, MeetingPerson, Negotiation, Pause, PlanPoint, Round, Supplier
from db.stores.base import Store, refuse
from db.work import Write

_MEETING = table_of(Meeting)
_COLUMNS = columns_of(core.meeting.Meeting, _MEETING)
_make = maker(core.meeting.Meeting, _COLUMNS)
_MATTER, _SUPPLIER = table_of(Negotiation), table_of(Supplier)
_HELD = (
    select(
        _MEETING.c.id.label("meeting_id"),
        _MEETING.c.negotiation_id,
        _SUPPLIER.c.name.label("supplier_name"),
        _MEETING.c.started_at,
        _MEETING.c.planned_at,
        _MEETING.c.place,
    )
    .join(_MATTER, _MATTER.c.id == _MEETING.c.negotiation_id)
    .join(_SUPPLIER, _SUPPLIER.c.id == _MATTER.c.supplier_id)
    .where(_MEETING.c.started_at.is_not(None), _MEETING.c.ended_at.is_(None))
    .order_by(_MEETING.c.id)
)
_POINT = table_of(PlanPoint).c
_ENTRIES = (
    select(_POINT.negotiation_id, _POINT.meeting_id, _POINT.text, _POINT.minutes)
    .where(_POINT.kind == PointKind.AGENDA, _POINT.negotiation_id.in_(bindparam("matters", expanding=True)))
    .order_by(_POINT.place, _POINT.id)
)
_SAT = table_of(MeetingPerson).c
_SAT_IN = (
    select(*_COLUMNS)
    .where(_MEETING.c.id.in_(select(_SAT.meeting_id).where(_SAT.counterpart_id == bindparam("person"))))
    .order_by(_MEETING.c.id)
)


class Meetings(Store):
    """The sittings of a negotiation."""

    def of_counterpart(self, counterpart_id: int) -> tuple[core.meeting.Meeting, ...]:
        """Return the meetings that a person sits in, by time; without rounds and without the others in them."""
        with self._work.reading() as connection:
            rows = connection.execute(_SAT_IN, {"person": counterpart_id})
            found = [_make(row, people=(counterpart_id,)) for row in rows]
        return tuple(sorted(found, key=_moment))

    def held(self) -> tuple[Held, ...]:
        """Return the meetings of all negotiations that were started and not ended, with the entries of their agenda."""
        with self._work.reading() as connection:
            rows = connection.execute(_HELD).mappings().all()
            matters = [row["negotiation_id"] for row in rows]
            entries = connection.execute(_ENTRIES, {"matters": matters}).all() if matters else []
        return tuple(
            Held(
                **row,
                entries=tuple(
                    Entry(each.text, each.minutes)
                    for each in entries
                    if each.negotiation_id == row["negotiation_id"] and each.meeting_id in (None, row["meeting_id"])
                ),
            )
            for row in rows
        )

    def plan(self, negotiation_id: int, *, people: Sequence[int] = (), **fields: Any) -> Changes:
        """Plan a meeting; `planned_at`, `place` and `channel` may be given, `people` are ids of counterparts."""
        return self.add_many(negotiation_id, ({**fields, "people": people},))

    def add_many(self, negotiation_id: int, meetings: Sequence[Mapping[str, Any]]) -> Changes:
        """Plan several meetings in one step, each as `plan` does; `made` is the first."""
        with self._work.writing(_label("planned", len(meetings))) as write:
            for given in meetings:
                _plan(write, negotiation_id, given)
        return write.changes

    def put_many(
        self, negotiation_id: int, changed: Mapping[int, Mapping[str, Any]], planned: Sequence[Mapping[str, Any]]
    ) -> Changes:
        """Change some meetings and plan others in one step, as a paste does; `made` is the first planned."""
        with self._work.writing(message("journal.parts_changed", count=len(changed) + len(planned))) as write:
            for meeting_id, given in changed.items():
                _change(write, meeting_id, given)
            for given in planned:
                _plan(write, negotiation_id, given)
        return write.changes

    def start(
        self, negotiation_id: int, *, meeting_id: int | None = None, people: Sequence[int] | None = None, **fields: Any
    ) -> Changes:
        """Start a meeting, a planned one by `meeting_id`, with the next round; the negotiation is then talking.

        `started_at` is now unless given. Raises NotAllowed while another meeting of it is open.
        """
        refuse(fields, "negotiation_id", "ended_at")
        with self._work.writing(message("journal.meeting_started")) as write:
            row, _ = start_meeting(write, negotiation_id, meeting_id, fields)
            if people is not None:
                _put_people(write, row, people)
            write.made = row.id
        return write.changes

    def change(self, meeting_id: int, **fields: Any) -> Changes:
        """Change fields of a meeting as `change_many` does."""
        return self.change_many({meeting_id: fields})

    def change_many(self, fields_by_id: Mapping[int, Mapping[str, Any]]) -> Changes:
        """Change fields of several meetings in one step; `people`, where given, take the place of all its people."""
        with self._work.writing(_label("changed", len(fields_by_id))) as write:
            for meeting_id, given in fields_by_id.items():
                _change(write, meeting_id, given)
        return write.changes

    def next_round(self, meeting_id: int) -> Changes:
        """Start the next round; numbers run on over all meetings of the negotiation."""
        with self._work.writing(message("journal.round_started")) as write:
            row = write.get(Meeting, meeting_id)
            if row.started_at is None or row.ended_at is not None:
                raise NotAllowed("meeting.not_open")
            number = _add_round(write, row, write.now)
            write.label = message("journal.round_started", number=number)
        return write.changes

    def pause(self, meeting_id: int, minutes: int | None = None) -> Changes:
        """Begin a pause of an open meeting; `made` is the pause. Raises NotAllowed where one lasts already."""
        with self._work.writing(message("journal.pause_started")) as write:
            row = write.get(Meeting, meeting_id)
            if row.started_at is None or row.ended_at is not None:
                raise NotAllowed("meeting.not_open")
            if write.rows(Pause, meeting_id=meeting_id, ended_at=None):
                raise NotAllowed("meeting.pause_lasts")
            key = {"negotiation_id": row.negotiation_id, "meeting_id": meeting_id}
            write.made = write.add(Pause, **key, started_at=write.now, minutes=minutes).id
        return write.changes

    def resume(self, meeting_id: int) -> Changes:
        """End the pause that lasts; where none does, nothing changes."""
        with self._work.writing(message("journal.pause_ended")) as write:
            for row in write.rows(Pause, meeting_id=meeting_id, ended_at=None):
                row.ended_at = write.now
        return write.changes

    def add_notes(self, meeting_id: int, text: str) -> Changes:
        """Write a text behind what was noted for ourselves in a meeting, on a line of its own."""
        with self._work.writing(message("journal.meeting_noted")) as write:
            row = write.get(Meeting, meeting_id)
            write.change(row, notes=f"{row.notes}\n{text}" if row.notes.strip() else text)
        return write.changes

    def end(self, meeting_id: int) -> Changes:
        """End a meeting and the pause in it; one that has ended stays as it is."""
        with self._work.writing(message("journal.meeting_ended")) as write:
            row = write.get(Meeting, meeting_id)
            if row.started_at is None:
                raise NotAllowed("meeting.not_open")
            if row.ended_at is None:
                row.ended_at = write.now
                for each in write.rows(Pause, meeting_id=meeting_id, ended_at=None):
                    each.ended_at = write.now
        return write.changes

    def delete(self, meeting_id: int) -> Changes:
        """Delete a meeting with its rounds; lines and notes stay, without it."""
        return self.delete_many((meeting_id,))

    def delete_many(self, meeting_ids: Sequence[int]) -> Changes:
        """Delete several meetings in one step, each as `delete` does."""
        with self._work.writing(_label("deleted", len(meeting_ids))) as write:
            for meeting_id in meeting_ids:
                write.delete(write.get(Meeting, meeting_id))
        return write.changes


def _label(done: str, number: int) -> Message:
    return message(f"journal.meetings_{done}", count=number) if number > 1 else message(f"journal.meeting_{done}")


def open_meeting(write: Write, negotiation_id: int) -> Meeting | None:
    """Return the meeting that is being held, None where there is none."""
    found = (row for row in write.rows(Meeting, negotiation_id=negotiation_id, ended_at=None) if row.started_at)
    return next(found, None)


def start_meeting(
    write: Write, negotiation_id: int, meeting_id: int | None, fields: dict[str, Any]
) -> tuple[Meeting, int]:
    """Start a meeting in a verb under way; return it with the number of its round."""
    matter = write.get(Negotiation, negotiation_id)
    if open_meeting(write, negotiation_id) is not None:
        raise NotAllowed("meeting.already_open")
    given = {"started_at": write.now} | fields
    if meeting_id is None:
        row = write.add(Meeting, negotiation_id=negotiation_id, **given)
    else:
        row = write.get(Meeting, meeting_id)
        if row.negotiation_id != negotiation_id:
            raise NotAllowed("record.of_another_negotiation")
        write.change(row, **given)
        row.ended_at = None
    number = _add_round(write, row, given["started_at"])
    if matter.status is Status.PREPARING:
        matter.status = Status.TALKING
    return row, number


def _add_round(write: Write, meeting: Meeting, at: datetime) -> int:
    numbers = [row.number for row in write.rows(Round, negotiation_id=meeting.negotiation_id)]
    number = max(numbers, default=0) + 1
    write.add(Round, negotiation_id=meeting.negotiation_id, meeting_id=meeting.id, number=number, started_at=at)
    return number


def _plan(write: Write, negotiation_id: int, given: Mapping[str, Any]) -> None:
    refuse(given, "negotiation_id", "started_at", "ended_at")
    fields = dict(given)
    people = fields.pop("people", ())
    row = write.add(Meeting, negotiation_id=negotiation_id, **fields)
    _put_people(write, row, people)
    write.made = write.made or row.id


def _change(write: Write, meeting_id: int, given: Mapping[str, Any]) -> None:
    refuse(given, "negotiation_id")
    fields = dict(given)
    people = fields.pop("people", None)
    row = write.get(Meeting, meeting_id)
    write.change(row, **fields)
    if people is not None:
        _put_people(write, row, people)


def _put_people(write: Write, meeting: Meeting, people: Sequence[int]) -> None:
    wanted = list(dict.fromkeys(people))
    there = {row.counterpart_id: row for row in write.rows(MeetingPerson, meeting_id=meeting.id)}
    for counterpart_id, row in there.items():
        if counterpart_id not in wanted:
            write.delete(row)
    for place, counterpart_id in enumerate(wanted):
        if counterpart_id in there:
            there[counterpart_id].place = place
        else:
            key = {"negotiation_id": meeting.negotiation_id, "meeting_id": meeting.id}
            write.add(MeetingPerson, **key, counterpart_id=counterpart_id, place=place)


def _moment(meeting: core.meeting.Meeting) -> tuple[float, int]:
    moment = meeting.started_at or meeting.planned_at
    return (0.0 if moment is None else moment.timestamp(), meeting.id)
