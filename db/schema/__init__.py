"""db: the tables, typed, one class a record; `migrations` builds them, a test compares the two."""

from __future__ import annotations

from db.schema.base import Row
from db.schema.matter import Alternative, Answer, Attachment, Content, Estimate, Issue, Negotiation, Position
from db.schema.people import Counterpart, Note, Supplier
from db.schema.record import CHANGES, DOCUMENTS, ENTRIES, REBUILD_SEARCH, RECENCY, SEARCH_TABLES, Draft, State
from db.schema.talk import (
    Commitment,
    Concession,
    Debrief,
    Line,
    LineIssue,
    Meeting,
    MeetingPerson,
    Role,
    Round,
    Term,
)

# Every record, in an order in which each comes after what it belongs to.
ROWS: tuple[type[Row], ...] = (
    Supplier, Counterpart, Negotiation, Meeting, MeetingPerson, Round, Note, Issue, Alternative, Answer, Position,
    Estimate, Line, LineIssue, Debrief, Term, Concession, Commitment, Attachment,
)  # fmt: skip
ROW_BY_KIND: dict[str, type[Row]] = {row.__tablename__: row for row in ROWS}

__all__ = [
    "CHANGES", "DOCUMENTS", "ENTRIES", "REBUILD_SEARCH", "RECENCY", "ROWS", "ROW_BY_KIND", "SEARCH_TABLES",
    "Alternative", "Answer", "Attachment", "Commitment", "Concession", "Content", "Counterpart", "Debrief", "Draft",
    "Estimate", "Issue", "Line", "LineIssue", "Meeting", "MeetingPerson", "Negotiation", "Note", "Position", "Role",
    "Round", "Row", "State", "Supplier", "Term",
]  # fmt: skip
