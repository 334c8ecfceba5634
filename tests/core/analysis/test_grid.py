"""tests: the values of an issue that packages are made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from core.analysis.grid import MOST_VALUES, IssueGrid, grid_of
from core.issue import Issue, Point, ScaleKind
from core.message import Message
from core.value import scale_of
from tests.core.analysis.cases import option_issue
from tests.core.cases import issue


def grid(subject: Issue, most: int = MOST_VALUES) -> IssueGrid:
    scale = scale_of(subject)
    assert not isinstance(scale, Message)
    return grid_of(subject, scale, most)


def shown(subject: Issue, most: int = MOST_VALUES) -> list[str]:
    return [str(value) for value in grid(subject, most).values]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"best": 4, "worst": 10, "step": 2}, ["4", "6", "8", "10"]),
        ({"best": 10, "worst": 4, "step": 4}, ["10", "6", "4"]),  # the worst end belongs to it
        ({"best": "1.40", "worst": "1.50", "step": "0.05"}, ["1.40", "1.45", "1.50"]),
        ({"best": 1, "worst": 3}, ["1", "2", "3"]),
        ({"best": "1.0", "worst": "1.2"}, ["1.0", "1.1", "1.2"]),
        ({"best": 60, "worst": 100, "step": 20, "ideal": 90}, ["60", "80", "90", "100"]),
        ({"best": 0, "worst": 4, "step": 4, "points": (Point(Decimal(3), Decimal("0.9")),)}, ["0", "3", "4"]),
    ],
)
def test_numbers_go_by_the_step_from_the_best_end_with_ideal_and_points(
    fields: dict[str, Any], expected: list[str]
) -> None:
    best, worst = fields.pop("best"), fields.pop("worst")
    assert shown(issue(1, "Issue", best, worst, **fields)) == expected


def test_days_go_by_whole_days() -> None:
    closing = issue(1, "Closing", date(2026, 12, 4), date(2026, 12, 1), kind=ScaleKind.DATE)
    assert shown(closing) == ["2026-12-04", "2026-12-03", "2026-12-02", "2026-12-01"]
    assert shown(issue(1, "C", date(2026, 12, 4), date(2026, 12, 1), kind=ScaleKind.DATE, step=2)) == [
        "2026-12-04",
        "2026-12-02",
        "2026-12-01",
    ]


def test_options_are_as_entered() -> None:
    assert shown(option_issue(1, 1, (0, 1, "0.5"))) == ["o1", "o2", "o3"]


def test_a_step_too_fine_is_widened_to_a_whole_number_of_steps_and_said() -> None:
    fine = grid(issue(1, "Price", 100, 110, step="0.01", unit="EUR"))
    assert len(fine.values) == MOST_VALUES
    assert fine.values[1] == Decimal("100.10")
    assert fine.note is not None
    assert fine.note.code == "analysis.step_widened"
    odd = grid(issue(1, "Price", 0, 7, step=1), most=4)
    assert [str(each) for each in odd.values] == ["0", "3", "6", "7"]
    assert grid(issue(1, "Price", 100, 110, step="0.1")).note is None


def test_many_places_stay_exact() -> None:
    values = grid(issue(1, "Price", "0.1234567890123", "0.1234567890125")).values
    assert [str(each) for each in values] == ["0.1234567890123", "0.1234567890124", "0.1234567890125"]
