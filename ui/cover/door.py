"""ui: hears the keys of the cover at the door of each window, before anything in the window does; and all use of it."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QWindow

TWICE_WITHIN_MS = 400
_Type = QEvent.Type
_KEYS = frozenset((_Type.ShortcutOverride, _Type.KeyPress, _Type.KeyRelease))
_USE = _KEYS | {
    *(_Type.MouseMove, _Type.MouseButtonPress, _Type.Wheel, _Type.TouchBegin, _Type.TouchUpdate),
    *(_Type.TabletMove, _Type.TabletPress, _Type.NativeGesture),
}
_HELD = frozenset((Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr))


class Door(QObject):
    """Listen at every window of the program that has the keys, dialogs and menus too.

    `wanted` is sent for the command's own keys and for Escape pressed twice within 400 ms; of those the first goes
    its usual way and closes what it closes. `used` is sent for each key and each movement. A filter at the windows
    costs nothing inside them, where one for the whole application would be asked about every event of every widget.
    """

    wanted = Signal()
    used = Signal()

    def __init__(self, command: QAction, parent: QObject) -> None:
        """Take the command whose keys are heard."""
        super().__init__(parent)
        self._command = command
        self._escaped_at: int | None = None
        self._let_go = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
            self.watch(QGuiApplication.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Listen at a window from now on."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _USE:
            self.used.emit()
            if kind in _KEYS and isinstance(event, QKeyEvent):
                return self._on_key(event, kind)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        """Tell whether the key was ours. A press comes twice: as a question whose it is, then as itself."""
        if event.isAutoRepeat():
            return False
        if kind is _Type.KeyRelease:
            self._let_go = self._let_go or event.key() == Qt.Key.Key_Escape
            return False
        if QKeySequence(_combination(event)) in self._command.shortcuts():
            return self._take(event, kind)
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            at = event.timestamp() or round(time.monotonic() * 1000)
            if self._is_second(at):
                return self._take(event, kind)
            self._escaped_at, self._let_go = at, False
        elif event.key() not in _HELD:
            self._escaped_at = None
        return False

    def _is_second(self, at: int) -> bool:
        first = self._escaped_at
        # the question and the press itself bear the same time
        return first is not None and (self._let_go or at != first) and 0 <= at - first <= TWICE_WITHIN_MS

    def _take(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        event.accept()
        if kind is _Type.KeyPress:
            self._escaped_at = None
            self.wanted.emit()
        return True


def _combination(event: QKeyEvent) -> QKeyCombination:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(held, Qt.Key(event.key()))
