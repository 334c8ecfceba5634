"""ui: the bundled line icons, drawn in colours of the palette and sharp on every screen."""

from __future__ import annotations

import re

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource_path
from ui.theme import Theme

STROKE = 1.6  # in the icons' own square of 24
_RATIOS = (1.0, 1.5, 2.0, 3.0)


def icon_pixmap(theme: Theme, name: str, *, role: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return an icon of `size` logical pixels (the user's factor comes on top) in the colour of a role.

    The pixmap has `ratio` device pixels to a logical one. Raises FileNotFoundError for an unknown name.
    """
    key = ("icon", name, role, size, ratio)
    found = theme.pixmaps.get(key)
    if found is None:
        found = _render(name, theme.color(role).name(), theme.space(size), ratio)
        theme.pixmaps[key] = found
    return found


def make_icon(theme: Theme, name: str, *, role: str = "text", size: int = 16) -> QIcon:
    """Return a QIcon for menus and Qt's own controls, also in its disabled state.

    It keeps its colours: ask again when the theme has changed.
    """
    icon = QIcon()
    for ratio in _RATIOS:
        icon.addPixmap(icon_pixmap(theme, name, role=role, size=size, ratio=ratio), QIcon.Mode.Normal)
        icon.addPixmap(icon_pixmap(theme, name, role="ctl", size=size, ratio=ratio), QIcon.Mode.Disabled)
    return icon


def paint_icon(painter: QPainter, theme: Theme, name: str, rect: QRectF, *, role: str = "text", size: int = 16) -> None:
    """Paint an icon of `size` pixels at 100 % in the middle of `rect`."""
    ratio = painter.device().devicePixelRatio()
    pixmap = icon_pixmap(theme, name, role=role, size=size, ratio=ratio)
    side = pixmap.width() / ratio
    # whole device pixels keep the lines sharp
    x = round((rect.x() + (rect.width() - side) / 2) * ratio) / ratio
    y = round((rect.y() + (rect.height() - side) / 2) * ratio) / ratio
    painter.drawPixmap(QRectF(x, y, side, side), pixmap, QRectF(pixmap.rect()))


def _render(name: str, color: str, side: int, ratio: float) -> QPixmap:
    source = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", color)
    source = re.sub(r'stroke-width="[^"]*"', f'stroke-width="{STROKE}"', source)
    pixels = max(1, round(side * ratio))
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
