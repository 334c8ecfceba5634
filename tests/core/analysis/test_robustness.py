"""tests: how far a breach depends on the weights."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from core.alternative import Form
from core.analysis.robustness import DRAWS, SEED, Reweighted, Robustness, robustness
from core.batna import ranked
from core.message import Message
from core.negotiation import Negotiation
from core.term import Package
from core.value import Valuation, by_issue
from tests.core.cases import DAY, alternative, canned_food, changed, four_issues, terms

TOTAL = replace(canned_food(), alternatives=(alternative(1, "T", form=Form.TOTAL, total="140900"),))


def share(found: Negotiation, package: Package, on: date = DAY) -> Fraction:
    told = robustness(found, package, on)
    assert isinstance(told, Robustness)
    assert told.draws == DRAWS
    return told.share


def by_hand(found: Negotiation, package: Package, draws: int) -> int:
    """Draw as the rule says, but value package and BATNA anew each time."""
    before = Valuation(found)
    random = Random(SEED)
    issues = [issue_id for issue_id, each in before.shares.items() if each > 0]
    best = ranked(before, DAY)[0].alternative
    held = 0
    for _ in range(draws):
        factors = [Fraction(8_000 + int(random.random() * 4_001), 10_000) for _ in issues]
        scaled = {each: before.shares[each] * factor for each, factor in zip(issues, factors, strict=True)}
        total = sum(scaled.values())
        shares = {each: scaled.get(each, Fraction(0)) / total for each in before.shares}
        drawn = Reweighted(found, given=shares, before=before)
        value = drawn.package(by_issue(package))
        against = next(each.value for each in ranked(drawn, DAY) if each.alternative.id == best.id)
        assert value is not None
        assert against is not None
        held += value.high < against.low
    return held


def test_a_clear_deal_is_no_breach_whatever_the_weights_and_a_bad_one_always_is() -> None:
    assert share(four_issues(), terms({1: 100, 2: 60, 3: 4, 4: 36})) == 0
    assert share(four_issues(), terms({1: 110, 2: 14, 3: 10, 4: 12})) == 1
    assert share(four_issues(), terms({1: 104, 2: 30, 3: 8, 4: 24})) == 0  # the BATNA itself, with every draw


def test_a_near_one_depends_on_the_weights_and_the_same_records_give_the_same_answer() -> None:
    near = terms({1: 102, 2: 25, 3: 9, 4: 18})
    found = share(four_issues(), near)
    assert 0 < found < 1
    assert share(four_issues(), near) == found


@pytest.mark.parametrize(
    ("found", "package"),
    [
        (four_issues(), {1: 102, 2: 25, 3: 9, 4: 18}),
        (four_issues(), {1: "107.5", 3: 9}),
        (
            four_issues(alternatives=(
                alternative(1, "A", {1: 103, 2: 30, 3: 8, 4: 24}, switching_cost=2, probability="0.7"),
                alternative(2, "Nothing", no_deal=True, points=-20),
            )),
            {1: 106, 2: 30, 3: 8, 4: 20},
        ),
        (
            four_issues(alternatives=(alternative(1, "A", {1: 103, 2: 30, 3: 8, 4: 24}, probability="0.9"),)),
            {1: 104, 2: 25, 3: 8, 4: 24},
        ),
        (canned_food(), {1: "1.41", 2: 0}),
        (TOTAL, {1: "1.41", 2: 100}),
    ],
)  # fmt: skip
def test_the_sums_come_to_what_valuing_each_draw_anew_does(found: Negotiation, package: dict[int, object]) -> None:
    told = robustness(found, terms(package), DAY, draws=150)
    assert isinstance(told, Robustness)
    assert told.held == by_hand(found, terms(package), 150)


def test_where_nothing_can_be_judged_it_says_why() -> None:
    told = robustness(four_issues(alternatives=()), terms({1: 100}), DAY)
    assert isinstance(told, Message)
    assert told.code == "batna.none"
    told = robustness(changed(four_issues(), 1, best=None), terms({1: 100}), DAY)
    assert isinstance(told, Message)
    assert told.code == "verdict.cannot_judge"


def test_issues_that_do_not_count_and_those_unknown_change_nothing() -> None:
    weightless = changed(four_issues(), 4, weight=Decimal(0))
    assert 0 <= share(weightless, terms({1: 102, 2: 25, 3: 9, 4: 18})) <= 1
