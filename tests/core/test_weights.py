"""tests: weights as entered, as ranks and as money, and what an issue added in the talk takes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.message import Message
from core.negotiation import Negotiation, Weighting
from core.weights import money_per_share, shares, with_new_issue, without_issue
from tests.core.cases import canned_food, changed, four_issues, issue, negotiation


def weighed(*weights: object, weighting: Weighting = Weighting.DIRECT) -> Negotiation:
    issues = (issue(place, f"Issue {place}", 0, 10, weight) for place, weight in enumerate(weights, start=1))
    return negotiation(*issues, weighting=weighting)


def found(subject: Negotiation) -> dict[int, Fraction]:
    result = shares(subject)
    assert not isinstance(result, Message)
    return result


def code(subject: Negotiation) -> str:
    result = shares(subject)
    assert isinstance(result, Message)
    return result.code


def test_shares_are_exact_parts_of_the_sum_of_any_numbers() -> None:
    assert found(weighed(1, 1, 1)) == {1: Fraction(1, 3), 2: Fraction(1, 3), 3: Fraction(1, 3)}
    assert found(weighed("50", "0.5", 0)) == {1: Fraction(100, 101), 2: Fraction(1, 101), 3: 0}


def test_an_issue_without_a_weight_counts_nothing() -> None:
    assert found(weighed(3, None, 1)) == {1: Fraction(3, 4), 2: 0, 3: Fraction(1, 4)}


def test_weights_of_zero_are_no_weights() -> None:
    assert code(weighed(0, 0)) == code(weighed(None)) == "weights.none_direct"
    assert code(weighed(None, weighting=Weighting.RANKING)) == "weights.none_ranking"
    assert code(weighed(1, weighting=Weighting.MONEY)) == "weights.none_money"
    assert code(weighed()) == "weights.no_issues"
    assert code(weighed(1, -1)) == "weights.negative"


def test_ranks_weigh_by_their_centroids_and_ties_share_the_mean() -> None:
    three = found(weighed(1, 2, 3, weighting=Weighting.RANKING))
    assert list(three.values()) == [Fraction(11, 18), Fraction(5, 18), Fraction(2, 18)]
    tied = found(weighed(1, 2, 2, weighting=Weighting.RANKING))
    assert list(tied.values()) == [Fraction(11, 18), Fraction(7, 36), Fraction(7, 36)]
    assert list(found(weighed(2, None, 1, 0, weighting=Weighting.RANKING)).values()) == [
        Fraction(1, 4),
        0,
        Fraction(3, 4),
        0,
    ]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8))
def test_ranked_shares_add_up_and_never_rise_with_the_rank(ranks: list[int]) -> None:
    ranked = found(weighed(*ranks, weighting=Weighting.RANKING))
    assert sum(ranked.values()) == 1
    by_rank = sorted(zip(ranks, ranked.values(), strict=True))
    assert all(above[1] >= below[1] for above, below in pairwise(by_rank))


def test_money_weighs_the_first_case_as_the_article_does() -> None:
    case = canned_food()
    assert round(float(found(case)[1]), 5) == 0.95773
    assert round(float(found(case)[2]), 5) == 0.04227
    assert money_per_share(case) == Fraction("20882.78")


def test_a_price_per_thousand_counts_a_thousandth_of_the_quantity() -> None:
    price = issue(1, "Price", 4, 5, reference_quantity=200_000, price_basis=1000)
    assert money_per_share(negotiation(price, weighting=Weighting.MONEY)) == 200


def test_a_unit_price_without_two_different_ends_cannot_be_weighed_in_money() -> None:
    assert code(changed(canned_food(), 1, best=None)) == "scale.no_ends"
    assert code(changed(canned_food(), 1, best=Decimal("1.60"))) == "scale.same_ends"
    assert code(changed(canned_food(), 2, money_worth=Decimal(-1))) == "weights.negative_money"


def test_with_direct_weights_the_money_issue_gives_the_scale_its_worth() -> None:
    price = issue(1, "Price", "1.35", "1.55", 50, reference_quantity=100_000)
    other = issue(2, "Payment", 60, 14, 50)
    case = negotiation(price, other)
    assert money_per_share(case) == 40_000  # 400.00 a point
    assert money_per_share(negotiation(other)) is None
    assert money_per_share(changed(case, 1, weight=Decimal(0))) is None


def test_a_new_issue_takes_its_share_and_scales_the_others() -> None:
    weight, others = with_new_issue(four_issues(), issue(0, "Penalty", 2, 0, "0.1"))
    assert weight == Decimal("0.1")
    assert others == {1: Decimal("0.45"), 2: Decimal("0.18"), 3: Decimal("0.18"), 4: Decimal("0.09")}


def test_a_new_issue_is_weighed_on_the_scale_of_the_others() -> None:
    weight, others = with_new_issue(weighed(60, 40), issue(0, "Penalty", 2, 0, 10))
    assert (weight, others) == (Decimal(10), {1: Decimal(54), 2: Decimal(36)})


def test_weights_without_an_end_are_multiplied_until_they_have_one() -> None:
    weight, others = with_new_issue(weighed(1, 1, 1), issue(0, "Penalty", 2, 0, 1))
    assert (weight, others) == (Decimal(3), {1: Decimal(2), 2: Decimal(2), 3: Decimal(2)})


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(1, 60))
def test_the_others_keep_their_proportions(weights: list[int], new: int) -> None:
    case = weighed(*weights)
    total = sum(weights)
    if total <= new:
        return
    weight, others = with_new_issue(case, issue(0, "New", 1, 0, new))
    after = {each.id: others.get(each.id, each.weight) for each in case.issues}
    whole = sum(Fraction(each or 0) for each in after.values()) + Fraction(weight or 0)
    assert Fraction(weight or 0) / whole == Fraction(new, total)
    before = found(case)
    assert all(Fraction(after[key] or 0) / whole == share * (1 - Fraction(new, total)) for key, share in before.items())


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.integers(1, 60))
def test_taking_a_new_issue_back_gives_the_others_their_weights_again(weights: list[int], new: int) -> None:
    case = weighed(*weights)
    if sum(weights) <= new:
        return
    weight, others = with_new_issue(case, issue(0, "New", 1, 0, new))
    after = [replace(each, weight=others.get(each.id, each.weight)) for each in case.issues]
    with_it = replace(case, issues=(*after, issue(9, "New", 1, 0, weight)))
    back = without_issue(with_it, 9, Decimal(new))
    assert {each.id: back.get(each.id, each.weight) for each in after} == {each.id: each.weight for each in case.issues}
    unknown = without_issue(with_it, 9)
    restored = tuple(replace(each, weight=unknown.get(each.id, each.weight)) for each in after)
    assert found(replace(case, issues=restored)) == found(case)


def test_taking_a_rank_back_moves_the_ranks_below_it_up() -> None:
    case = weighed(1, 2, 3, 4, weighting=Weighting.RANKING)
    assert without_issue(case, 2) == {3: Decimal(2), 4: Decimal(3)}
    assert without_issue(weighed(5, None), 2) == {}
    assert without_issue(canned_food(), 2) == {}


def test_a_share_in_per_cent_and_a_worth_in_money_say_the_share_themselves() -> None:
    weight, others = with_new_issue(weighed(60, 40), issue(0, "New", 1, 0), share=Decimal("0.25"))
    assert (weight, others) == (Decimal(25), {1: Decimal(45), 2: Decimal(30)})
    case = negotiation(issue(1, "Price", 1, 2, 80, reference_quantity=9000), issue(2, "Other", 1, 0, 10))
    worth = money_per_share(case)
    assert worth == 10_125
    weight, others = with_new_issue(case, issue(0, "New", 1, 0, money_worth="3375"))
    assert weight == Decimal("22.5")
    assert others == {1: Decimal(60), 2: Decimal("7.5")}


def test_without_weights_the_new_one_is_taken_as_it_is() -> None:
    assert with_new_issue(weighed(None), issue(0, "New", 1, 0, 5)) == (Decimal(5), {})
    assert with_new_issue(weighed(5), issue(0, "New", 1, 0)) == (None, {})
    assert with_new_issue(canned_food(), issue(0, "New", 1, 0, money_worth=5)) == (None, {})


def test_a_new_rank_moves_the_ranks_below_it_down() -> None:
    case = weighed(1, 2, 3, weighting=Weighting.RANKING)
    assert with_new_issue(case, issue(0, "New", 1, 0, 2)) == (Decimal(2), {2: Decimal(3), 3: Decimal(4)})


@pytest.mark.parametrize("weight", [1, "1.5", -1])
def test_a_weight_that_leaves_nothing_to_the_others_is_refused(weight: object) -> None:
    with pytest.raises(BadInput):
        with_new_issue(four_issues(), issue(0, "New", 1, 0, weight))


def test_adding_changes_no_record_that_stands() -> None:
    case = four_issues()
    with_new_issue(case, issue(0, "New", 1, 0, "0.1"))
    assert case == replace(four_issues())
