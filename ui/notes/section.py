"""ui: the notes of one record - title, table, and the line that adds one: topic, then the sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.naming import basis_word, style_word, topic_word
from core.note import Note, Topic
from core.quick_note import QuickNote
from core.side import Basis
from core.words import Words
from ui.notes.editor import COLUMNS, NoteEditor
from ui.notes.kinds import ABOUT_US, begun_words
from ui.notes.presenter import STEP, NoteGroup, NotesPage, Opened
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow, bold_parts, more_row
from ui.widgets.field import Field
from ui.widgets.flag import Flag, Level
from ui.widgets.inset import BLEED
from ui.widgets.page import bring_into_view
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

ReadNotes = Callable[[str, Opened], NotesPage]

_FILTERED = 12  # notes above which a filter is worth its room
_FILTER_WIDTH = 160  # pixels at 100 %


def _nothing(_match: str, _opened: Opened) -> NotesPage:
    return NotesPage()


def _older(group: NoteGroup) -> str:
    return f"older {group.topic or ABOUT_US}"


def _columns(say: Words, *, sources: bool) -> list[TableColumn]:
    """Return the columns, that of the sources only where one is told: the room is the text's."""
    source = [TableColumn("source", say("Source"), width=80, muted=True)] if sources else []
    return [
        TableColumn("topic", say("Topic"), width=72, muted=True),
        TableColumn("text", say("Note"), stretch=1, wrap=True),
        TableColumn("basis", say("Basis"), width=70),
        *source,
        TableColumn("on", say("Date"), width=84, muted=True, align=Qt.AlignmentFlag.AlignRight),
    ]


class NoteLine(Field):
    """The line that adds a note; Enter adds it, Escape empties the line if it `clears`."""

    added = Signal(str)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None, *, clears: bool = True) -> None:
        """Start empty."""
        hint = say("Add a note, such as: {line}", line=say("like plans on one page"))
        super().__init__(theme, say("Add a note"), hint=hint, icon="sticky-note", clears=clears, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.added.emit(self.text())
            return
        super().keyPressEvent(event)


class NotesSection(QWidget):
    """Show, add, edit and delete the notes of a supplier or a person; the caller writes and refreshes.

    A long file shows the newest notes of each topic; a row below them brings older ones. `note_edited` carries the
    note and what was typed into each part of its row.
    """

    note_added = Signal(str)
    note_edited = Signal(int, dict)
    note_deleted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        read_line: Callable[[str], QuickNote],
        *,
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads the line that adds a note, and a word for the right end of the title."""
        super().__init__(parent)
        self._read_line = read_line
        self._theme = theme
        self._say = say
        self._read: ReadNotes = _nothing
        self._names: Mapping[int, str] = {}
        self._opened: dict[Topic | None, int] = {}
        self._page = NotesPage()
        self._notes: dict[int, Note] = {}
        self._editor: NoteEditor | None = None
        self._may_edit = True
        self.title = SectionTitle(theme, say("Notes"), aside=aside, line=False, bleed=True, parent=self)
        hint = say("Filter notes")
        self.filter = Field(theme, hint, hint=hint, icon="search", clears=True, parent=self)
        self.filter.setFixedWidth(theme.space(_FILTER_WIDTH))
        self.filter.hide()
        self.title.add_control(self.filter)
        self.table = DataTable(theme, say, say("Notes"), fits=True, parent=self)
        self.about_title = SectionTitle(theme, say("What they know about us"), line=False, bleed=True, parent=self)
        self.about_us = DataTable(theme, say, say("What they know about us"), header=False, fits=True, parent=self)
        self._set_columns(self.table, [])
        self._set_columns(self.about_us, [])
        self._gap = QWidget(self)
        self._edited_in = self.table
        self.line = NoteLine(theme, say, self)
        self._reading = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._problem = Flag(theme, say, Level.CHECK, wrap=True, parent=self)
        self._problem.hide()
        self.privacy = PrivacyLine(theme, say, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.line)
        self._foot.addWidget(self._reading)
        self._foot.addWidget(self._problem)
        self._foot.addWidget(self.privacy)
        column.addLayout(self._foot)
        column.addWidget(self._gap)
        column.addWidget(self.about_title)
        column.addWidget(self.about_us)
        self.table.set_empty_text(say("Nothing found. Esc in the filter shows all again."))
        self.filter.textChanged.connect(self._on_filter_changed)
        for table in (self.table, self.about_us):
            table.edit_wanted.connect(self._on_edit_wanted)
            table.row_activated.connect(self._on_activated)
            table.delete_wanted.connect(self._on_delete_wanted)
        self.table.view.end_passed.connect(self.line.setFocus)
        self.line.added.connect(self.note_added)
        self.line.textChanged.connect(self._on_typed)
        self._watch_line()
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def problem(self) -> str:
        """Return what is said to be wrong with the line."""
        return "" if self._problem.isHidden() else self._problem.reason

    @property
    def editor(self) -> NoteEditor | None:
        """Return the editor that lies over a row, None while no note is being edited."""
        return self._editor

    def show_notes(self, read: ReadNotes, *, another: bool, names: Mapping[int, str] | None = None) -> None:
        """Show the notes that `read` finds, of `another` record from their beginning.

        `names` are those of the people on whom notes stand among those on their company.
        """
        self._read = read
        self._names = names or {}
        if another:
            self._opened.clear()
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
        self._list()

    def go_to(self, note_id: int) -> bool:
        """Choose a note, older ones shown as far as it takes; return False where it is not among those listed."""
        for group in self._page.groups:
            if note_id in group.ids and note_id not in self._notes:
                self._opened[group.topic] = group.ids.index(note_id) + 1
                self._list()
        return any(table.go_to(note_id) for table in (self.table, self.about_us))

    def accept(self) -> None:
        """Empty the line for the next note; Ctrl+Z takes the note back now, not the text."""
        self.line.setText("")
        self._problem.hide()

    def refuse(self, words: str) -> None:
        """Say what is wrong with the line; it stays to be mended."""
        self._reading.hide()
        self._problem.set_flag(Level.CHECK, words)
        self._problem.show()
        bring_into_view(self._problem)

    def edit(self, note_id: int | str, column: str, typed: Mapping[str, str] | None = None) -> None:
        """Open a note's row for editing, with what was `typed` before where that could not be kept."""
        note = self._notes.get(note_id) if isinstance(note_id, int) else None
        if note is None or not self._may_edit:
            return
        self.commit()
        table = self.about_us if note.is_about_us else self.table
        editor = NoteEditor(self._theme, self._say, note, table)
        if typed is not None:
            editor.show_typed(typed)
        editor.committed.connect(lambda found: self.note_edited.emit(note.id, found))
        editor.done.connect(self._on_editor_done)
        self._editor, self._edited_in = editor, table
        self.privacy.watch(editor.text)
        editor.open_at(column if column in COLUMNS else "text")

    def commit(self) -> None:
        """Keep what is being edited."""
        if self._editor is not None:
            self._editor.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._may_edit = allowed
        for table in (self.table, self.about_us):
            table.set_editable(allowed)
        self.line.setVisible(allowed)
        self._tell_reading()

    def _list(self) -> None:
        say, text = self._say, self.filter.text()
        page = self._page = self._read(text, self._opened)
        self._notes = {note.id: note for group in page.groups for note in group.shown}
        for table, is_about_us in ((self.table, False), (self.about_us, True)):
            self._set_columns(table, [note for note in self._notes.values() if note.is_about_us is is_about_us])
        self.table.set_rows([row for group in page.groups if group.topic is not None for row in self._rows(group)])
        about_us = next((group for group in page.groups if group.topic is None), None)
        self.about_us.set_rows([] if about_us is None else self._rows(about_us))
        self.about_title.set_detail("" if about_us is None else say.number(len(about_us.ids)))
        for part in (self._gap, self.about_title, self.about_us):
            part.setVisible(about_us is not None)
        every = say.number(page.every) if page.every else ""
        self.title.set_detail(say("{found} of {all}", found=page.found, all=page.every) if text.strip() else every)
        self.table.setVisible(self.table.model.rowCount() > 0 or (bool(text.strip()) and not page.found))
        self.filter.setVisible(page.every > _FILTERED or bool(text.strip()))
        self._tell_reading()

    def _set_columns(self, table: DataTable, notes: Sequence[Note]) -> None:
        """Give a table the columns that its notes need."""
        columns = _columns(self._say, sources=any(note.source for note in notes))
        table.set_columns(columns[1:] if table is self.about_us else columns)

    def _rows(self, group: NoteGroup) -> list[TableRow]:
        rows = [self._row(note) for note in group.shown]
        if group.older:
            rows.append(more_row(_older(group), "text", self._say.plural("{n} older", "{n} older", group.older)))
        return rows

    def _row(self, note: Note) -> TableRow:
        say = self._say
        style = "" if note.style is None else style_word(say, note.style)
        who = ", ".join(part for part in (self._names.get(note.counterpart_id or 0, ""), style) if part)
        text = say("{who}: {text}", who=who, text=note.text) if who else note.text
        return TableRow(
            note.id,
            {
                "topic": TableCell(topic_word(say, note.topic)),
                "text": TableCell(text, spans=bold_parts(text, who)),
                "basis": TableCell(basis_word(say, note.basis), chip=True, dashed=note.basis is Basis.GUESS),
                "source": TableCell(note.source),
                "on": TableCell(say.day(note.on)),
            },
        )

    def _on_filter_changed(self) -> None:
        self.commit()
        self._opened.clear()
        self._list()

    def _on_edit_wanted(self, row: int | str, column: str) -> None:
        # by keys a row is chosen as a whole, with its first column: what is mended most is the text
        self.edit(row, "text" if column == "topic" else column)

    def _on_activated(self, row: int | str) -> None:
        if isinstance(row, int):
            self.edit(row, "text")
            return
        group = next(each for each in self._page.groups if _older(each) == row)
        self._opened[group.topic] = self._opened.get(group.topic, 0) + STEP
        self._list()
        self.go_to(group.ids[len(group.shown)])

    def _on_delete_wanted(self, row: int | str) -> None:
        if isinstance(row, int):
            self.note_deleted.emit(row)

    def _on_editor_done(self, had_focus: bool) -> None:
        self._editor = None
        self._watch_line()
        if had_focus:
            self._edited_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _watch_line(self) -> None:
        self.privacy.watch(self.line, lambda text: self._read_line(text).sentence_at)

    def _on_typed(self, _text: str) -> None:
        self._problem.hide()
        self._tell_reading()

    def _tell_reading(self) -> None:
        """Say how the line is read so far, and in a file without notes how one is written."""
        text = self.line.text()
        is_told = bool(text.strip()) or not self._page.every
        self._reading.setText(begun_words(self._say, self._read_line(text)) if is_told else "")
        self._reading.setVisible(is_told and self._may_edit and self._problem.isHidden())

    def _dress(self) -> None:
        space = self._theme.space
        self._foot.setContentsMargins(space(BLEED), space(8), space(BLEED), 0)
        self._foot.setSpacing(space(4))
        self._gap.setFixedHeight(space(16))
