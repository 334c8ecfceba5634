"""ui: a strip of figures side by side under a header - name, figure, what belongs to it - parted by hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.section import Surface
from ui.widgets.text import Text, text_width


@dataclass(frozen=True, slots=True)
class StripFigure:
    """One figure: its name above, the figure in large type, and a muted word behind it."""

    name: str
    figure: str
    detail: str = ""


class _Cell(QWidget):
    """One figure of the strip."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = Text(theme, "", "meta", color="muted", parent=self)
        self.figure = Text(theme, "", "page", parent=self)
        self.detail = Text(theme, "", "meta", color="muted", parent=self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.figure)
        self._row.addWidget(self.detail, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.name)
        self._column.addLayout(self._row)
        self.dress()

    def show_figure(self, figure: StripFigure) -> None:
        self.name.setText(figure.name)
        self.figure.setText(figure.figure)
        self.detail.setText(figure.detail)
        self._fit()
        self.setAccessibleName(f"{figure.name} {figure.figure} {figure.detail}".strip())

    def dress(self) -> None:
        space = self._theme.space
        self._row.setSpacing(space(8))
        self._column.setSpacing(0)
        self._column.setContentsMargins(space(20), space(8), space(12), space(10))
        self._fit()

    def _fit(self) -> None:
        """Keep the figure whole: the word behind it gives way."""
        wanted = text_width(self._theme, self.figure.text(), "page")
        self.figure.setMinimumWidth(min(wanted, self._theme.space(200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = self._theme.edge()
        if self.x() > 0:
            QPainter(self).fillRect(0, 0, edge, self.height(), self._theme.color("line"))


class FigureStrip(Surface):
    """Show up to five figures, each with the same room; the same number as before is changed in place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "base", line_below=True, parent=parent)
        self._theme = theme
        self._cells: list[_Cell] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 1)
        self._row.setSpacing(0)
        theme.theme_changed.connect(self._dress)

    def set_figures(self, figures: Sequence[StripFigure]) -> None:
        """Show these; without any the strip is hidden."""
        while len(self._cells) < len(figures):
            cell = _Cell(self._theme, self)
            self._cells.append(cell)
            self._row.addWidget(cell, 1)
        for at, cell in enumerate(self._cells):
            cell.setVisible(at < len(figures))
            if at < len(figures):
                cell.show_figure(figures[at])
        self.setVisible(bool(figures))

    def _dress(self) -> None:
        for cell in self._cells:
            cell.dress()
