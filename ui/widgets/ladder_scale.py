"""ui: an upright scale from 0 to 100 with labelled marks that never stand on each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.text import Run, paint_runs, runs_width

APART = 16  # pixels at 100 % between two labels, at least
_AXIS = (100, 50, 0)


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a mark: its words, where it lies from 0 to 100, its figure as shown, and how it is drawn.

    `weight` is the thickness of its line in pixels at 100 %, `dashes` the lengths of line and gap.
    """

    words: str
    value: Fraction
    figure: str
    color: str = "text"
    bold: bool = False
    weight: float = 2.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """Hold what stands beside the scale at one height: marks of equal value share it."""

    words: str
    figure: str
    color: str
    bold: bool
    value: Fraction


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Return heights in the order of `wanted` (ascending), at least `apart` from each other, as near as can be.

    All lie within `low` to `high` where there is room for that.
    """
    groups: list[tuple[float, int]] = []  # middle of the group, members
    for height in wanted:
        middle, count = height, 1
        while groups and middle - (count - 1) * apart / 2 - (groups[-1][0] + (groups[-1][1] - 1) * apart / 2) < apart:
            before, members = groups.pop()
            middle = (before * members + middle * count) / (members + count)
            count += members
            half = (count - 1) * apart / 2
            middle = min(max(middle, low + half), max(high - half, low + half))
        groups.append((middle, count))
    placed: list[float] = []
    for middle, count in groups:
        placed += [middle + (index - (count - 1) / 2) * apart for index in range(count)]
    return placed


class LadderScale(QLabel):
    """Show marks on a scale; a band may be tinted. Its text lists the marks for a screen reader."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take what the scale shows in words."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._marks: tuple[Mark, ...] = ()
        self._band: tuple[Fraction, Fraction] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_marks(())
        theme.theme_changed.connect(self.updateGeometry)

    def set_marks(self, marks: Sequence[Mark], band: tuple[Fraction, Fraction] | None = None) -> None:
        """Show other marks, and tint the scale between the two values of `band`."""
        self._marks = tuple(marks)
        self._band = band
        told = ", ".join(f"{mark.words} {mark.figure}" for mark in sorted(marks, key=lambda m: -m.value))
        self.setText(f"{self._name}: {told}" if told else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(288), self._theme.space(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(200), self._theme.space(200))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, space = self._theme, self._theme.space
        top, bottom = space(10), self.height() - space(10)
        axis = runs_width([Run("100", theme.font("small"), theme.color("muted"))], 0)
        bar = QRectF(axis + space(8) + space(6), top, space(12), bottom - top)

        def height_of(value: Fraction | int) -> float:
            inside = min(max(float(value), 0.0), 100.0)
            return bottom - (bottom - top) * inside / 100

        painter.fillRect(bar, theme.color("base"))
        if self._band:
            low, high = sorted(self._band)
            area = QRectF(bar.x(), height_of(high), bar.width(), height_of(low) - height_of(high))
            painter.fillRect(area, theme.color("tint_us"))
        painter.setPen(QPen(theme.color("line2"), theme.edge()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        for value in _AXIS:
            run = Run(str(value), theme.font("small"), theme.color("muted"))
            width = runs_width([run], 0)
            line = theme.line_height("small")
            paint_runs(painter, QRectF(axis - width, height_of(value) - line / 2, width + 1, line), [run], 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = space(6)
        for mark in self._marks:
            pen = QPen(theme.color(mark.color), space(1) * mark.weight)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if mark.dashes:
                pen.setDashPattern([each / mark.weight for each in mark.dashes])
            painter.setPen(pen)
            y = height_of(mark.value)
            painter.drawLine(QPointF(bar.x() - reach, y), QPointF(bar.right() + reach, y))
        self._paint_labels(painter, bar, height_of)

    def _paint_labels(self, painter: QPainter, bar: QRectF, height_of: Callable[[Fraction], float]) -> None:
        theme, space = self._theme, self._theme.space
        reach, left, right = space(6), bar.right() + space(22), self.width() - space(2)
        hundred = runs_width([Run("100.0", theme.font("body", bold=True), theme.color("text"))], 0)
        labels = self.labels(right - hundred - space(8) - left)
        wanted = [height_of(label.value) for label in labels]
        line = theme.line_height("body")
        heights = spread(wanted, max(space(APART), 1), line / 2, self.height() - line / 2)
        for label, at, height in zip(labels, wanted, heights, strict=True):
            painter.setPen(QPen(theme.color("ctl"), theme.edge()))
            start = bar.right() + reach + space(1)
            painter.drawLine(QPointF(start, at), QPointF(left - space(4), height))
            font, ink = theme.font("body", bold=label.bold), theme.color(label.color)
            figure = [Run(label.figure, font, ink)]
            width = runs_width(figure, 0)
            paint_runs(painter, QRectF(right - width, height - line / 2, width + 1, line), figure, 0)
            room = max(0.0, right - width - space(8) - left)
            paint_runs(painter, QRectF(left, height - line / 2, room, line), [Run(label.words, font, ink)], 0)

    def labels(self, room: float = inf) -> list[Label]:
        """Return what is written beside the scale from top to bottom.

        Marks with equal figures share a label where it has room, in pixels.
        """
        metrics = QFontMetricsF(self._theme.font("body", bold=True))
        found: list[Label] = []
        for mark in sorted(self._marks, key=lambda m: -m.value):
            last = found[-1] if found and found[-1].figure == mark.figure else None
            if last is not None and metrics.horizontalAdvance(f"{last.words}, {mark.words}") <= room:
                color = last.color if last.color == mark.color else "text"
                found[-1] = Label(f"{last.words}, {mark.words}", last.figure, color, last.bold or mark.bold, last.value)
            else:
                found.append(Label(mark.words, mark.figure, mark.color, mark.bold, mark.value))
        return found
