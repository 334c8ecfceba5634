"""ui: the name of a key as a cap, alone or with the word for what it does."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style import paint_key_cap
from ui.theme import Theme

_PAD = 6
_HEIGHT = 18


def key_name(key: str | QKeySequence) -> str:
    """Return the name of a shortcut as this system writes it."""
    sequence = key if isinstance(key, QKeySequence) else QKeySequence(key)
    name = sequence.toString(QKeySequence.SequenceFormat.NativeText) or str(key)
    # most keyboards have Enter printed on the key that Qt calls Return
    return name.replace("Return", "Enter")


def cap_size(theme: Theme, name: str) -> QSize:
    """Return the size of a cap in pixels."""
    width = ceil(QFontMetricsF(theme.font("meta")).horizontalAdvance(name)) + 2 * theme.space(_PAD)
    return QSize(max(width, theme.space(_HEIGHT)), theme.space(_HEIGHT))


class KeyHint(QLabel):
    """Show a key cap and, if given, the word for what the key does; nothing to press here."""

    def __init__(self, theme: Theme, key: str, word: str = "", parent: QWidget | None = None) -> None:
        """Take a shortcut in Qt's portable writing and a word."""
        super().__init__(parent)
        self._theme = theme
        self._key = key_name(key)
        self._word = word
        self.setText(f"{self._key} {word}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        cap = cap_size(self._theme, self._key)
        if not self._word:
            return cap
        word = ceil(QFontMetricsF(self._theme.font("meta")).horizontalAdvance(self._word))
        return QSize(cap.width() + self._theme.space(6) + word, cap.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        cap = cap_size(theme, self._key)
        at = QRectF(0, (self.height() - cap.height()) / 2, cap.width(), cap.height())
        paint_key_cap(painter, theme, at, self._key, ink=theme.color("muted"), edge=theme.color("line2"))
        if self._word:
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.color("muted"))
            area = QRectF(self.rect()).adjusted(cap.width() + theme.space(6), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._word)
