"""One typed line on its way down: read, composed and logged in one transaction."""

from __future__ import annotations

from datetime import date

import pytest

from core.errors import NotAllowed
from core.line import Verb
from core.meeting import Channel
from core.words import Words
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.entry import log_line, read_line


def test_a_line_is_logged_with_both_verdicts_and_starts_a_meeting(logbook: Logbook, say: Words, clock: Clock) -> None:
    negotiation = logbook.negotiations.load(PEAS)
    logged = log_line(logbook, negotiation, read_line(negotiation, "t p 1.28", say, clock()), say, clock())
    assert logged.words == "They offer Price 1.28\u00a0EUR/kg"
    assert logged.line.said is not None
    assert logged.line.stands is not None
    assert logged.reason is None
    assert logged.negotiation.open_meeting is not None
    assert logged.line.meeting_id == logged.negotiation.open_meeting.id


def test_the_first_line_and_the_meeting_that_it_begins_are_one_step(logbook: Logbook, say: Words, clock: Clock) -> None:
    before = logbook.negotiations.load(PEAS)
    (planned,) = before.meetings
    logged = log_line(logbook, before, read_line(before, "t p 1.28", say, clock()), say, clock())
    held = logged.negotiation.open_meeting
    assert held is not None
    assert (held.id, held.started_at, held.place) == (planned.id, clock(), planned.place)
    assert logged.line.round_number == held.rounds[-1].number
    assert logged.line.channel is held.channel
    logbook.journal.undo()
    assert logbook.negotiations.load(PEAS) == before


@pytest.mark.parametrize("text", ["t p 1.28 by mail", "t p 1.28, pay 60 by phone", "t p 1.28 by mail @20.11."])
def test_a_line_by_mail_or_phone_starts_no_meeting_and_is_judged_at_its_time(
    logbook: Logbook, say: Words, clock: Clock, text: str
) -> None:
    negotiation = logbook.negotiations.load(PEAS)
    logged = log_line(logbook, negotiation, read_line(negotiation, text, say, clock()), say, clock())
    assert logged.negotiation.open_meeting is None
    assert logged.negotiation.meetings == negotiation.meetings
    assert logged.line.meeting_id is None
    assert logged.line.channel is (Channel.PHONE if "phone" in text else Channel.MAIL)
    assert logged.line.at.date() == (date(2026, 11, 20) if "@" in text else clock().date())
    assert logged.line.said is not None
    assert logged.line.stands is not None


def test_a_line_by_mail_that_cannot_be_read_starts_no_meeting_either(
    logbook: Logbook, say: Words, clock: Clock
) -> None:
    negotiation = logbook.negotiations.load(PEAS)
    logged = log_line(logbook, negotiation, read_line(negotiation, "t 1o2 by mail", say, clock()), say, clock())
    assert logged.line.verb is Verb.UNREAD
    assert logged.negotiation.open_meeting is None


def test_a_line_by_mail_during_a_meeting_belongs_to_it(logbook: Logbook, say: Words, clock: Clock) -> None:
    logbook.meetings.start(PEAS, started_at=clock())
    clock.turn(minutes=5)
    negotiation = logbook.negotiations.load(PEAS)
    logged = log_line(logbook, negotiation, read_line(negotiation, "t p 1.28 by mail", say, clock()), say, clock())
    assert logged.line.meeting_id is not None
    assert logged.line.channel is Channel.MAIL


def test_an_own_line_past_the_limit_leaves_nothing_behind_without_a_reason(
    logbook: Logbook, say: Words, clock: Clock
) -> None:
    negotiation = logbook.negotiations.load(PEAS)
    reading = read_line(negotiation, "w p 1.29", say, clock())
    with pytest.raises(NotAllowed):
        log_line(logbook, negotiation, reading, say, clock())
    assert logbook.negotiations.load(PEAS) == negotiation
    logged = log_line(logbook, negotiation, reading, say, clock(), "to keep the line running")
    assert logged.line.exception == "to keep the line running"


def test_an_unread_line_says_why(logbook: Logbook, say: Words, clock: Clock) -> None:
    negotiation = logbook.negotiations.load(PEAS)
    logged = log_line(logbook, negotiation, read_line(negotiation, "t 9 8 7", say, clock()), say, clock())
    assert logged.line.verb is Verb.UNREAD
    assert logged.line.text == "t 9 8 7"
    assert logged.reason is not None
    assert logged.verdicts is None
