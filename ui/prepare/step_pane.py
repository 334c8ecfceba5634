"""ui: the list of Prepare's steps, how many are done, what is still to do, and the last change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import Words
from ui.prepare.progress import STEPS, StepState, step_name
from ui.theme import Theme
from ui.widgets.flag import Level
from ui.widgets.pair_rows import PairRows
from ui.widgets.progress import Bar
from ui.widgets.section import Surface
from ui.widgets.steps import Step, StepList
from ui.widgets.text import Text

_NARROW = 140  # below it, in pixels at 100 %, only the steps themselves are shown
_MOST_TO_DO = 7


class StepPane(Surface):
    """Show the steps; narrow it shows their numbers and signs only."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "bg", parent=parent)
        self._theme = theme
        self._say = say
        self._name = Text(theme, say("Steps done"), "meta", color="muted", parent=self)
        self.figure = Text(theme, "", "page", parent=self)
        self._bar = Bar(theme, say("Steps done"), self)
        self.steps = StepList(theme, say, say("Steps"), self)
        # their rows are made now, since Tab goes through parts in the order in which they were made
        self.steps.set_steps([Step(key, step_name(say, key)) for key in STEPS])
        self._to_do_title = Text(theme, say("Still to do"), "meta", color="muted", parent=self)
        self._to_do = PairRows(theme, parent=self)
        self._last = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._box = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.figure)
        self._box.addLayout(head)
        for part in (self._bar, self.steps, self._to_do_title, self._to_do):
            self._box.addWidget(part)
        self._box.addStretch(1)
        self._box.addWidget(self._last)
        self._has_to_do = False
        self._done = self._all = 0
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_states(self, states: Sequence[StepState], last_change: str) -> None:
        """Show how the steps stand."""
        done = sum(1 for state in states if state.is_done)
        self._bar.setValue(100 * done // max(1, len(states)))
        self._done, self._all = done, len(states)
        steps = []
        for state in states:
            level = None if state.flag is None else Level(state.flag.value)
            steps.append(Step(state.key, state.name, done=state.is_done, level=level))
        self.steps.set_steps(steps)
        to_do = [(words, "") for state in states for words in state.to_do][:_MOST_TO_DO]
        self._to_do.set_pairs(to_do)
        self._has_to_do = bool(to_do)
        self._last.setText(last_change)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._theme.space(_NARROW)
        say = self._say
        count = {"n": self._done, "all": self._all}
        text = say("{n}/{all}", **count) if narrow else say("{n} of {all}", **count)
        self.figure.setText(text)
        self._name.setVisible(not narrow)
        self._to_do_title.setVisible(self._has_to_do and not narrow)
        self._to_do.setVisible(self._has_to_do and not narrow)
        self._last.setVisible(bool(self._last.text()) and not narrow)
        pad = self._theme.space(6 if narrow else 12)
        margins = self._box.contentsMargins()
        if margins.left() != pad:
            self._box.setContentsMargins(pad, self._theme.space(16), pad + 1, self._theme.space(12))

    def _dress(self) -> None:
        self._box.setSpacing(self._theme.space(10))
        self._fit()
