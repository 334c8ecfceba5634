"""Reading against one state of a negotiation: now, as it stood when something was said, and in a line's own place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.line import Verb
from core.shorthand import Reading, Status
from core.side import Side
from core.words import Words
from db.logbook import Logbook
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.entry import log_line
from ui.meet.line_reader import LineReader


@pytest.fixture
def reader(logbook: Logbook, say: Words, clock: Clock) -> LineReader:
    """Return a reader after three lines, said at 10:01, 10:11 and 10:21 o'clock."""
    clock.turn(minutes=1)
    for text in ("t p 1.28", "t p 1.26", "w pay 60"):
        negotiation = logbook.negotiations.load(PEAS)
        log_line(logbook, negotiation, LineReader(negotiation, say).read(text, clock()), say, clock())
        clock.turn(minutes=10)
    return LineReader(logbook.negotiations.load(PEAS), say)


def _value(reading: Reading) -> object:
    assert reading.status is Status.READ
    return reading.statement.terms[0].value


def test_a_step_goes_from_what_stood_when_it_was_said(reader: LineReader, clock: Clock) -> None:
    assert _value(reader.read("t p -0.01", clock())) == Decimal("1.25")
    assert _value(reader.read("t p -0.01 @10:05", clock())) == Decimal("1.27")
    assert _value(reader.read("t p -0.01 @10:15", clock())) == Decimal("1.25")


def test_a_bare_number_goes_to_the_issue_spoken_of_then(reader: LineReader, clock: Clock) -> None:
    now, then = reader.read("t 60", clock()), reader.read("t 1.24 @10:15", clock())
    names = {issue.id: issue.name for issue in reader.context(clock()).issues}
    assert names[now.statement.terms[0].issue_id] == "Payment"
    assert names[then.statement.terms[0].issue_id] == "Price"


def test_without_who_it_is_the_last_speaker_of_that_time(reader: LineReader, clock: Clock) -> None:
    assert reader.read("p 1.25", clock()).statement.side is Side.US
    assert reader.read("p 1.25 @10:12", clock()).statement.side is Side.THEM


def test_a_correction_is_read_as_if_it_had_been_typed_instead(
    reader: LineReader, logbook: Logbook, clock: Clock
) -> None:
    second = next(line for line in logbook.negotiations.load(PEAS).lines if line.text == "t p 1.26")
    assert _value(reader.read_again(second, "t p -0.01")) == Decimal("1.27")
    assert reader.read_again(second, "p 1.25").statement.side is Side.THEM
    assert reader.read_again(second, "w p 1.20").statement.side is Side.US
    assert reader.read_again(second, "hm 7 8").statement.verb is Verb.UNREAD


def test_the_next_day_is_another_table(reader: LineReader, clock: Clock) -> None:
    first = reader.context(clock())
    clock.turn(days=1)
    assert reader.context(clock()).now.date() > first.now.date()
