"""ui: under and beside the ledger - what to give for what, what to explore, and signs that the talk turns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.findings.trades import Hint, Traded
from core.naming import basis_word
from ui.tools import Tools
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Level
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text


class TradesPart(QWidget):
    """List the pairs of issues worth trading and the questions to explore, each with what it rests on."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build both lists, empty."""
        super().__init__(parent)
        theme, say = tools.theme, tools.say
        self._tools = tools
        self.trades = _hint_table(tools, say("Trades"), self)
        self.note = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.questions = _hint_table(tools, say("Questions to explore"), self)
        self._asked = stacked(SectionTitle(theme, say("Questions to explore"), line=False, parent=self), self.questions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        column.addWidget(stacked(SectionTitle(theme, say("Trades"), line=False, parent=self), self.trades))
        column.addWidget(self.note)
        column.addWidget(self._asked)

    def show_hints(self, traded: Traded, asked: Sequence[Hint]) -> None:
        """Show trades and questions; without questions their section is left out."""
        self.trades.set_rows(self._rows(traded.hints))
        self.trades.setVisible(bool(traded.hints))
        self.note.setText(traded.note)
        self.questions.set_rows(self._rows(asked))
        self._asked.setVisible(bool(asked))

    def _rows(self, hints: Sequence[Hint]) -> list[TableRow]:
        say = self._tools.say
        return [
            TableRow(
                at,
                {
                    "words": TableCell(hint.words),
                    "basis": TableCell("" if hint.basis is None else basis_word(say, hint.basis)),
                },
            )
            for at, hint in enumerate(hints)
        ]


class SignsPart(QWidget):
    """Flag the signs of a distributive turn, and under them list the ways back with their risks; hidden without any."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build the lists, empty."""
        super().__init__(parent)
        theme, say = tools.theme, tools.say
        self.signs = DataTable(
            theme, say, say("Signs of a distributive turn"),
            bleed=0, header=False, fits=True, parent=self,
        )  # fmt: skip
        self.signs.set_columns([TableColumn("flag", width=64), TableColumn("words", stretch=1, wrap=True)])
        self.ways = DataTable(theme, say, say("Ways to shift it"), bleed=0, fits=True, parent=self)
        self.ways.set_columns(
            [
                TableColumn("way", say("Way to shift it"), stretch=1, wrap=True),
                TableColumn("risk", say("Its risk"), stretch=1, wrap=True, muted=True),
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(12))
        title = SectionTitle(theme, say("Signs of a distributive turn"), line=False, parent=self)
        column.addWidget(stacked(title, self.signs))
        column.addWidget(self.ways)

    def show_signs(self, found: Sequence[Hint], ways: Sequence[tuple[str, str]]) -> None:
        """Show the signs and the ways to shift the talk."""
        self.signs.set_rows(
            [
                TableRow(at, {"flag": TableCell(flag=Level.CHECK), "words": TableCell(each.words)})
                for at, each in enumerate(found)
            ]
        )
        self.ways.set_rows(
            [TableRow(at, {"way": TableCell(way), "risk": TableCell(risk)}) for at, (way, risk) in enumerate(ways)]
        )
        self.setVisible(bool(found))


def _hint_table(tools: Tools, name: str, parent: QWidget) -> DataTable:
    table = DataTable(tools.theme, tools.say, name, bleed=0, header=False, fits=True, parent=parent)
    table.set_columns(
        [
            TableColumn("words", stretch=1, wrap=True),
            TableColumn("basis", align=Qt.AlignmentFlag.AlignRight, width=80, muted=True),
        ]
    )
    return table
