"""ui: a column whose parts stand clear of its sides, but for those that bring their own room."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import Theme


class ClearSides(QVBoxLayout):
    """Stack parts; `add` keeps them clear of both sides, `add_wide` lets them reach the edges.

    A part that is hidden leaves no gap, which a widget round it would do.
    """

    def __init__(self, theme: Theme, pad: int, parent: QWidget | None = None) -> None:
        """Take how far parts stand from the sides, in pixels at 100 %."""
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self._theme = theme
        self._pad = pad
        self._rows: list[tuple[QHBoxLayout, int, int]] = []
        theme.theme_changed.connect(self._dress)

    def add(self, part: QWidget | QLayout, stretch: int = 0, *, above: int = 0, below: int = 0) -> None:
        """Put a part below the others, clear of the sides, and so many more pixels at 100 % of its neighbours.

        What it is more clear of its neighbours stays free while it is hidden.
        """
        row = QHBoxLayout()
        self._rows.append((row, above, below))
        if isinstance(part, QLayout):
            row.addLayout(part)
        else:
            row.addWidget(part)
        self.addLayout(row, stretch)
        self._dress()

    def add_wide(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part below the others that reaches both sides."""
        self.addWidget(part, stretch)

    def _dress(self) -> None:
        pad = self._theme.space(self._pad)
        for row, above, below in self._rows:
            row.setContentsMargins(pad, self._theme.space(above), pad, self._theme.space(below))
