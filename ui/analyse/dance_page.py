"""ui: the dance view - both sides' offers in their order, and beside it where there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.outcome import lead_issue
from ui.analyse.chart_pane import ChartPane
from ui.analyse.ledger_table import LedgerTable
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.autosave import SavedChoice
from ui.navigation import NEGOTIATION, Place
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_WIDEST = 240  # pixels at 100 % that the choice of the issue takes


class DancePage(AnalysePage):
    """The dance of one issue or of the package value, with the concessions on it below."""

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=420, first=540, parent=parent)
        theme, say = tools.theme, tools.say
        self.subject = SavedChoice(theme, say("Issue"), [], self)
        self.subject.setSizeAdjustPolicy(SavedChoice.SizeAdjustPolicy.AdjustToContents)
        self.subject.setMaximumWidth(theme.space(_WIDEST))  # a long name must not widen the window
        self._chart = ChartPane(tools, self)
        self._room = ChartPane(tools, self)
        self._title = SectionTitle(theme, "", line=False, parent=self)
        self.ledger = LedgerTable(tools, self)
        self._concessions = stacked(self._title, self.ledger)
        words = say("What either side offers in Meet is drawn here, offer by offer, and below what each step gave.")
        self._silence = Text(theme, words, color="muted", wrap=True, parent=self)
        self.meet = Button(theme, say("Go to Meet"), parent=self)
        self.main.column.addWidget(self._chart)
        self.main.column.addWidget(self._concessions)
        self.main.column.addWidget(self._silence)
        self.main.column.addWidget(self.meet, 0, Qt.AlignmentFlag.AlignLeft)
        self.main.column.addStretch(1)
        self.side.column.addWidget(self._room)
        self.side.column.addStretch(1)
        self.subject.edited.connect(lambda _key: self._show_subject())
        self.meet.clicked.connect(
            lambda: self.go_wanted.emit(Place(NEGOTIATION, self.presenter.negotiation.id, "meet"))
        )

    @property
    def chart(self) -> ChartPane:
        return self._chart

    def show_found(self, *, another: bool) -> None:
        chosen = "" if another else str(self.subject.currentData() or "")
        self.subject.clear()
        keys = []
        for key, words in self.presenter.dance_choices():
            self.subject.addItem(words, key)
            keys.append(key)
        self.subject.show_value(chosen if chosen in keys else self._first())
        self._room.set_chart(self.presenter.found.room)
        is_silent = not self.presenter.found.seen.moves
        self._silence.setVisible(is_silent)
        self.meet.setVisible(is_silent)
        self._show_subject()

    def focus_first(self) -> None:
        super().focus_first()
        if not self._chart.has_chart:
            self.meet.setFocus(Qt.FocusReason.TabFocusReason)

    def _first(self) -> str:
        """Return the subject shown first: the package, unless it cannot be valued or all was said on one issue."""
        seen = self.presenter.found.seen
        spoken = {term.issue_id for line in seen.moves for term in line.terms}
        lead = lead_issue(seen.valuation)
        if seen.valuation.obstacle is None and (len(spoken) > 1 or lead is None):
            return "0"
        return str(next(iter(spoken), lead.id if lead is not None else 0))

    def _show_subject(self) -> None:
        issue_id = int(self.subject.currentData() or 0)
        self._chart.set_chart(self.presenter.found.dance(issue_id))
        issue = self.presenter.negotiation.issue_by_id.get(issue_id)
        say = self.tools.say
        self._title.set_title(say("Concessions") if issue is None else say("Concessions on {issue}", issue=issue.name))
        shown = self.ledger.show_ledger(self.presenter.found, issue_id)
        self._concessions.setVisible(shown > 0)
        self.chart_changed.emit()
