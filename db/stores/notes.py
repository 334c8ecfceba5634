"""db: the verbs of notes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select

import core.note
from core.changes import Changes
from core.message import message
from db.mapping import columns_of, maker, table_of
from db.rules import short
from db.schema import Counterpart, Note
from db.stores.base import Store

_NOTE = table_of(Note)
_COLUMNS = columns_of(core.note.Note, _NOTE)
_make = maker(core.note.Note, _COLUMNS)


class Notes(Store):
    """What is known about companies and people."""

    def of_supplier(self, supplier_id: int) -> tuple[core.note.Note, ...]:
        """Return the notes on a company and its people, newest day first."""
        return self._read(_NOTE.c.supplier_id == supplier_id)

    def of_counterpart(self, counterpart_id: int) -> tuple[core.note.Note, ...]:
        """Return the notes on a person, newest day first."""
        return self._read(_NOTE.c.counterpart_id == counterpart_id)

    def add(self, **fields: Any) -> Changes:
        """Keep a note; `topic`, `basis`, `text` and a supplier or a person are needed, `on` is today unless given."""
        with self._work.writing(message("journal.note_added")) as write:
            if fields.get("supplier_id") is None and fields.get("counterpart_id") is not None:
                fields["supplier_id"] = write.get(Counterpart, fields["counterpart_id"]).supplier_id
            row = write.add(Note, **{"on": write.now.date()} | fields)
            write.label = message("journal.note_added", text=short(row.text))
            write.made = row.id
        return write.changes

    def change(self, note_id: int, **fields: Any) -> Changes:
        """Change fields of a note."""
        with self._work.writing(message("journal.note_changed")) as write:
            row = write.get(Note, note_id)
            write.change(row, **fields)
            write.label = message("journal.note_changed", text=short(row.text))
        return write.changes

    def delete(self, note_id: int) -> Changes:
        """Delete a note."""
        with self._work.writing(message("journal.note_deleted")) as write:
            row = write.get(Note, note_id)
            write.label = message("journal.note_deleted", text=short(row.text))
            write.delete(row)
        return write.changes

    def _read(self, where: ColumnElement[bool]) -> tuple[core.note.Note, ...]:
        query = select(*_COLUMNS).where(where).order_by(_NOTE.c.on.desc(), _NOTE.c.id.desc())
        with self._work.reading() as connection:
            return tuple(_make(row) for row in connection.execute(query))
