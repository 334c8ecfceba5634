"""ui: the step of common goals - what both parties' needs lead to, and the packages formulated to reach it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.common_goals import Shared
from core.side import Side
from ui.navigation import NEGOTIATION, Place
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.sheets.part_sheet import PartSheet
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.pair import Pair
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text


class CommonStep(StepPage):
    """Find common goals: type them, or take a pair of needs for one; link needs to them by their number."""

    reveals = frozenset({"common_goal", "candidate", "need"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build goals, suggestions, needs of both sides and packages, one under the other."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Common goals"), parent)
        self.detail.setText(say("what both sides’ needs lead to: look for it before any solution"))
        self.goals = PartSheet(
            tools, self, presenter.goals, say("Common goals"), adds=say("What both want"), parent=self
        )
        self._suggested: tuple[Shared, ...] = ()
        self._suggested_title = SectionTitle(theme, say("May lead to the same goal"), parent=self)
        self._suggested_title.set_aside(say("Enter makes a goal of a pair; nothing is decided for you"))
        self.suggested = DataTable(theme, say, say("Needs that may lead to the same goal"), fits=True, parent=self)
        self.suggested.set_columns(
            [
                TableColumn("ours", say("We"), stretch=3, wrap=True),
                TableColumn("theirs", say("They"), stretch=3, wrap=True),
                TableColumn("words", say("Both say"), stretch=1, muted=True, wrap=True),
            ]
        )
        self._needs_title = SectionTitle(theme, say("Which needs lead to them"), parent=self)
        self.links = {
            side: PartSheet(tools, self, presenter.links[side], name, adds="", parent=self)
            for side, name in ((Side.US, say("Our needs")), (Side.THEM, say("Their needs")))
        }
        self.board = Pair(theme, self.links[Side.US], self.links[Side.THEM], self)
        self._no_needs = Text(
            theme,
            say("Enter what both sides hope for and fear first: step 3. Then link it to a goal here."),
            color="muted",
            parent=self,
        )
        self._packages_title = SectionTitle(theme, say("Solutions, formulated together"), parent=self)
        self.compare = Button(theme, say("Compare"), ButtonKind.QUIET, icon="layers", parent=self)
        self._packages_title.add_control(self.compare)
        self.packages = PartSheet(
            tools, self, presenter.packages, say("Packages"), adds=say("Add a package"), has_grid=True, parent=self
        )
        self._scroller = Scroller(theme, 120, self)
        column = self._scroller.column
        column.add_wide(self.goals)
        column.add(self._suggested_title)
        column.add_wide(self.suggested)
        column.add(self._needs_title)
        column.add(self._no_needs)
        column.add_wide(self.board)
        column.add(self._packages_title)
        column.add(self.packages)
        column.addStretch(1)
        self.column.add_wide(self._scroller, 1)
        for each in self._lists():
            each.kept_changed.connect(self.kept_changed)
        self.suggested.row_activated.connect(self._on_taken)
        self.compare.clicked.connect(
            lambda: self.go_wanted.emit(Place(NEGOTIATION, presenter.negotiation.id, "analyse", "packages"))
        )

    # StepPage

    def show_prepared(self, *, another: bool) -> None:  # noqa: ARG002 - nothing here is kept from one to another
        prepared, say = self.presenter.prepared, self.tools.say
        negotiation = prepared.negotiation
        for each in self._lists():
            each.show_prepared(prepared)
        self._suggested = self.presenter.common_goals_suggested()
        rows = [_row(at, shared) for at, shared in enumerate(self._suggested, start=1)]
        self.suggested.set_rows(rows)
        for part in (self._suggested_title, self.suggested):
            part.setVisible(bool(rows))
        has_needs = bool(negotiation.needs)
        self._no_needs.setVisible(not has_needs)
        self._needs_title.set_aside(say("type the number of the goal") if has_needs else "")
        self.board.setVisible(has_needs)
        count = len(negotiation.candidates)
        self._packages_title.set_detail(say.plural("{n} package", "{n} packages", count) if count else "")
        self.compare.setVisible(count > 1)

    def commit(self) -> None:
        for part in self._lists():
            part.commit()

    def set_editing(self, *, allowed: bool) -> None:
        for part in self._lists():
            part.set_editing(allowed=allowed)
        self.suggested.set_editable(allowed)

    def focus_first(self) -> None:
        self.goals.focus_first()

    def reveal_change(self, changes: Changes) -> bool:
        shown = False
        for each in changes.touched:
            # a need is linked here, and written in the step before: it is shown where the user is
            needs = tuple(self.links.values()) if self.isVisible() else ()
            lists = {"common_goal": (self.goals,), "candidate": (self.packages,), "need": needs}
            parts: tuple[PartSheet, ...] = lists.get(each.kind, ())
            shown = any(part.go_to(each.id) for part in parts) or shown
        return shown

    def go_spot(self, record: str, field: str) -> None:
        side, _, link = field.partition("-")
        if link:
            self._go_link(Side(side))
            return
        part = self.packages if field == "candidate" else self.goals
        if not record.isdigit() or not part.go_to(int(record), field):
            part.go_to_new()
        else:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroller.ensureWidgetVisible(part)

    # inside

    def _go_link(self, side: Side) -> None:
        """Go to the first need of a side that leads to no goal yet, else to its first."""
        needs = [each for each in self.presenter.negotiation.needs if each.side is side]
        first = next((each for each in needs if each.goal_id is None), next(iter(needs), None))
        part = self.links[side] if first is not None else self.goals
        if first is not None:
            part.go_to(first.id, "goal")
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroller.ensureWidgetVisible(part)

    def _lists(self) -> tuple[PartSheet, ...]:
        return (self.goals, *self.links.values(), self.packages)

    def _on_taken(self, at: int) -> None:
        if not self.suggested.view.is_editable:
            return
        shared = self._suggested[at - 1]
        for changes in self.run(lambda: self.presenter.take_common_goal(shared)):
            # its words are one side's until they are put so that both would say them
            self.goals.go_to(changes.made, "text")
            self.goals.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(at: int, shared: Shared) -> TableRow:
    cells = {
        "ours": TableCell(shared.ours.text),
        "theirs": TableCell(shared.theirs.text),
        "words": TableCell(", ".join(shared.words)),
    }
    return TableRow(at, cells)
