"""ui: a list whose rows are written as one line each - added in the last row, changed in place, deleted with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.errors import LogrollError
from core.words import Words
from ui.menus import Entry, pop_up
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.data_table import TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.page import bring_into_view
from ui.widgets.row_field import RowField, cell_rect, move_choice
from ui.widgets.table_section import TableSection
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Begun:
    """A line that was begun and not entered, and the record that it is to mend; 0 where it is a new one.

    `behind` gave way to it, and stands there again afterwards.
    """

    text: str = ""
    mended: int = 0
    behind: Begun | None = None


class LineList(TableSection):
    """Show records as rows. Enter or F2 opens one as the line that it can be written by, Delete deletes it.

    `write`, `line_of` and `reading` are set by whoever knows the logbook; a line that cannot be read stays, under the
    reason.
    """

    delete_wanted = Signal(int)
    FIRST = 24  # rows that are shown at first

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
        super().__init__(theme, say, name, columns, first=self.FIRST, aside=aside, parent=parent)
        self.theme = theme
        self.say = say
        self.is_editable = True
        self._changes = changes
        self._span = columns[0].key, columns[-1].key
        self._field: RowField | None = None
        self._mended = 0  # the record whose line could not be kept and stands in the last row
        self._behind: Begun | None = None  # what stood there before it
        self.write: Callable[[int, str], None] = lambda _id, _text: None  # 0 for a new one; raises LogrollError
        self.line_of: Callable[[int], str] = lambda _id: ""
        self.reading: Callable[[str], str] = lambda _text: ""  # how a line is read; raises LogrollError
        self.table.set_add_row(hint, adds)
        self.read_as = Text(theme, "", "meta", color="muted", wrap=True)
        self.read_as.hide()
        self.problem = Flag(theme, say, Level.CHECK, wrap=True)
        self.problem.hide()
        self.privacy: PrivacyLine | None = None
        self.add_under(self.read_as, self.problem)
        self.table.add_field.textChanged.connect(self._tell_reading)
        self.table.row_entered.connect(self._on_entered)
        self.table.row_given_up.connect(self._on_given_up)
        self.row_activated.connect(self.edit)
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
        self.add_under(self.privacy)
        self._watch(self.table.add_field)

    @property
    def begun(self) -> Begun:
        """Return what stands in the last row and was not entered."""
        return Begun(self.table.add_text(), self._mended, self._behind)

    def begin(self, begun: Begun | None = None) -> None:
        """Let what was begun stand in the last row again, or nothing."""
        begun = begun or Begun()
        self.table.set_add_text(begun.text)
        self._mended, self._behind = begun.mended, begun.behind

    def set_rows(self, rows: Sequence[TableRow], *, another: bool = False) -> None:
        """Show these rows, those of `another` file from their beginning."""
        if all(row.id != self._mended for row in rows):
            self._mended = 0  # it is gone, or of another file
        self.show_records(rows, _itself, another=another)

    def edit(self, record: int | str) -> None:
        """Open a record as the line that it can be written by; a row that is no record, as a sum, stays as it is."""
        if not self.is_editable or not isinstance(record, int):
            return
        self.commit()
        self.table.go_to(record)
        field = RowField(self.theme, self._changes, self.line_of(record), parent=self.table.view.viewport())
        field.entered.connect(lambda text: self._try(record, text))
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

    def _tell_reading(self, text: str) -> None:
        """Say how the line for a new record is read so far, and nothing while it cannot be read."""
        try:
            words = self.reading(text) if text.strip() else ""
        except LogrollError:
            words = ""
        self.read_as.setText(words)
        self.read_as.setVisible(bool(words))
        self.problem.hide()

    def _on_entered(self, text: str) -> None:
        self._try(self._mended, text)

    def _on_given_up(self) -> None:
        self.begin(self._behind)

    def _try(self, record: int, text: str) -> None:
        """Keep a line; one that cannot be kept is not lost: it stands in the last row, under the reason."""
        try:
            self.write(record, text)
        except LogrollError as error:
            if self.table.add_text().strip():
                self._behind = self.begun
            self._mended = record
            self.table.set_add_text(text)
            self.problem.set_flag(Level.CHECK, self.say.message(error.message))
            self.problem.show()
            bring_into_view(self.problem)
        else:
            # another row that was kept says nothing of what still stands in the last one
            if record == self._mended:
                self.begin(self._behind)
                self.problem.hide()

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


def add_hint(say: Words, example: str) -> str:
    """Return the hint of the last row: what is written there, by an example."""
    return say("Add, such as: {line}", line=example)


def _itself(row: TableRow) -> TableRow:
    return row
