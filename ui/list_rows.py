"""ui: the rows of a list pane as a model that reads them page by page as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.flag import Level
from ui.widgets.list_pane import ASIDE, LEVEL, SECOND_LINE
from ui.widgets.paged_rows import PagedRows

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """One record as the list shows it: its id, two lines, a muted word at the right, and perhaps a flag."""

    id: int
    first: str
    second: str = ""
    aside: str = ""
    level: Level | None = None


_GONE = ListRow(0, "")


class ListRows(QAbstractTableModel):
    """Show the rows of one list, in the order of their first lines."""

    def __init__(
        self,
        read: Callable[[Sequence[int]], Sequence[ListRow]],
        beginning: Callable[[str], Sequence[int]],
        parent: QObject | None = None,
    ) -> None:
        """Start empty; take what reads the rows of some ids, and what finds the ids of first lines that begin so."""
        super().__init__(parent)
        self._read = read
        self._beginning = beginning
        self._rows: PagedRows[ListRow] = PagedRows((), read)
        self._count = 0  # asked for twice a row when a list is laid out

    def set_ids(self, ids: Sequence[int]) -> bool:
        """List these records, in this order, each read anew; return whether the order is another than before.

        Where it is, no row is chosen any more: whoever shows the list knows best which one is to be.
        """
        rows = PagedRows(ids, self._read)
        if rows.ids == self._rows.ids:
            self._rows = rows
            if self._count:
                self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))
            return False
        self.beginResetModel()
        self._rows, self._count = rows, len(rows)
        self.endResetModel()
        return True

    def id_at(self, index: QModelIndex) -> int:
        """Return the record of a row, 0 for none."""
        return self._rows.ids[index.row()] if index.isValid() else 0

    def row_of(self, record_id: int) -> int:
        """Return the row of a record, -1 for none."""
        return self._rows.find(record_id)

    # Qt's questions

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        row = self._rows.row(index.row()) or _GONE
        match role:
            case _Role.DisplayRole:
                return row.first
            case _Role.AccessibleTextRole:
                return ", ".join(part for part in (row.first, row.second, row.aside) if part)
        if role == SECOND_LINE:
            return row.second
        if role == ASIDE:
            return row.aside
        return row.level if role == LEVEL else None

    def match(
        self,
        start: _Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap,
    ) -> list[QModelIndex]:
        # what is typed into the list: Qt would read every row to find the first line that begins so
        if role != _Role.DisplayRole or not flags & Qt.MatchFlag.MatchStartsWith or not isinstance(value, str):
            return super().match(start, role, value, hits, flags)
        rows = sorted(row for row in map(self.row_of, self._beginning(value)) if row >= 0)
        rows.sort(key=lambda row: row < start.row())
        return [self.index(row, 0) for row in rows[: max(hits, 1)]]
