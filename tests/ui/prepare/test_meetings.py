"""tests: ui/prepare/meetings.py - meetings planned by typing day, time, place and people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.counterpart import CounterpartRow
from core.meeting import Channel, Meeting
from core.mode import Around
from core.negotiation import Negotiation
from core.plan import PointKind
from core.words import NO_BREAK, Words
from db.logbook import Logbook
from tests.ui.conftest import NOW
from tests.ui.prepare.conftest import Bench
from ui.prepare.meetings import MeetingRows
from ui.prepare.steps.plan_step import PlanStep
from ui.sheets.kept import NotRead, Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader
from ui.widgets.sheet_model import CellState

Key = Qt.Key


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return NOW.replace(year=year, month=month, day=day, hour=hour, minute=minute)


@pytest.fixture
def rows(blank_logbook: Logbook) -> MeetingRows:
    return MeetingRows(blank_logbook, Reader(Words("en", "en_GB"), lambda: NOW), Shelf("meetings"), lambda: NOW)


def prepared(*names: str) -> Prepared:
    people = tuple(
        CounterpartRow(id=number, name=name, role="", supplier_id=1, supplier_name="", notes=0)
        for number, name in enumerate(names, 1)
    )
    return Prepared(Negotiation(supplier_id=1, title="x"), NOW.date(), Around(people=people), NOW)


def read(rows: MeetingRows, key: str, text: str, *names: str) -> Any:
    return rows.read(prepared(*names), Meeting(negotiation_id=1), key, text)[key]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1 Dec, 10:00", at(12, 1, 10)),
        ("1 Dec 2026 10:30", at(12, 1, 10, 30)),
        ("1/12 9.15", at(12, 1, 9, 15)),
        ("2026-12-01 14h", at(12, 1, 14)),
        ("1 Dec", at(12, 1, 9)),
        ("+7", NOW.replace(hour=9, minute=0) + timedelta(days=7)),
        ("3 Jan 8:00", at(1, 3, 8, year=2027)),
    ],
)
def test_a_moment_is_read_as_people_write_it(rows: MeetingRows, text: str, moment: datetime) -> None:
    assert read(rows, "planned_at", text) == moment


@pytest.mark.parametrize("text", ["soon", "1 Dec, 25:00", "31 Nov 10:00", "10:00"])
def test_what_is_no_moment_is_told(rows: MeetingRows, text: str) -> None:
    with pytest.raises(NotRead):
        read(rows, "planned_at", text)


def test_no_moment_is_none(rows: MeetingRows) -> None:
    assert read(rows, "planned_at", "  ") is None


def test_a_channel_is_read_by_its_word(rows: MeetingRows) -> None:
    assert read(rows, "channel", "By Video") is Channel.VIDEO
    assert read(rows, "channel", "phone") is Channel.PHONE
    assert read(rows, "channel", "") is Channel.ROOM
    with pytest.raises(NotRead, match="in one room, by phone, by mail, by video"):
        read(rows, "channel", "by pigeon")


def test_people_are_read_by_as_much_of_their_names_as_tells_them_apart(rows: MeetingRows) -> None:
    names = ("Inés Carrasco", "Paolo Conti", "Paolo Carli")
    assert read(rows, "people", "carrasco, conti", *names) == (1, 2)
    assert read(rows, "people", "Paolo Conti, Paolo Conti", *names) == (2,)
    assert read(rows, "people", "", *names) == ()
    with pytest.raises(NotRead, match="may be: Paolo Conti, Paolo Carli"):
        read(rows, "people", "paolo", *names)
    with pytest.raises(NotRead, match="There are: Inés Carrasco"):
        read(rows, "people", "Smith", "Inés Carrasco")
    with pytest.raises(NotRead, match="Add Smith in People first"):
        read(rows, "people", "Smith")


def page(bench: Bench) -> PlanStep:
    bench.step("plan")
    found = bench.view.page
    assert isinstance(found, PlanStep)
    return found


def test_a_meeting_is_planned_changed_and_taken_back_where_it_is_planned(bench: Bench) -> None:
    supplier = bench.negotiation.supplier_id
    person = bench.driver.logbook.counterparts.add(supplier_id=supplier, name="Inés Carrasco").made
    bench.view.show_negotiation(bench.negotiation_id)
    step = page(bench)
    step.go_spot("0", "meeting")
    bench.tabbed("1 Dec, 10:00", "by video", "", "carrasco", "terms for 2027")
    (made,) = bench.negotiation.meetings
    assert made.planned_at == at(12, 1, 10)
    assert (made.channel, made.people, made.purpose) == (Channel.VIDEO, (person,), "terms for 2027")
    assert step.folds["meetings"].head.accessibleDescription().replace(NO_BREAK, " ") == "next Tue 1 Dec, 10:00"
    part = step.lists["meetings"]
    part.go_to(made.id, "place")
    bench.keys("Murcia", Key.Key_Return)
    assert bench.negotiation.meetings[0].place == "Murcia"
    bench.undo()
    assert bench.view.step == "plan"
    assert bench.negotiation.meetings[0].place == ""


def test_a_meeting_that_was_held_is_only_read(bench: Bench) -> None:
    book = bench.driver.logbook
    made = book.meetings.start(bench.negotiation_id).made
    book.meetings.end(made)
    bench.view.show_negotiation(bench.negotiation_id)
    step = page(bench)
    step.folds["meetings"].set_open(True)
    cell = step.lists["meetings"].sheet.model.cell(0, 0)
    assert cell.state & CellState.READ_ONLY
    assert cell.reason == "This meeting was held."
    assert step.folds["meetings"].head.accessibleDescription() == "1 held, none planned"


def test_an_agenda_asks_for_the_meeting_only_where_there_are_several(bench: Bench) -> None:
    book = bench.driver.logbook
    first = book.meetings.plan(bench.negotiation_id, planned_at=at(12, 1, 10)).made
    bench.view.show_negotiation(bench.negotiation_id)
    step = page(bench)
    step.folds["agenda"].set_open(True)
    agenda = step.lists["agenda"]
    assert "meeting" not in [column.key for column in agenda.sheet.model.columns]
    second = book.meetings.plan(bench.negotiation_id, planned_at=at(12, 8, 10)).made
    bench.view.show_negotiation(bench.negotiation_id)
    bench.view.refresh(book.plan_points.add(bench.negotiation_id, kind=PointKind.AGENDA, text="Needs"))
    (point,) = bench.negotiation.plan_points
    agenda.setFocus()
    agenda.go_to(point.id, "meeting")
    bench.keys("8 Dec", Key.Key_Return)
    assert bench.negotiation.plan_points[0].meeting_id == second
    agenda.go_to(point.id, "meeting")
    bench.keys("10:00", Key.Key_Return)
    assert bench.negotiation.plan_points[0].meeting_id == second
    agenda.go_to(point.id, "meeting")
    assert "Type which meeting it is for" in agenda.sheet.strip.text
    assert first != second


def test_a_paste_over_the_end_of_the_list_is_one_step(bench: Bench) -> None:
    made = bench.driver.logbook.meetings.plan(bench.negotiation_id, planned_at=at(12, 1, 10), place="Murcia").made
    bench.view.show_negotiation(bench.negotiation_id)
    step = page(bench)
    step.folds["meetings"].set_open(True)
    part = step.lists["meetings"]
    part.setFocus()
    part.go_to(made, "place")
    bench.paste("Porto\nBraga\n")
    assert sorted(each.place for each in bench.negotiation.meetings) == ["Braga", "Porto"]
    bench.undo()
    assert [each.place for each in bench.negotiation.meetings] == ["Murcia"]
