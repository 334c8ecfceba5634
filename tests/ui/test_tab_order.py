"""tests: Tab walks in the order asked for, each part once, also through parts that hand their focus on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.tab_order import walk
from ui.theme import Scheme, Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow


def test_fields_and_tables_are_walked_as_they_are_read(qtbot: QtBot) -> None:
    theme, say = Theme(Scheme.LIGHT), Words()
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    tables = [DataTable(theme, say, name, parent=host) for name in ("second", "fourth")]
    first, third = QLineEdit(host), QPushButton("third", host)
    for table in tables:
        table.set_columns([TableColumn("a", "A", stretch=1)])
        table.set_rows([TableRow(1, {"a": TableCell("x")})])
    parts = (first, tables[0], third, tables[1])
    for part in parts:
        column.addWidget(part)
    walk(*parts)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    first.setFocus()
    gone = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        gone.append(next(part for part in parts if part is focus or part.isAncestorOf(focus)))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert gone == [*parts, first]
    assert tables[0].focusProxy() is tables[0].view
    assert tables[0].focusPolicy() == Qt.FocusPolicy.NoFocus
