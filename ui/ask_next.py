"""ui: gaps as rows of questions, and where the answer to each belongs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.gaps import About, Gap
from core.note import Topic
from core.words import Words
from ui.theme import Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection

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


class AskNext(TableSection):
    """Show what a file lacks as questions, what is worth most first; Enter begins the answer."""

    answer_wanted = Signal(object)  # About

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [TableColumn("question", say("Question"), stretch=1, wrap=True)]
        empty = say("Nothing that a question could fill.")
        super().__init__(theme, say, say("Ask next"), columns, first=SHOWN, empty=empty, header=False, parent=parent)
        self._say = say
        self._gaps: Sequence[Gap] = ()
        self.row_activated.connect(self._on_activated)

    def show_gaps(self, gaps: Sequence[Gap], *, another: bool) -> None:
        """Show these, those of `another` file from their beginning."""
        self._gaps = gaps
        self.show_records(list(enumerate(gaps)), self._row, another=another)
        self.title.set_aside(self._say("gaps as questions") if gaps else "")

    def _row(self, placed: tuple[int, Gap]) -> TableRow:
        at, gap = placed
        say = self._say
        return TableRow(at, {"question": TableCell(say.message(gap.question))}, tip=say.message(gap.why))

    def _on_activated(self, row: object) -> None:
        if isinstance(row, int) and row < len(self._gaps):
            self.answer_wanted.emit(self._gaps[row].about)
