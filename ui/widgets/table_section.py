"""ui: a table under its title, both level with each other, that shows its first rows and more when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.inset import inset
from ui.widgets.more_rows import MoreRows
from ui.widgets.section import SectionTitle
from ui.widgets.table_rows import TableColumn, TableRow


class TableSection(QWidget):
    """Show records as rows, for a page that bleeds; the titles of the columns only where there are rows.

    `row_activated` tells of the records' own rows alone, not of the row that brings more.
    """

    row_activated = Signal(object)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        columns: Sequence[TableColumn],
        *,
        first: int,
        aside: str = "",
        empty: str = "",
        header: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Take the name, the columns, how many rows are shown at first, and what is said where there is none."""
        super().__init__(parent)
        self._theme = theme
        self._has_header = header
        self.title = SectionTitle(theme, name, aside=aside, line=False, bleed=True, parent=self)
        self.table = DataTable(theme, say, name, header=False, fits=True, parent=self)
        self.table.set_columns(columns)
        self.table.set_empty_text(empty)
        # the words for more stand where there is most room
        self._rows = MoreRows(self.table, say, max(columns, key=lambda column: column.stretch).key, first)
        self._rows.row_activated.connect(self.row_activated)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addWidget(self.table)

    def add_under(self, *parts: QWidget) -> None:
        """Put parts under the table, level with its text."""
        self._column.addWidget(inset(self._theme, *parts))

    def add_over(self, *parts: QWidget) -> None:
        """Put parts between the title and the table, level with its text."""
        self._column.insertWidget(1, inset(self._theme, *parts))

    def show_records(self, records: Sequence[Any], row: Callable[[Any], TableRow], *, another: bool = False) -> None:
        """Show these records as `row` makes rows of them, those of `another` file from their beginning."""
        self.table.set_header(self._has_header and bool(records))
        self._rows.show_rows(records, row, another=another)

    def go_to(self, row_id: int | str) -> bool:
        """Choose a row, more of them shown as far as it takes; return False where it is none of them."""
        return self._rows.go_to(row_id)
