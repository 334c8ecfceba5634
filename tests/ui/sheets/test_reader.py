"""tests: ui/sheets/reader.py - what is typed is read by the region's marks, or refused with what to type."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.issue import Issue, Option, Point
from tests.ui.prepare.test_grid import GERMAN, reader
from ui.sheets.kept import NotRead


def test_options_and_points_are_typed_as_they_are_shown() -> None:
    options = (Option("none", Decimal(0)), Option("shared", Decimal("0.5")))
    assert reader().options(reader().show_options(options)) == options
    issue = Issue(negotiation_id=1, name="Price")
    points = (Point(Decimal("1.40"), Decimal(1)), Point(Decimal("1.48"), Decimal("0.2")))
    assert reader(GERMAN).points(reader(GERMAN).show_points(points), issue) == points


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("none 0", "Type each as name = value, parted by ; for example none = 0; full = 1."),
        ("none = 2", "The value of none must be between 0 and 1."),
        ("none = 0; None = 1", "Each option needs a name of its own."),
        ("ok = 1", "“ok” means something else in a meeting line. Choose another name."),
    ],
)
def test_options_that_cannot_be_used_say_why(text: str, why: str) -> None:
    with pytest.raises(NotRead) as trouble:
        reader().options(text)
    assert str(trouble.value) == why


def test_a_chance_below_one_per_cent_is_meant_only_where_the_sign_is_typed() -> None:
    assert (reader().chance("50"), reader().chance("50 %")) == (Decimal("0.5"), Decimal("0.5"))
    assert reader().chance("0.5 %") == Decimal("0.005")
    with pytest.raises(NotRead, match="in per cent: 50 for one in two"):
        reader().chance("0.5")
