"""ui: the first rows of a table that may be long, and below them a row that brings more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.words import Words
from ui.widgets.data_table import DataTable
from ui.widgets.table_rows import TableRow, more_row

_MORE = "more"
_STEP = 50  # rows that are brought at once


class MoreRows(QObject):
    """Show the first rows of a table that is as high as its rows, so that its page stays short however many there are.

    `row_activated` tells of the table's own rows alone.
    """

    row_activated = Signal(object)

    def __init__(self, table: DataTable, say: Words, key: str, first: int) -> None:
        """Take the table, the column in which the words for more stand, and how many rows are shown at first."""
        super().__init__(table)
        self._table = table
        self._say = say
        self._key = key
        self._first = first
        self._shown = first
        self._records: Sequence[Any] = ()
        self._row: Callable[[Any], TableRow] = TableRow
        table.row_activated.connect(self._on_activated)

    def show_rows(self, records: Sequence[Any], row: Callable[[Any], TableRow], *, another: bool) -> None:
        """Show these records as `row` makes rows of them, those of `another` file from their beginning."""
        self._records, self._row = records, row
        if another:
            self._shown = self._first
        self._list()

    def go_to(self, row_id: int | str) -> bool:
        """Choose a row, more of them shown as far as it takes; return False where it is none of them."""
        at = next((at for at, record in enumerate(self._records) if self._row(record).id == row_id), -1)
        if at >= self._shown:
            self._shown = at + 1
            self._list()
        return self._table.go_to(row_id)

    def _list(self) -> None:
        # a row that says "1 more" would take as much room as the row itself
        left = len(self._records) - self._shown
        rows = [self._row(record) for record in (self._records if left <= 1 else self._records[: self._shown])]
        if left > 1:
            rows.append(more_row(_MORE, self._key, self._say.plural("{n} more", "{n} more", left)))
        self._table.set_rows(rows)

    def _on_activated(self, row_id: int | str) -> None:
        if row_id != _MORE:
            self.row_activated.emit(row_id)
            return
        at, self._shown = self._shown, self._shown + _STEP
        self._list()
        self._table.go_to(self._row(self._records[at]).id)
