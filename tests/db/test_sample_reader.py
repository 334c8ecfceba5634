"""tests: how a case of the sample is read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from core.issue import Option, ScaleKind
from core.side import Basis, Side
from db.sample_reader import Calendar, Reader
from db.schema import Issue, Need, Note, Spend

TODAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def test_the_calendar_is_turned_to_a_day_and_back() -> None:
    calendar = Calendar(TODAY)
    calendar.turn(-22, "10:04")
    assert calendar() == datetime(2026, 10, 31, 10, 4, tzinfo=UTC)
    assert calendar.day(-22) == date(2026, 10, 31), "days count from today, whatever the calendar shows"
    calendar.turn_back()
    assert calendar() == TODAY


def test_fields_are_read_as_their_columns_are_typed() -> None:
    reader = Reader(Calendar(TODAY), people={"Elena": 7}, goals={"Both win": 3})
    assert reader.fields(Note, {"person": "Elena", "basis": "said", "on": -1, "text": "1.40"}) == {
        "counterpart_id": 7,
        "basis": Basis.SAID,
        "on": date(2026, 11, 21),
        "text": "1.40",
    }
    assert reader.fields(Need, {"side": "them", "goal": "Both win", "is_shared": True}) == {
        "side": Side.THEM,
        "goal_id": 3,
        "is_shared": True,
    }
    assert reader.fields(Spend, {"years_ago": 1, "amount": "12.50"}) == {"year": 2025, "amount": Decimal("12.50")}


def test_a_stated_value_is_a_number_a_day_or_an_option() -> None:
    reader = Reader(Calendar(TODAY))
    found = reader.fields(
        Issue, {"kind": "options", "best": "+30", "worst": "1.60", "fair": "two a year", "options": {"none": "0.5"}}
    )
    assert found == {
        "kind": ScaleKind.OPTIONS,
        "best": date(2026, 12, 22),
        "worst": Decimal("1.60"),
        "fair": "two a year",
        "options": (Option("none", Decimal("0.5")),),
    }


def test_days_in_a_line_are_written_out() -> None:
    reader = Reader(Calendar(TODAY))
    assert reader.days_in("w clo {+30} by {-1}") == "w clo 2026-12-22 by 2026-11-21"
