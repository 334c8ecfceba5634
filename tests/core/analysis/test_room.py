"""tests: what may still be given."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from core.analysis.room import Room, room
from core.message import Message
from core.negotiation import Negotiation
from core.side import Side
from core.words import Words
from tests.core.analysis.test_moves import talk
from tests.core.cases import MOMENT, changed, four_issues, line


def test_what_may_still_be_given_ends_at_the_batna_and_the_minimum() -> None:
    found = talk(four_issues(), line(1, Side.US, {1: 102, 2: 60, 3: 6, 4: 24}))
    left = room(found, MOMENT.replace(hour=12))
    assert isinstance(left, Room)
    value = Fraction("0.8") / 2 + Fraction("0.2") + Fraction(4, 6) / 5 + Fraction(1, 20)
    assert left.value == value
    assert left.floor == Fraction(671, 1380)
    assert left.points == value - Fraction(671, 1380)
    (price,) = (move for move in left.furthest if move.issue_id == 1)
    # 29.7 points are 5.94 of the 10 in price, in steps of .01
    assert price.end == Decimal("107.94")
    assert value + price.ours >= left.floor > value + price.ours - Fraction(1, 2000)


def test_the_limit_ends_it_sooner_and_the_minimum_too() -> None:
    limited = talk(changed(four_issues(), 1, limit=Decimal(105)), line(1, Side.US, {1: 102, 2: 60, 3: 6, 4: 24}))
    left = room(limited, MOMENT.replace(hour=12))
    assert isinstance(left, Room)
    assert [move.end for move in left.furthest if move.issue_id == 1] == [Decimal("105.00")]
    minimum = four_issues()
    for issue_id, value in ((1, 103), (2, 60), (3, 6), (4, 24)):
        minimum = changed(minimum, issue_id, minimum=Decimal(value))
    higher = room(talk(minimum, line(1, Side.US, {1: 102, 2: 60, 3: 6, 4: 24})), MOMENT.replace(hour=12))
    assert isinstance(higher, Room)
    assert higher.points == Fraction("0.05")


def test_an_offer_past_the_floor_leaves_nothing_and_says_so() -> None:
    left = room(talk(four_issues(), line(1, Side.US, {1: 110, 2: 14, 3: 10, 4: 12})), MOMENT.replace(hour=12))
    assert isinstance(left, Room)
    assert left.points < 0
    assert left.furthest == ()
    assert left.message.code == "room.past"


def test_an_offer_worth_just_the_floor_leaves_nothing_to_give() -> None:
    left = room(talk(four_issues(), line(1, Side.US, {1: 104, 2: 30, 3: 8, 4: 24})), MOMENT.replace(hour=12))
    assert isinstance(left, Room)
    assert left.points == 0
    assert Words().message(left.message).startswith("Nothing may be given any more: ")


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (four_issues(), "room.nothing_offered"),
        (talk(four_issues(alternatives=()), line(1, Side.US, {1: 100})), "room.no_floor"),
        (talk(changed(four_issues(), 1, best=None), line(1, Side.US, {1: 100})), "verdict.cannot_judge"),
    ],
)
def test_where_it_cannot_be_told_it_says_what_is_missing(found: Negotiation, code: str) -> None:
    left = room(found, MOMENT.replace(hour=12))
    assert isinstance(left, Message)
    assert left.code == code
