"""ui: the list of tactics, with words of the user's own - what each looks like, what answers it, and its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.tactics import Tactic
from core.words import Words
from ui.line_list import LineList
from ui.menus import Entry
from ui.theme import Theme
from ui.widgets.data_table import TableCell, TableColumn, TableRow


class TacticsList(LineList):
    """Show the whole list by number; a line changes the words of one or adds one."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("number", say("No."), align=Qt.AlignmentFlag.AlignRight, muted=True),
            TableColumn("name", say("Tactic"), stretch=3, wrap=True),
            TableColumn("sign", say("How it looks"), stretch=5, wrap=True, muted=True),
            TableColumn("counters", say("Our answers"), stretch=5, wrap=True),
            TableColumn("whose", say("Words"), muted=True),
        ]
        super().__init__(
            theme,
            say,
            say("Tactics"),
            columns,
            hint=say("Add a tactic of your own: name # answer; another answer"),
            adds=say("Add a tactic"),
            changes=say("Change the tactic"),
            aside=say("in Meet, “t x 3” logs their tactic number 3, “w x 3” ours"),
            parent=parent,
        )
        self._own: set[int] = set()

    def show_tactics(self, found: Sequence[Tactic]) -> None:
        """Show these, in this order."""
        self._own = {each.number for each in found if each.is_own}
        self.set_rows([self._row(each) for each in found])
        self.title.set_detail(self.say.number(len(found)))

    def menu_entries(self, record: int) -> list[Entry]:
        change = super().menu_entries(record)[:1]
        if record not in self._own:
            return change
        return [*change, (self.say("Take my words away"), "Del", lambda: self.delete_wanted.emit(record))]

    def _row(self, each: Tactic) -> TableRow:
        say = self.say
        whose = ""
        if each.is_own:
            whose = say("changed") if each.is_common else say("own")
        cells = {
            "number": TableCell(str(each.number)),
            "name": TableCell(each.name, bold=True),
            "sign": TableCell(each.sign),
            "counters": TableCell("\n".join(each.counters)),
            "whose": TableCell(whose),
        }
        return TableRow(each.number, cells, tip=each.source)
