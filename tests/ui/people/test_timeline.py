"""tests: the timeline of a person, page by page."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from core.note import Topic
from core.side import Basis
from tests.ui.conftest import NOW
from tests.ui.desk import Driver
from tests.ui.people.met import BRANDL, ELENA, meet, rows, shown
from ui.dossier import SUMMARY
from ui.people.timeline import FIRST
from ui.people.view import TIMELINE


def test_the_timeline_tells_the_latest_first_and_brings_older_events(cases: Driver) -> None:
    for number in range(FIRST + 10):
        on = NOW.date() - timedelta(days=number)
        cases.logbook.notes.add(counterpart_id=BRANDL, topic=Topic.HOPE, basis=Basis.SAID, text=f"H{number}", on=on)
    screen = shown(cases, TIMELINE, BRANDL)
    timeline = screen.timeline
    count = cases.logbook.timelines.count(BRANDL)
    assert timeline.table.model.rowCount() == FIRST + 1
    assert rows(timeline.table)[0] == ("24 Nov 2026", "Note", "Hope: H0")
    assert rows(timeline.table)[-1][2] == f"{count - FIRST} earlier"
    timeline.table.setFocus()
    timeline.table.go_to("more")
    cases.press(Qt.Key.Key_Return)
    assert timeline.table.model.rowCount() == count
    kinds = {row[1] for row in rows(timeline.table)}
    assert {"Note", "Meeting", "Commitment", "Deal"} <= kinds
    # what happens meanwhile shows, and what was brought stays
    cases.session.take(
        cases.logbook.notes.add(counterpart_id=BRANDL, topic=Topic.HOPE, basis=Basis.SAID, text="new", on=NOW.date())
    )
    assert timeline.table.model.rowCount() >= count
    assert rows(timeline.table)[0][2] == "Hope: new"


def test_enter_in_the_timeline_goes_where_the_event_stands(cases: Driver) -> None:
    matter = meet(cases.logbook, ELENA, ())
    note = cases.logbook.notes.add(
        counterpart_id=ELENA, topic=Topic.HOPE, basis=Basis.SAID, text="A frame", on=NOW.date()
    ).made
    screen = shown(cases, TIMELINE)
    screen.timeline.table.setFocus()
    screen.timeline.table.go_to(f"note/{note}")
    cases.press(Qt.Key.Key_Return)
    assert screen.tabs.current == SUMMARY
    assert screen.notes.table.current() == note
    screen.show_tab(TIMELINE)
    screen.timeline.table.setFocus()
    meeting = cases.logbook.negotiations.load(matter).meetings[0].id
    screen.timeline.table.go_to(f"meeting/{meeting}")
    cases.press(Qt.Key.Key_Return)
    assert (cases.place.record, cases.place.part) == (matter, "analyse")
