"""In which meeting and round something was said: the one held then, the open one of that day, or none."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from core.meeting import Meeting, Round
from core.negotiation import Negotiation
from core.sitting import meeting_at, planned_on, round_at
from tests.core.cases import MOMENT, four_issues


def hour(hours: float) -> datetime:
    return MOMENT + timedelta(hours=hours)


def sitting(meeting_id: int, start: float, end: float | None, *rounds: tuple[int, float]) -> Meeting:
    return Meeting(
        id=meeting_id,
        negotiation_id=1,
        started_at=hour(start),
        ended_at=None if end is None else hour(end),
        rounds=tuple(Round(meeting_id=meeting_id, number=number, started_at=hour(at)) for number, at in rounds),
    )


def found(subject: Negotiation, hours: float) -> tuple[int | None, int]:
    meeting = meeting_at(subject, hour(hours))
    return None if meeting is None else meeting.id, round_at(subject, meeting, hour(hours))


TWO = four_issues(
    meetings=(
        sitting(1, 0, 2, (1, 0), (2, 1)),
        sitting(2, 24, None, (3, 24), (4, 25)),
    )
)


def test_what_is_said_in_a_meeting_belongs_to_it_and_to_the_round_of_that_time() -> None:
    assert found(TWO, 0.5) == (1, 1)
    assert found(TWO, 1.5) == (1, 2)
    assert found(TWO, 24.5) == (2, 3)
    assert found(TWO, 26) == (2, 4)


def test_what_is_said_between_meetings_belongs_to_none_and_to_the_last_round_begun() -> None:
    assert found(TWO, 5) == (None, 2)
    assert found(TWO, -1) == (None, 1)


def test_what_was_said_on_the_day_of_the_open_meeting_before_its_start_belongs_to_its_first_round() -> None:
    assert found(TWO, 23) == (2, 3)
    assert found(TWO, 23 - 24) == (None, 1)


def test_the_day_is_that_of_the_place_where_it_was_said() -> None:
    east = timezone(timedelta(hours=13))
    # the meeting begins at 23:00 there, an hour before that is the same day, eleven hours after is another one
    assert meeting_at(TWO, hour(23.5).astimezone(east)) is not None
    assert meeting_at(TWO, hour(0).astimezone(east) - timedelta(hours=1)) is None


def test_without_any_meeting_it_is_the_first_round() -> None:
    assert found(four_issues(), 3) == (None, 1)


def test_the_meeting_planned_for_a_day_is_found_by_the_day_where_one_is() -> None:
    waiting = Meeting(id=5, negotiation_id=1, planned_at=MOMENT + timedelta(days=1))
    matter = four_issues(meetings=(*TWO.meetings, waiting))
    assert planned_on(matter, MOMENT) is None
    assert planned_on(matter, MOMENT + timedelta(days=1)) is waiting
    east = timezone(MOMENT.utcoffset() or timedelta(), "here")
    far = (MOMENT + timedelta(days=1)).astimezone(timezone(timedelta(hours=14)))
    assert planned_on(matter, far) is waiting
    assert planned_on(matter, (far + timedelta(days=1)).astimezone(east)) is None
