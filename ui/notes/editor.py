"""ui: edits one note in its row of the table - a field over each cell, Enter keeps, Escape leaves it as it was."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from core.naming import basis_word
from core.note import Note
from core.side import Basis
from core.words import Words
from ui.autosave import SavedChoice
from ui.notes.kinds import kind_choices, kind_of
from ui.theme import Theme
from ui.widgets.field import Field, GrowingEditor
from ui.widgets.section import Surface

_TOPIC_WIDTH = 152  # pixels at 100 %
COLUMNS = ("topic", "text", "basis", "source", "on")


class NoteEditor(Surface):
    """Lie over the row of a note; it is taken away by `done`, whichever way it ends.

    Leaving the row commits it, as leaving any field does. What cannot be kept is refused by the caller, who then
    shows the editor again.
    """

    committed = Signal(dict)
    done = Signal(bool)  # whether the focus was in the row

    def __init__(self, theme: Theme, say: Words, note: Note, parent: QWidget) -> None:
        """Take the note as it stands."""
        super().__init__(theme, "sel", parent=parent)
        self._ended = False
        self.topic = SavedChoice(theme, say("Topic"), kind_choices(say), self)
        self.text = GrowingEditor(theme, say("Note"), parent=self)
        self.text.installEventFilter(self)
        self.basis = SavedChoice(theme, say("Basis"), [(each.value, basis_word(say, each)) for each in Basis], self)
        self.source = Field(theme, say("Source"), parent=self)
        self.on = Field(theme, say("Date"), parent=self)
        self.topic.show_value(kind_of(note))
        self.text.set_text(note.text)
        self.basis.show_value(note.basis.value)
        self.source.setText(note.source)
        self.on.setText(say.day(note.on))
        self._before = self.typed()
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

    def open_over(self, row: QRect, cells: Mapping[str, QRect], column: str) -> None:
        """Lie over the row, each field over its cell, with the focus in the one asked for."""
        self.setGeometry(row)
        height = self._theme.size("control")
        top = min((self._theme.size("row") - height) // 2, row.height() - height)
        space = self._theme.space
        for key in COLUMNS[1:]:
            cell = cells[key].translated(-row.x(), 0)
            getattr(self, key).setGeometry(cell.x(), max(0, top), cell.width() - space(4), height)
        # a style has a longer word than a topic: the field reaches over the text's cell, which gives way
        self.topic.setGeometry(0, max(0, top), space(_TOPIC_WIDTH), height)
        text = self.text.geometry()
        text.setLeft(max(text.left(), space(_TOPIC_WIDTH + 4)))
        self.text.setGeometry(text)
        self.setFixedHeight(max(row.height(), self.text.height() + 2 * max(0, top)))
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

    def _end(self) -> bool:
        if self._ended:
            return False
        self._ended = True
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
