"""tests: ruled lines take plain text, grow, and keep the focus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typist import type_text
from ui.cover.notes_area import NotesArea
from ui.theme import Theme
from ui.widgets.field import LONGEST


@pytest.fixture
def area(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Iterator[NotesArea]:
    window = QWidget()
    qtbot.addWidget(window)
    made = NotesArea(theme, "Notes", window)
    box = QVBoxLayout(window)
    box.addWidget(made)
    box.addWidget(QLineEdit(window))
    box.addStretch(1)
    window.resize(600, 800)
    made.start_anew(6)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def test_it_is_as_high_as_its_lines_and_grows_with_more(area: NotesArea, theme: Theme) -> None:
    assert area.height() == 6 * theme.space(36)
    for _ in range(8):
        QTest.keyClick(area, Qt.Key.Key_Return)
    assert area.height() == 9 * theme.space(36)
    area.start_anew(6)
    assert area.height() == 6 * theme.space(36)


def test_each_line_has_its_rule(area: NotesArea, theme: Theme) -> None:
    image = area.viewport().grab().toImage()
    rules = [y for y in range(image.height()) if image.pixelColor(300, y) == theme.color("line2")]
    assert len(rules) == 6
    assert {after - before for before, after in pairwise(rules)} == {theme.space(36)}


def test_lines_written_stand_on_the_rules(area: NotesArea, theme: Theme) -> None:
    tops = [area.cursorRect().top()]
    for text in ("one", "two", "", "", "five"):
        type_text(area, text)
        QTest.keyClick(area, Qt.Key.Key_Return)
        tops.append(area.cursorRect().top())
    assert [after - before for before, after in pairwise(tops)] == [theme.space(36)] * 5
    type_text(area, "a word " * 40)
    wrapped = area.document().lastBlock().layout().lineCount()
    assert wrapped > 1
    assert area.cursorRect().top() - tops[-1] == theme.space(36) * (wrapped - 1)


def test_what_is_pasted_is_plain_text(area: NotesArea) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b> <img src='file:///etc/hostname'>")
    data.setText("<b>bold</b>")
    area.insertFromMimeData(data)
    assert area.toPlainText() == "<b>bold</b>"
    assert "font-weight:700" not in area.toHtml()
    assert not area.canInsertFromMimeData(QMimeData())


def test_tab_leads_nowhere_and_no_menu_opens(area: NotesArea) -> None:
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert area.hasFocus()
    assert area.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_it_ends_somewhere(area: NotesArea) -> None:
    area.insertPlainText("x" * (LONGEST + 100))
    assert len(area.toPlainText()) == LONGEST
