"""tests: what alternatives are worth in their three forms, and which one is the BATNA."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.alternative import Alternative, Form, Unsaid
from core.batna import batna, rank, worth
from core.negotiation import Negotiation, Weighting
from core.verdict import Interval
from tests.core.cases import DAY, alternative, canned_food, changed, four_issues, issue, negotiation

GIVEN = Fraction(671, 1380)
WHOLE = {1: 104, 2: 30, 3: 8, 4: 24}


def value(subject: Negotiation, found: Alternative) -> Interval:
    result = worth(subject, found, DAY).value
    assert result is not None
    return result


def exactly(figure: Fraction | str) -> Interval:
    return Interval(Fraction(figure), Fraction(figure))


def test_the_golden_alternatives() -> None:
    assert value(four_issues(), alternative(1, "Second", WHOLE)) == exactly(GIVEN)
    cheap = value(four_issues(), alternative(2, "Cheap", {**WHOLE, 1: 95}))
    assert round(float(cheap.low), 4) == 0.9362


def test_the_first_case_with_and_without_the_switching_cost() -> None:
    found = batna(canned_food(), DAY)
    assert found is not None
    assert found.value is not None
    assert round(float(found.value.low), 5) == 0.95211
    free = batna(canned_food(switching_cost=0), DAY)
    assert free is not None
    assert free.value == exactly("1")


def test_a_term_not_stated_takes_the_baseline_or_spans_the_range() -> None:
    case = changed(four_issues(), 2, baseline=Decimal(30))
    partly = alternative(1, "Partly", {1: 104, 4: 24})
    found = worth(case, partly, DAY)
    assert found.assumed == (2,)
    assert found.value == Interval(GIVEN - Fraction("0.2") * Fraction(1, 3), GIVEN + Fraction("0.2") * Fraction(2, 3))
    spanning = worth(case, replace(partly, unsaid=Unsaid.RANGE), DAY)
    assert spanning.assumed == ()
    assert spanning.value == Interval(Fraction("0.35"), Fraction("0.75"))


def test_points_are_points() -> None:
    found = alternative(1, "Points", form=Form.POINTS, points="62.5", switching_cost=5)
    assert value(four_issues(), found) == exactly("0.575")
    assert worth(four_issues(), replace(found, points=None), DAY).value is None


def test_switching_costs_are_money_where_an_issue_is_money() -> None:
    found = alternative(1, "Points", form=Form.POINTS, points=100, switching_cost="208.8278")
    assert value(canned_food(), found) == exactly("0.99")


def test_a_total_states_the_only_unit_price() -> None:
    found = worth(canned_food(), alternative(1, "Quote", form=Form.TOTAL, total=150_000), DAY)
    assert found.stated[1].value == Decimal("1.5")
    assert found.assumed == (2,)
    assert found.value == exactly(1 - Fraction(10_000) / Fraction("20882.78"))


def test_a_total_over_several_prices_comes_to_what_it_costs_however_it_is_split() -> None:
    first = issue(1, "Tins", 1, 2, reference_quantity=1000)
    second = issue(2, "Jars", 3, 4, reference_quantity=3000)
    case = negotiation(first, second, weighting=Weighting.MONEY)
    total = value(case, alternative(1, "Quote", form=Form.TOTAL, total="11000.00"))
    # 1,000 tins at 1.25 and 3,000 jars at 3.25, or any other split of the same sum
    assert total == value(case, alternative(2, "Split", {1: "1.25", 2: "3.25"}))
    assert total == value(case, alternative(3, "Other split", {1: 2, 2: 3}))
    assert worth(case, alternative(1, "Quote", form=Form.TOTAL, total=11_000), DAY).stated == {}


def test_a_total_needs_a_unit_price_and_a_figure() -> None:
    assert worth(four_issues(), alternative(1, "Quote", form=Form.TOTAL, total=5), DAY).value is None
    assert worth(canned_food(), alternative(1, "Quote", form=Form.TOTAL), DAY).value is None


def test_chance_weighs_the_alternative_with_no_deal() -> None:
    nothing = alternative(2, "No deal", form=Form.POINTS, points=-10, no_deal=True)
    unsure = alternative(1, "Unsure", WHOLE, probability="0.8", switching_cost=2)
    case = four_issues(alternatives=(unsure, nothing))
    assert value(case, unsure) == exactly(GIVEN * Fraction("0.8") - Fraction("0.02") - Fraction("0.02"))
    assert value(case, nothing) == exactly("-0.1")


def test_chance_without_a_figure_for_no_deal_spans_both_readings() -> None:
    unsure = alternative(1, "Unsure", WHOLE, probability="0.5")
    found = worth(four_issues(alternatives=(unsure,)), unsure, DAY)
    assert found.value == Interval(GIVEN / 2, GIVEN)
    assert found.is_between_readings
    empty = alternative(2, "No deal", no_deal=True)
    assert value(four_issues(alternatives=(unsure, empty)), unsure) == Interval(GIVEN / 2, GIVEN)


def test_no_deal_has_the_value_that_is_entered_and_none_by_itself() -> None:
    case = changed(four_issues(), 2, baseline=Decimal(30))
    assert worth(case, alternative(1, "No deal", no_deal=True), DAY).value is None
    assert value(case, alternative(1, "No deal", no_deal=True, points=12)) == exactly("0.12")
    assert value(case, alternative(1, "As now", WHOLE, no_deal=True)) == exactly(GIVEN)


def named(subject: Negotiation, on: Any = DAY) -> list[str]:
    return [found.alternative.name for found in rank(subject, on)]


def test_the_batna_has_the_largest_lower_bound_then_upper_then_came_first() -> None:
    points = [
        alternative(place, f"P{place}", form=Form.POINTS, points=figure)
        for place, figure in enumerate((40, 60, 60), start=1)
    ]
    spanning = alternative(4, "Spans", {1: 102}, unsaid=Unsaid.RANGE)  # .4 to .9
    case = four_issues(alternatives=(*reversed(points), spanning))
    assert named(case) == ["P2", "P3", "Spans", "P1"]


def test_an_alternative_holds_to_its_last_day() -> None:
    first = alternative(1, "Best", form=Form.POINTS, points=60, valid_until=DAY)
    case = four_issues(alternatives=(first, alternative(2, "Next", form=Form.POINTS, points=50)))
    assert named(case) == ["Best", "Next"]
    assert named(case, DAY + timedelta(days=1)) == ["Next"]
    assert not worth(case, first, DAY + timedelta(days=1)).is_valid


def test_without_a_valid_alternative_there_is_no_batna() -> None:
    assert batna(four_issues(alternatives=()), DAY) is None
    gone = alternative(1, "Gone", WHOLE, valid_until=DAY)
    assert batna(four_issues(alternatives=(gone,)), DAY + timedelta(days=1)) is None


@pytest.mark.parametrize("weight", [0, None])
def test_without_weights_alternatives_keep_their_order_and_have_no_value(weight: int | None) -> None:
    issues = tuple(replace(each, weight=None if weight is None else Decimal(weight)) for each in four_issues().issues)
    nothing = alternative(1, "No deal", no_deal=True, points=90)
    case = negotiation(*issues, alternatives=(nothing, alternative(2, "Second", WHOLE)))
    assert named(case) == ["Second", "No deal"]
    assert all(found.value is None and found.reason is not None for found in rank(case, DAY))


def test_an_alternative_that_cannot_be_valued_ranks_last() -> None:
    case = four_issues(alternatives=(alternative(1, "Empty", form=Form.POINTS), alternative(2, "Second", WHOLE)))
    assert named(case) == ["Second", "Empty"]
