"""ui: a list whose rows are written as one line each - added in the last row, changed in place, deleted with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.errors import LogrollError
from core.words import Words
from ui.menus import Entry, pop_up
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.inset import inset
from ui.widgets.row_field import RowField, cell_rect, move_choice
from ui.widgets.section import SectionTitle


class LineList(QWidget):
    """Show records as rows. Enter or F2 opens one as the line that it can be written by, Delete deletes it.

    `write` and `line_of` are set by whoever knows the logbook; a line that cannot be read stays, under the reason.
    """

    delete_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        columns: Sequence[TableColumn],
        *,
        hint: str,
        adds: str,
        changes: str,
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the name of the list, the hint in its last row, and what a screen reader calls adding and changing."""
        super().__init__(parent)
        self.theme = theme
        self.say = say
        self.is_editable = True
        self._changes = changes
        self._span = columns[0].key, columns[-1].key
        self._field: RowField | None = None
        self.write: Callable[[int, str], None] = lambda _id, _text: None  # 0 for a new one; raises LogrollError
        self.line_of: Callable[[int], str] = lambda _id: ""
        self.title = SectionTitle(theme, name, aside=aside, line=False)
        self.table = DataTable(theme, say, name, fits=True)
        self.table.set_columns(columns)
        self.table.set_add_row(hint, adds)
        self.problem = Flag(theme, say, Level.CHECK)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (inset(theme, self.title), self.table, inset(theme, self.problem)):
            column.addWidget(part)
        self.privacy: PrivacyLine | None = None
        self.table.row_entered.connect(self._on_entered)
        self.table.row_activated.connect(self.edit)
        self.table.edit_wanted.connect(lambda record, _column: self.edit(record))
        self.table.delete_wanted.connect(self._on_delete_wanted)
        self.table.menu_wanted.connect(self._on_menu_wanted)

    @property
    def field(self) -> RowField | None:
        """Return the field that lies over a row, None while none is edited."""
        return self._field

    def point_out(self) -> None:
        """Point out under the rows what is nobody's business while it is typed: for a list that tells of people."""
        self.privacy = PrivacyLine(self.theme, self.say)
        box = self.layout()
        if box is not None:
            box.addWidget(inset(self.theme, self.privacy))
        self._watch(self.table.add_field)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows."""
        self.table.set_rows(rows)

    def edit(self, record: int | str) -> None:
        """Open a record as the line that it can be written by; a row that is no record, as a sum, stays as it is."""
        if not self.is_editable or not isinstance(record, int):
            return
        self.commit()
        self.table.go_to(record)
        field = RowField(self.theme, self._changes, self.line_of(record), parent=self.table.view.viewport())
        field.entered.connect(lambda text: self._on_changed(record, text))
        field.left.connect(lambda move: move_choice(self.table, record, move))
        field.destroyed.connect(lambda: self._forget(field))
        field.ended.connect(lambda: self._watch(self.table.add_field))
        self._field = field
        self._watch(field)
        gap = self.theme.space(4)  # for the ring
        field.open_over(
            self.table, lambda: cell_rect(self.table, record, *self._span).adjusted(gap, 0, -gap, 0), select=False
        )

    def commit(self) -> None:
        """Keep what is being edited."""
        if self._field is not None:
            self._field.commit()
            self._field = None

    def focus_line(self) -> None:
        """Put the caret into the line for a new record."""
        self.table.focus_add_row()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self.is_editable = allowed
        self.table.set_editable(allowed)

    def menu_entries(self, record: int) -> list[Entry]:
        """Return what the menu of a row offers; a subclass may add to it."""
        return [
            (self.say("Change"), "F2", lambda: self.edit(record)),
            (self.say("Delete"), "Del", lambda: self.delete_wanted.emit(record)),
        ]

    def _on_entered(self, text: str) -> None:
        if not self._try(0, text):
            self.table.set_add_text(text)

    def _on_changed(self, record: int, text: str) -> None:
        if not self._try(record, text):
            # what was typed is not lost: it stands in the line for a new one, under the reason
            self.table.set_add_text(text)

    def _try(self, record: int, text: str) -> bool:
        try:
            self.write(record, text)
        except LogrollError as error:
            self.problem.set_flag(Level.CHECK, self.say.message(error.message))
            self.problem.show()
            return False
        self.problem.hide()
        return True

    def _watch(self, field: QLineEdit) -> None:
        if self.privacy is not None:
            self.privacy.watch(field)

    def _forget(self, field: RowField) -> None:
        if self._field is field:
            self._field = None

    def _on_delete_wanted(self, record: int | str) -> None:
        if self.is_editable and isinstance(record, int):
            self.delete_wanted.emit(record)

    def _on_menu_wanted(self, record: object, place: QPoint) -> None:
        if not isinstance(record, int) or not self.is_editable:
            return
        pop_up(self, self.menu_entries(record), place)
