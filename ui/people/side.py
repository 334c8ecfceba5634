"""ui: the side of a person's file - what to ask, tactics and style, promises, how to begin, what was learnt last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.debrief import Learning
from core.openers import Opener
from core.words import Words
from ui.ask_next import AskNext
from ui.people.presenter import PersonFile
from ui.people.promises import PromisesSection
from ui.people.style_section import NextStyle
from ui.people.tactics import OwnTacticsSection, TacticsSeenSection
from ui.theme import Theme
from ui.widgets.data_table import DataTable
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection
from ui.widgets.text import Text
from ui.widgets.titled import Titled

OPENERS = 6  # that are shown at first


class PersonSide(QWidget):
    """What is read before one meets somebody, in the order of its worth."""

    answer_wanted = Signal(object)  # About
    negotiation_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.ask = AskNext(theme, say, self)
        self.tactics = TacticsSeenSection(theme, say, self)
        self.own_tactics = OwnTacticsSection(theme, say, self)
        self.next_style = NextStyle(theme, say, self)
        self.promises = PromisesSection(theme, say, self)
        columns = [TableColumn("words", say("Opener"), stretch=1, wrap=True)]
        none = say("Nothing yet. Likes, interests and family that are noted become a first sentence here.")
        self.openers = TableSection(
            theme, say, say("To begin with"), columns, first=OPENERS, empty=none, header=False, parent=self
        )
        self.learning = Titled(theme, say("Last learning"), gap=4, parent=self)
        self._learning = Text(theme, "", wrap=True, parent=self)
        self._learnt = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        for text in (self._learning, self._learnt):
            self.learning.column.addWidget(text)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        parts = (self.ask, self.tactics, self.own_tactics, self.next_style, self.promises, self.openers, self.learning)
        for part in parts:
            self._column.addWidget(part)
        self.ask.answer_wanted.connect(self.answer_wanted)
        self.tactics.list_wanted.connect(self.list_wanted)
        self.promises.negotiation_wanted.connect(self.negotiation_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """Return the tables in which the keys of the place work."""
        return (self.ask.table, self.tactics.table, self.promises.table, self.openers.table)

    def show_file(self, file: PersonFile, *, another: bool) -> None:
        """Show what this file tells, of `another` person from its beginning."""
        self.ask.show_gaps(file.gaps, another=another)
        self.tactics.show_seen(file.encounters, file.sittings.met, another=another)
        self.own_tactics.show_used(file.encounters)
        self.next_style.show_advice(file.advice)
        self.promises.show_promises(file.promises, file.rates, another=another)
        self.openers.show_records(file.openers, self._opener, another=another)
        self.openers.title.set_aside(self._say("from what is noted") if file.openers else "")
        self._show_learning(file.learning)

    def _opener(self, each: Opener) -> TableRow:
        return TableRow(each.note.id, {"words": TableCell(self._say.message(each.message))})

    def _show_learning(self, learning: Learning | None) -> None:
        self.learning.setVisible(learning is not None)
        if learning is not None:
            self._learning.setText(learning.text)
            self._learnt.setText(f"{learning.title}, {self._say.day(learning.on)}")

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(16))
