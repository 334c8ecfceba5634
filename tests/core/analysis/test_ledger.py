"""tests: who gave how much for what, and whose turn it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.analysis.ledger import Answered, Ledger, ledger
from core.side import Side
from tests.core.analysis.test_moves import talk
from tests.core.analysis.test_price_increase import known
from tests.core.cases import four_issues, line


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
