"""ui: small signs painted as paths, since no font can be relied on to have them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


class Glyph(StrEnum):
    """Name a sign; its words are said by whoever shows it."""

    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    RING = "ring"
    DOT = "dot"
    SQUARE = "square"
    CHECK = "check"
    CROSS = "cross"
    CORNER = "corner"
    ARROW_LEFT = "arrow_left"
    ARROW_RIGHT = "arrow_right"
    ARROW_UP = "arrow_up"
    ARROW_DOWN = "arrow_down"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CHEVRON_UP = "chevron_up"
    CHEVRON_DOWN = "chevron_down"
    RETURN = "return"


_Points = tuple[tuple[float, float], ...]

# Filled shapes and strokes in a square of side 1, y downward.
_FILLED: dict[Glyph, _Points] = {
    Glyph.TRIANGLE: ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
    Glyph.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Glyph.CORNER: ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)),
}
_STROKED: dict[Glyph, tuple[_Points, ...]] = {
    Glyph.CHECK: (((0.06, 0.54), (0.36, 0.84), (0.94, 0.2)),),
    Glyph.CROSS: (((0.15, 0.15), (0.85, 0.85)), ((0.85, 0.15), (0.15, 0.85))),
    Glyph.ARROW_LEFT: (((0.95, 0.5), (0.05, 0.5)), ((0.4, 0.15), (0.05, 0.5), (0.4, 0.85))),
    Glyph.ARROW_RIGHT: (((0.05, 0.5), (0.95, 0.5)), ((0.6, 0.15), (0.95, 0.5), (0.6, 0.85))),
    Glyph.ARROW_UP: (((0.5, 0.95), (0.5, 0.05)), ((0.15, 0.4), (0.5, 0.05), (0.85, 0.4))),
    Glyph.ARROW_DOWN: (((0.5, 0.05), (0.5, 0.95)), ((0.15, 0.6), (0.5, 0.95), (0.85, 0.6))),
    Glyph.CHEVRON_LEFT: (((0.7, 0.08), (0.28, 0.5), (0.7, 0.92)),),
    Glyph.CHEVRON_RIGHT: (((0.3, 0.08), (0.72, 0.5), (0.3, 0.92)),),
    Glyph.CHEVRON_UP: (((0.08, 0.7), (0.5, 0.28), (0.92, 0.7)),),
    Glyph.CHEVRON_DOWN: (((0.08, 0.3), (0.5, 0.72), (0.92, 0.3)),),
    Glyph.RETURN: (
        ((0.95, 0.15), (0.95, 0.62), (0.08, 0.62)),
        ((0.34, 0.36), (0.08, 0.62), (0.34, 0.88)),
    ),
}


def glyph_path(glyph: Glyph, rect: QRectF) -> QPainterPath:
    """Return the outline of a sign fitted into `rect`; see `is_filled` for how it is drawn."""

    def point(at: tuple[float, float]) -> QPointF:
        return QPointF(rect.x() + at[0] * rect.width(), rect.y() + at[1] * rect.height())

    path = QPainterPath()
    if glyph in (Glyph.RING, Glyph.DOT):
        path.addEllipse(rect)
    elif glyph is Glyph.SQUARE:
        path.addRect(rect)
    elif glyph in _FILLED:
        path.addPolygon(QPolygonF([point(at) for at in _FILLED[glyph]]))
        path.closeSubpath()
    else:
        for stroke in _STROKED[glyph]:
            path.moveTo(point(stroke[0]))
            for at in stroke[1:]:
                path.lineTo(point(at))
    return path


def is_filled(glyph: Glyph) -> bool:
    """Return whether the sign is a filled shape; ring, square, marks and arrows are strokes."""
    return glyph in _FILLED or glyph is Glyph.DOT


def paint_glyph(painter: QPainter, glyph: Glyph, rect: QRectF, color: QColor, *, width: float = 1.4) -> None:
    """Paint a sign inside `rect` (strokes too stay inside); `width` is that of strokes in pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_filled(glyph):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPath(glyph_path(glyph, rect))
    else:
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawPath(glyph_path(glyph, rect.adjusted(half, half, -half, -half)))
    painter.restore()
