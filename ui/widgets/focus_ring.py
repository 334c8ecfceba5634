"""ui: the ring round what has the focus - after keys only, round text fields always."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
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
        self._moving: list[QWidget] = []  # what is watched while the ring waits outside what is seen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())

    @property
    def ringed(self) -> QWidget | None:
        """Return the widget with the ring round it, or None."""
        return self._frame.widget()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            QTimer.singleShot(0, self, self._show_waiting)
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # while a window goes its frame is gone first, and the focus moves once more
        if not isValid(self._frame) or (new is not None and new.window() is not self._window):
            return
        self._put(new if new is not None and self._wants_ring(new) else None)

    def _put(self, widget: QWidget | None) -> None:
        """Put the ring round a widget; Qt shows none round what is not seen yet, also not once it is scrolled to."""
        for each in self._moving:
            if isValid(each):
                each.removeEventFilter(self)
        self._moving.clear()
        self._frame.setWidget(widget)  # type: ignore[arg-type] # Qt takes none
        if widget is None or not self._frame.isHidden():
            return
        around: QWidget | None = widget
        while around is not None and around is not self._window:
            around.installEventFilter(self)
            self._moving.append(around)
            around = around.parentWidget()

    def _show_waiting(self) -> None:
        """Try again, now that something moved."""
        widget = self._frame.widget() if isValid(self._frame) else None
        if widget is not None and self._moving and self._frame.isHidden():
            self._frame.setWidget(None)  # type: ignore[arg-type] # Qt takes none
            self._put(widget)

    def _wants_ring(self, widget: QWidget) -> bool:
        if widget.property(_OWN) or isinstance(widget, (QAbstractItemView, QTabBar)):
            return False
        if isinstance(widget, _FIELDS):
            return True
        # Qt sets it with a focus that came by a key and takes it off at the next click
        return self._window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
