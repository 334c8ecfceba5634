"""ui: the data of a sheet - columns, rows and cells as a presenter hands them in - as a table model for Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Flag, auto
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.words import Words
from ui.widgets.flag import Level, level_word
from ui.widgets.row_update import bring_rows
from ui.widgets.signs import plain_tip
from ui.widgets.tsv import plain_number

AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_LEFT = Qt.AlignmentFlag.AlignLeft


class CellState(Flag):
    """Say what there is to know of a cell besides its text; states add up."""

    PLAIN = 0
    PREFILLED = auto()
    CHECK = auto()
    ACT = auto()
    READ_ONLY = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold what a cell shows, how it stands, and why (the tool tip, and read after the cell by a screen reader).

    `edit` is the text that editing starts from, where it differs from the one shown. `detail` stands muted at the
    other end of the cell, as far as there is room.
    """

    text: str = ""
    state: CellState = CellState.PLAIN
    reason: str = ""
    edit: str | None = None
    detail: str = ""

    @property
    def level(self) -> Level | None:
        """Return the flag of the cell; what calls to act comes before what is to be checked."""
        if self.state & CellState.ACT:
            return Level.ACT
        return Level.CHECK if self.state & CellState.CHECK else None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """Describe a column; `width` is its least in pixels at 100 %, `stretch` its part of the room that is left.

    Columns of one `group` that stand side by side share its header. `choices` are offered while a cell is edited. A
    `total` column is drawn like the total row, and `muted` makes its text stand back. `wrap` lets rows grow with long
    text; where the columns do not fit, texts stand in more lines in a column `folded` pixels wide. A `mark` column
    holds a check mark, which Space or a click sets and takes away: any text is one.
    """

    key: str
    title: str
    group: str = ""
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight
    width: int = 60
    editable: bool = True
    choices: tuple[str, ...] = ()
    total: bool = False
    muted: bool = False
    stretch: int = 0
    tip: str = ""
    wrap: bool = False
    mark: bool = False
    folded: int = 0


@dataclass(frozen=True, slots=True)
class NewRow:
    """Name a row that is not there yet; equal numbers in one `cells_edited` are one row."""

    number: int


RowId: TypeAlias = int | str | NewRow
Edit: TypeAlias = tuple[RowId, str, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Hold a row by column key; a `total` row stands last, is read-only and drawn as head.

    In a list of thousands `cells` may be a mapping that makes its cells when they are asked for. It is compared with
    the one before, so that only what differs is painted anew.
    """

    id: int | str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    total: bool = False


@dataclass(frozen=True, slots=True)
class _AddRow:
    """Stand for the row in which typing starts a new one; `cells` holds what of one could not be kept elsewhere."""

    label: str
    cells: Mapping[str, Cell] = field(default_factory=dict)


_Entry: TypeAlias = SheetRow | _AddRow
_NOTHING = Cell()
_LOCKED = Cell(state=CellState.READ_ONLY)


class SheetModel(QAbstractTableModel):
    """Show columns and rows; what is typed goes out as `edited` and comes back as new rows."""

    edited = Signal(list)  # list[Edit]

    def __init__(self, say: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._columns: tuple[SheetColumn, ...] = ()
        self._entries: list[_Entry] = []
        self._rows: tuple[SheetRow, ...] = ()
        self._body_rows = 0
        self._add_label = ""
        self._add_cells: Mapping[str, Cell] = {}
        self._editable = True

    # fed by the presenter

    def set_columns(self, columns: Sequence[SheetColumn]) -> None:
        """Show these columns; the same keys in the same order keep every place. Raises ValueError for a key twice."""
        wanted = tuple(columns)
        if len({column.key for column in wanted}) != len(wanted):
            raise ValueError("two columns have the same key")
        if wanted == self._columns:
            return
        if [column.key for column in wanted] == [column.key for column in self._columns]:
            self._columns = wanted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(wanted) - 1)
            if self._entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, len(wanted) - 1))
            return
        self.beginResetModel()
        self._columns = wanted
        self.endResetModel()

    def set_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show these rows in place of the old ones, total rows last. Raises ValueError for an id twice."""
        self._rows = tuple(rows)
        self._body_rows = sum(1 for row in self._rows if not row.total)
        self._bring()

    def show_anew(self, rows: Sequence[SheetRow]) -> None:
        """Show other rows than before: nothing of the old ones is looked for, which thousands would take too long for.

        Raises ValueError for an id twice.
        """
        self.beginResetModel()
        self._entries = []
        self.endResetModel()
        self.set_rows(rows)

    def set_add_label(self, label: str) -> None:
        """Offer a row that starts a new one, or none with an empty label."""
        if label != self._add_label:
            self._add_label = label
            self._bring()

    def set_add_cells(self, cells: Mapping[str, Cell]) -> None:
        """Show in the row that starts a new one what was typed there and made none, by column key."""
        if cells != self._add_cells:
            self._add_cells = cells
            self._bring()

    def set_editable(self, editable: bool) -> None:
        """Let cells be edited or not; without, there is no row to add either."""
        if editable != self._editable:
            self._editable = editable
            self._bring()

    @property
    def is_editable(self) -> bool:
        """Return whether anything can be edited at all."""
        return self._editable

    # asked by view and delegate

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """Return the columns."""
        return self._columns

    @property
    def body_rows(self) -> int:
        """Return the number of rows that are neither the one to add nor totals; they stand first."""
        return self._body_rows

    def row_id(self, row: int) -> int | str | None:
        """Return the id of a row, None for the one to add and for a number outside."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry.id if isinstance(entry, SheetRow) else None

    def is_add_row(self, row: int) -> bool:
        """Return whether typing in this row starts a new one."""
        return 0 <= row < len(self._entries) and isinstance(self._entries[row], _AddRow)

    def is_total_row(self, row: int) -> bool:
        """Return whether this row is a total."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return isinstance(entry, SheetRow) and entry.total

    def has_add_row(self) -> bool:
        """Return whether new rows can be typed or pasted."""
        return bool(self._add_label) and self._editable

    def find(self, row_id: int | str, key: str) -> QModelIndex:
        """Return the place of a cell, an invalid one if it is not shown."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, SheetRow) and entry.id == row_id:
                for column, known in enumerate(self._columns):
                    if known.key == key:
                        return self.index(row, column)
        return QModelIndex()

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at a place."""
        entry, known = self._entries[row], self._columns[column]
        if isinstance(entry, SheetRow):
            return entry.cells.get(known.key, _NOTHING)
        if known.key in entry.cells:
            return entry.cells[known.key]
        if column == self._label_column():
            return Cell(entry.label)
        return _NOTHING if known.editable else _LOCKED

    def is_label(self, row: int, column: int) -> bool:
        """Return whether the cell shows the words of the row to add and holds nothing itself."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        is_free = isinstance(entry, _AddRow) and self._columns[column].key not in entry.cells
        return is_free and column == self._label_column()

    def is_editable_at(self, row: int, column: int) -> bool:
        """Return whether a cell can be typed into."""
        column_locked = not self._columns[column].editable or self._columns[column].total
        if not self._editable or column_locked or self.is_total_row(row):
            return False
        return not self.cell(row, column).state & CellState.READ_ONLY

    def text_to_edit(self, row: int, column: int) -> str:
        """Return the text that editing starts from."""
        if self.is_label(row, column):
            return ""
        cell = self.cell(row, column)
        return cell.text if cell.edit is None else cell.edit

    def text_to_copy(self, row: int, column: int) -> str:
        """Return the text that is copied: a number as spreadsheets of the region read it."""
        return plain_number(self.text_to_edit(row, column), self._say.group_mark, self._say.decimal_mark)

    def toggled(self, row: int, column: int) -> Edit | None:
        """Return the edit that sets or takes away a check mark, None where there can be none."""
        if not self._columns[column].mark or not self.is_editable_at(row, column) or row >= self.body_rows:
            return None
        return self.change(row, column, "" if self.cell(row, column).text else self._say("yes"))

    def change(self, row: int, column: int, text: str, new_row: int = 0) -> Edit | None:
        """Return the edit that puts `text` into a cell, None if that changes nothing.

        A prefilled cell that is given its own text counts as changed: it has been confirmed. A row behind the last is
        a new one.
        """
        known = self._columns[column]
        if row >= self.body_rows:
            is_kept = self.is_add_row(row) and known.key in self._add_cells
            return (NewRow(new_row), known.key, text) if text or is_kept else None
        cell = self.cell(row, column)
        if text == self.text_to_edit(row, column) and not cell.state & CellState.PREFILLED:
            return None
        row_id = self.row_id(row)
        return None if row_id is None else (row_id, known.key, text)

    def words(self, row: int, column: int) -> str:
        """Return a cell in words: row, column, text and states."""
        cell, known = self.cell(row, column), self._columns[column]
        parts = [self._row_name(row), f"{known.group} {known.title}".strip()]
        if not self.is_label(row, column):
            parts.append(cell.text or self._say("empty"))
            parts.append(cell.detail)
        parts += self._state_words(row, column)
        return ", ".join(part for part in parts if part)

    # Qt's questions

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case _Role.DisplayRole:
                return self.cell(row, column).text
            case _Role.EditRole:
                return self.text_to_edit(row, column)
            case _Role.ToolTipRole:
                return plain_tip(self.cell(row, column).reason) or None
            case _Role.TextAlignmentRole:
                return self._columns[column].align | Qt.AlignmentFlag.AlignVCenter
            case _Role.AccessibleTextRole:
                return self.words(row, column)
            case _Role.AccessibleDescriptionRole:
                return self.cell(row, column).reason
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole or not index.isValid():
            return False
        edit = self.change(index.row(), index.column(), str(value).strip())
        if edit is None:
            return False
        self.edited.emit([edit])
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable_at(index.row(), index.column()) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_name(section) if role == _Role.DisplayRole and section < len(self._entries) else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case _Role.DisplayRole:
                return column.title
            case _Role.AccessibleTextRole:
                return f"{column.group} {column.title}".strip()
            case _Role.TextAlignmentRole:
                return column.align | Qt.AlignmentFlag.AlignVCenter
            case _Role.ToolTipRole:
                return plain_tip(column.tip) or None
        return None

    # inside

    def _bring(self) -> None:
        entries: list[_Entry] = [row for row in self._rows if not row.total]
        if self.has_add_row():
            entries.append(_AddRow(self._add_label, self._add_cells))
        entries += [row for row in self._rows if row.total]
        bring_rows(self, self._entries, entries, _entry_key, self._changed_columns)

    def _changed_columns(self, old: _Entry, new: _Entry) -> tuple[int, int] | None:
        if old is new or old == new:
            return None
        if not (isinstance(old, SheetRow) and isinstance(new, SheetRow)) or old.total != new.total:
            return 0, len(self._columns) - 1
        keys = [column.key for column in self._columns]
        found = [at for at, key in enumerate(keys) if old.cells.get(key, _NOTHING) != new.cells.get(key, _NOTHING)]
        return (found[0], found[-1]) if found else None

    def _label_column(self) -> int:
        return next((at for at, column in enumerate(self._columns) if column.editable), 0)

    def _row_name(self, row: int) -> str:
        entry = self._entries[row]
        if isinstance(entry, _AddRow):
            return entry.label
        named = (entry.cells[column.key].text for column in self._columns if column.key in entry.cells)
        return next(named, "") or self._say("Row {n}", n=row + 1)

    def _state_words(self, row: int, column: int) -> list[str]:
        cell, words = self.cell(row, column), []
        if cell.level is not None:
            words.append(level_word(self._say, cell.level))
        if cell.state & CellState.UNREADABLE:
            words.append(self._say("not readable, kept as typed"))
        if cell.state & CellState.PREFILLED:
            words.append(self._say("prefilled"))
        if not self.is_editable_at(row, column):
            words.append(self._say("read-only"))
        return words


def _entry_key(entry: _Entry) -> tuple[str, int | str]:
    # 1 and "1" are two ids
    return (type(entry.id).__name__, entry.id) if isinstance(entry, SheetRow) else ("add", "")
