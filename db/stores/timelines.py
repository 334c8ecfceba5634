"""db: timelines, read page by page - first which events follow each other, then what each of them says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Connection,
    Select,
    Text,
    bindparam,
    func,
    literal,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy import union_all as together

from core.timeline import Event, EventKey, Happening
from db.mapping import table_of
from db.schema import Commitment, Debrief, Line, Meeting, MeetingPerson, Negotiation, Note
from db.stores.base import Store

_MEETING, _SAT, _NOTE = table_of(Meeting).c, table_of(MeetingPerson).c, table_of(Note).c
_PROMISE, _LINE, _END, _MATTER = (table_of(each).c for each in (Commitment, Line, Debrief, Negotiation))
_PERSON: BindParameter[int] = bindparam("person")
_TITLED = table_of(Negotiation)


def _day(column: Any) -> Any:
    """Return the day of a moment or a day as the text that it is kept as."""
    return func.substr(type_coerce(column, Text), 1, 10)


def _happened(kind: Happening, column: Any, day: Any) -> Select[Any]:
    return select(literal(kind.value).label("kind"), column.label("id"), day.label("day")).where(day.is_not(None))


def _events() -> CompoundSelect[Any]:
    """Return all events of a person by kind, id and day; a promise happens when it is made, else when it is due."""
    sat = select(_SAT.negotiation_id).where(_SAT.counterpart_id == _PERSON)
    sat_in = select(_SAT.meeting_id).where(_SAT.counterpart_id == _PERSON)
    met = _day(func.coalesce(type_coerce(_MEETING.started_at, Text), type_coerce(_MEETING.planned_at, Text)))
    made = func.coalesce(_day(_LINE.at), type_coerce(_PROMISE.due, Text))
    promised = _happened(Happening.PROMISE, _PROMISE.id, made).select_from(
        table_of(Commitment).outerjoin(table_of(Line), _LINE.id == _PROMISE.line_id)
    )
    unnamed = _PROMISE.counterpart_id.is_(None) & _PROMISE.negotiation_id.in_(sat)
    return together(
        _happened(Happening.MEETING, _MEETING.id, met).where(_MEETING.id.in_(sat_in)),
        _happened(Happening.NOTE, _NOTE.id, type_coerce(_NOTE.on, Text)).where(_NOTE.counterpart_id == _PERSON),
        promised.where((_PROMISE.counterpart_id == _PERSON) | unnamed),
        _happened(Happening.DEAL, _END.id, _day(_END.closed_at)).where(_END.negotiation_id.in_(sat)),
    )


_EVENTS = _events().subquery()
_ORDER = (_EVENTS.c.day.desc(), _EVENTS.c.kind.desc(), _EVENTS.c.id.desc())
_PAGE = select(_EVENTS.c.day, _EVENTS.c.kind, _EVENTS.c.id).order_by(*_ORDER).limit(bindparam("most"))
_LATER = _PAGE.where(
    tuple_(_EVENTS.c.day, _EVENTS.c.kind, _EVENTS.c.id)
    < tuple_(bindparam("day", type_=Text), bindparam("kind", type_=Text), bindparam("id"))
)
_COUNT = select(func.count()).select_from(_EVENTS)


def _details(kind: type[Any], *columns: Any) -> Select[Any]:
    """Return what the rows of some events say, with the title of the matter where there is one."""
    table = table_of(kind)
    query = select(table.c.id, *columns)
    if "negotiation_id" in table.c:
        query = query.add_columns(table.c.negotiation_id, _MATTER.title).join(
            _TITLED, _MATTER.id == table.c.negotiation_id
        )
    return query.where(table.c.id.in_(bindparam("ids", expanding=True)))


_SAY = {
    Happening.MEETING: _details(
        Meeting, _MEETING.place.label("text"), _MEETING.channel, _MEETING.started_at.is_(None).label("ahead")
    ),
    Happening.NOTE: _details(Note, _NOTE.text, _NOTE.topic, _NOTE.basis, _NOTE.is_about_us),
    Happening.PROMISE: _details(Commitment, _PROMISE.text, _PROMISE.side, _PROMISE.due, _PROMISE.done_on.label("done")),
    Happening.DEAL: _details(Debrief, _END.outcome),
}


class Timelines(Store):
    """What happened with somebody."""

    def count(self, counterpart_id: int) -> int:
        """Return how many events a person's timeline has."""
        with self._work.reading() as connection:
            return int(connection.execute(_COUNT, {"person": counterpart_id}).scalar_one())

    def of_counterpart(self, counterpart_id: int, after: EventKey | None = None, most: int = 50) -> tuple[Event, ...]:
        """Return events of a person, the latest day first, at most so many; `after` an event that was read before."""
        asked: dict[str, Any] = {"person": counterpart_id, "most": most}
        if after is not None:
            asked |= {"day": after.on.isoformat(), "kind": after.kind.value, "id": after.id}
        with self._work.reading() as connection:
            rows = connection.execute(_PAGE if after is None else _LATER, asked).all()
            keys = [EventKey(date.fromisoformat(day), Happening(kind), found) for day, kind, found in rows]
            return _told(connection, keys)


def _told(connection: Connection, keys: Sequence[EventKey]) -> tuple[Event, ...]:
    said: dict[tuple[Happening, int], dict[str, Any]] = {}
    for kind, query in _SAY.items():
        ids = [key.id for key in keys if key.kind is kind]
        if ids:
            for row in connection.execute(query, {"ids": ids}).mappings():
                said[kind, row["id"]] = {name: value for name, value in row.items() if name != "id"}
    return tuple(Event(key=key, **said[key.kind, key.id]) for key in keys)
