"""tests: keys as they arrive at a window from outside, with the time at which they were pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.desk import CTRL

_NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, at: int, held: Qt.KeyboardModifier = _NONE, text: str = "") -> None:
    """Press and let go of a key in the window that has the keys, `at` so many milliseconds."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        window = QGuiApplication.focusWindow()
        if window is None:
            # a menu that had the keys has gone
            assert kind is QEvent.Type.KeyRelease
            return
        event = QKeyEvent(kind, key, held, text)
        event.setTimestamp(at)
        event.ignore()
        QApplication.sendEvent(window, event)


def escape_twice(apart: int = 200) -> None:
    """Press Escape twice, so many milliseconds apart."""
    press(Qt.Key.Key_Escape, 10_000)
    press(Qt.Key.Key_Escape, 10_000 + apart)


def cover_key() -> None:
    """Press Ctrl+L."""
    press(Qt.Key.Key_L, 50_000, CTRL)
