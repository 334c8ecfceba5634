"""tests: core/claim.py - the increase as a negotiation records it, tested and answered; the published figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from core.analysis.price_increase import CounterProposal, PriceTest
from core.claim import claim_tested, claimed_value, cost_lines, counter, granted, is_margin, is_price
from core.cost import ClaimedCost
from core.issue import ScaleKind
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis
from tests.core.cases import DAY, four_issues, issue

PARTS = (("material", "45", "6"), ("energy", "10", "12"), ("labour", "25", "3"), ("freight", "5", "-10"))


def cost(name: str, share: str | None, change: str | None, **fields: Any) -> ClaimedCost:
    """Return a part of the price."""
    figures = [None if text is None else Decimal(text) for text in (share, change)]
    return ClaimedCost(negotiation_id=1, name=name, share=figures[0], change=figures[1], **fields)


def claim(claimed: str | None = "9", *more: ClaimedCost, **fields: Any) -> Negotiation:
    """Return the golden issues with the golden parts and a claim; today they pay 100 within 60 days."""
    made = four_issues(
        claimed_costs=(*(cost(*each) for each in PARTS), cost("overhead and margin", "15", "0"), *more),
        claimed_increase=None if claimed is None else Decimal(claimed),
        **fields,
    )
    today = {1: Decimal(100), 2: Decimal(60), 3: Decimal(6), 4: Decimal(36)}
    return replace(made, issues=tuple(replace(each, baseline=today[each.id]) for each in made.issues))


def test_the_published_case_justifies_4_15_of_9_per_cent() -> None:
    found = claim()
    result = claim_tested(found, found.issues[0])
    assert isinstance(result, PriceTest)
    assert (result.justified, result.excess) == (Fraction("0.0415"), Fraction("0.0485"))
    assert result.margin_now == Fraction("0.1085")
    assert result.warning is None


def test_a_target_that_leaves_them_nothing_warns_of_their_continuity() -> None:
    found = claim()
    # costs are at 89.15 % of today's price: a target of 90 leaves them less than 2 %
    low = replace(found.issues[0], fair=Decimal(90))
    result = claim_tested(found, low)
    assert isinstance(result, PriceTest)
    assert result.warning is not None
    assert granted(low) == Decimal(-10)
    enough = claim_tested(found, replace(low, fair=Decimal(92)))
    assert isinstance(enough, PriceTest)
    assert enough.warning is None


def test_parts_without_a_share_are_left_out_and_those_without_a_change_did_not_move() -> None:
    found = claim("9", cost("new", None, "80"))
    assert len(cost_lines(found)) == 5
    bare = replace(found, claimed_costs=(cost("all", "80", None),))
    result = claim_tested(bare, bare.issues[0])
    assert isinstance(result, PriceTest)
    assert (result.justified, result.unexplained) == (Fraction(0), Fraction(1, 5))


def test_without_a_basis_a_part_is_a_guess() -> None:
    assert [each.basis for each in cost_lines(claim("9", cost("x", "0", None, basis=Basis.SAID)))][-2:] == [
        Basis.GUESS, Basis.SAID,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "margin"),
    [("Overhead and margin", True), ("Profit", True), ("Marge", True), ("Gewinn", True), ("Material", False)],
)
def test_the_margin_goes_by_its_name(name: str, margin: bool) -> None:
    assert is_margin(cost(name, "1", None)) is margin


def test_an_increase_is_claimed_on_a_price_or_in_per_cent() -> None:
    found = claim()
    assert is_price(found.issues[0], found)
    assert not is_price(found.issues[1], found)
    assert is_price(issue(9, "Increase", 0, 9, unit="%"), found)
    assert not is_price(issue(9, "Penalty", 0, 9, unit="%/week"), found)
    assert not is_price(issue(9, "From", kind=ScaleKind.DATE, unit="%"), found)


def test_the_claim_is_a_value_of_the_price() -> None:
    price = claim().issues[0]
    assert claimed_value(price, Decimal(9)) == Decimal(109)
    assert claimed_value(replace(price, baseline=Decimal("0.333")), Decimal("4.5")) == Decimal("0.347985")
    assert claimed_value(replace(price, baseline=None), Decimal(9)) is None
    per_cent = issue(9, "Increase", 0, 12, unit="%", fair=Decimal(3))
    assert (claimed_value(per_cent, Decimal(9)), granted(per_cent)) == (Decimal(9), Decimal(3))
    assert granted(replace(price, fair=None)) is None


def test_what_costs_us_no_more_can_be_given_instead() -> None:
    found = claim()
    result = counter(found, found.issues[0], DAY)
    assert isinstance(result, CounterProposal)
    # 9 of a range of 10 at half of the weight
    assert result.price.ours == Fraction("-0.45")
    ends = {each.issue_id: each.affordable.end for each in result.instead if each.affordable is not None}
    assert ends == {2: Decimal(14), 3: Decimal(10), 4: Decimal(12)}


def test_a_counter_proposal_says_what_is_missing() -> None:
    def code(found: Negotiation, at: int = 0) -> str:
        result = counter(found, found.issues[at], DAY)
        assert isinstance(result, Message)
        return result.code

    assert code(claim(None)) == "claim.none"
    found = claim()
    bare = replace(found, issues=(replace(found.issues[0], baseline=None), *found.issues[1:]))
    assert code(bare) == "claim.no_baseline"
    assert code(replace(found, claimed_increase=Decimal(-3))) == "price.no_claim"
