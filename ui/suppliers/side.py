"""ui: the side of a supplier's file - how much each needs the other, how they move, who is there, what to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.words import Words
from ui.ask_next import AskNext
from ui.suppliers.dependence import DependenceSection
from ui.suppliers.past import habit_pairs
from ui.suppliers.people_section import PeopleSection
from ui.suppliers.presenter import SupplierFile
from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.pair_rows import PairRows
from ui.widgets.text import Text
from ui.widgets.titled import Titled


class HabitsSection(Titled):
    """Show how they move, with the number of negotiations that it rests on."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say("How they move"), parent=parent)
        self._say = say
        self.pairs = PairRows(theme, "body", hairlines=True, parent=self)
        self._nothing = Text(
            theme, say("Shown after two closed negotiations with offers."), color="muted", wrap=True, parent=self
        )
        for part in (self.pairs, self._nothing):
            self.column.addWidget(part)

    def show_file(self, file: SupplierFile) -> None:
        """Show what the past of this supplier tells."""
        say, habits = self._say, file.past.habits
        found = habit_pairs(say, habits)
        self.pairs.set_pairs(found)
        self.pairs.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.title.set_aside(say.plural("{n} negotiation", "{n} negotiations", habits.sample) if habits.sample else "")


class SupplierSide(QWidget):
    """What is read before one deals with a supplier, in the order of its worth."""

    answer_wanted = Signal(object)  # About
    person_wanted = Signal(int)
    new_person_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.dependence = DependenceSection(theme, say, self)
        self.habits = HabitsSection(theme, say, self)
        self.people = PeopleSection(theme, say, self)
        self.ask = AskNext(theme, say, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.dependence, self.habits, self.people, self.ask):
            self._column.addWidget(part)
        self.ask.answer_wanted.connect(self.answer_wanted)
        self.people.row_activated.connect(self.person_wanted.emit)
        self.people.new_wanted.connect(self.new_person_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """Return the tables in which the keys of the place work."""
        return (self.people.table, self.ask.table)

    def show_file(self, file: SupplierFile, *, another: bool) -> None:
        """Show what this file tells, of `another` supplier from its beginning."""
        self.dependence.show_supplier(file.supplier)
        self.habits.show_file(file)
        self.people.show_people(file.people, another=another)
        self.ask.show_gaps(file.gaps, another=another)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self.dependence.set_editing(allowed=allowed)
        self.people.add.setEnabled(allowed)

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(16))
