"""tests: the tables hold the records, and the revisions build the tables."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from core.alternative import Alternative, Following
from core.attachment import Attachment
from core.candidate import Candidate
from core.commitment import Commitment
from core.concession import Concession
from core.contract import Contract, Spend
from core.cost import ClaimedCost, CostPart
from core.counterpart import Counterpart
from core.debrief import Debrief
from core.estimate import Estimate
from core.issue import Issue
from core.item import Item
from core.line import Line
from core.meeting import Meeting, Pause, Round
from core.need import CommonGoal, Need
from core.negotiation import Negotiation
from core.note import Note
from core.plan import PlannedConcession, PlanPoint
from core.strategy import Answer, Position
from core.supplier import Supplier
from core.tactic import OwnTactic
from core.templates import SavedTemplate
from core.term import Term
from db.engine import open_engine
from db.mapping import table_of
from db.schema import ROW_BY_KIND, SEARCH_TABLES, Row

# The fields that are no columns: parts that lie in tables of their own, and what is looked up.
PARTS = {
    "alternative": {"terms"},
    "candidate": {"terms"},
    "debrief": {"deal"},
    "line": {"terms", "conditions", "in_return", "issues"},
    "meeting": {"people", "rounds", "pauses"},
    "negotiation": {
        "supplier_name", "issues", "alternatives", "answers", "positions", "estimates", "meetings", "lines",
        "concessions", "commitments", "attachments", "debrief", "needs", "common_goals", "candidates", "followings",
        "plan_points", "planned_concessions", "claimed_costs",
    },
}  # fmt: skip
# The columns that are no fields: to whom a part belongs, and in which place.
BELONGING = {
    "term": {"id", "negotiation_id", "line_id", "alternative_id", "debrief_id", "candidate_id", "role", "place"},
    "round": {"negotiation_id"},
    "pause": {"negotiation_id"},
}
RECORDS: dict[str, type[Any]] = {
    "supplier": Supplier, "counterpart": Counterpart, "note": Note, "negotiation": Negotiation, "issue": Issue,
    "alternative": Alternative, "answer": Answer, "position": Position, "estimate": Estimate,
    "attachment": Attachment, "meeting": Meeting, "round": Round, "line": Line, "term": Term,
    "concession": Concession, "commitment": Commitment, "debrief": Debrief, "need": Need, "common_goal": CommonGoal,
    "candidate": Candidate, "following": Following, "item": Item, "plan_point": PlanPoint,
    "planned_concession": PlannedConcession, "claimed_cost": ClaimedCost, "pause": Pause, "contract": Contract,
    "spend": Spend, "cost_part": CostPart, "tactic": OwnTactic, "template": SavedTemplate,
}  # fmt: skip


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_a_record_has_its_column_and_every_column_its_field(kind: str) -> None:
    columns = set(table_of(ROW_BY_KIND[kind]).columns.keys()) - BELONGING.get(kind, set())
    assert columns == {each.name for each in fields(RECORDS[kind])} - PARTS.get(kind, set())


def test_every_kind_of_row_is_a_record_or_joins_two() -> None:
    assert set(ROW_BY_KIND) - set(RECORDS) == {"meeting_person", "line_issue"}


def test_the_revisions_build_just_these_tables(blank_file: Path) -> None:
    engine = open_engine(blank_file, write=False)
    with engine.connect() as connection:
        options = {"include_name": lambda name, kind, _: not (kind == "table" and name in SEARCH_TABLES)}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), Row.metadata) == []
    engine.dispose()


def test_the_revisions_build_each_table_word_for_word(blank_file: Path) -> None:
    engine = open_engine(blank_file, write=False)
    with engine.connect() as connection:
        built = {
            row.name: _words(row.sql)
            for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        }
    engine.dispose()
    dialect = sqlite.dialect()
    for table in Row.metadata.sorted_tables:
        assert built[table.name] == _words(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            assert built[str(index.name)] == _words(str(CreateIndex(index).compile(dialect=dialect)))


_LATER = re.compile(r",\s+(\w+ (?:TEXT|INTEGER)(?: DEFAULT (?:'\w*'|\d+) NOT NULL)?)(?=[,)])")
_END = re.compile(r"\)\s*STRICT")
_DEFAULT = re.compile(r" DEFAULT (?:'\w*'|\d+)")


def _words(statement: str) -> list[str]:
    """Return the parts of a statement, columns and constraints in any order.

    A column that was added later stands behind the others on one line, and has a default for the rows before it.
    """
    lines = _END.sub("\nSTRICT", _DEFAULT.sub("", _LATER.sub(r"\n\1", statement.replace('"', ""))))
    parts = (part.strip(" ,\n\t") for part in lines.split("\n"))
    return sorted(part for part in parts if part)


@pytest.mark.parametrize("table", Row.metadata.sorted_tables, ids=lambda table: str(table.name))
def test_every_constraint_has_a_name(table: Table) -> None:
    assert all(constraint.name for constraint in table.constraints)
    assert all(index.name for index in table.indexes)


def test_ids_are_never_used_twice(blank_file: Path) -> None:
    engine = open_engine(blank_file, write=False)
    with engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            sql = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).scalar_one()
            assert "AUTOINCREMENT" in sql
            assert "STRICT" in sql
    engine.dispose()


def test_only_the_table_of_search_documents_has_triggers(blank_file: Path) -> None:
    engine = open_engine(blank_file, write=False)
    with engine.connect() as connection:
        owners = connection.exec_driver_sql("SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'")
        assert owners.scalars().all() == ["search_document"]
    engine.dispose()
