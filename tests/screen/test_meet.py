"""tests: a meeting under a real window manager - the keys stay in the line, and peek goes with the window's focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.desk import Driver
from ui.meet.view import MeetView
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.view import NegotiationScreen

pytestmark = pytest.mark.screen


def meeting(cases: Driver) -> MeetView:
    """Go to a meeting, the keys in its line."""
    cases.go(Place(NEGOTIATION, 4, "meet"))
    tab = cases.screen(NegotiationScreen).tab
    assert isinstance(tab, MeetView)
    cases.wait(lambda: writes(tab))
    return tab


def writes(view: MeetView) -> bool:
    return view.window().isActiveWindow() and QApplication.focusWidget() is view.entry.line.focusProxy()


def test_peek_goes_with_another_window_and_the_keys_come_back_into_the_line(cases: Driver) -> None:
    view = meeting(cases)
    window = cases.window.windowHandle()
    assert window is not None
    QTest.keyPress(window, Qt.Key.Key_F8)
    assert view.peek.pane.isVisible()
    other = QLineEdit()
    other.show()
    other.activateWindow()
    cases.wait(other.isActiveWindow)
    assert not view.peek.pane.isVisible()
    QTest.keyRelease(window, Qt.Key.Key_F8)
    other.close()
    cases.wait(lambda: writes(view))
    assert not view.peek.pane.isVisible()


def test_after_the_close_of_a_meeting_and_after_its_panel_the_keys_are_in_the_line(cases: Driver) -> None:
    view = meeting(cases)
    cases.write("t silence # for a minute")
    cases.press(Qt.Key.Key_Return)
    cases.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert cases.has_panel
    cases.press(Qt.Key.Key_Escape)
    cases.wait(lambda: writes(view))
    QTest.mouseClick(view.head.end, Qt.MouseButton.LeftButton)
    assert cases.has_panel
    cases.press(Qt.Key.Key_Escape)
    cases.wait(lambda: writes(view))
