"""ui: rows of a form - the name muted at the left, the field beside it, and under it what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.flag import Flag, Level
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_LABEL = 128


class FormRows(QWidget):
    """Hold named fields one under the other, in reading order."""

    def __init__(
        self,
        theme: Theme,
        say: Words,
        *,
        label_width: int = _LABEL,
        hairlines: bool = False,
        wide_problems: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the width of the names in pixels at 100 %, and whether a hairline ends each row.

        With `wide_problems` what is wrong with a field stands under its name too, for forms in narrow panes.
        """
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._label_width = label_width
        self._hairlines = hairlines
        self._problem_column = 0 if wide_problems else 1
        self._row = 0
        self._problems: dict[QWidget, Flag] = {}
        self._labels: dict[QWidget, Text] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def add_row(self, name: str, field: QWidget, *, hint: str = "") -> None:
        """Put a field at the end; its name becomes the field's for a screen reader if it has none."""
        label = Text(self._theme, name, "body", color="muted", wrap=True, parent=self)
        label.setBuddy(field)
        if not field.accessibleName() and not isinstance(field, QLabel):
            field.setAccessibleName(name)
        self._labels[field] = label
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, self._row, 0, top)
        self._grid.addWidget(field, self._row, 1, 1, 1 if hint else 2)
        if hint:
            self._grid.addWidget(Text(self._theme, hint, "meta", color="muted", parent=self), self._row, 2)
            field.setAccessibleDescription(hint)
        problem = Flag(self._theme, self._say, Level.CHECK, "", wrap=True, parent=self)
        problem.hide()
        self._problems[field] = problem
        self._grid.addWidget(problem, self._row + 1, self._problem_column, 1, 3 - self._problem_column)
        self._row += 2
        if self._hairlines:
            self._grid.addWidget(Hairline(self._theme, parent=self), self._row, 0, 1, 3)
            self._row += 1
        self._fit(field)
        # the names are level with the fields, which have to be dressed before
        self._theme.theme_changed.disconnect(self._dress)
        self._theme.theme_changed.connect(self._dress)

    def add_under(self, part: QWidget) -> None:
        """Put a part under the last field, in its column."""
        self._grid.addWidget(part, self._row, self._problem_column, 1, 3 - self._problem_column)
        self._row += 1

    def set_problem(self, field: QWidget, words: str, level: Level = Level.CHECK) -> None:
        """Say under a field what is wrong with what it holds, or nothing for an empty text."""
        problem = self._problems[field]
        problem.set_flag(level, words)
        problem.setVisible(bool(words))
        field.setAccessibleDescription(problem.text() if words else "")

    def problem(self, field: QWidget) -> str:
        """Return what is said to be wrong with a field."""
        return self._problems[field].reason

    @property
    def has_problem(self) -> bool:
        """Tell whether something is said to be wrong with any field."""
        return any(not each.isHidden() for each in self._problems.values())

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show or hide a row."""
        self._labels[field].setVisible(shown)
        field.setVisible(shown)
        if not shown:
            self._problems[field].hide()

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(6 if self._hairlines else 4))
        self._grid.setColumnMinimumWidth(0, space(self._label_width))
        for field in self._labels:
            self._fit(field)

    def _fit(self, field: QWidget) -> None:
        label = self._labels[field]
        label.setFixedWidth(self._theme.space(self._label_width))
        # the first line of the name stands level with the first line of the field
        first_line = min(field.sizeHint().height(), self._theme.size("control"))
        label.setContentsMargins(0, max(0, (first_line - self._theme.line_height("body") + 1) // 2), 0, 0)
