"""ui: rows of words at the left and a figure at the right, as side panes list what is missing or known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Theme
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_LONGEST_WORDS = 140  # pixels at 100 % that no figure takes from its words


class PairRows(QWidget):
    """Show pairs of words and figure; the same number of rows as before is changed in place."""

    def __init__(
        self, theme: Theme, role: str = "meta", *, hairlines: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take the type role of the rows, and whether a hairline ends each."""
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._hairlines = hairlines
        self._rows: list[tuple[Text, Text]] = []
        self._lines: list[Hairline] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other pairs."""
        while len(self._rows) < len(pairs):
            self._add()
        for index, (words, figure) in enumerate(self._rows):
            shown = index < len(pairs)
            if shown:
                words.setText(pairs[index][0])
                # a long figure is cut before the words that say what it is
                words.setMinimumWidth(min(words.sizeHint().width(), self._theme.space(_LONGEST_WORDS)))
                figure.setText(pairs[index][1])
            for part in (words, figure, *self._lines[index : index + 1]):
                part.setVisible(shown)

    def _add(self) -> None:
        words = Text(self._theme, "", self._role, parent=self)
        figure = Text(self._theme, "", self._role, color="muted", parent=self)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = 2 * len(self._rows)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(figure, row, 1)
        self._rows.append((words, figure))
        if self._hairlines:
            line = Hairline(self._theme, parent=self)
            self._grid.addWidget(line, row + 1, 0, 1, 2)
            self._lines.append(line)

    def _dress(self) -> None:
        self._grid.setVerticalSpacing(self._theme.space(5 if self._hairlines else 4))
        self._grid.setHorizontalSpacing(self._theme.space(8))
