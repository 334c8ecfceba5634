"""What Meet shows: positions of both sides, the dot, promises, and the half-typed line."""

from __future__ import annotations

from core.verdict import Flag
from tests.ui.meet.conftest import PEAS, Clock
from ui.meet.presenter import MeetPresenter, PositionRow


def _say_all(presenter: MeetPresenter, clock: Clock, *lines: str) -> None:
    for text in lines:
        clock.turn(minutes=1)
        presenter.log(presenter.read(text))


def _position(presenter: MeetPresenter, name: str) -> PositionRow:
    return next(row for row in presenter.positions() if row.name == name)


def test_positions_show_what_both_sides_stand_by_and_how_far_apart(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "w p 1.190", "t p 1.280", "t lead 2w", "w ok lead")
    price = _position(presenter, "Price")
    assert (price.they, price.we, price.apart) == ("1.280", "1.190", "0.090")
    assert _position(presenter, "Lead time").state == "agreed 10:04"
    assert _position(presenter, "Payment").they == "–"


def test_their_term_past_our_limit_is_marked_check_and_fills_the_dot(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "t p 1.28")
    assert _position(presenter, "Price").is_check
    assert presenter.level() is Flag.ACT
    _say_all(presenter, clock, "t p 1.190, pay 60, lead 1w")
    assert not _position(presenter, "Price").is_check
    assert presenter.level() is not Flag.ACT


def test_a_meeting_starts_has_rounds_and_ends(presenter: MeetPresenter, clock: Clock) -> None:
    assert presenter.next_round() is None
    assert presenter.end() is None
    presenter.start()
    presenter.load(PEAS)
    clock.turn(minutes=27)
    assert presenter.started() == ("Started 10:00", "27 min")
    before = presenter.negotiation.round_number
    presenter.next_round()
    presenter.load(PEAS)
    assert presenter.negotiation.round_number == before + 1
    presenter.end()
    presenter.load(PEAS)
    assert presenter.negotiation.open_meeting is None


def test_the_meeting_planned_for_today_is_the_one_that_starts(presenter: MeetPresenter) -> None:
    (planned,) = presenter.negotiation.meetings
    presenter.start()
    presenter.load(PEAS)
    assert presenter.negotiation.open_meeting is not None
    assert presenter.negotiation.open_meeting.id == planned.id


def test_promises_are_listed_until_they_are_kept(presenter: MeetPresenter, clock: Clock) -> None:
    _say_all(presenter, clock, "t ! send the index proof")
    (promise,) = presenter.promises()
    assert (promise.who, promise.text) == ("They", "send the index proof")
