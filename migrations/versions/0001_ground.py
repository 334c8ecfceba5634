"""migrations: revision 0001 builds the logbook - its tables, its journal and its search."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Emoji are words too: many a name holds one.
_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text, content='search_document', content_rowid='id', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So'"
)
"""
# The only triggers of the file, on the only table that has words twice.
_TRIGGERS = (
    """
    CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
        INSERT INTO search(rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER search_document_deleted AFTER DELETE ON search_document BEGIN
        INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER search_document_changed AFTER UPDATE OF id, title, text ON search_document BEGIN
        INSERT INTO search(search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO search(rowid, title, text) VALUES (new.id, new.title, new.text);
    END
    """,
)


def upgrade() -> None:
    _build_tables()
    op.execute(_SEARCH)
    # a word that is deleted leaves the index's pages too
    op.execute("INSERT INTO search(search, rank) VALUES ('secure-delete', 1)")
    for trigger in _TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    raise NotImplementedError("a logbook goes forward only; the copy from before is kept as a backup")


def _build_tables() -> None:
    _table(
        "content",
        _text("sha256"),
        _data("data"),
    )
    op.create_index("uq_content_sha256", "content", ["sha256"], unique=True)
    _table(
        "draft",
        _text("place"),
        _text("text"),
    )
    op.create_index("uq_draft_place", "draft", ["place"], unique=True)
    _table(
        "journal_entry",
        _text("at"),
        _text("label"),
        _text("state"),
        _reference("journal_entry", "replays", "journal_entry.id", optional=True),
    )
    op.create_index("ix_journal_entry_state", "journal_entry", ["state"])
    _table(
        "search_document",
        _text("kind"),
        _number("record_id"),
        _text("title"),
        _text("text"),
        _number("supplier_id", optional=True),
        _number("negotiation_id", optional=True),
    )
    op.create_index("uq_search_document_record", "search_document", ["kind", "record_id"], unique=True)
    _table(
        "supplier",
        _text("name"),
        _text("category"),
        _text("city"),
        _text("country"),
        _text("our_share_of_their_sales", optional=True),
        _text("our_share_basis", optional=True),
        _text("their_share_of_our_supply", optional=True),
        _text("their_share_basis", optional=True),
        _text("contract_end", optional=True),
        _text("background"),
        _text("created_at", optional=True),
    )
    _table(
        "counterpart",
        _reference("counterpart", "supplier_id", "supplier.id"),
        _text("name"),
        _text("role"),
        _text("authority"),
        _text("authority_basis", optional=True),
        _text("authority_on", optional=True),
        _text("email"),
        _text("phone"),
        _text("created_at", optional=True),
    )
    op.create_index("ix_counterpart_supplier_id", "counterpart", ["supplier_id"])
    _table(
        "journal_change",
        _reference("journal_change", "entry_id", "journal_entry.id"),
        _text("kind"),
        _number("record_id"),
        _number("negotiation_id", optional=True),
        _text("before", optional=True),
        _text("after", optional=True),
    )
    op.create_index("ix_journal_change_deleted", "journal_change", ["entry_id"], sqlite_where=sa.text("after IS NULL"))
    op.create_index("ix_journal_change_entry_id", "journal_change", ["entry_id"])
    op.create_index("ix_journal_change_negotiation", "journal_change", ["negotiation_id", "entry_id"])
    op.create_index("ix_journal_change_record", "journal_change", ["kind", "record_id"])
    _table(
        "negotiation",
        _reference("negotiation", "supplier_id", "supplier.id"),
        _text("title"),
        _text("matter"),
        _text("mode"),
        _text("status"),
        _text("currency"),
        _text("weighting"),
        _text("annual_rate", optional=True),
        _text("days_per_month"),
        _text("lead"),
        _text("approver"),
        _text("approver_role"),
        _text("created_at", optional=True),
    )
    op.create_index("ix_negotiation_supplier_id", "negotiation", ["supplier_id"])
    _table(
        "recency",
        _reference("recency", "negotiation_id", "negotiation.id"),
        _number("is_open"),
        _number("entry_id"),
    )
    op.create_index("uq_recency_negotiation_id", "recency", ["negotiation_id"], unique=True)
    op.create_index("ix_recency_is_open", "recency", ["is_open", "entry_id", "negotiation_id"])
    _table(
        "alternative",
        _reference("alternative", "negotiation_id", "negotiation.id"),
        _number("place"),
        _text("name"),
        _text("form"),
        _number("no_deal"),
        _text("unsaid"),
        _text("total", optional=True),
        _text("points", optional=True),
        _text("switching_cost"),
        _text("probability"),
        _text("valid_until", optional=True),
        _text("evidence"),
        _text("evidence_on", optional=True),
    )
    op.create_index("ix_alternative_negotiation_id", "alternative", ["negotiation_id"])
    _table(
        "answer",
        _reference("answer", "negotiation_id", "negotiation.id"),
        _text("side"),
        _text("question"),
        _text("text"),
        _text("basis", optional=True),
    )
    op.create_index("uq_answer_question", "answer", ["negotiation_id", "side", "question"], unique=True)
    _table(
        "debrief",
        _reference("debrief", "negotiation_id", "negotiation.id"),
        _text("outcome"),
        _text("recommendation"),
        _text("our_outtake"),
        _text("their_outtake"),
        _text("learning"),
        _number("relationship", optional=True),
        _text("closed_at"),
    )
    op.create_index("uq_debrief_negotiation_id", "debrief", ["negotiation_id"], unique=True)
    _table(
        "issue",
        _reference("issue", "negotiation_id", "negotiation.id"),
        _number("place"),
        _text("name"),
        _text("alias"),
        _text("kind"),
        _text("unit"),
        _text("best", optional=True),
        _text("worst", optional=True),
        _text("step", optional=True),
        _text("ideal", optional=True),
        _text("points"),
        _text("options"),
        _text("weight", optional=True),
        _text("money_worth", optional=True),
        _text("reference_quantity", optional=True),
        _text("price_basis"),
        _number("is_volume"),
        _text("baseline", optional=True),
        _text("opening", optional=True),
        _text("best_outcome", optional=True),
        _text("fair", optional=True),
        _text("minimum", optional=True),
        _text("limit", optional=True),
        _number("added_in_talk"),
    )
    op.create_index("ix_issue_negotiation_id", "issue", ["negotiation_id"])
    _table(
        "meeting",
        _reference("meeting", "negotiation_id", "negotiation.id"),
        _text("planned_at", optional=True),
        _text("started_at", optional=True),
        _text("ended_at", optional=True),
        _text("place"),
        _text("channel"),
    )
    op.create_index("ix_meeting_negotiation_id", "meeting", ["negotiation_id"])
    _table(
        "attachment",
        _reference("attachment", "negotiation_id", "negotiation.id"),
        _reference("attachment", "alternative_id", "alternative.id"),
        _text("name"),
        _text("media_type"),
        _number("size"),
        _reference("attachment", "sha256", "content.sha256"),
        _text("added_at"),
    )
    op.create_index("ix_attachment_alternative_id", "attachment", ["alternative_id"])
    op.create_index("ix_attachment_negotiation_id", "attachment", ["negotiation_id"])
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])
    _table(
        "estimate",
        _reference("estimate", "negotiation_id", "negotiation.id"),
        _reference("estimate", "issue_id", "issue.id", optional=True),
        _text("subject"),
        _text("option"),
        _text("low", optional=True),
        _text("likely"),
        _text("high", optional=True),
        _text("basis"),
        _text("source"),
        _text("on", optional=True),
    )
    op.create_index("ix_estimate_issue_id", "estimate", ["issue_id"])
    op.create_index("ix_estimate_negotiation_id", "estimate", ["negotiation_id"])
    _table(
        "line",
        _reference("line", "negotiation_id", "negotiation.id"),
        _reference("line", "meeting_id", "meeting.id", optional=True),
        _number("round_number"),
        _text("at"),
        _text("logged_at"),
        _text("side", optional=True),
        _text("verb"),
        _text("text"),
        _text("condition_words"),
        _text("rest"),
        _text("note"),
        _text("channel", optional=True),
        _text("valid_until", optional=True),
        _number("is_final"),
        _text("exception"),
        _text("said", optional=True),
        _text("stands", optional=True),
    )
    op.create_index("ix_line_meeting_id", "line", ["meeting_id"])
    op.create_index("ix_line_negotiation_id", "line", ["negotiation_id"])
    _table(
        "meeting_person",
        _reference("meeting_person", "negotiation_id", "negotiation.id"),
        _reference("meeting_person", "meeting_id", "meeting.id"),
        _reference("meeting_person", "counterpart_id", "counterpart.id"),
        _number("place"),
    )
    op.create_index("ix_meeting_person_counterpart_id", "meeting_person", ["counterpart_id"])
    op.create_index("ix_meeting_person_negotiation_id", "meeting_person", ["negotiation_id"])
    op.create_index("uq_meeting_person", "meeting_person", ["meeting_id", "counterpart_id"], unique=True)
    _table(
        "note",
        _reference("note", "supplier_id", "supplier.id"),
        _reference("note", "counterpart_id", "counterpart.id", optional=True),
        _text("topic"),
        _text("basis"),
        _text("text"),
        _text("on"),
        _reference("note", "meeting_id", "meeting.id", optional=True),
        _text("source"),
    )
    op.create_index("ix_note_counterpart_id", "note", ["counterpart_id"])
    op.create_index("ix_note_meeting_id", "note", ["meeting_id"])
    op.create_index("ix_note_supplier_id", "note", ["supplier_id"])
    _table(
        "position",
        _reference("position", "negotiation_id", "negotiation.id"),
        _number("place"),
        _text("side"),
        _reference("position", "issue_id", "issue.id", optional=True),
        _text("position"),
        _text("why"),
        _text("interest"),
        _text("basis", optional=True),
    )
    op.create_index("ix_position_issue_id", "position", ["issue_id"])
    op.create_index("ix_position_negotiation_id", "position", ["negotiation_id"])
    _table(
        "round",
        _reference("round", "negotiation_id", "negotiation.id"),
        _reference("round", "meeting_id", "meeting.id"),
        _number("number"),
        _text("started_at"),
    )
    op.create_index("ix_round_meeting_id", "round", ["meeting_id"])
    op.create_index("ix_round_negotiation_id", "round", ["negotiation_id"])
    _table(
        "commitment",
        _reference("commitment", "negotiation_id", "negotiation.id"),
        _text("side"),
        _text("text"),
        _reference("commitment", "counterpart_id", "counterpart.id", optional=True),
        _reference("commitment", "line_id", "line.id", optional=True),
        _text("due", optional=True),
        _text("done_on", optional=True),
    )
    op.create_index("ix_commitment_counterpart_id", "commitment", ["counterpart_id"])
    op.create_index("ix_commitment_line_id", "commitment", ["line_id"])
    op.create_index("ix_commitment_negotiation_id", "commitment", ["negotiation_id"])
    _table(
        "concession",
        _reference("concession", "negotiation_id", "negotiation.id"),
        _text("side"),
        _reference("concession", "issue_id", "issue.id"),
        _reference("concession", "from_line_id", "line.id"),
        _reference("concession", "to_line_id", "line.id"),
        _text("from_value"),
        _text("to_value"),
        _text("in_return_for"),
        _number("confirmed"),
    )
    op.create_index("ix_concession_from_line_id", "concession", ["from_line_id"])
    op.create_index("ix_concession_issue_id", "concession", ["issue_id"])
    op.create_index("ix_concession_negotiation_id", "concession", ["negotiation_id"])
    op.create_index("ix_concession_to_line_id", "concession", ["to_line_id"])
    _table(
        "line_issue",
        _reference("line_issue", "negotiation_id", "negotiation.id"),
        _reference("line_issue", "line_id", "line.id"),
        _reference("line_issue", "issue_id", "issue.id"),
        _number("place"),
    )
    op.create_index("ix_line_issue_issue_id", "line_issue", ["issue_id"])
    op.create_index("ix_line_issue_line_id", "line_issue", ["line_id"])
    op.create_index("ix_line_issue_negotiation_id", "line_issue", ["negotiation_id"])
    _table(
        "term",
        _reference("term", "negotiation_id", "negotiation.id"),
        _reference("term", "line_id", "line.id", optional=True),
        _reference("term", "alternative_id", "alternative.id", optional=True),
        _reference("term", "debrief_id", "debrief.id", optional=True),
        _text("role"),
        _number("place"),
        _reference("term", "issue_id", "issue.id"),
        _text("value"),
        _text("upto", optional=True),
        _text("as_said"),
        _number("assumed"),
        _text("withdrawn_at", optional=True),
        sa.CheckConstraint(
            "(line_id IS NOT NULL) + (alternative_id IS NOT NULL) + (debrief_id IS NOT NULL) = 1",
            name="ck_term_one_owner",
        ),
    )
    op.create_index("ix_term_alternative_id", "term", ["alternative_id"])
    op.create_index("ix_term_debrief_id", "term", ["debrief_id"])
    op.create_index("ix_term_issue_id", "term", ["issue_id"])
    op.create_index("ix_term_line_id", "term", ["line_id"])
    op.create_index("ix_term_negotiation_id", "term", ["negotiation_id"])


def _table(name: str, *parts: Any) -> None:
    # Ids are never used twice, and a column holds only what its type says.
    flat = [each for part in parts for each in (part if isinstance(part, tuple) else (part,))]
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(
        name, sa.Column("id", sa.Integer(), nullable=False), *flat, key, sqlite_autoincrement=True, sqlite_strict=True
    )


def _text(name: str, *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=optional)


def _number(name: str, *, optional: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=optional)


def _data(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _reference(table: str, name: str, target: str, *, optional: bool = False) -> tuple[Any, ...]:
    column = sa.Column(name, sa.Text() if target == "content.sha256" else sa.Integer(), nullable=optional)
    key = sa.ForeignKeyConstraint([name], [target], name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED")
    return column, key
