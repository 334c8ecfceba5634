"""ui: the commands of the window as actions - one for the menu, the keys, the palette and the key sheet alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.words import Words
from ui.icons import make_icon
from ui.shortcuts import COVER, SHORTCUTS, Group, Shortcut
from ui.theme import Theme


class Commands(QObject):
    """Hold one action for each line of the table of shortcuts.

    The actions belong to the window, so their keys work wherever the focus is. A command does nothing until it is
    bound. `set_writing(False)` disables every command that writes, whatever `set_enabled` said of it. While the
    commands rest, all but the one that covers the window are disabled and bear their plain names.
    """

    def __init__(self, theme: Theme, say: Words, window: QWidget) -> None:
        """Make the actions and give them to the window."""
        super().__init__(window)
        self._theme = theme
        self._say = say
        self._writing = True
        self._resting = False
        self._texts: dict[str, str] = {}
        self._enabled: dict[str, bool] = {}
        self._actions: dict[str, QAction] = {}
        for shortcut in SHORTCUTS:
            action = QAction(_mute(say(shortcut.text)), window)
            action.setShortcuts([QKeySequence(keys) for keys in shortcut.keys])
            action.setObjectName(shortcut.key)
            self._actions[shortcut.key] = action
            window.addAction(action)
        # drawing icons takes longer than all the rest of a menu: not before one is opened
        self._is_dressed = False
        theme.theme_changed.connect(self._undress)

    def action(self, key: str) -> QAction:
        """Return the action of a command; raises KeyError for an unknown one."""
        return self._actions[key]

    def bind(self, key: str, run: Callable[[], object]) -> None:
        """Let a command do something."""
        self._actions[key].triggered.connect(lambda _checked=False: run())

    def set_text(self, key: str, text: str) -> None:
        """Name a command more exactly, such as what would be undone."""
        self._texts[key] = text
        self._apply_texts()

    def set_enabled(self, keys: Iterable[str], *, enabled: bool) -> None:
        """Enable or disable commands."""
        for key in keys:
            self._enabled[key] = enabled
        self._apply()

    def set_writing(self, *, allowed: bool) -> None:
        """Allow or disable every command that writes."""
        self._writing = allowed
        self._apply()

    def set_resting(self, resting: bool) -> None:
        """Let the commands rest while the window is covered, or work again."""
        self._resting = resting
        self._apply()
        self._apply_texts()

    def offered(self) -> tuple[tuple[Shortcut, QAction], ...]:
        """Return what can be run now, in the order of the table."""
        return tuple(
            (shortcut, self._actions[shortcut.key])
            for shortcut in SHORTCUTS
            if self._actions[shortcut.key].isEnabled() and self._actions[shortcut.key].isVisible()
        )

    def fill(self, menu: QMenu) -> dict[Group, QMenu]:
        """Fill a menu with one submenu for each group; return them."""
        menus: dict[Group, QMenu] = {}
        menu.aboutToShow.connect(self._dress)
        for shortcut in SHORTCUTS:
            if not shortcut.in_menu:
                continue
            submenu = menus.get(shortcut.group)
            if submenu is None:
                submenu = menu.addMenu(self._say(shortcut.group.value))
                submenu.aboutToShow.connect(self._dress)
                menus[shortcut.group] = submenu
            if shortcut.line:
                submenu.addSeparator()
            submenu.addAction(self._actions[shortcut.key])
        return menus

    def _apply(self) -> None:
        for shortcut in SHORTCUTS:
            enabled = self._enabled.get(shortcut.key, True) and (self._writing or not shortcut.writes)
            self._actions[shortcut.key].setEnabled(enabled and (not self._resting or shortcut.key == COVER))

    def _apply_texts(self) -> None:
        for shortcut in SHORTCUTS:
            if shortcut.key in self._texts:
                text = self._say(shortcut.text) if self._resting else self._texts[shortcut.key]
                self._actions[shortcut.key].setText(_mute(text))

    def _undress(self) -> None:
        self._is_dressed = False

    def _dress(self) -> None:
        if self._is_dressed:
            return
        self._is_dressed = True
        for shortcut in SHORTCUTS:
            if shortcut.icon:
                self._actions[shortcut.key].setIcon(make_icon(self._theme, shortcut.icon))


def _mute(text: str) -> str:
    """Keep an ampersand as it is: menus take it for a mark of their own."""
    return text.replace("&", "&&")
