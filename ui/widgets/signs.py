"""ui: what tables, sheet and entry line draw alike - dots under words, the mark - and tool tips that stay plain."""

from __future__ import annotations

import html

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.theme import Theme


def paint_dots(painter: QPainter, theme: Theme, left: float, right: float, top: float, color: QColor) -> None:
    """Paint a dotted underline: dots of 2 px, 2 px apart, from `left` to `right`, their upper edge at `top`."""
    dot = max(2, theme.space(2))
    x, y = round(left), round(top)
    while x < right:
        painter.fillRect(QRectF(x, y, dot, dot), color)
        x += 2 * dot


def paint_mark(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Paint the mark of the current cell or row just inside `rect`, with square corners."""
    mark, width = theme.color("mark"), max(2, theme.space(2))
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), width), mark)
    painter.fillRect(QRect(rect.left(), rect.bottom() - width + 1, rect.width(), width), mark)
    painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), mark)
    painter.fillRect(QRect(rect.right() - width + 1, rect.top(), width, rect.height()), mark)


def plain_tip(text: str) -> str:
    """Return a text for a tool tip so that markup in it is shown and never read; no text stays none."""
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if text else ""
