"""ui: a list of steps with how far they are - as a count or as a figure -, what is missing, and the last change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.panes import Pane, Panes
from ui.widgets.progress import Bar
from ui.widgets.section import Surface
from ui.widgets.steps import Step, StepList
from ui.widgets.text import Text
from ui.widgets.to_do_list import ToDo, ToDoList

_WIDE, _LEAST, _NUMBERS = 216, 170, 88  # of the list of steps, and of one that shows numbers only
_MAIN, _SIDE_LEAST = 792, 296
_NARROW = 140  # below it, in pixels at 100 %, only the steps themselves are shown
_LEAST_SHOWN = 3  # rows of what is missing that are in sight at least


class StepPane(Surface):
    """Show the steps; narrow it shows their numbers and signs only.

    What is missing is given with a key each, which `to_do_chosen` tells; else it is what the steps say they lack, and
    leads to the step.
    """

    to_do_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        steps: Sequence[tuple[str, str]],
        measured: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take key and name of the steps, in their order, and what is measured where that is not the steps done."""
        super().__init__(theme, "bg", parent=parent)
        self._theme = theme
        self._say = say
        self._name = Text(theme, measured or say("Steps done"), "meta", color="muted", parent=self)
        self.figure = Text(theme, "", "page", parent=self)
        self._bar = Bar(theme, measured or say("Steps done"), self)
        self._under_bar = QVBoxLayout()
        self.steps = StepList(theme, say, say("Steps"), self)
        # their rows are made now, since Tab goes through parts in the order in which they were made
        self.steps.set_steps([Step(key, name) for key, name in steps])
        missing = say("Missing, in order of worth") if measured else say("Still to do")
        self._to_do_title = Text(theme, missing, "meta", color="muted", parent=self)
        self.to_do = ToDoList(theme, missing, self)
        self._scroller = _ToDoScroller(theme, self.to_do, self)
        self._what = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._last = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._box = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.figure)
        # what scrolls reaches the side of the pane, so that its bar takes no room from the words
        self._clear = (QVBoxLayout(), QVBoxLayout(), QVBoxLayout())
        top, below, foot = self._clear
        top.addLayout(head)
        top.addWidget(self._bar)
        top.addLayout(self._under_bar)
        top.addWidget(self.steps)
        below.addWidget(self._what)
        foot.addWidget(self._last)
        self._list = QVBoxLayout()
        self._list.addWidget(self._to_do_title)
        self._list.addWidget(self._scroller, 1)
        self._list.addLayout(below)
        self._box.addLayout(top)
        self._box.addLayout(self._list, 1)
        self._box.addStretch(0)
        self._box.addLayout(foot)
        self._to_dos: Sequence[ToDo] = ()
        self._leads_to_steps = True
        self.to_do.chosen.connect(self._on_chosen)
        self.to_do.pointed.connect(self._on_pointed)
        self._wide_only: list[QWidget] = []
        self._ordered: list[QWidget] = []
        self._shown = self._shown_narrow = ""
        self._dress()
        theme.theme_changed.connect(self._dress)

    def add_under_bar(self, part: QWidget) -> None:
        """Put a part between the bar and the steps; it is only shown where the pane is wide."""
        self._under_bar.addWidget(part)
        self._wide_only.append(part)
        self._fit()

    def show_states(
        self,
        states: Sequence[Step],
        last_change: str,
        to_dos: Sequence[ToDo] | None = None,
        percent: int | None = None,
    ) -> None:
        """Show how the steps stand, and what is still to do, what is worth most first.

        The figure is a percentage where one is given, else how many steps are done.
        """
        done, say = sum(1 for state in states if state.done), self._say
        self._bar.setValue(100 * done // max(1, len(states)) if percent is None else percent)
        count = {"n": done, "all": len(states)}
        self._shown, self._shown_narrow = say("{n} of {all}", **count), say("{n}/{all}", **count)
        if percent is not None:
            self._shown = self._shown_narrow = say("{n} %", n=percent)
        self.steps.set_steps(states)
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
        self.figure.setText(self._shown_narrow if narrow else self._shown)
        for part in (self._name, *self._wide_only):
            part.setVisible(not narrow)
        self.to_do.set_to_dos([] if narrow else self._to_dos)
        self._order()
        has_to_dos = bool(self._to_dos) and not narrow
        for part in (self._to_do_title, self._scroller):
            part.setVisible(has_to_dos)
        self._what.setVisible(has_to_dos and not self._leads_to_steps)
        self._scroller.fit()
        self._last.setVisible(bool(self._last.text()) and not narrow)
        pad = self._theme.space(6 if narrow else 12)
        margins = self._box.contentsMargins()
        if margins.left() != pad:
            self._box.setContentsMargins(pad, self._theme.space(16), 1, self._theme.space(12))
            for layout in self._clear:
                layout.setContentsMargins(0, 0, pad, 0)
            self._scroller.set_side(pad)

    def _order(self) -> None:
        """Let Tab go through the rows as they are read: rows that were made anew would come last of all."""
        rows: list[QWidget] = [self.steps, *self.steps.rows.values(), *self.to_do.rows.values()]
        if rows != self._ordered:
            self._ordered = rows
            for first, second in pairwise(rows):
                QWidget.setTabOrder(first, second)

    def _on_pointed(self, sentence: str) -> None:
        self._what.setText(sentence)
        focused = next((row for row in self.to_do.rows.values() if row.hasFocus()), None)
        if focused is not None:
            self._scroller.ensureWidgetVisible(focused)

    def _on_chosen(self, key: str) -> None:
        # the press of the mouse may have ended an edit that did what this row asks for
        self._what.setText(next((each.sentence for each in self._to_dos if each.key == key), ""))
        if self._leads_to_steps:
            self.steps.chosen.emit(key.partition("/")[0])
        else:
            self.to_do_chosen.emit(key)

    def _dress(self) -> None:
        for layout in (self._box, self._clear[0]):
            layout.setSpacing(self._theme.space(10))
        self._fit()


class StepPanes(Panes):
    """Lay a list of steps, what is done in the chosen one, and a side pane in a row.

    The list is either wide enough for names or as narrow as its numbers.
    """

    def __init__(
        self, theme: Theme, steps: StepPane, main: QWidget, side: QWidget, side_width: int, parent: QWidget
    ) -> None:
        """Take the three panes and the first width of the last one, in pixels at 100 %."""
        panes = [Pane(steps, _NUMBERS, _WIDE), Pane(main, _MAIN), Pane(side, _SIDE_LEAST, side_width, 1)]
        super().__init__(theme, panes, parent)
        self._scale = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sizes = self.sizes()
        narrow = self._scale.space(_NUMBERS)
        if narrow < sizes[0] < self._scale.space(_LEAST):
            self.setSizes([narrow, sizes[1] + sizes[0] - narrow, *sizes[2:]])


class _ToDoScroller(QScrollArea):
    """Let what is missing scroll where there is no room for all of it; it is never higher than its rows."""

    def __init__(self, theme: Theme, to_do: ToDoList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._to_do = to_do
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(to_do)
        self._side = 0

    def set_side(self, side: int) -> None:
        """Take how many pixels the rows stay clear of the right side, with or without a bar."""
        self._side = side
        self._fit_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        bar = self.width() - self.viewport().width()
        self._to_do.box.setContentsMargins(0, 0, max(0, self._side - bar), 0)

    def fit(self) -> None:
        """Take heights and colours again."""
        height = self._to_do.sizeHint().height()
        least = _LEAST_SHOWN * height // max(_LEAST_SHOWN, len(self._to_do.rows))
        self.setMinimumHeight(least)
        self.setMaximumHeight(height)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color("bg"))
        for part in (self, self.viewport(), self._to_do):
            part.setPalette(palette)
