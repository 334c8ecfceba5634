"""tests: what moves are, by what they change for both sides."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from core.analysis.moves import MoveClass, classify, turns
from core.concessions import propose
from core.line import Line
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis, Side
from tests.core.analysis.test_price_increase import known
from tests.core.cases import four_issues, line

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
