"""ui: Analyse - six views of the figures for a break, chosen by word or key; private, never shown in Meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.changes import Changes
from ui.analyse.concessions_page import ConcessionsPage
from ui.analyse.dance_page import DancePage
from ui.analyse.frontier_page import FrontierPage
from ui.analyse.packages_page import PackagesPage
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.analyse.range_page import RangePage
from ui.analyse.view_bar import ViewBar
from ui.analyse.what_if_page import WhatIfPage
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.tab import Tab
from ui.tab_order import walk
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.pages import Pages
from ui.widgets.section import Surface
from ui.widgets.text import Text

if TYPE_CHECKING:
    from db.logbook import Logbook

RANGE, DANCE, PACKAGES, FRONTIER, CONCESSIONS, WHAT_IF = (
    "range",
    "dance",
    "packages",
    "frontier",
    "concessions",
    "what_if",
)
VIEWS = (RANGE, DANCE, PACKAGES, FRONTIER, CONCESSIONS, WHAT_IF)
_WRITTEN_IN = (CONCESSIONS, PACKAGES)
_BAR = 44
_PAGES: Mapping[str, Callable[[Tools, AnalysePresenter, QWidget], AnalysePage]] = {
    RANGE: RangePage,
    DANCE: DancePage,
    PACKAGES: PackagesPage,
    FRONTIER: FrontierPage,
    CONCESSIONS: ConcessionsPage,
    WHAT_IF: WhatIfPage,
}


class AnalyseView(Tab):
    """Show one of six views; each is filled when it comes up and again when the negotiation has changed."""

    def __init__(self, tools: Tools, logbook: Logbook, parent: QWidget | None = None) -> None:
        """Build the bar and the views; nothing is loaded before `show_negotiation`."""
        super().__init__(tools, logbook, parent)
        theme, say = tools.theme, tools.say
        self.presenter = AnalysePresenter(logbook, say, tools.clock)
        names = {
            RANGE: say("Range"),
            DANCE: say("Dance"),
            PACKAGES: say("Packages"),
            FRONTIER: say("Frontier"),
            CONCESSIONS: say("Concessions"),
            WHAT_IF: say("What-if"),
        }
        self.bar = ViewBar(theme, say("Views"), [(key, names[key], "Ctrl+PgDown") for key in VIEWS], self)
        self._stale: dict[str, bool] = {}  # the views to be filled, and whether for another negotiation
        self._stack = QStackedWidget(self)
        self._may_edit = True
        self.pages: Pages[AnalysePage] = Pages(
            self._stack, {key: partial(make, tools, self.presenter) for key, make in _PAGES.items()}, self._welcome
        )
        self.table = Button(theme, say("Table"), icon="table-2", key="T", parent=self)
        self.copy = IconButton(theme, say("Copy the chart"), icon="download", parent=self)
        self._head = self._build_head()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._stack, 1)
        self.prepare = Button(theme, say("Enter the issues"), ButtonKind.PRIMARY, large=True)
        self._empty = EmptyPlace(
            theme,
            "chart-line",
            say("Nothing to analyse yet"),
            say("Where both could agree, who moved, what a package is worth: it all begins with the issues."),
            self.prepare,
            parent=self,
        )
        whole.addWidget(self._empty, 1)
        self.bar.chosen.connect(self._on_chosen)
        self.table.clicked.connect(self._on_table_wanted)
        self.copy.clicked.connect(self._on_copy_wanted)
        self.prepare.clicked.connect(
            lambda: self.go_wanted.emit(Place(NEGOTIATION, self.negotiation_id, "prepare", "issues"))
        )
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._walk(step))
        self.view = RANGE
        self._dress()
        theme.theme_changed.connect(self._dress)

    def _welcome(self, page: AnalysePage) -> None:
        page.changes_made.connect(self.changes_made)
        page.go_wanted.connect(self.go_wanted)
        page.chart_changed.connect(self._allow_chart_verbs)
        page.set_editing(allowed=self._may_edit)
        if isinstance(page, DancePage):
            self._row.insertWidget(self._row.indexOf(self._subject_word) + 1, page.subject)
        self.part_made.emit(page)

    def _build_head(self) -> Surface:
        theme, say = self.tools.theme, self.tools.say
        head = Surface(theme, "bg", line_below=True, parent=self)
        row = QHBoxLayout(head)
        row.addWidget(self.bar)
        row.addStretch(1)
        self._subject_word = Text(theme, say("Issue"), "meta", color="muted", parent=self)
        row.addWidget(self._subject_word)
        row.addWidget(self.table)
        row.addWidget(self.copy)
        self._row = row
        return head

    @property
    def page(self) -> AnalysePage:
        """Return the view shown."""
        return self.pages[self.view]

    # Tab

    def show_negotiation(self, negotiation_id: int) -> None:
        another = negotiation_id != self.negotiation_id or not self.presenter.negotiation.id
        super().show_negotiation(negotiation_id)
        found = self.presenter.load(negotiation_id)
        if another:
            self.view = DANCE if found.seen.moves else RANGE
        self._make_stale(another=another)
        self._show_view(self.view)

    def refresh(self, changes: Changes) -> None:
        if self.negotiation_id and changes.concern("negotiation", self.negotiation_id):
            self.presenter.note_change(changes)
            self.presenter.load(self.negotiation_id)
            self._make_stale(another=False)

    def reveal(self, spot: str, changes: Changes | None = None) -> None:
        if changes is None:
            if spot in self.pages:
                self._show_view(spot)
            return
        for key in _WRITTEN_IN:
            self._fill(key)
            if self.pages[key].reveal_change(changes):
                self._show_view(key)
                break

    def leave(self) -> bool:
        self.page.commit()
        return True

    def set_editing(self, allowed: bool) -> None:
        self._may_edit = allowed
        for page in self.pages.made:
            page.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        if self._is_empty:
            self.prepare.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # else the keys of the views would be heard by nobody
            self.bar.words[self.view].setFocus(Qt.FocusReason.TabFocusReason)
            self.page.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._empty,) if self._is_empty else (self._head, self.page.main, self.page.side)

    def side_pane(self) -> QWidget | None:
        return None if self._is_empty else self.page.side_surface

    # views

    @property
    def _is_empty(self) -> bool:
        return not self.presenter.negotiation.issues

    def go_view(self, key: str) -> None:
        """Show a view and give it the focus."""
        self.page.commit()
        self._show_view(key)
        self.focus_first()
        self.spot_changed.emit(key)

    def _walk(self, by: int) -> None:
        at = VIEWS.index(self.view) + by
        if 0 <= at < len(VIEWS):
            self.go_view(VIEWS[at])

    def _on_chosen(self, key: str) -> None:
        self.page.commit()
        self._show_view(key)
        self.spot_changed.emit(key)

    def _show_view(self, key: str) -> None:
        self.view = key
        self._fill(key)
        self.pages.show(key)
        self.bar.set_current(key)
        has_chart = self.page.chart is not None
        self.table.setVisible(has_chart)
        self.copy.setVisible(has_chart)
        self._allow_chart_verbs()
        for page in self.pages.made:
            if isinstance(page, DancePage):
                page.subject.setVisible(key == DANCE)
                if key == DANCE:
                    # only now the bar hands its focus to this view's word
                    walk(self.bar, page.subject, self.table, self.copy)
        self._subject_word.setVisible(key == DANCE)

    def _make_stale(self, *, another: bool) -> None:
        self._empty.setVisible(self._is_empty)
        for part in (self._head, self._stack):
            part.setVisible(not self._is_empty)
        self._stale = {key: another or self._stale.get(key, False) for key in VIEWS}
        self._fill(self.view)

    def _fill(self, key: str) -> None:
        another = self._stale.pop(key, None)
        if another is not None:
            self.pages[key].show_found(another=another)
        if key == self.view:
            self._allow_chart_verbs()

    # the chart's verbs

    def _allow_chart_verbs(self) -> None:
        chart = self.page.chart
        for control in (self.table, self.copy):
            control.setEnabled(chart is not None and chart.has_chart)

    def _on_table_wanted(self) -> None:
        if self.page.chart is not None:
            self.page.chart.view.toggle_table()

    def _on_copy_wanted(self) -> None:
        if self.page.chart is not None:
            self.page.chart.open_menu(self.copy.mapToGlobal(QPoint(0, self.copy.height())))

    def _dress(self) -> None:
        space = self.tools.theme.space
        self._row.setContentsMargins(space(20), space(8), space(12), space(8))
        self._row.setSpacing(space(8))
        self._head.setFixedHeight(space(_BAR))
