"""tests: meetings from plan to end, with rounds that run on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.agenda import Entry
from core.errors import NotAllowed
from core.meeting import Channel
from core.message import message
from core.negotiation import Status
from core.plan import PointKind
from db.logbook import Logbook
from tests.golden.fill import START, Filled


def test_a_planned_meeting_is_started_with_the_next_round_and_ended(full: Logbook, ids: Filled) -> None:
    planned = full.negotiations.load(ids.negotiation).meetings[0]
    assert not planned.is_open
    full.meetings.start(ids.negotiation, meeting_id=planned.id, people=(ids.person,))
    found = full.negotiations.load(ids.negotiation)
    assert found.open_meeting is not None
    assert (found.open_meeting.id, found.open_meeting.people, found.round_number) == (planned.id, (ids.person,), 3)
    with pytest.raises(NotAllowed):
        full.meetings.start(ids.negotiation)
    full.meetings.next_round(planned.id)
    assert full.negotiations.load(ids.negotiation).round_number == 4
    full.meetings.change(planned.id, place="Modena", channel=Channel.VIDEO, people=())
    full.meetings.end(planned.id)
    assert full.meetings.end(planned.id).entry == 0
    meeting = full.negotiations.load(ids.negotiation).meetings[0]
    assert (meeting.place, meeting.channel, meeting.people) == ("Modena", Channel.VIDEO, ())
    assert not meeting.is_open
    with pytest.raises(NotAllowed):
        full.meetings.next_round(planned.id)


def test_starting_a_meeting_turns_preparing_into_talking_and_undo_turns_it_back(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    book.meetings.start(matter)
    found = book.negotiations.load(matter)
    assert (found.status, found.round_number) == (Status.TALKING, 1)
    assert [each.number for each in found.meetings[0].rounds] == [1]
    book.journal.undo()
    found = book.negotiations.load(matter)
    assert (found.status, found.meetings) == (Status.PREPARING, ())


def test_deleting_a_meeting_keeps_what_was_said_in_it(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    full.meetings.delete(ids.meeting)
    after = full.negotiations.load(ids.negotiation)
    assert len(after.lines) == len(before.lines)
    assert after.lines[0].meeting_id is None
    assert full.notes.of_counterpart(ids.person)[0].meeting_id is None
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_a_persons_meetings_come_by_time_whatever_they_are_about(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    person, other = (book.counterparts.add(supplier_id=supplier, name=name).made for name in ("Elena", "Paolo"))
    one, two = (book.negotiations.add(supplier_id=supplier, title=title).made for title in ("One", "Two"))
    later = book.meetings.plan(one, planned_at=START + timedelta(days=9), people=[other, person]).made
    held = book.meetings.start(two, started_at=START, people=[person]).made
    book.meetings.plan(one, planned_at=START, people=[other])
    found = book.meetings.of_counterpart(person)
    assert [(each.id, each.negotiation_id) for each in found] == [(held, two), (later, one)]


def test_a_pause_lasts_until_it_or_the_meeting_ends(full: Logbook, ids: Filled) -> None:
    meeting = full.meetings.start(ids.negotiation).made
    full.meetings.pause(meeting, 10)
    with pytest.raises(NotAllowed):
        full.meetings.pause(meeting)
    full.meetings.resume(meeting)
    full.meetings.pause(meeting)
    full.meetings.end(meeting)
    found = next(each for each in full.negotiations.load(ids.negotiation).meetings if each.id == meeting)
    assert [(each.minutes, each.ended_at is not None) for each in found.pauses] == [(10, True), (None, True)]
    assert found.pauses[1].ended_at == found.ended_at


def test_notes_of_a_meeting_grow_line_by_line(full: Logbook, ids: Filled) -> None:
    full.meetings.change(ids.meeting, notes="")
    full.meetings.add_notes(ids.meeting, "first")
    full.meetings.add_notes(ids.meeting, "second")
    found = next(each for each in full.negotiations.load(ids.negotiation).meetings if each.id == ids.meeting)
    assert found.notes == "first\nsecond"


def test_a_meeting_is_held_from_its_start_to_its_end_with_the_entries_of_its_agenda(full: Logbook, ids: Filled) -> None:
    assert full.meetings.held() == ()
    other = full.meetings.plan(ids.negotiation).made
    made = full.meetings.start(ids.negotiation, place="Parma").made
    full.plan_points.add_many(
        ids.negotiation,
        (
            {"kind": PointKind.AGENDA, "text": "Delivery plan", "minutes": 20},
            {"kind": PointKind.AGENDA, "text": "Only here", "meeting_id": made},
            {"kind": PointKind.AGENDA, "text": "Elsewhere", "meeting_id": other},
            {"kind": PointKind.PROTECT, "text": "The other plant"},
        ),
    )
    (held,) = full.meetings.held()
    assert (held.meeting_id, held.negotiation_id, held.place) == (made, ids.negotiation, "Parma")
    assert held.supplier_name == "Conserva & Figli"
    assert held.entries == (Entry("Delivery plan", 20), Entry("Only here"))
    full.meetings.end(made)
    assert full.meetings.held() == ()


def test_several_meetings_are_planned_changed_and_deleted_in_one_step_each(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    made = full.meetings.add_many(
        ids.negotiation, ({"place": "Modena", "people": [ids.person]}, {"place": "Parma"})
    ).made
    assert full.journal.undo_label == message("journal.meetings_planned", count=2)
    first, second = full.negotiations.load(ids.negotiation).meetings[-2:]
    assert (first.id, first.people, second.place) == (made, (ids.person,), "Parma")
    full.meetings.change_many({first.id: {"people": ()}, second.id: {"channel": Channel.VIDEO}})
    first, second = full.negotiations.load(ids.negotiation).meetings[-2:]
    assert (first.people, first.place, second.channel) == ((), "Modena", Channel.VIDEO)
    full.meetings.delete_many([first.id, second.id])
    assert full.negotiations.load(ids.negotiation) == before
    for _ in range(3):
        full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before
    assert full.journal.redo_label == message("journal.meetings_planned", count=2)


def test_meetings_are_changed_and_planned_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    first = before.meetings[0].id
    changes = full.meetings.put_many(
        ids.negotiation,
        {first: {"place": "Porto", "people": (ids.person,)}},
        [{"place": "Braga"}, {"purpose": "Terms"}],
    )
    assert full.journal.undo_label == message("journal.parts_changed", count=3)
    found = full.negotiations.load(ids.negotiation).meetings
    assert (found[0].id, found[0].place, found[0].people) == (first, "Porto", (ids.person,))
    assert [(each.place, each.purpose) for each in found[-2:]] == [("Braga", ""), ("", "Terms")]
    assert changes.made == found[-2].id
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before
