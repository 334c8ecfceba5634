"""ui: what brings the cover up - its keys, a screen that is added, rest, the system's lock - as the settings say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from ui.cover.capture import leave_out
from ui.cover.cover import Cover
from ui.cover.door import Door
from ui.cover.idle import Idle
from ui.cover.lock import SystemLock
from ui.main_window import MainWindow
from ui.settings_store import SettingsStore
from ui.shortcuts import COVER
from ui.tools import Tools

_LATER_MS = 1_000


class Watchers(QObject):
    """Watch for every reason to cover, from now on; `take_settings` after a setting of it has changed.

    Who has never come back by the keys is told them on the page when it comes up by itself.
    """

    def __init__(self, tools: Tools, store: SettingsStore, window: MainWindow, cover: Cover) -> None:
        """Take the cover that is put on."""
        super().__init__(window)
        self._store = store
        self._cover = cover
        self._hides = False
        self.door = Door(window.commands.action(COVER), self)
        self.idle = Idle(tools.clock, self)
        self.lock = SystemLock(self)
        self.door.wanted.connect(self.on_wanted)
        self.door.used.connect(self.idle.touch)
        self.idle.reached.connect(self._put_on)
        self.lock.locked.connect(self._on_locked)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.focusWindowChanged.connect(self._on_focus_window)
        self.door.watch(window.windowHandle())
        # asking the system may take a moment, and nobody locks it in the first second
        QTimer.singleShot(_LATER_MS, self, lambda: self.lock.start(window))
        self.take_settings()

    def take_settings(self) -> None:
        """Follow the settings as they are now."""
        settings = self._store.settings
        self.idle.set_minutes(settings.cover_idle)
        if settings.hide_from_capture != self._hides:
            self._hides = settings.hide_from_capture
            for window in QGuiApplication.topLevelWindows():
                if window.isVisible():
                    leave_out(int(window.winId()), left_out=self._hides)

    def on_wanted(self) -> None:
        """Cover, or come back: the user has asked for it."""
        self._cover.toggle()
        if not self._store.settings.cover_known:
            self._store.change(cover_known=True)

    def _put_on(self) -> None:
        self._cover.put_on(hint=not self._store.settings.cover_known)

    def _on_locked(self) -> None:
        if self._store.settings.cover_lock:
            self._put_on()

    def _on_screen_added(self) -> None:
        if self._store.settings.cover_screen:
            self._put_on()

    def _on_focus_window(self, window: QWindow | None) -> None:
        # a dialog comes up as seen as any window
        if self._hides and window is not None:
            leave_out(int(window.winId()), left_out=True)
