"""tests: ui/widgets/sheet_widths.py - columns fill the room, give way a little, and else are never cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.sheet_widths import least_width, shared_widths

COLUMNS = st.lists(st.tuples(st.integers(24, 300), st.integers(0, 3)), min_size=1, max_size=14)


@given(COLUMNS, st.integers(0, 3000))
def test_columns_fill_the_room_where_they_fit_and_are_whole_where_they_do_not(
    columns: list[tuple[int, int]], room: int
) -> None:
    least, parts = [width for width, _ in columns], [part for _, part in columns]
    widths = shared_widths(least, parts, room)
    if least_width(least, parts) <= room:
        assert sum(widths) == room
        assert all(width >= wanted - wanted // 3 for width, wanted in zip(widths, least, strict=True))
    else:
        assert widths == least


def test_only_columns_that_stretch_give_way() -> None:
    assert shared_widths([150, 60, 60], [1, 0, 0], 240) == [120, 60, 60]
    assert shared_widths([150, 60, 60], [0, 0, 0], 300) == [180, 60, 60]


def test_no_column_gives_way_below_its_words() -> None:
    assert shared_widths([150, 60, 60], [1, 0, 0], 240, [130, 0, 0]) == [150, 60, 60]
    assert shared_widths([150, 60, 60], [1, 0, 0], 255, [130, 0, 0]) == [135, 60, 60]
