"""Peek in the whole program: by real keys at the window, whatever has the focus, and all that ends it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.negotiation import Negotiation
from core.side import Side
from tests.ui.desk import Driver
from ui.meet.peek_pane import PeekPane
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place

_F8 = Qt.Key.Key_F8


@dataclass
class Table:
    """A talk that is shown in Meet."""

    driver: Driver
    view: MeetView

    @property
    def pane(self) -> PeekPane:
        """Return what is shown while the key is held."""
        return self.view.peek.pane

    def matter(self) -> Negotiation:
        """Return the negotiation as the logbook holds it."""
        return self.driver.logbook.negotiations.load(self.view.negotiation_id)

    def write(self, text: str) -> None:
        """Write into the line; a line end is Enter."""
        for part in text.splitlines(keepends=True):
            self.driver.write(part.rstrip("\n"))
            if part.endswith("\n"):
                self.driver.press(Qt.Key.Key_Return)

    def hold(self, key: Qt.Key = _F8) -> None:
        """Press a key at the window and keep it down."""
        QTest.keyPress(self.driver.window.windowHandle(), key)

    def let_go(self, key: Qt.Key = _F8) -> None:
        """Let a key go."""
        QTest.keyRelease(self.driver.window.windowHandle(), key)

    def tap(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press and let go of a key at the window."""
        QTest.keyClick(self.driver.window.windowHandle(), key, held)


@pytest.fixture
def table(cases: Driver) -> Table:
    cases.window.resize(1440, 900)
    # no package was put together beforehand
    for each in cases.logbook.negotiations.load(4).candidates:
        cases.logbook.candidates.delete(each.id)
    cases.go(Place(NEGOTIATION, 4, "meet"))
    view = cases.window.findChildren(MeetView)[0]
    view.focus_first()
    found = Table(cases, view)
    found.write("w p 1.190, pay 60, lead 1w\nt p 1.245, pay 30, lead 3w\n")
    return found


def texts(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def test_it_is_shown_as_long_as_the_key_is_held_and_the_log_after_it(table: Table) -> None:
    assert not table.pane.isVisible()
    table.hold()
    assert table.pane.isVisible()
    assert not table.view.log.isVisible()
    assert table.view.positions.isVisible()
    assert "BATNA" in texts(table.pane)
    table.let_go()
    assert not table.pane.isVisible()
    assert table.view.log.isVisible()


def test_the_focus_stays_in_the_line_and_what_is_typed_meanwhile_is_answered(table: Table) -> None:
    table.hold()
    line = QApplication.focusWidget()
    table.write("w p 1.195")
    assert QApplication.focusWidget() is line
    assert table.view.entry.line.text() == "w p 1.195"
    shown = texts(table.pane)
    assert "You are about to give" in shown
    assert "Ask in return, one of" in shown
    table.let_go()
    assert table.view.entry.line.text() == "w p 1.195"


def test_a_line_logged_meanwhile_is_spoken_of_at_once(table: Table) -> None:
    table.hold()
    assert "1.245 against" in texts(table.pane)
    table.write("t p 1.235\n")
    assert table.pane.isVisible()
    assert "1.235 against" in texts(table.pane)


def test_a_repeating_key_leaves_the_line_as_it_is(table: Table) -> None:
    table.write("w p 1.2")
    table.hold()
    window = table.driver.window.windowHandle()
    for _ in range(5):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            QApplication.sendEvent(window, QKeyEvent(kind, _F8, Qt.KeyboardModifier.NoModifier, "", True))
    assert table.pane.isVisible()
    assert table.view.entry.line.text() == "w p 1.2"


def test_it_is_heard_with_the_focus_anywhere_in_the_window(table: Table) -> None:
    for part in (table.view.log.view, table.driver.window.rail, table.view.head.end):
        part.setFocus()
        table.hold()
        assert table.pane.isVisible()
        table.let_go()
        assert not table.pane.isVisible()


def test_it_ends_when_the_window_loses_the_focus(table: Table) -> None:
    table.hold()
    other = QWidget()
    other.show()
    other.activateWindow()
    table.driver.wait(lambda: not table.driver.window.isActiveWindow())
    assert not table.pane.isVisible()
    other.close()
    other.deleteLater()
    table.driver.window.activateWindow()
    table.driver.wait(table.driver.window.isActiveWindow)
    assert not table.pane.isVisible()


def test_it_ends_with_another_place_and_is_not_heard_there(table: Table) -> None:
    table.hold()
    table.driver.go(Place(NEGOTIATIONS))
    assert not table.pane.isVisible()
    table.let_go()
    table.hold()
    assert not table.pane.isVisible()
    table.driver.go(Place(NEGOTIATION, 4, "meet"))
    assert not table.pane.isVisible()
    assert table.view.log.isVisible()


def test_however_wide_the_window_is_peek_takes_the_place_of_the_log(table: Table) -> None:
    table.driver.window.resize(3000, 900)
    table.hold()
    assert table.pane.isVisible()
    assert not table.view.log.isVisible()
    table.let_go()
    assert table.view.log.isVisible()


def test_where_the_window_is_narrow_peek_has_it_alone(table: Table) -> None:
    table.driver.window.resize(1000, 720)
    table.hold()
    assert table.pane.isVisible()
    assert not table.view.positions.isVisible()
    assert table.pane.width() >= 640
    table.let_go()
    assert table.view.positions.isVisible()


def test_1_and_2_put_a_package_into_the_line_that_lies_on_the_table_once_it_is_logged(table: Table) -> None:
    table.write("w p 1.2")
    table.hold()
    shown = texts(table.pane.pair)
    table.tap(Qt.Key.Key_2)
    assert table.view.entry.line.text() == "w pkg B"
    assert [(each.label, each.is_shared) for each in table.matter().candidates] == [("A", False), ("B", False)]
    assert texts(table.pane.pair) == shown
    table.let_go()
    assert table.view.entry.reading.sentence.startswith("We offer Package B Price")
    table.tap(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.view.entry.line.text() == "w p 1.2"
    table.hold()
    table.tap(Qt.Key.Key_2)
    table.let_go()
    table.tap(Qt.Key.Key_Return)
    last = table.matter().lines[-1]
    assert (last.text, last.side) == ("w pkg B", Side.US)
    assert [each.is_shared for each in table.matter().candidates] == [False, True]
    table.hold()
    assert "B, on the table" in [table.pane.pair.table.model.columns[at].title for at in (2, 3)]


def test_a_package_cannot_be_taken_where_nothing_may_be_written(table: Table) -> None:
    table.view.set_editing(False)
    table.hold()
    table.tap(Qt.Key.Key_1)
    assert table.view.entry.line.text() == ""
    assert table.matter().candidates == ()


def test_another_key_can_be_chosen_in_the_settings(table: Table) -> None:
    table.driver.program.store.change(peek_key="F7")
    table.hold()
    assert not table.pane.isVisible()
    table.hold(Qt.Key.Key_F7)
    assert table.pane.isVisible()
    assert "shown while F7 is held" in texts(table.pane)
    table.let_go(Qt.Key.Key_F7)


def test_while_nobody_types_it_is_worked_out_ahead(table: Table) -> None:
    table.driver.wait(lambda: not table.view.presenter.peek.warm())


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1440, 900), (1920, 1200)])
def test_everything_has_its_room(table: Table, width: int, height: int) -> None:
    table.driver.window.resize(width, height)
    table.write("w p 1.195")
    table.hold()
    QApplication.processEvents()
    page = table.pane.page
    assert page.verticalScrollBar().maximum() == 0
    assert table.pane.pair.table.isVisible()
    rows = [row.cells["name"].text for row in table.pane.pair.table.model.rows]
    assert rows
    assert all(row.cells["first"].bold for row in table.pane.pair.table.model.rows) or height > 720
