"""tests: readiness - the figure, what is missing in order of worth, and that both always make up 100."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.advice import ASKED, Advice, Criterion, Part, Spot
from core.message import message
from core.mode import Around
from core.negotiation import Depth, Negotiation
from core.readiness import WORTH, Readiness, measure, readiness, worths
from core.sentences import SENTENCES
from core.verdict import Flag
from tests.core.cases import MOMENT, PEOPLE, changed, negotiation, whole


def test_the_worths_are_parts_of_100_and_each_is_explained() -> None:
    assert set(WORTH) == set(Criterion)
    assert sum(WORTH.values()) == 100
    assert all(f"readiness.{each.value}" in SENTENCES for each in Criterion)


def test_a_lesser_depth_measures_by_its_own_criteria_in_the_same_proportion() -> None:
    for depth in Depth:
        found = worths(depth)
        assert set(found) == set(ASKED[depth])
        assert sum(found.values()) == 100
        assert found[Criterion.BATNA] / found[Criterion.LIMIT] == Fraction(10, 7)
    assert ASKED[Depth.SUDDEN] < ASKED[Depth.PRIORITY] < ASKED[Depth.FULL]


@pytest.mark.parametrize("depth", list(Depth))
def test_nothing_is_0_and_everything_is_100(depth: Depth) -> None:
    nothing = readiness(negotiation(depth=depth), Around(), MOMENT)
    assert nothing.worth == 0
    assert nothing.percent == 0
    everything = readiness(replace(whole(), depth=depth), PEOPLE, MOMENT)
    assert everything.worth == 100
    assert everything.percent == 100
    assert everything.missing == ()


def test_what_is_missing_comes_in_order_of_worth_and_a_fault_first() -> None:
    subject = replace(changed(whole(), 1, minimum=Decimal(106)), alternatives=whole().alternatives, walk_away="")
    found = readiness(subject, PEOPLE, MOMENT)
    codes = [each.advice.title.code for each in found.missing]
    assert codes == ["todo.ladder.minimum_below_batna", "todo.no_walk_away"]
    assert [each.percent for each in found.missing] == [5, 1]
    assert found.percent == 94
    worth = [each.worth for each in readiness(negotiation(), Around(), MOMENT).missing]
    assert worth == sorted(worth, reverse=True)


def test_doing_one_thing_adds_just_what_was_said() -> None:
    before = readiness(replace(whole(), walk_away="", opening_reason=""), PEOPLE, MOMENT)
    (said,) = [each for each in before.missing if each.advice.title.code == "todo.no_walk_away"]
    after = readiness(replace(whole(), opening_reason=""), PEOPLE, MOMENT)
    assert after.worth == before.worth + said.worth


def test_two_that_share_a_criterion_share_its_worth() -> None:
    half = Advice(Flag.CHECK, message("a"), message("b"), Spot(Part.NEEDS), (Criterion.BATNA,), Fraction(1, 2))
    found = measure([half, half, half], Depth.FULL)
    assert found.worth == 90
    assert [each.worth for each in found.missing] == [Fraction(10, 3)] * 3
    assert [each.percent for each in found.missing] == [4, 3, 3]
    assert measure([half], Depth.FULL).worth == 95


def test_what_the_figure_is_made_of_adds_up_to_it() -> None:
    found = readiness(replace(whole(), walk_away="", needs=()), PEOPLE, MOMENT)
    assert sum(each.reached for each in found.measured) == found.worth
    assert sum(each.worth for each in found.measured) == 100


def test_at_a_depth_that_asks_for_nothing_of_it_a_fault_still_keeps_the_figure_from_100() -> None:
    faulty = replace(changed(whole(), 1, minimum=Decimal(106)), depth=Depth.SUDDEN)
    found = readiness(faulty, PEOPLE, MOMENT)
    (only,) = found.missing
    assert only.advice.flag is Flag.ACT
    assert Criterion.MINIMUM not in ASKED[Depth.SUDDEN]
    assert (found.percent, only.percent) == (99, 1)
    assert [found.worth, only.worth] == [99, 1]
    act = Advice(Flag.ACT, message("a"), message("b"), Spot(Part.ISSUES), (Criterion.MINIMUM,))
    assert [each.percent for each in measure([act, act], Depth.SUDDEN).missing] == [1, 0]
    # where more is missing than that, a fault is first and takes nothing of it
    lost = Advice(None, message("a"), message("b"), Spot(Part.ISSUES), (Criterion.LIMIT,))
    both = measure([lost, act], Depth.SUDDEN)
    assert [(each.advice.flag, each.worth > 0) for each in both.missing] == [(Flag.ACT, False), (None, True)]
    assert both.worth == measure([lost], Depth.SUDDEN).worth


def test_what_is_to_be_checked_and_not_asked_for_keeps_nothing_back() -> None:
    check = Advice(Flag.CHECK, message("a"), message("b"), Spot(Part.ISSUES), (Criterion.MINIMUM,))
    assert measure([check], Depth.SUDDEN).percent == 100


_ADVICE = st.builds(
    Advice,
    st.sampled_from([None, Flag.CHECK, Flag.ACT]),
    st.just(message("a")),
    st.just(message("b")),
    st.just(Spot(Part.GOAL)),
    st.lists(st.sampled_from(Criterion), max_size=3, unique=True).map(tuple),
    st.fractions(Fraction(1, 50), 1, max_denominator=60),
)


@given(found=st.lists(_ADVICE, max_size=30), depth=st.sampled_from(Depth))
def test_figure_and_missing_always_make_up_100(found: list[Advice], depth: Depth) -> None:
    result = measure(found, depth)
    assert 0 <= result.worth <= 100
    assert result.worth + sum(each.worth for each in result.missing) == 100
    assert result.percent + sum(each.percent for each in result.missing) == 100
    assert result.percent <= result.worth
    assert (result.percent == 100) is (result.worth == 100)
    assert all(each.percent >= 0 for each in result.missing)
    assert result.percent < 100 or all(each.flag is not Flag.ACT for each in found)
    assert len(result.missing) == len(found)


# holes in a preparation that lacks nothing: what filling one adds is what was said of it


def without(rung: str) -> Callable[[Negotiation], Negotiation]:
    """Return what takes a rung, or the limits, away from all issues."""
    none: dict[str, Any] = {rung: None}
    return lambda subject: replace(subject, issues=tuple(replace(each, **none) for each in subject.issues))


HOLES: dict[str, Callable[[Negotiation], Negotiation]] = {
    "goal": lambda subject: replace(subject, answers=()),
    "facts": lambda subject: replace(subject, has_time=None, is_lasting=None),
    "opening": without("opening"),
    "limit": without("limit"),
    "minimum": without("minimum"),
    "weight": lambda subject: changed(subject, 4, weight=None),
    "interests": lambda subject: replace(subject, positions=subject.positions[:1]),
    "needs": lambda subject: replace(subject, needs=(), common_goals=()),
    "packages": lambda subject: replace(subject, candidates=subject.candidates[:1]),
    "batna": lambda subject: replace(subject, alternatives=()),
    "proof": lambda subject: replace(
        subject, alternatives=tuple(replace(each, evidence="") for each in subject.alternatives)
    ),
    "estimates": lambda subject: replace(subject, estimates=()),
    "concessions": lambda subject: replace(subject, planned_concessions=()),
    "points": lambda subject: replace(subject, plan_points=()),
    "walk_away": lambda subject: replace(subject, walk_away=""),
    "meeting": lambda subject: replace(subject, meetings=()),
}


def with_holes(names: Iterable[str], depth: Depth) -> Readiness:
    subject = replace(whole(), depth=depth)
    for name in names:
        subject = HOLES[name](subject)
    return readiness(subject, PEOPLE, MOMENT)


@settings(max_examples=60, deadline=None)
@given(holes=st.sets(st.sampled_from(sorted(HOLES))), depth=st.sampled_from(Depth))
def test_what_is_missing_comes_in_order_of_worth_whatever_is_missing(holes: set[str], depth: Depth) -> None:
    found = with_holes(sorted(holes), depth)
    order = [(each.advice.flag is not Flag.ACT, -each.worth) for each in found.missing]
    assert order == sorted(order)
    assert found.percent + sum(each.percent for each in found.missing) == 100
    assert (found.percent == 100) is not bool(found.missing)
    assert all(each.advice.criteria for each in found.missing)


@settings(max_examples=60, deadline=None)
@given(
    holes=st.sets(st.sampled_from(sorted(HOLES)), min_size=1), filled=st.randoms(use_true_random=False),
    depth=st.sampled_from(Depth),
)  # fmt: skip
def test_filling_a_hole_never_lowers_the_figure(holes: set[str], filled: Random, depth: Depth) -> None:
    before = with_holes(sorted(holes), depth)
    after = with_holes(sorted(holes - {filled.choice(sorted(holes))}), depth)
    assert after.worth >= before.worth


@pytest.mark.parametrize("hole", [name for name in sorted(HOLES) if name != "batna"])
def test_each_hole_alone_is_worth_just_what_its_advice_says(hole: str) -> None:
    found = with_holes([hole], Depth.FULL)
    assert found.missing, "it is noticed"
    assert found.worth == 100 - sum(each.worth for each in found.missing)
    asked = {name: WORTH[name] for each in found.missing for name in each.advice.criteria}
    assert 0 < 100 - found.worth <= sum(asked.values())
