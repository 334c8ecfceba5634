"""ui: one text in which some places are bold, muted or underlined; laid out, cut to fit and painted by QTextLayout."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.widgets.signs import paint_dots

if TYPE_CHECKING:
    from ui.theme import Theme

ELLIPSIS = "\u2026"
_FIGURE = re.compile(r"[0-9](?:[0-9.,'\u2019\u00a0\u202f]*[0-9])?")
_UNBOUNDED = 1e6


class Mark(Flag):
    """Say how a place in a text is drawn; marks add up."""

    BOLD = auto()
    ITALIC = auto()
    MUTED = auto()
    UNDERLINE = auto()
    DOTTED = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Mark `length` characters from `start` on, counted as Python counts them."""

    start: int
    length: int
    mark: Mark = Mark.DOTTED


class Places:
    """Translate places in a Python string to those of Qt, which counts a sign outside the first plane as two."""

    def __init__(self, text: str) -> None:
        self._ends = [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]

    def to_qt(self, place: int) -> int:
        """Return Qt's place; one outside the text becomes the nearest inside."""
        return self._ends[min(max(place, 0), len(self._ends) - 1)]

    def from_qt(self, place: int) -> int:
        """Return Python's place; one within a pair becomes the place before it."""
        return bisect.bisect_right(self._ends, place) - 1


class SpannedText:
    """A laid-out text; without `wrap` one line that is cut with an ellipsis where it does not fit.

    `width` is in pixels. `height` and `lines` tell what the text takes up.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        font: QFont,
        spans: Sequence[Span] = (),
        *,
        width: float = _UNBOUNDED,
        line_height: float = 0,
        wrap: bool = False,
        color: QColor | None = None,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self._theme = theme
        self._font = font
        self._spans = spans
        self._color = color or theme.color("text")
        self._right = bool(alignment & Qt.AlignmentFlag.AlignRight)
        self._width = max(width, 1.0)
        self._line_height = line_height or QFontMetricsF(font).height()
        self.is_cut = False
        if wrap:
            self._text = text.replace("\r\n", "\n").replace("\n", "\u2028")
            self._layout = self._laid_out(self._width, wrap=True)
        else:
            self._text = " ".join(text.splitlines())
            self._layout = self._laid_out(_UNBOUNDED, wrap=False)
            if self._layout.lineAt(0).naturalTextWidth() > self._width:
                self._cut()

    @property
    def lines(self) -> int:
        """Return the number of lines."""
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        """Return the height of all lines in pixels."""
        return self.lines * self._line_height

    @property
    def natural_width(self) -> float:
        """Return the width of the longest line in pixels."""
        return max((self._layout.lineAt(at).naturalTextWidth() for at in range(self.lines)), default=0.0)

    @property
    def shown(self) -> str:
        """Return the text as it is shown, cut where it had to be."""
        return self._text.replace("\u2028", "\n")

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the text, its box's upper left corner at `x`, `y`."""
        painter.save()
        painter.setPen(self._color)
        for at in range(self.lines):
            line = self._layout.lineAt(at)
            line.draw(painter, QPointF(x + self._shift(line), y + self._to_whole_pixel(line, y)))
        for span in self._spans:
            if span.mark & (Mark.DOTTED | Mark.UNDERLINE):
                self._underline(painter, x, y, span)
        painter.restore()

    @staticmethod
    def _to_whole_pixel(line: QTextLine, y: float) -> float:
        """Return by how much a line is moved so that its baseline lies on a whole pixel."""
        baseline = y + line.y() + line.ascent()
        return round(baseline) - baseline

    def _shift(self, line: QTextLine) -> float:
        return max(0.0, self._width - line.naturalTextWidth()) if self._right else 0.0

    def _underline(self, painter: QPainter, x: float, y: float, span: Span) -> None:
        places = Places(self._text)
        start, end = places.to_qt(span.start), places.to_qt(span.start + span.length)
        color = self._theme.color("muted") if span.mark & Mark.MUTED else self._color
        for at in range(self.lines):
            line = self._layout.lineAt(at)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first >= last:
                continue
            ends = sorted((_x_of(line, first), _x_of(line, last)))
            left, right = (x + self._shift(line) + end for end in ends)
            top = y + self._to_whole_pixel(line, y) + line.y() + line.ascent() + self._theme.space(3)
            if span.mark & Mark.DOTTED:
                paint_dots(painter, self._theme, left, right, top, color)
            else:
                painter.fillRect(round(left), round(top), round(right - left), self._theme.edge(), color)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        places = Places(self._text)
        ranges = []
        for span in self._spans:
            form = QTextCharFormat()
            if span.mark & Mark.BOLD:
                form.setFontWeight(QFont.Weight.Bold)
            if span.mark & Mark.ITALIC:
                form.setFontItalic(True)
            if span.mark & Mark.MUTED:
                form.setForeground(self._theme.color("muted"))
            part = QTextLayout.FormatRange()
            part.start = places.to_qt(span.start)
            part.length = places.to_qt(span.start + span.length) - places.to_qt(span.start)
            part.format = form
            ranges.append(part)
        return ranges

    def _laid_out(self, width: float, *, wrap: bool) -> QTextLayout:
        layout = QTextLayout(self._text, self._font)
        option = QTextOption()
        mode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if wrap else QTextOption.WrapMode.NoWrap
        option.setWrapMode(mode)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        metrics = QFontMetricsF(self._font)
        # from the font, not from the line, whose heights are rounded: the baseline is that of plain text beside it
        baseline = (self._line_height + metrics.ascent() - metrics.descent()) / 2
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + baseline - line.ascent()))
            top += self._line_height
        layout.endLayout()
        return layout

    def _cut(self) -> None:
        self.is_cut = True
        room = max(0.0, self._width - QFontMetricsF(self._font).horizontalAdvance(ELLIPSIS))
        line = self._layout.lineAt(0)
        place = Places(self._text).from_qt(line.xToCursor(room))
        text = self._text
        while True:
            place = _before_half_a_figure(text, place)
            head = text[:place].rstrip()
            self._text = f"{head} {ELLIPSIS}" if head[-1:].isdigit() else head + ELLIPSIS
            self._layout = self._laid_out(_UNBOUNDED, wrap=False)
            if place <= 0 or self._layout.lineAt(0).naturalTextWidth() <= self._width:
                return
            place -= 1


def _before_half_a_figure(text: str, place: int) -> int:
    """Return a place no further on at which no figure is cut in two: half of one would be another one."""
    inside = (each.start() for each in _FIGURE.finditer(text) if each.start() < place < each.end())
    return next(inside, place)


def _x_of(line: QTextLine, place: int) -> float:
    # PySide answers with the x and the place that it took
    found: float | tuple[float, int] = line.cursorToX(place)  # type: ignore[assignment]
    return found[0] if isinstance(found, tuple) else found
