"""ui: the commitments of both sides - added and changed on one line, marked as kept by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.errors import LogrollError
from core.words import EN_DASH, Words
from ui.debrief.pair import inset
from ui.debrief.row_field import RowField, cell_rect, move_choice
from ui.debrief.rows import CommitmentRow
from ui.flag_levels import LEVELS
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.section import SectionTitle


class CommitmentsSection(QWidget):
    """Show what was promised.

    Enter or F2 opens a row as the line it can be written by, Space marks it kept or open again, Delete deletes it.
    """

    kept_toggled = Signal(int)
    delete_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty; `write` and `line_of` are set by whoever knows the logbook."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._allowed = True
        self._field: RowField | None = None
        self.write: Callable[[int, str], None] = lambda _id, _text: None  # 0 for a new one; raises LogrollError
        self.line_of: Callable[[int], str] = lambda _id: ""
        self.title = SectionTitle(theme, say("Commitments"), aside=say("back in the next Prepare"), line=False)
        self._kept = Button(theme, say("Kept"), ButtonKind.QUIET, key="Space")
        self._kept.setToolTip(say("Mark the chosen commitment as kept, or as open again"))
        self.title.add_control(self._kept)
        self.table = DataTable(theme, say, say("Commitments"), fits=True)
        self.table.set_columns(
            [
                TableColumn("who", say("Who"), width=40),
                TableColumn("text", say("What"), stretch=1, wrap=True),
                TableColumn("due", say("Due"), align=Qt.AlignmentFlag.AlignRight),
                TableColumn("state", say("State"), width=150),
            ]
        )
        self.table.set_add_row(say("they or we: what, and the day it is due"), say("Add a commitment"))
        self.problem = Flag(theme, say, Level.CHECK)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (inset(theme, self.title), self.table, inset(theme, self.problem)):
            column.addWidget(part)
        self.table.row_entered.connect(self._on_entered)
        self.table.row_activated.connect(self.edit)
        self.table.edit_wanted.connect(lambda commitment_id, _column: self.edit(commitment_id))
        self.table.delete_wanted.connect(self._on_delete_wanted)
        self.table.menu_wanted.connect(self._on_menu_wanted)
        self._kept.clicked.connect(self._toggle)
        self.table.view.installEventFilter(self)

    @property
    def field(self) -> RowField | None:
        """Return the field that lies over a row, None while none is edited."""
        return self._field

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show these commitments."""
        self.table.set_rows([_row(row) for row in rows])
        self._kept.setVisible(bool(rows))
        open_ones = sum(not row.is_kept for row in rows)
        self.title.set_detail(self._say("{n} open", n=open_ones) if rows else "")

    def edit(self, commitment_id: int) -> None:
        """Open a commitment as the line it can be written by."""
        if not self._allowed:
            return
        self.commit()
        self.table.go_to(commitment_id)
        field = RowField(
            self._theme,
            self._say("Change the commitment"),
            self.line_of(commitment_id),
            parent=self.table.view.viewport(),
        )
        field.entered.connect(lambda text: self._on_changed(commitment_id, text))
        field.left.connect(lambda move: move_choice(self.table, commitment_id, move))
        field.destroyed.connect(lambda: self._forget(field))
        self._field = field
        gap = self._theme.space(4)  # for the ring
        field.open_over(
            self.table,
            lambda: cell_rect(self.table, commitment_id, "who", "state").adjusted(gap, 0, -gap, 0),
            select=False,
        )

    def commit(self) -> None:
        """Keep what is being edited."""
        if self._field is not None:
            self._field.commit()
            self._field = None

    def focus_line(self) -> None:
        """Put the caret into the line for a new commitment."""
        self.table.focus_add_row()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._allowed = allowed
        self.table.set_editable(allowed)
        self._kept.setEnabled(allowed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.table.view and is_press and isinstance(event, QKeyEvent):
            is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
            if is_space:
                self._toggle()
                return True
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        current = self.table.current()
        if isinstance(current, int) and self._allowed:
            self.kept_toggled.emit(current)

    def _on_entered(self, text: str) -> None:
        if not self._try(0, text):
            self.table.set_add_text(text)

    def _on_changed(self, commitment_id: int, text: str) -> None:
        if not self._try(commitment_id, text):
            # what was typed is not lost: it stands in the line for a new one, under the reason
            self.table.set_add_text(text)

    def _try(self, commitment_id: int, text: str) -> bool:
        try:
            self.write(commitment_id, text)
        except LogrollError as error:
            self.problem.set_flag(Level.CHECK, self._say.message(error.message))
            self.problem.show()
            return False
        self.problem.hide()
        return True

    def _forget(self, field: RowField) -> None:
        if self._field is field:
            self._field = None

    def _on_delete_wanted(self, commitment_id: int) -> None:
        if self._allowed:
            self.delete_wanted.emit(commitment_id)

    def _on_menu_wanted(self, row_id: object, place: QPoint) -> None:
        if not isinstance(row_id, int) or not self._allowed:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._say("Kept, or open again"), self._toggle)
        menu.addAction(self._say("Change"), lambda: self.edit(row_id))
        menu.addAction(self._say("Delete"), lambda: self.delete_wanted.emit(row_id))
        menu.popup(place)


def _row(row: CommitmentRow) -> TableRow:
    if row.flag is not None:
        state = TableCell(row.state, flag=LEVELS[row.flag])
    else:
        state = TableCell(row.state, color="muted")
    cells = {
        "who": TableCell(row.who),
        "text": TableCell(row.text),
        "due": TableCell(row.due, color="muted" if row.due == EN_DASH else ""),
        "state": state,
    }
    return TableRow(row.commitment_id, cells, muted=row.is_kept)
