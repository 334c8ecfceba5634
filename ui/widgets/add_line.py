"""ui: the line behind the last row of a table, in which a new row is written."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.field import LONGEST
from ui.widgets.focus_ring import draw_own_ring
from ui.widgets.signs import paint_mark


class AddLine(QLineEdit):
    """The line behind the last row in which a new one is written; what is written stays until it is entered."""

    entered = Signal(str)
    given_up = Signal()
    left_upward = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(self._on_edited)
        draw_own_ring(self)

    def dress(self, bleed: int, height: int) -> None:
        """Take sizes and colours from the theme again."""
        theme = self._theme
        self.setFont(theme.font("body"))
        self.setFixedHeight(height)
        pad = max(0, theme.space(bleed) - 2)  # QLineEdit keeps 2 px itself
        self.setTextMargins(pad, 0, pad, theme.edge())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = self.text().strip()
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if text and not self.isReadOnly():
                # before it is told, so that who cannot take it may put it back
                self.clear()
                self.entered.emit(text)
        elif plain and event.key() == Qt.Key.Key_Up:
            self.left_upward.emit()
        elif plain and event.key() == Qt.Key.Key_Escape and text:
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        if not text:
            self.given_up.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = self._theme.edge()
        line = QRect(0, self.height() - edge, self.width(), edge)
        painter.fillRect(line, self._theme.color("line"))
        if self.hasFocus():
            paint_mark(painter, self._theme, self.rect().adjusted(0, 0, 0, -edge))
