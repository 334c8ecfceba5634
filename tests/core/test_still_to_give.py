"""tests: what may still be given - of the concession ladder, else up to targets, limits and the floor."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.judge import Judge
from core.negotiation import Negotiation
from core.plan import PlannedConcession
from core.still_to_give import StillToGive, Upto, still_to_give
from core.value import by_issue, compare
from tests.core.analysis.test_price_increase import known
from tests.core.cases import DAY, changed, four_issues, negotiation, terms, with_rungs


def left(subject: Negotiation, ours: dict[int, Any], settled: dict[int, Any] | None = None) -> StillToGive:
    return still_to_give(Judge(subject), by_issue(terms(ours)), by_issue(terms(settled or {})), DAY)


def told(found: StillToGive) -> list[tuple[int, str, str, Upto]]:
    return [(each.issue_id, str(each.start), str(each.end), each.upto) for each in found.gives]


def planned(step_id: int, issue_id: int, **fields: Any) -> PlannedConcession:
    for name in ("from_value", "to_value", "floor", "return_value"):
        if name in fields:
            fields[name] = Decimal(str(fields[name]))
    return PlannedConcession(id=step_id, negotiation_id=1, issue_id=issue_id, **fields)


def test_the_ladder_is_told_in_its_order_from_where_we_stand() -> None:
    steps = (planned(1, 2, to_value=45), planned(2, 1, to_value=103), planned(3, 3, from_value=4, to_value=6))
    found = left(replace(four_issues(), planned_concessions=steps), {1: 101, 2: 60})
    assert told(found) == [
        (2, "60", "45", Upto.PLAN),
        (1, "101", "103", Upto.PLAN),
        (3, "4", "6", Upto.PLAN),
    ]
    assert [each.planned for each in found.gives] == list(steps)
    assert found.gives[1].cost == Fraction(1, 10)
    assert found.is_planned


def test_a_step_is_used_up_once_we_stand_at_its_end_or_past_it() -> None:
    steps = (planned(1, 1, to_value=103), planned(2, 1, to_value=105), planned(3, 2, to_value=45))
    subject = replace(four_issues(), planned_concessions=steps)
    assert told(left(subject, {1: 103, 2: 40})) == [(1, "103", "105", Upto.PLAN)]
    assert told(left(subject, {1: 106}, {2: 60})) == []


def test_a_step_never_goes_past_a_limit_and_without_an_end_to_its_floor() -> None:
    steps = (planned(1, 1, to_value=108), planned(2, 2, floor=40), planned(3, 3))
    subject = changed(replace(four_issues(), planned_concessions=steps), 1, limit=Decimal(105))
    assert told(left(subject, {1: 101, 2: 60, 3: 5})) == [(1, "101", "105", Upto.PLAN), (2, "60", "40", Upto.PLAN)]


def test_without_a_ladder_targets_come_before_limits() -> None:
    subject = with_rungs(four_issues(alternatives=()), fair=(103, 45, 6, 24), limit=(106, 30, 8, 18))
    assert told(left(subject, {1: 101, 2: 45, 3: 9, 4: 36}))[:2] == [
        (4, "36", "24", Upto.TARGET),
        (2, "45", "30", Upto.LIMIT),
    ]
    assert told(left(subject, {1: 101}, {1: 101, 2: 60, 3: 4, 4: 36})) == []


def test_what_gives_them_most_for_what_it_costs_us_comes_first() -> None:
    subject = with_rungs(replace(known(), alternatives=()), fair=(103, 45, 6, 24))
    found = left(subject, {1: 101, 2: 60, 3: 5, 4: 30})
    rates = [each.gain / each.cost for each in found.gives if each.gain is not None and each.cost]
    assert rates == sorted(rates, reverse=True)
    assert [each.issue_id for each in found.gives] == [2, 3, 1, 4]


def test_no_step_goes_further_than_the_package_allows() -> None:
    subject = with_rungs(four_issues(), limit=(109, 14, 10, 12))
    found = left(subject, {1: 103, 2: 30, 3: 8, 4: 24})
    assert found.spare == Fraction(1, 20)
    assert found.gives
    assert all(each.cost is not None and each.cost <= found.spare for each in found.gives)
    assert (1, "103", "104.00", Upto.ROOM) in told(found)
    assert (4, "24", "12", Upto.LIMIT) in told(found)
    nothing = left(subject, {1: 105, 2: 30, 3: 8, 4: 24})
    assert nothing.spare is not None
    assert nothing.spare < 0
    assert nothing.gives == ()


def test_without_a_floor_or_an_offer_nothing_is_spare() -> None:
    assert left(four_issues(alternatives=()), {1: 103}).spare is None
    assert left(four_issues(), {}).spare is None
    assert left(negotiation(), {}) == StillToGive((), None, is_planned=False)


@given(
    st.fixed_dictionaries(
        {1: st.integers(100, 110), 2: st.integers(14, 60), 3: st.integers(4, 10), 4: st.integers(12, 36)}
    )
)
def test_every_step_is_worse_for_us_and_keeps_its_limit(ours: dict[int, int]) -> None:
    subject = with_rungs(known(), fair=(103, 45, 6, 24), limit=(106, 30, 8, 18))
    found = left(subject, ours)
    for each in found.gives:
        own = subject.issue_by_id[each.issue_id]
        assert own.limit is not None
        assert compare(own, each.end, each.start) == -1
        assert compare(own, each.end, own.limit) != -1
        assert each.cost is not None
        assert found.spare is not None
        assert each.cost <= max(found.spare, Fraction(0))
