"""ui: the steps of both sides and what each was given for, completed in its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.side import Side
from core.words import Words
from ui.debrief.rows import ConcessionRow
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.inset import inset
from ui.widgets.row_field import RowField, cell_rect, move_choice
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_IN_RETURN = "in_return"
SIDE_INK = {Side.US: "us", Side.THEM: "them"}


class ConcessionsSection(QWidget):
    """Show the concessions; Enter, F2 or typing says what one was given for, Delete dismisses it."""

    completed = Signal(int, str)
    dismissed = Signal(object)  # concession id

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._allowed = True
        self._rows: dict[int, ConcessionRow] = {}
        self._field: RowField | None = None
        self.title = SectionTitle(theme, say("Concessions, and what for"), line=False)
        self.table = DataTable(theme, say, say("Concessions"), fits=True)
        self.table.set_columns(
            [
                TableColumn("who", say("Who"), width=40),
                TableColumn("text", say("Step"), stretch=2, wrap=True),
                TableColumn("worth", say("Worth to us"), align=Qt.AlignmentFlag.AlignRight, muted=True),
                TableColumn(_IN_RETURN, say("In return for"), stretch=3, wrap=True),
            ]
        )
        self._none = Text(theme, say("No step of either side was logged."), color="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inset(theme, self.title, self._none))
        column.addWidget(self.table)
        self.table.row_activated.connect(self.edit)
        self.table.edit_wanted.connect(lambda concession_id, _column: self.edit(concession_id))
        self.table.delete_wanted.connect(self.dismissed)
        self.table.view.installEventFilter(self)

    @property
    def field(self) -> RowField | None:
        """Return the field that lies over a row, None while none is edited."""
        return self._field

    def show_rows(self, rows: Sequence[ConcessionRow]) -> None:
        """Show these steps."""
        self._rows = {row.concession_id: row for row in rows}
        self.table.set_rows([self._row(row) for row in rows])
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        count = sum(row.is_open for row in rows)
        text = self._say.plural("{n} to complete", "{n} to complete", count) if count else ""
        self.title.set_detail(text)

    def edit(self, concession_id: int, typed: str = "") -> None:
        """Open what a step was given for."""
        row = self._rows.get(concession_id)
        if row is None or not self._allowed:
            return
        self.commit()
        self.table.go_to(concession_id)
        field = RowField(
            self._theme,
            self._say("In return for, {step}", step=row.text),
            row.in_return,
            hint=self._say("what it was given for; Enter alone: for nothing"),
            parent=self.table.view.viewport(),
        )
        field.entered.connect(lambda text: self.completed.emit(concession_id, text))
        if row.is_open:
            # an empty answer is an answer too, but only to Enter
            field.confirmed.connect(lambda: self.completed.emit(concession_id, ""))
        field.left.connect(lambda move: move_choice(self.table, concession_id, move))
        field.destroyed.connect(lambda: self._forget(field))
        self._field = field
        gap = self._theme.space(4)  # for the ring
        field.open_over(
            self.table,
            lambda: cell_rect(self.table, concession_id, _IN_RETURN).adjusted(0, 0, -gap, 0),
            typed=typed,
        )

    def commit(self) -> None:
        """Keep what is being edited."""
        if self._field is not None:
            self._field.commit()
            self._field = None

    def focus_first(self) -> None:
        """Go to the first step that is to be completed, else to the first."""
        first = next((row for row in self._rows.values() if row.is_open), next(iter(self._rows.values()), None))
        if first is not None:
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.go_to(first.concession_id)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._allowed = allowed
        self.table.set_editable(allowed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text, current = event.text(), self.table.current()
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if text and text.isprintable() and not text.isspace() and not held and isinstance(current, int):
                self.edit(current, text)
                return True
        return super().eventFilter(watched, event)

    def _row(self, row: ConcessionRow) -> TableRow:
        say = self._say
        if row.in_return:
            given = TableCell(row.in_return)
        elif row.is_open:
            given = TableCell(say("not said yet"), italic=True, color="muted")
        else:
            given = TableCell(say("nothing"))
        cells = {
            "who": TableCell(row.who, bold=True, color=SIDE_INK[row.side]),
            "text": TableCell(row.text),
            "worth": TableCell(row.worth),
            _IN_RETURN: given,
        }
        return TableRow(row.concession_id, cells)

    def _forget(self, field: RowField) -> None:
        if self._field is field:
            self._field = None
