"""ui: the people of a supplier - who decides and who influences first, and what each may decide alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.counterpart import CounterpartRow, Influence
from core.gaps import quoted
from core.naming import influence_word
from core.side import Basis
from core.words import Words
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Level
from ui.widgets.table_rows import TableCell, TableColumn, TableRow, two_lines
from ui.widgets.table_section import TableSection

PERSONS = 8  # that are shown at first
_LONGEST = 60  # characters of a name or a role in a row
_AUTHORITY = 120  # characters of what somebody decides alone, which is what one looks for here
_ORDER = (*Influence, None)


class PeopleSection(TableSection):
    """Show who is faced there; Enter opens a person's file."""

    new_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        columns = [
            TableColumn("name", say("Name, part in the decision"), stretch=3, wrap=True),
            TableColumn("decides", say("Decides alone"), stretch=2, wrap=True),
        ]
        empty = say("Nobody yet. Add who you deal with, and who decides.")
        super().__init__(theme, say, say("People"), columns, first=PERSONS, empty=empty, parent=parent)
        self._say = say
        self.add = Button(theme, say("Person"), ButtonKind.QUIET, icon="plus", parent=self)
        self.add.setAccessibleName(say("New person"))
        self.add.clicked.connect(self.new_wanted)
        self.title.add_control(self.add)

    def show_people(self, people: Sequence[CounterpartRow], *, another: bool) -> None:
        """Show these, who decides first, those of `another` supplier from their beginning."""
        ordered = sorted(people, key=lambda row: _ORDER.index(row.influence))
        self.show_records(ordered, self._row, another=another)
        self.title.set_detail(self._say.number(len(people)) if people else "")

    def _row(self, row: CounterpartRow) -> TableRow:
        say = self._say
        unsure = Level.CHECK if row.authority_basis is Basis.GUESS else None
        decides = TableCell(quoted(row.authority, _AUTHORITY), flag=unsure)
        if not row.authority:
            decides = TableCell(say("ask"), flag=Level.CHECK)
        part = "" if row.influence is None else influence_word(say, row.influence)
        role = ", ".join(each for each in (part, row.role) if each)
        whole = "\n".join(each for each in (row.name, role, row.authority) if each)
        name = two_lines(quoted(row.name, _LONGEST), quoted(role, _LONGEST))
        return TableRow(row.id, {"name": name, "decides": decides}, tip=whole)
