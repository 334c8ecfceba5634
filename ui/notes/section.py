"""ui: the notes of one record - title, table, and the line that adds one: topic, then the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.note import Note
from core.words import Words
from ui.naming import basis_word, topic_word
from ui.notes.model import COLUMNS, NotesModel
from ui.notes.reader import read_note
from ui.notes.table import NotesTable
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.flag import Flag, Level
from ui.widgets.section import Hairline, SectionTitle
from ui.widgets.text import Text


class NoteLine(Field):
    """The line that adds a note; Enter adds it, Escape empties the line."""

    added = Signal(str)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        hint = say("Add a note: topic, then the sentence")
        super().__init__(theme, say("Add a note"), hint=hint, icon="sticky-note", clears=True, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.added.emit(self.text())
            return
        super().keyPressEvent(event)


class NotesSection(QWidget):
    """Show, add, edit and delete the notes of a supplier or a person; the caller writes and refreshes."""

    note_added = Signal(str)
    note_edited = Signal(int, str, str)
    note_deleted = Signal(int)

    def __init__(self, theme: Theme, say: Words, *, aside: str = "", parent: QWidget | None = None) -> None:
        """Take a word for the right end of the title."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.title = SectionTitle(theme, say("Notes"), aside=aside, line=False, parent=self)
        self.model = NotesModel(say, self)
        self.table = NotesTable(theme, say, self.model, self)
        self.line = NoteLine(theme, say, self)
        self._reading = Text(theme, "", "meta", color="muted", parent=self)
        self._problem = Flag(theme, say, Level.CHECK, parent=self)
        self._problem.hide()
        self._head = QHBoxLayout()
        self._heads = [Text(theme, title, "meta", color="muted", parent=self) for title in self._titles()]
        for head in self._heads:
            self._head.addWidget(head)
        self._heads[-1].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rule = Hairline(theme, "line2", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addLayout(self._head)
        column.addWidget(self._rule)
        column.addWidget(self.table)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.line)
        self._foot.addWidget(self._reading)
        self._foot.addWidget(self._problem)
        column.addLayout(self._foot)
        self.model.edited.connect(self.note_edited)
        self.table.delete_wanted.connect(self.note_deleted)
        self.line.added.connect(self.note_added)
        self.line.textChanged.connect(self._on_typed)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show these notes, in this order."""
        self.model.set_notes(notes)
        self.title.set_detail(self._say.number(len(notes)) if notes else "")
        for part in (*self._heads, self._rule, self.table):
            part.setVisible(bool(notes))
        self._dress()

    def accept(self) -> None:
        """Empty the line for the next note."""
        self.line.clear()
        self._problem.hide()

    def refuse(self, words: str) -> None:
        """Say what is wrong with the line; it stays to be mended."""
        self._reading.hide()
        self._problem.set_flag(Level.CHECK, words)
        self._problem.show()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self.model.set_editing(allowed=allowed)
        self.line.setVisible(allowed)
        self._reading.setVisible(allowed)

    def _titles(self) -> list[str]:
        return [str(self.model.headerData(column, Qt.Orientation.Horizontal)) for column in range(len(COLUMNS))]

    def _on_typed(self, text: str) -> None:
        """Say how the line is read so far."""
        self._problem.hide()
        read = read_note(self._say, text)
        words = ""
        if text.strip() and read.topic is not None:
            words = f"{topic_word(self._say, read.topic)}, {basis_word(self._say, read.basis)}"
            words = f"{words}: {read.sentence}" if read.sentence else words
        self._reading.setText(words)
        self._reading.setVisible(not self.line.isHidden())

    def _dress(self) -> None:
        space = self._theme.space
        self._head.setContentsMargins(space(8), space(2), space(8), space(4))
        self._head.setSpacing(0)
        self._foot.setContentsMargins(0, space(8), 0, 0)
        self._foot.setSpacing(space(4))
        widths = self.table.widths()
        for column, (head, width) in enumerate(zip(self._heads, widths, strict=True)):
            if width:
                self.table.setColumnWidth(column, width)
                head.setFixedWidth(max(1, width - (space(8) if column in (0, len(widths) - 1) else 0)))
            self._head.setStretch(column, 0 if width else 1)
