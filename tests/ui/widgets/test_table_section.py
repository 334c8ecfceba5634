"""tests: a table under its title - level with it, titles of the columns only over rows, more rows when asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.inset import BLEED
from ui.widgets.table_rows import TableCell, TableColumn, TableRow, two_lines
from ui.widgets.table_section import TableSection


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> TableSection:
    columns = [TableColumn("on", "Date"), TableColumn("title", "Subject", stretch=1, wrap=True)]
    made = TableSection(theme, say, "Negotiations", columns, first=3, empty="None yet.")
    qtbot.addWidget(made)
    made.resize(300, 400)
    activate(made)
    return made


def row(number: int) -> TableRow:
    return TableRow(number, {"on": TableCell("1 May"), "title": TableCell(f"Matter {number}")})


def test_it_says_what_it_is_for_until_there_are_rows(section: TableSection) -> None:
    words = next(label for label in section.findChildren(QLabel) if label.text() == "None yet.")
    section.show_records([], row)
    assert words.isVisible()
    head = section.table.view.horizontalHeader()
    assert head.height() < 4  # a line, no titles over nothing
    section.show_records([1], row)
    assert not words.isVisible()
    assert head.height() > 20


def test_the_words_of_the_title_are_level_with_those_of_the_table(section: TableSection, theme: Theme) -> None:
    title = next(label for label in section.findChildren(QLabel) if label.text() == "Negotiations")
    assert title.mapTo(section, title.rect().topLeft()).x() == theme.space(BLEED)
    assert section.table.x() == 0


def test_a_part_over_the_table_stands_between_it_and_the_title(section: TableSection, qtbot: QtBot) -> None:
    over, under = QLabel("Competing, likely"), QLabel("Kept in time")
    section.add_over(over)
    section.add_under(under)
    section.show_records([1], row)
    parts = (section.title, over, section.table, under)

    def are_in_order() -> bool:
        places = [part.mapTo(section, part.rect().topLeft()).y() for part in parts]
        return len(set(places)) == len(parts) and places == sorted(places)

    qtbot.waitUntil(are_in_order)


def test_the_row_that_brings_more_is_no_row_of_a_record(section: TableSection) -> None:
    opened: list[object] = []
    section.row_activated.connect(opened.append)
    section.show_records(range(1, 9), row)
    section.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert section.table.model.text(3, 1) == "5 more"
    QTest.keyClick(section.table.view, Qt.Key.Key_End)
    QTest.keyClick(section.table.view, Qt.Key.Key_Return)
    assert opened == []
    QTest.keyClick(section.table.view, Qt.Key.Key_Return)
    assert opened == [4]


def test_a_row_that_is_not_shown_yet_is_gone_to_with_those_before_it(section: TableSection) -> None:
    section.show_records(range(1, 9), row)
    assert section.go_to(6)
    assert section.table.current() == 6
    assert section.table.model.text(6, 1) == "2 more"
    assert not section.go_to(99)
    section.show_records(range(1, 9), row, another=True)
    assert section.table.model.rowCount() == 4


def test_two_lines_are_one_text_whose_beginning_is_bold() -> None:
    cell = two_lines("Silence", "Wait as long", tip="They say nothing")
    assert (cell.text, cell.tip) == ("Silence\nWait as long", "They say nothing")
    assert [(span.start, span.length) for span in cell.spans] == [(0, 7), (8, 12)]
    assert two_lines("Silence", "").text == "Silence"
