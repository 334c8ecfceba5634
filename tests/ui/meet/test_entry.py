"""One typed line on its way down: read, composed and logged in one transaction."""

from __future__ import annotations

import pytest

from core.errors import NotAllowed
from core.line import Verb
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
