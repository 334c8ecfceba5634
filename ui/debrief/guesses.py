"""ui: what was believed of their side, and what it turned out to be, entered in its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.errors import LogrollError
from core.words import Words
from ui.debrief.answer_table import AnswerTable
from ui.debrief.rows import GuessRow
from ui.theme import Theme
from ui.widgets.data_table import TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.inset import inset
from ui.widgets.row_field import RowField
from ui.widgets.section import SectionTitle
from ui.widgets.spans import Mark, Span
from ui.widgets.text import Text

_FOUND = "turned_out"


class GuessesSection(QWidget):
    """Show the estimates of their side; Enter, F2 or typing says what one turned out to be."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty; `write` is set by whoever knows the logbook."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._rows: dict[int, GuessRow] = {}
        self._refused: dict[int, tuple[str, str]] = {}  # what could not be read and why, by estimate, to be corrected
        self.write: Callable[[int, str], None] = lambda _id, _text: None  # raises LogrollError
        self.title = SectionTitle(theme, say("Guesses"), aside=say("back in the next Prepare"), line=False)
        self.table = AnswerTable(theme, say, say("Guesses"), _FOUND, room=4)
        self.table.set_columns(
            [
                TableColumn("what", say("Of their side"), stretch=2, wrap=True),
                TableColumn("believed", say("Believed"), stretch=2, muted=True, wrap=True),
                TableColumn(_FOUND, say("Turned out"), width=120),
                TableColumn("state", say("The guess"), width=110, muted=True),
            ]
        )
        self._none = Text(theme, say("Nothing of their side was estimated."), color="muted", wrap=True)
        self.problem = Flag(theme, say, Level.CHECK)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (inset(theme, self.title, self._none), self.table, inset(theme, self.problem)):
            column.addWidget(part)
        self.table.ask = self._ask

    def show_rows(self, rows: Sequence[GuessRow]) -> None:
        """Show these estimates."""
        self._rows = {row.estimate_id: row for row in rows}
        self._fill()
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)

    def commit(self) -> None:
        """Keep what is being edited."""
        self.table.commit()

    def focus_first(self) -> None:
        """Go to the first estimate of which nothing is known yet, else to the first."""
        open_ones = (row for row in self._rows.values() if not row.turned_out)
        first = next(open_ones, next(iter(self._rows.values()), None))
        if first is not None:
            self.table.focus_on(first.estimate_id)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self.table.set_editing(allowed=allowed)

    def _ask(self, estimate_id: int, parent: QWidget) -> RowField | None:
        row = self._rows.get(estimate_id)
        if row is None:
            return None
        # from what was refused on, so that taking it back is a change as well
        start, _why = self._refused.get(estimate_id, (row.edit, ""))
        field = RowField(self._theme, self._say("Turned out: {what}", what=row.what), start, parent=parent)
        field.entered.connect(lambda text: self._on_entered(estimate_id, text))
        return field

    def _on_entered(self, estimate_id: int, text: str) -> None:
        self._refused.pop(estimate_id, None)
        try:
            self.write(estimate_id, text)
        except LogrollError as error:
            self._refused[estimate_id] = (text, self._say.message(error.message))
        self._fill()

    def _fill(self) -> None:
        nothing = ("", "")
        rows = [_row(row, self._refused.get(each, nothing)[0], self._say) for each, row in self._rows.items()]
        self.table.set_rows(rows)
        reasons = [
            self._say("{what}: {problem}", what=self._rows[each].what, problem=why)
            for each, (_text, why) in self._refused.items()
            if each in self._rows
        ]
        self.problem.set_flag(Level.CHECK, next(iter(reasons), ""))
        self.problem.setVisible(bool(reasons))


def _row(row: GuessRow, refused: str, say: Words) -> TableRow:
    if refused:
        found = TableCell(refused, spans=(Span(0, len(refused), Mark.DOTTED),))
    else:
        found = TableCell(row.turned_out) if row.turned_out else TableCell(say("not known"), italic=True, color="muted")
    cells = {
        "what": TableCell(row.what),
        "believed": TableCell(row.believed),
        _FOUND: found,
        "state": TableCell(row.state),
    }
    return TableRow(row.estimate_id, cells)
