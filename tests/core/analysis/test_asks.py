"""tests: what to ask in return for what is given, and what to ask next."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.analysis.asks import Ask, in_return, next_asks
from core.estimate import Subject
from core.negotiation import Negotiation
from core.value import Valuation, by_issue, is_outside
from tests.core.analysis.cases import estimate
from tests.core.analysis.test_price_increase import known
from tests.core.cases import four_issues, negotiation, terms

POINT = Fraction(1, 100)
TABLE = {1: 106, 2: 30, 3: 8, 4: 24}


def told(found: tuple[Ask, ...]) -> list[dict[int, str]]:
    return [{after.issue_id: str(after.value) for _, after in each.changes} for each in found]


def asked(subject: Negotiation, cost: Fraction) -> tuple[Ask, ...]:
    return in_return(Valuation(subject), by_issue(terms({1: 106, 2: 30, 3: 8, 4: 24})), cost)


def test_each_issue_pays_by_its_least_step_and_what_is_cheapest_for_them_comes_first() -> None:
    found = asked(known(), 5 * POINT)
    # their warranty counts nothing; a week of lead time costs them 3.3 points, a euro 4, a day of payment 0.87
    assert told(found) == [{4: "36"}, {1: "105.00"}, {3: "6"}]
    assert found[0].cost == 0
    assert found[1].cost == 4 * POINT
    assert all(each.gain >= 5 * POINT for each in found)


def test_without_estimates_what_moves_least_of_its_range_comes_first() -> None:
    found = asked(four_issues(), 5 * POINT)
    assert told(found) == [{1: "105.00"}, {2: "42"}, {3: "6"}]
    assert [each.cost for each in found] == [None, None, None]


def test_where_one_issue_is_not_enough_two_pay_together() -> None:
    table = by_issue(terms({2: 50, 3: 6, 4: 24}))
    found = in_return(Valuation(four_issues()), table, 8 * POINT)
    assert len(found) == 3
    assert all(len(each.changes) == 2 and each.gain >= 8 * POINT for each in found)
    assert {before.issue_id for before, _ in found[0].changes} == {2, 3}


def test_nothing_that_is_left_pays_for_too_much() -> None:
    assert in_return(Valuation(four_issues()), by_issue(terms({4: 30})), 8 * POINT) == ()
    assert in_return(Valuation(negotiation()), {}, POINT) == ()


def test_what_they_likely_will_not_give_comes_last() -> None:
    subject = known()
    shy = replace(subject, estimates=(*subject.estimates, estimate(4, Subject.LIMIT, 30)))
    found = asked(shy, 5 * POINT)
    assert told(found)[0] == {1: "105.00"}
    assert [each.past_their_limit for each in in_return(Valuation(shy), by_issue(terms(TABLE)), 5 * POINT, most=4)] == [
        False, False, False, True,
    ]  # fmt: skip


@given(
    st.fixed_dictionaries(
        {1: st.integers(100, 110), 2: st.integers(14, 60), 3: st.integers(4, 10), 4: st.integers(12, 36)}
    ),
    st.integers(1, 40),
    st.booleans(),
)
def test_every_ask_makes_good_for_the_cost_inside_the_ranges(table: dict[int, int], cost: int, estimated: bool) -> None:
    subject = known() if estimated else four_issues()
    valuation = Valuation(subject)
    before = by_issue(terms(table))
    start = valuation.package(before)
    assert start is not None
    for each in in_return(valuation, before, cost * POINT):
        after = {**before, **{term.issue_id: term for _, term in each.changes}}
        value = valuation.package(after)
        assert value is not None
        assert value.low - start.low == each.gain >= cost * POINT
        assert not any(is_outside(subject.issue_by_id[term.issue_id], term.value) for _, term in each.changes)
        if len(each.changes) == 2:
            lesser = [{**before, term.issue_id: term} for _, term in each.changes]
            assert all((valuation.package(one) or value).low - start.low < cost * POINT for one in lesser)


def test_next_is_asked_what_gains_us_most_for_what_it_costs_them() -> None:
    wishes = {1: Decimal(103), 2: Decimal(45), 3: Decimal(8), 4: Decimal(36)}
    found = next_asks(Valuation(known()), by_issue(terms(TABLE)), wishes)
    assert told(found) == [{4: "36"}, {1: "103"}, {2: "45"}]
    assert found[1].gain == 15 * POINT
    unknown = next_asks(Valuation(four_issues()), by_issue(terms(TABLE)), wishes)
    assert told(unknown) == [{1: "103"}, {2: "45"}, {4: "36"}]
