"""tests: ui/widgets/sheet_view.py - check marks, and rows that grow with their text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.sheet import Cell, CellState, Edit, Sheet, SheetColumn, SheetRow

LEFT = Qt.AlignmentFlag.AlignLeft
COLUMNS = (
    SheetColumn("text", "We ask", align=LEFT, width=120, stretch=1, wrap=True),
    SheetColumn("on", "On", align=LEFT, width=60),
    SheetColumn("done", "Asked", width=48, mark=True),
)
LONG = "Which of these terms matters most to you this month, and what would have to change for you to move? " * 2


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> Sheet:
    made = Sheet(theme, Words(), "Questions", has_grid=False, fits=True)
    qtbot.addWidget(made)
    made.set_columns(COLUMNS)
    made.set_add_label("Add a question")
    made.set_rows([row(1, "Short"), row(2, "Another", done="yes")])
    made.resize(500, 300)
    activate(made)
    made.setFocus()
    return made


def row(number: int, text: str, done: str = "") -> SheetRow:
    return SheetRow(number, {"text": Cell(text), "done": Cell(done)})


@pytest.fixture
def told(sheet: Sheet) -> list[list[Edit]]:
    found: list[list[Edit]] = []
    sheet.cells_edited.connect(found.append)
    return found


def press(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def middle(sheet: Sheet, number: int, key: str) -> QPoint:
    return sheet.view.visualRect(sheet.model.find(number, key)).center()


def test_space_and_f2_set_and_take_a_mark_away(sheet: Sheet, told: list[list[Edit]]) -> None:
    sheet.go_to(1, "done")
    press(Qt.Key.Key_Space)
    sheet.go_to(2, "done")
    press(Qt.Key.Key_F2)
    assert told == [[(1, "done", "yes")], [(2, "done", "")]]


def test_letters_do_not_write_over_a_mark(sheet: Sheet, told: list[list[Edit]]) -> None:
    sheet.go_to(2, "done")
    press(Qt.Key.Key_N)
    assert told == []
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Delete)
    assert told == [[(2, "done", "")]]


def test_a_click_sets_a_mark_and_two_quick_ones_take_it_back(sheet: Sheet, told: list[list[Edit]]) -> None:
    viewport = sheet.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(sheet, 1, "done"))
    assert told == [[(1, "done", "yes")]]
    sheet.set_rows([row(1, "Short", done="yes"), row(2, "Another", done="yes")])
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle(sheet, 1, "done"))
    assert told[-1] == [(1, "done", "")]
    told.clear()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle(sheet, 1, "text"))
    assert told == []


def test_a_sheet_that_is_only_read_takes_no_mark(sheet: Sheet, told: list[list[Edit]]) -> None:
    sheet.set_editable(False)
    sheet.go_to(1, "done")
    press(Qt.Key.Key_Space)
    QTest.mouseClick(sheet.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(sheet, 1, "done"))
    locked = SheetRow(3, {"text": Cell("Held"), "done": Cell("", CellState.READ_ONLY)})
    sheet.set_editable(True)
    sheet.set_rows([locked])
    sheet.go_to(3, "done")
    press(Qt.Key.Key_Space)
    assert told == []


def test_a_mark_has_words_for_a_screen_reader(sheet: Sheet) -> None:
    assert sheet.model.words(1, 2) == "Another, Asked, yes"
    assert sheet.model.words(0, 2) == "Short, Asked, empty"


def test_rows_grow_with_their_text_and_shrink_when_there_is_room(sheet: Sheet) -> None:
    one = sheet.view.rowHeight(0)
    sheet.set_rows([row(1, LONG), row(2, "Another")])
    grown = sheet.view.rowHeight(0)
    assert grown > 2 * one
    assert sheet.view.rowHeight(1) == one
    sheet.resize(700, 300)
    QApplication.processEvents()
    assert one < sheet.view.rowHeight(0) < grown
    sheet.set_rows([row(1, "Short"), row(2, "Another")])
    assert sheet.view.rowHeight(0) == one


def test_a_sheet_that_fits_is_as_high_as_its_rows(sheet: Sheet) -> None:
    before = sheet.view.height()
    sheet.set_rows([row(number, LONG) for number in range(1, 9)])
    QApplication.processEvents()
    assert sheet.view.height() == sheet.view.content_size().height() > before
    assert sheet.sizeHint().height() >= sheet.view.content_size().height()
    assert not sheet.view.verticalScrollBar().isVisible()


def test_a_page_that_scrolls_makes_room_at_once(
    qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]
) -> None:
    area, page, body = QScrollArea(), QWidget(), QWidget()
    qtbot.addWidget(area)
    inner = Sheet(theme, Words(), "Questions", has_grid=False, fits=True)
    inner.set_columns(COLUMNS)
    for outer, part in ((body, inner), (page, body)):
        QVBoxLayout(outer).addWidget(part)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(400, 200)
    activate(area)
    inner.set_rows([row(number, LONG) for number in range(1, 9)])
    # nothing waits for an event
    assert inner.view.height() == inner.view.content_size().height() > area.height()
    assert page.height() >= inner.view.height()


def test_more_lines_than_a_row_may_have_are_cut(sheet: Sheet) -> None:
    sheet.set_rows([row(1, LONG * 10), row(2, LONG * 20)])
    assert sheet.view.rowHeight(0) == sheet.view.rowHeight(1)


def test_days_stand_in_two_lines_where_everything_fits_by_it_and_else_in_one(sheet: Sheet) -> None:
    days = ("first", "second", "third")
    columns = [
        SheetColumn("name", "Issue", align=LEFT, width=100, stretch=1, wrap=True, folded=60),
        *(SheetColumn(key, key.title(), width=100, folded=64) for key in days),
    ]
    sheet.set_columns(columns)
    cells = {key: Cell("24 Dec 2026") for key in days}
    sheet.set_rows([SheetRow(1, {"name": Cell("Closing"), **cells}), SheetRow(2, {"name": Cell("Price")})])
    sheet.set_add_label("")
    sheet.set_keys_shown(False)
    heights: list[tuple[int, int]] = []
    for width in (500, 280, 200):
        sheet.resize(width, 300)
        QApplication.processEvents()
        heights.append((sheet.view.rowHeight(0), sheet.view.rowHeight(1)))
        is_scrolled = sheet.view.horizontalHeader().length() > sheet.view.viewport().width()
        assert is_scrolled == (width == 200)
        # folded, or as wide as ever
        assert sheet.view.columnWidth(1) == (64 if width == 280 else 100)
    one, two = heights[0][1], heights[1][0]
    assert heights == [(one, one), (two, one), (one, one)]
    assert two > one
