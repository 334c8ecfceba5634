"""ui: a menu of a place - words, the keys that do the same, and what they do; it deletes itself when it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

Entry = tuple[str, str, Callable[[], object] | None]
"""Words, the key that does the same, and what it does; None where it cannot be done now."""


def pop_up(parent: QWidget, entries: Sequence[Entry], at: QPoint) -> QMenu:
    """Show a menu at a place of the screen, its first entry ready for Enter."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, key, verb in entries:
        action = menu.addAction(words.replace("&", "&&"))
        # only shown here: the part itself knows its keys
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        if verb is None:
            action.setEnabled(False)
        else:
            action.triggered.connect(lambda _=False, verb=verb: verb())
    menu.popup(at)
    ready = next((action for action in menu.actions() if action.isEnabled()), None)
    if ready is not None:
        menu.setActiveAction(ready)
    return menu
