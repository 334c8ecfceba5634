"""ui: the concessions on one issue as a table to read, under the dance."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.side import Side
from ui.analyse.ledger import LedgerRow
from ui.analyse.presenter import Analysed
from ui.tools import Tools
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Level


class LedgerTable(DataTable):
    """Offer, who, step, worth, and what it was given in return for."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(tools.theme, tools.say, tools.say("Concessions"), fits=True, parent=parent)
        self._tools = tools

    def show_ledger(self, found: Analysed, issue_id: int) -> int:
        """Show the concessions on an issue, on all with 0; return how many there are."""
        say, right = self._tools.say, Qt.AlignmentFlag.AlignRight
        columns = [TableColumn("offer", say("Offer"), right, muted=True), TableColumn("who", say("Who"))]
        if not issue_id:
            columns.append(TableColumn("issue", say("Issue"), stretch=1, least=88, both_ends=True))
        columns.append(TableColumn("step", say("Step")))
        if found.seen.is_money:
            columns.append(TableColumn("money", say("Worth {currency}", currency=found.negotiation.currency), right))
        columns.append(TableColumn("points", say("Points"), right, gives=1))
        columns.append(TableColumn("in_return", say("In return for"), stretch=2, least=88))
        columns.append(TableColumn("flag", ""))
        self.set_columns(columns)
        rows = found.ledger.rows(issue_id)
        self.set_rows([self._row(row) for row in rows])
        return len(rows)

    def _row(self, row: LedgerRow) -> TableRow:
        say = self._tools.say
        in_return = row.in_return or (say("nothing") if row.confirmed else say("not entered"))
        ink = "us" if row.side is Side.US else "them"
        return TableRow(
            row.id,
            {
                "offer": TableCell(row.offer),
                "who": TableCell(row.who, bold=True, color=ink),
                "issue": TableCell(row.issue),
                "step": TableCell(say("{start} to {end}", start=row.start, end=row.end)),
                "money": TableCell(row.money),
                "points": TableCell(row.points),
                "in_return": TableCell(in_return, italic=not row.in_return, color="" if row.in_return else "muted"),
                "flag": TableCell(say("unreturned"), flag=Level.CHECK) if row.is_open else TableCell(),
            },
        )
