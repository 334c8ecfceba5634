"""ui: what the views of Analyse share - a column that scrolls, a pane beside it, and running verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from ui.analyse.chart_pane import ChartPane
from ui.analyse.presenter import AnalysePresenter
from ui.tools import Tools
from ui.widgets.page import Page
from ui.widgets.panes import Pane, Panes
from ui.widgets.section import Surface

MAIN, SIDE = 560, 400


class AnalysePage(QWidget):
    """Be one view: `main` takes the chart and what belongs under it, `side` what stands beside it."""

    changes_made = Signal(object)  # Changes
    go_wanted = Signal(object)  # Place
    chart_changed = Signal()

    def __init__(
        self,
        tools: Tools,
        presenter: AnalysePresenter,
        *,
        main: int = MAIN,
        side: int = SIDE,
        first: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Take the least widths of both panes, and the first one of the pane beside, in pixels at 100 %."""
        super().__init__(parent)
        self.tools = tools
        self.presenter = presenter
        theme = tools.theme
        self.main = Page(theme, "base", 20, self)
        self.side = Page(theme, "base", 20, self)
        self.side_surface = Surface(theme, "base", line_left=True, parent=self)
        beside = QVBoxLayout(self.side_surface)
        beside.setContentsMargins(1, 0, 0, 0)
        beside.addWidget(self.side)
        self.panes_row = Panes(
            theme, [Pane(self.main, main), Pane(self.side_surface, min(side, first or side), first or side, 1)], self
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes_row)

    @property
    def chart(self) -> ChartPane | None:
        """Return the chart of the view, None where it has none."""
        return None

    def show_found(self, *, another: bool) -> None:
        """Show what the presenter loaded; `another` where it is another negotiation than before."""
        raise NotImplementedError

    def commit(self) -> None:
        """Write what is being edited."""

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid whatever writes."""

    def focus_first(self) -> None:
        """Give the focus to what the user most likely walks through, where the view has anything of it."""
        if self.chart is not None and self.chart.has_chart:
            self.chart.begin()

    def reveal_change(self, _changes: Changes) -> bool:
        """Bring a record that a change touched into view; return whether one is shown here."""
        return False

    def run(self, verb: Callable[[], Changes | Sequence[Changes] | None]) -> list[Changes]:
        """Run verbs and tell what they changed, or the trouble they met."""
        try:
            found = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            self.show_found(another=False)
            return []
        done = [found] if isinstance(found, Changes) else list(found or ())
        told = [changes for changes in done if changes.entry]
        for changes in told:
            self.changes_made.emit(changes)
        if not told:
            self.show_found(another=False)
        return told

    def run_and_offer(self, verb: Callable[[], Changes | Sequence[Changes]]) -> None:
        """Run a verb that deletes, and offer to take it back."""
        for changes in self.run(verb):
            self.tools.prompts.offer_undo(changes)
