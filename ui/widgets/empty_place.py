"""ui: an empty place - what it is for, one primary button, and other ways to begin as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_WIDTH = 640


class Picture(QLabel):
    """Show an icon for the eye only; a screen reader passes over it."""

    def __init__(self, theme: Theme, icon: str, size: int = 16, parent: QWidget | None = None) -> None:
        """Take the icon's name and its size in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        theme.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._theme.space(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._theme, self._icon, QRectF(self.rect()), role="muted", size=self._size)


@dataclass(frozen=True, slots=True)
class Way:
    """Name another way to begin, with the button that goes it or the key to press."""

    icon: str
    title: str
    sentence: str
    action: Button | str


class EmptyPlace(QWidget):
    """Say what belongs here and offer the next step."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        primary: Button | None = None,
        ways: Sequence[Way] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the words, the one primary button and the other ways."""
        super().__init__(parent)
        self._theme = theme
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(Picture(theme, icon, 36, self), 0, centre)
        head = Text(theme, title, "page", parent=self)
        words = Text(theme, sentence, "body", color="muted", wrap=True, parent=self)
        for each in (head, words):
            each.setAlignment(centre)
        self._column.addWidget(head, 0, centre)
        self._column.addWidget(words)
        if primary is not None:
            primary.setParent(self._inner)
            self._column.addWidget(primary, 0, centre)
        if ways:
            self._column.addSpacing(theme.space(24))
            self._column.addWidget(Hairline(theme, "line2", self))
        for way in ways:
            self._column.addLayout(self._way_row(way))
            self._column.addWidget(Hairline(theme, "line2", self))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        outer.addWidget(self._inner, 0, centre)
        outer.addStretch(3)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def _way_row(self, way: Way) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(16))
        row.addWidget(Picture(self._theme, way.icon, 20, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._theme, way.title, "body", parent=self))
        words.addWidget(Text(self._theme, way.sentence, "meta", color="muted", parent=self))
        row.addLayout(words, 1)
        if isinstance(way.action, Button):
            way.action.setParent(self._inner)
            row.addWidget(way.action)
        else:
            row.addWidget(KeyHint(self._theme, way.action, parent=self))
        return row

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.space(10))
        self._inner.setFixedWidth(self._theme.space(_WIDTH))
