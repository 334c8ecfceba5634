"""tests: core/findings/trades.py - what to give for what, what to explore, and signs with the ways back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from core.estimate import Subject
from core.findings.frontier import case_seen
from core.findings.seen import Seen
from core.findings.trades import MOST_QUESTIONS, Traded, questions, trade_hints, turn_signs, ways_back
from core.line import Verb
from core.negotiation import Negotiation
from core.side import Basis, Side
from core.strategy import Position
from core.words import NO_BREAK, Words
from tests.core.analysis.test_moves import talk
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, changed, four_issues, line


def seen(found: Negotiation) -> Seen:
    return Seen(found, Words(), MOMENT + timedelta(hours=1))


def traded(found: Negotiation) -> Traded:
    at = seen(found)
    return trade_hints(at, case_seen(at))


def position(side: Side, interest: str, **fields: object) -> Position:
    return Position(negotiation_id=1, side=side, interest=interest, **fields)  # type: ignore[arg-type]


def test_the_best_pair_comes_first_in_words_with_both_rates_and_its_basis() -> None:
    made = traded(known())
    # 40 points of theirs for 20 of ours on the payment, 40 for 50 on the price, nothing on the warranty
    first, *others = made.hints
    assert first.words == (
        "Give Payment, get Warranty: each point that it costs us brings them 2.00, and what we get costs them nothing."
    )
    assert others[0].words == (
        "Give Payment, get Price: each point that it costs us brings them 2.00, each that we get costs them 0.80."
    )
    assert first.basis is Basis.GUESS
    assert made.note == "Their values are estimates: 10 guesses."


def test_what_costs_us_nothing_is_said_so() -> None:
    free = changed(known(), 2, weight=Decimal(0))
    words = [hint.words for hint in traded(free).hints]
    assert words[0] == (
        "Give Payment, get Lead time: what we give costs us nothing, and each point that we get costs them 0.80."
    )
    assert "Give Payment, get Warranty: neither costs its giver anything." in words


def test_a_pair_rests_on_what_is_estimated_of_its_own_issues() -> None:
    base = known()
    stronger = tuple(
        replace(each, basis=Basis.SAID if each.issue_id == 1 else Basis.OBSERVED) if each.issue_id in (1, 2) else each
        for each in base.estimates
    )
    bases = {hint.words.split(":")[0]: hint.basis for hint in traded(replace(base, estimates=stronger)).hints}
    assert bases["Give Payment, get Price"] is Basis.OBSERVED
    assert bases["Give Payment, get Lead time"] is Basis.GUESS


def test_from_where_the_table_stands_the_step_that_suits_both_is_named() -> None:
    found = replace(known(), lines=(line(1, Side.THEM, {1: 106, 2: 60, 3: 7, 4: 24}),))
    words = traded(found).hints[1].words.replace(NO_BREAK, " ")
    assert " From their offer: Payment 60 to " in words
    assert " for Price 106 to " in words
    assert words.endswith(" better off.")


def test_without_estimates_one_sentence_says_what_to_enter() -> None:
    made = traded(four_issues())
    assert made.hints == ()
    assert made.note.startswith("Trades need estimates of their side: what each issue counts to them")
    weightless = replace(four_issues(), issues=tuple(replace(each, weight=None) for each in four_issues().issues))
    assert traded(weightless).note == Words().message(seen(weightless).valuation.obstacle)  # type: ignore[arg-type]


def test_sides_that_weigh_alike_have_nothing_to_trade() -> None:
    base = known()
    likely = {1: "0.5", 2: "0.2", 3: "0.2", 4: "0"}
    alike = tuple(
        replace(each, likely=Decimal(likely[each.issue_id or 0])) if each.subject is Subject.WEIGHT else each
        for each in base.estimates
    )
    found = changed(replace(base, estimates=alike), 4, weight=Decimal(0))
    assert traded(found).hints == ()
    assert traded(found).note.startswith("No pair of issues is worth trading")


def test_questions_are_made_of_both_interests_and_no_longer_than_can_be_read() -> None:
    assert questions(seen(four_issues())) == ()
    both = (position(Side.US, "a steady price", issue_id=1), position(Side.THEM, "cash", issue_id=1))
    (hint,) = questions(seen(four_issues(positions=both)))
    assert hint.words.startswith("Price: we want “a steady price”, they “cash”.")
    assert hint.basis is Basis.GUESS
    (asked,) = questions(seen(four_issues(positions=both[:1])))
    assert asked.basis is None, "it rests on our own interest"
    many = tuple(position(Side.THEM, f"wish {number}") for number in range(MOST_QUESTIONS + 3))
    found = questions(seen(four_issues(positions=many)))
    assert len(found) == MOST_QUESTIONS + 1
    assert found[-1].words == "And 3 more."


def test_signs_come_with_ways_back_and_a_calm_talk_has_neither() -> None:
    calm = seen(talk(known(), line(1, Side.THEM, {1: 106})))
    assert turn_signs(calm) == ()
    assert ways_back(calm) == ()
    stormy = seen(talk(known(), line(1, Side.THEM, verb=Verb.SANCTION, rest="we stop delivery")))
    assert [each.words for each in turn_signs(stormy)] == ["They threatened: “we stop delivery”."]
    way, risk = ways_back(stormy)[0]
    assert way == "Take time: propose a break, or to meet again."
    assert risk.startswith("They may use the time")
