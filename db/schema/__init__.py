"""db: the tables, typed, one class a record; `migrations` builds them, a test compares the two."""

from __future__ import annotations

from db.schema.base import Row
from db.schema.matter import Alternative, Answer, Attachment, Content, Estimate, Issue, Negotiation, Position
from db.schema.people import Contract, CostPart, Counterpart, Note, Spend, Supplier
from db.schema.plan import (
    Candidate,
    ClaimedCost,
    CommonGoal,
    Following,
    Item,
    Need,
    PlannedConcession,
    PlanPoint,
    Tactic,
    Template,
)
from db.schema.record import CHANGES, DOCUMENTS, ENTRIES, REBUILD_SEARCH, RECENCY, SEARCH_TABLES, Draft, State
from db.schema.talk import (
    Commitment,
    Concession,
    Debrief,
    Line,
    LineIssue,
    Meeting,
    MeetingPerson,
    Pause,
    Role,
    Round,
    Term,
)

# Every record, in an order in which each comes after what it belongs to.
ROWS: tuple[type[Row], ...] = (
    Tactic, Template, Supplier, Contract, Spend, CostPart, Counterpart, Negotiation, Meeting, MeetingPerson, Round,
    Pause, Note, Issue, Item, Alternative, Following, Answer, Position, CommonGoal, Need, Estimate, Candidate,
    ClaimedCost, PlanPoint, PlannedConcession, Line, LineIssue, Debrief, Term, Concession, Commitment, Attachment,
)  # fmt: skip
ROW_BY_KIND: dict[str, type[Row]] = {row.__tablename__: row for row in ROWS}

__all__ = [
    "CHANGES", "DOCUMENTS", "ENTRIES", "REBUILD_SEARCH", "RECENCY", "ROWS", "ROW_BY_KIND", "SEARCH_TABLES",
    "Alternative", "Answer", "Attachment", "Candidate", "ClaimedCost", "Commitment", "CommonGoal", "Concession",
    "Content", "Contract", "CostPart", "Counterpart", "Debrief", "Draft", "Estimate", "Following", "Issue", "Item",
    "Line", "LineIssue", "Meeting", "MeetingPerson", "Need", "Negotiation", "Note", "Pause", "PlanPoint",
    "PlannedConcession", "Position", "Role", "Round", "Row", "Spend", "State", "Supplier", "Tactic", "Template",
    "Term",
]  # fmt: skip
