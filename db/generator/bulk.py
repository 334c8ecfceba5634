"""db: writing in bulk what verbs would write - rows, journal and search documents, straight to their tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from core.message import Message, encode
from core.plain import compact
from db import search
from db.columns import Plain, encoder
from db.mapping import Image, plain_default, table_of
from db.schema import CHANGES, DOCUMENTS, ENTRIES, ROW_BY_KIND, State

_HELD = 50_000  # rows that wait before they go to the file together


class _Kind:
    """How the rows of one table are made."""

    def __init__(self, kind: str) -> None:
        columns = list(table_of(ROW_BY_KIND[kind]).columns)
        self.codes: dict[str, Callable[[Any], Plain]] = {column.name: encoder(column.type) for column in columns}
        self.start: Image = {column.name: plain_default(column) for column in columns}
        self.count = 0


class Bulk:
    """The verbs of an empty logbook, thousands at a time.

    What a verb writes by session events and after its checks - images before and after, one entry, the search
    document - is written here by the same functions, but without a session. `close` ends a group of records that
    are not changed any more; `finish` writes what is left and builds the index of search once, over everything.
    """

    def __init__(self, connection: Connection) -> None:
        """Take a connection in a transaction, on an empty logbook that nobody else uses."""
        self._connection = connection
        self._kinds = {kind: _Kind(kind) for kind in ROW_BY_KIND}
        self._open: dict[tuple[str, int], Image] = {}
        self._waiting: dict[str, list[tuple[Any, ...]]] = {name: [] for name in (*ROW_BY_KIND, "journal_entry")}
        self._changes: list[tuple[Any, ...]] = []
        self._documents: list[tuple[Any, ...]] = []
        self._held = 0
        self._marks: dict[str, str] = {
            table.name: _insert(table.name, [column.name for column in table.columns])
            for table in (*(table_of(row) for row in ROW_BY_KIND.values()), ENTRIES)
        }
        self.entries = 0
        self.documents = 0

    def step(self, label: Message, at: datetime) -> None:
        """Begin a verb: what follows, up to the next one, is its transaction."""
        self.entries += 1
        row = (self.entries, at.isoformat(), compact(encode(label)), State.DONE.value, None)
        self._waiting["journal_entry"].append(row)

    def add(self, kind: str, /, **fields: Any) -> int:
        """Add a record and return its id."""
        made = self._kinds[kind]
        made.count += 1
        image = made.start | {
            name: None if value is None else made.codes[name](value) for name, value in fields.items()
        }
        image["id"] = made.count
        self._open[kind, made.count] = image
        self._note(kind, made.count, image, None, image)
        return made.count

    def next_id(self, kind: str) -> int:
        """Return the id that the next record of a kind gets."""
        return self._kinds[kind].count + 1

    def value(self, kind: str, record_id: int, field: str) -> Plain:
        """Return what a record of this group holds now, plain."""
        return self._open[kind, record_id][field]

    def change(self, kind: str, record_id: int, /, **fields: Any) -> None:
        """Change fields of a record of the group; those that hold the value already are left alone."""
        image = self._open[kind, record_id]
        codes = self._kinds[kind].codes
        after = {name: None if value is None else codes[name](value) for name, value in fields.items()}
        after = {name: value for name, value in after.items() if image[name] != value}
        before = {name: image[name] for name in after}
        image.update(after)
        self._note(kind, record_id, image, before, after)

    def close(self) -> None:
        """Let go of the records of this group."""
        for (kind, record_id), image in self._open.items():
            self._waiting[kind].append(tuple(image.values()))
            if kind in search.KINDS:
                self._documents.append(tuple(search.document_of(kind, record_id, image).values()))
        self._held += len(self._open)
        self._open.clear()
        if self._held >= _HELD:
            self._write()

    def finish(self) -> None:
        """Write what waits, and make search."""
        self.close()
        self._write()

    def _note(self, kind: str, record_id: int, image: Image, before: Image | None, after: Image) -> None:
        owner = record_id if kind == "negotiation" else image.get("negotiation_id")
        stored = None if before is None else compact(before)
        self._changes.append((self.entries, kind, record_id, owner, stored, compact(after)))

    def _write(self) -> None:
        for name, rows in self._waiting.items():
            if rows:
                self._connection.exec_driver_sql(self._marks[name], rows)
                rows.clear()
        if self._changes:
            self._connection.exec_driver_sql(_ADD_CHANGE, self._changes)
            self._changes.clear()
        if self._documents:
            self.documents += len(self._documents)
            self._connection.exec_driver_sql(_ADD_DOCUMENT, self._documents)
            self._documents.clear()
        self._held = 0


def _insert(table: str, names: list[str]) -> str:
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" for _ in names)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - our own names


_ADD_CHANGE = _insert(CHANGES.name, ["entry_id", "kind", "record_id", "negotiation_id", "before", "after"])
_ADD_DOCUMENT = _insert(DOCUMENTS.name, ["kind", "record_id", "title", "text", "supplier_id", "negotiation_id"])
