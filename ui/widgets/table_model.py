"""ui: the data of a plain table as a table model for Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.words import Words
from ui.widgets.flag import flag_text
from ui.widgets.paged_rows import PagedRows
from ui.widgets.row_update import bring_rows
from ui.widgets.signs import plain_tip
from ui.widgets.table_rows import TableCell, TableColumn, TableRow

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


# Qt asks for it three times a cell.
_TO_CHOOSE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = TableCell()
_GONE = TableRow(0)


class TableModel(QAbstractTableModel):
    """Show columns and rows; new rows are taken over in place."""

    def __init__(self, say: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._columns: tuple[TableColumn, ...] = ()
        self._rows: list[TableRow] = []
        self._paged: PagedRows[TableRow] | None = None

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show these columns. Raises ValueError for a key twice."""
        wanted = tuple(columns)
        if len({column.key for column in wanted}) != len(wanted):
            raise ValueError("two columns have the same key")
        if wanted == self._columns:
            return
        if [column.key for column in wanted] == [column.key for column in self._columns]:
            self._columns = wanted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(wanted) - 1)
            return
        self.beginResetModel()
        self._columns = wanted
        self.endResetModel()

    def set_rows(self, rows: Sequence[TableRow]) -> bool:
        """Show these rows in place of the old ones; return whether any differs. Raises ValueError for an id twice."""
        if self._paged is not None:
            self.beginResetModel()
            self._paged = None
            self.endResetModel()
        elif self._rows == list(rows):
            return False
        bring_rows(self, self._rows, rows, _row_key, self._changed_columns)
        return True

    def set_paged(self, rows: PagedRows[TableRow]) -> bool:
        """Show rows that are read as they come into sight; return whether their order is another than before."""
        if self._paged is not None and self._paged.ids == rows.ids:
            self._paged = rows
            if rows.ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))
            return False
        self.beginResetModel()
        self._rows = []
        self._paged = rows
        self.endResetModel()
        return True

    def put(self, row: TableRow) -> None:
        """Show a row of those that are paged anew."""
        if self._paged is not None:
            self._paged.put(row)
            at = self._paged.find(row.id)
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Return the columns."""
        return self._columns

    @property
    def is_paged(self) -> bool:
        """Tell whether rows are read as they come into sight."""
        return self._paged is not None

    @property
    def rows(self) -> Sequence[TableRow]:
        """Return the rows as they are shown; of those that are paged, all are read."""
        return self._rows if self._paged is None else [self.row(at) for at in range(len(self._paged))]

    def row(self, at: int) -> TableRow:
        """Return the row at a place."""
        return self._rows[at] if self._paged is None else self._paged.row(at) or _GONE

    def cell(self, row: int, column: int) -> TableCell:
        """Return the cell at a place."""
        return self.row(row).cells.get(self._columns[column].key, _NOTHING)

    def row_id(self, row: int) -> int | str | None:
        """Return the id of a row, None for a number outside."""
        if not 0 <= row < self.rowCount():
            return None
        return self._rows[row].id if self._paged is None else self._paged.ids[row]

    def find(self, row_id: int | str) -> int:
        """Return the number of a row, -1 if it is not shown."""
        if self._paged is not None:
            return self._paged.find(row_id)
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), -1)

    def text(self, row: int, column: int) -> str:
        """Return a cell in words, its flag before its reason, as it is copied and read aloud."""
        cell = self.cell(row, column)
        return cell.text if cell.flag is None else flag_text(self._say, cell.flag, cell.text)

    def words(self, row: int, column: int) -> str:
        """Return a cell with its column's title; the first cell tells the whole row."""
        if column == 0:
            told = [self.text(row, 0), *(self.words(row, at) for at in range(1, len(self._columns)))]
            return ", ".join(part for part in told if part)
        text = self.text(row, column)
        return f"{self._columns[column].title} {text}".strip() if text else ""

    # Qt's questions

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if parent.isValid():
            return 0
        return len(self._rows) if self._paged is None else len(self._paged)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case _Role.DisplayRole:
                return self.text(row, column)
            case _Role.AccessibleTextRole:
                return self.words(row, column)
            case _Role.ToolTipRole:
                return plain_tip(self.cell(row, column).tip or self.row(row).tip) or None
            case _Role.TextAlignmentRole:
                return self._columns[column].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TO_CHOOSE

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case _Role.DisplayRole | _Role.AccessibleTextRole:
                return column.title
            case _Role.ToolTipRole:
                return plain_tip(column.tip) or None
            case _Role.TextAlignmentRole:
                return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def _changed_columns(self, old: TableRow, new: TableRow) -> tuple[int, int] | None:
        # a flag or a bold row shows in each of its cells, and rows are few
        return None if old == new else (0, max(0, len(self._columns) - 1))


def _row_key(row: TableRow) -> tuple[str, int | str]:
    # 1 and "1" are two ids
    return type(row.id).__name__, row.id
