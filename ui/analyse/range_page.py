"""ui: the range view - where both could agree, on each issue and on the package, first in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.analyse.chart_pane import ChartPane
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.navigation import NEGOTIATION, Place
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text


class RangePage(AnalysePage):
    """The room on every issue as bars, and beside it the same in sentences."""

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=360, first=440, parent=parent)
        theme, say = tools.theme, tools.say
        self._chart = ChartPane(tools, self)
        self._words = Text(theme, "", "body", wrap=True, parent=self)
        self._words.setContentsMargins(0, theme.space(8), 0, 0)
        self._grounds = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.enter = Button(theme, say("Estimate their side"), parent=self)
        self.main.column.addWidget(self._chart)
        self.main.column.addStretch(1)
        self.side.column.addWidget(stacked(SectionTitle(theme, say("In words"), parent=self), self._words))
        self.side.column.addWidget(self._grounds)
        self.side.column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.column.addStretch(1)
        self.enter.clicked.connect(
            lambda: self.go_wanted.emit(Place(NEGOTIATION, self.presenter.negotiation.id, "prepare", "theirs"))
        )

    @property
    def chart(self) -> ChartPane:
        return self._chart

    def show_found(self, *, another: bool) -> None:
        found = self.presenter.found
        self._chart.set_chart(found.room)
        self._words.setText("\n".join(found.zone_sentences))
        say = self.tools.say
        is_estimated = any(row.sure is not None for row in found.room.rows)
        self._grounds.setText(
            say("Their limits are estimates; what is drawn is the likely one, and the whisker how sure it is.")
        )
        self._grounds.setVisible(is_estimated)
        can_be_asked = any(issue.limit is not None for issue in found.negotiation.issues)
        self.enter.setVisible(can_be_asked and all(row.theirs is None for row in found.room.rows))
        del another
