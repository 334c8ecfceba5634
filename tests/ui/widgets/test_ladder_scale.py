"""tests: ui/widgets/ladder_scale.py."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.ladder_scale import APART, LadderScale, Mark, spread

MARKS = (
    Mark("Minimum acceptable", Fraction(481, 10), "48.1", "danger", bold=True),
    Mark("Fair deal", Fraction(701, 10), "70.1", "us", dashes=(4, 2)),
    Mark("BATNA", Fraction(701, 10), "70.1", "text", bold=True, weight=3),
)


@given(st.lists(st.floats(10, 190), max_size=9))
def test_labels_stand_apart_in_order_and_inside(wanted: list[float]) -> None:
    wanted.sort()
    placed = spread(wanted, APART, 10, 190)
    assert len(placed) == len(wanted)
    for first, second in pairwise(placed):
        assert second - first >= APART - 0.001
    assert all(9.999 <= height <= 190.001 for height in placed)


def test_labels_with_room_stay_where_they_belong() -> None:
    assert spread([20, 60, 100], 16, 0, 200) == [20, 60, 100]
    assert spread([60, 60], 16, 0, 200) == [52, 68]


def test_marks_of_equal_value_share_a_label(qtbot: QtBot, theme: Theme) -> None:
    scale = LadderScale(theme, "Package value")
    qtbot.addWidget(scale)
    scale.set_marks(MARKS, (Fraction(40), Fraction(60)))
    assert [(label.words, label.figure) for label in scale.labels()] == [
        ("Fair deal, BATNA", "70.1"),
        ("Minimum acceptable", "48.1"),
    ]


def test_a_screen_reader_hears_the_marks_from_the_top(qtbot: QtBot, theme: Theme) -> None:
    scale = LadderScale(theme, "Package value")
    qtbot.addWidget(scale)
    assert scale.text() == "Package value"
    scale.set_marks(MARKS)
    assert scale.text() == "Package value: Fair deal 70.1, BATNA 70.1, Minimum acceptable 48.1"


def test_values_off_the_scale_are_drawn_at_its_ends(qtbot: QtBot, theme: Theme) -> None:
    scale = LadderScale(theme, "Package value")
    qtbot.addWidget(scale)
    scale.resize(288, 200)
    scale.set_marks((Mark("Limit", Fraction(-40), "–40.0", "danger"), Mark("Best", Fraction(140), "140.0", "us")))
    image = scale.grab().toImage()
    column = {image.pixelColor(x, y).name() for x in range(30, 60) for y in (9, 10, 189, 190)}
    assert theme.color("danger").name() in column
    assert theme.color("us").name() in column


def test_equal_marks_stand_apart_where_one_label_would_be_cut(qtbot: QtBot, theme: Theme) -> None:
    scale = LadderScale(theme, "Package value")
    qtbot.addWidget(scale)
    scale.set_marks([Mark("Opening", Fraction(100), "100.0"), Mark("Best outcome", Fraction(100), "100.0")])
    assert [label.words for label in scale.labels()] == ["Opening, Best outcome"]
    assert [label.words for label in scale.labels(room=120)] == ["Opening", "Best outcome"]
