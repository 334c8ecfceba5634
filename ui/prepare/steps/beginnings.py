"""ui: the templates that an empty grid of issues can begin with, each with what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.templates import Template
from core.words import Words
from ui.theme import Theme
from ui.widgets.clear_sides import ClearSides
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.inset import BLEED
from ui.widgets.section import SectionTitle


class Beginnings(QWidget):
    """List templates; the one chosen fills the grid."""

    chosen = Signal(object)  # Template

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._templates: tuple[Template, ...] = ()
        title = SectionTitle(theme, say("Begin with a template"), line=False, parent=self)
        title.set_aside(say("Enter or a double click takes one; all of it can be changed"))
        self.table = DataTable(theme, say, say("Templates"), header=False, fits=True, parent=self)
        self.table.set_columns(
            [
                TableColumn("name", say("Template")),
                TableColumn("issues", say("Issues"), stretch=1, muted=True, wrap=True),
            ]
        )
        self.table.row_activated.connect(lambda at: self.chosen.emit(self._templates[at - 1]))
        column = ClearSides(theme, BLEED, self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.add(title)
        column.add_wide(self.table)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show these, or nothing where there are none."""
        if tuple(templates) != self._templates:
            self._templates = tuple(templates)
            self.table.set_rows([_row(at, each) for at, each in enumerate(templates, start=1)])
        self.setVisible(bool(templates))


def _row(at: int, template: Template) -> TableRow:
    names = ", ".join(issue.name for issue in template.issues)
    return TableRow(at, {"name": TableCell(template.name), "issues": TableCell(names)})
