"""tests: core/reports/grid.py - columns, heads and breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reports.document import Bar, Column, Row, Sign, Table
from core.reports.fonts import Missing
from core.reports.grid import Grid
from core.verdict import Flag

WIDTH = 482.0


def grid(table: Table, width: float = WIDTH) -> Grid:
    return Grid.of(table, width, Missing(), lambda _text: 1, lambda group: f"{group}, continued", lambda: None)


def rows(count: int, group: str = "") -> tuple[Row, ...]:
    return tuple(Row((f"row {at}", f"{at}.00"), group=group) for at in range(count))


COLUMNS = (Column("Name"), Column("Figure", figures=True))


@given(st.lists(st.lists(st.text("abc 123\n", max_size=80), min_size=3, max_size=3), min_size=1, max_size=6))
def test_columns_fill_the_width_and_nothing_leaves_its_column(cells: list[list[str]]) -> None:
    columns = (Column("A head"), Column("Figures, USD", figures=True), Column("Shaded", figures=True, shaded=True))
    plan = grid(Table(columns, tuple(Row(tuple(each)) for each in cells))).plan
    assert sum(plan.widths) == pytest.approx(WIDTH)
    for row in plan.rows:
        for cell, width in zip(row.cells, plan.widths, strict=True):
            for line in cell.lines:
                assert sum(piece.width for piece in line) <= width + 0.1 or not "".join(p.text for p in line).strip()


def test_figures_are_not_broken_where_there_is_room() -> None:
    long = "a long remark that wants all the room that there is and more of it, " * 4
    found = grid(Table((Column("A"), Column("B", figures=True)), (Row((long, "1,234,567.89")),))).plan.rows[0]
    assert len(found.cells[1].lines) == 1
    assert len(found.cells[0].lines) > 1


def test_a_narrow_column_keeps_its_width_beside_a_very_long_text() -> None:
    found = grid(Table((Column("A"), Column("B")), (Row(("word " * 400, "said, 12 Nov 2026")),))).plan.rows[0]
    assert len(found.cells[1].lines) == 1


def test_columns_that_had_to_give_way_take_what_the_others_leave() -> None:
    columns = (*(Column("A", figures=True) for _ in range(5)), Column("then we"), Column("0 to 100"))
    row = Row((*("12",) * 5, "go to 1.395\u00a0USD/can\u00a0net on the price of the season " * 2, Bar(0, 90)))
    widths = grid(Table(columns, (row,))).plan.widths
    assert sum(widths) == pytest.approx(WIDTH)


def test_a_break_leaves_two_rows_on_either_side() -> None:
    whole = grid(Table(COLUMNS, rows(10)))
    row = whole.plan.rows[0].height
    for available in range(int(whole.top), int(whole.height) + 1):
        parts = whole.split(WIDTH, float(available))
        if parts:
            assert parts[0].last - parts[0].first >= 2
            assert parts[1].last - parts[1].first >= 2
            assert parts[0].height <= available
    assert whole.split(WIDTH, whole.top + row) == []


def test_parts_together_hold_every_row_once() -> None:
    left = [grid(Table(COLUMNS, rows(300)))]
    done: list[Grid] = []
    while left:
        parts = left.pop().split(WIDTH, 700.0)
        if not parts:
            break
        done.append(parts[0])
        left.append(parts[1])
        if parts[1].height <= 700:
            done.append(left.pop())
    assert done[0].first == 0
    assert done[-1].last == 300
    assert all(one.last == other.first for one, other in pairwise(done))


def test_a_group_parted_by_a_break_is_named_again() -> None:
    whole = grid(Table(COLUMNS, (*rows(5, "Round 1"), *rows(5, "Round 2"))))
    head = whole.top
    row = whole.plan.rows[0].height
    inside = whole.split(WIDTH, head + 7.2 * row)[1]
    between = whole.split(WIDTH, head + 5.2 * row)[1]
    assert inside.continuation is not None
    assert "".join(piece.text for piece in inside.continuation) == "Round 2, continued"
    assert between.continuation is None


def test_a_table_without_a_head_has_a_rule_only() -> None:
    assert grid(Table((Column(), Column()), (Row(("a", "b")),))).top < 2


def test_signs_and_bars_have_room() -> None:
    table = Table(
        (Column("Flag"), Column("Bar")), (Row((Sign(Flag.ACT, "act"), Bar(20, 60))),), reference=(40, "BATNA")
    )
    plan = grid(table).plan
    assert plan.rows[0].cells[0].sign is not None
    assert plan.rows[0].cells[1].bar == Bar(20, 60)
    assert plan.widths[1] >= 90


def test_an_empty_table_is_its_head() -> None:
    assert grid(Table(COLUMNS, ())).height == pytest.approx(grid(Table(COLUMNS, ())).top + 0.5)


def test_words_stay_whole_where_a_table_is_crowded() -> None:
    names = (
        "Minimum deal",
        "1.234",
        "26\u00a0May\u00a02027",
        "45",
        "2",
        "–36.9 to –16.9",
        "4.3 to 24.3",
        "68 (62 to 75)",
    )
    heads = ("Package", "Price, EUR/kg", "Price held until", "Payment, days", "Weeks", "Against BATNA", "Value", "Them")
    columns = (Column(heads[0], bold=True), *(Column(head, figures=True) for head in heads[1:]), Column("0 to 100"))
    table = Table(columns, (Row((*names, Bar(0, 90))),))
    for width in (440.0, 482.0):
        found = grid(table, width).plan
        assert sum(found.widths) == pytest.approx(width)
        texts = ["".join(piece.text for piece in line).strip() for cell in found.rows[0].cells for line in cell.lines]
        assert {"Minimum", "deal"} <= {word for text in texts for word in text.split(" ")}
        assert "26\u00a0May\u00a02027" in texts


def test_a_table_too_short_to_part_asks_for_all_its_room() -> None:
    assert grid(Table(COLUMNS, rows(3))).least_height() == grid(Table(COLUMNS, rows(3))).height
    assert grid(Table(COLUMNS, rows(4))).least_height() < grid(Table(COLUMNS, rows(4))).height
