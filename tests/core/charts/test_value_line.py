"""tests: core/charts/value_line.py - package values on a line."""

from __future__ import annotations

import pytest

from core.charts.scene import Label, Line, Rect, Role, Scene
from core.charts.value_line import Kind, Mark, ValueLine
from core.words import Words

MARKS = (
    Mark(Kind.THEIR_OPENING, 46.4, "46.4", "their opening"),
    Mark(Kind.BATNA, 64.5, "64.5", "BATNA"),
    Mark(Kind.MINIMUM, 67.5, "67.5", "minimum"),
    Mark(Kind.AGREED, 75.2, "75.2", "agreed"),
    Mark(Kind.TARGET, 78.4, "78.4", "target"),
    Mark(Kind.OUR_OPENING, 97.5, "97.5", "our opening"),
)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


def drawn(*marks: Mark) -> Scene:
    return ValueLine.of("The result stands 10.7 points above the BATNA", marks, Words()).scene(482, measure)


def test_values_are_in_order_and_printed_and_in_the_table() -> None:
    scene = drawn(*MARKS)
    assert [stop.words for stop in scene.stops] == [f"{mark.name}: {mark.words}" for mark in MARKS]
    assert [stop.x for stop in scene.stops] == sorted(stop.x for stop in scene.stops)
    printed = {item.text for item in scene.items if isinstance(item, Label)}
    assert {mark.words for mark in MARKS} <= printed
    assert scene.table.rows == tuple((mark.name, mark.words) for mark in MARKS)


def test_a_gain_over_the_batna_is_a_solid_bar() -> None:
    bars = [item for item in drawn(*MARKS).items if isinstance(item, Rect) and item.fill is Role.US]
    assert len(bars) == 1
    assert bars[0].hatch is None


def test_worse_than_walking_away_is_hatched() -> None:
    scene = drawn(Mark(Kind.BATNA, 64.5, "64.5", "BATNA"), Mark(Kind.AGREED, 50, "50.0", "agreed"))
    assert [item.hatch for item in scene.items if isinstance(item, Rect)] == [Role.MARK]


def test_without_a_batna_there_is_no_bar() -> None:
    assert not [item for item in drawn(MARKS[3]).items if isinstance(item, Rect)]


def test_an_interval_shows_both_ends() -> None:
    scene = drawn(Mark(Kind.THEIR_OPENING, 20, "20.0 to 70.0", "their opening", 70))
    assert [item for item in scene.items if isinstance(item, Line) and item.dash]


@pytest.mark.parametrize("value", [-50.0, 0.0, 1e6])
def test_one_value_far_out_is_drawn_within_the_picture(value: float) -> None:
    scene = drawn(Mark(Kind.TARGET, value, "x", "target"))
    assert 0 <= scene.stops[0].x <= scene.width


def test_equal_values_are_told_apart_by_their_labels() -> None:
    scene = drawn(Mark(Kind.MINIMUM, 60, "60.0", "minimum"), Mark(Kind.TARGET, 60, "60.0", "target"))
    places = [item.x for item in scene.items if isinstance(item, Label) and item.text == "60.0"]
    assert len(set(places)) == 2


def test_nothing_to_show_is_an_empty_line() -> None:
    assert drawn().stops == ()
