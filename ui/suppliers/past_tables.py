"""ui: the tables of a supplier's past - its negotiations against their targets, and the terms issue by issue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.dealings import TermsHistory
from core.gaps import quoted
from core.negotiation import NegotiationRow
from core.words import Words
from ui.suppliers.past import Past, before_line, matter_order, matter_row, terms_cells
from ui.theme import Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection

MATTERS, TERMS = 12, 12  # rows that are shown at first
_LONGEST_TITLE = 48  # characters of a negotiation's title in a row
_RIGHT = Qt.AlignmentFlag.AlignRight


class NegotiationsSection(TableSection):
    """Show the negotiations, open ones first, each closed one against its target; Enter opens one."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("closed", say("Closed"), muted=True),
            TableColumn("title", say("Subject"), stretch=1, wrap=True),
            TableColumn("rounds", say("Rounds"), align=_RIGHT),
            TableColumn("agreed", say("Agreed"), align=_RIGHT),
            TableColumn("target", say("Target"), align=_RIGHT),
            TableColumn("unit", say("Unit"), muted=True),
            TableColumn("result", say("Result")),
        ]
        empty = say("None yet. What was won and lost against the target stands here once one is closed.")
        super().__init__(theme, say, say("Negotiations"), columns, first=MATTERS, empty=empty, parent=parent)
        self._say = say

    def show_past(self, rows: Sequence[NegotiationRow], past: Past, *, another: bool) -> None:
        """Show these negotiations, those of `another` supplier from their beginning."""
        say, matters = self._say, matter_order(rows, past)
        self.show_records(matters, lambda row: self._row(row, past), another=another)
        still_open = sum(row.status.is_open for row in matters)
        counts = say("{closed} closed, {open} open", closed=len(matters) - still_open, open=still_open)
        self.title.set_aside(counts if matters else "")

    def _row(self, negotiation: NegotiationRow, past: Past) -> TableRow:
        row = matter_row(self._say, negotiation, past)
        keys = ("closed", "title", "rounds", "agreed", "target", "unit", "result")
        cells = {key: TableCell(getattr(row, key)) for key in keys}
        # a row grows with its title, but a very long one is told whole by its tip
        cells["title"] = TableCell(quoted(row.title, _LONGEST_TITLE), bold=row.is_open, tip=row.title)
        return TableRow(row.id, cells)


class TermsSection(TableSection):
    """Show what each issue was settled at, last and before; Enter opens the negotiation of the last deal."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("issue", say("Issue"), stretch=2, wrap=True),
            TableColumn("last", say("Last agreed"), align=_RIGHT),
            TableColumn("on", say("On"), muted=True, align=_RIGHT),
            TableColumn("before", say("Before"), stretch=3, muted=True, wrap=True),
            TableColumn("deals", say("Deals"), align=_RIGHT),
        ]
        empty = say("None yet. What was agreed stands here issue by issue, with what it was before.")
        super().__init__(theme, say, say("Terms"), columns, first=TERMS, empty=empty, parent=parent)
        self._say = say

    def show_terms(self, terms: Sequence[TermsHistory], *, another: bool) -> None:
        """Show these, in this order, those of `another` supplier from their beginning."""
        # one deal may settle several issues: the row is told by its place, the deal behind it by `negotiation_of`
        self._deals = [each.agreed[0].negotiation_id for each in terms]
        self.show_records(list(enumerate(terms)), self._row, another=another)
        self.title.set_aside(self._say("last agreed first") if terms else "")

    def negotiation_of(self, row: int) -> int:
        """Return the negotiation of the last deal of a row."""
        return self._deals[row]

    def _row(self, placed: tuple[int, TermsHistory]) -> TableRow:
        at, history = placed
        cells = {key: TableCell(text) for key, text in terms_cells(self._say, history).items()}
        cells["before"] = TableCell(cells["before"].text, tip=before_line(self._say, history))
        return TableRow(at, cells)
