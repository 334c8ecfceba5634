"""ui: the closing of a negotiation - lines to clear up, the deal as it will be signed, and how the talk ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.debrief import Outcome
from ui.debrief.commitments import CommitmentsSection
from ui.debrief.deal_table import DealTable
from ui.debrief.presenter import DebriefPresenter
from ui.debrief.unread_section import UnreadSection
from ui.flag_levels import LEVELS
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inset import inset
from ui.widgets.page import Page, stacked
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_WIDEST = 960  # pixels at 100 %: figures stay near the names they belong to


class ClosingPage(Page):
    """Show what was agreed, let it be put right, and close."""

    outcome_chosen = Signal(object)  # Outcome
    back_wanted = Signal()

    def __init__(self, tools: Tools, presenter: DebriefPresenter, parent: QWidget | None = None) -> None:
        """Take the presenter; nothing is shown before `show_closing`."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, "base", 12, parent)
        self._say = say
        self._presenter = presenter
        self.title = Text(theme, "", "page", wrap=True)
        self._sentence = Text(
            theme,
            say(
                "Put right what was agreed and say how the talk ended. What follows takes ten minutes: "
                "who moved, what each side says to itself, what was promised, and one learning for the next time."
            ),
            color="muted",
            wrap=True,
        )
        self.unread = UnreadSection(theme, say, presenter.unread, self)
        self.commitments = CommitmentsSection(theme, say, self)
        self._deal_title = SectionTitle(theme, say("The deal"), line=False)
        self.deal = DealTable(theme, say, closed=False)
        self.deal.set_empty_text(say("No issue was prepared. The talk can be closed all the same."))
        self.strip = ReasonStrip(theme, say)
        self.standing = Text(theme, "", "sentence", bold=True, wrap=True)
        self.buttons = {
            Outcome.AGREED: Button(theme, say("Close as agreed"), ButtonKind.PRIMARY, key="Ctrl+Return", large=True),
            Outcome.NO_DEAL: Button(theme, say("Close without a deal"), large=True),
            Outcome.ADJOURNED: Button(theme, say("Adjourn"), large=True),
        }
        self.back = Button(theme, say("Back to the debrief"), ButtonKind.QUIET)
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.space(8))
        for outcome, button in self.buttons.items():
            box.addWidget(button)
            button.clicked.connect(lambda _=False, outcome=outcome: self.outcome_chosen.emit(outcome))
        box.addWidget(self.back)
        box.addStretch(1)
        self.back.clicked.connect(self.back_wanted)
        self._inner = QWidget()
        self._parts = QVBoxLayout(self._inner)
        self._parts.setContentsMargins(0, 0, 0, 0)
        for part in (
            inset(theme, self.title, self._sentence),
            self.unread,
            stacked(inset(theme, self._deal_title), self.deal, self.strip),
            self.commitments,
            inset(theme, self.standing),
            inset(theme, row),
        ):
            self._parts.addWidget(part)
        across = QHBoxLayout()
        across.addWidget(self._inner, 1000)
        across.addStretch(1)
        self.column.addLayout(across)
        self.column.addStretch(1)
        self._fit()
        theme.theme_changed.connect(self._fit)

    def show_closing(self, *, allowed: bool) -> None:
        """Show what the presenter loaded."""
        presenter, say = self._presenter, self._say
        if presenter.debrief is None:
            self.title.setText(say("Nothing is closed yet"))
        else:
            self.title.setText(say("Open again, to be closed once more"))
        self.back.setVisible(presenter.is_closing)
        self.unread.show_rows(presenter.unread.rows(), allowed=allowed)
        self._deal_title.set_detail(presenter.open_issues() if presenter.negotiation.issues else "")
        self.deal.can_edit = allowed
        self.deal.set_editable(allowed)
        self.deal.show_deal(presenter.deal_rows())
        self.commitments.show_rows(presenter.commitments())
        self.commitments.set_editing(allowed=allowed)
        strip = presenter.strip()
        self.strip.set_reason(None if strip.flag is None else LEVELS[strip.flag], strip.text)
        standing = presenter.standing()
        self.standing.setText(standing)
        self.standing.setVisible(bool(standing))
        for button in self.buttons.values():
            button.setEnabled(allowed)

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theme.space(_WIDEST))
        self._parts.setSpacing(self._theme.space(16))

    def commit(self) -> None:
        """Keep what is being edited."""
        self.deal.commit()
        self.commitments.commit()

    def focus_first(self) -> None:
        """Give the focus to the first unread line, else to the deal, else to the buttons."""
        if not self.unread.isHidden():
            self.unread.focus_first()
        elif self.deal.model.rows:
            self.deal.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.buttons[Outcome.AGREED].setFocus(Qt.FocusReason.OtherFocusReason)
