"""tests: the whole analysis of a negotiation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from core.analysis.analysis import analyse, findings
from core.analysis.distance import Distance
from core.analysis.robustness import Robustness
from core.debrief import Debrief, Outcome
from core.message import Message
from core.side import Side
from core.words import Words
from tests.core.analysis.cases import golden
from tests.core.analysis.test_moves import talk
from tests.core.cases import MOMENT, changed, four_issues, line, terms

NOW = MOMENT + timedelta(hours=1)


def test_everything_is_there_when_both_sides_are_known() -> None:
    found = talk(
        golden(),
        line(1, Side.THEM, {1: "o3", 2: "o3", 3: "o3"}),
        line(2, Side.US, {1: "o1", 2: "o1", 3: "o1"}),
        line(3, Side.THEM, {1: "o2"}),
    )
    signed = Debrief(
        negotiation_id=1, outcome=Outcome.AGREED, deal=terms({1: "o2", 2: "o1", 3: "o3"}), closed_at=MOMENT
    )
    told = analyse(replace(found, debrief=signed), NOW)
    both = told.two_parties
    assert both is not None
    assert told.missing == ()
    assert both.meso.target == both.solutions.nash[0].ours  # no fair deal is set
    assert set(both.offers) == {1, 2, 3}
    assert told.standing.keys() == {Side.US, Side.THEM}
    theirs = told.standing[Side.THEM]
    assert isinstance(theirs.robustness, Robustness)
    assert Fraction(9, 10) < theirs.robustness.share < 1  # 30 against 35 points
    assert not isinstance(theirs.trades, Message)
    assert told.deal is not None
    assert isinstance(told.deal.distance, Distance)
    assert not told.deal.distance.is_efficient  # a package better for both was left


def test_equal_packages_follow_the_fair_deal_where_it_is_one_figure() -> None:
    found = golden()
    for issue_id, label in ((1, "o2"), (2, "o2"), (3, "o2")):
        found = changed(found, issue_id, fair=label)
    both = analyse(found, NOW).two_parties
    assert both is not None
    assert both.meso.target == Fraction("0.55")
    chosen = analyse(found, NOW, target=Fraction("0.7")).two_parties
    assert chosen is not None
    assert chosen.meso.target == Fraction("0.7")


def test_without_estimates_all_that_is_ours_alone_is_told_and_the_rest_asked_for() -> None:
    found = talk(four_issues(), line(1, Side.US, {1: 102, 2: 60, 3: 6, 4: 24}))
    told = analyse(found, NOW)
    assert told.two_parties is None
    assert len(told.missing) == 8
    assert isinstance(told.standing[Side.US].distance, Message)
    assert isinstance(told.standing[Side.US].robustness, Robustness)
    said = [Words().message(each) for each in findings(told)]
    assert said[0] == "No concession was made yet."
    assert said[1].startswith("We may still give 29.7 points")
    assert said[-1] == "Estimate their best and their worst end of Warranty."


def test_what_blinds_us_is_the_first_thing_missing() -> None:
    told = analyse(changed(golden(), 1, options=()), NOW)
    assert [each.code for each in told.missing] == ["verdict.cannot_judge"]
    none = golden()
    for issue in none.issues:
        none = changed(none, issue.id, weight=Decimal(0))
    assert analyse(none, NOW).two_parties is None
