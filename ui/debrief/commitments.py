"""ui: the commitments of both sides - added and changed on one line, marked as kept by a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.words import EN_DASH, Words
from ui.debrief.rows import CommitmentRow
from ui.flag_levels import LEVELS
from ui.line_list import add_hint
from ui.promise import promise_example
from ui.promise_list import PromiseList
from ui.theme import Theme
from ui.widgets.data_table import TableCell, TableColumn, TableRow


class CommitmentsSection(PromiseList):
    """Show what was promised in one negotiation, kept or not."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("who", say("Who"), width=40),
            TableColumn("text", say("What"), stretch=1, wrap=True),
            TableColumn("owner", say("Owner"), muted=True),
            TableColumn("due", say("Due"), align=Qt.AlignmentFlag.AlignRight),
            TableColumn("state", say("State"), width=150),
        ]
        hint, aside = add_hint(say, promise_example(say, owner=True)), say("back in the next Prepare")
        super().__init__(theme, say, columns, hint=hint, aside=aside, parent=parent)

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show these commitments."""
        self.set_rows([_row(row) for row in rows])
        self.kept.setVisible(bool(rows))
        open_ones = sum(not row.is_kept for row in rows)
        self.title.set_detail(self.say("{n} open", n=open_ones) if rows else "")


def _row(row: CommitmentRow) -> TableRow:
    if row.flag is not None:
        state = TableCell(row.state, flag=LEVELS[row.flag])
    else:
        state = TableCell(row.state, color="muted")
    cells = {
        "who": TableCell(row.who),
        "text": TableCell(row.text),
        "owner": TableCell(row.owner),
        "due": TableCell(row.due, color="muted" if row.due == EN_DASH else ""),
        "state": state,
    }
    return TableRow(row.commitment_id, cells, muted=row.is_kept)
