"""tests: their tactics are counted where the person sat, with who gave way after them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.line import Line, Verb
from core.meeting import Meeting
from core.negotiation import Negotiation
from core.side import Side
from core.tactics_seen import TacticSeen
from core.tactics_seen import tactics_seen as seen_in
from core.turn import Turn
from tests.core.analysis.test_moves import talk
from tests.core.cases import DAY, MOMENT, four_issues, line
from tests.core.turns import turns_of

ELENA, OTHER = 7, 8


def tactics_seen(negotiations: list[Negotiation], person: int) -> tuple[TacticSeen, ...]:
    return seen_in(turns_of(negotiations, person))


def tactic(number: int, tactic_number: int, side: Side = Side.THEM, meeting: int = 1, **fields: Any) -> Line:
    return line(number, side, verb=Verb.TACTIC, tactic=tactic_number, meeting_id=meeting, **fields)


def held(*lines: Line) -> Negotiation:
    """Hold two meetings, the second one without Elena, and propose what was conceded in them."""
    meetings = (
        Meeting(id=1, negotiation_id=1, started_at=MOMENT, people=(ELENA,)),
        Meeting(id=2, negotiation_id=1, started_at=MOMENT, people=(OTHER,)),
    )
    return talk(four_issues(meetings=meetings), *lines)


def test_only_theirs_in_meetings_with_the_person_count() -> None:
    found = held(tactic(1, 3), tactic(2, 3), tactic(3, 4), tactic(4, 5, Side.US), tactic(5, 6, meeting=2))
    assert tactics_seen([found], ELENA) == (
        TacticSeen(number=3, times=2, last=DAY),
        TacticSeen(number=4, times=1, last=DAY),
    )
    assert [each.number for each in tactics_seen([found], OTHER)] == [6]
    assert tactics_seen([], ELENA) == ()


def test_who_gives_way_after_it_tells_whether_it_was_held() -> None:
    found = held(
        line(1, Side.THEM, {1: 110}, meeting_id=1),
        line(2, Side.US, {1: 100}, meeting_id=1),
        tactic(3, 3),
        line(4, Side.THEM, {1: 108}, meeting_id=1),  # they moved
        tactic(5, 3),
        line(6, Side.US, {1: 102}, meeting_id=1),  # we moved
        tactic(7, 3),  # nobody did
    )
    (seen,) = tactics_seen([found], ELENA)
    assert (seen.times, seen.answered, seen.theirs) == (3, 2, 1)


def test_what_happens_in_another_meeting_tells_nothing() -> None:
    found = held(
        line(1, Side.THEM, {1: 110}, meeting_id=1),
        tactic(2, 3),
        line(3, Side.THEM, {1: 108}, meeting_id=2),
    )
    (seen,) = tactics_seen([found], ELENA)
    assert (seen.answered, seen.theirs) == (0, 0)


def test_all_negotiations_add_up_and_the_last_day_stays() -> None:
    later = held(tactic(1, 3, at=MOMENT + timedelta(days=90)))
    (seen,) = tactics_seen([later, held(tactic(1, 3))], ELENA)
    assert (seen.times, seen.last) == (2, DAY + timedelta(days=90))


TURNS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(Side), st.sampled_from([None, 1, 2, 3]), st.booleans()), max_size=14
)


@given(TURNS)
def test_any_uses_are_counted_with_who_gave_way_next_in_their_meeting(
    drawn: list[tuple[int, Side, int | None, bool]],
) -> None:
    turns = [
        Turn(meeting_id=meeting, at=MOMENT + timedelta(minutes=at), side=side, tactic=number, gives=gives)
        for at, (meeting, side, number, gives) in enumerate(drawn)
    ]
    found = {each.number: each for each in seen_in(turns)}
    uses = [(at, turn) for at, turn in enumerate(turns) if turn.side is Side.THEM and turn.tactic is not None]
    assert set(found) == {turn.tactic for _, turn in uses}
    for number, each in found.items():
        next_to_give = [
            next((later.side for later in turns[at + 1 :] if later.gives and later.meeting_id == turn.meeting_id), None)
            for at, turn in uses
            if turn.tactic == number
        ]
        assert each.times == len(next_to_give)
        assert each.answered == sum(side is not None for side in next_to_give)
        assert each.theirs == next_to_give.count(Side.THEM)
    times = [each.times for each in seen_in(turns)]
    assert times == sorted(times, reverse=True)
