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
from ui.line_list import add_hint
from ui.menus import Entry
from ui.promise import promise_example
from ui.promise_list import PromiseList
from ui.theme import Theme
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.text import Text


class PromisesSection(PromiseList):
    """Show the open commitments of both sides with a person; a line adds one, Space marks one as kept."""

    negotiation_wanted = Signal(int)
    FIRST = 8

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("who", say("Who"), muted=True),
            TableColumn("text", say("What"), stretch=1, wrap=True),
            TableColumn("due", say("Due"), align=Qt.AlignmentFlag.AlignRight),
        ]
        super().__init__(theme, say, columns, hint=add_hint(say, promise_example(say)), parent=parent)
        self.table.set_empty_text(say("None open. What either side promises stands here until it is kept."))
        self._matters: dict[int, int] = {}
        self.rate = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.rate.setContentsMargins(0, theme.space(6), 0, 0)
        self.add_under(self.rate)

    def show_promises(
        self, promises: Sequence[Promise], rates: Sequence[tuple[Side, KeepRate]], *, another: bool
    ) -> None:
        """Show these, in this order, those of `another` person from their beginning."""
        say = self.say
        self._matters = {each.commitment.id: each.commitment.negotiation_id for each in promises}
        self.set_rows([self._row(each) for each in promises], another=another)
        self._show_kept()
        self.title.set_detail(say("{n} open", n=len(promises)) if promises else "")
        words = kept_words(say, rates)
        self.rate.setText(words)
        self.rate.setVisible(bool(words))

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self._show_kept()

    def _show_kept(self) -> None:
        self.kept.setVisible(bool(self._matters) and self.is_editable)

    def _row(self, promise: Promise) -> TableRow:
        say, commitment = self.say, promise.commitment
        day = EN_DASH if commitment.due is None else say.day(commitment.due)
        overdue = promise.flag is Flag.ACT
        cells = {
            "who": TableCell(who(say, commitment.side)),
            "text": TableCell(commitment.text),
            "due": TableCell(day, flag=LEVELS[promise.flag] if overdue else None),
        }
        return TableRow(commitment.id, cells, tip=due(say, promise))

    def edit(self, record: int | str) -> None:
        """Open a promise as its line; where none may be written, go to the negotiation that it was made in."""
        if self.is_editable:
            super().edit(record)
        elif isinstance(record, int):
            self.negotiation_wanted.emit(self._matters[record])

    def menu_entries(self, record: int) -> list[Entry]:
        go = (self.say("Go to the negotiation"), "", lambda: self.negotiation_wanted.emit(self._matters[record]))
        return [*super().menu_entries(record), go]
