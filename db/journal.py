"""db: the journal - one entry a verb, before and after of every record, written from one place; undo and redo."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, event, insert, inspect, select, update
from sqlalchemy.orm import Session

from core.message import Message, decode, encode
from core.plain import compact
from db.columns import encoder
from db.mapping import Image, image_of, table_of
from db.schema import CHANGES, ENTRIES, ROW_BY_KIND, Row, State


@dataclass(frozen=True, slots=True)
class Change:
    """What a transaction did to one record: its whole image before and after, None where it was not there."""

    kind: str
    id: int
    before: Image | None
    after: Image | None

    @property
    def image(self) -> Image:
        """Return the record as it is now or, when it is gone, as it was."""
        return self.after if self.after is not None else self.before or {}

    @property
    def negotiation_id(self) -> int | None:
        """Return the negotiation that the record is, or belongs to."""
        found = self.id if self.kind == "negotiation" else self.image.get("negotiation_id")
        return found if isinstance(found, int) else None

    def alters(self, *columns: str) -> bool:
        """Tell whether one of these columns is new or differs."""
        before, after = self.before or {}, self.after or {}
        return any(before.get(name) != after.get(name) for name in columns)


_RANK = {kind: at for at, kind in enumerate(ROW_BY_KIND)}


class Recorder:
    """Watches one session and keeps what its flushes do to records. Everything that is journalled passes here."""

    def __init__(self, session: Session) -> None:
        """Listen to the session."""
        self._images: dict[tuple[str, int], tuple[Image | None, Image | None]] = {}
        event.listen(session, "after_flush", self._after_flush)

    def changes(self) -> tuple[Change, ...]:
        """Return what was done in all, in the order in which the records were first touched."""
        return tuple(
            Change(kind, record_id, before, after)
            for (kind, record_id), (before, after) in self._images.items()
            if before != after
        )

    def _after_flush(self, session: Session, context: object) -> None:  # noqa: ARG002 - SQLAlchemy's signature
        for row in _records(session.new):
            self._keep(row, None, image_of(row))
        for row in _records(session.dirty):
            if row not in session.deleted:
                after = image_of(row)
                self._keep(row, {**after, **_replaced(row)}, after)
        for row in _records(session.deleted):
            self._keep(row, {**image_of(row), **_replaced(row)}, None)

    def _keep(self, row: Row, before: Image | None, after: Image | None) -> None:
        key = row.__tablename__, row.id
        first = self._images[key][0] if key in self._images else before
        self._images[key] = first, after


def _records(rows: Iterable[Any]) -> list[Row]:
    """Return the rows that are journalled, in one order in every run: a session keeps them in none."""
    return sorted(
        (row for row in rows if row.__tablename__ in _RANK), key=lambda row: (_RANK[row.__tablename__], row.id)
    )


def _replaced(row: Row) -> Image:
    """Return what the changed columns held before, plain."""
    found: Image = {}
    for attribute in inspect(row).attrs:
        history = attribute.history
        if history.has_changes() and history.deleted:
            value = history.deleted[0]
            code = encoder(table_of(type(row)).c[attribute.key].type)
            found[attribute.key] = None if value is None else code(value)
    return found


# Built once, since building a statement takes longer than running it.
_DROP = update(ENTRIES).where(ENTRIES.c.state == State.UNDONE).values(state=State.DROPPED)
_ENTRY = insert(ENTRIES).returning(ENTRIES.c.id)
_CHANGE = insert(CHANGES)
_LAST = select(ENTRIES.c.id).order_by(ENTRIES.c.id.desc()).limit(1)


def write_entry(
    connection: Connection,
    at: datetime,
    label: Message,
    changes: Iterable[Change],
    state: State = State.DONE,
    replays: int | None = None,
) -> int:
    """Write one entry with its changes and return its id; a new step ends what could still be redone."""
    if state is State.DONE:
        connection.execute(_DROP)
    row = {"at": at, "label": compact(encode(label)), "state": state, "replays": replays}
    entry: int = connection.execute(_ENTRY, row).scalar_one()
    connection.execute(_CHANGE, [_stored(entry, change) for change in changes])
    return entry


def _stored(entry: int, change: Change) -> dict[str, Any]:
    before, after = change.before, change.after
    if before is not None and after is not None:
        names = [name for name in after if before.get(name) != after[name]]
        before, after = {name: before.get(name) for name in names}, {name: after[name] for name in names}
    return {
        "entry_id": entry,
        "kind": change.kind,
        "record_id": change.id,
        "negotiation_id": change.negotiation_id,
        "before": None if before is None else compact(before),
        "after": None if after is None else compact(after),
    }


def read_image(stored: str | None) -> Image | None:
    """Return a stored image."""
    return None if stored is None else json.loads(stored)


def read_label(stored: str) -> Message:
    """Return a stored label."""
    return decode(json.loads(stored))


def next_undo(connection: Connection) -> tuple[int, Message] | None:
    """Return the step that an undo takes back, None where there is none."""
    return _step(connection, State.DONE, ENTRIES.c.id.desc())


def next_redo(connection: Connection) -> tuple[int, Message] | None:
    """Return the step that a redo does again, None where there is none."""
    return _step(connection, State.UNDONE, ENTRIES.c.id.asc())


def last_entry(connection: Connection) -> int:
    """Return the id of the last entry: whatever happens to the records, it grows."""
    return connection.execute(_LAST).scalar() or 0


def mark(connection: Connection, entry: int, state: State) -> None:
    """Set where an entry stands."""
    connection.execute(update(ENTRIES).where(ENTRIES.c.id == entry).values(state=state))


def _step(connection: Connection, state: State, order: Any) -> tuple[int, Message] | None:
    found = connection.execute(
        select(ENTRIES.c.id, ENTRIES.c.label).where(ENTRIES.c.state == state).order_by(order).limit(1)
    ).first()
    return None if found is None else (found.id, read_label(found.label))
