"""tests: ui/widgets/sheet_lead.py - the first column stays in sight, is pointed at there, and hides no cell gone to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.sheet import Cell, Sheet, SheetColumn, SheetRow
from ui.widgets.sheet_view import SheetView

KEYS = [f"figure{number}" for number in range(12)]
NAME = SheetColumn("name", "Issue", align=Qt.AlignmentFlag.AlignLeft, width=120)


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme, activate: Callable[[Sheet], None]) -> Sheet:
    made = Sheet(theme, Words(), "Issues")
    qtbot.addWidget(made)
    made.set_columns([NAME, *(SheetColumn(key, key, width=90) for key in KEYS)])
    made.set_rows([SheetRow(row, {"name": Cell(f"Issue {row}"), KEYS[-1]: Cell("7")}) for row in range(1, 4)])
    made.resize(500, 300)
    activate(made)
    made.setFocus()
    return made


def lead_of(sheet: Sheet, row: int) -> QPoint:
    """Return a point of the first column where it stands before the others."""
    view = sheet.view
    return QPoint(view.columnWidth(0) // 2, view.visualRect(sheet.model.find(row, "name")).center().y())


def test_nothing_is_painted_twice_before_the_sheet_is_scrolled(sheet: Sheet) -> None:
    assert sheet.view.lead_width() == 0


def test_the_name_is_in_sight_and_can_be_clicked_without_scrolling_back(sheet: Sheet) -> None:
    sheet.go_to(2, KEYS[-1])
    view: SheetView = sheet.view
    assert view.lead_width() == view.columnWidth(0)
    at = view.horizontalScrollBar().value()
    assert view.indexAt(lead_of(sheet, 3)) == sheet.model.find(3, "name")
    assert view.visualRect(sheet.model.find(3, "name")).left() == 0
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=lead_of(sheet, 3))
    assert sheet.current() == (3, "name")
    assert view.horizontalScrollBar().value() == at


def test_no_cell_that_is_gone_to_lies_under_the_name(sheet: Sheet) -> None:
    sheet.go_to(1, KEYS[-1])
    for key in reversed(KEYS):
        sheet.go_to(1, key)
        left = sheet.view.visualRect(sheet.model.find(1, key)).left()
        assert left >= sheet.view.lead_width()


def test_a_name_is_edited_where_it_stands(sheet: Sheet) -> None:
    sheet.go_to(1, KEYS[-1])
    sheet.go_to(1, "name")
    QTest.keyClick(sheet.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Issue 1"
    assert 0 <= editor.x() < sheet.view.columnWidth(0)


def test_its_pixels_are_those_of_the_name_wherever_the_sheet_is_scrolled_to(sheet: Sheet) -> None:
    def picture() -> bytes:
        width = sheet.view.columnWidth(0)
        image = sheet.grab().toImage().copy(4, 30, width - 10, sheet.view.rowHeight(0) * 3)
        return bytes(image.constBits())

    sheet.view.clearFocus()
    sheet.view.horizontalScrollBar().setValue(0)
    before = picture()
    sheet.view.horizontalScrollBar().setValue(sheet.view.horizontalScrollBar().maximum())
    assert picture() == before
