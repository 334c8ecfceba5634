"""tests: core/plan_ladder.py - what a planned step is worth to both sides, and what speaks against it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.debrief import Debrief, Outcome
from core.estimate import Subject
from core.line import Verb
from core.negotiation import Negotiation, Status, Weighting
from core.plan import PlannedConcession
from core.plan_ladder import PlannedLadder, planned_ladder
from core.side import Side
from core.value import compare
from core.verdict import Flag, Interval
from core.words import NO_BREAK, Words
from tests.core.analysis.cases import estimate
from tests.core.cases import MOMENT, changed, figure, four_issues, line, terms

SAY = Words()
PRICE, PAYMENT, LEAD, WARRANTY = 1, 2, 3, 4


def step(issue_id: int, to: Any = None, **fields: Any) -> PlannedConcession:
    """Build a step from plain figures; it is given for something in words unless the fields say otherwise."""
    for name in ("from_value", "floor", "return_value"):
        if fields.get(name) is not None:
            fields[name] = figure(fields[name])
    if not {"in_return", "return_issue_id"} & fields.keys():
        fields["in_return"] = "their signature this week"
    to_value = None if to is None else figure(to)
    return PlannedConcession(id=1, negotiation_id=1, issue_id=issue_id, to_value=to_value, **fields)


def opened(*steps: PlannedConcession, **fields: Any) -> Negotiation:
    """Return the golden table with an opening at the best ends, and these steps."""
    found = four_issues(**fields)
    for issue_id, value in ((PRICE, 100), (PAYMENT, 60), (LEAD, 4), (WARRANTY, 36)):
        found = changed(found, issue_id, opening=Decimal(value))
    return replace(found, planned_concessions=steps)


def judged(found: Negotiation) -> PlannedLadder:
    return planned_ladder(found, MOMENT)


def told(found: Negotiation) -> list[tuple[str, Flag, str]]:
    """Return field, flag and code of every check, step after step."""
    return [(check.field, check.flag, check.message.code) for each in judged(found).steps for check in each.checks]


def test_a_step_begins_at_the_opening_and_the_next_one_where_it_ends() -> None:
    first, second = judged(opened(step(PRICE, 102), step(PRICE, 103))).steps
    assert (first.start, second.start) == (Decimal(100), Decimal(102))
    assert (first.cost, second.cost) == (Fraction(1, 10), Fraction(1, 20))
    assert first.after == Interval(Fraction(9, 10), Fraction(9, 10))
    assert second.after == Interval(Fraction(17, 20), Fraction(17, 20))


def test_what_comes_back_is_counted_from_what_holds_without_it() -> None:
    asking = step(PRICE, 102, return_issue_id=PAYMENT, return_value=46)
    found = changed(opened(asking), PAYMENT, baseline=Decimal(14))
    (only,) = judged(found).steps
    assert (only.holds, only.gain) == (Decimal(14), Fraction(2, 10) * Fraction(32, 46))
    said = replace(found, lines=(line(1, Side.THEM, {PAYMENT: 23}, at=MOMENT),))
    (only,) = judged(said).steps
    assert (only.holds, only.gain) == (Decimal(23), Fraction(1, 10))
    (only,) = judged(opened(asking)).steps
    assert (only.holds, only.gain) == (None, None)


def test_the_package_that_is_planned_holds_what_is_asked_in_return() -> None:
    (only,) = judged(opened(step(PRICE, 102, return_issue_id=PAYMENT, return_value=37))).steps
    # 0.1 given on the price, and 37 days instead of the 60 that we open with
    assert only.after == Interval(Fraction(8, 10), Fraction(8, 10))


def test_their_side_is_counted_by_what_is_likely() -> None:
    weights = ((PRICE, 20), (PAYMENT, 50), (LEAD, 20), (WARRANTY, 10))
    ends = {PRICE: (110, 100), PAYMENT: (14, 60), LEAD: (10, 4), WARRANTY: (12, 36)}
    known = [
        each
        for issue_id, weight in weights
        for each in (
            estimate(issue_id, Subject.WEIGHT, weight),
            estimate(issue_id, Subject.BEST, ends[issue_id][0]),
            estimate(issue_id, Subject.WORST, ends[issue_id][1]),
        )
    ]
    asking = step(PAYMENT, 37, return_issue_id=PRICE, return_value=101)
    found = changed(opened(asking, estimates=tuple(known)), PRICE, baseline=Decimal(103))
    (only,) = judged(found).steps
    assert (only.theirs, only.their_cost) == (Fraction(1, 4), Fraction(1, 25))
    assert judged(found).grounds.estimates
    (only,) = judged(opened(asking)).steps
    assert (only.theirs, only.their_cost) == (None, None)


def test_all_steps_cost_what_the_opening_loses() -> None:
    found = judged(opened(step(PRICE, 102), step(PAYMENT, 37), step(PRICE, 103)))
    assert found.cost == Fraction(1, 4)
    assert found.opening == Interval(Fraction(1), Fraction(1))
    assert found.end == Interval(Fraction(3, 4), Fraction(3, 4))
    assert judged(opened()).cost is None
    assert judged(opened(step(PRICE, 102), step(PAYMENT))).cost is None


def test_without_weights_nothing_is_valued_and_the_steps_are_still_checked() -> None:
    found = opened(step(PRICE, 102), step(PRICE, 105))
    for issue_id in (PRICE, PAYMENT, LEAD, WARRANTY):
        found = changed(found, issue_id, weight=None)
    first, second = judged(found).steps
    assert (first.cost, first.after, second.cost) == (None, None, None)
    assert told(found) == [("to_value", Flag.CHECK, "planned.not_shrinking")]


def test_money_is_what_the_scale_is_worth() -> None:
    found = replace(opened(step(PRICE, 102)), weighting=Weighting.MONEY)
    for issue_id, worth in ((PRICE, 5000), (PAYMENT, 2000), (LEAD, 2000), (WARRANTY, 1000)):
        found = changed(found, issue_id, money_worth=Decimal(worth))
    ladder = judged(found)
    assert ladder.money == 10_000
    assert ladder.steps[0].cost == Fraction(1, 10)


# -- what speaks against a step --------------------------------------------------------------------------------------


def test_a_step_past_limit_or_floor_calls_to_act() -> None:
    limited = changed(opened(step(PRICE, "104.01")), PRICE, limit=Decimal(104))
    assert told(limited) == [("to_value", Flag.ACT, "planned.past_limit")]
    assert judged(limited).steps[0].floor == Decimal(104)
    assert told(opened(step(PRICE, 103, floor=102))) == [("to_value", Flag.ACT, "planned.past_floor")]
    assert told(opened(step(PRICE, 102, floor=102))) == []
    loose = changed(opened(step(PRICE, 102, floor=105)), PRICE, limit=Decimal(104))
    assert told(loose) == [("floor", Flag.ACT, "planned.floor_past_limit")]


def test_giving_without_getting_is_to_be_checked() -> None:
    assert told(opened(step(PRICE, 102, in_return=" "))) == [("return_issue_id", Flag.CHECK, "planned.nothing_back")]
    bare = step(PRICE, 102, return_issue_id=PAYMENT)
    assert told(opened(bare)) == [("return_value", Flag.CHECK, "planned.no_return_value")]
    assert told(opened(replace(bare, in_return="as long as last year"))) == []
    same = step(PRICE, 102, return_issue_id=PRICE, return_value=101)
    assert told(opened(same)) == [("return_issue_id", Flag.CHECK, "planned.return_same_issue")]


def test_what_was_asked_for_and_agreed_does_not_count_as_what_held_anyway() -> None:
    planned = step(PRICE, 102, return_issue_id=PAYMENT, return_value=30)
    they = line(1, Side.THEM, {PAYMENT: 30}, at=MOMENT)
    offered = opened(planned, lines=(they,))
    assert told(offered) == [("return_value", Flag.CHECK, "planned.return_no_better")]
    settled = opened(planned, lines=(they, line(2, Side.US, {PAYMENT: 30}, verb=Verb.AGREE, at=MOMENT)))
    assert told(settled) == []
    signed = replace(offered, status=Status.AGREED, debrief=Debrief(
        id=1, negotiation_id=1, outcome=Outcome.AGREED, closed_at=MOMENT, deal=terms({PAYMENT: 30})
    ))  # fmt: skip
    assert told(signed) == []
    (only,) = judged(changed(signed, PAYMENT, baseline=Decimal(14))).steps
    assert (only.holds, only.gain) == (Decimal(14), Fraction(2, 10) * Fraction(16, 46))


def test_asking_for_what_holds_anyway_brings_nothing() -> None:
    found = changed(opened(step(PRICE, 102, return_issue_id=PAYMENT, return_value=30)), PAYMENT, baseline=Decimal(30))
    assert told(found) == [("return_value", Flag.CHECK, "planned.return_no_better")]
    limited = changed(found, PAYMENT, limit=Decimal(45))
    assert told(limited) == [("return_value", Flag.ACT, "planned.return_past_limit")]


@pytest.mark.parametrize("second", ["104", "105"])
def test_steps_that_do_not_shrink_are_to_be_checked(second: str) -> None:
    found = opened(step(PRICE, 102), step(PAYMENT, 50), step(PRICE, second))
    assert told(found) == [("to_value", Flag.CHECK, "planned.not_shrinking")]


def test_a_step_in_our_own_favour_gives_nothing() -> None:
    assert told(opened(step(PRICE, 102), step(PRICE, 102))) == [("to_value", Flag.CHECK, "planned.no_step")]


def test_a_step_that_begins_elsewhere_or_nowhere_is_to_be_checked() -> None:
    found = opened(step(PRICE, 103), step(PRICE, 104, from_value=102))
    assert ("from_value", Flag.CHECK, "planned.start_differs") in told(found)
    closed = changed(opened(step(PRICE, 103)), PRICE, opening=None)
    assert told(closed) == [("from_value", Flag.CHECK, "planned.no_start")]
    assert told(opened(step(PRICE))) == [("to_value", Flag.CHECK, "planned.no_end")]


def test_a_value_of_another_scale_is_told() -> None:
    assert told(opened(step(PRICE, "none"))) == [("to_value", Flag.ACT, "planned.other_kind")]
    back = step(PRICE, 102, return_issue_id=PAYMENT, return_value="none")
    assert told(opened(back)) == [("return_value", Flag.ACT, "planned.other_kind")]


def test_the_step_that_falls_below_minimum_or_batna_is_told_once() -> None:
    found = opened(step(PRICE, 106), step(PRICE, "108.5"), step(PRICE, 109), step(PAYMENT, 20))
    for issue_id, value in ((PRICE, 103), (PAYMENT, 60), (LEAD, 4), (WARRANTY, 36)):
        found = changed(found, issue_id, minimum=Decimal(value))
    below = [each for each in told(found) if "below" in each[2]]
    assert below == [
        ("to_value", Flag.CHECK, "planned.below_minimum"),
        ("to_value", Flag.ACT, "planned.below_batna"),
    ]
    ladder = judged(found)
    assert [each.flag for each in ladder.steps] == [Flag.CHECK, Flag.FINE, Flag.FINE, Flag.ACT]
    assert ladder.flag is Flag.ACT
    assert judged(opened(step(PRICE, 102))).flag is Flag.FINE


def test_every_check_has_a_sentence() -> None:
    found = changed(opened(step(PRICE, "104.01")), PRICE, limit=Decimal(104))
    (check,) = judged(found).steps[0].checks
    words = SAY.message(check.message).replace(NO_BREAK, " ")
    assert words == "Past our limit 104 EUR. Let the step end there at the latest."


# -- what holds for every ladder -------------------------------------------------------------------------------------

PLACES = {PRICE: (100, 110), PAYMENT: (60, 14), LEAD: (4, 10), WARRANTY: (36, 12)}


@st.composite
def ladders(draw: st.DrawFn) -> Negotiation:
    """Draw steps anywhere, with and without a limit."""
    steps = []
    for _ in range(draw(st.integers(0, 6))):
        issue_id = draw(st.sampled_from(sorted(PLACES)))
        low, high = sorted(PLACES[issue_id])
        steps.append(step(issue_id, draw(st.integers(low - 3, high + 3))))
    found = opened(*steps)
    for issue_id, ends in PLACES.items():
        if draw(st.booleans()):
            found = changed(found, issue_id, limit=Decimal(draw(st.integers(min(ends), max(ends)))))
    return found


@given(ladders())
def test_the_costs_add_up_to_what_the_package_loses(found: Negotiation) -> None:
    ladder = judged(found)
    before = Interval(Fraction(1), Fraction(1))
    for each in ladder.steps:
        assert each.cost is not None
        assert each.after is not None
        assert before.low - each.after.low == each.cost
        before = each.after
    if ladder.steps:
        assert ladder.cost == 1 - before.low


@given(ladders())
def test_a_step_is_flagged_past_the_limit_just_where_it_is(found: Negotiation) -> None:
    for each in judged(found).steps:
        flagged = any(check.message.code == "planned.past_limit" for check in each.checks)
        limit, end = each.issue.limit, each.step.to_value
        assert end is not None
        assert flagged == (limit is not None and compare(each.issue, end, limit) == -1)


@given(ladders())
def test_a_ladder_without_checks_gives_ever_less_on_each_issue(found: Negotiation) -> None:
    last: dict[int, Fraction] = {}
    for each in judged(found).steps:
        if any(check.message.code in ("planned.not_shrinking", "planned.no_step") for check in each.checks):
            return
        assert each.cost is not None
        assert each.cost > 0
        assert each.cost < last.get(each.issue.id, Fraction(2))
        last[each.issue.id] = each.cost
