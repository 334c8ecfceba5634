"""ui: Prepare - the list of steps, the step shown, and at the side what a deal has to beat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.advice import Part, Spot
from core.changes import Changes
from core.errors import LogrollError
from core.naming import depth_hint, depth_word
from core.negotiation import Depth
from core.verdict import Repair
from ui.glyphs import Glyph
from ui.navigation import NEGOTIATION, NEW, PEOPLE, Place
from ui.negotiation.tab import Tab
from ui.prepare.presenter import PreparePresenter
from ui.prepare.progress import (
    ALTERNATIVES,
    COMMON,
    GOAL,
    ISSUES,
    NEEDS,
    PLAN,
    STEPS,
    THEIRS,
    step_name,
    steps_of,
    to_dos,
)
from ui.prepare.side_pane import SidePane
from ui.prepare.steps.alternatives_step import AlternativesStep
from ui.prepare.steps.common_step import CommonStep
from ui.prepare.steps.goal_step import GoalStep
from ui.prepare.steps.issues_step import IssuesStep
from ui.prepare.steps.needs_step import NeedsStep
from ui.prepare.steps.plan_step import PlanStep
from ui.prepare.steps.step_page import StepPage
from ui.prepare.steps.theirs_step import TheirsStep
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.pages import Pages
from ui.widgets.section import Surface
from ui.widgets.segments import Segments
from ui.widgets.step_pane import StepPane, StepPanes

if TYPE_CHECKING:
    from db.logbook import Logbook


class _Maker(Protocol):
    """The class of a step's page."""

    @property
    def reveals(self) -> frozenset[str]: ...

    def __call__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget, /) -> StepPage: ...


_SIDE = 324  # pixels at 100 %
_PAGES: Mapping[str, _Maker] = {
    GOAL: GoalStep,
    ISSUES: IssuesStep,
    NEEDS: NeedsStep,
    COMMON: CommonStep,
    ALTERNATIVES: AlternativesStep,
    THEIRS: TheirsStep,
    PLAN: PlanStep,
}
_LOW = 740  # the height of the window, in pixels at 100 %, below which the sheets stand closer


class PrepareView(Tab):
    """Prepare one negotiation, step by step; every field is written when it is left."""

    def __init__(self, tools: Tools, logbook: Logbook, parent: QWidget | None = None) -> None:
        """Build the panes and the steps."""
        super().__init__(tools, logbook, parent)
        theme, say = tools.theme, tools.say
        self.presenter = PreparePresenter(logbook, say, tools.clock)
        # made first, since it is read before the steps: Tab goes through parts in the order in which they were made
        self.depths = Segments(theme, say("Depth"), [(each.value, depth_word(say, each)) for each in Depth], self)
        self.step_pane = StepPane(theme, say, [(key, step_name(say, key)) for key in _PAGES], say("Readiness"), self)
        self.step_pane.add_under_bar(self.depths)
        self._stack = QStackedWidget(self)
        self.pages: Pages[StepPage] = Pages(
            self._stack, {key: partial(make, tools, self.presenter) for key, make in _PAGES.items()}, self._welcome
        )
        self.back = Button(theme, "", ButtonKind.QUIET, glyph=Glyph.CHEVRON_LEFT, parent=self)
        self.next = Button(theme, "", ButtonKind.PRIMARY, key="Ctrl+Return", parent=self)
        self._main = Surface(theme, "base", parent=self)
        box = QVBoxLayout(self._main)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._stack, 1)
        box.addWidget(self._build_foot())
        # made last, since it is read last
        self.side = SidePane(theme, say, self)
        self._panes = StepPanes(theme, self.step_pane, self._main, self.side, _SIDE, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self.step_pane.steps.chosen.connect(self.go_step)
        self.step_pane.to_do_chosen.connect(self._on_to_do_chosen)
        self.depths.chosen.connect(lambda key: self._write(lambda: self.presenter.set_depth(Depth(key))))
        self.back.clicked.connect(lambda: self._walk(-1))
        self.next.clicked.connect(lambda: self._walk(1))
        for keys, step in (("Ctrl+Return", 1), ("Ctrl+Enter", 1), ("Ctrl+Shift+Return", -1), ("Ctrl+Shift+Enter", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._walk(step))
        self.side.repair_wanted.connect(self._on_repair_wanted)
        self.side.batna_terms_wanted.connect(self._on_batna_terms_wanted)
        self.side.alternative_wanted.connect(self._on_alternative_wanted)
        self.side.weights_wanted.connect(self._on_weights_wanted)
        self.step = ISSUES
        self._stale: dict[str, bool] = {}  # steps that are behind; True where they show another negotiation
        self._is_tight = False
        self._may_edit = True
        theme.theme_changed.connect(self._on_theme_changed)

    def _welcome(self, page: StepPage) -> None:
        page.changes_made.connect(self.changes_made)
        page.kept_changed.connect(self._show)
        page.go_wanted.connect(self.go_wanted)
        page.set_editing(allowed=self._may_edit)
        page.set_tight(self._is_tight)

    def _build_foot(self) -> Surface:
        theme = self.tools.theme
        foot = Surface(theme, "base", line_above=True, parent=self)
        self._foot_row = QHBoxLayout(foot)
        self._foot_row.addWidget(self.back)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.next)
        self._dress_foot()
        theme.theme_changed.connect(self._dress_foot)
        return foot

    def _dress_foot(self) -> None:
        space = self.tools.theme.space
        self._foot_row.setContentsMargins(space(8), space(8), space(20), space(8))

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the steps that the negotiation's depth asks for, and the one shown if it is another."""
        asked = steps_of(self.presenter.negotiation.depth)
        return tuple(key for key in STEPS if key in self.pages and (key in asked or key == self.step))

    @property
    def page(self) -> StepPage:
        """Return the page of the step shown."""
        return self.pages[self.step]

    # Tab

    def show_negotiation(self, negotiation_id: int) -> None:
        another = negotiation_id != self.negotiation_id or not self.presenter.negotiation.id
        super().show_negotiation(negotiation_id)
        self.presenter.load_around(negotiation_id)
        if another:
            self._stale = dict.fromkeys(self.pages, True)
            self.step = self._first_step()
        self._show()
        self.pages.show(self.step)

    def refresh(self, changes: Changes) -> None:
        if self.negotiation_id and changes.concern("negotiation", self.negotiation_id):
            self.presenter.note_change(changes)
            self.presenter.load(self.negotiation_id)
            self._show()

    def reveal(self, spot: str, changes: Changes | None = None) -> None:
        step, _, rest = spot.partition("/")
        if step in self.pages and changes is None:
            self.go_step(step)
            record, _, key = rest.partition("/")
            if record:
                self.page.go_spot(record, key or "name")
        if changes is not None:
            # the step shown first: most undone changes were made where the user still is
            kinds = {each.kind for each in changes.touched}
            for name in (self.step, *(each for each in self.pages if each != self.step)):
                if kinds.isdisjoint(_PAGES[name].reveals):
                    continue
                self._bring(name)
                if self.pages[name].reveal_change(changes):
                    self._show_step(name)
                    break

    def leave(self) -> bool:
        self.page.commit()
        return True

    def set_editing(self, allowed: bool) -> None:
        self._may_edit = allowed
        self.depths.setEnabled(allowed)
        for page in self.pages.made:
            page.set_editing(allowed=allowed)
        self.side.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        self.page.focus_first()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.step_pane, self._main, self.side)

    def side_pane(self) -> QWidget | None:
        return self.side

    # steps

    def go_step(self, key: str) -> None:
        """Show a step and give it the focus."""
        self.page.commit()
        self._show_step(key)
        self.page.focus_first()
        self.spot_changed.emit(key)

    def go_spot(self, spot: Spot) -> None:
        """Show the step that a place lies in, and give the place the focus; a place in somebody's file is gone to."""
        self.page.commit()
        record = str(spot.record)
        if record.startswith("person:"):
            person = int(record.removeprefix("person:"))
            supplier = self.presenter.negotiation.supplier_id
            self.go_wanted.emit(Place(PEOPLE, person, spot=spot.field) if person else Place(PEOPLE, supplier, NEW))
            return
        if spot.part.value not in self.pages:
            return
        self._show_step(spot.part.value)
        self.page.go_spot(record, spot.field)
        self.spot_changed.emit(spot.part.value)

    def _walk(self, by: int) -> None:
        at = self.keys.index(self.step) + by
        if 0 <= at < len(self.keys):
            self.go_step(self.keys[at])
        elif by > 0:
            self.page.commit()
            self.go_wanted.emit(Place(NEGOTIATION, self.negotiation_id, "meet"))

    def _show_step(self, key: str) -> None:
        self.step = key
        self._bring(key)
        self.pages.show(key)
        self._show_steps()

    def _first_step(self) -> str:
        asked = steps_of(self.presenter.negotiation.depth)
        return GOAL if GOAL in asked and not self.presenter.negotiation.issues else ISSUES

    # showing

    def _bring(self, key: str) -> None:
        """Show in a step what changed while it was hidden."""
        if key in self._stale:
            self.pages[key].show_prepared(another=self._stale.pop(key))

    def _show(self) -> None:
        self._stale = {key: self._stale.get(key, False) for key in self.pages}
        self._bring(self.step)
        self.side.show_prepared(self.presenter.prepared)
        self._show_steps()

    def _on_theme_changed(self) -> None:
        # the columns of sheets are as wide as their texts, which another size of type changes
        if self.presenter.negotiation.id:
            self._show()

    def _show_steps(self) -> None:
        prepared, say = self.presenter.prepared, self.tools.say
        self.depths.set_current(prepared.negotiation.depth.value)
        self.depths.setToolTip(depth_hint(say, prepared.negotiation.depth))
        found = [to_do for to_do, _ in to_dos(prepared, say).values()]
        keys, percent = self.keys, prepared.readiness.percent
        self.step_pane.show_states(self.presenter.steps(keys), self.presenter.last_change(), found, percent)
        self.step_pane.steps.set_current(self.step)
        at = keys.index(self.step)
        self.back.setVisible(at > 0)
        if at > 0:
            self.back.set_label(step_name(say, keys[at - 1]))
        is_last = at == len(keys) - 1
        self.next.set_label(say("Go to the meeting") if is_last else step_name(say, keys[at + 1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_tight = self.window().height() < self.tools.theme.space(_LOW)
        self.side.set_tight(self._is_tight)
        for page in self.pages.made:
            page.set_tight(self._is_tight)

    def _on_to_do_chosen(self, key: str) -> None:
        found = to_dos(self.presenter.prepared, self.tools.say).get(key)
        if found is not None:
            self.go_spot(found[1])

    # verbs of the side

    def _on_repair_wanted(self, repair: Repair) -> None:
        self._write(lambda: self.presenter.issues.repair(self.presenter.prepared.rung_below_batna, repair))

    def _on_batna_terms_wanted(self) -> None:
        prepared = self.presenter.prepared
        self._write(lambda: self.presenter.issues.set_rung(prepared.rung_below_batna, dict(prepared.batna_terms)))

    def _on_weights_wanted(self) -> None:
        issues = self.presenter.negotiation.issues
        self.go_spot(Spot(Part.ISSUES, issues[0].id if issues else 0, "weight"))

    def _on_alternative_wanted(self) -> None:
        self.go_step(ALTERNATIVES)

    def _write(self, verb: Callable[[], Changes]) -> None:
        try:
            changes = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        self.changes_made.emit(changes)
