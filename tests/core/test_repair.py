"""tests: the least change after which an offer is no breach any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.alternative import Form
from core.estimate import Estimate, Subject
from core.issue import Issue, Option, ScaleKind
from core.judge import judge
from core.negotiation import Negotiation
from core.side import Side
from core.term import Value
from core.verdict import Light, Repair, Verdict
from core.words import Words
from tests.core.cases import DAY, alternative, changed, figure, four_issues, issue, negotiation, terms

SAY = Words()
LOW = {1: 102, 2: 14, 3: 10, 4: 12}


def verdict(subject: Negotiation, values: dict[int, Any]) -> Verdict:
    return judge(subject, terms(values), Side.THEM, DAY)


def proposed(found: Verdict) -> list[dict[int, Value]]:
    return [{term.issue_id: term.value for term in repair.terms} for repair in found.repairs]


def said(repair: Repair) -> str:
    return SAY.message(repair.reason).replace("\u00a0", " ")


def against(points: object, *issues: Issue, **fields: Any) -> Negotiation:
    return negotiation(*issues, alternatives=(alternative(1, "Points", form=Form.POINTS, points=points),), **fields)


def test_the_golden_repairs() -> None:
    found = verdict(four_issues(), LOW)
    assert proposed(found) == [{1: Decimal("100.27")}, {2: Decimal(34)}, {3: Decimal(7)}, {4: Decimal(33)}]
    assert [repair.cheapest for repair in found.repairs] == [True, False, False, False]
    assert [repair.lifts_to for repair in found.repairs] == [Light.CLEAR] * 4
    assert said(found.repairs[0]) == "Price 102 EUR to 100.27 EUR clears it."
    assert found.repairs[0].loss == Fraction("0.173")


def test_what_is_no_breach_needs_no_repair() -> None:
    found = verdict(four_issues(), {1: 105, 2: 60, 3: 5, 4: 24})
    assert (found.repairs, found.no_repair) == ((), None)
    assert verdict(four_issues(), {1: 106}).repairs == ()


def test_a_term_outside_is_brought_inside_the_range() -> None:
    assert proposed(verdict(four_issues(), {1: 130, 2: 60, 3: 4, 4: 36})) == [{1: Decimal(110)}]


def test_an_interval_is_lifted_at_its_upper_end_and_says_what_must_follow() -> None:
    found = verdict(four_issues(), {1: 108, 3: 10})
    assert proposed(found) == [{1: Decimal("106.27")}, {3: Decimal(7)}]
    assert [repair.lifts_to for repair in found.repairs] == [Light.POSSIBLE] * 2
    assert said(found.repairs[1]) == (
        "Lead time 10 weeks to 7 weeks may clear it, with Payment at least 57 days, Warranty at least 33 months."
    )


def test_the_cheapest_is_what_they_likely_lose_least_by() -> None:
    weights = {1: 60, 2: 10, 3: 20, 4: 10}
    estimates = tuple(
        Estimate(negotiation_id=1, issue_id=issue_id, subject=Subject.WEIGHT, likely=Decimal(weight))
        for issue_id, weight in weights.items()
    )
    found = verdict(four_issues(estimates=estimates), LOW)
    assert [repair.cheapest for repair in found.repairs] == [False, True, False, False]
    assert [repair.loss for repair in found.repairs][1] == Fraction(1, 10) * Fraction(20, 46)
    partly = verdict(four_issues(estimates=estimates[1:]), LOW)
    assert partly.repairs[0].cheapest


def test_a_passed_limit_is_repaired_on_its_own_issue_first() -> None:
    case = changed(four_issues(), 1, limit=Decimal(103))
    only_limit = verdict(case, {1: 104, 2: 60, 3: 4, 4: 36})
    assert proposed(only_limit) == [{1: Decimal(103)}]
    assert said(only_limit.repairs[0]) == "Price 104 EUR to 103.00 EUR keeps the limit."
    both = verdict(case, {1: 106, 2: 14, 3: 10, 4: 12})
    assert proposed(both)[0] == {1: Decimal("100.27")}
    assert proposed(both)[1] == {1: Decimal(103), 2: Decimal(46)}


def test_of_a_range_partly_past_the_limit_only_that_part_is_given_up() -> None:
    case = changed(four_issues(), 1, limit=Decimal(103))
    (repair,) = verdict(case, {1: (102, 105), 2: 60, 3: 4, 4: 36}).repairs
    assert (repair.terms[0].value, repair.terms[0].upto) == (Decimal(102), Decimal(103))


def test_a_limit_outside_the_range_is_repaired_inside_it() -> None:
    case = changed(four_issues(), 1, limit=Decimal(115))
    assert proposed(verdict(case, {1: 120, 2: 60, 3: 4, 4: 36})) == [{1: Decimal(110)}]


def test_where_no_single_issue_does_it_the_fewest_do_it_together() -> None:
    case = against(
        70, *(issue(place, f"I{place}", 10, 0, weight, step=1) for place, weight in ((1, 3), (2, 4), (3, 3)))
    )
    found = verdict(case, {1: 0, 2: 0, 3: 0})
    # 70 is out of reach of any one; of the pairs that reach it the first in order is 1 and 2
    assert proposed(found) == [{1: Decimal(10), 2: Decimal(10)}]
    assert said(found.repairs[0]) == "I1 0 to 10, I2 0 to 10 together clear it."
    easier = verdict(
        replace(case, alternatives=(alternative(1, "P", form=Form.POINTS, points=55),)), {1: 0, 2: 0, 3: 0}
    )
    assert proposed(easier) == [{1: Decimal(10), 2: Decimal(7)}]


def test_where_nothing_does_it_that_is_said() -> None:
    case = against(120, issue(1, "Price", 100, 110, 1, step=1))
    found = verdict(case, {1: 105})
    assert found.repairs == ()
    assert found.no_repair is not None
    assert SAY.message(found.no_repair) == "No repair within the ranges."


def test_options_step_to_the_next_better_one_that_does_it() -> None:
    options = tuple(
        Option(label, Decimal(value)) for label, value in (("a", "0"), ("b", "0.4"), ("c", "0.6"), ("d", "1"))
    )
    case = against(50, issue(1, "Freight", weight=1, kind=ScaleKind.OPTIONS, options=options))
    assert proposed(verdict(case, {1: "a"})) == [{1: "c"}]


def test_days_step_by_days() -> None:
    closing = issue(1, "Closing", date(2026, 12, 1), date(2026, 12, 31), 1, kind=ScaleKind.DATE, step=7)
    found = verdict(against(50, closing), {1: date(2026, 12, 29)})
    assert proposed(found) == [{1: date(2026, 12, 15)}]


def test_an_ideal_is_reached_from_either_side() -> None:
    case = against(80, issue(1, "Volume", 60, 100, 1, ideal=90, step=1))
    assert proposed(verdict(case, {1: 70})) == [{1: Decimal(84)}]
    assert proposed(verdict(case, {1: 99})) == [{1: Decimal(92)}]


def test_the_end_is_taken_where_the_last_step_would_leave_the_range() -> None:
    case = against(95, issue(1, "Payment", 60, 14, 1, step=10))
    assert proposed(verdict(case, {1: 14})) == [{1: Decimal(60)}]
    ideal = against(99, issue(1, "Volume", 60, 100, 1, ideal=90, step=20))
    assert proposed(verdict(ideal, {1: 65})) == [{1: Decimal(90)}]


def test_without_a_step_the_last_written_place_is_one() -> None:
    case = against(50, issue(1, "Price", "1.40", "1.60", 1))
    assert proposed(verdict(case, {1: "1.553"})) == [{1: Decimal("1.500")}]


@given(
    st.tuples(*[st.integers(0, 40)] * 3),
    st.lists(
        st.tuples(st.integers(-20, 20), st.integers(2, 30), st.booleans(), st.integers(1, 9)), min_size=1, max_size=3
    ),
    st.integers(1, 5),
    st.integers(5, 99),
)
def test_a_repair_lifts_the_breach_and_no_smaller_step_of_that_issue_does(
    places: tuple[int, ...], shapes: list[tuple[int, int, bool, int]], step: int, points: int
) -> None:
    issues = [
        issue(
            place,
            f"I{place}",
            start + width if rising else start,
            start if rising else start + width,
            weight,
            step=step,
        )
        for place, (start, width, rising, weight) in enumerate(shapes, start=1)
    ]
    case = against(points, *issues)
    stated: dict[int, Any] = {}
    for subject, offset in zip(issues, places, strict=False):
        if offset < 35:  # else unsaid
            assert isinstance(subject.worst, Decimal)
            stated[subject.id] = subject.worst + offset - 5
    found = verdict(case, stated)
    if found.batna is not Light.CERTAIN:
        assert found.repairs == ()
        return
    for repair in found.repairs:
        after = {**stated, **{term.issue_id: term.value for term in repair.terms}}
        assert verdict(case, after).batna is not Light.CERTAIN
        assert all(_inside(case, term.issue_id, term.value) for term in repair.terms)
        if len(repair.terms) == 1:
            (term,) = repair.terms
            subject = case.issue_by_id[term.issue_id]
            sign = 1 if subject.best > subject.worst else -1  # type: ignore[operator]
            nearer: Any = stated[term.issue_id]
            while (term.value - nearer) * sign > 0:
                if _inside(case, term.issue_id, nearer):
                    assert verdict(case, {**stated, term.issue_id: nearer}).batna is Light.CERTAIN
                nearer += sign * step
    if not found.repairs:
        best = {
            subject.id: subject.best if _may_gain(subject, stated) else stated.get(subject.id) for subject in issues
        }
        whole = {key: figure(value) for key, value in best.items() if key in stated}
        assert verdict(case, whole).batna is Light.CERTAIN


def _inside(case: Negotiation, issue_id: int, value: Any) -> bool:
    subject = case.issue_by_id[issue_id]
    ends = sorted([subject.best, subject.worst])  # type: ignore[type-var]
    return bool(ends[0] <= value <= ends[1])


def _may_gain(subject: Issue, stated: dict[int, Any]) -> bool:
    if subject.id not in stated:
        return False
    sign = 1 if subject.best > subject.worst else -1  # type: ignore[operator]
    return bool((subject.best - stated[subject.id]) * sign > 0)


@pytest.mark.parametrize("value", ["101.995", "101.9"])
def test_steps_count_from_the_stated_term(value: str) -> None:
    found = verdict(four_issues(), {**LOW, 1: value})
    assert (Decimal(value) - proposed(found)[0][1]) % Decimal("0.01") == 0  # type: ignore[operator]
