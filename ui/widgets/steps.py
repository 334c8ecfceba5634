"""ui: a list of numbered steps, each done, flagged or open; narrow it shows number and glyph only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.flag import Level, flag_text, flag_width, paint_flag, paint_level
from ui.widgets.rows import Column, Row
from ui.widgets.text import Run, paint_runs, runs_width

_NARROW = 140  # below it, in pixels at 100 %, the names are left out


@dataclass(frozen=True, slots=True)
class Step:
    """Name a step and how it stands: done, with a flag, or neither when it was not begun.

    `to_do` says in a few words each what is still to be entered in it.
    """

    key: str
    name: str
    done: bool = False
    level: Level | None = None
    to_do: tuple[str, ...] = ()


class _StepRow(Row):
    def __init__(self, theme: Theme, say: Words, number: int, step: Step, parent: QWidget) -> None:
        super().__init__(theme, step.key, parent)
        self._say = say
        self._number = number
        self._step = step
        self.set_step(step)

    def set_step(self, step: Step) -> None:
        self._step = step
        state = self._say("done") if step.done else ""
        if step.level is not None:
            state = flag_text(self._say, step.level)
        self.tell(f"{self._number} {step.name} {state}".strip())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._step.name if self._is_narrow() else "")

    def _is_narrow(self) -> bool:
        return self.width() < self.theme.space(_NARROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, on, step = self.theme, self.isChecked(), self._step
        rect, radius = QRectF(self.rect()), theme.size("radius")
        if on:
            paint_panel(painter, rect, fill=theme.color("sel"), edge=None, radius=radius)
            bar = QRectF(0, theme.space(4), theme.space(3), rect.height() - 2 * theme.space(4))
            painter.fillRect(bar, theme.color("mark"))
        elif self.underMouse():
            paint_panel(painter, rect, fill=theme.color("hover"), edge=None, radius=radius)
        pad, gap = theme.space(8), theme.space(8)
        number_width = theme.space(14)
        number = Run(str(self._number), theme.font("body"), theme.color("muted"))
        at = QRectF(pad + (0 if self._is_narrow() else theme.space(6)), 0, number_width, rect.height())
        paint_runs(painter, at, [number], 0)
        narrow = self._is_narrow()
        left = (0 if narrow else theme.space(6)) + pad + number_width
        right = rect.right() - (theme.space(2) if narrow else pad)
        name = Run(step.name, theme.font("body", bold=on), theme.color("text"))
        if step.level is not None:
            width = flag_width(theme, self._say, step.level)
            # the name is never cut for the word of the flag: its sign says the same
            is_sign = left + (0 if narrow else runs_width([name], 0) + gap) > right - width
            width = theme.size("glyph") if is_sign else width
            at = QRectF(right - width, 0, width + 1, rect.height())
            if is_sign:
                paint_level(painter, theme, step.level, at)
            else:
                paint_flag(painter, theme, self._say, step.level, at)
            right -= width + gap
        elif step.done:
            side = theme.space(11)
            at = QRectF(right - side, (rect.height() - side) / 2, side, side)
            paint_glyph(painter, Glyph.CHECK, at, theme.color("muted"), width=theme.scale(1.4))
            right -= side + gap
        if not narrow:
            paint_runs(painter, QRectF(left, 0, max(0.0, right - left), rect.height()), [name], 0)


class StepList(Column):
    """Show steps in order and tell which one was chosen."""

    def __init__(self, theme: Theme, say: Words, name: str, parent: QWidget | None = None) -> None:
        """Take what the steps lead to in words."""
        super().__init__(theme, name, parent)
        self._say = say

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show the steps; the same keys as before only change how they stand."""
        if [step.key for step in steps] == list(self.rows):
            for step in steps:
                row = self.rows[step.key]
                if isinstance(row, _StepRow):
                    row.set_step(step)
            return
        current = self.current
        self.clear_rows()
        for number, step in enumerate(steps, start=1):
            self.add_row(_StepRow(self.theme, self._say, number, step, self))
        self.set_current(current)
