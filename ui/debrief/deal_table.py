"""ui: the deal as a table - what was prepared and said beside what is agreed, which is edited in its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.words import EN_DASH, Words
from ui.debrief.rows import DealRow
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.row_field import RowField, cell_rect, move_choice
from ui.widgets.spans import Mark, Span
from ui.widgets.text import text_width

_RIGHT = Qt.AlignmentFlag.AlignRight
_NAME = 160  # pixels at 100 %, what a long name keeps beside the figures
_YIELDING = ("unit", "best", "minimum", "theirs", "ours", "fair", "baseline", "batna", "change")
AGREED = "agreed"


class DealTable(DataTable):
    """Show the deal; Enter, F2 or typing opens the agreed term of a row, Delete empties it."""

    term_entered = Signal(int, str)  # issue id, text
    left_out = Signal(list)  # titles of the columns for which there is no room

    def __init__(self, theme: Theme, say: Words, *, closed: bool, parent: QWidget | None = None) -> None:
        """Take whether the deal is closed, and held against what was prepared, or still to be closed."""
        super().__init__(theme, say, say("The deal"), fits=True, parent=parent)
        self._say = say
        self._is_closed = closed
        self._deal: dict[int, DealRow] = {}
        self._field: RowField | None = None
        self.can_edit = True
        self._all = _closed_columns(say) if closed else _closing_columns(say)
        self.set_columns(self._all)
        self.row_activated.connect(self.edit)
        self.edit_wanted.connect(lambda issue_id, _column: self.edit(issue_id))
        self.delete_wanted.connect(self._on_delete_wanted)
        self.view.installEventFilter(self)

    @property
    def field(self) -> RowField | None:
        """Return the field that lies over a term, None while none is edited."""
        return self._field

    def show_deal(self, rows: Sequence[DealRow]) -> None:
        """Show these rows."""
        self._deal = {row.issue_id: row for row in rows}
        self._fill()
        self._choose_columns()

    def edit(self, issue_id: int | str, typed: str = "") -> None:
        """Open the agreed term of an issue, with a first character where one was typed."""
        row = self._deal.get(int(issue_id))
        if row is None or row.is_total or not self.can_edit:
            return
        self.commit()
        self.go_to(row.issue_id)
        name = self._say("Agreed, {issue}", issue=row.name)
        field = RowField(self._theme, name, row.agreed.edit, parent=self.view.viewport())
        field.setAlignment(_RIGHT)
        field.entered.connect(lambda text: self.term_entered.emit(row.issue_id, text))
        field.left.connect(lambda move: move_choice(self, row.issue_id, move))
        field.destroyed.connect(lambda: self._forget(field))
        self._field = field
        field.open_over(self, lambda: cell_rect(self, row.issue_id, AGREED), typed=typed)

    def commit(self) -> None:
        """Keep what is being edited."""
        if self._field is not None:
            self._field.commit()
            self._field = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._choose_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.view and is_key and isinstance(event, QKeyEvent):
            text, row_id = event.text(), self.current()
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            writes = bool(text) and text.isprintable() and not text.isspace() and not held
            if writes and row_id is not None and self.can_edit:
                self.edit(row_id, text)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.set_rows([self._row(row) for row in self._deal.values()])

    def _choose_columns(self) -> None:
        """Leave out what matters least where there is no room: names and what was agreed are always in sight."""
        if self._field is not None or not self.isVisible():
            return
        wanted = list(self._all)
        for key in _YIELDING:
            if sum(map(self._needs, wanted)) <= self.width():
                break
            wanted = [column for column in wanted if column.key != key]
        if [column.key for column in wanted] == [column.key for column in self.model.columns]:
            return
        current = self.current()
        self.set_columns(wanted)
        self._fill()
        if current is not None:
            self.go_to(current)
        shown = {column.key for column in wanted}
        # the unit then stands behind the name
        self.left_out.emit([column.title for column in self._all if column.key not in shown and column.key != "unit"])

    def _needs(self, column: TableColumn) -> int:
        theme = self._theme
        texts = [self._cell(row, column.key) for row in self._deal.values()]
        widest = max((text_width(theme, cell.text, cell.role or "body", bold=True) for cell in texts), default=0)
        if column.key == "name":
            widest = min(widest, theme.space(_NAME))
        return max(widest, text_width(theme, column.title, "meta", bold=True), theme.space(column.width)) + theme.space(
            16
        )

    def _forget(self, field: RowField) -> None:
        if self._field is field:
            self._field = None

    def _on_delete_wanted(self, issue_id: int) -> None:
        row = self._deal.get(issue_id)
        if row is not None and not row.is_total and self.can_edit and row.agreed.text not in ("", EN_DASH):
            self.term_entered.emit(issue_id, "")

    def _row(self, row: DealRow) -> TableRow:
        return TableRow(row.issue_id, {column.key: self._cell(row, column.key) for column in self.model.columns})

    def _cell(self, row: DealRow, key: str) -> TableCell:
        makers: dict[str, Callable[[], TableCell]] = {
            "baseline": lambda: _figure(row.baseline, muted=True),
            "theirs": lambda: _figure(row.theirs),
            "best": lambda: _figure(row.best),
            "fair": lambda: _figure(row.fair),
            "minimum": lambda: _figure(row.minimum),
            "change": lambda: _figure(row.change, muted=True),
            "ours": lambda: _figure(
                row.ours, italic=row.is_ours_planned, tip=self._say("planned, not said") if row.is_ours_planned else ""
            ),
            "batna": lambda: _figure(
                row.batna,
                italic=row.is_batna_assumed,
                tip=self._say("assumed: the baseline") if row.is_batna_assumed else "",
            ),
            "state": lambda: TableCell(row.state),
            "name": lambda: self._name(row),
            "unit": lambda: TableCell(row.unit, role="meta"),
            AGREED: lambda: self._agreed(row),
        }
        return makers[key]()

    def _name(self, row: DealRow) -> TableCell:
        has_unit = any(column.key == "unit" for column in self.model.columns)
        if has_unit or row.is_total or not row.unit:
            return TableCell(row.name, bold=row.is_total)
        spans = (Span(len(row.name) + 1, len(row.unit), Mark.MUTED),)
        return TableCell(f"{row.name} {row.unit}", bold=row.is_total, spans=spans)

    def _agreed(self, row: DealRow) -> TableCell:
        agreed = row.agreed
        if agreed.problem:
            spans = (Span(0, len(agreed.text), Mark.DOTTED),)
            return TableCell(agreed.text, spans=spans, tip=agreed.problem)
        tip = self._say("past our limit") if agreed.is_past_limit else ""
        if agreed.text == EN_DASH:
            return TableCell(agreed.text, color="muted")
        return TableCell(agreed.text, bold=True, color="danger" if agreed.is_past_limit else "", tip=tip)


def _figure(text: str, *, muted: bool = False, italic: bool = False, tip: str = "") -> TableCell:
    return TableCell(text, color="muted" if muted or text == EN_DASH else "", italic=italic, tip=tip)


def _closed_columns(say: Words) -> list[TableColumn]:
    return [
        TableColumn("name", say("Issue"), stretch=1),
        TableColumn("unit", say("Unit"), muted=True),
        TableColumn("baseline", say("Baseline"), align=_RIGHT, tip=say("What holds if nobody speaks of it")),
        TableColumn("ours", say("We opened"), align=_RIGHT, ink="us"),
        TableColumn("theirs", say("They opened"), align=_RIGHT, ink="them"),
        TableColumn("best", say("Best"), align=_RIGHT, tip=say("Best possible outcome")),
        TableColumn("fair", say("Fair"), align=_RIGHT, tip=say("Fair deal, our target")),
        TableColumn("minimum", say("Minimum"), align=_RIGHT, tip=say("Minimum acceptable deal")),
        TableColumn("batna", say("BATNA"), align=_RIGHT),
        TableColumn(AGREED, say("Agreed"), align=_RIGHT, tint="tint_us"),
        TableColumn("change", say("Change"), align=_RIGHT, tip=say("Agreed against the baseline")),
    ]


def _closing_columns(say: Words) -> list[TableColumn]:
    return [
        TableColumn("name", say("Issue"), stretch=1),
        TableColumn("unit", say("Unit"), muted=True),
        TableColumn("theirs", say("They said last"), align=_RIGHT, ink="them"),
        TableColumn("ours", say("We said last"), align=_RIGHT, ink="us"),
        TableColumn(AGREED, say("Agreed"), align=_RIGHT, width=112, tint="tint_us"),
        TableColumn("state", "", muted=True, width=120),
    ]
