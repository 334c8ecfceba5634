"""ui: the step of goal and mode - the matter itself, and what both sides answer to the strategy questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from core.negotiation import Depth, Mode, Weighting
from core.plan import PointKind
from core.side import Basis, Side
from core.strategy import Question
from core.words import Words
from ui.navigation import NEGOTIATION, Place
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.last_time import LastTime
from ui.prepare.steps.mode_facts import ModeFacts
from ui.prepare.steps.mode_panel import ModePanel
from ui.prepare.steps.questions import Questions
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.prepare.steps.win_win import WinWin
from ui.record_form import RecordForm
from ui.sheets.kept import NotRead
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.section import SectionTitle
from ui.widgets.segments import Segments
from ui.widgets.text import Text

_LABEL = 104


class GoalStep(StepPage):
    """Edit the negotiation's own fields and the strategy sheet."""

    reveals = frozenset({"answer"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the two forms and the questions."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Goal and mode"), parent)
        self._may_edit = True
        # made in the order in which they are read, which is that of the key Tab
        self.last_time = LastTime(theme, say, self)
        self.last_time.fill_wanted.connect(self._on_fill_wanted)
        self.last_time.negotiation_wanted.connect(
            lambda record: self.go_wanted.emit(Place(NEGOTIATION, record, "debrief", "commitments"))
        )
        self.questions = Questions(theme, say, self)
        self.questions.wants_put = self._on_answer
        self._mode_title = SectionTitle(theme, say("Mode"), parent=self)
        self.mode = Segments(
            theme,
            say("Mode"),
            [(Mode.INTEGRATIVE.value, say("Win-win")), (Mode.DISTRIBUTIVE.value, say("Win-lose"))],
            self,
        )
        self.mode.chosen.connect(lambda key: self._on_field("mode", key))
        self._mode_words = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.facts = ModeFacts(theme, say, self)
        self.facts.edited.connect(lambda key, choice: self.run(lambda: presenter.set_fact(key, choice)))
        self.advice = ModePanel(theme, say, self)
        self.win_win = WinWin(tools, self, presenter.tests, self)
        self.win_win.tests.kept_changed.connect(self.kept_changed)
        self.win_win.way_wanted.connect(lambda text: self.run(lambda: presenter.plan_move(text)))
        self._about_title = SectionTitle(theme, say("The negotiation"), parent=self)
        self.matter, self.terms = self._build_forms(theme, say)
        for form in (self.matter, self.terms):
            form.edited.connect(self._on_field)
        self._scroller = Scroller(theme, 120, self)
        self._mode_row, self._mode_column = QHBoxLayout(), QVBoxLayout()
        self._forms_row, self._about_column = QHBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._dress_rows()
        theme.theme_changed.connect(self._dress_rows)

    def _lay_out(self) -> None:
        self._mode_row.addWidget(self.mode)
        self._mode_row.addWidget(self._mode_words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._mode_column.addWidget(self._mode_title)
        self._mode_column.addLayout(self._mode_row)
        self._mode_column.addWidget(self.facts)
        self._mode_column.addWidget(self.advice)
        self._forms_row.addWidget(self.matter, 1, Qt.AlignmentFlag.AlignTop)
        self._forms_row.addWidget(self.terms, 1, Qt.AlignmentFlag.AlignTop)
        self._about_column.addWidget(self._about_title)
        self._about_column.addLayout(self._forms_row)
        column = self._scroller.column
        column.add_wide(self.last_time)
        column.add(self.questions)
        column.add(self._mode_column)
        column.add_wide(self.win_win)
        column.add(self._about_column)
        column.addStretch(1)
        self.column.add_wide(self._scroller, 1)

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
        terms.add_line("annual_rate", say("Annual rate"), hint=say("% a year, for payment days"))
        terms.add_line("approver", say("Approver"), hint=say("who has to agree"))
        terms.add_line("approver_role", say("Approver’s role"), hint=say("for the page of approvals"))
        return matter, terms

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        say = self.tools.say
        texts = self.presenter.field_texts()
        for form in (self.matter, self.terms):
            show = form.show_record if another else form.show_values
            show({key: texts[key] for key in form.fields})
            form.show_marks(self.presenter.negotiation.prefilled)
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
        self.win_win.show_prepared(self.presenter.prepared)
        self.questions.show_answers(self.presenter.answer, another=another)
        self._fit_depth()
        self.detail.setText(self.presenter.negotiation.supplier_name)

    def commit(self) -> None:
        for form in (self.matter, self.terms):
            form.commit()
        self.win_win.commit()
        self.questions.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self.mode.setEnabled(allowed)
        self.facts.set_editing(allowed=allowed)
        self.win_win.set_editing(allowed=allowed)
        self.last_time.set_editing(allowed=allowed)
        for form in (self.matter, self.terms):
            form.set_editing(allowed=allowed)
        self.questions.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        self.questions.focus_first()

    def reveal_change(self, changes: Changes) -> bool:
        return changes.concern("answer")

    def go_spot(self, _record: str, field: str) -> None:
        if field == PointKind.TEST.value:
            self.win_win.tests.go_to_new()
            self._scroller.ensureWidgetVisible(self.win_win)
            return
        side, _, question = field.partition("-")
        target: QWidget = self.facts.choices.get(field, self.mode)
        if question:
            target = self.questions.fields[Side(side), Question(question)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroller.ensureWidgetVisible(target)

    def _fit_depth(self) -> None:
        """Ask for less where the preparation is to go less far."""
        is_full = self.presenter.negotiation.depth is Depth.FULL
        for part in (self.facts, self.advice, self.win_win, self.terms):
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
        self._about_column.setSpacing(space(10))
