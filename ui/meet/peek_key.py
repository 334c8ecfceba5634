"""ui: hears the key that shows peek while it is held, at the window's door: whatever in the window has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from ui.settings_store import PEEK_ALT

LONGEST_MS = 10_000  # peek ends by itself
ALT_ALONE_MS = 400  # before that, Alt begins a shortcut; slow hands take so long from Alt to Tab
_Type = QEvent.Type
_KEYS = frozenset((_Type.ShortcutOverride, _Type.KeyPress, _Type.KeyRelease))
_ALT = Qt.KeyboardModifier.AltModifier
_TAKES = {int(Qt.Key.Key_1): 1, int(Qt.Key.Key_2): 2}


class PeekKey(QObject):
    """Tell when peek begins and ends, and which package is taken meanwhile.

    Held down, most keyboards repeat a key: repetitions are nobody's, so that nothing else in the window hears them.
    With Alt peek begins once it was held alone for 400 ms, and any other key than those of the packages ends it: it is
    a shortcut then. Peek ends with the window's focus, since the release would not be heard, and after ten seconds,
    however long the key is held; to begin again it has to be let go.
    """

    begun = Signal()
    ended = Signal()
    taken = Signal(int)  # 1 or 2

    def __init__(self, key: Callable[[], str], parent: QObject, *, longest: int = LONGEST_MS) -> None:
        """Take what tells which key it is now, by its name in Qt (`F8`), or Alt."""
        super().__init__(parent)
        self._key = key
        self._window: QWindow | None = None
        self.is_shown = False
        self._alone = _timer(self, ALT_ALONE_MS, self.begin)
        self._end = _timer(self, longest, self.stop)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_changed)

    @property
    def is_awaited(self) -> bool:
        """Tell whether peek begins in a moment unless another key is pressed."""
        return self._alone.isActive()

    def watch(self, window: QWindow | None) -> None:
        """Listen at this window alone from now on; at none with None, and peek is over."""
        self.stop()
        self._window = window
        if window is not None:
            # nothing is taken away again: a view that is hidden with its window may find that half gone
            window.installEventFilter(self)

    def begin(self) -> None:
        """Begin peek, for ten seconds at most."""
        if not self.is_shown:
            self.is_shown = True
            self._end.start()
            self.begun.emit()

    def stop(self) -> None:
        """End peek, or what would begin it."""
        self._alone.stop()
        self._end.stop()
        if self.is_shown:
            self.is_shown = False
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS and watched is self._window and isinstance(event, QKeyEvent):
            return self._on_key(event, kind)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, window: QWindow | None) -> None:
        if self._window is not None and window is not self._window:
            self.stop()

    def _on_key(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        """Tell whether the key was ours. A press comes twice: as a question whose it is, then as itself."""
        by_alt = self._key() == PEEK_ALT
        if event.key() == _key_named(self._key()):
            return self._on_alt(event, kind) if by_alt else self._on_peek_key(event, kind)
        number = _TAKES.get(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alone = _ALT if by_alt else Qt.KeyboardModifier.NoModifier
        if self.is_shown and number is not None and held == alone:
            event.accept()
            if kind is _Type.KeyPress and not event.isAutoRepeat():
                self.taken.emit(number)
            return True
        if by_alt and kind is _Type.KeyPress:
            self.stop()
        return False

    def _on_peek_key(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if event.modifiers():
            return False
        event.accept()
        if event.isAutoRepeat():
            return True
        if kind is _Type.KeyPress:
            self.begin()
        elif kind is _Type.KeyRelease:
            self.stop()
        return True

    def _on_alt(self, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if kind is _Type.KeyRelease and not event.isAutoRepeat():
            # let go after peek, Alt must not open a menu of the system
            was_shown = self.is_shown
            self.stop()
            return was_shown
        if kind is _Type.KeyPress and not event.isAutoRepeat() and not event.modifiers() & ~_ALT:
            self._alone.start()
        return False


def _key_named(name: str) -> Qt.Key:
    return Qt.Key[f"Key_{name}"]


def _timer(parent: QObject, milliseconds: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(run)
    return timer
