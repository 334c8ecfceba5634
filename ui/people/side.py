"""ui: the side of a person's file - what to ask, tactics and style, promises, how to begin, what was learnt last."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.debrief import Learning
from core.words import Words
from ui.ask_next import AskNext
from ui.people.presenter import PersonFile
from ui.people.promises import PromisesSection
from ui.people.style_section import NextStyle
from ui.people.tactics import OwnTacticsSection, TacticsSeenSection
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text


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
        self.openers = DataTable(theme, say, say("To begin with"), header=False, fits=True, parent=self)
        self.openers.set_columns([TableColumn("words", say("Opener"), stretch=1, wrap=True)])
        opening = SectionTitle(theme, say("To begin with"), aside=say("from what is noted"), parent=self)
        self._openers_box = stacked(opening, self.openers)
        self._learning = Text(theme, "", wrap=True, parent=self)
        self._learnt = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        title = SectionTitle(theme, say("Last learning"), parent=self)
        self._learning_box = stacked(title, self._learning, self._learnt)
        self._column = QVBoxLayout(self)
        parts = (self.ask, self.tactics, self.own_tactics, self.next_style, self.promises)
        for part in (*parts, self._openers_box, self._learning_box):
            self._column.addWidget(part)
        self.ask.answer_wanted.connect(self.answer_wanted)
        self.tactics.list_wanted.connect(self.list_wanted)
        self.promises.negotiation_wanted.connect(self.negotiation_wanted)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """Return the tables in which the keys of the place work."""
        return (self.ask.table, self.tactics.table, self.promises.table, self.openers)

    def show_file(self, file: PersonFile, *, another: bool) -> None:
        """Show what this file tells, of `another` person from its beginning."""
        say = self._say
        self.ask.show_gaps(file.gaps)
        self.tactics.show_seen(file.encounters, file.sittings.met, another=another)
        self.own_tactics.show_used(file.encounters)
        self.next_style.show_advice(file.advice)
        self.promises.show_promises(file.promises, file.rates, another=another)
        self.openers.set_rows(
            [TableRow(each.note.id, {"words": TableCell(say.message(each.message))}) for each in file.openers]
        )
        self._openers_box.setVisible(bool(file.openers))
        self._show_learning(file.learning)

    def _show_learning(self, learning: Learning | None) -> None:
        self._learning_box.setVisible(learning is not None)
        if learning is not None:
            self._learning.setText(learning.text)
            self._learnt.setText(f"{learning.title}, {self._say.day(learning.on)}")

    def _dress(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space(16))
        self._learning.setContentsMargins(0, space(6), 0, 0)
