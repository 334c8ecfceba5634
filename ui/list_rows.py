"""ui: the rows of a list pane as a model that is brought up to date in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.flag import Level
from ui.widgets.list_pane import ASIDE, LEVEL, SECOND_LINE
from ui.widgets.row_update import bring_rows

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """One record as the list shows it: its id, two lines, a muted word at the right, and perhaps a flag."""

    id: int
    first: str
    second: str = ""
    aside: str = ""
    level: Level | None = None


class ListRows(QAbstractTableModel):
    """Hold the rows of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[ListRow] = []

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; those that stay keep their place in the view."""
        bring_rows(self, self._rows, rows, lambda row: row.id, lambda old, new: None if old == new else (0, 0))

    def id_at(self, index: QModelIndex) -> int:
        """Return the record of a row, 0 for none."""
        return self._rows[index.row()].id if index.isValid() else 0

    def row_of(self, record_id: int) -> int:
        """Return the row of a record, -1 for none."""
        return next((number for number, row in enumerate(self._rows) if row.id == record_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (row.first, row.second, row.aside) if part)
        if role == SECOND_LINE:
            return row.second
        if role == ASIDE:
            return row.aside
        return row.level if role == LEVEL else None
