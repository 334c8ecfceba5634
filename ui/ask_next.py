"""ui: gaps as rows of questions, and where the answer to each belongs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.gaps import About, Gap
from core.note import Topic
from core.words import Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.section import SectionTitle

SHOWN = 6

# The topic that an answer is noted under; what is not named has a field of its own.
TOPICS = {
    About.INTEREST: Topic.INTEREST,
    About.POSITION: Topic.INTEREST,
    About.ESTIMATE: Topic.INTEREST,
    About.CONCERN: Topic.CONCERN,
    About.CHANGE: Topic.BUSINESS,
    About.HOPE: Topic.HOPE,
    About.BUSINESS: Topic.BUSINESS,
    About.STYLE: Topic.STYLE,
}


class AskNext(QWidget):
    """Show what a file lacks as questions, what is worth most first; Enter begins the answer."""

    answer_wanted = Signal(object)  # About

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._say = say
        self._gaps: list[Gap] = []
        self.title = SectionTitle(theme, say("Ask next"), aside=say("gaps as questions"), parent=self)
        self.table = DataTable(theme, say, say("Ask next"), header=False, fits=True, parent=self)
        self.table.set_columns([TableColumn("question", say("Question"), stretch=1, wrap=True)])
        self.table.set_empty_text(say("Nothing that a question could fill."))
        self.table.row_activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show the first of these; the rest only as their number."""
        say = self._say
        self._gaps = list(gaps[:SHOWN])
        self.table.set_rows(
            [
                TableRow(at, {"question": TableCell(say.message(gap.question))}, tip=say.message(gap.why))
                for at, gap in enumerate(self._gaps)
            ]
        )
        more = len(gaps) - len(self._gaps)
        self.title.set_aside(say.plural("{n} more", "{n} more", more) if more else say("gaps as questions"))

    def _on_activated(self, row: object) -> None:
        if isinstance(row, int) and row < len(self._gaps):
            self.answer_wanted.emit(self._gaps[row].about)
