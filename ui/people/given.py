"""ui: what we gave away toward a person - the steps of ours for which nothing came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.given_away import GivenAway
from core.issue import ScaleKind
from core.words import EN_DASH, Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.inset import inset
from ui.widgets.more_rows import MoreRows
from ui.widgets.section import SectionTitle

STEPS = 8  # steps of ours that are shown at first
_RIGHT = Qt.AlignmentFlag.AlignRight


class GivenAwaySection(QWidget):
    """Show our steps for which nothing came back; Enter goes to the negotiation."""

    negotiation_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._say = say
        self._matters: list[int] = []
        title = SectionTitle(
            theme, say("What we gave away"), aside=say("nothing came back for it"), line=False, parent=self
        )
        self.title = title
        self.table = DataTable(theme, say, say("What we gave away"), fits=True, parent=self)
        self.table.set_columns(
            [
                TableColumn("issue", say("Issue"), stretch=2),
                TableColumn("step", say("From, to"), stretch=4),
                TableColumn("worth", say("Worth to us"), align=_RIGHT),
                TableColumn("title", say("Negotiation"), stretch=2, muted=True),
                TableColumn("on", say("Date"), muted=True, align=_RIGHT),
            ]
        )
        self._first = MoreRows(self.table, say, "issue", STEPS)
        self._first.row_activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inset(theme, title))
        column.addWidget(self.table)

    def show_given(self, found: Sequence[GivenAway], meetings: int, *, another: bool) -> None:
        """Show these of so many meetings, in this order, those of `another` person from their beginning."""
        say = self._say
        nothing = say("Nothing: for each step of ours something came back.")
        self.table.set_empty_text(nothing if meetings else say("No meeting with this person is logged yet."))
        self.table.set_header(bool(found))
        self._matters = [each.negotiation_id for each in found]
        self._first.show_rows(list(enumerate(found)), self._row, another=another)
        self.title.set_detail(say.number(len(found)) if found else "")

    def _row(self, placed: tuple[int, GivenAway]) -> TableRow:
        at, each = placed
        say, issue = self._say, each.issue
        unit = issue.unit if issue.kind is ScaleKind.NUMERIC else ""
        step = say("{start} to {end}", start=say.quantity(each.start), end=say.quantity(each.end, unit))
        worth = EN_DASH
        if each.money is not None:
            worth = say.money(each.money, each.currency)
        elif each.share is not None:
            worth = say("{points} points", points=say.points(each.share))
        cells = {
            "issue": TableCell(issue.name, tip=issue.name),
            "step": TableCell(step, tip=step),
            "worth": TableCell(worth),
            "title": TableCell(each.title, tip=each.title),
            "on": TableCell(say.day(each.at.date())),
        }
        return TableRow(at, cells)

    def _on_activated(self, at: int) -> None:
        if at < len(self._matters):
            self.negotiation_wanted.emit(self._matters[at])
