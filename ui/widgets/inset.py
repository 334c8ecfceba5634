"""ui: widgets that are level with the text of the tables around them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme

BLEED = 8  # pixels at 100 % by which the rows of a table reach past their text


def inset(theme: Theme, *parts: QWidget) -> QWidget:
    """Return a widget that holds parts under each other, level with the text of the tables around them."""
    box = QWidget()
    column = QVBoxLayout(box)

    def dress() -> None:
        bleed = theme.space(BLEED)
        column.setContentsMargins(bleed, 0, bleed, 0)
        column.setSpacing(theme.space(2))

    for part in parts:
        column.addWidget(part)
    dress()
    theme.theme_changed.connect(dress)
    return box
