"""tests: meetings, lines, concessions, commitments, debriefs and drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from core.changes import Touched
from core.debrief import Outcome
from core.errors import NotAllowed
from core.line import Verb
from core.log import Entry
from core.meeting import Channel
from core.message import message
from core.negotiation import Status
from core.side import Side
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import START, Filled, given, offer, ticking


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


def test_a_line_is_logged_with_all_that_it_says(full: Logbook, ids: Filled) -> None:
    first, second = full.negotiations.load(ids.negotiation).lines[0], full.negotiations.load(ids.negotiation).lines[-1]
    assert [(term.issue_id, term.value) for term in first.terms] == [(ids.price, Decimal("1.55")), (ids.terms, "EXW")]
    assert first.conditions == (Term(issue_id=ids.closing, value=date(2026, 5, 10)),)
    assert (first.condition_words, first.note, first.valid_until) == ("board agrees", "calm", date(2026, 3, 28))
    assert first.said == given()
    assert first.terms[1].withdrawn_at is not None
    assert second.terms[0].upto == Decimal("1.52")
    assert second.in_return == (Term(issue_id=ids.terms, value="DDP", assumed=True),)
    assert (second.is_final, second.exception, second.at) == (True, "the only tin left", START + timedelta(hours=1))


def test_what_follows_from_a_line_is_one_step_with_it(full: Logbook, ids: Filled) -> None:
    found = full.negotiations.load(ids.negotiation)
    by_text = {line.text: line for line in found.lines}
    added = by_text["+ prepaid % 100..0"]
    assert added.issues == (found.issues[-1].id,)
    assert found.issue_by_id[ids.price].weight == Decimal("0.861957")
    assert found.commitments[0].line_id == by_text["t ! drawings fri"].id
    assert (found.concessions[0].from_line_id, found.concessions[0].to_line_id) == (ids.first, ids.second)
    assert by_text["t ? incoterm"].issues == (ids.terms, ids.price)


def test_lines_are_in_the_order_they_were_said(full: Logbook, ids: Filled) -> None:
    early = offer(ids.negotiation, "t 1.60", at=START - timedelta(hours=2))
    changes = full.lines.log(ids.negotiation, Entry(line=early))
    assert changes.touched == {Touched("line", changes.made), Touched("negotiation", ids.negotiation)}
    assert full.negotiations.load(ids.negotiation).lines[0].text == "t 1.60"


def test_an_entry_that_needs_a_reason_is_not_logged(full: Logbook, ids: Filled) -> None:
    before = full.dump()
    entry = Entry(
        line=offer(ids.negotiation, "w 1.60", side=Side.US), needs_reason=message("limit.needs_reason", why="x")
    )
    with pytest.raises(NotAllowed) as caught:
        full.lines.log(ids.negotiation, entry)
    assert caught.value.message == message("limit.needs_reason", why="x")
    assert full.dump() == before


def test_a_line_is_withdrawn_on_some_issues_or_on_all(full: Logbook, ids: Filled) -> None:
    taken = full.negotiations.load(ids.negotiation).lines[0].terms[1].withdrawn_at
    full.lines.withdraw(ids.first)
    line = full.negotiations.load(ids.negotiation).lines[0]
    assert line.terms[1].withdrawn_at == taken
    assert all(term.withdrawn_at is not None for term in (*line.terms, *line.conditions))
    assert full.lines.withdraw(ids.first).entry == 0


def test_an_unread_line_is_cleared_up_and_keeps_text_and_times(full: Logbook, ids: Filled) -> None:
    unread = full.negotiations.load(ids.negotiation).unread[0]
    read = offer(
        ids.negotiation, "price 1.49", Term(issue_id=ids.price, value=Decimal("1.49")),
        at=START + timedelta(days=1), said=given(), round_number=9,
    )  # fmt: skip
    full.lines.reread(unread.id, Entry(line=read))
    found = next(line for line in full.negotiations.load(ids.negotiation).lines if line.id == unread.id)
    assert found == replace(
        read, id=unread.id, text=unread.text, at=unread.at, logged_at=unread.logged_at, round_number=unread.round_number
    )
    with pytest.raises(NotAllowed):
        full.lines.reread(unread.id, Entry(line=read))
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).unread == (unread,)


def test_the_note_of_a_line_changes_and_what_was_said_does_not(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).lines[0]
    full.lines.change_note(ids.first, "boss called twice")
    assert full.negotiations.load(ids.negotiation).lines[0] == replace(before, note="boss called twice")
    assert [each.field for each in full.journal.history("line", ids.first)[0].fields] == ["note"]


def test_a_line_logged_before_any_meeting_opens_the_talk(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    book.lines.log(matter, Entry(line=offer(matter, "by mail", verb=Verb.NOTE, note="x")))
    found = book.negotiations.load(matter)
    assert (found.status, found.lines[0].meeting_id) == (Status.TALKING, None)


def test_a_concession_is_completed_or_dismissed(full: Logbook, ids: Filled) -> None:
    step = full.negotiations.load(ids.negotiation).concessions[0]
    assert (step.in_return_for, step.confirmed) == ("120k cans", True)
    full.concessions.dismiss(step.id)
    assert full.negotiations.load(ids.negotiation).concessions == ()


def test_commitments_are_kept_and_opened_again(full: Logbook, ids: Filled) -> None:
    fields = {"side": Side.US, "text": "samples", "due": date(2026, 4, 1), "counterpart_id": ids.person}
    made = full.commitments.add(ids.negotiation, **fields).made
    full.commitments.keep(made, date(2026, 3, 30))
    full.commitments.change(made, text="two samples")
    found = full.negotiations.load(ids.negotiation).commitments[-1]
    assert (found.text, found.done_on) == ("two samples", date(2026, 3, 30))
    full.commitments.keep(made, None)
    assert full.negotiations.load(ids.negotiation).commitments[-1].done_on is None
    full.commitments.delete(made)
    assert len(full.negotiations.load(ids.negotiation).commitments) == 1


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.AGREED, Status.AGREED), (Outcome.NO_DEAL, Status.NO_DEAL), (Outcome.ADJOURNED, Status.TALKING)],
)
def test_closing_sets_the_status_and_ends_the_meeting(book: Logbook, outcome: Outcome, status: Status) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    book.meetings.start(matter)
    book.debriefs.close(matter, outcome)
    found = book.negotiations.load(matter)
    assert (found.status, found.open_meeting) == (status, None)
    assert found.debrief is not None
    assert found.debrief.outcome is outcome


def test_a_debrief_keeps_its_words_when_it_is_opened_and_closed_again(full: Logbook, ids: Filled) -> None:
    full.debriefs.reopen(ids.negotiation)
    assert full.negotiations.load(ids.negotiation).status is Status.TALKING
    assert full.debriefs.reopen(ids.negotiation).entry == 0
    full.debriefs.close(ids.negotiation, Outcome.NO_DEAL)
    found = full.negotiations.load(ids.negotiation)
    assert found.status is Status.NO_DEAL
    assert found.debrief is not None
    assert (found.debrief.deal, found.debrief.learning, found.debrief.relationship) == ((), "Ask why first", 1)
    deal = (Term(issue_id=ids.price, value=Decimal("1.42")),)
    full.debriefs.change(ids.negotiation, deal=deal, outcome=Outcome.AGREED, recommendation="sign")
    found = full.negotiations.load(ids.negotiation)
    assert found.status is Status.AGREED
    assert found.debrief is not None
    assert (found.debrief.deal, found.debrief.recommendation) == (deal, "sign")


def test_a_debrief_that_is_not_there_cannot_be_changed(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    with pytest.raises(NotAllowed):
        book.debriefs.change(matter, learning="x")


def test_a_draft_outlives_the_program_and_is_outside_undo(path: Path) -> None:
    with Logbook.open(path, clock=ticking()) as book:
        book.suppliers.add(name="A")
        book.drafts.keep("meet/1", "t 1.4")
        book.drafts.keep("meet/1", "t 1.48")
        book.drafts.keep("meet/2", "w")
        assert book.journal.undo_label == message("journal.supplier_added", name="A")
    with Logbook.open(path, clock=ticking()) as book:
        assert (book.drafts.read("meet/1"), book.drafts.read("meet/2"), book.drafts.read("nowhere")) == (
            "t 1.48",
            "w",
            "",
        )
        book.journal.undo()
        assert book.drafts.read("meet/1") == "t 1.48"
        book.drafts.keep("meet/1", "")
        assert book.drafts.read("meet/1") == ""
