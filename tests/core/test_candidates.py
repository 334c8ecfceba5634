"""tests: core/candidates.py - packages side by side, by what they bring both parties."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.analysis.meso import meso
from core.candidate import Candidate
from core.candidates import Brought, apart, side_by_side
from core.estimate import Subject
from core.negotiation import Negotiation
from core.verdict import Flag, Interval
from tests.core.analysis.cases import estimate, golden, known_case
from tests.core.cases import MOMENT, changed, four_issues, terms


def package(candidate_id: int, values: dict[int, Any]) -> Candidate:
    return Candidate(id=candidate_id, negotiation_id=1, label=chr(64 + candidate_id), terms=terms(values))


def brought(found: Negotiation) -> tuple[Brought, ...]:
    return side_by_side(found, MOMENT).packages


def test_a_package_is_worth_to_us_what_its_terms_are_and_is_held_against_batna_and_target() -> None:
    case = four_issues(candidates=(package(1, {1: 105, 2: 60, 3: 5, 4: 24}), package(2, {1: 102, 2: 14, 3: 10, 4: 12})))
    case = changed(case, 1, fair=Decimal(103), baseline=Decimal(103))
    found = side_by_side(case, MOMENT)
    first, second = found.packages
    assert first.ours == Interval(Fraction(2, 3), Fraction(2, 3))
    assert (first.flag, second.flag) == (Flag.FINE, Flag.ACT)
    assert found.batna is not None
    gap = apart(first.ours, found.batna.value)
    assert gap is not None
    assert gap.low == Fraction(2, 3) - Fraction(671, 1380)
    assert found.target is not None
    assert apart(None, found.target) is None
    assert apart(first.ours, None) is None


def test_what_is_left_open_takes_the_baseline_and_spans_its_range_without_one() -> None:
    case = changed(four_issues(candidates=(package(1, {1: 100}),)), 2, baseline=Decimal(60))
    (only,) = brought(case)
    assert only.terms[2].assumed
    assert only.ours == Interval(Fraction(7, 10), Fraction(1))


def test_one_past_our_limit_calls_to_act_and_without_a_batna_nothing_is_said() -> None:
    case = four_issues(candidates=(package(1, {1: 106, 2: 60, 3: 4, 4: 36}),))
    assert brought(changed(case, 1, limit=Decimal(105)))[0].flag is Flag.ACT
    assert brought(replace(case, alternatives=()))[0].flag is Flag.FINE


def test_one_below_the_minimum_is_to_be_checked() -> None:
    case = four_issues(candidates=(package(1, {1: 103, 2: 30, 3: 8, 4: 24}),))
    for issue_id, value in ((1, 101), (2, 60), (3, 4), (4, 36)):
        case = changed(case, issue_id, minimum=Decimal(value))
    assert brought(case)[0].flag is Flag.CHECK


def test_a_package_without_terms_is_worth_nothing_that_could_be_told() -> None:
    (only,) = brought(golden_with(Candidate(id=1, negotiation_id=1, label="A")))
    assert (only.ours, only.theirs, only.band, only.flag) == (None, None, None, Flag.FINE)


def golden_with(*candidates: Candidate) -> Negotiation:
    return replace(golden(), candidates=candidates)


def test_what_it_brings_them_is_an_estimate_with_its_band() -> None:
    case = golden_with(package(1, {1: "o1", 2: "o3", 3: "o3"}))
    (only,) = brought(case)
    assert (only.ours, only.theirs) == (Interval(Fraction(1, 2), Fraction(1, 2)), Fraction(7, 10))
    assert only.band == Interval(Fraction(7, 10), Fraction(7, 10))
    assert side_by_side(case, MOMENT).reservation == Fraction(30, 100)
    ranged = tuple(
        estimate(2, Subject.WEIGHT, 50, low=30, high=70)
        if (each.issue_id, each.subject) == (2, Subject.WEIGHT)
        else each
        for each in case.estimates
    )
    (only,) = brought(replace(case, estimates=ranged))
    assert only.theirs == Fraction(7, 10)
    assert only.band == Interval(Fraction(50, 80), Fraction(90, 120))


def test_without_estimates_only_our_side_is_known() -> None:
    found = side_by_side(replace(golden_with(package(1, {1: "o1", 2: "o1", 3: "o1"})), estimates=()), MOMENT)
    assert (found.packages[0].ours, found.packages[0].theirs) == (Interval(Fraction(1), Fraction(1)), None)
    assert (found.reservation, found.grounds.estimates) == (None, ())


def test_equal_packages_are_equal_side_by_side() -> None:
    case = known_case(golden())
    found = meso(case, Fraction(6, 10))
    made = [
        Candidate(id=at, negotiation_id=1, label="x", terms=each.package) for at, each in enumerate(found.packages, 1)
    ]
    for one, offered in zip(brought(golden_with(*made)), found.packages, strict=True):
        assert one.ours == Interval(offered.ours, offered.ours)
        assert one.theirs == offered.theirs


@given(st.tuples(*(st.sampled_from(("o1", "o2", "o3")) for _ in range(3))))
def test_the_engine_and_the_comparison_agree_on_every_package(options: tuple[str, str, str]) -> None:
    values = dict(enumerate(options, 1))
    (only,) = brought(golden_with(package(1, values)))
    both = known_case(golden()).values(values)
    assert both is not None
    assert only.ours == Interval(both[0], both[0])
    assert only.theirs == both[1]
