"""db: the tables that keep the record itself - journal, search documents, drafts."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, Table, text
from sqlalchemy.orm import Mapped, mapped_column

from db.columns import Choice
from db.schema.base import TABLE, Row, part_of


class State(StrEnum):
    """Where an entry stands: DONE can be undone, UNDONE redone; DROPPED was undone and then passed over.

    TRACE is an undo or a redo itself: it is part of the history, never a step of its own.
    """

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    TRACE = "trace"


class JournalEntry(Row):
    """One verb: one transaction. `label` is its message as JSON; `replays` the entry that an undo or redo replays."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index("ix_journal_entry_state", "state"), TABLE)

    at: Mapped[datetime]
    label: Mapped[str]
    state: Mapped[State] = mapped_column(Choice(State), default=State.DONE)
    replays: Mapped[int | None] = mapped_column(part_of("journal_entry.id"))


class JournalChange(Row):
    """What an entry did to one record: plain values as JSON, empty `before` when added, empty `after` when deleted.

    An addition and a deletion hold the whole record, a change only what differs.
    """

    __tablename__ = "journal_change"
    __table_args__ = (
        Index("ix_journal_change_record", "kind", "record_id"),
        Index("ix_journal_change_negotiation", "negotiation_id", "entry_id"),
        Index("ix_journal_change_deleted", "entry_id", sqlite_where=text("after IS NULL")),
        TABLE,
    )

    entry_id: Mapped[int] = mapped_column(part_of("journal_entry.id"), index=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    negotiation_id: Mapped[int | None]
    before: Mapped[str | None]
    after: Mapped[str | None]


class SearchDocument(Row):
    """The words of one record, as search sees them. The index over them is `search`, kept by this table's triggers."""

    __tablename__ = "search_document"
    __table_args__ = (Index("uq_search_document_record", "kind", "record_id", unique=True), TABLE)

    kind: Mapped[str]
    record_id: Mapped[int]
    title: Mapped[str]
    text: Mapped[str]
    supplier_id: Mapped[int | None]
    negotiation_id: Mapped[int | None]


class Recency(Row):
    """Whether a negotiation is open and the entry that changed it last: what lists are sorted by. Made anew any time.

    `entry_id` is 0 where the journal says nothing of it.
    """

    __tablename__ = "recency"
    __table_args__ = (
        Index("uq_recency_negotiation_id", "negotiation_id", unique=True),
        Index("ix_recency_is_open", "is_open", "entry_id", "negotiation_id"),
        TABLE,
    )

    negotiation_id: Mapped[int] = mapped_column(part_of("negotiation.id"))
    is_open: Mapped[bool]
    entry_id: Mapped[int]


class Draft(Row):
    """A half-typed text and the place that it was typed in; outside journal and undo."""

    __tablename__ = "draft"
    __table_args__ = (Index("uq_draft_place", "place", unique=True), TABLE)

    place: Mapped[str]
    text: Mapped[str]


ENTRIES: Table = Row.metadata.tables["journal_entry"]
CHANGES: Table = Row.metadata.tables["journal_change"]
DOCUMENTS: Table = Row.metadata.tables["search_document"]
RECENCY: Table = Row.metadata.tables["recency"]

# The full-text index and what keeps it: SQLAlchemy has no words for these, so they are said here and in the revision.
SEARCH_TABLES = frozenset({"search", "search_data", "search_idx", "search_docsize", "search_config"})
REBUILD_SEARCH = text("INSERT INTO search(search) VALUES ('rebuild')")
