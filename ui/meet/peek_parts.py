"""ui: the painted parts of peek - a titled list of lines, the scale from 0 to 100, our targets in large type."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.charts.labels import spread
from core.verdict import Interval
from core.words import Words
from ui.meet.peek_presenter import Mark, Part, Target
from ui.meet.peek_words import Phrase
from ui.theme import Theme
from ui.widgets.spans import Mark as Look
from ui.widgets.spans import Span, SpannedText
from ui.widgets.text import Run, paint_runs, runs_width, text_width

_ROW = 23  # a line with a figure, pixels at 100 %
_BAR = 12


class _Told(QLabel):
    """A painted part whose text a screen reader reads."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.theme_changed.connect(self._dress)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class PartView(_Told):
    """Show a part: a quiet title with its aside, and lines under it; those with a figure stand in rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty, and hidden while it is."""
        super().__init__(theme, parent)
        self._part = Part()
        self._most = 0
        self._wraps = True
        self._laid_out: tuple[int, list[SpannedText]] = (-1, [])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_part(self, part: Part) -> None:
        """Show another part."""
        if part != self._part:
            self._part = part
            self._dress()
        lines = [f"{each.text} {each.figure}".strip() for each in part.lines]
        title = f"{part.title} ({part.aside})" if part.aside else part.title
        self.setText("\n".join([title, *lines]).strip())

    def set_most(self, most: int) -> None:
        """Show at most so many lines, 0 for all; where there is so little room, rows are cut instead of wrapped."""
        if (most, not most) != (self._most, self._wraps):
            self._most, self._wraps = most, not most
            self._dress()

    def set_wraps(self, wraps: bool) -> None:
        """Wrap rows that are too long, or cut them."""
        if wraps != self._wraps:
            self._wraps = wraps
            self._dress()

    @property
    def lines(self) -> tuple[Phrase, ...]:
        """Return the lines that are shown."""
        return self._part.lines[: self._most] if self._most else self._part.lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [self._row_height(each, laid) for each, laid in zip(self.lines, self._texts(width), strict=True)]
        return self._head() + ceil(sum(heights))

    def sizeHint(self) -> QSize:
        width = self._theme.space(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(160), self._head())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        muted, y = theme.color("muted"), 0.0
        if self._part.title:
            aside = [Run(self._part.aside, theme.font("meta"), muted)]
            room = runs_width(aside, 0)
            head = QRectF(0, 0, self.width(), theme.line_height("meta"))
            title = [Run(self._part.title, theme.font("meta"), muted)]
            paint_runs(painter, head.adjusted(0, 0, -room - theme.space(8), 0), title, 0)
            paint_runs(painter, head.adjusted(max(0.0, head.width() - room), 0, 1, 0), aside, 0)
            y = self._head()
        for line, laid in zip(self.lines, self._texts(self.width()), strict=True):
            height = self._row_height(line, laid)
            top = y + (height - laid.height) / 2
            laid.paint(painter, 0, top)
            if line.figure:
                figure = [Run(line.figure, theme.font("body"), theme.color("text"))]
                at = QRectF(0, top, self.width(), theme.line_height("body"))
                paint_runs(painter, at.adjusted(self.width() - runs_width(figure, 0), 0, 1, 0), figure, 0)
                painter.fillRect(QRectF(0, y + height - theme.edge(), self.width(), theme.edge()), theme.color("line"))
            y += height

    def _head(self) -> int:
        return self._theme.line_height("meta") if self._part.title else 0

    def _row_height(self, line: Phrase, laid: SpannedText) -> float:
        spare = self._theme.space(_ROW) - self._theme.line_height("body") if line.figure else 0
        return laid.height + spare

    def _texts(self, width: int) -> list[SpannedText]:
        if self._laid_out[0] != width:
            self._laid_out = width, [self._text(each, width) for each in self.lines]
        return self._laid_out[1]

    def _text(self, line: Phrase, width: int) -> SpannedText:
        theme = self._theme
        room = text_width(theme, line.figure, "body") + theme.space(12) if line.figure else 0
        spans = [Span(at, length, Look.BOLD) for at, length in line.bold]
        spans += [Span(at, length, Look.MUTED) for at, length in line.muted]
        height = theme.line_height("body")
        wrap = self._wraps or not line.figure
        return SpannedText(
            theme, line.text, theme.font("body"), spans, width=width - room, line_height=height, wrap=wrap
        )

    def _dress(self) -> None:
        self._laid_out = (-1, [])
        self.setVisible(bool(self._part.title or self._part.lines))
        super()._dress()


class ScaleView(_Told):
    """Show on a scale from 0 to 100 what their offer is worth, as a block, and the marks that it is held against."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self._say = say
        self._marks: tuple[Mark, ...] = ()
        self._table: Interval | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, marks: Sequence[Mark], table: Interval | None, words: str) -> None:
        """Show these marks and this block, under its words."""
        self._marks, self._table, self._words = tuple(marks), table, words
        told = [f"{mark.word} {mark.figure}" for mark in marks]
        self.setText(", ".join([self._say("Scale 0 to 100"), *told, *([words] if words else [])]))
        self.setVisible(bool(marks) or table is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(480), 2 * self._theme.line_height("meta") + self._theme.space(_BAR + 12))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        line = theme.line_height("meta")
        bar = QRectF(0, line + theme.space(9), self.width(), theme.space(_BAR))
        painter.fillRect(bar, theme.color("base"))
        edge, ink = theme.edge(), theme.color("line2")
        for part in (
            QRectF(bar.x(), bar.y(), bar.width(), edge),
            QRectF(bar.x(), bar.bottom() - edge, bar.width(), edge),
            QRectF(bar.x(), bar.y(), edge, bar.height()),
            QRectF(bar.right() - edge, bar.y(), edge, bar.height()),
        ):
            painter.fillRect(part, ink)
        below = QRectF(0, bar.bottom() + theme.space(3), self.width(), line)
        ends = theme.font("small"), theme.color("muted")
        paint_runs(painter, below, [Run("0", *ends)], 0)
        hundred = [Run("100", *ends)]
        paint_runs(painter, below.adjusted(self.width() - runs_width(hundred, 0), 0, 1, 0), hundred, 0)
        if self._table is not None:
            self._paint_table(painter, bar, below, self._table)
        self._paint_marks(painter, bar)

    def _paint_table(self, painter: QPainter, bar: QRectF, below: QRectF, table: Interval) -> None:
        theme = self._theme
        left, right = _place(bar, table.low), _place(bar, table.high)
        least = theme.space(4)
        if right - left < least:
            left = min(max(bar.x(), (left + right - least) / 2), bar.right() - least)
            right = left + least
        painter.fillRect(QRectF(left, bar.y(), right - left, bar.height()), theme.color("text"))
        words = [Run(self._words, theme.font("meta", bold=True), theme.color("text"))]
        width, ends = runs_width(words, 0), theme.space(32)
        start = min(max(ends, (left + right - width) / 2), max(ends, bar.right() - ends - width))
        paint_runs(painter, below.adjusted(start, 0, 0, 0), words, 0)

    def _paint_marks(self, painter: QPainter, bar: QRectF) -> None:
        theme = self._theme
        shown = _shared(self._marks)
        runs = [
            [
                Run(
                    f"{word} {mark.figure}",
                    theme.font("meta", bold=mark.is_main),
                    theme.color("text" if mark.is_main else "muted"),
                )
            ]
            for word, mark in shown
        ]
        widths = [runs_width(each, 0) for each in runs]
        wanted = [_place(bar, mark.value.low) for _, mark in shown]
        centres = spread(wanted, widths, 0, bar.right(), theme.space(12))
        for each, width, centre in zip(runs, widths, centres, strict=True):
            area = QRectF(centre - width / 2, 0, width + 1, theme.line_height("meta"))
            paint_runs(painter, area, each, 0)
        top = theme.line_height("meta") + theme.space(1)
        for mark in self._marks:
            weight = theme.scale(3 if mark.is_main else 1.5)
            low, high = _place(bar, mark.value.low), _place(bar, mark.value.high)
            x = min(max(bar.x(), low - weight / 2), bar.right() - weight)
            painter.fillRect(QRectF(x, top, weight, bar.bottom() - top), theme.color("text"))
            # what is open in it reaches on
            painter.fillRect(QRectF(x, top, high - x, theme.edge()), theme.color("text"))


def _shared(marks: Sequence[Mark]) -> list[tuple[str, Mark]]:
    """Let marks with the same figure share one label."""
    found: list[tuple[str, Mark]] = []
    for mark in marks:
        at = next((at for at, (_, each) in enumerate(found) if each.figure == mark.figure), -1)
        if at < 0:
            found.append((mark.word, mark))
        else:
            word, first = found[at]
            found[at] = f"{word}, {mark.word}", mark if mark.is_main else first
    return found


def _place(bar: QRectF, value: Fraction) -> float:
    """Return where a value lies; only pictures clamp what lies outside."""
    return bar.x() + bar.width() * min(max(float(value), 0.0), 1.0)


class TargetsView(_Told):
    """Show our targets in large type, side by side, those first that count most; rows are added as long as told."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty, and hidden while it is."""
        super().__init__(theme, parent)
        self._say = say
        self._targets: tuple[Target, ...] = ()
        self._rows = 1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Show these."""
        self._targets = tuple(targets)
        told = [f"{each.name} {each.value} {each.unit}".strip() for each in targets]
        self.setText(", ".join([self._say("Your targets"), *told]))
        self.setVisible(bool(targets))
        self._dress()

    def set_rows(self, rows: int) -> None:
        """Show at most so many rows."""
        if rows != self._rows:
            self._rows = rows
            self._dress()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row_height() * max(1, len(self._flow(width)))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(480), self.heightForWidth(self._theme.space(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(200), self._row_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        name_height, names_font = theme.line_height("meta"), theme.font("meta")
        names = QFontMetricsF(names_font)
        lead = [Run(self._say("Your targets"), theme.font("meta"), theme.color("muted"))]
        paint_runs(painter, QRectF(0, 0, self._lead(), self._row_height()), lead, 0)
        for at, row in enumerate(self._flow(self.width())):
            y = at * self._row_height()
            for x, width, name, value in row:
                above = QRectF(x, y, width, name_height)
                # names that begin alike are told apart by their ends
                shown = names.elidedText(name, Qt.TextElideMode.ElideMiddle, width)
                paint_runs(painter, above, [Run(shown, names_font, theme.color("muted"))], 0)
                under = QRectF(x, y + name_height, width, theme.line_height("page"))
                paint_runs(painter, under, [Run(value, theme.font("page"), theme.color("text"))], 0)

    def _row_height(self) -> int:
        return self._theme.line_height("meta") + self._theme.line_height("page") + self._theme.space(4)

    def _lead(self) -> int:
        return text_width(self._theme, self._say("Your targets"), "meta") + self._theme.space(24)

    def _flow(self, width: int) -> list[list[tuple[float, float, str, str]]]:
        """Return the rows of cells (x, width, name, value); what has no room is counted in a last cell."""
        theme = self._theme
        names, values = QFontMetricsF(theme.font("meta")), QFontMetricsF(theme.font("page"))
        gap, widest = theme.space(20), theme.space(112)
        rows: list[list[tuple[float, float, str, str]]] = [[]]
        x = lead = float(self._lead())
        for number, each in enumerate(self._targets):
            name = min(names.horizontalAdvance(each.name), widest)
            cell = max(name, values.horizontalAdvance(each.value)) + 1
            last = len(rows) == self._rows
            spare = names.horizontalAdvance("+00") + gap if last and number < len(self._targets) - 1 else 0
            if x + cell + spare > width and rows[-1]:
                if last:
                    rows[-1].append((x, width - x, "", f"+{len(self._targets) - number}"))
                    break
                rows.append([])
                x = lead
            rows[-1].append((x, min(cell, width), each.name, each.value))
            x += cell + gap
        return rows


def paint_hairline(painter: QPainter, theme: Theme, y: float, width: float) -> None:
    """Paint the hairline between two parts."""
    painter.fillRect(QRectF(QPointF(0, y), QPointF(width, y + theme.edge())), theme.color("line2"))
