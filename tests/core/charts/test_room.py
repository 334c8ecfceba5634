"""tests: core/charts/room.py - two bars an issue and where they meet."""

from __future__ import annotations

from core.charts.room import Room, RoomRow, RoomWords
from core.charts.scene import Circle, Label, Rect, Role

WORDS = RoomWords("Issue", "We", "They", "how sure", "on the table", "better for us", "worse for us", "Room")


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.55)


ROW = RoomRow(
    name="Price",
    unit="EUR/can",
    ours=(0.0, 0.6),
    theirs=(0.4, 1.0),
    sure=(0.3, 0.5),
    zone=(0.6, 0.4),
    our_offer=0.2,
    their_offer=0.7,
    room="0.04",
    under="1.44 to 1.48",
    told="Price: both can agree from 1.44 to 1.48.",
    cells=("Price", "0.04, 1.44 to 1.48"),
)
CHART = Room(title="There is room", rows=(ROW,), words=WORDS, head=("Issue", "Room"))


def test_ours_is_solid_theirs_hatched_and_the_zone_behind_both() -> None:
    items = CHART.scene(400, measure).items
    zones = [item for item in items if isinstance(item, Rect) and item.fill is Role.ZONE]
    assert len(zones) == 1
    assert items.index(zones[0]) < min(
        at for at, item in enumerate(items) if isinstance(item, Rect) and item.hatch is Role.THEM and item.y > 20
    )
    assert any(isinstance(item, Circle) and item.stroke is Role.US for item in items)


def test_the_room_stands_at_the_right_and_in_the_table() -> None:
    scene = CHART.scene(400, measure)
    ends = {item.text: item for item in scene.items if isinstance(item, Label)}
    assert ends["0.04"].x == ends["1.44 to 1.48"].x == 400
    assert scene.table.rows == (("Price", "0.04, 1.44 to 1.48"),)
    assert [stop.words for stop in scene.stops] == [ROW.told]


def test_a_row_without_estimates_is_drawn_with_what_is_known() -> None:
    row = RoomRow(name="Payment", ours=(0.0, 1.0), room="", under="not estimated", cells=("Payment", ""))
    items = Room(title="", rows=(row,), words=WORDS, head=("Issue", "Room")).scene(300, measure).items
    assert not any(isinstance(item, Rect) and item.fill is Role.ZONE for item in items)


def test_without_rows_there_is_only_the_title() -> None:
    assert Room(title="No issue yet", rows=(), words=WORDS, head=()).scene(300, measure).items == ()


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    def named(row: RoomRow, width: float = 400) -> set[str]:
        items = Room(title="", rows=(row,), words=WORDS, head=("Issue", "Room")).scene(width, measure).items
        fixed = {WORDS.ours, WORDS.theirs, WORDS.sure, WORDS.said}
        return fixed & {item.text for item in items if isinstance(item, Label)}

    assert named(ROW) == {"We", "They", "how sure", "on the table"}
    assert named(ROW, width=120) < named(ROW)
    assert named(RoomRow(name="Payment", ours=(0.0, 1.0))) == {"We"}
