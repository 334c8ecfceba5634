"""ui: Debrief - close what was agreed, then hold it against what was prepared and keep what was learned."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from core.changes import Changes
from core.debrief import Outcome
from core.errors import LogrollError
from ui.debrief.closed import ClosedPage
from ui.debrief.closing import ClosingPage
from ui.debrief.commitments import CommitmentsSection
from ui.debrief.concessions import ConcessionsSection
from ui.debrief.guesses import GuessesSection
from ui.debrief.presenter import DebriefPresenter, Stage
from ui.debrief.progress import COMMITMENTS, EXCEPTIONS, GUESSES, MOVED, OUTCOME, OUTTAKES, STEPS, step_name
from ui.debrief.words_pane import LEARNING as LEARNING_FIELD
from ui.debrief.words_pane import THEIRS, WordsPane
from ui.line_list import Begun
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.tab import Tab
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty_place import EmptyPlace, Way
from ui.widgets.step_pane import StepPane, StepPanes

if TYPE_CHECKING:
    from db.logbook import Logbook

_SIDE = 340  # pixels at 100 %


class DebriefView(Tab):
    """Close one negotiation and debrief it."""

    def __init__(self, tools: Tools, logbook: Logbook, parent: QWidget | None = None) -> None:
        """Build the pages; nothing is loaded before `show_negotiation`."""
        super().__init__(tools, logbook, parent)
        self.presenter = DebriefPresenter(logbook, tools.say, tools.clock)
        self.step = OUTCOME
        self.may_edit = True
        self._begun: dict[int, Begun] = {}  # a commitment that was begun and not entered, by negotiation
        self.empty, self._empty_buttons = self._build_empty()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for keys, step in (("Ctrl+Return", 1), ("Ctrl+Enter", 1), ("Ctrl+Shift+Return", -1), ("Ctrl+Shift+Enter", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._walk(step))

    # Each page is made when it is shown first: a negotiation that goes on needs one of them, a closed one the other.

    @cached_property
    def closing(self) -> ClosingPage:
        """Return the page on which a negotiation is closed."""
        made = ClosingPage(self.tools, self.presenter, self)
        self._stack.addWidget(made)
        made.outcome_chosen.connect(self._close)
        made.back_wanted.connect(lambda: self._set_closing(on=False))
        self._connect(made)
        return made

    @cached_property
    def closed(self) -> ClosedPage:
        """Return the page on which a closed negotiation is held against what was prepared."""
        presenter, made = self.presenter, ClosedPage(self.tools, self.presenter, self)
        made.report.clicked.connect(lambda: self._go("documents"))
        made.reopen.clicked.connect(lambda: self._run(presenter.reopen, undo=True))
        made.close_now.clicked.connect(lambda: self._set_closing(on=True))
        made.concessions.completed.connect(lambda found, text: self._run(lambda: presenter.complete(found, text)))
        made.concessions.dismissed.connect(lambda found: self._run(lambda: presenter.dismiss(found), undo=True))
        made.guesses.write = self._write_guess
        self._connect(made)
        return made

    @cached_property
    def words(self) -> WordsPane:
        """Return what is said to oneself, beside the closed page."""
        presenter, made = self.presenter, WordsPane(self.tools.theme, self.tools.say, self)
        made.edited.connect(lambda key, text: self._run(lambda: presenter.write(key, text)))
        made.rated.connect(lambda key: self._run(lambda: presenter.rate(key)))
        made.step_wanted.connect(self._walk)
        return made

    @cached_property
    def step_pane(self) -> StepPane:
        """Return the list of steps beside the closed page."""
        say = self.tools.say
        made = StepPane(self.tools.theme, say, [(key, step_name(say, key)) for key in STEPS], parent=self)
        made.steps.chosen.connect(self.go_step)
        return made

    @cached_property
    def _panes(self) -> StepPanes:
        # in this order, in which Tab comes to them
        closed, words, step_pane = self.closed, self.words, self.step_pane
        made = StepPanes(self.tools.theme, step_pane, closed, words, _SIDE, self)
        self._stack.addWidget(made)
        self.part_made.emit(self)
        return made

    @property
    def _pages(self) -> tuple[ClosingPage | ClosedPage, ...]:
        """Return the pages that have been made."""
        made = (vars(self).get(name) for name in ("closing", "closed"))
        return tuple(page for page in made if page is not None)

    @property
    def _page(self) -> ClosingPage | ClosedPage | None:
        """Return the page that is shown, None while nothing was said."""
        match self.presenter.stage:
            case Stage.CLOSING:
                return self.closing
            case Stage.CLOSED:
                return self.closed
        return None

    # Tab

    def show_negotiation(self, negotiation_id: int) -> None:
        another = negotiation_id != self.negotiation_id
        if another and self.negotiation_id and self._page is not None:
            self._begun[self.negotiation_id] = self._page.commitments.begun
        super().show_negotiation(negotiation_id)
        self.presenter.load(negotiation_id)
        if another:
            self.step = OUTCOME
            for page in self._pages:
                page.verticalScrollBar().setValue(0)
                page.commitments.begin()
        self._show()
        if another and self._page is not None:
            # what was begun in one debrief is not entered into another by mistake
            self._page.commitments.begin(self._begun.pop(negotiation_id, None))

    def refresh(self, changes: Changes) -> None:
        if self.negotiation_id and changes.concern("negotiation", self.negotiation_id):
            before = self.presenter.stage
            had_focus = self._has_focus()
            self.presenter.note_change(changes)
            self.presenter.load(self.negotiation_id)
            self._show()
            if had_focus and self.presenter.stage is not before:
                self.focus_first()

    def reveal(self, spot: str, changes: Changes | None = None) -> None:
        if changes is not None:
            self._reveal_change(changes)
        elif spot in STEPS and self.presenter.stage is Stage.CLOSED:
            self._show_step(spot)

    def leave(self) -> bool:
        self._commit()
        return True

    def set_editing(self, allowed: bool) -> None:
        self.may_edit = allowed
        for button in self._empty_buttons:
            button.setEnabled(allowed)
        if self.negotiation_id:
            self._show()

    def focus_first(self) -> None:
        match self.presenter.stage:
            case Stage.EMPTY:
                self._empty_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
            case Stage.CLOSING:
                self.closing.focus_first()
            case Stage.CLOSED:
                self.closed.deal.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        match self.presenter.stage:
            case Stage.EMPTY:
                return (self.empty,)
            case Stage.CLOSING:
                return (self.closing,)
            case Stage.CLOSED:
                return (self.step_pane, self.closed, self.words)

    def side_pane(self) -> QWidget | None:
        return self.words if self.presenter.stage is Stage.CLOSED else None

    # steps

    def go_step(self, key: str) -> None:
        """Show a step and give the focus to what it is filled by."""
        self._commit()
        self._show_step(key)
        closed = self.closed
        parts: dict[str, tuple[QWidget, Callable[[], None]]] = {
            OUTCOME: (closed.deal, lambda: closed.deal.view.setFocus(Qt.FocusReason.OtherFocusReason)),
            MOVED: (closed.concessions, closed.concessions.focus_first),
            EXCEPTIONS: (closed.exceptions, lambda: None),
            COMMITMENTS: (closed.commitments, closed.commitments.focus_line),
            GUESSES: (closed.guesses, closed.guesses.focus_first),
        }
        if key in parts:
            part, focus = parts[key]
            closed.ensureWidgetVisible(part, 0)
            focus()
        else:
            if not self._panes.is_shown(2):
                self._panes.toggle_side()
            self.words.focus_field(THEIRS if key == OUTTAKES else LEARNING_FIELD)
        self.spot_changed.emit(key)

    def _walk(self, by: int) -> None:
        if self.presenter.stage is Stage.CLOSING:
            if by > 0:
                self._close(Outcome.AGREED)
            return
        at = STEPS.index(self.step) + by
        if self.presenter.stage is Stage.CLOSED and 0 <= at < len(STEPS):
            self.go_step(STEPS[at])

    def _show_step(self, key: str) -> None:
        say, at = self.tools.say, STEPS.index(key)
        self.step = key
        self.step_pane.steps.set_current(key)
        before = step_name(say, STEPS[at - 1]) if at else ""
        after = step_name(say, STEPS[at + 1]) if at + 1 < len(STEPS) else ""
        self.words.show_step(say("step {n} of {all}", n=at + 1, all=len(STEPS)), before, after)

    # showing

    def _show(self) -> None:
        presenter = self.presenter
        match presenter.stage:
            case Stage.EMPTY:
                self._stack.setCurrentWidget(self.empty)
            case Stage.CLOSING:
                self.closing.show_closing(allowed=self.may_edit)
                self._stack.setCurrentWidget(self.closing)
            case Stage.CLOSED:
                debrief = presenter.debrief
                self.closed.show_debrief(allowed=self.may_edit)
                rating = None if debrief is None else debrief.relationship
                self.words.set_editing(allowed=self.may_edit)
                self.words.show_words(presenter.words(), "" if rating is None else str(rating))
                self.step_pane.show_states(presenter.steps(), presenter.last_change())
                self._show_step(self.step)
                self._stack.setCurrentWidget(self._panes)

    def _reveal_change(self, changes: Changes) -> None:
        """Go to the row of what changed, as far as the page that is shown has a table of it."""
        sections: dict[str, tuple[str, CommitmentsSection | ConcessionsSection | GuessesSection]]
        if self.presenter.stage is Stage.CLOSING:
            page: ClosingPage | ClosedPage = self.closing
            sections = {"commitment": (COMMITMENTS, self.closing.commitments)}
        elif self.presenter.stage is Stage.CLOSED:
            page, closed = self.closed, self.closed
            sections = {
                "commitment": (COMMITMENTS, closed.commitments),
                "concession": (MOVED, closed.concessions),
                "estimate": (GUESSES, closed.guesses),
            }
        else:
            return
        for touched in changes.touched:
            step, section = sections.get(touched.kind, ("", None))
            if section is not None and section.table.go_to(touched.id):
                if page is self.closed:
                    self._show_step(step)
                page.ensureWidgetVisible(section, 0)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return self.isVisible() and (focus is None or self.isAncestorOf(focus))

    # building

    def _build_empty(self) -> tuple[EmptyPlace, tuple[Button, ...]]:
        theme, say = self.tools.theme, self.tools.say
        agreed = Button(theme, say("Close as agreed"), large=True)
        no_deal = Button(theme, say("Close without a deal"), large=True)
        adjourn = Button(theme, say("Adjourn"), large=True)
        prepare = Button(theme, say("Prepare the issues"), ButtonKind.PRIMARY, large=True)
        ways = [
            Way("handshake", say("It ended in agreement"), say("Without an issue there is no value to show."), agreed),
            Way("circle-help", say("It ended without a deal"), say("What we say to ourselves is kept."), no_deal),
            Way("pause", say("It goes on another day"), say("The negotiation stays open."), adjourn),
        ]
        empty = EmptyPlace(
            theme,
            "book-open",
            say("Nothing is closed yet"),
            say("What was agreed against what was prepared, who moved, and one learning for the next time."),
            prepare,
            ways,
            self,
        )
        prepare.clicked.connect(lambda: self._go("prepare"))
        for button, outcome in (
            (agreed, Outcome.AGREED),
            (no_deal, Outcome.NO_DEAL),
            (adjourn, Outcome.ADJOURNED),
        ):
            button.clicked.connect(lambda _=False, outcome=outcome: self._close(outcome))
        return empty, (prepare, agreed, no_deal, adjourn)

    def _connect(self, page: ClosingPage | ClosedPage) -> None:
        presenter, commitments = self.presenter, page.commitments
        page.deal.term_entered.connect(self._on_term_entered)
        page.unread.changes_made.connect(self.changes_made)
        page.unread.meet_wanted.connect(lambda: self._go("meet"))
        commitments.write = self._write_commitment
        commitments.line_of = presenter.commitment_line
        commitments.kept_toggled.connect(lambda found: self._run(lambda: presenter.toggle_kept(found)))
        commitments.delete_wanted.connect(
            lambda found: self._run(lambda: presenter.delete_commitment(found), undo=True)
        )

    # verbs

    def _run(self, verb: Callable[[], Changes | None], *, undo: bool = False) -> None:
        try:
            changes = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        if changes is None:
            return
        self.changes_made.emit(changes)
        if undo:
            self.tools.prompts.offer_undo(changes)

    def _close(self, outcome: Outcome) -> None:
        if self.may_edit:
            self._commit()
            self._run(lambda: self.presenter.close(outcome), undo=True)

    def _on_term_entered(self, issue_id: int, text: str) -> None:
        self._run(lambda: self.presenter.put_term(issue_id, text))
        # what went into the draft alone tells nobody
        self._show()

    def _write_commitment(self, commitment_id: int, text: str) -> None:
        if commitment_id:
            changes = self.presenter.change_commitment(commitment_id, text)
        else:
            changes = self.presenter.add_commitment(text)
        self.changes_made.emit(changes)

    def _write_guess(self, estimate_id: int, text: str) -> None:
        self.changes_made.emit(self.presenter.turn_out(estimate_id, text))

    def _set_closing(self, *, on: bool) -> None:
        self._commit()
        self.presenter.is_closing = on
        self.presenter.load(self.negotiation_id)
        self._show()
        self.focus_first()

    def _commit(self) -> None:
        for page in self._pages:
            page.commit()
        if "words" in vars(self):
            self.words.commit()

    def _go(self, part: str) -> None:
        self.go_wanted.emit(Place(NEGOTIATION, self.negotiation_id, part))
