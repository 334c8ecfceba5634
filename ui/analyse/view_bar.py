"""ui: the words at the top of Analyse of which one is chosen, outlined and bold."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.key_cap import key_name

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Word(QAbstractButton):
    def __init__(self, theme: Theme, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word
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
        # room for the bold word, so that nothing shifts when another is chosen
        bold = QFontMetricsF(self._theme.font("body", bold=True)).horizontalAdvance(self._word)
        return QSize(ceil(bold) + 2 * self._theme.space(10), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - 2 * self._theme.space(6), self._theme.size("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), float(theme.size("radius"))
        if on:
            edge = theme.color("ctl")
            paint_panel(painter, rect, fill=theme.color("base"), edge=edge, radius=radius, width=theme.edge())
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("body", bold=on))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._word)


class ViewBar(QWidget):
    """Let one of a few views be chosen; the arrow keys move the choice, Tab passes on."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, words: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Take what is chosen here in words; key, word and shortcut of each, the first is chosen."""
        super().__init__(parent)
        self._theme = theme
        self._words: dict[str, _Word] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for key, word, shortcut in words:
            button = _Word(theme, word, self)
            button.setToolTip(key_name(shortcut))
            button.clicked.connect(lambda _=False, key=key: self._choose(key))
            self._words[key] = button
            self._row.addWidget(button)
        self._current = words[0][0]
        self.set_current(self._current)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def current(self) -> str:
        """Return the key of the chosen view."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        self._current = key
        for other, button in self._words.items():
            button.setChecked(other == key)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._words[key])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = _STEPS.get(event.key())
        if move is None:
            super().keyPressEvent(event)
            return
        keys = list(self._words)
        self._choose(keys[min(max(keys.index(self._current) + move, 0), len(keys) - 1)])
        self._words[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, key: str) -> None:
        changed = key != self._current
        self.set_current(key)
        if changed:
            self.chosen.emit(key)

    def _dress(self) -> None:
        self._row.setSpacing(self._theme.space(2))
        for button in self._words.values():
            button.updateGeometry()
        self.update()
