"""tests: what closed negotiations with a supplier came to, always with the sample that it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.dealings import Against, Habits, Sampled, ended, habits, terms_history
from core.debrief import Debrief, Outcome
from core.line import Verb
from core.negotiation import Negotiation, Status
from core.side import Side
from core.term import Value
from tests.core.cases import canned_food, changed, four_issues, line, terms


def closed(number: int, deal: dict[int, Any], *lines: Any, outcome: Outcome = Outcome.AGREED) -> Negotiation:
    """Return the table of golden figures with a target of 104 / 30 / 8 / 24, closed in January of a year."""
    found = four_issues(lines=lines)
    for issue_id, value in ((1, 104), (2, 30), (3, 8), (4, 24)):
        found = changed(found, issue_id, fair=Decimal(value))
    debrief = Debrief(
        id=number,
        negotiation_id=number,
        outcome=outcome,
        deal=terms(deal),
        closed_at=datetime(2020 + number, 1, 14, tzinfo=UTC),
    )
    status = Status.NO_DEAL if outcome is Outcome.NO_DEAL else Status.AGREED
    return replace(found, id=number, title=f"Peas {2020 + number}", debrief=debrief, status=status)


def asking(*prices: Any, issue: int = 1) -> list[Any]:
    """Return their offers on one issue, one after the other."""
    return [line(number, Side.THEM, {issue: price}) for number, price in enumerate(prices, 1)]


def values(*found: Any) -> list[Value]:
    return [Decimal(str(each)) for each in found]


def test_a_deal_worth_the_target_is_won_and_a_lesser_one_short_by_so_much() -> None:
    level = ended(closed(1, {1: 104, 2: 30, 3: 8, 4: 24}))
    assert (level.against, level.by) == (Against.WON, Fraction(0))
    # a worse price in a better package is won: the package counts
    better = ended(closed(1, {1: 105, 2: 60, 3: 5, 4: 24}))
    assert (better.against, better.by) == (Against.WON, Fraction(2, 3) - Fraction(671, 1380))
    short = ended(closed(1, {1: 106, 2: 30, 3: 8, 4: 24}))
    assert (short.against, short.by) == (Against.SHORT, Fraction(-1, 10))
    assert (short.lead and short.lead.name, short.term and short.term.value) == ("Price", Decimal(106))


def test_the_gap_is_in_money_where_an_issue_is_money() -> None:
    food = changed(changed(canned_food(), 1, fair=Decimal("1.42")), 2, fair=Decimal(0))
    debrief = Debrief(
        negotiation_id=1,
        outcome=Outcome.AGREED,
        deal=terms({1: "1.45", 2: 0}),
        closed_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    found = ended(replace(food, debrief=debrief))
    assert (found.against, found.money) == (Against.SHORT, Fraction(-3000))


def test_open_terms_leave_it_open_unless_even_the_best_is_short() -> None:
    assert ended(closed(1, {1: 104})).against is Against.UNKNOWN
    assert ended(closed(1, {1: 104})).by is None
    assert ended(closed(1, {1: 130})).against is Against.SHORT
    assert ended(closed(1, {1: 130})).by is None


def test_no_deal_and_no_target_are_said_as_they_are() -> None:
    assert ended(closed(1, {}, outcome=Outcome.NO_DEAL)).against is Against.NO_DEAL
    debrief = Debrief(
        negotiation_id=1, outcome=Outcome.AGREED, deal=terms({1: 104}), closed_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert ended(four_issues(debrief=debrief)).against is Against.UNKNOWN
    with pytest.raises(ValueError, match="not closed"):
        ended(four_issues())


def test_terms_are_listed_per_issue_last_agreed_first() -> None:
    second = closed(2, {1: 105, 2: 45})
    other_unit = changed(closed(1, {1: 102, 4: 12}), 1, unit="USD")
    third = changed(closed(3, {1: 103}), 1, name="price ")
    found = terms_history([third, second, other_unit, closed(0, {1: 999}, outcome=Outcome.NO_DEAL)])
    assert [(each.name, each.unit, len(each.agreed)) for each in found] == [
        ("price ", "EUR", 2),
        ("Payment", "days", 1),
        ("Price", "USD", 1),
        ("Warranty", "months", 1),
    ]
    assert [each.term.value for each in found[0].agreed] == values(103, 105)
    assert [each.title for each in found[0].agreed] == ["Peas 2023", "Peas 2022"]


def test_below_two_negotiations_nothing_is_said_of_habits() -> None:
    one = closed(1, {1: 104}, *asking(110, 108, 107))
    silent = closed(2, {1: 104})
    assert habits([]) == Habits()
    assert habits([one, silent]) == Habits(sample=1)


def test_the_first_step_is_a_share_of_what_they_asked_first() -> None:
    found = habits([closed(2, {1: 108}, *asking(110, 108)), closed(1, {1: 99}, *asking(100, 99))])
    assert found.first_step == Sampled((Fraction(2, 110) + Fraction(1, 100)) / 2, 2)
    # one step each: nothing to shrink
    assert found.shrink is None


def test_later_steps_are_held_against_the_step_before() -> None:
    halves = closed(2, {1: 103}, *asking(110, 106, 104, 103))
    level = closed(1, {1: 106}, *asking(110, 108, 106))
    assert habits([halves, level]).shrink == Sampled(Fraction(1, 4), 2)


def test_a_repeated_or_conditional_term_and_a_step_back_are_no_steps() -> None:
    lines = [
        line(1, Side.THEM, {1: 110}),
        line(2, Side.THEM, {1: 110}),
        line(3, Side.THEM, {1: 101}, condition_words="board agrees"),
        line(4, Side.THEM, {1: 112}),
        line(5, Side.THEM, {1: 108}),
        line(6, Side.US, {1: 100}),
    ]
    found = habits([closed(2, {1: 108}, *lines), closed(1, {1: 108}, *lines)])
    assert found.first_step == Sampled(Fraction(4, 112), 2)


def test_agreeing_to_what_we_asked_is_a_step() -> None:
    lines = (line(1, Side.THEM, {1: 110}), line(2, Side.US, {1: 105}), line(3, Side.THEM, {1: 105}, verb=Verb.AGREE))
    assert habits([closed(2, {}, *lines), closed(1, {}, *lines)]).first_step == Sampled(Fraction(5, 110), 2)
    # at the end it is a step, but no later one that shrinks or grows
    leap = closed(3, {1: 101}, *asking(110, 108))
    found = habits([leap, leap])
    assert found.first_step == Sampled(Fraction(2, 110), 2)
    assert found.shrink is None


def test_what_they_gave_most_often_and_what_never() -> None:
    gave_both = [*asking(110, 108), line(8, Side.THEM, {2: 14}), line(9, Side.THEM, {2: 30, 3: 10})]
    gave_payment = [*asking(108), line(8, Side.THEM, {2: 14, 3: 9})]
    found = habits(
        [
            closed(3, {1: 108, 2: 30, 3: 10, 4: 24}, *gave_both),
            closed(2, {1: 108, 2: 30, 3: 9}, *gave_payment),
        ]
    )
    assert [(each.issue, each.times, each.of) for each in found.most_often] == [("Payment", 2, 2)]
    assert [(each.issue, each.times, each.of) for each in found.given] == [("Payment", 2, 2), ("Price", 1, 2)]
    # warranty was on the table once: one is no habit
    assert [(each.issue, each.of) for each in found.never] == [("Lead time", 2)]
