"""ui: one line of reason under a sheet or form - flag, bold word, sentence - on the flag's tint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.flag import Flag, Level, level_role, level_tint
from ui.widgets.text import Text

_BAR = 3


class ReasonStrip(QWidget):
    """Tell why something is flagged; hidden while there is nothing to tell."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level: Level | None = None
        self._flag = Flag(theme, say, Level.FINE)
        self._text = Text(theme, "", "meta", wrap=True)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.theme_changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    @property
    def level(self) -> Level | None:
        """Return the flag, None where the strip only tells something."""
        return self._level

    def set_reason(self, level: Level | None, text: str) -> None:
        """Show a flag with its sentence, or the sentence alone; without a sentence the strip goes."""
        self._level = level
        self._flag.setVisible(level is not None)
        if level is not None:
            self._flag.set_flag(level)
        self._text.setText(text)
        self.setAccessibleName(" ".join(part for part in (self._flag.text() if level else "", text) if part))
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), level_tint(theme, self._level or Level.FINE))
        edge = theme.color(level_role(self._level) if self._level is not None else "ctl")
        painter.fillRect(QRect(0, 0, theme.space(_BAR), self.height()), edge)
        if theme.high_contrast:
            painter.setPen(theme.color("ctl"))
            painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))

    def _dress(self) -> None:
        space = self._theme.space
        self._box.setContentsMargins(space(14), space(8), space(12), space(8))
        self._box.setSpacing(space(8))
        self.update()
