"""db: one piece of work on the file - a reading, or a verb as one transaction with its entry and its search words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from core.changes import Changes, Touched
from core.errors import NotFound, ReadOnly, UnreadableFile
from core.message import Message, message
from db import journal, recency, rules, search
from db.aggregate import Aggregates
from db.columns import Coded, Options, Points, StatedValue, Words, storable
from db.deletion import delete_whole
from db.engine import for_writing
from db.errors import told
from db.mapping import table_of
from db.schema import Row, State

Kind = TypeVar("Kind", bound=Row)

# Rows that a record is made of, and the column that names it.
_OWNERS = {
    "term": {"line_id": "line", "alternative_id": "alternative", "debrief_id": "debrief", "candidate_id": "candidate"},
    "line_issue": {"line_id": "line"},
    "round": {"meeting_id": "meeting"},
    "pause": {"meeting_id": "meeting"},
    "meeting_person": {"meeting_id": "meeting"},
}
# Records whose lists count others, or whose page shows them.
_COUNTED_IN = {
    "note": ("supplier_id", "counterpart_id"),
    "counterpart": ("supplier_id",),
    "negotiation": ("supplier_id",),
    "contract": ("supplier_id",),
    "spend": ("supplier_id",),
    "cost_part": ("supplier_id",),
}


# The columns that every row of a table must be given.
_NEEDED = {
    name: {each.name for each in table.columns if not (each.nullable or each.default or each.primary_key)}
    for name, table in Row.metadata.tables.items()
}


class Write:
    """One verb under way: rows are added, changed and deleted here, and everything else follows at its end."""

    def __init__(self, session: Session, label: Message, now: datetime) -> None:
        """Take the session whose transaction the verb is."""
        self.session = session
        self.label = label
        self.now = now
        self.made = 0
        self.state = State.DONE
        self.replays: int | None = None
        self.is_done_before = False
        self.changes = Changes(entry=0, label=label)
        self._notices: list[Message] = []

    @property
    def notices(self) -> tuple[Message, ...]:
        """Return what could not be kept as it was given, each once."""
        return tuple(dict.fromkeys(self._notices))

    def add(self, kind: type[Kind], /, **fields: Any) -> Kind:
        """Add a row and return it with its id; raise TypeError for a field that its table has not, or one left out."""
        row = self.put(kind, **fields)
        self.session.flush()
        return row

    def put(self, kind: type[Kind], /, **fields: Any) -> Kind:
        """Add a row whose id nobody asks for now: several of them go to the file together."""
        missing = _NEEDED[kind.__tablename__] - fields.keys()
        if missing:
            raise TypeError(f"{kind.__tablename__} needs {', '.join(sorted(missing))}")
        row = kind(**self._clean(kind, fields))
        self.session.add(row)
        return row

    def get(self, kind: type[Kind], record_id: int) -> Kind:
        """Return a row; raise NotFound where it is not there (any more)."""
        row = self.session.get(kind, record_id)
        if row is None:
            raise NotFound("record.not_found")
        return row

    def change(self, row: Row, /, **fields: Any) -> None:
        """Set fields of a row; raise TypeError for one that its table has not.

        A field that was prefilled and is set, to whatever value, counts as touched: its mark goes.
        """
        clean = self._clean(type(row), fields)
        marks: tuple[str, ...] = getattr(row, "prefilled", ())
        if marks and "prefilled" not in clean:
            clean["prefilled"] = tuple(name for name in marks if name not in clean)
        for name, value in clean.items():
            setattr(row, name, value)

    def delete(self, row: Row) -> None:
        """Delete a row with everything that belongs to it."""
        delete_whole(self.session, row)

    def rows(self, kind: type[Kind], /, **where: Any) -> list[Kind]:
        """Return the rows whose columns hold just this, in the order of their ids."""
        self.session.flush()
        return list(self.session.scalars(select(kind).filter_by(**where).order_by(table_of(kind).c.id)))

    def _clean(self, kind: type[Row], fields: Mapping[str, Any]) -> dict[str, Any]:
        columns = table_of(kind).c
        unknown = [name for name in fields if name not in columns or name == "id"]
        if unknown:
            raise TypeError(f"{kind.__tablename__} has no field {', '.join(unknown)}")
        return {name: self._storable(columns[name].type, value) for name, value in fields.items()}

    def _storable(self, kind: object, value: Any) -> Any:
        """Return text without what no file can hold: NUL, and halves of characters. All else stays as typed.

        Raises BadInput for a figure that is none.
        """
        if isinstance(value, Decimal):
            rules.check_figure(value)
        if isinstance(kind, Options | Points):
            for each in value:
                rules.check_figure(each.value)
            if isinstance(kind, Options):
                return tuple(replace(each, label=self._readable(each.label)) for each in value)
            return tuple(value)
        if isinstance(value, str) and isinstance(kind, Words | StatedValue):
            return self._readable(value)
        if isinstance(kind, Words):
            raise TypeError(f"text is needed, not {type(value).__name__}")
        if isinstance(kind, Coded) and value is not None:
            # here rather than at the commit, where the error would not name the verb's caller
            kind.encode(value)
        return value

    def _readable(self, text: str) -> str:
        clean = storable(text)
        if clean != text:
            self._notices.append(message("text.unstorable_removed"))
        return clean


class Work:
    """The file under the stores: gives them readings and verbs, and keeps what was loaded last."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], *, is_read_only: bool) -> None:
        """Take an engine on a file of the program's own revision."""
        self.clock = clock
        self.is_read_only = is_read_only
        self.aggregates = Aggregates()
        self._engine = engine
        self._writing = for_writing(engine)
        # two threads of one window: the second waits for the first instead of for a busy file
        self._one_at_a_time = threading.RLock()
        self._held = threading.local()  # the connection of a thread that reads at one moment

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees the file as it is now, to its end."""
        held: Connection | None = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        try:
            with told(), self._engine.connect() as connection, connection.begin():
                yield connection
        except ValueError as error:
            # every value was looked at when it was written: one that cannot be read was changed since
            raise UnreadableFile("logbook.value_damaged") from error

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Let every reading of this thread in the block see the file as it is now; nothing is written in it.

        What many readings put together is then of one state of the file, and only the first of them has to begin.
        """
        with self.reading() as connection:
            before = getattr(self._held, "connection", None)
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = before

    @contextmanager
    def writing(self, label: Message) -> Iterator[Write]:
        """Yield a verb under way; at the end of the block it is checked, journalled, committed and in `changes`.

        An exception leaves the file as it was. Raises ReadOnly, and what `rules` and `errors` name.
        """
        if self.is_read_only:
            raise ReadOnly("logbook.opened_for_reading")
        with told(), self._one_at_a_time, Session(self._writing, expire_on_commit=False) as session, session.begin():
            recorder = journal.Recorder(session)
            write = Write(session, label, self.clock())
            yield write
            session.flush()
            changes = recorder.changes()
            if not changes:
                write.changes = Changes(entry=0, label=write.label, notices=write.notices)
                session.rollback()
                return
            connection = session.connection()
            if not write.is_done_before:
                rules.check(connection, changes)
            entry = journal.write_entry(connection, write.now, write.label, changes, write.state, write.replays)
            search.keep_documents(connection, changes)
            recency.keep(connection, entry, changes)
            session.commit()
            self.aggregates.follow(entry, changes)
            touched = frozenset(each for change in changes for each in _touched(change))
            write.changes = Changes(entry, write.label, touched, write.made, write.notices)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Let no verb begin in the block; one that is under way is waited for."""
        with self._one_at_a_time:
            yield

    @contextmanager
    def writing_unjournalled(self) -> Iterator[Connection]:
        """Yield a connection for what is no record: drafts, and the bytes of attachments."""
        if self.is_read_only:
            raise ReadOnly("logbook.opened_for_reading")
        with told(), self._one_at_a_time, self._writing.begin() as connection:
            yield connection


def _touched(change: journal.Change) -> Iterator[Touched]:
    image = change.image
    owners = _OWNERS.get(change.kind)
    if owners is None:
        yield Touched(change.kind, change.id)
    else:
        for column, kind in owners.items():
            if isinstance(owner := image[column], int):
                yield Touched(kind, owner)
    if change.negotiation_id is not None:
        yield Touched("negotiation", change.negotiation_id)
    for column in _COUNTED_IN.get(change.kind, ()):
        for side in (change.before, change.after):
            if side is not None and isinstance(counted := side[column], int):
                yield Touched(column.removesuffix("_id"), counted)
