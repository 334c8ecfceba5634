"""tests: the time of a meeting goes to what was spoken of, and time spent on little is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.line import Line, Verb
from core.meeting import Meeting, Pause
from core.negotiation import Negotiation
from core.side import Side
from core.talk_time import TalkTime, talk_time
from core.words import Words
from tests.core.cases import four_issues

START = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
MEETING = Meeting(id=5, negotiation_id=1, started_at=START)


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def asked(minute: int, *issues: int, meeting: int = 5) -> Line:
    return Line(
        id=minute, negotiation_id=1, meeting_id=meeting, at=at(minute), logged_at=at(minute), side=Side.THEM,
        verb=Verb.ASK, text="?", issues=issues,
    )  # fmt: skip


def measured(*lines: Line, meeting: Meeting = MEETING, now: int = 60) -> tuple[Negotiation, TalkTime]:
    matter = replace(four_issues(), lines=lines, meetings=(meeting,))
    return matter, talk_time(matter, meeting, at(now))


def minutes(found: TalkTime) -> dict[int, float]:
    return {each.issue_id: each.spent / timedelta(minutes=1) for each in found.issues}


def test_what_passes_before_a_line_was_spent_on_what_it_is_about() -> None:
    price, payment, *_ = (issue.id for issue in four_issues().issues)
    _, found = measured(asked(10, price), asked(30, payment), asked(40, price, payment), now=50)
    assert minutes(found) == {price: 20.0, payment: 30.0}
    assert (found.talked, found.other, found.paused) == (timedelta(minutes=50), timedelta(), timedelta())
    assert sum(each.share for each in found.issues) == 1


def test_what_names_no_issue_goes_on_about_the_last_one_and_before_any_about_none() -> None:
    price, *_ = (issue.id for issue in four_issues().issues)
    _, found = measured(asked(5), asked(10, price), asked(20), now=20)
    assert minutes(found) == {price: 15.0}
    assert found.other == timedelta(minutes=5)


def test_pauses_and_other_meetings_count_for_nothing_and_an_ended_meeting_stands_still() -> None:
    price, *_ = (issue.id for issue in four_issues().issues)
    first = Pause(id=1, meeting_id=5, started_at=at(10), ended_at=at(25))
    pauses = (first, Pause(id=2, meeting_id=5, started_at=at(50)))
    held = replace(MEETING, pauses=pauses, ended_at=at(55))
    _, found = measured(asked(30, price), asked(31, price, meeting=9), meeting=held, now=500)
    assert minutes(found) == {price: 35.0}
    assert (found.talked, found.paused) == (timedelta(minutes=35), timedelta(minutes=20))


def test_much_time_on_little_value_is_told_once() -> None:
    price, _, _, warranty = (issue.id for issue in four_issues().issues)
    _, found = measured(asked(20, price), asked(50, warranty), now=50)
    assert found.word is not None
    assert Words().message(found.word) == "30 minutes on Warranty, which is 10\xa0% of the value."
    _, found = measured(asked(20, price), asked(29, warranty), now=29)
    assert found.word is None
    assert next(each.weight for each in found.issues if each.issue_id == price) == Fraction(1, 2)


def test_a_meeting_that_has_not_begun_took_no_time() -> None:
    _, found = measured(meeting=Meeting(id=5, negotiation_id=1))
    assert (found.talked, found.issues, found.word) == (timedelta(), (), None)


@given(
    st.lists(st.tuples(st.integers(0, 90), st.lists(st.integers(1, 4), max_size=3, unique=True)), max_size=8),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 15)), max_size=3),
    st.integers(0, 100),
)
def test_every_minute_of_a_meeting_is_told_once(
    said: list[tuple[int, list[int]]], breaks: list[tuple[int, int]], now: int
) -> None:
    known = [issue.id for issue in four_issues().issues]
    lines = [
        replace(asked(minute, *(known[each - 1] for each in about)), id=number)
        for number, (minute, about) in enumerate(sorted(said), start=1)
    ]
    # one pause after the other: nobody leaves the room twice at a time
    pauses, free, rested = [], 0, 0
    for number, (start, length) in enumerate(sorted(breaks), start=1):
        begins = max(start, free)
        free = begins + length
        rested += max(0, min(now, free) - begins)
        pauses.append(Pause(id=number, meeting_id=5, started_at=at(begins), ended_at=at(free)))
    _, found = measured(*lines, meeting=replace(MEETING, pauses=tuple(pauses)), now=now)
    assert abs(found.talked - timedelta(minutes=now - rested)) < timedelta(milliseconds=1)
    assert found.talked == found.other + sum((each.spent for each in found.issues), timedelta())
    if found.talked:
        told = sum((each.share for each in found.issues), Fraction(0))
        rest = Fraction(found.other // timedelta(microseconds=1), found.talked // timedelta(microseconds=1))
        assert abs(told + rest - 1) < Fraction(1, 100_000)
