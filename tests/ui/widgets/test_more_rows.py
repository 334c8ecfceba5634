"""tests: ui/widgets/more_rows.py - a table that may be long shows its first rows, and more when asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.more_rows import MoreRows


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> DataTable:
    made = DataTable(theme, say, "Negotiations", fits=True)
    qtbot.addWidget(made)
    made.set_columns([TableColumn("title", "Subject", stretch=1)])
    made.resize(300, 400)
    activate(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    return made


def rows(count: int) -> list[TableRow]:
    return [TableRow(each, {"title": TableCell(f"Matter {each}")}) for each in range(1, count + 1)]


def same(row: TableRow) -> TableRow:
    return row


def shown(table: DataTable) -> list[str]:
    return [table.model.text(at, 0) for at in range(table.model.rowCount())]


def test_a_long_table_shows_its_first_rows_and_enter_on_the_last_one_brings_more(table: DataTable, say: Words) -> None:
    more = MoreRows(table, say, "title", 3)
    opened: list[object] = []
    more.row_activated.connect(opened.append)
    more.show_rows(rows(60), same, another=True)
    assert shown(table) == ["Matter 1", "Matter 2", "Matter 3", "57 more"]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    QTest.keyClick(table.view, Qt.Key.Key_End)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [1]
    assert len(shown(table)) == 54
    assert table.current() == 4
    assert shown(table)[-1] == "7 more"
    assert table.view.height() >= 54 * 32


def test_one_click_is_enough_and_a_double_click_opens_no_more_than_that(table: DataTable, say: Words) -> None:
    more = MoreRows(table, say, "title", 3)
    more.show_rows(rows(200), same, another=True)
    at = table.view.visualRect(table.model.index(3, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(shown(table)) == 54
    opened: list[object] = []
    more.row_activated.connect(opened.append)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [4]
    assert len(shown(table)) == 54


def test_a_short_table_shows_all(table: DataTable, say: Words) -> None:
    more = MoreRows(table, say, "title", 3)
    for count in (0, 3, 4):
        more.show_rows(rows(count), same, another=True)
        assert len(shown(table)) == count
        assert not any("more" in text for text in shown(table))


def test_what_was_brought_stays_until_another_record_is_shown(table: DataTable, say: Words) -> None:
    more = MoreRows(table, say, "title", 3)
    more.show_rows(rows(60), same, another=True)
    table.go_to("more")
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    table.go_to(40)
    more.show_rows(rows(59), same, another=False)
    assert len(shown(table)) == 54
    assert table.current() == 40
    more.show_rows(rows(60), same, another=True)
    assert len(shown(table)) == 4
