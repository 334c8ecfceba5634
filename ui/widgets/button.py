"""ui: buttons - one primary a pane, the default with an edge, the borderless for lesser verbs, icon and word."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.glyphs import Glyph, paint_glyph
from ui.icons import paint_icon
from ui.style import paint_key_cap
from ui.theme import Theme
from ui.widgets.key_cap import cap_size, key_name
from ui.widgets.text import Run, paint_runs


class ButtonKind(StrEnum):
    """Name how much a button stands out."""

    DEFAULT = "default"
    PRIMARY = "primary"
    QUIET = "quiet"
    LINK = "link"  # borderless and in the colour of the mark, for the one verb of a bar


class Button(QPushButton):
    """Show a verb, with an icon before and a key cap after it where they are given.

    The words are shown as they are, an ampersand too. The key is only shown; the shortcut itself
    belongs to the window's action.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.DEFAULT,
        *,
        icon: str = "",
        glyph: Glyph | None = None,
        key: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the words, an icon's name or a glyph, and a shortcut in Qt's portable writing."""
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._label = ""
        self._icon = icon
        self._glyph = glyph
        self._key = key_name(key) if key else ""
        self._large = large
        self.setDefault(kind is ButtonKind.PRIMARY)
        self.setAutoDefault(False)
        self.setFlat(kind in (ButtonKind.QUIET, ButtonKind.LINK))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_label(text)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def label(self) -> str:
        """Return the words on the button."""
        return self._label

    def set_label(self, text: str) -> None:
        """Show other words."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_key(self, key: str) -> None:
        """Show another key, or none for an empty text."""
        self._key = key_name(key) if key else ""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = 2 * theme.space(12)
        parts = 0
        if self._icon or self._glyph:
            width += theme.size("icon")
            parts += 1
        if self._label:
            width += ceil(QFontMetricsF(self.font()).horizontalAdvance(self._label))
            parts += 1
        if self._key:
            width += cap_size(theme, self._key).width()
            parts += 1
        width += theme.space(8) * max(0, parts - 1)
        return QSize(width, theme.size("control_large" if self._large else "control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Qt's own way, the automatic default, would also paint the button that has the focus as the primary one
            # a key that is still held from what brought the button up is no answer
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonCommand, option, painter, self)
        theme = self._theme
        primary = self._kind is ButtonKind.PRIMARY and self.isEnabled()
        lively = "mark" if self._kind is ButtonKind.LINK else "text"
        role = "on_highlight" if primary else (lively if self.isEnabled() else "ctl")
        area = QRectF(self.rect())
        spare = (area.width() - self.sizeHint().width()) / 2
        area.adjust(theme.space(12) + spare, 0, -theme.space(12) - spare, 0)
        if self._icon or self._glyph:
            side = float(theme.size("icon"))
            at = QRectF(area.x(), area.y(), side, area.height())
            if self._glyph:
                inset = side / 5
                square = QRectF(area.x(), area.center().y() - side / 2, side, side)
                square.adjust(inset, inset, -inset, -inset)
                paint_glyph(painter, self._glyph, square, theme.color(role), width=theme.scale(1.4))
            else:
                paint_icon(painter, theme, self._icon, at, role=role)
            area.setLeft(at.right() + theme.space(8))
        end = paint_runs(painter, area, [Run(self._label, self.font(), theme.color(role))], 0)
        if self._key:
            cap = cap_size(theme, self._key)
            left = end + theme.space(8) if self._label else area.x()
            at = QRectF(left, (self.height() - cap.height()) / 2, cap.width(), cap.height())
            ink = theme.color("on_highlight" if primary else ("muted" if self.isEnabled() else "ctl"))
            edge = theme.color("on_highlight" if primary else "line2")
            paint_key_cap(painter, theme, at, self._key, ink=ink, edge=edge)

    def _dress(self) -> None:
        self.setFont(self._theme.font("body", bold=self._kind in (ButtonKind.PRIMARY, ButtonKind.LINK)))
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """Show an icon or a glyph alone; its name is told to a screen reader and in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        icon: str = "",
        glyph: Glyph | None = None,
        kind: ButtonKind = ButtonKind.QUIET,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take what the button does in words; a key is named in the tooltip."""
        super().__init__(theme, "", kind, icon=icon, glyph=glyph, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key_name(key)})" if key else name)

    def sizeHint(self) -> QSize:
        side = self._theme.size("control")
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonCommand, option, painter, self)
        role = "text" if self.isEnabled() else "ctl"
        area = QRectF(self.rect())
        if self._glyph:
            side = self._theme.space(10)
            at = QRectF(0, 0, side, side)
            at.moveCenter(area.center())
            paint_glyph(painter, self._glyph, at, self._theme.color(role), width=self._theme.scale(1.4))
        else:
            paint_icon(painter, self._theme, self._icon, area, role=role)
