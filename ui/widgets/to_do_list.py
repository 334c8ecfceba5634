"""ui: what is still to do in a preparation, in order of worth; Enter or a click goes to the very place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.flag import Level, paint_level
from ui.widgets.rows import Column, Row
from ui.widgets.text import Run, paint_runs

_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: its key, its name in a few words, the whole sentence, how it stands, what it is worth."""

    key: str
    title: str
    sentence: str
    level: Level | None = None
    worth: str = ""


class _ToDoRow(Row):
    def __init__(self, theme: Theme, to_do: ToDo, parent: QWidget) -> None:
        super().__init__(theme, to_do.key, parent)
        self.to_do = to_do
        self.setCheckable(False)
        self.set_to_do(to_do)

    def set_to_do(self, to_do: ToDo) -> None:
        self.to_do = to_do
        self.tell(" ".join(part for part in (f"{to_do.title}.", to_do.sentence, to_do.worth) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.space(120), self.theme.space(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.space(32), self.theme.space(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self.theme, QRectF(self.rect())
        if self.underMouse():
            paint_panel(painter, rect, fill=theme.color("hover"), edge=None, radius=theme.size("radius"))
        pad, side, font = theme.space(4), theme.size("glyph"), theme.font("meta")
        area = rect.adjusted(pad, 0, -pad, 0)
        if self.to_do.worth:
            width = QFontMetricsF(font).horizontalAdvance(self.to_do.worth)
            at = QRectF(area.right() - width, 0, width + 1, rect.height())
            paint_runs(painter, at, [Run(self.to_do.worth, font, theme.color("muted"))], 0)
            area.setRight(at.left() - theme.space(6))
        if self.to_do.level is not None:
            paint_level(painter, theme, self.to_do.level, QRectF(area.right() - side, 0, side, rect.height()))
            area.setRight(area.right() - side - theme.space(6))
        paint_runs(painter, area, [Run(self.to_do.title, font, theme.color("text"))], 0)


class ToDoList(Column):
    """Show things to do; `chosen` carries the key of one, `pointed` its sentence while it is looked at."""

    pointed = Signal(str)

    def set_to_dos(self, found: Sequence[ToDo]) -> None:
        """Show other things; those that stay keep their rows."""
        if [each.key for each in found] == list(self.rows):
            for each in found:
                row = self.rows[each.key]
                if isinstance(row, _ToDoRow):
                    row.set_to_do(each)
            return
        had_focus = any(row.hasFocus() for row in self.rows.values())
        self.clear_rows()
        for each in found:
            row = _ToDoRow(self.theme, each, self)
            row.installEventFilter(self)
            self.add_row(row)
            # the layout would show it only later, and what is not shown takes no focus
            row.show()
        if had_focus and self.rows:
            next(iter(self.rows.values())).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, _ToDoRow) and event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self.pointed.emit(watched.to_do.sentence)
        return super().eventFilter(watched, event)

    def _choose(self, key: str) -> None:
        # nothing stays chosen: it leads elsewhere
        self.chosen.emit(key)
