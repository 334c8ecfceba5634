"""tests: pause, key moments, agenda, people and notes of a meeting, by keys and through the presenter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.changes import Changes
from core.errors import StorageTrouble
from core.line import Verb
from core.meeting import Channel
from core.plan import PointKind
from core.words import Words
from db.logbook import Logbook
from tests.pictures.stage import NOW
from tests.ui.desk import CTRL, SHIFT, Driver
from ui.drafts import meeting_draft
from ui.meet.entry import log_line, read_line
from ui.meet.meeting_panel import MeetingPanel
from ui.meet.sitting import Sitting
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(tmp_path: Path, clock: Clock) -> Iterator[Logbook]:
    with Logbook.create(tmp_path / "book.logroll", clock=clock) as made:
        supplier = made.suppliers.add(name="Sorano").made
        made.counterparts.add(supplier_id=supplier, name="Elena")
        made.counterparts.add(supplier_id=supplier, name="Marco")
        matter = made.negotiations.add(supplier_id=supplier, title="Tins").made
        made.issues.add(matter, name="price", best=Decimal(1), worst=Decimal(2), weight=Decimal(1))
        yield made


def sitting(book: Logbook, clock: Clock) -> Sitting:
    found = Sitting(book, Words(), clock)
    found.show(book.negotiations.load(1))
    return found


def test_a_pause_counts_down_and_then_says_by_how_much_it_is_over(book: Logbook, clock: Clock) -> None:
    assert sitting(book, clock).toggle_pause() is None
    book.meetings.start(1)
    assert sitting(book, clock).pause_words() == ""
    sitting(book, clock).toggle_pause()
    told = []
    for minutes in (0, 0.5, 9, 0.5, 2):
        clock.pass_minutes(minutes)
        told.append(sitting(book, clock).pause_words())
    assert told == [
        "Pause, 10 min left", "Pause, 10 min left", "Pause, 1 min left", "Pause, 0 min left", "Pause, 2 min over",
    ]  # fmt: skip
    sitting(book, clock).toggle_pause()
    assert sitting(book, clock).pause is None
    assert len(book.negotiations.load(1).meetings[0].pauses) == 1


def test_the_agenda_tells_the_time_of_its_issues_against_what_was_meant(book: Logbook, clock: Clock) -> None:
    book.plan_points.add(1, kind=PointKind.AGENDA, text="Price of the year", issue_id=1, minutes=15)
    book.plan_points.add(1, kind=PointKind.AGENDA, text="Any other business", minutes=5)
    assert sitting(book, clock).agenda() == ()
    meeting = book.meetings.start(1).made
    book.meetings.plan(1)
    book.plan_points.add(1, kind=PointKind.AGENDA, text="another meeting's", meeting_id=meeting + 1)
    clock.pass_minutes(20)
    found = sitting(book, clock).agenda()
    assert [(each.text, each.time, each.is_over) for each in found] == [
        ("Price of the year", "0 of 15 min", False),
        ("Any other business", "5 min", False),
    ]
    matter = book.negotiations.load(1)
    log_line(book, matter, read_line(matter, "t price 1.5", Words(), clock.now), Words(), clock.now)
    first = sitting(book, clock).agenda()[0]
    assert (first.time, first.is_over) == ("20 of 15 min", True)


def test_who_sits_in_the_meeting_is_noted_and_taken_back(book: Logbook, clock: Clock) -> None:
    book.meetings.start(1)
    sitting(book, clock).seat(2, is_here=True)
    sitting(book, clock).seat(1, is_here=True)
    assert [(each.person.name, each.is_here) for each in sitting(book, clock).sitters()] == [
        ("Elena", True), ("Marco", True),
    ]  # fmt: skip
    sitting(book, clock).seat(2, is_here=False)
    assert book.negotiations.load(1).meetings[0].people == (1,)


def meet(cases: Driver) -> MeetView:
    cases.go(Place(NEGOTIATION, 4, "meet"))
    view = cases.screen(NegotiationScreen).tab
    assert isinstance(view, MeetView)
    view.focus_first()
    return view


def test_keys_of_a_meeting_work_from_the_entry_line(cases: Driver) -> None:
    view = meet(cases)
    view.head.start.click()
    view.focus_first()
    cases.press(Qt.Key.Key_B, CTRL)
    assert view.presenter.sitting.pause is not None
    assert "Pause, 10 min left" in cases.texts(view.head)
    cases.press(Qt.Key.Key_B, CTRL)
    assert view.presenter.sitting.pause is None
    before = cases.logbook.negotiations.load(4).round_number
    cases.press(Qt.Key.Key_R, CTRL)
    assert cases.logbook.negotiations.load(4).round_number == before + 1
    cases.write("t # looks at the clock")
    cases.press(Qt.Key.Key_Return)
    cases.press(Qt.Key.Key_M, CTRL)
    line = cases.logbook.negotiations.load(4).spoken[-1]
    assert (line.verb, line.is_key) == (Verb.NOTE, True)
    assert view.log.model.rows[0].cells["condition"].text == "key moment"
    cases.press(Qt.Key.Key_M, CTRL)
    assert not cases.logbook.negotiations.load(4).spoken[-1].is_key


def test_the_status_bar_names_harmless_keys_in_a_meeting_and_the_usual_ones_elsewhere(cases: Driver) -> None:
    meet(cases)
    told = " ".join(cases.texts(cases.window.status))
    assert {"pause", "round"} <= set(told.split())
    assert "Quick note" not in told
    cases.go(Place(NEGOTIATION, 4, "prepare"))
    assert "Quick note" in " ".join(cases.texts(cases.window.status))


def test_the_panel_of_the_meeting_takes_people_place_and_notes_and_shows_none_of_it_behind(cases: Driver) -> None:
    view = meet(cases)
    view.head.start.click()
    view.focus_first()
    cases.press(Qt.Key.Key_M, CTRL | SHIFT)
    panel = cases.panel(MeetingPanel)
    panel.people[0].setFocus()
    cases.press(Qt.Key.Key_Space)
    panel.form.line("place").setFocus()
    cases.write("Roeselare")
    panel.form.text("notes").setFocus()
    cases.write("She looked at the calendar twice")
    cases.press(Qt.Key.Key_Escape)
    assert not cases.has_panel
    meeting = cases.logbook.negotiations.load(4).open_meeting
    assert meeting is not None
    assert (meeting.place, len(meeting.people), meeting.channel) == ("Roeselare", 1, Channel.ROOM)
    assert meeting.notes == "She looked at the calendar twice"
    assert not any("calendar" in text for text in cases.texts(view))


def test_notes_of_the_meeting_are_kept_while_they_are_written_and_come_back_after_a_crash(cases: Driver) -> None:
    view = meet(cases)
    view.head.start.click()
    view.focus_first()
    meeting = cases.logbook.negotiations.load(4).open_meeting
    assert meeting is not None
    cases.press(Qt.Key.Key_M, CTRL | SHIFT)
    cases.panel(MeetingPanel).form.text("notes").setFocus()
    cases.write("looked at the calendar")
    cases.wait(lambda: cases.logbook.drafts.read(meeting_draft(meeting.id)) == "looked at the calendar")
    cases.press(Qt.Key.Key_Escape)
    assert cases.logbook.drafts.read(meeting_draft(meeting.id)) == ""
    # as if the program had ended while it was written
    cases.logbook.drafts.keep(meeting_draft(meeting.id), "looked at the calendar twice")
    cases.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert cases.panel(MeetingPanel).form.text("notes").toPlainText() == "looked at the calendar twice"
    cases.press(Qt.Key.Key_Escape)
    found = cases.logbook.negotiations.load(4).open_meeting
    assert found is not None
    assert found.notes == "looked at the calendar twice"


def test_notes_that_a_crash_left_half_written_are_in_the_meeting_when_it_is_closed(cases: Driver) -> None:
    view = meet(cases)
    view.head.start.click()
    meeting = cases.logbook.negotiations.load(4).open_meeting
    assert meeting is not None
    cases.logbook.drafts.keep(meeting_draft(meeting.id), "looked at the calendar")
    assert view.presenter.end() is not None
    found = next(each for each in cases.logbook.negotiations.load(4).meetings if each.id == meeting.id)
    assert found.ended_at is not None
    assert found.notes == "looked at the calendar"
    assert cases.logbook.drafts.read(meeting_draft(meeting.id)) == ""


def test_notes_that_the_logbook_refuses_stay_kept(cases: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    view = meet(cases)
    view.head.start.click()
    view.focus_first()
    meeting = cases.logbook.negotiations.load(4).open_meeting
    assert meeting is not None
    cases.press(Qt.Key.Key_M, CTRL | SHIFT)
    cases.panel(MeetingPanel).form.text("notes").setFocus()
    cases.write("looked at the calendar")

    def full(*_ids: object, **_fields: object) -> Changes:
        raise StorageTrouble("logbook.full")

    monkeypatch.setattr(cases.logbook.meetings, "change", full)
    cases.press(Qt.Key.Key_Escape)
    assert cases.answers.codes == ["logbook.full"]
    assert cases.logbook.drafts.read(meeting_draft(meeting.id)) == "looked at the calendar"
