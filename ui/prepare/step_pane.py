"""ui: the list of Prepare's steps, how many are done, what is still to do, and the last change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import Words
from ui.prepare.progress import StepState
from ui.prepare.to_do_list import ToDo, ToDoList
from ui.theme import Theme
from ui.widgets.flag import Level
from ui.widgets.progress import Bar
from ui.widgets.section import Surface
from ui.widgets.steps import Step, StepList
from ui.widgets.text import Text

_NARROW = 140  # below it, in pixels at 100 %, only the steps themselves are shown
_MOST_TO_DO, _MOST_LOW = 10, 5  # in a window of little height fewer
_LOW = 700


class StepPane(Surface):
    """Show the steps; narrow it shows their numbers and signs only.

    What is to do is given with a key each, which `to_do_chosen` tells; else it is what the steps say they lack, and
    leads to the step.
    """

    to_do_chosen = Signal(str)

    def __init__(
        self, theme: Theme, say: Words, steps: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take key and name of the steps, in their order."""
        super().__init__(theme, "bg", parent=parent)
        self._theme = theme
        self._say = say
        self._name = Text(theme, say("Steps done"), "meta", color="muted", parent=self)
        self.figure = Text(theme, "", "page", parent=self)
        self._bar = Bar(theme, say("Steps done"), self)
        self.steps = StepList(theme, say, say("Steps"), self)
        # their rows are made now, since Tab goes through parts in the order in which they were made
        self.steps.set_steps([Step(key, name) for key, name in steps])
        self._to_do_title = Text(theme, say("Still to do"), "meta", color="muted", parent=self)
        self.to_do = ToDoList(theme, say("Still to do"), self)
        self._more = Text(theme, "", "meta", color="muted", parent=self)
        self._what = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._last = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._box = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.figure)
        self._box.addLayout(head)
        self._box.addWidget(self._bar)
        self._box.addWidget(self.steps)
        self._list = QVBoxLayout()
        for part in (self._to_do_title, self.to_do, self._more, self._what):
            self._list.addWidget(part)
        self._box.addLayout(self._list)
        self._box.addStretch(1)
        self._box.addWidget(self._last)
        self._to_dos: Sequence[ToDo] = ()
        self._leads_to_steps = True
        self.to_do.chosen.connect(self._on_chosen)
        self.to_do.pointed.connect(self._what.setText)
        self._done = self._all = 0
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_states(self, states: Sequence[StepState], last_change: str, to_dos: Sequence[ToDo] | None = None) -> None:
        """Show how the steps stand, and what is still to do, what is worth most first."""
        done = sum(1 for state in states if state.is_done)
        self._bar.setValue(100 * done // max(1, len(states)))
        self._done, self._all = done, len(states)
        steps = []
        for state in states:
            level = None if state.flag is None else Level(state.flag.value)
            steps.append(Step(state.key, state.name, done=state.is_done, level=level))
        self.steps.set_steps(steps)
        lacks = [ToDo(f"{state.key}/{words}", words, "") for state in states for words in state.to_do]
        self._leads_to_steps = to_dos is None
        self._to_dos = lacks if to_dos is None else to_dos
        if self._what.text() not in {each.sentence for each in self._to_dos}:
            self._what.setText("")
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
        self._show_to_do(most=0 if narrow else _MOST_LOW if self.height() < self._theme.space(_LOW) else _MOST_TO_DO)
        self._last.setVisible(bool(self._last.text()) and not narrow)
        pad = self._theme.space(6 if narrow else 12)
        margins = self._box.contentsMargins()
        if margins.left() != pad:
            self._box.setContentsMargins(pad, self._theme.space(16), pad + 1, self._theme.space(12))

    def _show_to_do(self, most: int) -> None:
        # a line that counts one more takes as much room as that one
        shown = self._to_dos[: most + 1] if most and len(self._to_dos) == most + 1 else self._to_dos[:most]
        self.to_do.set_to_dos(shown)
        more = len(self._to_dos) - len(shown)
        self._more.setText(self._say.plural("and {n} more", "and {n} more", more))
        for part in (self._to_do_title, self.to_do):
            part.setVisible(bool(shown))
        self._more.setVisible(bool(shown and more))
        self._what.setVisible(bool(shown) and not self._leads_to_steps)

    def _on_chosen(self, key: str) -> None:
        self._what.setText(next(each.sentence for each in self._to_dos if each.key == key))
        if self._leads_to_steps:
            self.steps.chosen.emit(key.partition("/")[0])
        else:
            self.to_do_chosen.emit(key)

    def _dress(self) -> None:
        self._box.setSpacing(self._theme.space(10))
        self._fit()
