"""tests: what we gave away are our unanswered steps in meetings with the person, with what they cost us."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from core.given_away import given_away, worth_by_currency
from core.meeting import Meeting
from core.side import Side
from tests.core.analysis.test_moves import talk
from tests.core.cases import MOMENT, four_issues, line

ELENA = 7
MEETINGS = (Meeting(id=1, negotiation_id=1, started_at=MOMENT, people=(ELENA,)),)


def test_steps_for_which_nothing_came_back_are_given_away_newest_first() -> None:
    found = talk(
        four_issues(meetings=MEETINGS),
        line(1, Side.US, {1: 100, 2: 60}, meeting_id=1),
        line(2, Side.US, {1: 101}, meeting_id=1),
        line(3, Side.US, {2: 37}, meeting_id=1),
        line(4, Side.US, {1: 102}, meeting_id=1),
        line(5, Side.THEM, {1: 110}, meeting_id=1),
    )
    gave = given_away([found], ELENA)
    assert [(each.issue.name, each.start, each.end) for each in gave] == [
        ("Price", Decimal(101), Decimal(102)),
        ("Payment", Decimal(60), Decimal(37)),
        ("Price", Decimal(100), Decimal(101)),
    ]
    assert [each.share for each in gave] == [Fraction("0.05"), Fraction("0.10"), Fraction("0.05")]
    assert gave[0].at > gave[1].at
    assert gave[0].currency == "EUR"


def test_what_was_paid_for_waits_or_was_said_without_the_person_is_not() -> None:
    paid = talk(
        four_issues(meetings=MEETINGS),
        line(1, Side.US, {1: 100}, meeting_id=1),
        line(2, Side.US, {1: 102}, meeting_id=1),
        line(3, Side.THEM, {1: 110}, meeting_id=1),
    )
    assert len(given_away([paid], ELENA)) == 1
    assert given_away([paid], 8) == ()
    assert given_away([replace(paid, meetings=())], ELENA) == ()
    answered = replace(paid, concessions=(replace(paid.concessions[0], in_return_for="longer contract"),))
    assert given_away([answered], ELENA) == ()
    waiting = talk(four_issues(meetings=MEETINGS), *paid.lines[:2])
    assert given_away([waiting], ELENA) == ()


def test_money_makes_a_sum_of_its_own_currency_and_points_make_none() -> None:
    found = talk(
        four_issues(meetings=MEETINGS),
        line(1, Side.US, {1: 100}, meeting_id=1),
        line(2, Side.US, {1: 101}, meeting_id=1),
        line(3, Side.THEM, {1: 110}, meeting_id=1),
    )
    (step,) = given_away([found], ELENA)
    steps = [
        replace(step, money=Fraction(100)),
        replace(step, money=Fraction(20), currency="USD"),
        replace(step, money=Fraction("0.5")),
        replace(step, money=None),
    ]
    assert worth_by_currency(steps) == {"EUR": Fraction("100.5"), "USD": Fraction(20)}
