"""tests: core/charts/range_chart.py - the range chart as data."""

from __future__ import annotations

import pytest

from core.charts.range_chart import ROW_HEIGHT, TIGHT_ROW_HEIGHT, Guess, RangeChart, RangeRow, RangeWords, Spot
from core.charts.scene import Circle, Label, Line, Polygon, Rect, Role, Scene
from core.words import Words

WIDTH = 482.0

price = RangeRow(
    name="Price",
    unit="USD per can",
    limit=Spot(0.6, "1.45"),
    target=Spot(0.8, "1.40"),
    opening=Spot(0.96, "1.36"),
    quoted=Spot(0.4, "1.50"),
    their_limit=Guess(Spot(0.88, "1.38"), 0.76, 0.96),
    zone=(0.6, 0.88),
    room="1.38 to 1.45",
)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.5)


def drawn(*rows: RangeRow, row_height: float = ROW_HEIGHT) -> Scene:
    return RangeChart("There is room on price", rows, RangeWords.of(Words())).scene(WIDTH, measure, row_height)


def labels(scene: Scene) -> list[Label]:
    return [item for item in scene.items if isinstance(item, Label)]


def test_every_figure_is_printed_and_stands_in_the_table() -> None:
    scene = drawn(price)
    printed = {label.text for label in labels(scene)}
    assert {"Price", "USD per can", "1.45", "1.40", "1.36", "1.50", "1.38?", "1.38 to 1.45"} <= printed
    assert scene.table.rows == (("Price (USD per can)", "1.45", "1.40", "1.36", "1.50", "1.38", "1.38 to 1.45"),)


def test_us_and_them_differ_in_shape_not_only_in_colour() -> None:
    scene = drawn(price)
    below_legend = [item for item in scene.items if getattr(item, "y", 0) > 20 or getattr(item, "y1", 0) > 20]
    circles = [item for item in below_legend if isinstance(item, Circle)]
    squares = [item for item in below_legend if isinstance(item, Rect) and item.stroke is Role.THEM]
    assert [circle.fill for circle in circles] == [Role.US]
    assert [square.fill for square in squares] == [Role.BASE]
    theirs = [item for item in below_legend if isinstance(item, Line) and item.role is Role.THEM and item.width == 1.2]
    ours = [item for item in below_legend if isinstance(item, Line) and item.role is Role.US]
    assert any(line.dash for line in theirs)
    assert not any(line.dash for line in ours)
    assert any(isinstance(item, Polygon) for item in scene.items)


def test_an_estimate_is_in_italics_with_a_question_mark_and_a_whisker() -> None:
    scene = drawn(price)
    assert [label.italic for label in labels(scene) if label.text == "1.38?"] == [True]
    whiskers = [item for item in scene.items if isinstance(item, Line) and item.role is Role.THEM and item.width == 0.7]
    assert whiskers


def test_right_is_better_for_us_and_values_outside_stay_in_the_picture() -> None:
    scene = drawn(RangeRow(name="Price", limit=Spot(-3.0, "9.99"), target=Spot(0.5, "1.40"), opening=Spot(7.0, "0.01")))
    places = {stop.words.rsplit(" ", 1)[1]: stop.x for stop in scene.stops}
    assert 0 < places["9.99"] < places["1.40"] < places["0.01"] < WIDTH


def test_no_zone_is_drawn_where_there_is_no_overlap_and_the_words_say_it() -> None:
    scene = drawn(RangeRow(name="Price", limit=Spot(0.6, "1.45"), room="no overlap: 0.03 apart"))
    zones = [item for item in scene.items if isinstance(item, Rect) and item.fill is Role.ZONE]
    assert len(zones) == 1, "only the legend's"
    assert "no overlap: 0.03 apart" in {label.text for label in labels(scene)}


def test_a_zone_of_one_point_can_be_seen() -> None:
    scene = drawn(RangeRow(name="Recall", zone=(0.5, 0.5)))
    widths = [item.width for item in scene.items if isinstance(item, Rect) and item.fill is Role.ZONE]
    assert min(widths) >= 6


def test_labels_of_one_lane_do_not_overlap() -> None:
    close = RangeRow(name="P", limit=Spot(0.5, "1.4500"), target=Spot(0.501, "1.4499"), opening=Spot(0.502, "1.4498"))
    lane = [label for label in labels(drawn(close)) if label.text.startswith("1.4")]
    edges = sorted((label.x - measure(label.text, label.size, label.bold) / 2, label) for label in lane)
    ends = [left + measure(label.text, label.size, label.bold) for left, label in edges]
    assert all(end <= left for end, (left, _) in zip(ends, edges[1:], strict=False))


def test_equal_values_share_one_label() -> None:
    scene = drawn(RangeRow(name="Cover", target=Spot(1, "full"), opening=Spot(1, "full")))
    assert [label.text for label in labels(scene)].count("full") == 1


@pytest.mark.parametrize("height", [ROW_HEIGHT, TIGHT_ROW_HEIGHT])
def test_long_names_and_options_stay_in_the_picture(height: float) -> None:
    long = "Responsibility for recalls of returned goods in all of our four hundred shops"
    row = RangeRow(name=long, unit=long, limit=Spot(0, long), target=Spot(0.5, long), opening=Spot(1, long), room=long)
    scene = drawn(row, row_height=height)
    for label in labels(scene):
        width = measure(label.text, label.size, label.bold)
        left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        assert left >= -0.01
        assert left + width <= WIDTH + 8
        assert label.y <= scene.height


def test_forty_rows_and_none_are_drawn() -> None:
    assert drawn(*[price] * 40).height > 40 * ROW_HEIGHT
    assert drawn().table.rows == ()


def test_every_mark_can_be_walked_to_and_says_what_it_is() -> None:
    words = [stop.words for stop in drawn(price).stops]
    assert words == [
        "Price, Our limit: 1.45",
        "Price, Our target: 1.40",
        "Price, Our opening: 1.36",
        "Price, Their quote: 1.50",
        "Price, Their limit, estimated: 1.38",
    ]
