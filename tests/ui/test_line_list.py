"""tests: a list written line by line - how a line is read so far, and what becomes of one that cannot be kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import BadInput
from core.words import Words
from ui.line_list import Begun, LineList, add_hint
from ui.theme import Scheme, Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow


class Listed:
    """A list of numbers, each written as one."""

    def __init__(self, theme: Theme, say: Words) -> None:
        columns = [TableColumn("n", "Number", stretch=1)]
        self.list = LineList(
            theme, say, "Numbers", columns, hint=add_hint(say, "12"), adds="Add a number", changes="Change the number"
        )
        self.kept = {1: "7", 2: "8"}
        self.list.write = self.write
        self.list.line_of = lambda record: self.kept[record]
        self.list.reading = lambda text: f"the number {self.number(text)}"
        self.show()

    def number(self, text: str) -> int:
        if not text.isdecimal():
            raise BadInput("number.unreadable", text=text)
        return int(text)

    def write(self, record: int, text: str) -> None:
        self.kept[record or max(self.kept) + 1] = str(self.number(text))
        self.show()

    def show(self) -> None:
        self.list.set_rows([TableRow(each, {"n": TableCell(text)}) for each, text in self.kept.items()])

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.list, key)

    def type_in(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.list, text)


@pytest.fixture
def listed(qtbot: QtBot) -> Listed:
    made = Listed(Theme(Scheme.LIGHT), Words("en", "en_GB"))
    qtbot.addWidget(made.list)
    made.list.resize(300, 400)
    with qtbot.waitActive(made.list):
        made.list.show()
        made.list.activateWindow()
    return made


def test_how_a_line_is_read_stands_under_it_while_it_is_typed(listed: Listed) -> None:
    assert listed.list.table.add_field.placeholderText() == "Add, such as: 12"
    listed.list.focus_line()
    listed.type_in("12")
    assert listed.list.read_as.text() == "the number 12"
    assert listed.list.read_as.isVisible()
    listed.type_in("x")
    assert not listed.list.read_as.isVisible()
    listed.press(Qt.Key.Key_Backspace)
    listed.press(Qt.Key.Key_Return)
    assert listed.kept[3] == "12"
    assert not listed.list.read_as.isVisible()


def test_a_change_that_cannot_be_kept_is_mended_as_that_change_not_as_a_new_row(listed: Listed) -> None:
    listed.list.edit(1)
    assert listed.list.field is not None
    listed.list.field.selectAll()
    listed.type_in("seven")
    listed.press(Qt.Key.Key_Return)
    assert listed.list.table.add_text() == "seven"
    assert listed.list.problem.isVisible()
    listed.list.focus_line()
    listed.list.table.add_field.selectAll()
    listed.type_in("70")
    listed.press(Qt.Key.Key_Return)
    assert listed.kept == {1: "70", 2: "8"}
    assert not listed.list.problem.isVisible()


def test_giving_the_change_up_leaves_the_line_to_new_rows(listed: Listed) -> None:
    listed.list.edit(1)
    assert listed.list.field is not None
    listed.list.field.selectAll()
    listed.type_in("seven")
    listed.press(Qt.Key.Key_Return)
    listed.list.focus_line()
    listed.press(Qt.Key.Key_Escape)
    listed.type_in("9")
    listed.press(Qt.Key.Key_Return)
    assert listed.kept == {1: "7", 2: "8", 3: "9"}


def test_a_change_whose_row_is_gone_is_entered_as_a_new_one(listed: Listed) -> None:
    listed.list.edit(1)
    assert listed.list.field is not None
    listed.list.field.selectAll()
    listed.type_in("seven")
    listed.press(Qt.Key.Key_Return)
    assert listed.list.begun == Begun("seven", 1)
    del listed.kept[1]
    listed.show()
    assert listed.list.begun == Begun("seven")


def refuse(listed: Listed, row: int, text: str) -> None:
    """Change a row to what cannot be kept."""
    listed.list.edit(row)
    assert listed.list.field is not None
    listed.list.field.selectAll()
    listed.type_in(text)
    listed.press(Qt.Key.Key_Return)


def test_another_row_that_is_kept_leaves_what_is_still_to_be_mended(listed: Listed) -> None:
    refuse(listed, 1, "seven")
    listed.list.edit(2)
    assert listed.list.field is not None
    listed.list.field.selectAll()
    listed.type_in("88")
    listed.press(Qt.Key.Key_Return)
    assert listed.list.begun == Begun("seven", 1)
    assert listed.list.problem.isVisible()
    listed.list.focus_line()
    listed.list.table.add_field.selectAll()
    listed.type_in("77")
    listed.press(Qt.Key.Key_Return)
    assert listed.kept == {1: "77", 2: "88"}
    assert listed.list.begun == Begun()


def test_a_line_that_was_begun_comes_back_once_the_change_before_it_is_mended(listed: Listed) -> None:
    listed.list.focus_line()
    listed.type_in("12")
    refuse(listed, 1, "seven")
    assert listed.list.begun == Begun("seven", 1, Begun("12"))
    listed.list.focus_line()
    listed.list.table.add_field.selectAll()
    listed.type_in("77")
    listed.press(Qt.Key.Key_Return)
    assert listed.kept == {1: "77", 2: "8"}
    assert listed.list.begun == Begun("12")
    refuse(listed, 2, "eight")
    listed.list.focus_line()
    listed.press(Qt.Key.Key_Escape)
    assert listed.list.begun == Begun("12")
