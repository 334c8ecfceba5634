"""tests: core/charts/labels.py - words that do not lie on one another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.charts.labels import cut, spread, two_lines


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


labels = st.lists(st.tuples(st.floats(0, 300), st.floats(1, 30)), min_size=1, max_size=8)


@given(labels)
def test_labels_that_fit_stand_apart_and_inside(found: list[tuple[float, float]]) -> None:
    centres, widths = [each[0] for each in found], [each[1] for each in found]
    placed = spread(centres, widths, 0, 300, 3)
    edges = sorted((at - width / 2, at + width / 2) for at, width in zip(placed, widths, strict=True))
    assert edges[0][0] >= -1e-6
    assert max(right for _, right in edges) <= 300 + 1e-6
    for (_, right), (left, _) in pairwise(edges):
        assert left - right >= 3 - 1e-6


@given(labels)
def test_the_order_of_labels_is_kept(found: list[tuple[float, float]]) -> None:
    centres, widths = [each[0] for each in found], [each[1] for each in found]
    placed = spread(centres, widths, 0, 300, 3)
    order = sorted(range(len(centres)), key=lambda at: centres[at])
    lefts = [placed[at] - widths[at] / 2 for at in order]
    assert lefts == sorted(lefts)


def test_labels_far_apart_are_not_moved() -> None:
    assert spread([20, 100, 200], [10, 10, 10], 0, 300) == (20, 100, 200)


def test_labels_that_cannot_fit_stay_in_the_picture() -> None:
    placed = spread([50, 50, 50], [60, 60, 60], 0, 100)
    assert min(placed) - 30 >= -1e-6
    assert max(placed) + 30 <= 100 + 1e-6


def test_no_labels_no_places() -> None:
    assert spread([], [], 0, 100) == ()


@pytest.mark.parametrize("text", ["x", "Recall cover", "a" * 400])
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str) -> None:
    found = cut(text, 60, 8, measure)
    assert measure(found, 8, False) <= 60
    assert found == text or found.endswith("…")


def test_a_long_name_takes_two_lines_and_is_then_cut() -> None:
    lines = two_lines("Responsibility for recalls and returned goods in all shops", 90, 8, measure)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(measure(line, 8, False) <= 90 for line in lines)


def test_a_word_wider_than_the_line_is_cut_in_one_line() -> None:
    assert two_lines("w" * 80 + " and more", 60, 8, measure) == ("w" * 14 + "…",)
