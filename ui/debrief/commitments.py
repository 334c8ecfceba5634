"""ui: the commitments of both sides - added and changed on one line, marked as kept by a key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.words import EN_DASH, Words
from ui.debrief.rows import CommitmentRow
from ui.flag_levels import LEVELS
from ui.line_list import LineList
from ui.menus import Entry
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import TableCell, TableColumn, TableRow


class CommitmentsSection(LineList):
    """Show what was promised; Space marks a commitment as kept, or as open again."""

    kept_toggled = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("who", say("Who"), width=40),
            TableColumn("text", say("What"), stretch=1, wrap=True),
            TableColumn("owner", say("Owner"), muted=True),
            TableColumn("due", say("Due"), align=Qt.AlignmentFlag.AlignRight),
            TableColumn("state", say("State"), width=150),
        ]
        super().__init__(
            theme,
            say,
            say("Commitments"),
            columns,
            hint=say("they or we (owner): what, and the day it is due"),
            adds=say("Add a commitment"),
            changes=say("Change the commitment"),
            aside=say("back in the next Prepare"),
            parent=parent,
        )
        self._kept = Button(theme, say("Kept"), ButtonKind.QUIET, key="Space")
        self._kept.setToolTip(say("Mark the chosen commitment as kept, or as open again"))
        self.title.add_control(self._kept)
        self._kept.clicked.connect(self._toggle)
        self.table.view.installEventFilter(self)

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show these commitments."""
        self.set_rows([_row(row) for row in rows])
        self._kept.setVisible(bool(rows))
        open_ones = sum(not row.is_kept for row in rows)
        self.title.set_detail(self.say("{n} open", n=open_ones) if rows else "")

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self._kept.setEnabled(allowed)

    def menu_entries(self, record: int) -> list[Entry]:
        return [(self.say("Kept, or open again"), "Space", self._toggle), *super().menu_entries(record)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.table.view and is_press and isinstance(event, QKeyEvent):
            is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
            if is_space:
                self._toggle()
                return True
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        current = self.table.current()
        if isinstance(current, int) and self.is_editable:
            self.kept_toggled.emit(current)


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
