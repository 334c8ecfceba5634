"""ui: what stands in place of the issue grid for one issue - the list behind a price, the test of an increase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from core.issue import Issue
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.page import PreparePage
from ui.prepare.steps.step_page import StepPage
from ui.tools import Tools
from ui.widgets.sheet import Sheet

_LOW = 740  # the height of the window, in pixels at 100 %, below which the rows stand closer


class IssuePage(PreparePage):
    """Be about one issue; Esc goes back to the grid. The step's verbs and menus are used."""

    closed = Signal()
    sheet: Sheet

    def __init__(self, tools: Tools, presenter: PreparePresenter, host: StepPage) -> None:
        """Take the step in which the page stands."""
        super().__init__(tools, presenter, host)
        self.host = host
        self.issue_id = 0
        self._dress_column()
        tools.theme.theme_changed.connect(self._dress_column)

    @property
    def issue(self) -> Issue | None:
        """Return the issue that is shown, None where none is or it is gone."""
        return self.presenter.negotiation.issue_by_id.get(self.issue_id)

    def open(self, issue_id: int) -> None:
        """Show an issue for the first time since the grid was left."""
        raise NotImplementedError

    def show_prepared(self) -> None:
        """Show the issue as it is now."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what the step is called meanwhile."""
        raise NotImplementedError

    def about(self) -> str:
        """Return what stands muted behind the title."""
        raise NotImplementedError

    def _dress_column(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.tools.theme.space(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.set_tight(self.window().height() < self.tools.theme.space(_LOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
