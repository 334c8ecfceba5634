"""tests: ui/widgets/focus_ring.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFocusFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.focus_ring import FocusRing, draw_own_ring


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.button, self.box, self.field, self.list = QPushButton("A"), QCheckBox("B"), QLineEdit(), QListView()
        column = QVBoxLayout(self)
        for widget in (self.button, self.box, self.field, self.list):
            column.addWidget(widget)
        self.ring = FocusRing(self)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, activate: Callable[[QWidget], None]) -> Window:
    made = Window()
    qtbot.addWidget(made)
    activate(made)
    made.button.setFocus(Qt.FocusReason.MouseFocusReason)
    return made


def click(window: Window, widget: QWidget) -> None:
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=widget.geometry().center())
    QApplication.processEvents()


def ringed(window: Window) -> QWidget | None:
    return window.ring.ringed


def test_the_ring_follows_tab(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.button, Qt.Key.Key_Tab)
    assert ringed(window) is window.box
    QTest.keyClick(window.box, Qt.Key.Key_Tab)
    assert ringed(window) is window.field


def test_a_click_puts_no_ring_but_round_a_text_field(qtbot: QtBot, window: Window) -> None:
    QTest.keyClick(window.button, Qt.Key.Key_Tab)
    click(window, window.button)
    assert ringed(window) is None
    click(window, window.field)
    assert ringed(window) is window.field


def test_lists_and_those_who_draw_their_own_get_none(qtbot: QtBot, window: Window) -> None:
    draw_own_ring(window.field)
    QTest.keyClick(window.button, Qt.Key.Key_Tab)
    QTest.keyClick(window.box, Qt.Key.Key_Tab)
    assert window.field.hasFocus()
    assert ringed(window) is None
    QTest.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.list.hasFocus()
    assert ringed(window) is None


def test_the_ring_is_seen_outside_the_control(qtbot: QtBot, theme: Theme, window: Window) -> None:
    QTest.keyClick(window.button, Qt.Key.Key_Tab)
    QApplication.processEvents()
    image = window.grab().toImage()
    box = window.box.geometry()
    assert image.pixelColor(box.left() - 2, box.center().y()).name() == theme.color("mark").name()


def test_the_ring_comes_with_what_is_scrolled_to(qtbot: QtBot, window: Window) -> None:
    page, inside = QScrollArea(), QWidget()
    page.setWidgetResizable(True)
    column = QVBoxLayout(inside)
    column.addSpacing(2_000)
    far = QLineEdit()
    column.addWidget(far)
    page.setWidget(inside)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(page)
    QApplication.processEvents()
    far.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed(window) is far
    frame = window.findChild(QFocusFrame)
    assert frame is not None
    page.ensureWidgetVisible(far)
    qtbot.waitUntil(frame.isVisible)
    assert frame.geometry().intersects(page.viewport().rect())
