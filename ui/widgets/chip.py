"""ui: a small outlined word; dashed and italic where the thing is not confirmed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme

_PAD = 7
_HEIGHT = 18


def chip_size(theme: Theme, text: str, *, dashed: bool = False) -> QSize:
    """Return the size of a chip in pixels."""
    advance = QFontMetricsF(theme.font("meta", italic=dashed)).horizontalAdvance(text)
    return QSize(ceil(advance) + 2 * theme.space(_PAD), theme.space(_HEIGHT))


def paint_chip(painter: QPainter, theme: Theme, rect: QRectF, text: str, *, dashed: bool = False) -> None:
    """Paint a chip that fills `rect`: a guess is dashed, italic and muted."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("ctl"), theme.edge())
    if dashed:
        pen.setDashPattern([3.0, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = theme.edge() / 2
    radius = theme.size("radius_chip")
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.setFont(theme.font("meta", italic=dashed))
    painter.setPen(theme.color("muted" if dashed else "text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


class Chip(QLabel):
    """Show one word in an outline."""

    def __init__(self, theme: Theme, text: str, *, dashed: bool = False, parent: QWidget | None = None) -> None:
        """Take the word, and whether it names something that is not confirmed."""
        super().__init__(parent)
        self._theme = theme
        self._dashed = dashed
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_chip(text, dashed=dashed)
        theme.theme_changed.connect(self.updateGeometry)

    def set_chip(self, text: str, *, dashed: bool) -> None:
        """Show another word."""
        self._dashed = dashed
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self.text(), dashed=self._dashed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self._theme, QRectF(self.rect()), self.text(), dashed=self._dashed)
