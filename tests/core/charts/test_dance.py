"""tests: core/charts/dance.py - points, lines and labels of a dance, none on another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from core.charts.axis import Tick
from core.charts.dance import Dance, DanceLine, DancePoint, DanceWords, Level, Who
from core.charts.scene import ChartTable, Circle, Label, Line, Rect, Role, Scene

WORDS = DanceWords("They", "We", "Agreed", "Price in EUR, lower is better for us")


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.55)


def point(number: int, who: Who, value: float, group: int = 1, **fields: float) -> DancePoint:
    return DancePoint(
        number=number,
        who=who,
        value=value,
        words=f"{value:g}",
        told=f"Offer {number}: {value:g}",
        group=group,
        **fields,
    )


DANCE = Dance(
    title="They came down 0.06",
    points=(
        point(1, Who.THEM, 1.54),
        point(2, Who.US, 1.36),
        point(3, Who.THEM, 1.52, 2),
        point(4, Who.US, 1.40, 2),
        point(5, Who.BOTH, 1.44, 2),
    ),
    lines=(
        DanceLine(Level.BATNA, 1.40, "BATNA", "1.40"),
        DanceLine(Level.FAIR, 1.40, "Fair", "1.40"),
        DanceLine(Level.MINIMUM, 1.405, "Minimum", "1.405"),
        DanceLine(Level.LIMIT, 1.48, "Limit", "1.48"),
    ),
    ticks=(Tick(1.4, "1.40"), Tick(1.5, "1.50")),
    words=WORDS,
    figures=ChartTable(("Offer",), (("1",),)),
    groups=((1, "Round 1, 12 Nov"), (2, "Round 2, 24 Nov")),
)


def labels(scene: Scene) -> dict[str, Label]:
    return {item.text: item for item in scene.items if isinstance(item, Label)}


@pytest.mark.parametrize("width", [300.0, 500.0])
def test_nothing_leaves_the_picture(width: float) -> None:
    scene = DANCE.scene(width, measure)
    for item in scene.items:
        if isinstance(item, Label):
            long = measure(item.text, item.size, item.bold)
            start = item.x - {"start": 0.0, "middle": long / 2, "end": long}[item.anchor]
            assert start >= -0.5, item
            assert start + long <= width + 0.5, item
            assert 0 <= item.y <= scene.height


def test_each_offer_is_a_stop_from_left_to_right_with_all_of_it_in_words() -> None:
    scene = DANCE.scene(500, measure)
    assert [stop.words for stop in scene.stops] == [each.told for each in DANCE.points]
    assert all(one.x < other.x for one, other in pairwise(scene.stops))
    assert scene.title == DANCE.title


def test_equal_lines_share_one_label_and_close_ones_stand_apart() -> None:
    found = labels(DANCE.scene(500, measure))
    assert found["BATNA, fair 1.40"].bold
    assert "Fair 1.40" not in found
    apart = abs(found["BATNA, fair 1.40"].y - found["Minimum 1.405"].y)
    assert apart >= 9.8, "16 pixels on the screen"


def test_who_is_who_is_told_by_shape_and_dash() -> None:
    items = DANCE.scene(500, measure).items
    theirs = [item for item in items if isinstance(item, Line) and item.role is Role.THEM and item.width == 1.2]
    ours = [item for item in items if isinstance(item, Line) and item.role is Role.US and item.width == 1.2]
    assert all(item.dash for item in theirs)
    assert not any(item.dash for item in ours)
    assert any(isinstance(item, Rect) and item.stroke is Role.THEM for item in items)
    assert any(isinstance(item, Circle) and item.fill is Role.US for item in items)


def test_what_is_open_has_a_whisker_and_what_is_worse_than_walking_away_a_hatch() -> None:
    dance = replace(DANCE, points=(point(1, Who.THEM, 1.5, low=1.45, high=1.55),), hatch_below=1.42)
    items = dance.scene(500, measure).items
    assert any(isinstance(item, Rect) and item.hatch is Role.ZONE for item in items)
    upright = [item for item in items if isinstance(item, Line) and item.role is Role.THEM and item.x1 == item.x2]
    assert len(upright) == 1


def test_the_way_is_broken_where_offers_were_left_out() -> None:
    points = tuple(point(number, Who.THEM, 1.5 - number / 1000) for number in (1, 2, 90, 91))
    dance = replace(DANCE, points=points, lines=(), left_out={Who.THEM: tuple(range(3, 90))})
    assert ways(dance.scene(500, measure)) == 3


def test_the_way_goes_on_over_offers_on_other_issues() -> None:
    points = tuple(point(number, Who.THEM, 1.5 - number / 1000) for number in (1, 3, 7))
    scene = replace(DANCE, points=points, lines=(), left_out={Who.US: (4, 5)}).scene(500, measure)
    assert ways(scene) == 3


def ways(scene: Scene) -> int:
    """Return how many lines their way is drawn with; the sign in the legend is one more."""
    return sum(1 for item in scene.items if isinstance(item, Line) and item.role is Role.THEM and item.x1 != item.x2)


def test_crowded_figures_make_room_for_the_last_one() -> None:
    points = tuple(point(number, Who.THEM, 1.5) for number in range(1, 25))
    scene = replace(DANCE, points=points, lines=()).scene(300, measure)
    printed = [item for item in scene.items if isinstance(item, Label) and item.text == "1.5" and item.bold]
    assert 1 < len(printed) < 24
    ordered = sorted(printed, key=lambda item: item.x)
    assert all(other.x - one.x >= measure("1.5", 7.4, True) for one, other in pairwise(ordered))


def test_without_offers_and_lines_there_is_only_the_title() -> None:
    scene = replace(DANCE, points=(), lines=()).scene(500, measure)
    assert (scene.items, scene.stops) == ((), ())
    assert scene.title == DANCE.title
