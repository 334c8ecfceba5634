"""tests: core/charts/frontier.py - both values, what walking away is worth, and the names of what matters."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from core.charts.frontier import FrontierChart, FrontierWords, Kind, Spot
from core.charts.scene import ChartTable, Label, Line, Rect, Role

WORDS = FrontierWords(
    "cannot be improved", "other", "how sure", "worse", "Our value", "Their value", "Our BATNA 35", "Their walk-away 30"
)


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.55)


CHART = FrontierChart(
    title="Their offer is worth 35 to us",
    way=((100, 0), (60, 62), (0, 100)),
    spots=(
        Spot(kind=Kind.EFFICIENT, ours=100, theirs=0, low=0, high=4, told="100 to us"),
        Spot(kind=Kind.OTHER, ours=20, theirs=30),
        Spot(kind=Kind.THEIRS, ours=35, theirs=60, low=57, high=63, name="Their last offer", told="Theirs: 35"),
        Spot(kind=Kind.OURS, ours=36, theirs=61, name="Our last offer", told="Ours: 36"),
        Spot(kind=Kind.BALANCED, ours=60, theirs=62, name="Balanced 60, 62", under="Nash", told="Balanced: 60"),
    ),
    words=WORDS,
    figures=ChartTable(("Package",), (("Balanced",),)),
    batna=35,
    walk_away=30,
)


def test_only_what_has_words_is_walked_to_from_left_to_right() -> None:
    scene = CHART.scene(400, measure)
    assert [stop.words for stop in scene.stops] == ["Theirs: 35", "Ours: 36", "Balanced: 60", "100 to us"]
    assert all(one.x <= other.x for one, other in pairwise(scene.stops))


def test_worse_than_walking_away_is_hatched_for_both_sides() -> None:
    items = CHART.scene(400, measure).items
    assert sum(1 for item in items if isinstance(item, Rect) and item.hatch is Role.ZONE and item.width > 20) == 2


def test_estimates_carry_whiskers() -> None:
    items = CHART.scene(400, measure).items
    upright = [item for item in items if isinstance(item, Line) and item.role is Role.THEM and item.x1 == item.x2]
    assert len(upright) == 3, "two spots and the one of the legend"


def test_names_of_close_spots_are_apart_and_inside() -> None:
    scene = CHART.scene(400, measure)
    names = {item.text: item for item in scene.items if isinstance(item, Label)}
    assert abs(names["Their last offer"].y - names["Our last offer"].y) >= 9
    for text in ("Their last offer", "Our last offer", "Balanced 60, 62", "Our BATNA 35"):
        assert names[text].x + measure(text, 7.4, True) <= 400.5


def test_the_words_of_the_balanced_package_lie_above_the_line_it_is_on() -> None:
    scene = CHART.scene(400, measure)
    (balanced,) = (stop for stop in scene.stops if stop.words == "Balanced: 60")
    lowest = max(item.y for item in scene.items if isinstance(item, Label) and item.text in ("Balanced 60, 62", "Nash"))
    assert lowest <= balanced.y - 4


def test_without_walk_away_values_nothing_is_hatched() -> None:
    chart = FrontierChart(title="", way=CHART.way, spots=CHART.spots, words=WORDS, figures=CHART.figures)
    items = chart.scene(400, measure).items
    assert not any(isinstance(item, Rect) and item.hatch is Role.ZONE and item.width > 20 for item in items)


def test_walking_away_worth_more_than_any_package_stays_inside() -> None:
    items = replace(CHART, batna=130, walk_away=120).scene(400, measure).items
    lines = [item for item in items if isinstance(item, Line)]
    assert all(-0.5 <= item.x1 <= 400.5 and -0.5 <= item.x2 <= 400.5 for item in lines)
    assert all(item.y1 >= 0 and item.y2 >= 0 for item in lines)


def test_no_name_covers_an_offer_on_the_table() -> None:
    spots = (
        Spot(kind=Kind.OURS, ours=57, theirs=41, name="Our standing offer", told="Ours: 57"),
        Spot(kind=Kind.BALANCED, ours=97, theirs=38, name="Kalai-Smorodinsky 97.0, 38.0", told="Balanced: 97"),
    )
    chart = FrontierChart(title="", way=CHART.way, spots=spots, words=WORDS, figures=CHART.figures)
    scene = chart.scene(300, measure)
    ours = scene.stops[[stop.words for stop in scene.stops].index("Ours: 57")]
    plates = [item for item in scene.items if isinstance(item, Rect) and item.fill is Role.BASE and item.height < 10]
    assert len(plates) >= 2
    for plate in plates:
        inside = plate.x <= ours.x <= plate.x + plate.width and plate.y <= ours.y <= plate.y + plate.height
        assert not inside
