"""tests: ui/widgets/undo_bar.py."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.undo_bar import UndoBar


def make(
    qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> tuple[QWidget, UndoBar, QLineEdit]:
    host = QWidget()
    qtbot.addWidget(host)
    field = QLineEdit()
    QVBoxLayout(host).addWidget(field)
    bar = UndoBar(theme, say, host)
    host.resize(600, 300)
    activate(host)
    field.setFocus()
    return host, bar, field


def test_it_never_takes_the_focus(qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]) -> None:
    _host, bar, field = make(qtbot, theme, say, activate)
    bar.say_done("Issue “Volume” deleted")
    assert bar.isVisible()
    assert QApplication.focusWidget() is field
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is field


def test_undo_is_told_and_the_bar_goes(
    qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> None:
    _host, bar, field = make(qtbot, theme, say, activate)
    bar.say_done("Issue “Volume” deleted")
    undo = bar.findChild(Button)
    assert isinstance(undo, Button)
    with qtbot.waitSignal(bar.undo_requested, timeout=1000):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert QApplication.focusWidget() is field


def test_it_stays_at_the_foot_inside_its_host(
    qtbot: QtBot, theme: Theme, say: Words, activate: Callable[[QWidget], None]
) -> None:
    host, bar, _field = make(qtbot, theme, say, activate)
    bar.say_done("Issue “Volume” deleted")
    host.resize(400, 200)
    assert host.rect().contains(bar.geometry())
    bar.say_done("x" * 400)
    assert host.rect().contains(bar.geometry())
    bar.dismiss()
    assert bar.isHidden()


def test_it_goes_by_itself(qtbot: QtBot, theme: Theme, say: Words) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    bar = UndoBar(theme, say, host, seconds=0)
    host.show()
    bar.say_done("deleted")
    qtbot.waitUntil(bar.isHidden, timeout=2000)
