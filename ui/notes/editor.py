"""ui: edits one note in its row of the table, which makes room - Enter keeps, Escape leaves the note as it was."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from core.naming import basis_word
from core.note import Note
from core.side import Basis
from core.words import Words
from ui.autosave import SavedChoice
from ui.notes.kinds import kind_choices, kind_of
from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.field import Field, GrowingEditor
from ui.widgets.section import Surface

_TOPIC, _BASIS, _DAY = 160, 112, 112  # widths in pixels at 100 %
COLUMNS = ("topic", "text", "basis", "source", "on")


class NoteEditor(Surface):
    """Lie over the row of a note; it is taken away by `done`, whichever way it ends.

    Leaving the row commits it, as leaving any field does. What cannot be kept is refused by the caller, who then
    shows the editor again.
    """

    committed = Signal(dict)
    done = Signal(bool)  # whether the focus was in the row

    def __init__(self, theme: Theme, say: Words, note: Note, table: DataTable) -> None:
        """Take the note as it stands, and the table that shows it."""
        super().__init__(theme, "sel", parent=table.view.viewport())
        self._table = table
        self._note = note.id
        self._ended = False
        self.topic = SavedChoice(theme, say("Topic"), kind_choices(say), self)
        self.text = GrowingEditor(theme, say("Note"), parent=self)
        self.text.installEventFilter(self)
        self.basis = SavedChoice(theme, say("Basis"), [(each.value, basis_word(say, each)) for each in Basis], self)
        self.source = Field(theme, say("Source"), hint=say("where it was learnt"), parent=self)
        self.on = Field(theme, say("Date"), parent=self)
        self.topic.show_value(kind_of(note))
        self.text.set_text(note.text)
        self.basis.show_value(note.basis.value)
        self.source.setText(note.source)
        self.on.setText(say.day(note.on))
        self._before = self.typed()
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def typed(self) -> dict[str, str]:
        """Return what the fields hold now."""
        return {
            "topic": str(self.topic.currentData()),
            "text": self.text.toPlainText(),
            "basis": str(self.basis.currentData()),
            "source": self.source.text(),
            "on": self.on.text(),
        }

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Show what was typed before and could not be kept."""
        self.topic.show_value(typed["topic"])
        self.text.set_text(typed["text"])
        self.basis.show_value(typed["basis"])
        self.source.setText(typed["source"])
        self.on.setText(typed["on"])

    def open_at(self, column: str) -> None:
        """Lie over the row, with the focus in the field of a column."""
        self._table.view.content_changed.connect(self._place)
        self._place()
        self.show()
        self.raise_()
        field = getattr(self, column)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, Field):
            field.selectAll()
        elif field is self.text:
            self.text.moveCursor(QTextCursor.MoveOperation.End)

    def commit(self) -> None:
        """End, and tell what was typed where it differs."""
        typed = self.typed()
        if self._end() and typed != self._before:
            self.committed.emit(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a note is one sentence: Enter keeps it, Shift+Enter begins a line in it
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self._ended:
            # the text has grown or shrunk by a line
            self._place()
        return handled

    def _lay_out(self) -> None:
        """Put what belongs to the note under its text, in the order in which the row tells it."""
        space = self._theme.space
        self.topic.setFixedWidth(space(_TOPIC))
        self.basis.setFixedWidth(space(_BASIS))
        self.on.setFixedWidth(space(_DAY))
        under = QHBoxLayout()
        under.setSpacing(space(4))
        for part in (self.basis, self.source, self.on):
            under.addWidget(part)
        told = QVBoxLayout()
        told.setSpacing(space(4))
        told.addWidget(self.text)
        told.addLayout(under)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(4), space(4), space(4), space(5))
        row.setSpacing(space(4))
        row.addWidget(self.topic, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)

    def _place(self) -> None:
        view = self._table.view
        height = self.sizeHint().height()
        self._table.make_room(self._note, height)
        top = view.visualRect(self._table.model.index(self._table.model.find(self._note), 0)).y()
        self.setGeometry(0, top, view.viewport().width(), height)

    def _end(self) -> bool:
        if self._ended:
            return False
        self._ended = True
        self._table.view.content_changed.disconnect(self._place)
        self._table.make_room(None)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        focus = QApplication.focusWidget()
        had_focus = focus is None or focus is self or self.isAncestorOf(focus)
        self.hide()
        self.done.emit(had_focus)
        self.deleteLater()
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # a list that drops down from a choice is a window of its own
        inside = new is None or new is self or self.isAncestorOf(new) or new.window() is not self.window()
        if not inside:
            self.commit()
