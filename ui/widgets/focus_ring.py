"""ui: the ring round what has the focus - after keys only, round text fields always."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

_OWN = "draws_own_ring"
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


def draw_own_ring(widget: QWidget, *, owns: bool = True) -> None:
    """Tell that `widget` shows by itself that it has the focus, so that no ring is put round it, or does not."""
    widget.setProperty(_OWN, owns)


class FocusRing(QObject):
    """Put one ring round the focused control of a window, drawn by the style, never clipped.

    Cells, rows and tabs draw theirs inside, so item views and tab bars get none here.
    """

    def __init__(self, window: QWidget) -> None:
        """Follow the focus inside `window` from now on."""
        super().__init__(window)
        self._window = window
        self._frame = QFocusFrame(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    @property
    def ringed(self) -> QWidget | None:
        """Return the widget with the ring round it, or None."""
        return self._frame.widget()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # while a window goes its frame is gone first, and the focus moves once more
        if not isValid(self._frame) or (new is not None and new.window() is not self._window):
            return
        self._frame.setWidget(new if new is not None and self._wants_ring(new) else None)  # type: ignore[arg-type] # Qt takes none

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.property(_OWN) or isinstance(widget, (QAbstractItemView, QTabBar)):
            return False
        if isinstance(widget, _FIELDS):
            return True
        # Qt sets it with a focus that came by a key and takes it off at the next click
        return self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
