"""ui: the steps of both sides and what each was given for, completed in its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.side import Side
from core.words import Words
from ui.debrief.answer_table import AnswerTable
from ui.debrief.rows import ConcessionRow
from ui.theme import Theme
from ui.widgets.data_table import TableCell, TableColumn, TableRow
from ui.widgets.inset import inset
from ui.widgets.row_field import RowField
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
        self._rows: dict[int, ConcessionRow] = {}
        self.title = SectionTitle(theme, say("Concessions, and what for"), line=False)
        self.table = AnswerTable(theme, say, say("Concessions"), _IN_RETURN)
        self.table.set_columns(
            [
                TableColumn("who", say("Who"), width=40),
                TableColumn("text", say("Step"), stretch=2, wrap=True),
                TableColumn("worth", say("Worth to us"), align=Qt.AlignmentFlag.AlignRight, muted=True),
                TableColumn(_IN_RETURN, say("In return for"), stretch=3, wrap=True),
            ]
        )
        self._none = Text(theme, say("No step of either side is recorded as a concession."), color="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inset(theme, self.title, self._none))
        column.addWidget(self.table)
        self.table.ask = self._ask
        self.table.delete_wanted.connect(self.dismissed)

    def show_rows(self, rows: Sequence[ConcessionRow]) -> None:
        """Show these steps."""
        self._rows = {row.concession_id: row for row in rows}
        self.table.set_rows([self._row(row) for row in rows])
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        count = sum(row.is_open for row in rows)
        text = self._say.plural("{n} to complete", "{n} to complete", count) if count else ""
        self.title.set_detail(text)

    def commit(self) -> None:
        """Keep what is being edited."""
        self.table.commit()

    def focus_first(self) -> None:
        """Go to the first step that is to be completed, else to the first."""
        first = next((row for row in self._rows.values() if row.is_open), next(iter(self._rows.values()), None))
        if first is not None:
            self.table.focus_on(first.concession_id)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self.table.set_editing(allowed=allowed)

    def _ask(self, concession_id: int, parent: QWidget) -> RowField | None:
        row = self._rows.get(concession_id)
        if row is None:
            return None
        field = RowField(
            self._theme,
            self._say("In return for, {step}", step=row.text),
            row.in_return,
            hint=self._say("what it was given for; Enter alone: for nothing"),
            parent=parent,
        )
        field.entered.connect(lambda text: self.completed.emit(concession_id, text))
        if row.is_open:
            # an empty answer is an answer too, but only to Enter
            field.confirmed.connect(lambda: self.completed.emit(concession_id, ""))
        return field

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
