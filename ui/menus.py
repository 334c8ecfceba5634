"""ui: a menu of a place - words, the keys that do the same, and what they do; it deletes itself when it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


def pop_up(parent: QWidget, entries: Sequence[tuple[str, str, Callable[[], object]]], at: QPoint) -> QMenu:
    """Show a menu of words, keys and what they do at a place of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, key, verb in entries:
        action = menu.addAction(words.replace("&", "&&"))
        # only shown here: the part itself knows its keys
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _=False, verb=verb: verb())
    menu.popup(at)
    return menu
