"""ui: what a person and we promised each other, with the share that was kept, as the side of a file shows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.recall import KeepRate, Promise
from core.recall_words import due, who
from core.recall_words import rates as kept_words
from core.side import Side
from core.verdict import Flag
from core.words import EN_DASH, Words
from ui.flag_levels import LEVELS
from ui.theme import Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection
from ui.widgets.text import Text

SHOWN = 8  # commitments that are shown at first


class PromisesSection(TableSection):
    """Show the open commitments of both sides; Enter goes to the debrief they stand in."""

    negotiation_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("who", say("Who"), muted=True),
            TableColumn("text", say("What"), stretch=1, wrap=True),
            TableColumn("due", say("Due"), align=Qt.AlignmentFlag.AlignRight),
        ]
        empty = say("None open. What either side promises in a debrief stands here until it is kept.")
        super().__init__(theme, say, say("Commitments"), columns, first=SHOWN, empty=empty, header=False, parent=parent)
        self._say = say
        self._matters: dict[int, int] = {}
        self.rate = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.rate.setContentsMargins(0, theme.space(6), 0, 0)
        self.add_under(self.rate)
        self.row_activated.connect(self._on_activated)

    def show_promises(
        self, promises: Sequence[Promise], rates: Sequence[tuple[Side, KeepRate]], *, another: bool
    ) -> None:
        """Show these, in this order, those of `another` person from their beginning."""
        say = self._say
        self._matters = {each.commitment.id: each.commitment.negotiation_id for each in promises}
        self.show_records(promises, self._row, another=another)
        self.title.set_aside(say("{n} open", n=len(promises)) if promises else "")
        words = kept_words(say, rates)
        self.rate.setText(words)
        self.rate.setVisible(bool(words))

    def _row(self, promise: Promise) -> TableRow:
        say, commitment = self._say, promise.commitment
        day = EN_DASH if commitment.due is None else say.day(commitment.due)
        overdue = promise.flag is Flag.ACT
        cells = {
            "who": TableCell(who(say, commitment.side)),
            "text": TableCell(commitment.text),
            "due": TableCell(day, flag=LEVELS[promise.flag] if overdue else None),
        }
        return TableRow(commitment.id, cells, tip=due(say, promise))

    def _on_activated(self, commitment: int) -> None:
        if commitment in self._matters:
            self.negotiation_wanted.emit(self._matters[commitment])
