"""ui: a row of words of which one is chosen - its keys and its one stop for Tab; how a word looks is a subclass's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceWord(QAbstractButton):
    """One word of a choice; a subclass paints it."""

    ROLE = "body"
    PADDING = (10, 4)
    """At either side: what it wants, and the least, in px at 100 %."""

    def __init__(self, theme: Theme, word: str, parent: QWidget) -> None:
        """Take the word as it is read."""
        super().__init__(parent)
        self.theme = theme
        self.word = word
        self.setCheckable(True)
        self.setText(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a button would pass the focus on by itself; the row moves the choice instead
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self._size(self.PADDING[0])

    def minimumSizeHint(self) -> QSize:
        return self._size(self.PADDING[1])

    def _size(self, padding: int) -> QSize:
        # room for the bold word, so that nothing shifts when another is chosen
        bold = QFontMetricsF(self.theme.font(self.ROLE, bold=True)).horizontalAdvance(self.word)
        return QSize(ceil(bold) + 2 * self.theme.space(padding), self.theme.size("control"))


class Choice(QWidget):
    """Let one of a few words be chosen; the arrow keys move the choice, Tab passes on."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: Sequence[tuple[str, str]],
        make: Callable[[int, str, QWidget], ChoiceWord],
        parent: QWidget | None = None,
        *,
        gap: int = 0,
    ) -> None:
        """Take what is chosen here in words, key and word of each, and what makes a word from its place.

        The first is chosen. `gap` lies between two words, in px at 100 %.
        """
        super().__init__(parent)
        self.theme = theme
        self._gap = gap
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.words = {key: make(at, word, self) for at, (key, word) in enumerate(words)}
        for key, made in self.words.items():
            made.clicked.connect(lambda _=False, key=key: self._choose(key))
            self.row.addWidget(made)
        self._current = words[0][0]
        self.set_current(self._current)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the chosen word."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        self._current = key
        for other, word in self.words.items():
            word.setChecked(other == key)
            word.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.words[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _STEPS.get(event.key())
        if move is None:
            super().keyPressEvent(event)
            return
        keys = list(self.words)
        self._choose(keys[min(max(keys.index(self._current) + move, 0), len(keys) - 1)])
        self.words[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        changed = key != self._current
        self.set_current(key)
        if changed:
            self.chosen.emit(key)

    def _dress(self) -> None:
        self.row.setSpacing(self.theme.space(self._gap))
        for word in self.words.values():
            word.updateGeometry()
        self.update()
