"""tests: ui/analyse/what_if.py - what is supposed, its effect in words, and the record that stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.estimate import Subject
from core.findings.seen import Seen
from core.negotiation import Negotiation, Weighting
from core.side import Side
from core.words import NO_BREAK, Words
from tests.core.analysis.test_price_increase import known
from tests.core.cases import MOMENT, canned_food, changed, four_issues, line
from ui.analyse.what_if import RESERVATION, WhatIfPresenter
from ui.sheets.kept import NotRead

OFFER = (line(1, Side.THEM, {1: 102, 2: 14, 3: 10, 4: 12}),)


def of(found: Negotiation) -> WhatIfPresenter:
    made = WhatIfPresenter(Words(), lambda: MOMENT)
    made.show(Seen(found, Words(), MOMENT + timedelta(hours=1)), another=True)
    return made


def test_another_weight_changes_shares_verdict_and_title() -> None:
    made = of(four_issues(lines=OFFER))
    before = made.negotiation
    made.suppose_weight(1, "4.5")
    price, payment, *_ = made.issue_rows()
    assert (price.weight, price.supposed_weight) == ("0.5", "4.5")
    assert (price.share, price.supposed_share) == (f"50.0{NO_BREAK}%", f"90.0{NO_BREAK}%")
    assert payment.supposed_share == f"4.0{NO_BREAK}%"
    assert made.title() == (
        "As supposed, their offer is 14.3 points better than the BATNA instead of 8.6 points worse than the BATNA."
    )
    assert made.negotiation == before
    made.suppose_weight(1, "")
    assert not made.is_supposing


def test_a_limit_is_supposed_and_what_passes_it_named() -> None:
    made = of(changed(four_issues(lines=OFFER), 1, limit=Decimal(107)))
    made.suppose_limit(1, "101")
    row = next(each for each in made.effects() if each.name == "past a limit")
    assert (row.before, row.after, row.changed) == ("none", "Price", True)


def test_a_chance_is_read_in_per_cent() -> None:
    made = of(four_issues(lines=OFFER))
    made.suppose_chance(1, "40 %")
    assert made.supposed.probabilities == {1: Decimal("0.4")}
    assert made.chance_rows()[0].supposed.replace("\u00a0", " ") == "40 %"
    with pytest.raises(NotRead, match="at most 100"):
        made.suppose_chance(1, "140")
    with pytest.raises(NotRead):
        made.suppose_weight(1, "much")
    with pytest.raises(NotRead):
        made.suppose_weight(1, "-1")


def test_weights_in_money_are_supposed_as_money() -> None:
    made = of(canned_food(lines=(line(1, Side.THEM, {1: "1.50", 2: 0}),)))
    made.suppose_weight(2, "20,000.00")
    assert made.supposed.money_worths == {2: Decimal("20000.00")}
    assert made.issue_rows()[1].supposed_share.replace("\u00a0", " ") == "50.0 %"


def test_a_slider_goes_from_nothing_to_twice_the_largest_weight() -> None:
    made = of(four_issues())
    assert made.slider_place(1, 100) == 50
    assert made.slide(1, 100, 100) == "1"
    assert made.slide(1, 0, 100) == "0"
    assert made.slider_place(1, 100) == 0


def test_ranks_are_supposed_as_ranks() -> None:
    ranked = replace(four_issues(), weighting=Weighting.RANKING)
    ranked = replace(ranked, issues=tuple(replace(each, weight=Decimal(each.id)) for each in ranked.issues))
    made = of(ranked)
    assert made.weighs_ranks
    with pytest.raises(NotRead):
        made.suppose_weight(1, "0")


def test_robustness_is_told_of_a_breach_alone() -> None:
    assert "draws of the weights" in of(four_issues(lines=OFFER)).robust()
    assert of(four_issues()).robust() == ""


def test_what_is_supposed_of_a_deleted_issue_is_dropped() -> None:
    made = of(four_issues(lines=OFFER))
    made.suppose_weight(4, "3")
    fewer = replace(made.negotiation, issues=made.negotiation.issues[:3])
    made.show(Seen(fewer, Words(), MOMENT), another=False)
    assert not made.is_supposing


def test_what_counts_to_them_is_supposed_beside_the_estimate() -> None:
    found = known()
    made = of(found)
    made.suppose_their_weight(1, "0")
    made.suppose_reservation("35")
    rows = {row.id: row for row in made.their_rows()}
    assert rows[1].supposed_weight == "0"
    assert rows[1].supposed_share.replace(NO_BREAK, " ") == "0.0 %"
    assert rows[RESERVATION].supposed_weight == "35"
    assert made.negotiation == found
    with pytest.raises(NotRead):
        made.suppose_their_weight(1, "-1")
    made.suppose_their_weight(1, "")
    made.suppose_reservation("")
    assert not made.is_supposing


def test_an_estimate_with_a_range_shows_it_and_one_of_a_deleted_issue_is_dropped() -> None:
    found = known()
    ranged = tuple(
        replace(each, low=Decimal(1), high=Decimal(90)) if each.subject is Subject.WEIGHT else each
        for each in found.estimates
    )
    made = of(replace(found, estimates=ranged))
    assert made.their_rows()[0].weight == "40 (1 to 90)"
    made.suppose_their_weight(4, "3")
    made.show(Seen(replace(found, issues=found.issues[:3]), Words(), MOMENT), another=False)
    assert not made.is_supposing
