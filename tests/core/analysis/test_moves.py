"""tests: what moves are, who gave how much for what, whose turn it is, what is left to give."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from core.analysis.moves import Answered, Ledger, MoveClass, Room, classify, ledger, room, turns
from core.concessions import propose
from core.line import Line
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis, Side
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, changed, four_issues, line

PLUS, MINUS, NONE = Fraction(1), Fraction(-1), Fraction(0)


@pytest.mark.parametrize(
    ("mover", "other", "expected"),
    [
        (NONE, NONE, MoveClass.SILENT),
        (NONE, PLUS, MoveClass.NICE),
        (PLUS, PLUS, MoveClass.FORTUNATE),
        (MINUS, PLUS, MoveClass.CONCESSION),
        (MINUS, NONE, MoveClass.CONCESSION),
        (PLUS, MINUS, MoveClass.SELFISH),
        (PLUS, NONE, MoveClass.SELFISH),
        (MINUS, MINUS, MoveClass.UNFORTUNATE),
        (NONE, MINUS, MoveClass.UNFORTUNATE),
    ],
)
def test_moves_are_classed_by_what_they_change_for_both(mover: Fraction, other: Fraction, expected: MoveClass) -> None:
    assert classify(mover, other) is expected


def talk(base: Negotiation, *lines: Line) -> Negotiation:
    """Return a negotiation with these lines and the concessions that they hold."""
    found = base
    for each in lines:
        found = replace(found, lines=(*found.lines, each))
        first = len(found.concessions) + 1
        proposed = tuple(replace(made, id=at) for at, made in enumerate(propose(found, each), first))
        found = replace(found, concessions=(*found.concessions, *proposed))
    return found


def test_offers_are_classed_against_what_their_side_had_on_the_table() -> None:
    found = talk(
        known(),
        line(1, Side.THEM, {1: 108, 2: 30}),
        line(2, Side.US, {1: 102, 4: 36}),
        line(3, Side.THEM, {1: 106}),
        line(4, Side.US, {4: 24}),
        line(5, Side.THEM, {1: 107}),
        line(6, Side.THEM, {1: 105, 2: 14}, conditions={4: 12}),
    )
    made = turns(found)
    assert not isinstance(made, Message)
    assert [(turn.line.id, turn.kind) for turn in made] == [
        (3, MoveClass.CONCESSION),
        (4, MoveClass.CONCESSION),  # warranty is nothing to them: (-, 0)
        (5, MoveClass.SELFISH),
    ]
    assert made[0].ours == Fraction("0.10")
    assert made[0].theirs == Fraction("-0.08")
    assert made[0].grounds.bases == (Basis.SAID, Basis.GUESS)


def test_without_estimates_moves_have_our_side_only() -> None:
    found = talk(four_issues(), line(1, Side.THEM, {1: 108}), line(2, Side.THEM, {1: 106}))
    made = turns(found)
    assert not isinstance(made, Message)
    assert (made[0].ours, made[0].theirs, made[0].kind) == (Fraction("0.10"), None, None)


def test_the_ledger_adds_both_sides_up_and_names_what_was_given_for_nothing() -> None:
    found = talk(
        known(),
        line(1, Side.THEM, {1: 110}),
        line(2, Side.US, {1: 100, 2: 60}),
        line(3, Side.US, {1: 101}),
        line(4, Side.US, {2: 37}),
        line(5, Side.THEM, {1: 108}),
    )
    ledgered = ledger(found)
    assert [(each.concession.side, each.answered) for each in ledgered.entries] == [
        (Side.US, Answered.UNRECIPROCATED),
        (Side.US, Answered.ANSWERED),
        (Side.THEM, Answered.WAITING),
    ]
    assert ledgered.unreciprocated == ledgered.entries[:1]
    assert ledgered.given.share == Fraction("0.05") + Fraction("0.10")
    assert ledgered.received.share == Fraction("0.10")
    assert ledgered.ratio == Fraction(3, 2)
    assert ledgered.their_cost == Fraction("0.08")
    assert ledgered.next_side is Side.US


def test_a_concession_with_a_reason_is_answered_and_an_offer_without_one_leaves_it_unreciprocated() -> None:
    base = talk(known(), line(1, Side.US, {1: 100}), line(2, Side.US, {1: 102}))
    assert ledger(base).entries[0].answered is Answered.WAITING
    assert ledger(base).next_side is Side.THEM
    replied = talk(base, line(3, Side.THEM, {1: 110}))
    assert ledger(replied).entries[0].answered is Answered.UNRECIPROCATED
    paid = replace(replied, concessions=(replace(replied.concessions[0], in_return_for="longer contract"),))
    assert ledger(paid).entries[0].answered is Answered.ANSWERED


def test_before_any_concession_the_other_side_of_the_last_offer_moves() -> None:
    assert ledger(four_issues()).next_side is None
    assert ledger(talk(four_issues(), line(1, Side.US, {1: 100}))).next_side is Side.THEM
    empty: Ledger = ledger(four_issues())
    assert empty.message.code == "ledger.none"
    assert empty.ratio is None


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
