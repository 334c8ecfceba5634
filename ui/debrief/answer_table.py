"""ui: a table of which one column is answered in its row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.row_field import RowField, cell_rect, move_choice

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class AnswerTable(DataTable):
    """Open a field over one column of the current row by Enter, F2 or typing; Up and Down lead on from it."""

    def __init__(self, theme: Theme, say: Words, name: str, column: str, *, room: int = 0) -> None:
        """Take the key of the column that is answered, and the room left of its field in pixels at 100 %."""
        super().__init__(theme, say, name, fits=True)
        self._answered = column
        self._room = room
        self._allowed = True
        self.field: RowField | None = None  # that lies over a row
        self.ask: Callable[[int, QWidget], RowField | None] = lambda _record, _parent: None
        """Return the field that asks about a record, None where it is gone; set by whoever shows the rows."""
        self.row_activated.connect(self.answer)
        self.edit_wanted.connect(lambda record, _column: self.answer(record))
        self.view.installEventFilter(self)

    def answer(self, record: int, typed: str = "") -> None:
        """Open the answer to a record, begun with what was typed."""
        if not self._allowed:
            return
        self.commit()
        field = self.ask(record, self.view.viewport())
        if field is None:
            return
        self.go_to(record)
        field.left.connect(lambda move: move_choice(self, record, move))
        field.destroyed.connect(lambda: self._forget(field))
        self.field = field
        left, right = self._theme.space(self._room), self._theme.space(4)  # for the ring
        field.open_over(self, lambda: cell_rect(self, record, self._answered).adjusted(left, 0, -right, 0), typed=typed)

    def commit(self) -> None:
        """Keep what is being edited."""
        if self.field is not None:
            self.field.commit()
            self.field = None

    def focus_on(self, record: int) -> None:
        """Give the focus to a record's row."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(record)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid answers."""
        self._allowed = allowed
        self.set_editable(allowed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text, current = event.text(), self.current()
            is_word = bool(text) and text.isprintable() and not text.isspace() and not event.modifiers() & _HELD
            if is_word and isinstance(current, int):
                self.answer(current, text)
                return True
        return super().eventFilter(watched, event)

    def _forget(self, field: RowField) -> None:
        if self.field is field:
            self.field = None
