"""ui: widgets that are level with the text of the tables around them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme

BLEED = 8  # pixels at 100 % by which the rows of a table reach past their text


class _Inset(QWidget):
    def __init__(self, theme: Theme, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        for part in parts:
            self._column.addWidget(part)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def _dress(self) -> None:
        bleed = self._theme.space(BLEED)
        self._column.setContentsMargins(bleed, 0, bleed, 0)
        self._column.setSpacing(self._theme.space(2))


def inset(theme: Theme, *parts: QWidget) -> QWidget:
    """Return a widget that holds parts under each other, level with the text of the tables around them."""
    return _Inset(theme, parts)
