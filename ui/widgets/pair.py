"""ui: two parts side by side where there is room, else one under the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme

_GAP = 32
_LEAST = 300  # pixels at 100 % that each part needs beside the other


class Pair(QWidget):
    """Hold two parts of equal width."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        """Take the part at the left, which comes first, and the other."""
        super().__init__(parent)
        self._theme = theme
        self._parts = (first, second)
        self._is_beside = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange()
        theme.theme_changed.connect(self._arrange)

    @property
    def is_beside(self) -> bool:
        """Tell whether the parts stand side by side."""
        return self._is_beside

    def minimumSizeHint(self) -> QSize:
        # beside each other is a wish: one under the other is enough
        least = super().minimumSizeHint()
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(min(width, self._theme.space(_LEAST)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._theme.space(2 * _LEAST + _GAP)
        if beside != self._is_beside:
            self._is_beside = beside
            self._arrange()

    def _arrange(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for part in self._parts:
            self._grid.removeWidget(part)
        first, second = self._parts
        self._grid.addWidget(first, 0, 0, top)
        if self._is_beside:
            self._grid.addWidget(second, 0, 1, top)
        else:
            self._grid.addWidget(second, 1, 0, top)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._is_beside else 0)
        self._grid.setHorizontalSpacing(self._theme.space(_GAP))
        self._grid.setVerticalSpacing(self._theme.space(16))
