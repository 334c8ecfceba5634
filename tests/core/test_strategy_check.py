"""tests: what a preparation lacks or gets wrong, in its order of worth, each with its sentence and its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.advice import PARTS, Advice, Part, Spot
from core.alternative import Form
from core.attachment import Attachment
from core.mode import Around
from core.negotiation import Depth, Mode, Negotiation
from core.sentences import SENTENCES
from core.side import Side
from core.strategy import Position
from core.strategy_check import strategy_check
from core.value import Valuation
from core.verdict import Flag
from core.words import NO_BREAK, Words
from tests.core.cases import (
    DAY,
    MOMENT,
    PEOPLE,
    alternative,
    changed,
    four_issues,
    issue,
    negotiation,
    whole,
    with_rungs,
)

SAY = Words()


def checked(subject: Negotiation, around: Around | None = None) -> dict[str, Advice]:
    """Return the advice by the name of what is to be done."""
    found = strategy_check(subject, around or PEOPLE, MOMENT)
    return {each.title.code.removeprefix("todo."): each for each in found}


def told(advice: Advice) -> str:
    return SAY.message(advice.message).replace(NO_BREAK, " ")


def test_a_whole_preparation_has_nothing_left_to_do() -> None:
    assert strategy_check(whole(), PEOPLE, MOMENT) == ()


def test_an_empty_one_begins_with_the_first_issue_and_no_flag() -> None:
    found = strategy_check(negotiation(), Around(), MOMENT)
    assert found[0].spot == Spot(Part.ISSUES, 0, "name")
    assert [each.flag for each in found] == [None] * len(found)
    assert {each.spot.part for each in found} == set(Part)


def test_faults_come_before_checks_and_checks_before_gaps() -> None:
    subject = changed(four_issues(alternatives=()), 1, minimum=Decimal(104), limit=Decimal(103), weight=Decimal(0))
    flags = [each.flag for each in strategy_check(subject, Around(), MOMENT)]
    order = [Flag.ACT, Flag.CHECK, None]
    assert flags == sorted(flags, key=order.index)
    assert set(flags) == set(order)


def test_a_minimum_below_the_batna_is_told_at_its_rung() -> None:
    found = checked(changed(whole(), 1, minimum=Decimal(106)))["ladder.minimum_below_batna"]
    assert (found.flag, found.spot) == (Flag.ACT, Spot(Part.ISSUES, 1, "minimum"))
    assert "Raise the minimum" in told(found)


def test_a_ladder_out_of_order_is_told() -> None:
    subject = with_rungs(whole(), fair=(100, 60, 4, 36), best_outcome=(103, 45, 6, 24))
    assert checked(subject)["ladder.best_outcome_below_fair"].spot.field == "best_outcome"


def test_a_target_beyond_the_limit_is_told_once_at_the_limit() -> None:
    found = checked(changed(whole(), 1, limit=Decimal(102)))
    assert found["cell_limit"].spot == Spot(Part.ISSUES, 1, "limit")
    assert told(found["cell_limit"]).startswith("Price: The limit 102 EUR is on the wrong side of the target.")
    assert found["cell_ladder"].spot == Spot(Part.ISSUES, 1, "minimum")


def test_a_batna_that_passes_our_own_limit_is_doubted() -> None:
    found = checked(changed(whole(), 3, limit=Decimal(7), minimum=Decimal(7)))["batna_past_limit"]
    assert found.spot == Spot(Part.ISSUES, 3, "limit")
    assert told(found).startswith("Lead time: Second offers 8 weeks, past your own limit 7 weeks.")


def test_a_limit_at_which_no_deal_can_beat_the_batna_is_told_with_the_gap() -> None:
    strong = replace(whole().alternatives[0], terms=alternative(1, "x", {1: 100, 2: 50, 3: 5, 4: 30}).terms)
    subject = changed(replace(whole(), alternatives=(strong,)), 1, limit=Decimal(108))
    everything = strategy_check(subject, Around(), MOMENT)
    found = next(each for each in everything if each.spot == Spot(Part.ISSUES, 1, "limit"))
    assert SAY.message(found.title) == "Limit below BATNA: Price"
    # at best elsewhere .5, at the limit .1; the BATNA .5 + .2 x 36/46 + .2 x 5/6 + .1 x 3/4
    assert "29.8 points less" in told(found)


def test_weights_that_are_missing_or_nothing_are_told() -> None:
    subject = negotiation(issue(1, "Price", 1, 2, step=1), issue(2, "Payment", 1, 2, 0, step=1))
    found = checked(subject)
    assert found["weights"].spot == Spot(Part.ISSUES, 1, "weight")
    assert told(found["weights"]).startswith("Cannot be judged: ")
    assert "weight_zero" in checked(changed(whole(), 4, weight=Decimal(0)))


def test_missing_figures_are_told_together_at_the_first_of_them() -> None:
    subject = negotiation(*(issue(number, f"I{number}") for number in range(1, 7)))
    found = checked(subject)
    assert SAY.message(found["gaps"].title) == "12 figures of issues"
    assert found["gaps"].spot == Spot(Part.ISSUES, 1, "best")
    assert told(found["gaps"]) == "I1: Enter this end: without both the issue cannot be valued."
    assert not any(each.startswith("cell_") for each in found)
    single = checked(changed(whole(), 2, weight=None))["cell_figure"]
    assert (SAY.message(single.title), single.spot) == ("Figures of Payment", Spot(Part.ISSUES, 2, "weight"))


@pytest.mark.parametrize(
    ("fields", "name", "field"),
    [
        ({"valid_until": DAY + timedelta(days=3)}, "batna_ends", "valid_until"),
        ({"evidence": "  "}, "batna_unproven", "evidence"),
        ({"evidence_on": DAY - timedelta(days=91)}, "batna_old", "evidence_on"),
        ({"probability": Decimal("0.5")}, "batna_chance", "probability"),
    ],
)
def test_a_stale_or_unproven_batna_is_told_where_it_is_mended(fields: dict[str, Any], name: str, field: str) -> None:
    subject = replace(whole(), alternatives=(replace(whole().alternatives[0], **fields),))
    found = checked(subject)[name]
    assert (found.flag, found.spot) == (Flag.CHECK, Spot(Part.ALTERNATIVES, 1, field))


def test_an_attached_file_proves_and_no_deal_needs_no_proof() -> None:
    bare = replace(whole().alternatives[0], evidence="")
    file = Attachment(
        negotiation_id=1,
        alternative_id=1,
        name="q.pdf",
        media_type="application/pdf",
        size=1,
        sha256="",
        added_at=MOMENT,
    )
    assert "batna_unproven" not in checked(replace(whole(), alternatives=(bare,), attachments=(file,)))
    nothing = alternative(1, "No deal", form="points", points=10, no_deal=True)
    assert "batna_unproven" not in checked(replace(whole(), alternatives=(nothing,)))


def test_a_batna_without_terms_is_doubted_and_an_open_term_of_it_asked_for_by_its_weight() -> None:
    stated = whole().alternatives[0]
    bare = checked(replace(whole(), alternatives=(replace(stated, terms=()),)))["batna_bare"]
    assert (bare.flag, bare.share) == (Flag.CHECK, Fraction(1, 2))
    assert bare.spot == Spot(Part.ALTERNATIVES, 1, "issue-1"), "the heaviest issue is where to begin"
    assert told(bare) == "Second has no terms yet, so no offer can be held against it. Enter what it offers."
    on_price = replace(stated, terms=stated.terms[:1])
    found = checked(replace(whole(), alternatives=(on_price,)))["batna_open"]
    assert (found.flag, found.spot.field) == (None, "issue-2")
    assert found.share == (1 - Valuation(whole()).shares[1]) / 2


def test_a_baseline_stands_in_for_what_the_batna_does_not_say() -> None:
    subject = whole()
    for each, value in ((2, 30), (3, 8), (4, 24)):
        subject = changed(subject, each, baseline=Decimal(value))
    on_price = replace(subject.alternatives[0], terms=subject.alternatives[0].terms[:1])
    assert not {"batna_open", "batna_bare"} & set(checked(replace(subject, alternatives=(on_price,))))
    in_points = alternative(1, "Second", form=Form.POINTS, points=40, evidence="quote", evidence_on=DAY)
    assert not {"batna_open", "batna_bare"} & set(checked(replace(whole(), alternatives=(in_points,))))


def test_without_a_batna_the_first_is_asked_for_or_the_last_to_expire_renewed() -> None:
    assert checked(four_issues(alternatives=()))["no_batna"].spot == Spot(Part.ALTERNATIVES, 0, "name")
    old = [alternative(number, "x", {1: 104}, valid_until=DAY - timedelta(days=number)) for number in (2, 1, 3)]
    found = checked(four_issues(alternatives=tuple(old)))["no_batna"]
    assert found.spot == Spot(Part.ALTERNATIVES, 1, "valid_until")
    assert "Renew one" in told(found)


def test_a_position_without_interest_is_told_in_its_row() -> None:
    bare = Position(id=3, negotiation_id=1, side=Side.THEM, issue_id=1, position="1.50 in two weeks")
    found = checked(replace(whole(), positions=(*whole().positions, bare)))["position_them"]
    assert found.spot == Spot(Part.NEEDS, "1:1", "them-interest")
    assert told(found) == "They say “1.50 in two weeks”. Find out what it is good for."


def test_one_issue_is_nothing_to_integrate_unless_the_talk_is_distributive() -> None:
    single = negotiation(issue(1, "Price", 1, 2, 5))
    assert checked(single)["one_issue"].spot == Spot(Part.ISSUES, 0, "name")
    assert "mode_distributive" not in checked(single)
    assert "one_issue" not in checked(replace(single, mode=Mode.DISTRIBUTIVE))


def test_a_mode_that_does_not_fit_says_why() -> None:
    found = checked(replace(whole(), mode=Mode.DISTRIBUTIVE), replace(PEOPLE, earlier=2))["mode_integrative"]
    assert found.spot == Spot(Part.GOAL, 0, "mode")
    assert told(found).startswith("The records speak for win-win. 4 issues are on the table")


def test_gaps_of_the_ladder_are_asked_at_the_issue_that_counts_most() -> None:
    found = checked(changed(four_issues(), 2, weight=Decimal(9)))
    rungs = ("minimum", "fair", "best_outcome", "limit", "opening")
    assert {found[f"no_{name}"].spot for name in rungs} == {Spot(Part.ISSUES, 2, name) for name in rungs}
    assert checked(negotiation())["no_limit"].spot == Spot(Part.ISSUES, 0, "limit")


def test_a_lesser_depth_asks_for_less_but_tells_every_fault() -> None:
    sudden = checked(negotiation(depth=Depth.SUDDEN))
    assert set(sudden) == {"no_issues", "no_limit", "no_batna"}
    priority = checked(negotiation(depth=Depth.PRIORITY))
    assert set(sudden) < set(priority) < set(checked(negotiation()))
    assert "no_common_goal" not in priority
    upside_down = with_rungs(whole(), fair=(100, 60, 4, 36), best_outcome=(103, 45, 6, 24))
    assert set(checked(replace(upside_down, depth=Depth.SUDDEN))) == {"ladder.best_outcome_below_fair"}


@given(depth=st.sampled_from(Depth), count=st.integers(0, 3))
def test_every_depth_leads_only_to_its_own_parts(depth: Depth, count: int) -> None:
    subject = negotiation(
        *(issue(number, f"I{number}", 1, 2, 1, step=1) for number in range(1, count + 1)), depth=depth
    )
    assert {each.spot.part for each in strategy_check(subject, Around(), MOMENT)} <= set(PARTS[depth])


def test_every_title_is_short_and_every_sentence_says_what_to_do() -> None:
    for code, text in SENTENCES.items():
        if code.startswith("todo.") and "{" not in text:
            assert len(text) <= 26, text
        if code.startswith("strategy.") and code not in ("strategy.cell", "strategy.batna_unvalued"):
            assert text.endswith((".", "}")), text
