"""tests: the price-increase test both ways, the margin that is left, and what to give instead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis.party import our_party, their_party
from core.analysis.price_increase import (
    CostLine,
    CounterProposal,
    Index,
    PriceTest,
    counter_proposal,
    price_test,
)
from core.estimate import Subject
from core.message import Message
from core.negotiation import Negotiation
from core.side import Basis
from core.value import compare
from core.words import NO_BREAK, Words
from tests.core.analysis.cases import estimate
from tests.core.cases import DAY, changed, four_issues

GOLDEN = (
    CostLine(name="material", share=Decimal("0.45"), change=Decimal(6), basis=Basis.SAID),
    CostLine(name="energy", share=Decimal("0.10"), change=Decimal(12), basis=Basis.OBSERVED),
    CostLine(name="labour", share=Decimal("0.25"), change=Decimal(3)),
    CostLine(name="freight", share=Decimal("0.05"), change=Decimal(-10)),
    CostLine(name="overhead and margin", share=Decimal("0.15"), change=Decimal(0), is_margin=True),
)


def outcome(lines: tuple[CostLine, ...], claimed: str, **more: Decimal) -> PriceTest:
    found = price_test(lines, Decimal(claimed), **more)
    assert isinstance(found, PriceTest)
    return found


def test_the_golden_case_justifies_4_15_of_9_per_cent() -> None:
    found = outcome(GOLDEN, "9")
    assert found.justified == Fraction("0.0415")
    assert found.excess == Fraction("0.0485")
    assert sum(each.effect for each in found.effects) == found.justified
    assert found.message.code == "price.more_than_justified"
    assert Words().message(found.message) == "They claim 9\u00a0%; their costs justify 4.15\u00a0%, 4.85\u00a0% less."
    assert found.grounds.bases == (Basis.SAID, Basis.OBSERVED, Basis.GUESS)


def test_the_margin_is_what_all_costs_leave_of_the_price() -> None:
    found = outcome(GOLDEN, "9")
    assert found.margin_before == Fraction("0.15")
    assert found.margin_now == Fraction("0.1085")
    assert found.margin_justified == Fraction("0.15") / Fraction("1.0415")
    assert found.margin_claimed == (Fraction("1.09") - Fraction("0.8915")) / Fraction("1.09")
    assert found.unexplained == 0


def test_falling_costs_justify_a_lower_price() -> None:
    falling = tuple(
        CostLine(name=each.name, share=each.share, change=-(each.change or Decimal(0)), is_margin=each.is_margin)
        for each in GOLDEN
    )
    found = outcome(falling, "2")
    assert found.justified == Fraction("-0.0415")
    assert found.message.code == "price.fall"
    assert "4.15" in Words().message(found.message)
    assert outcome(falling, "-5").message.code == "price.less_than_justified"
    assert outcome(falling, "-4.15").message.code == "price.as_justified"


def test_an_index_series_gives_the_change() -> None:
    steel = Index("steel", then=Decimal(125), now=Decimal(140))
    found = outcome((CostLine(name="steel", share=Decimal("0.5"), index=steel),), "9")
    assert found.justified == Fraction(15, 125) / 2
    assert found.unexplained == Fraction(1, 2)
    assert found.margin_now == Fraction(1, 2) - Fraction(6, 100)


def test_a_margin_below_the_least_raises_the_continuity_warning() -> None:
    assert outcome(GOLDEN, "9").warning is None
    found = outcome(GOLDEN, "9", least_margin=Decimal(11))
    assert found.warning is not None
    assert found.warning.code == "price.continuity"
    assert outcome(GOLDEN, "9", granted=Decimal(2), least_margin=Decimal(11)).warning is None
    lost = tuple(CostLine(name=each.name, share=each.share, change=Decimal(40), is_margin=each.is_margin)
                 for each in GOLDEN)  # fmt: skip
    loss = outcome(lost, "9").warning
    assert loss is not None
    assert Words().message(loss).startswith(f"With 0{NO_BREAK}% granted they lose 19{NO_BREAK}% of the price.")


def test_without_a_margin_no_margin_is_told() -> None:
    found = outcome((CostLine(name="all", share=Decimal(1), change=Decimal(5)),), "5")
    assert found.margin_now is None
    assert found.warning is None


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((), "price.no_lines"),
        ((CostLine(name="a", share=Decimal("-0.1")),), "price.share_negative"),
        ((CostLine(name="a", share=Decimal("0.6")), CostLine(name="b", share=Decimal("0.5"))), "price.shares_over"),
        (
            (CostLine(name="a", share=Decimal(1), index=Index("i", then=Decimal(0), now=Decimal(1))),),
            "price.index_zero",
        ),
    ],
)
def test_lines_that_cannot_be_right_are_pointed_out(lines: tuple[CostLine, ...], code: str) -> None:
    found = price_test(lines, Decimal(9))
    assert isinstance(found, Message)
    assert found.code == code


def known() -> Negotiation:
    """Return the golden issues with their side: they look at payment and price most, at warranty not at all."""
    return four_issues(
        estimates=(
            estimate(1, Subject.WEIGHT, 40),
            estimate(1, Subject.BEST, 110),
            estimate(1, Subject.WORST, 100),
            estimate(2, Subject.WEIGHT, 40),
            estimate(2, Subject.BEST, 14),
            estimate(2, Subject.WORST, 60),
            estimate(3, Subject.WEIGHT, 20),
            estimate(3, Subject.BEST, 10),
            estimate(3, Subject.WORST, 4),
            estimate(4, Subject.WEIGHT, 0),
        )
    )


TODAY = {1: Decimal(104), 2: Decimal(60), 3: Decimal(8), 4: Decimal(24)}


def test_a_counter_proposal_gives_what_costs_us_less_than_the_price_and_pays_them_as_much() -> None:
    found = known()
    ours, theirs = our_party(found, DAY), their_party(found)
    assert not isinstance(ours, Message)
    assert not isinstance(theirs, Message)
    countered = counter_proposal(found, ours, theirs, TODAY, (1, Decimal(106)))
    assert isinstance(countered, CounterProposal)
    # two of ten in price: a fifth of .5 for us, a fifth of .4 for them
    assert (countered.price.ours, countered.price.theirs) == (Fraction("-0.10"), Fraction("0.08"))
    payment = countered.instead[0]
    assert payment.issue_id == 2
    assert payment.pays is not None
    # .08 of .4 is a fifth of 46 days: 10 of them
    assert payment.pays.end == Decimal(50)
    assert payment.saves == Fraction("0.10") - Fraction(10, 46) * Fraction("0.2")
    assert payment.affordable is not None
    assert payment.affordable.end == Decimal(37)
    assert {each.issue_id for each in countered.instead} == {2, 3, 4}
    assert countered.instead[-1].pays is None  # warranty is nothing to them


def test_without_estimates_the_counter_proposal_says_only_what_costs_us_no_more() -> None:
    found = four_issues()
    ours = our_party(found, DAY)
    assert not isinstance(ours, Message)
    countered = counter_proposal(found, ours, None, TODAY, (1, Decimal(106)))
    assert isinstance(countered, CounterProposal)
    assert all(each.pays is None and each.affordable is not None for each in countered.instead)
    lower = counter_proposal(found, ours, None, TODAY, (1, Decimal(103)))
    assert isinstance(lower, Message)
    assert lower.code == "price.no_claim"


@settings(max_examples=60)
@given(
    today=st.tuples(st.integers(100, 110), st.integers(14, 60), st.integers(4, 10), st.integers(12, 36)),
    claimed=st.integers(100, 112),
    limits=st.tuples(st.integers(14, 60), st.integers(4, 10)),
)
def test_what_is_given_instead_never_costs_more_than_the_price_nor_passes_a_limit(
    today: tuple[int, ...], claimed: int, limits: tuple[int, int]
) -> None:
    subject = changed(changed(known(), 2, limit=Decimal(limits[0])), 3, limit=Decimal(limits[1]))
    ours, theirs = our_party(subject, DAY), their_party(subject)
    assert not isinstance(ours, Message)
    assert not isinstance(theirs, Message)
    now = dict(enumerate(map(Decimal, today), start=1))
    found = counter_proposal(subject, ours, theirs, now, (1, Decimal(claimed)))
    if isinstance(found, Message):
        assert found.code == "price.no_claim"
        assert claimed <= today[0]
        return
    assert claimed > today[0]
    assert found.price.theirs is not None
    saved = [each.saves for each in found.instead if each.saves is not None]
    assert saved == sorted(saved, reverse=True)
    assert [each.saves is None for each in found.instead] == sorted(each.saves is None for each in found.instead)
    for each in found.instead:
        issue = subject.issue_by_id[each.issue_id]
        assert each.issue_id != 1
        for move in (each.affordable, each.pays):
            if move is not None and issue.limit is not None:
                assert compare(issue, move.end, issue.limit) != -1
        if each.affordable is not None:
            assert found.price.ours <= each.affordable.ours < 0
        if each.pays is not None:
            assert each.pays.theirs is not None
            assert each.pays.theirs >= found.price.theirs
            assert each.saves == each.pays.ours - found.price.ours


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(-30, 30)), min_size=1, max_size=5),
    st.integers(-20, 20),
    st.integers(0, 30),
)
def test_what_is_justified_is_the_sum_of_its_parts_and_leaves_the_margin_that_it_says(
    parts: list[tuple[int, int]], claimed: int, least: int
) -> None:
    lines = [
        CostLine(name=f"part {at}", share=Decimal(share) / 100, change=Decimal(change))
        for at, (share, change) in enumerate(parts)
    ]
    found = price_test(lines, Decimal(claimed), Decimal(claimed), Decimal(least))
    assert not isinstance(found, Message)
    assert found.justified == sum(Fraction(share, 100) * Fraction(change, 100) for share, change in parts)
    assert found.excess == Fraction(claimed, 100) - found.justified
    assert sum(each.effect for each in found.effects) == found.justified
    costs = sum(Fraction(share, 100) * (1 + Fraction(change, 100)) for share, change in parts)
    if found.margin_claimed is not None:
        price = 1 + Fraction(claimed, 100)
        assert found.margin_claimed * price + costs == price
        assert (found.warning is not None) is (found.margin_claimed < Fraction(least, 100))
    else:
        assert found.unexplained <= 0
