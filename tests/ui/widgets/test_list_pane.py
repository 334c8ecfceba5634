"""tests: ui/widgets/list_pane.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Scheme, Theme
from ui.widgets.button import IconButton
from ui.widgets.flag import Level
from ui.widgets.list_pane import ASIDE, LEVEL, SECOND_LINE, ListPane
from ui.widgets.table_model import AnyIndex


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> ListPane:
    made = ListPane(theme, say, "Suppliers", filter_hint="Filter suppliers", new_name="New supplier", new_key="N")
    qtbot.addWidget(made)
    model = QStandardItemModel(made)
    for name in ("Aerovent", "Delva <b>Foods</b>", "Ribera\nS.A."):
        item = QStandardItem(name)
        item.setData("ES", SECOND_LINE)
        item.setData("2", ASIDE)
        item.setData(Level.ACT, LEVEL)
        model.appendRow(item)
    made.set_model(model)
    made.resize(232, 400)
    activate(made)
    made.filter.setFocus()
    return made


def test_typing_filters_and_escape_shows_all_again(qtbot: QtBot, pane: ListPane) -> None:
    told: list[str] = []
    pane.filter_changed.connect(told.append)
    QTest.keyClicks(pane.filter, "de")
    QTest.keyClick(pane.filter, Qt.Key.Key_Escape)
    assert told == ["d", "de", ""]


def test_down_goes_from_the_filter_into_the_list(qtbot: QtBot, pane: ListPane) -> None:
    with qtbot.waitSignal(pane.row_chosen, timeout=1000) as told:
        QTest.keyClick(pane.filter, Qt.Key.Key_Down)
    assert told.args is not None
    assert told.args[0].row() == 0
    assert QApplication.focusWidget() is pane.view
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.currentIndex().row() == 1


def test_enter_opens_the_first_row_from_the_filter_and_the_current_one_in_the_list(
    qtbot: QtBot, pane: ListPane
) -> None:
    opened: list[int] = []
    pane.row_opened.connect(lambda index: opened.append(index.row()))
    QTest.keyClick(pane.filter, Qt.Key.Key_Return)
    pane.choose_row(2)
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert opened == [0, 2]


def test_a_list_without_rows_leaves_the_keys_alone(qtbot: QtBot, theme: Theme, say: Words) -> None:
    empty = ListPane(theme, say, "People", filter_hint="Filter people")
    qtbot.addWidget(empty)
    with qtbot.assertNotEmitted(empty.row_opened):
        QTest.keyClick(empty.filter, Qt.Key.Key_Return)
    empty.set_model(QStandardItemModel(empty))
    QTest.keyClick(empty.filter, Qt.Key.Key_Down)
    empty.choose_row(3)
    assert not empty.view.currentIndex().isValid()


def test_the_plus_asks_for_a_new_entry_and_has_a_name(qtbot: QtBot, pane: ListPane) -> None:
    plus = pane.findChild(IconButton)
    assert isinstance(plus, IconButton)
    assert plus.accessibleName() == "New supplier"
    with qtbot.waitSignal(pane.new_requested, timeout=1000):
        QTest.mouseClick(plus, Qt.MouseButton.LeftButton)


def test_rows_are_drawn_with_mark_and_flag_in_both_schemes(theme: Theme, pane: ListPane) -> None:
    pane.choose_row(1)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.set_scheme(scheme)
        QApplication.processEvents()
        image = pane.view.viewport().grab().toImage()
        colors = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(150)}
        for role in ("bg", "sel", "mark", "danger", "line"):
            assert theme.color(role).name() in colors, role


def test_rows_are_48_high_and_grow_with_the_factor(theme: Theme, pane: ListPane) -> None:
    index = pane.view.model().index(0, 0)
    assert pane.view.visualRect(index).height() == 48
    theme.set_factor(2)
    QApplication.processEvents()
    assert pane.view.visualRect(index).height() == 96


def test_while_a_key_is_held_only_the_row_it_rests_on_is_told(qtbot: QtBot, pane: ListPane) -> None:
    told: list[int] = []
    pane.row_chosen.connect(lambda index: told.append(index.row()))
    QTest.keyClick(pane.filter, Qt.Key.Key_Down)

    def hold(steps: int) -> None:
        for step in range(steps):
            kind = QEvent.Type.KeyPress
            event = QKeyEvent(kind, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", autorep=step > 0)
            QApplication.sendEvent(pane.view, event)

    hold(3)
    assert pane.view.currentIndex().row() == 2
    assert told == [0, 1]
    qtbot.waitUntil(lambda: told == [0, 1, 2])
    pane.choose_row(0)
    hold(3)
    QTest.keyRelease(pane.view, Qt.Key.Key_Down)
    assert told[3:] == [0, 1, 2]
    pane.choose_row(0)
    hold(3)
    pane.settle()
    assert told[6:] == [0, 1, 2]
    pane.settle()
    assert len(told) == 9


def test_rows_that_change_are_painted_without_being_laid_out_again(theme: Theme, pane: ListPane) -> None:
    model = pane.view.model()
    asked: list[int] = []

    class Counting(QStyledItemDelegate):
        def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
            asked.append(index.row())
            return QSize(100, 48)

    pane.view.setItemDelegate(Counting(pane))
    QApplication.processEvents()
    asked.clear()
    model.setData(model.index(1, 0), "Delva", Qt.ItemDataRole.DisplayRole)
    QApplication.processEvents()
    assert asked == []
