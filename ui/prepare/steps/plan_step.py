"""ui: the step of the plan - its parts as sections that fold, each with what is in it in a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.negotiation import Depth
from ui.prepare.plan_words import (
    INFORMATION,
    LADDER,
    LEAVING,
    MEETINGS,
    OPENING,
    PACKAGES,
    SECTIONS,
    section_name,
    summary,
)
from ui.prepare.points import (
    AGENDA,
    ARGUMENTS,
    KINDS,
    MOVES,
    PROTECT,
    QUESTIONS,
    ROLES,
    SHARE,
    TACTICS,
)
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.plan_texts import Opening, PlanTexts
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.sheets.part_sheet import PartSheet, fill
from ui.sheets.prepared import Prepared
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Level
from ui.widgets.fold import Fold
from ui.widgets.text import Text

_FIRST_OPEN = (OPENING, LADDER)
_PRIORITY = (OPENING, LADDER, QUESTIONS)  # what a preparation of what matters most asks for
LISTS: Mapping[str, tuple[str, ...]] = {
    LADDER: (LADDER,),
    PACKAGES: (PACKAGES,),
    QUESTIONS: (QUESTIONS,),
    ARGUMENTS: (ARGUMENTS,),
    TACTICS: (TACTICS,),
    INFORMATION: (PROTECT, SHARE),
    MEETINGS: (MEETINGS,),
    AGENDA: (AGENDA, ROLES),
    MOVES: (MOVES,),
}
"""The lists of each section."""

_OF_POINTS = tuple(section for section in LISTS if section not in (LADDER, PACKAGES, MEETINGS))
_SHOWN_IN = {
    "planned_concession": (LADDER,),
    "candidate": (PACKAGES,),
    "meeting": (MEETINGS,),
    "plan_point": _OF_POINTS,
}
# where the advice on a preparation leads to, by record or field: section and list
_SPOTS = {
    "opening_reason": (OPENING, ""),
    "concession": (LADDER, LADDER),
    "candidate": (PACKAGES, PACKAGES),
    "walk_away": (LEAVING, ""),
    "pause_rule": (LEAVING, ""),
    "meeting": (MEETINGS, MEETINGS),
    **{kind.value: (section, key) for section in _OF_POINTS for key in LISTS[section] for kind in KINDS[key]},
}


class PlanStep(StepPage):
    """Edit the plan: what we offer and give for what, what we say and ask, and how we meet.

    A section is built when it is opened for the first time.
    """

    reveals = frozenset(_SHOWN_IN)

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the heads of all sections; the first two are open."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Plan"), parent)
        self.detail.setText(say("give only for something, and in steps that shrink"))
        self._may_edit = True
        self._stale: dict[str, bool] = {}  # closed sections that are behind; True where of another negotiation
        self._captions: dict[str, Text] = {}
        self._rows: dict[str, QBoxLayout] = {}  # what a section holds
        self._scroller = Scroller(theme, 120, self)
        self.folds: dict[str, Fold] = {}
        self.buttons: dict[str, Button] = {}
        self.lists: dict[str, PartSheet] = {}
        self.texts: dict[str, Opening | PlanTexts] = {}
        captions = {OPENING: say("What we offer"), QUESTIONS: say("What we say and ask"), MEETINGS: say("How we meet")}
        for key in SECTIONS:
            if key in captions:
                self._captions[key] = Text(theme, captions[key], "meta", color="muted", parent=self)
                self._scroller.column.add(self._captions[key], above=24 if len(self._captions) > 1 else 0, below=4)
            fold = self.folds[key] = Fold(theme, say, section_name(say, key), self)
            self._scroller.column.add(fold)
            self._add_button(key)
            fold.set_open(key in _FIRST_OPEN)
            fold.opened.connect(partial(self._on_opened, key))
            fold.walk_wanted.connect(partial(self._walk, key))
        self._scroller.column.addStretch(1)
        self.column.add_wide(self._scroller, 1)
        self._dress_column()
        theme.theme_changed.connect(self._dress_column)

    def _add_button(self, section: str) -> None:
        """Put what fills a section into its head."""
        say, plan = self.tools.say, self.presenter.plan
        fills: dict[str, tuple[str, str, Callable[[Prepared], Changes | str]]] = {
            LADDER: (say("Fill from trades"), "arrow-left-right", plan.fill_ladder),
            PACKAGES: (say("Three equal packages"), "layers", plan.packages.fill),
            QUESTIONS: (say("Fill from what is not known"), "circle-help", plan.fill_questions),
            TACTICS: (say("Fill from their file"), "user-round", plan.fill_tactics),
            AGENDA: (say("Agenda by weight"), "sliders-horizontal", plan.fill_agenda),
        }
        if section in fills:
            words, icon, verb = fills[section]
            button = Button(self.tools.theme, words, ButtonKind.QUIET, icon=icon, parent=self.folds[section])
            button.clicked.connect(lambda: fill(self, self.tools, lambda: verb(self.presenter.prepared)))
            self.folds[section].add_control(button)
            self.buttons[section] = button

    def _build(self, section: str) -> None:
        """Build what a section holds, in its place in the order of the key Tab."""
        fold, say = self.folds[section], self.tools.say
        names = {
            LADDER: (say("Concession ladder"), say("Add a step")),
            PACKAGES: (say("Packages"), say("Add a package")),
            QUESTIONS: (say("Questions"), say("Add a question")),
            ARGUMENTS: (say("Arguments"), say("Add an argument")),
            TACTICS: (say("Tactics"), say("Add a tactic")),
            PROTECT: (say("Information to protect"), say("Add what stays with us")),
            SHARE: (say("Information to share"), say("Add what may be told")),
            MEETINGS: (say("Meetings"), say("Plan a meeting")),
            AGENDA: (say("Agenda"), say("Add an entry")),
            ROLES: (say("Roles"), say("Add a role")),
            MOVES: (say("Moves before the meeting"), say("Add what is to be done")),
        }
        # the agenda has too many columns to stand beside another list
        row: QBoxLayout = QVBoxLayout() if section == AGENDA else QHBoxLayout()
        self._rows[section] = row
        self._dress_row(section)
        if section in (OPENING, LEAVING):
            texts = self.texts[section] = (Opening if section == OPENING else PlanTexts)(self.tools, fold)
            texts.edited.connect(self._on_text)
            row.addWidget(texts)
        for key in LISTS.get(section, ()):
            name, adds = names[key]
            rows = self.presenter.plan.lists[key]
            part = PartSheet(
                self.tools, self, rows, name, adds=adds, has_grid=section in (LADDER, PACKAGES), parent=fold
            )
            part.kept_changed.connect(self.kept_changed)
            part.sheet.set_tight(self.is_tight)
            self.lists[key] = part
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        fold.column.addLayout(row)
        for each in (self.texts.get(section), *(self.lists[key] for key in LISTS.get(section, ()))):
            if each is not None:
                each.show()  # a layout shows later what it is given, and what is hidden takes no focus
        self.set_editing(allowed=self._may_edit)
        order = [fold.head, *([self.buttons[section]] if section in self.buttons else []), *_focusable(fold.body)]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        prepared, say = self.presenter.prepared, self.tools.say
        for key, fold in self.folds.items():
            words, flag = summary(key, prepared, say)
            fold.set_detail(words, None if flag is None else Level(flag.value))
            self._stale[key] = another or self._stale.get(key, False)
            if fold.is_open:
                self._bring(key)
        self._fit_depth(prepared.negotiation.depth)

    def _fit_depth(self, depth: Depth) -> None:
        """Show the sections that a depth asks for; the others keep what is in them."""
        asked = SECTIONS if depth is Depth.FULL else _PRIORITY
        for key, fold in self.folds.items():
            fold.setVisible(key in asked)
            if key in self._captions:
                self._captions[key].setVisible(key in asked)

    def commit(self) -> None:
        for part in (*self.lists.values(), *self.texts.values()):
            part.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        for part in (*self.lists.values(), *self.texts.values()):
            part.set_editing(allowed=allowed)
        for button in self.buttons.values():
            button.setEnabled(allowed)

    def focus_first(self) -> None:
        first = next((fold for fold in self.folds.values() if fold.is_open), self.folds[OPENING])
        first.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        for each in changes.touched:
            for section in _SHOWN_IN.get(each.kind, ()):
                for key in LISTS[section]:
                    parts = self.presenter.plan.lists[key].parts(self.presenter.negotiation)
                    if any(part.id == each.id for part in parts):
                        self.folds[section].set_open(True)
                        return self.lists[key].go_to(each.id)
        return False

    def go_spot(self, record: str, field: str) -> None:
        kind, _, number = record.partition(":")
        section, key = _SPOTS.get(kind if number else field, (OPENING, ""))
        # a lesser depth does not ask for every section, but leads to none that it would hide
        self.folds[section].show()
        self.folds[section].set_open(True)
        if section in self.texts:
            self.texts[section].focus_field(field)
            self._scroller.ensureWidgetVisible(self.texts[section])
        elif not number or not self.lists[key].go_to(int(number), field):
            self.lists[key].go_to_new()
        else:
            self.lists[key].setFocus(Qt.FocusReason.OtherFocusReason)

    # inside

    def _bring(self, section: str) -> None:
        """Show in a section what changed while it was closed."""
        another = self._stale.pop(section, None)
        if another is None:
            return
        prepared = self.presenter.prepared
        if section not in self.texts and LISTS.get(section, (section,))[0] not in self.lists:
            self._build(section)
        if section in self.texts:
            self.texts[section].show_prepared(prepared, another=another)
        for key in LISTS.get(section, ()):
            self.lists[key].show_prepared(prepared)

    def _on_opened(self, section: str, is_open: bool) -> None:
        if is_open:
            self._bring(section)
            self._scroller.ensureWidgetVisible(self.folds[section].head)
            return
        for key in LISTS.get(section, ()):
            if key in self.lists:
                self.lists[key].commit()

    def _walk(self, section: str, step: int) -> None:
        shown = [key for key in SECTIONS if not self.folds[key].isHidden()]
        at = shown.index(section) + step
        if 0 <= at < len(shown):
            self.folds[shown[at]].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_text(self, field: str, text: str) -> None:
        self.run(lambda: self.presenter.plan.set_text(self.presenter.negotiation, field, text))

    def _dress_column(self) -> None:
        self._scroller.column.setSpacing(0)
        for section, fold in self.folds.items():
            # a grid takes the whole width; texts begin under the title
            fold.set_indent(0 if section in (LADDER, PACKAGES) else 20 if section in (OPENING, LEAVING) else 12)
        for section in self._rows:
            self._dress_row(section)

    def _dress_row(self, section: str) -> None:
        self._rows[section].setSpacing(self.tools.theme.space(16 if section == AGENDA else 24))


def _focusable(body: QWidget) -> list[QWidget]:
    """Return the parts of a section that Tab stops at, as they follow each other."""
    found = body.findChildren(QWidget)
    return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None]
