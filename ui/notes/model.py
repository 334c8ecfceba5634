"""ui: notes as the rows of a table, brought up to date in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.note import Note
from core.words import Words
from ui.naming import basis_word, topic_word
from ui.widgets.row_update import bring_rows

_Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("topic", "text", "basis", "source", "on")
BASIS = Qt.ItemDataRole.UserRole + 1


class NotesModel(QAbstractTableModel):
    """Hold the notes of one record. An edited cell is told by `edited`; it changes when the logbook has it."""

    edited = Signal(int, str, str)  # note, field, what was typed

    def __init__(self, say: Words, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._say = say
        self._notes: list[Note] = []
        self._may_edit = True
        self._titles = (say("Topic"), say("Note"), say("Basis"), say("Source"), say("Date"))

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes."""
        last = len(COLUMNS) - 1
        bring_rows(self, self._notes, notes, lambda note: note.id, lambda old, new: None if old == new else (0, last))

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        self._may_edit = allowed

    def note_at(self, row: int) -> Note:
        """Return the note of a row."""
        return self._notes[row]

    def row_of(self, note_id: int) -> int:
        """Return the row of a note, -1 for none."""
        return next((row for row, note in enumerate(self._notes) if note.id == note_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._notes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._may_edit else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        note = self._notes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(note, COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[index.column()]}: {self._text(note, COLUMNS[index.column()])}"
        return note.basis if role == BASIS else None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        note, column = self._notes[index.row()], COLUMNS[index.column()]
        if str(value) != self._text(note, column):
            self.edited.emit(note.id, column, str(value))
        return True

    def _text(self, note: Note, column: str) -> str:
        match column:
            case "topic":
                return topic_word(self._say, note.topic)
            case "basis":
                return basis_word(self._say, note.basis)
            case "source":
                return note.source
            case "on":
                return self._say.day(note.on)
        return note.text
