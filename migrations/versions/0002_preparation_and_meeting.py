"""migrations: revision 0002 adds what a preparation and a meeting hold - needs, packages, items, plan, costs."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_columns()
    _build_tables()
    _give_terms_to_candidates()
    # a meeting has words from now on; its triggers put them into the index
    op.execute(
        "INSERT INTO search_document (kind, record_id, title, text, negotiation_id)"
        " SELECT 'meeting', id, '', place, negotiation_id FROM meeting ORDER BY id"
    )


def downgrade() -> None:
    raise NotImplementedError("a logbook goes forward only; the copy from before is kept as a backup")


def _add_columns() -> None:
    for table in ("negotiation", "issue", "alternative", "answer", "position", "estimate"):
        op.add_column(table, _text("prefilled", default=""))
    for name in ("profit_impact", "supply_risk", "attraction"):
        op.add_column("supplier", _number(name))
    op.add_column("supplier", _text("attraction_basis"))
    op.add_column("counterpart", _text("influence"))
    op.add_column("note", _text("style"))
    op.add_column("note", _number("is_about_us", default=0))
    op.add_column("negotiation", _text("depth", default="full"))
    for name in ("willingness", "willingness_basis", "claimed_increase"):
        op.add_column("negotiation", _text(name))
    for name in ("is_lasting", "has_time", "cheat_seed"):
        op.add_column("negotiation", _number(name))
    for name in ("opening_reason", "pause_rule", "walk_away"):
        op.add_column("negotiation", _text(name, default=""))
    op.add_column("position", _text("match"))
    op.add_column("alternative", _text("improve", default=""))
    op.add_column("estimate", _text("turned_out"))
    op.add_column("estimate", _text("turned_out_on"))
    op.add_column("meeting", _text("purpose", default=""))
    op.add_column("meeting", _text("notes", default=""))
    op.add_column("line", _number("tactic"))
    op.add_column("line", _number("is_key", default=0))
    op.add_column("commitment", _text("owner", default=""))


def _build_tables() -> None:
    _table("tactic", _number("number", needed=True), _text("name", needed=True), _text("counter", needed=True))
    op.create_index("uq_tactic_number", "tactic", ["number"], unique=True)
    _table("template", _text("name", needed=True), _text("content", needed=True))
    op.create_index("uq_template_name", "template", ["name"], unique=True)
    _table(
        "contract",
        _reference("contract", "supplier_id", "supplier.id", needed=True),
        _number("place", needed=True),
        _text("title", needed=True),
        _text("starts"),
        _text("ends"),
        _number("notice_days"),
        _text("note", needed=True),
    )
    _index("contract", "supplier_id")
    _table(
        "spend",
        _reference("spend", "supplier_id", "supplier.id", needed=True),
        _number("year", needed=True),
        _text("amount", needed=True),
        _text("currency", needed=True),
    )
    op.create_index("uq_spend_year", "spend", ["supplier_id", "year", "currency"], unique=True)
    _table(
        "cost_part",
        _reference("cost_part", "supplier_id", "supplier.id", needed=True),
        _number("place", needed=True),
        _text("on", needed=True),
        _text("name", needed=True),
        _text("share", needed=True),
        _text("basis", needed=True),
        _text("source", needed=True),
    )
    _index("cost_part", "supplier_id")
    _table(
        "pause",
        _reference("pause", "negotiation_id", "negotiation.id", needed=True),
        _reference("pause", "meeting_id", "meeting.id", needed=True),
        _text("started_at", needed=True),
        _text("ended_at"),
        _number("minutes"),
    )
    _index("pause", "negotiation_id", "meeting_id")
    _table(
        "item",
        _reference("item", "negotiation_id", "negotiation.id", needed=True),
        _reference("item", "issue_id", "issue.id", needed=True),
        _number("place", needed=True),
        _text("code", needed=True),
        _text("text", needed=True),
        _text("quantity"),
        _text("today"),
        _text("theirs"),
        _text("ours"),
    )
    _index("item", "negotiation_id", "issue_id")
    _table(
        "following",
        _reference("following", "negotiation_id", "negotiation.id", needed=True),
        _reference("following", "alternative_id", "alternative.id", needed=True),
        _reference("following", "followed_id", "negotiation.id", needed=True),
        _text("copied_at", needed=True),
    )
    op.create_index("uq_following_alternative_id", "following", ["alternative_id"], unique=True)
    _index("following", "negotiation_id", "followed_id")
    _table(
        "common_goal",
        _reference("common_goal", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _text("text", needed=True),
        _number("is_shared", needed=True),
        _text("prefilled", needed=True),
    )
    _index("common_goal", "negotiation_id")
    _table(
        "need",
        _reference("need", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _text("side", needed=True),
        _text("kind", needed=True),
        _text("text", needed=True),
        _text("basis"),
        _reference("need", "counterpart_id", "counterpart.id"),
        _reference("need", "goal_id", "common_goal.id"),
        _number("is_shared", needed=True),
        _text("prefilled", needed=True),
    )
    _index("need", "negotiation_id", "counterpart_id", "goal_id")
    _table(
        "candidate",
        _reference("candidate", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _text("label", needed=True),
        _text("name", needed=True),
        _text("by"),
        _number("is_shared", needed=True),
        _text("note", needed=True),
    )
    _index("candidate", "negotiation_id")
    _table(
        "claimed_cost",
        _reference("claimed_cost", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _text("name", needed=True),
        _text("share"),
        _text("change"),
        _text("basis"),
        _text("source", needed=True),
        _text("prefilled", needed=True),
    )
    _index("claimed_cost", "negotiation_id")
    _table(
        "plan_point",
        _reference("plan_point", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _text("kind", needed=True),
        _text("text", needed=True),
        _text("reply", needed=True),
        _text("who", needed=True),
        _text("side"),
        _number("tactic"),
        _reference("plan_point", "issue_id", "issue.id"),
        _reference("plan_point", "meeting_id", "meeting.id"),
        _number("minutes"),
        _number("is_done", needed=True),
        _text("prefilled", needed=True),
    )
    _index("plan_point", "negotiation_id", "issue_id", "meeting_id")
    _table(
        "planned_concession",
        _reference("planned_concession", "negotiation_id", "negotiation.id", needed=True),
        _number("place", needed=True),
        _reference("planned_concession", "issue_id", "issue.id", needed=True),
        _text("from_value"),
        _text("to_value"),
        _text("floor"),
        _reference("planned_concession", "return_issue_id", "issue.id"),
        _text("return_value"),
        _text("in_return", needed=True),
        _text("prefilled", needed=True),
    )
    _index("planned_concession", "negotiation_id", "issue_id", "return_issue_id")


_TERM_COLUMNS = (
    "id, negotiation_id, line_id, alternative_id, debrief_id, role, place, issue_id, value, upto, as_said, assumed,"
    " withdrawn_at"
)


def _give_terms_to_candidates() -> None:
    """Build `term` anew, since what must be true of its owner cannot be changed in place; nothing refers to it."""
    # the greatest id ever given out is kept: ids are never used twice
    given_out = op.get_bind().exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'term'").scalar()
    op.rename_table("term", "term_before")
    for name in ("alternative_id", "debrief_id", "issue_id", "line_id", "negotiation_id"):
        op.drop_index(f"ix_term_{name}", "term_before")
    _table(
        "term",
        _reference("term", "negotiation_id", "negotiation.id", needed=True),
        _reference("term", "line_id", "line.id"),
        _reference("term", "alternative_id", "alternative.id"),
        _reference("term", "debrief_id", "debrief.id"),
        _reference("term", "candidate_id", "candidate.id"),
        _text("role", needed=True),
        _number("place", needed=True),
        _reference("term", "issue_id", "issue.id", needed=True),
        _text("value", needed=True),
        _text("upto"),
        _text("as_said", needed=True),
        _number("assumed", needed=True),
        _text("withdrawn_at"),
        sa.CheckConstraint(
            "(line_id IS NOT NULL) + (alternative_id IS NOT NULL) + (debrief_id IS NOT NULL)"
            " + (candidate_id IS NOT NULL) = 1",
            name="ck_term_one_owner",
        ),
    )
    op.execute(f"INSERT INTO term ({_TERM_COLUMNS}) SELECT {_TERM_COLUMNS} FROM term_before")  # noqa: S608 - our own names
    op.drop_table("term_before")
    if given_out is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'term'")
        op.execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('term', {int(given_out)})")  # noqa: S608 - a number
    _index("term", "negotiation_id", "line_id", "alternative_id", "debrief_id", "candidate_id", "issue_id")


def _table(name: str, *parts: Any) -> None:
    # Ids are never used twice, and a column holds only what its type says.
    flat = [each for part in parts for each in (part if isinstance(part, tuple) else (part,))]
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(
        name, sa.Column("id", sa.Integer(), nullable=False), *flat, key, sqlite_autoincrement=True, sqlite_strict=True
    )


def _index(table: str, *columns: str) -> None:
    for name in columns:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _text(name: str, *, needed: bool = False, default: str | None = None) -> sa.Column[Any]:
    return _column(name, sa.Text(), needed or default is not None, None if default is None else f"'{default}'")


def _number(name: str, *, needed: bool = False, default: int | None = None) -> sa.Column[Any]:
    return _column(name, sa.Integer(), needed or default is not None, None if default is None else str(default))


def _column(name: str, kind: Any, needed: bool, default: str | None) -> sa.Column[Any]:
    # a column that is added to rows which are there needs a value for them
    given = None if default is None else sa.text(default)
    return sa.Column(name, kind, nullable=not needed, server_default=given)


def _reference(table: str, name: str, target: str, *, needed: bool = False) -> tuple[Any, ...]:
    column = sa.Column(name, sa.Integer(), nullable=not needed)
    key = sa.ForeignKeyConstraint([name], [target], name=f"fk_{table}_{name}", deferrable=True, initially="DEFERRED")
    return column, key
