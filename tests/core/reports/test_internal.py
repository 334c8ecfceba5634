"""tests: core/reports/internal.py - number, reader and frame of a document for the full audience."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from core.reports.audience import Audience
from core.reports.case import Case
from core.reports.document import Edition, Kind, Part
from core.reports.internal import approval, internal, number
from core.words import Words
from tests.core.reports.cases import negotiation

MADE = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)


def test_the_number_tells_kind_year_of_the_matter_and_negotiation() -> None:
    matter = replace(negotiation(), id=7, created_at=datetime(2026, 11, 2, tzinfo=UTC))
    assert number(Kind.PREP, matter, MADE) == "P-2026-007"
    assert number(Kind.DEBRIEF, replace(matter, created_at=None), MADE) == "D-2027-007"


def test_a_copy_is_for_who_approves_where_nobody_else_is_named() -> None:
    matter = replace(negotiation(), approver="Ingrid Solberg", approver_role="Head of procurement")
    case = Case(matter, Words(), date(2027, 1, 5))
    frame = {"title": "Cans", "subject": "Negotiation preparation"}
    part = (Part("1", "Cans", "", ()),)
    found = internal(Kind.PREP, case, Edition(made_at=MADE), parts=part, **frame)
    assert found.copy_for == "Ingrid Solberg, Head of procurement"
    assert found.audience is Audience.FULL
    named = internal(Kind.PREP, case, Edition(made_at=MADE, copy_for="The board"), parts=part, **frame)
    assert named.copy_for == "The board"


def test_the_approval_row_offers_three_decisions_also_to_nobody_yet() -> None:
    matter = replace(negotiation(), approver="", approver_role="")
    row = approval(Case(matter, Words(), date(2027, 1, 5)))
    assert row.signer.name == ""
    assert row.signer.role == "Name and role"
    assert row.signer.choices == ("approve", "with conditions", "reject")
