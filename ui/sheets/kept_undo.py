"""ui: lets Undo first take back what was typed last into a sheet and could not be read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.sheets.kept import Shelf

_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class KeptUndo(QObject):
    """Watch the key of Undo on a part whose texts are kept on a shelf."""

    taken_back = Signal()

    def __init__(self, watched: QWidget, shelf: Shelf) -> None:
        """Begin to watch; it ends with the part."""
        super().__init__(watched)
        self._shelf = shelf
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_undo = (
            event.type() in _KINDS and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        )
        if is_undo and event.type() == QEvent.Type.ShortcutOverride and self._shelf.has_new():
            event.accept()
            return True
        if is_undo and event.type() == QEvent.Type.KeyPress and self._shelf.take_back():
            self.taken_back.emit()
            return True
        return super().eventFilter(watched, event)
