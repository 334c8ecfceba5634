"""ui: whether they want win-win - questions that show it with their answers, and ways to shift the talk by time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.mode import WAYS_TO_SHIFT, must_shift
from core.negotiation import Mode
from core.plan import PointKind
from ui.prepare.win_win_rows import WinWinRows
from ui.sheets.part_sheet import Host, PartSheet
from ui.sheets.prepared import Prepared
from ui.tools import Tools
from ui.widgets.clear_sides import ClearSides
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.inset import BLEED
from ui.widgets.section import SectionTitle


class WinWin(QWidget):
    """Show the tests of win-win, and the ways to shift while it is wanted and doubtful."""

    way_wanted = Signal(str)  # a move before the meeting, in words

    def __init__(self, tools: Tools, host: Host, rows: WinWinRows, parent: QWidget | None = None) -> None:
        """Take the page and the rows of the tests."""
        super().__init__(parent)
        theme, say = tools.theme, tools.say
        self._theme = theme
        self._say = say
        self._may_edit = True
        self._ways: tuple[str, ...] = ()
        self._title = SectionTitle(theme, say("Do they want win-win?"), parent=self)
        self._title.set_detail(say("interests speak for it; figures and threats alone do not"))
        adds = say("Add a question: Enter offers some")
        self.tests = PartSheet(tools, host, rows, say("Questions that test win-win"), adds=adds, parent=self)
        self._ways_title = SectionTitle(theme, say("Ways to shift the talk, using time"), parent=self)
        self._ways_title.set_aside(say("Enter puts one into the plan"))
        self.ways = DataTable(theme, say, say("Ways to shift the talk"), fits=True, parent=self)
        self.ways.set_columns(
            [
                TableColumn("what", say("What"), stretch=1, wrap=True),
                TableColumn("risk", say("The risk"), stretch=1, muted=True, wrap=True),
            ]
        )
        self._column = ClearSides(theme, BLEED, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for title, table in ((self._title, self.tests), (self._ways_title, self.ways)):
            self._column.add(title)
            self._column.add_wide(table)
        self.ways.row_activated.connect(self._on_way)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the tests, and the ways that the plan has not yet."""
        negotiation, say = prepared.negotiation, self._say
        wants_tests = negotiation.mode is Mode.INTEGRATIVE or bool(self.tests.rows.parts(negotiation))
        for part in (self._title, self.tests):
            part.setVisible(wants_tests)
        self.tests.show_prepared(prepared)
        planned = {each.text for each in negotiation.plan_points if each.kind is PointKind.MOVE}
        found = [(say.message(each.what), say.message(each.risk)) for each in WAYS_TO_SHIFT]
        self._show_ways([each for each in found if each[0] not in planned] if must_shift(negotiation) else [])

    def commit(self) -> None:
        """Write what is being edited."""
        self.tests.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid whatever writes."""
        self._may_edit = allowed
        self.tests.set_editing(allowed=allowed)

    def _show_ways(self, found: Sequence[tuple[str, str]]) -> None:
        self._ways = tuple(what for what, _ in found)
        rows = [
            TableRow(at, {"what": TableCell(what), "risk": TableCell(risk)})
            for at, (what, risk) in enumerate(found, start=1)
        ]
        self.ways.set_rows(rows)
        for part in (self._ways_title, self.ways):
            part.setVisible(bool(rows))

    def _on_way(self, at: int) -> None:
        if self._may_edit:
            self.way_wanted.emit(self._ways[at - 1])

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(6))
