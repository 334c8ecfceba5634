"""ui: the questions of the strategy sheet in two columns, ours and theirs; theirs rest on a basis."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from core.naming import basis_word
from core.side import Basis, Side
from core.strategy import Answer, Question
from core.words import Words
from ui.autosave import SavedChoice
from ui.prepare.steps.behind import QuietText
from ui.theme import Theme
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_QUESTION = 128
_SHORT = 96


class Questions(QWidget):
    """The strategy questions in two columns, ours and theirs; theirs rest on a basis."""

    wants_put: Callable[[Side, Question, str, Basis | None], None]

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build a row for each question."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.fields: dict[tuple[Side, Question], QuietText] = {}
        self.bases: dict[Question, SavedChoice] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(Text(theme, say("Strategy"), "title", parent=self), 0, 0)
        self._heads = (QHBoxLayout(), QHBoxLayout())
        self._heads[0].addWidget(Text(theme, say("We"), "title", color="us", parent=self))
        self._heads[1].addWidget(Text(theme, say("They"), "title", color="them", parent=self))
        self._grid.addLayout(self._heads[0], 0, 1)
        self._grid.addLayout(self._heads[1], 0, 2, 1, 2)
        self._grid.addWidget(Hairline(theme, "line2", self), 1, 0, 1, 4)
        bases = [(basis.value, basis_word(say, basis)) for basis in Basis]
        self._labels: list[Text] = []
        self._rows: dict[Question, tuple[QWidget, ...]] = {}
        for number, question in enumerate(Question):
            row, name = 2 + 2 * number, _question(say, question)
            label = Text(theme, name, color="muted", wrap=True, parent=self)
            self._labels.append(label)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            for column, side in enumerate(Side, start=1):
                whose = say("ours") if side is Side.US else say("theirs")
                hint = _hint(say, question) if side is Side.US else say("as far as you know it")
                field = QuietText(theme, f"{name}, {whose}", hint=hint, parent=self)
                field.edited.connect(lambda _text, side=side, question=question: self._put(side, question))
                self.fields[side, question] = field
                self._grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
            choice = SavedChoice(theme, say("What it rests on: {question}", question=name), bases, self)
            choice.edited.connect(lambda _key, question=question: self._put(Side.THEM, question))
            self.bases[question] = choice
            self._grid.addWidget(choice, row, 3, Qt.AlignmentFlag.AlignTop)
            line = Hairline(theme, parent=self)
            self._grid.addWidget(line, row + 1, 0, 1, 4)
            self._rows[question] = (label, line, *(self.fields[side, question] for side in Side))
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_answers(self, answer: Callable[[Side, Question], Answer | None], *, another: bool) -> None:
        """Show what is answered; a text that is being edited stays, unless it is `another` negotiation's."""
        for (side, question), field in self.fields.items():
            found = answer(side, question)
            text, basis = ("", None) if found is None else (found.text, found.basis)
            if another:
                field.take_back()
            field.show_value(text)
            field.set_marked(found is not None and "text" in found.prefilled, self._say("prefilled"))
            if side is Side.THEM:
                choice = self.bases[question]
                choice.show_value((basis or Basis.GUESS).value)
                choice.setVisible(bool(text))

    def show_only(self, asked: Container[Question]) -> None:
        """Show the rows of some questions; the others keep their answers.

        A basis that is hidden since nothing is answered keeps its room, else the texts would move.
        """
        for question, parts in self._rows.items():
            for part in parts:
                part.setVisible(question in asked)
            basis = self.bases[question]
            policy = basis.sizePolicy()
            policy.setRetainSizeWhenHidden(question in asked)
            basis.setSizePolicy(policy)
            basis.setVisible(question in asked and bool(self.fields[Side.THEM, question].toPlainText()))

    def commit(self) -> None:
        """Tell what is being edited."""
        for field in self.fields.values():
            field.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        for field in self.fields.values():
            field.setReadOnly(not allowed)
        for choice in self.bases.values():
            choice.setReadOnly(not allowed)

    def _put(self, side: Side, question: Question) -> None:
        basis = Basis(str(self.bases[question].currentData())) if side is Side.THEM else None
        self.wants_put(side, question, self.fields[side, question].toPlainText(), basis)

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setColumnMinimumWidth(0, space(_QUESTION))
        self._grid.setRowMinimumHeight(0, space(28))
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(2))
        for head in self._heads:
            head.setContentsMargins(space(8), 0, 0, 0)
        for choice in self.bases.values():
            choice.setFixedWidth(space(_SHORT))
        for label in self._labels:
            label.setContentsMargins(0, space(5), 0, 0)


def _question(say: Words, question: Question) -> str:
    return {
        Question.SITUATION: say("Situation"),
        Question.GOAL: say("Goal"),
        Question.BEST: say("Best possible outcome"),
        Question.FAIR: say("Fair deal"),
        Question.MINIMUM: say("Minimum acceptable deal"),
    }[question]


def _hint(say: Words, question: Question) -> str:
    return {
        Question.SITUATION: say("Where do we stand, and why now?"),
        Question.GOAL: say("What do we want to have reached?"),
        Question.BEST: say("What would be the best, if all goes well?"),
        Question.FAIR: say("What would both sides call fair?"),
        Question.MINIMUM: say("What is the least that we would sign?"),
    }[question]
