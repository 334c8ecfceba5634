"""tests: how far offers lie from the frontier."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from core.analysis.distance import Distance, distance, offer_distances
from core.analysis.frontier import frontier
from core.message import Message
from core.side import Side
from core.words import Words
from tests.core.analysis.cases import KINDS, enumerate_case, golden, known_case, random_case
from tests.core.cases import changed, line, terms


def test_a_package_inside_has_better_ones_for_both() -> None:
    case = known_case(golden())
    found = distance(case, frontier(case), terms({1: "o2", 2: "o1", 3: "o3"}))
    assert isinstance(found, Distance)
    assert (found.ours, found.theirs) == (Fraction("0.60"), Fraction("0.35"))
    assert not found.is_efficient
    assert all(point.ours >= found.ours and point.theirs >= found.theirs for point in found.better)
    assert found.fairest is not None
    assert found.their_room == max(point.theirs for point in found.better) - found.theirs


def test_an_efficient_package_has_no_better_one() -> None:
    case = known_case(golden())
    front = frontier(case)
    for point in front.points:
        found = distance(case, front, point.package)
        assert isinstance(found, Distance)
        assert found.is_efficient
        assert (found.our_room, found.their_room, found.fairest) == (Fraction(0), Fraction(0), None)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_better_is_what_enumeration_finds(kind: str) -> None:
    random = Random(f"distance {kind}")
    for _ in range(10):
        found = random_case(random, kind)
        case = known_case(found)
        package = tuple(random.choice(column.terms) for column in case.columns)
        told = distance(case, frontier(case), package)
        assert isinstance(told, Distance)
        better = [
            pair
            for pair in enumerate_case(found).frontier
            if pair[0] >= told.ours and pair[1] >= told.theirs and pair != (told.ours, told.theirs)
        ]
        assert [(point.ours, point.theirs) for point in told.better] == better


def test_open_issues_are_named_and_past_limits_too() -> None:
    case = known_case(golden())
    told = distance(case, frontier(case), terms({1: "o2"}))
    assert isinstance(told, Message)
    assert Words().message(told) == "A package needs a value for every issue. Still open: Term, Volume."
    limited = known_case(changed(golden(), 1, limit="o1"))
    found = distance(limited, frontier(limited), terms({1: "o2", 2: "o1", 3: "o3"}))
    assert isinstance(found, Distance)
    assert found.past_limit == (1,)


def test_every_offer_is_placed_as_it_stands() -> None:
    lines = (
        line(1, Side.THEM, {1: "o3", 2: "o3"}),
        line(2, Side.THEM, {3: "o3"}),
        line(3, Side.US, {1: "o1", 2: "o1", 3: "o1"}),
        line(4, Side.THEM, {1: "o2"}, conditions={2: "o2"}),
    )
    case = known_case(replace(golden(), lines=lines))
    found = offer_distances(case, frontier(case))
    assert isinstance(found[1], Message)
    placed = {line_id: (each.ours, each.theirs) for line_id, each in found.items() if isinstance(each, Distance)}
    assert placed == {
        2: (Fraction(0), Fraction(1)),
        3: (Fraction(1), Fraction(0)),
        4: (Fraction("0.45"), Fraction("0.65")),
    }
