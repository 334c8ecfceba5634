"""ui: the questions of the strategy sheet in two columns, ours and theirs; theirs rest on a basis."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtWidgets import QWidget

from core.naming import basis_word
from core.side import Basis, Side
from core.strategy import Answer, Question
from core.words import Words
from ui.autosave import SavedChoice
from ui.prepare.steps.quiet_text import QuietText, QuietTexts
from ui.theme import Theme
from ui.widgets.text import Text

_SHORT = 96


class Questions(QuietTexts):
    """The strategy questions in two columns, ours and theirs; theirs rest on a basis."""

    wants_put: Callable[[Side, Question, str, Basis | None], None]

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build a row for each question."""
        super().__init__(theme, say, 2, parent)
        self.fields: dict[tuple[Side, Question], QuietText] = {}
        self.bases: dict[Question, SavedChoice] = {}
        ours = Text(theme, say("We"), "title", color="us", parent=self)
        theirs = Text(theme, say("They"), "title", color="them", parent=self)
        self._add_heads(Text(theme, say("Strategy"), "title", parent=self), [[ours], [theirs]])
        bases = [(basis.value, basis_word(say, basis)) for basis in Basis]
        self._rows: dict[Question, tuple[QWidget, ...]] = {}
        for question in Question:
            name = _question(say, question)
            for side in Side:
                whose = say("ours") if side is Side.US else say("theirs")
                hint = _hint(say, question) if side is Side.US else _their_hint(say, question)
                field = QuietText(theme, f"{name}, {whose}", hint=hint, parent=self)
                field.edited.connect(lambda _text, side=side, question=question: self._put(side, question))
                self.fields[side, question] = field
            choice = SavedChoice(theme, say("What it rests on: {question}", question=name), bases, self)
            choice.edited.connect(lambda _key, question=question: self._put(Side.THEM, question))
            self.bases[question] = choice
            self._rows[question] = self._add_row(name, [self.fields[side, question] for side in Side], choice)
        self._fit_bases()
        theme.theme_changed.connect(self._fit_bases)

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

    def focus_first(self) -> None:
        """Give the first text that is shown the focus."""
        next(field for field in self.fields.values() if not field.isHidden()).setFocus()

    def _put(self, side: Side, question: Question) -> None:
        basis = Basis(str(self.bases[question].currentData())) if side is Side.THEM else None
        self.wants_put(side, question, self.fields[side, question].toPlainText(), basis)

    def _fit_bases(self) -> None:
        for choice in self.bases.values():
            choice.setFixedWidth(self._theme.space(_SHORT))


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
        Question.GOAL: say("What do we want to reach?"),
        Question.BEST: say("What if all goes well?"),
        Question.FAIR: say("What would both call fair?"),
        Question.MINIMUM: say("What is the least we would sign?"),
    }[question]


def _their_hint(say: Words, question: Question) -> str:
    return {
        Question.SITUATION: say("How do they see it?"),
        Question.GOAL: say("What do they want to reach?"),
        Question.BEST: say("What would please them most?"),
        Question.FAIR: say("What would they call fair?"),
        Question.MINIMUM: say("What is the least they would sign?"),
    }[question]
