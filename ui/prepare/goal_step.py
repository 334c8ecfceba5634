"""ui: the step of goal and mode - the matter itself, and what both sides answer to the strategy questions."""

from __future__ import annotations

from collections.abc import Callable, Container

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from core.naming import basis_word
from core.negotiation import Depth, Mode, Weighting
from core.side import Basis, Side
from core.strategy import Question
from core.words import Words
from ui.autosave import SavedChoice
from ui.navigation import NEGOTIATION, Place
from ui.prepare.behind import QuietText
from ui.prepare.kept import NotRead
from ui.prepare.last_time import LastTime
from ui.prepare.mode_facts import ModeFacts
from ui.prepare.mode_panel import ModePanel
from ui.prepare.presenter import PreparePresenter
from ui.prepare.step_page import Scroller, StepPage
from ui.record_form import RecordForm
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.section import Hairline
from ui.widgets.segments import Segments
from ui.widgets.text import Text

_LABEL = 104
_QUESTION = 128
_SHORT = 96


class GoalStep(StepPage):
    """Edit the negotiation's own fields and the strategy sheet."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the two forms and the questions."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Goal and mode"), parent)
        self._may_edit = True
        self.mode = Segments(
            theme,
            say("Mode"),
            [(Mode.INTEGRATIVE.value, say("Win-win")), (Mode.DISTRIBUTIVE.value, say("Win-lose"))],
            self,
        )
        self.mode.chosen.connect(lambda key: self._on_field("mode", key))
        self._mode_words = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.matter, self.terms = self._build_forms(theme, say)
        scroller = Scroller(theme, 120, self)
        self._scroller = scroller
        mode = QHBoxLayout()
        mode.addWidget(self.mode)
        mode.addWidget(self._mode_words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._mode_row = mode
        self.advice = ModePanel(theme, say, self)
        self.facts = ModeFacts(theme, say, self)
        self.facts.edited.connect(lambda key, choice: self.run(lambda: presenter.set_fact(key, choice)))
        top = QVBoxLayout()
        self._mode_column = top
        top.addLayout(mode)
        top.addWidget(self.facts)
        top.addWidget(self.advice)
        self.last_time = LastTime(theme, say, self)
        self.last_time.fill_wanted.connect(self._on_fill_wanted)
        self.last_time.negotiation_wanted.connect(
            lambda record: self.go_wanted.emit(Place(NEGOTIATION, record, "debrief", "commitments"))
        )
        scroller.column.addWidget(self.last_time)
        scroller.column.addLayout(top)
        forms = QHBoxLayout()
        self._forms_row = forms
        for form in (self.matter, self.terms):
            forms.addWidget(form, 1, Qt.AlignmentFlag.AlignTop)
            form.edited.connect(self._on_field)
        scroller.column.addLayout(forms)
        self.questions = Questions(theme, say, self)
        self.questions.wants_put = self._on_answer
        scroller.column.addWidget(self.questions)
        scroller.column.addStretch(1)
        self.column.addWidget(scroller, 1)
        self._dress_rows()
        theme.theme_changed.connect(self._dress_rows)

    def _build_forms(self, theme: Theme, say: Words) -> tuple[RecordForm, RecordForm]:
        matter = RecordForm(theme, say, label_width=_LABEL, parent=self)
        matter.add_line("title", say("Subject"))
        matter.add_text("matter", say("Matter"), hint=say("what this is about, in a sentence or two"), least_lines=4)
        matter.add_line("lead", say("Lead"), hint=say("who negotiates for us"))
        terms = RecordForm(theme, say, label_width=_LABEL, parent=self)
        terms.add_line("currency", say("Currency"), hint=say("three letters, such as EUR"))
        terms.add_choice(
            "weighting",
            say("Weights"),
            [
                (Weighting.DIRECT.value, say("any numbers")),
                (Weighting.RANKING.value, say("a ranking, 1 is first")),
                (Weighting.MONEY.value, say("what each range is worth in money")),
            ],
        )
        terms.add_line("annual_rate", say("Annual rate"), hint=say("per cent a year, to compare payment days"))
        terms.add_line("approver", say("Approver"), hint=say("who has to agree"))
        terms.add_line("approver_role", say("Approver’s role"))
        return matter, terms

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        say = self.tools.say
        texts = self.presenter.field_texts()
        for form in (self.matter, self.terms):
            show = form.show_record if another else form.show_values
            show({key: texts[key] for key in form.fields})
        mode = Mode(texts["mode"])
        self.mode.set_current(mode.value)
        self._mode_words.setText(
            say("Integrative: interests before positions, more than one issue on the table, a relationship that lasts.")
            if mode is Mode.INTEGRATIVE
            else say("Distributive: one party’s gain is the other’s loss. Say little, and let them move first.")
        )
        self.advice.show_advice(self.presenter.prepared.mode_advice, mode)
        self.facts.show_facts(self.presenter.facts())
        lendable = self.presenter.known_from_before().count
        self.last_time.show_before(self.presenter.before, lendable, another=another)
        self._fit_depth()
        self.questions.show_answers(self.presenter.answer, another=another)
        self.detail.setText(self.presenter.negotiation.supplier_name)

    def commit(self) -> None:
        for form in (self.matter, self.terms):
            form.commit()
        self.questions.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self.mode.setEnabled(allowed)
        self.facts.set_editing(allowed=allowed)
        self.last_time.set_editing(allowed=allowed)
        for form in (self.matter, self.terms):
            form.set_editing(allowed=allowed)
        self.questions.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        self.matter.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        return changes.concern("answer")

    def go_spot(self, _record: str, field: str) -> None:
        side, _, question = field.partition("-")
        target: QWidget = self.facts.choices.get(field, self.mode)
        if question:
            target = self.questions.fields[Side(side), Question(question)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroller.ensureWidgetVisible(target)

    def _fit_depth(self) -> None:
        """Ask for less where the preparation is to go less far."""
        is_full = self.presenter.negotiation.depth is Depth.FULL
        for part in (self.facts, self.advice, self.terms):
            part.setVisible(is_full)
        for key in ("matter", "lead"):
            self.matter.show_row(self.matter.fields[key], is_full)
        self.questions.show_only(tuple(Question) if is_full else (Question.GOAL,))

    # verbs

    def _on_fill_wanted(self) -> None:
        self.commit()
        self.run(lambda: self.presenter.lend(self.presenter.known_from_before()))

    def _on_field(self, key: str, text: str) -> None:
        form = next((each for each in (self.matter, self.terms) if key in each.fields), None)
        try:
            changes = self.presenter.change_field(key, text)
        except (NotRead, LogrollError) as trouble:
            words = self.tools.say.message(trouble.message) if isinstance(trouble, LogrollError) else str(trouble)
            if form is not None:
                form.set_problem(form.fields[key], words)
            return
        if form is not None:
            form.set_problem(form.fields[key], "")
        if changes.entry:
            self.changes_made.emit(changes)

    def _on_answer(self, side: Side, question: Question, text: str, basis: Basis | None) -> None:
        self.run(lambda: self.presenter.put_answer(side, question, text, basis))

    def _dress_rows(self) -> None:
        space = self.tools.theme.space
        self._mode_row.setSpacing(space(16))
        self._mode_column.setSpacing(space(10))
        self._forms_row.setSpacing(space(24))


class Questions(QWidget):
    """The strategy questions in two columns, ours and theirs; theirs rest on a basis."""

    wants_put: Callable[[Side, Question, str, Basis | None], None]

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build a row for each question."""
        super().__init__(parent)
        self._theme = theme
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

    def show_answers(self, answer: Callable[[Side, Question], tuple[str, Basis | None]], *, another: bool) -> None:
        """Show what is answered; a text that is being edited stays, unless it is `another` negotiation's."""
        for (side, question), field in self.fields.items():
            text, basis = answer(side, question)
            if another:
                field.take_back()
            field.show_value(text)
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
