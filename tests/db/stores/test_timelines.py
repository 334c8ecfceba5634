"""tests: a timeline tells meetings, notes, promises and deals of one person, page by page, the latest first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.commitment import Commitment
from core.debrief import Outcome
from core.line import Line, Verb
from core.log import Entry
from core.meeting import Channel
from core.note import Topic
from core.side import Basis, Side
from core.timeline import Event, EventKey, Happening
from db.logbook import Logbook
from tests.golden.fill import START

DAY = START.date()


@pytest.fixture
def person(book: Logbook) -> int:
    """Meet somebody once with a promise and a deal, and another person with the same."""
    supplier = book.suppliers.add(name="Sorano").made
    elena, other = (book.counterparts.add(supplier_id=supplier, name=name).made for name in ("Elena", "Paolo"))
    for who, title in ((elena, "Cans 2027"), (other, "Peas 2027")):
        made = book.negotiations.add(supplier_id=supplier, title=title).made
        meeting = book.meetings.start(made, started_at=START, people=[who], place="Parma").made
        line = Line(
            negotiation_id=made,
            meeting_id=meeting,
            at=START,
            logged_at=START,
            side=Side.THEM,
            verb=Verb.PROMISE,
            text="x",
        )
        promise = Commitment(negotiation_id=made, side=Side.THEM, text="drawings", due=DAY + timedelta(days=9))
        book.lines.log(made, Entry(line=line, commitment=promise))
        book.meetings.plan(made, planned_at=START + timedelta(days=30), channel=Channel.PHONE, people=[who])
        book.debriefs.close(made, Outcome.AGREED)
        book.notes.add(
            counterpart_id=who, topic=Topic.LIKE, basis=Basis.SAID, text="Plans", on=DAY - timedelta(days=400)
        )
    return elena


def told(events: tuple[Event, ...]) -> list[tuple[Happening, date]]:
    return [(each.key.kind, each.key.on) for each in events]


def test_everything_with_the_person_is_told_the_latest_first(book: Logbook, person: int) -> None:
    found = book.timelines.of_counterpart(person)
    closed = next(each for each in found if each.key.kind is Happening.DEAL)
    assert told(found) == sorted(
        [
            (Happening.MEETING, DAY + timedelta(days=30)),
            (Happening.PROMISE, DAY),
            (Happening.MEETING, DAY),
            (Happening.DEAL, closed.key.on),
            (Happening.NOTE, DAY - timedelta(days=400)),
        ],
        key=lambda each: (each[1], each[0]),
        reverse=True,
    )
    assert book.timelines.count(person) == 5
    by_kind = {each.key.kind: each for each in found}
    held = by_kind[Happening.MEETING]  # the later one of the list is the earlier one in time
    assert (held.title, held.text, held.ahead, held.channel) == ("Cans 2027", "Parma", False, Channel.ROOM)
    assert (found[0].ahead, found[0].channel) == (True, Channel.PHONE)
    promise = by_kind[Happening.PROMISE]
    assert (promise.text, promise.side, promise.due, promise.done) == (
        "drawings", Side.THEM, DAY + timedelta(days=9), None,
    )  # fmt: skip
    note = by_kind[Happening.NOTE]
    assert (note.text, note.topic, note.basis, note.negotiation_id) == ("Plans", Topic.LIKE, Basis.SAID, None)
    assert (closed.outcome, closed.title) == (Outcome.AGREED, "Cans 2027")


def test_pages_follow_each_other_without_gap_or_repetition(book: Logbook, person: int) -> None:
    for number in range(20):
        on = DAY - timedelta(days=number // 3)
        book.notes.add(counterpart_id=person, topic=Topic.HOPE, basis=Basis.SAID, text=str(number), on=on)
    whole = book.timelines.of_counterpart(person, most=100)
    assert len(whole) == book.timelines.count(person) == 25
    pages: list[Event] = []
    after: EventKey | None = None
    while page := book.timelines.of_counterpart(person, after, most=4):
        assert len(page) <= 4
        pages += page
        after = page[-1].key
    assert tuple(pages) == whole


def test_a_promise_without_any_day_has_no_place_in_time(book: Logbook, person: int) -> None:
    matter = book.negotiations.rows()[0].id
    before = book.timelines.count(person)
    book.commitments.add(matter, side=Side.US, text="no day", counterpart_id=person)
    assert book.timelines.count(person) == before
    book.commitments.add(matter, side=Side.US, text="a day", counterpart_id=person, due=DAY)
    assert book.timelines.count(person) == before + 1


def test_somebody_never_met_has_no_past(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    made = book.counterparts.add(supplier_id=supplier, name="New").made
    assert book.timelines.of_counterpart(made) == ()
    assert book.timelines.count(made) == 0
