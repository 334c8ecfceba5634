"""tests: the agenda page shows what both sides know anyhow, and of the right meeting or of none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from core.agenda import Agenda, Entry, Held, Point, agenda, at_table

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 24, 10, 20, tzinfo=ZONE)
HELD = Held(
    meeting_id=7,
    negotiation_id=3,
    supplier_name="Conservas Ribera",
    started_at=datetime(2026, 11, 24, 9, 4, tzinfo=UTC),
    place="room 3.12",
)
OTHER = replace(HELD, meeting_id=8, negotiation_id=4, supplier_name="Another")


def test_the_only_meeting_is_at_the_table() -> None:
    assert at_table([HELD], NOW, 0) is HELD
    assert at_table([], NOW, 0) is None


def test_of_several_the_one_in_view_is_at_the_table_and_none_while_none_is_in_view() -> None:
    assert at_table([HELD, OTHER], NOW, 4) is OTHER
    assert at_table([HELD, OTHER], NOW, 0) is None


def test_while_another_negotiation_is_in_view_no_supplier_is_named() -> None:
    assert at_table([HELD], NOW, 9) is None


def test_a_meeting_that_was_left_open_is_not_at_the_table() -> None:
    assert at_table([HELD], NOW + timedelta(hours=12), 3) is None
    assert at_table([HELD], NOW + timedelta(hours=10), 3) is HELD
    assert at_table([HELD, replace(OTHER, started_at=NOW - timedelta(days=2))], NOW, 0) is HELD
    assert at_table([HELD], HELD.started_at - timedelta(minutes=1), 3) is None


def test_without_a_meeting_it_is_the_day_alone() -> None:
    assert agenda(None, NOW) == Agenda(day=date(2026, 11, 24))


def test_the_time_is_the_planned_one_if_it_was_planned_for_that_day() -> None:
    assert agenda(HELD, NOW).at == datetime(2026, 11, 24, 10, 4, tzinfo=ZONE)
    planned = replace(HELD, planned_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    assert agenda(planned, NOW).at == datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
    earlier = replace(HELD, planned_at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert agenda(earlier, NOW).at == datetime(2026, 11, 24, 10, 4, tzinfo=ZONE)


def test_entries_have_times_where_each_says_how_long_it_takes() -> None:
    entries = (Entry("Welcome", 10), Entry("", 5), Entry("Delivery\n plan", 20))
    shown = agenda(replace(HELD, entries=entries, planned_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC)), NOW)
    assert shown.points == (
        Point("Welcome", datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)),
        Point("Delivery plan", datetime(2026, 11, 24, 10, 15, tzinfo=ZONE)),
    )
    untimed = agenda(replace(HELD, entries=(*entries, Entry("Next steps"))), NOW)
    assert [point.at for point in untimed.points] == [None] * 3
