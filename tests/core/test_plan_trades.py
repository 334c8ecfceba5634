"""tests: core/plan_trades.py - a ladder made of the trades that are best for both."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from core.analysis.case import Case
from core.estimate import Subject
from core.message import Message
from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.plan_ladder import planned_ladder
from core.plan_trades import MOST_STEPS, steps_from_trades
from core.value import compare
from core.verdict import Flag
from tests.core.analysis.cases import KINDS, estimate, known_case, random_case
from tests.core.cases import MOMENT, changed, four_issues

PRICE, PAYMENT, LEAD, WARRANTY = 1, 2, 3, 4
ENDS = {PRICE: (110, 100), PAYMENT: (14, 60), LEAD: (10, 4), WARRANTY: (12, 36)}


def known(*, weights: tuple[int, int, int, int] = (10, 60, 20, 10), **today: Any) -> Negotiation:
    """Return the golden table with today's terms, openings and estimates of their side."""
    found = four_issues(
        estimates=tuple(
            each
            for issue_id, weight in zip(ENDS, weights, strict=True)
            for each in (
                estimate(issue_id, Subject.WEIGHT, weight),
                estimate(issue_id, Subject.BEST, ENDS[issue_id][0]),
                estimate(issue_id, Subject.WORST, ENDS[issue_id][1]),
            )
        )
    )
    for issue_id, opening, baseline in ((PRICE, 101, 105), (PAYMENT, 60, 30), (LEAD, 4, 7), (WARRANTY, 36, 24)):
        found = changed(found, issue_id, opening=Decimal(opening), baseline=Decimal(baseline))
    return found


def made(found: Negotiation) -> tuple[PlannedConcession, ...]:
    steps = steps_from_trades(known_case(found), MOMENT)
    assert not isinstance(steps, Message), steps
    return steps


def test_what_counts_to_them_is_given_for_what_counts_to_us() -> None:
    steps = made(known())
    assert {each.issue_id for each in steps} == {PAYMENT}
    assert steps[0].return_issue_id == PRICE
    assert steps[0].from_value == Decimal(60)
    assert [each.to_value for each in steps[:-1]] == [each.from_value for each in steps[1:]]
    assert set(steps[0].prefilled) >= {"from_value", "to_value", "return_issue_id", "return_value"}


def test_nothing_is_asked_beyond_what_we_open_with() -> None:
    (first, *_) = made(known())
    issue = known().issue_by_id[PRICE]
    assert first.return_value is not None
    assert compare(issue, first.return_value, Decimal(101)) in (0, -1)
    assert compare(issue, first.return_value, Decimal(105)) == 1


def test_a_way_ends_at_the_limit_and_without_one_at_the_minimum() -> None:
    bounded = changed(known(), PAYMENT, minimum=Decimal(20))
    assert {each.floor for each in made(bounded)} == {Decimal(20)}
    assert made(bounded)[-1].to_value == Decimal(20)
    limited = changed(known(), PAYMENT, minimum=Decimal(30), limit=Decimal(20))
    assert {each.floor for each in made(limited)} == {Decimal(20)}
    assert made(limited)[-1].to_value == Decimal(20)
    assert "floor" not in made(known())[0].prefilled


def test_a_ladder_so_made_has_nothing_against_it() -> None:
    found = changed(known(), PAYMENT, limit=Decimal(15))
    ladder = planned_ladder(replace(found, planned_concessions=made(found)), MOMENT)
    assert [each.checks for each in ladder.steps] == [()] * len(ladder.steps)
    assert ladder.flag is Flag.FINE
    theirs = [each.theirs for each in ladder.steps if each.theirs is not None]
    assert len(theirs) == len(ladder.steps)
    assert all(each > 0 for each in theirs)


def test_without_today_s_terms_our_fair_deal_is_where_trades_begin() -> None:
    found = changed(known(), PRICE, baseline=None, fair=Decimal(104))
    assert made(found)
    open_ = changed(known(), PRICE, baseline=None, opening=None)
    told = steps_from_trades(known_case(open_), MOMENT)
    assert isinstance(told, Message)
    assert told.code == "analysis.package_open"


def test_where_the_same_things_count_there_is_no_trade() -> None:
    told = steps_from_trades(known_case(known(weights=(50, 20, 20, 10))), MOMENT)
    assert told == Message("planned.no_trades")


@pytest.mark.parametrize("kind", KINDS)
def test_every_step_gives_less_than_the_one_before_for_an_issue_of_its_own(kind: str) -> None:
    random = Random(f"plan {kind}")
    for _ in range(12):
        found = random_case(random, kind)
        case = known_case(found)
        for column in case.columns:
            picked = {name: random.choice(column.terms).value for name in ("opening", "baseline", "minimum", "limit")}
            kept = {name: value for name, value in picked.items() if name == "baseline" or random.random() < 0.7}
            found = changed(found, column.issue.id, **kept)
        steps = steps_from_trades(known_case(found), MOMENT)
        if isinstance(steps, Message):
            assert steps.code == "planned.no_trades"
            continue
        assert len(steps) <= MOST_STEPS
        _assert_sound(known_case(found), steps)


def _assert_sound(case: Case, steps: tuple[PlannedConcession, ...]) -> None:
    found = replace(case.negotiation, planned_concessions=steps)
    asked = [each.return_issue_id for each in steps]
    assert len(set(asked)) == len(asked)
    assert not set(asked) & {each.issue_id for each in steps}
    codes = {check.message.code for each in planned_ladder(found, MOMENT).steps for check in each.checks}
    # what is planned in all may still be worth less than walking away: the figures of a random table are not a ladder
    assert codes <= {"planned.below_batna", "planned.below_minimum"}, codes
