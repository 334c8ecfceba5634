"""db: the verbs of the journal - undo, redo, what a record said before, and the trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select

from core.changes import Changes
from core.errors import NotAllowed, NotFound
from core.history import FieldChange, Revision, Trashed
from core.message import Message, message
from db import journal
from db.journal import read_image, read_label
from db.mapping import Image, table_of, values_of
from db.schema import CHANGES, ENTRIES, ROW_BY_KIND, Row, State
from db.stores.base import Store
from db.work import Write

_NOTHING = message("journal.nothing_to_do")
_MANY = 500  # rows are read together, so many at a time


class Journal(Store):
    """Steps back, forward and out of the trash."""

    @property
    def labels(self) -> tuple[Message | None, Message | None]:
        """Return the labels of the steps that `undo` takes back and `redo` does again, None where there is none."""
        with self._work.reading() as connection:
            steps = journal.next_undo(connection), journal.next_redo(connection)
        undo, redo = (None if step is None else step[1] for step in steps)
        return undo, redo

    @property
    def undo_label(self) -> Message | None:
        """Return the label of the step that `undo` takes back, None where there is none."""
        return self.labels[0]

    @property
    def redo_label(self) -> Message | None:
        """Return the label of the step that `redo` does again, None where there is none."""
        return self.labels[1]

    def undo(self) -> Changes | None:
        """Take the last step back, across restarts; None where there is none."""
        with self._work.writing(_NOTHING) as write:
            connection = write.session.connection()
            step = journal.next_undo(connection)
            if step is not None:
                _replay(write, step, State.UNDONE, "journal.undone")
                _apply(
                    write,
                    [
                        (kind, record_id, after, before)
                        for kind, record_id, before, after in reversed(_changes_of(connection, step[0]))
                    ],
                )
        return None if step is None else write.changes

    def redo(self) -> Changes | None:
        """Do again what was undone last; None where there is nothing, or something else was done since."""
        with self._work.writing(_NOTHING) as write:
            connection = write.session.connection()
            step = journal.next_redo(connection)
            if step is not None:
                _replay(write, step, State.DONE, "journal.redone")
                _apply(write, _changes_of(connection, step[0]))
        return None if step is None else write.changes

    def history(self, kind: str, record_id: int) -> tuple[Revision, ...]:
        """Return what was done to a record, newest first, deleted ones too."""
        columns = ROW_BY_KIND[kind]
        query = (
            select(
                CHANGES.c.entry_id, ENTRIES.c.at, ENTRIES.c.label, ENTRIES.c.state, CHANGES.c.before, CHANGES.c.after
            )
            .join(ENTRIES, ENTRIES.c.id == CHANGES.c.entry_id)
            .where(CHANGES.c.kind == kind, CHANGES.c.record_id == record_id)
            .order_by(CHANGES.c.id.desc())
        )
        order = {column.name: at for at, column in enumerate(table_of(columns).columns)}
        with self._work.reading() as connection:
            return tuple(_revision(kind, row, order) for row in connection.execute(query))

    def trash(self) -> tuple[Trashed, ...]:
        """Return the deletions that can be taken back, newest first."""
        gone = (CHANGES.c.after.is_(None)) & (ENTRIES.c.state == State.DONE)
        query = (
            select(ENTRIES.c.id, ENTRIES.c.at, ENTRIES.c.label, CHANGES.c.kind, CHANGES.c.record_id)
            .join(ENTRIES, ENTRIES.c.id == CHANGES.c.entry_id)
            .where(gone)
            .order_by(ENTRIES.c.id.desc(), CHANGES.c.id)
        )
        rank = {kind: at for at, kind in enumerate(ROW_BY_KIND)}
        found: dict[int, list[Any]] = {}
        with self._work.reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.id, []).append(row)
            return tuple(
                Trashed(
                    entry=entry, at=top.at, label=read_label(top.label), kind=top.kind, id=top.record_id,
                    parts=len(rows) - 1,
                )
                for entry, rows in found.items()
                for top in [min(rows, key=lambda row: rank[row.kind])]
                if not _is_there(connection, top.kind, top.record_id)
            )  # fmt: skip

    def restore(self, entry_id: int) -> Changes:
        """Bring back what an entry deleted; itself a step that can be undone.

        Raises NotFound where the entry deleted nothing or all of it is back, NotAllowed where it belongs to
        something that is itself deleted.
        """
        with self._work.writing(_NOTHING) as write:
            connection = write.session.connection()
            changes = _changes_of(connection, entry_id)
            gone = [
                (kind, record_id, None, before)
                for kind, record_id, before, after in reversed(changes)
                if after is None and not _is_there(connection, kind, record_id)
            ]
            if not gone:
                raise NotFound("trash.nothing_to_restore")
            label = connection.execute(select(ENTRIES.c.label).where(ENTRIES.c.id == entry_id)).scalar_one()
            write.label = message("journal.restored", what=read_label(label))
            for kind, _, _, image in gone:
                _see_owner(connection, kind, image or {}, {(kind, record_id) for kind, record_id, *_ in gone})
            _apply(write, gone)
            _attach_again(write, changes)
        return write.changes


def _replay(write: Write, step: tuple[int, Message], becomes: State, code: str) -> None:
    entry, label = step
    write.label = message(code, what=label)
    # The step ended in a state that was true, and so did the one before it.
    write.is_done_before = True
    write.state, write.replays = State.TRACE, entry
    journal.mark(write.session.connection(), entry, becomes)


_Step = tuple[str, int, Image | None, Image | None]


def _changes_of(connection: Connection, entry_id: int) -> list[_Step]:
    rows = connection.execute(select(CHANGES).where(CHANGES.c.entry_id == entry_id).order_by(CHANGES.c.id))
    return [(row.kind, row.record_id, read_image(row.before), read_image(row.after)) for row in rows]


def _apply(write: Write, steps: Iterable[_Step]) -> None:
    """Bring each record from its first image to its second; all references are checked at the commit."""
    session = write.session
    steps = list(steps)
    held = _read_together(write, steps) if len(steps) > _MANY else []
    for kind, record_id, _, after in steps:
        if after is None:
            session.delete(write.get(ROW_BY_KIND[kind], record_id))
    # What must be there once only is taken away before it is put elsewhere.
    session.flush()
    for kind, record_id, before, after in steps:
        if before is not None and after is not None:
            row = write.get(ROW_BY_KIND[kind], record_id)
            for name, value in values_of(kind, after).items():
                setattr(row, name, value)
    session.flush()
    for kind, _, before, after in steps:
        if before is None and after is not None:
            session.add(ROW_BY_KIND[kind](**values_of(kind, after)))
    session.flush()
    held.clear()  # a session forgets rows that nobody holds


def _read_together(write: Write, steps: Sequence[_Step]) -> list[Row]:
    """Return the rows of the steps, read in a few statements: the session gives them out without reading again."""
    by_kind: dict[str, list[int]] = {}
    for kind, record_id, before, _ in steps:
        if before is not None:
            by_kind.setdefault(kind, []).append(record_id)
    found: list[Row] = []
    for kind, ids in by_kind.items():
        row_class = ROW_BY_KIND[kind]
        for start in range(0, len(ids), _MANY):
            wanted = table_of(row_class).c.id.in_(ids[start : start + _MANY])
            found += write.session.scalars(select(row_class).where(wanted))
    return found


def _is_there(connection: Connection, kind: str, record_id: int) -> bool:
    table = table_of(ROW_BY_KIND[kind])
    return connection.execute(select(table.c.id).where(table.c.id == record_id)).first() is not None


def _see_owner(connection: Connection, kind: str, image: Image, coming: set[tuple[str, int]]) -> None:
    """Raise NotAllowed where what a record belongs to is neither there nor restored with it."""
    for key in table_of(ROW_BY_KIND[kind]).foreign_keys:
        owner = image.get(key.parent.name)
        table = key.column.table.name
        if not isinstance(owner, int) or table not in ROW_BY_KIND or (table, owner) in coming:
            continue
        if not _is_there(connection, table, owner):
            if not key.info["detach"]:
                raise NotAllowed("trash.owner_deleted")
            image[key.parent.name] = None


def _attach_again(write: Write, changes: list[_Step]) -> None:
    """Refer again to what was restored, where the deletion emptied a reference that is still empty."""
    for kind, record_id, before, after in changes:
        if before is None or after is None:
            continue
        row = write.session.get(ROW_BY_KIND[kind], record_id)
        for name, held in values_of(kind, before).items():
            if row is not None and after.get(name) is None and held is not None and getattr(row, name) is None:
                setattr(row, name, held)


def _revision(kind: str, row: Any, order: dict[str, int]) -> Revision:
    before, after = read_image(row.before), read_image(row.after)
    was, became = values_of(kind, before or {}), values_of(kind, after or {})
    names = sorted(was.keys() | became.keys(), key=lambda name: order[name])
    return Revision(
        entry=row.entry_id,
        at=row.at,
        label=read_label(row.label),
        was_added=before is None,
        was_deleted=after is None,
        is_replay=row.state is State.TRACE,
        fields=tuple(FieldChange(name, was.get(name), became.get(name)) for name in names if name != "id"),
    )
