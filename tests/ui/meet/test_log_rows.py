"""The rows of the log: a new line costs one row, a changed one is shown, and a very long log shows its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.negotiation import Negotiation
from core.words import Words
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.log_rows import SHOWN, LogRows
from ui.meet.presenter import MeetPresenter


def _long(presenter: MeetPresenter, count: int) -> Negotiation:
    negotiation = replace(presenter.negotiation, meetings=())
    first = negotiation.lines[0]
    lines = [replace(first, id=first.id + number, at=first.at + timedelta(minutes=number)) for number in range(count)]
    return replace(negotiation, lines=tuple(lines))


def test_rows_are_kept_and_a_new_line_adds_one(presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    rows = LogRows(say, clock)
    before = rows.of(_long(presenter, 5))
    after = rows.of(_long(presenter, 6))
    assert len(after) == 6
    assert all(one is other for one, other in zip(after[1:], before, strict=True))


def test_a_line_that_changed_is_shown_as_it_is(presenter: MeetPresenter, say: Words, clock: Clock) -> None:
    rows = LogRows(say, clock)
    negotiation = _long(presenter, 3)
    rows.of(negotiation)
    changed = replace(negotiation, lines=(*negotiation.lines[:2], replace(negotiation.lines[2], terms=())))
    assert rows.of(changed)[0].words.text == ""
    assert len(rows.of(replace(negotiation, lines=negotiation.lines[:1]))) == 1


def test_a_very_long_log_shows_its_end_until_all_is_asked_for(
    presenter: MeetPresenter, say: Words, clock: Clock
) -> None:
    rows = LogRows(say, clock)
    negotiation = _long(presenter, SHOWN + 30)
    assert len(rows.of(negotiation)) == SHOWN
    assert rows.left_out == 30
    rows.shows_all = True
    assert len(rows.of(negotiation)) == SHOWN + 30
    assert rows.left_out == 0


def test_the_opening_of_each_round_stands_before_its_first_line(presenter: MeetPresenter, clock: Clock) -> None:
    for text in ("t p 1.28", "", "w p 1.19", "t p 1.27"):
        if text:
            presenter.log(presenter.read(text))
        else:
            presenter.next_round()
            presenter.load(PEAS)
        clock.turn(minutes=1)
    rows = presenter.log_rows()[:5]
    assert [(row.time, row.who, row.words.text) for row in rows] == [
        ("10:03", "They", "Price 1.28 to 1.27 EUR/kg"),
        ("10:02", "We", "Price 1.19 EUR/kg"),
        ("10:01", "", "Round 2 opened"),
        ("10:00", "They", "Price 1.292 to 1.28 EUR/kg"),
        ("10:00", "", "Round 1 opened"),
    ]
    assert len({row.row_id for row in presenter.log_rows()}) == len(presenter.log_rows())
