"""ui: shows a chart's scene; the arrow keys walk its points, T turns it into the table of the same figures and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.charts.scene import ChartTable, Circle, Label, Line, Path, Polygon, Rect, Role, Scene
from core.words import EN_DASH, Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.focus_ring import draw_own_ring

if TYPE_CHECKING:
    from core.charts.scene import Drawable, Item

_SCALE = 12 / 7.4  # the smallest type of a chart is 7.4 points on paper and 12 pixels on the screen
_REACH = 9.0  # of the ring round a point, and how near a click must be, in pixels at 100 %
_HATCH = 4.0
_COLORS = {
    Role.INK: "text",
    Role.MUTED: "muted",
    Role.US: "us",
    Role.THEM: "them",
    Role.MARK: "ctl",
    Role.HAIR: "line2",
    Role.ZONE: "line",
    Role.BAND: "bg",
    Role.BASE: "base",
    Role.CHECK: "warn",
    Role.ACT: "danger",
}
_NO_FIGURES = ChartTable((), ())
_FIGURE = re.compile(rf"[-+{EN_DASH}(]?\s?[0-9]|{EN_DASH}$")  # what a cell begins with that stands under other figures


class ChartView(QWidget):
    """A chart under its title, which is its finding. What the focused point says stands below the chart."""

    table_toggled = Signal(bool)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Make an empty view; `set_chart` fills it."""
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._canvas = ChartCanvas(theme, self)
        self._reading = QLabel(self)
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
        self.figures = _NO_FIGURES
        self._table = DataTable(theme, say, "", bleed=0, fits=True, parent=self)
        self._table.view.copies_row = False
        self._table.hide()
        self._drawn = QWidget(self)
        below = QVBoxLayout(self._drawn)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._canvas)
        below.addWidget(self._reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._drawn)
        layout.addWidget(self._table)
        self._canvas.stop_reached.connect(self._reading.setText)
        toggle = QShortcut(QKeySequence(Qt.Key.Key_T), self)
        toggle.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.activated.connect(self.toggle_table)
        self.setFocusProxy(self._canvas)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def canvas(self) -> ChartCanvas:
        """Return the drawn chart."""
        return self._canvas

    @property
    def table(self) -> DataTable:
        """Return the table of the same figures."""
        return self._table

    @property
    def shows_table(self) -> bool:
        """Return whether the table stands in the place of the chart."""
        return not self._table.isHidden()

    def set_chart(self, chart: Drawable | None) -> None:
        """Show another chart, None for nothing; the view stays chart or table as it was."""
        self._canvas.set_chart(chart)
        self._reading.clear()
        title = self._canvas.scene.title if self._canvas.scene else ""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        for widget in (self, self._canvas, self._table.view):
            widget.setAccessibleName(title)
        self.figures = chart.table() if chart else _NO_FIGURES
        if self.shows_table:
            self._fill_table()

    def toggle_table(self) -> None:
        """Turn the chart into its table, or back; the focus goes along."""
        shown, other = (self._canvas, self._table.view) if self.shows_table else (self._table.view, self._canvas)
        had_focus = other.hasFocus()
        # else Qt would lend it to whatever comes next, as by Tab
        other.clearFocus()
        if shown is not self._canvas:
            self._fill_table()
        self._drawn.setVisible(shown is self._canvas)
        self._table.setVisible(shown is not self._canvas)
        self.setFocusProxy(shown)
        if had_focus:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table_toggled.emit(self.shows_table)

    def _fill_table(self) -> None:
        # only once it is looked at: most charts never are as a table
        rows = self.figures.rows
        self._table.set_columns(_columns(self.figures.head, rows))
        self._table.set_rows(
            [TableRow(at, {str(key): TableCell(text) for key, text in enumerate(row)}) for at, row in enumerate(rows)]
        )

    def _on_theme_changed(self) -> None:
        theme = self._theme
        self._title.setFont(theme.font("sentence", bold=True))
        self._reading.setFont(theme.font("meta"))
        self._reading.setMinimumHeight(theme.line_height("meta"))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.space(8))
        self._canvas.rebuild()


class ChartCanvas(QWidget):
    """The drawn chart. Left and Right walk its points, Home and End go to the ends; a click takes the nearest."""

    stop_reached = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty canvas."""
        super().__init__(parent)
        self._theme = theme
        self._chart: Drawable | None = None
        self._scene: Scene | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def scene(self) -> Scene | None:
        """Return what is drawn at the present width."""
        return self._scene

    @property
    def stop(self) -> int:
        """Return which point has the ring, -1 for none."""
        return self._at

    def set_chart(self, chart: Drawable | None) -> None:
        """Draw another chart, with no point taken yet."""
        self._chart = chart
        self._at = -1
        self.setAccessibleDescription("")
        self.rebuild()

    def go_to(self, at: int) -> None:
        """Give the ring to a point, as walking there does; one that is not there changes nothing."""
        if self._scene is not None and 0 <= at < len(self._scene.stops) and at != self._at:
            self._take(at)

    def rebuild(self) -> None:
        """Draw the chart anew for the present width, type size and colours."""
        scale = self._scale()
        width = max(self.width(), self.minimumSizeHint().width()) / scale
        self._scene = None if self._chart is None else self._chart.scene(width, self._measure)
        if self._scene is not None and self._at >= len(self._scene.stops):
            self._at = -1
        # without a point to walk to the ring goes round the whole
        draw_own_ring(self, owns=self._scene is not None and bool(self._scene.stops))
        self.setFixedHeight(ceil(self._scene.height * scale) if self._scene else 0)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(420), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rebuild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._scene.stops) - 1 if self._scene else -1
        step = {
            Qt.Key.Key_Left: max(self._at - 1, 0),
            Qt.Key.Key_Right: min(self._at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if step is None or last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._take(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        if found is None:
            super().mousePressEvent(event)
        else:
            self._take(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self._at < 0 and self._scene and self._scene.stops:
            self._take(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for item in self._scene.items:
            self._paint(painter, item)
        if self.hasFocus() and self._at >= 0:
            self._paint_ring(painter, self._scene)
            for item in self._scene.items:
                if isinstance(item, Label):
                    # what stands beside the point must not be covered
                    self._words(painter, item)

    # places and colours

    def _scale(self) -> float:
        return _SCALE * self._theme.factor

    def _font(self, size: float, *, bold: bool, italic: bool = False) -> QFont:
        font = self._theme.font("meta", bold=bold, italic=italic)
        font.setPixelSize(max(1, round(size * self._scale())))
        return font

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return QFontMetricsF(self._font(size, bold=bold)).horizontalAdvance(text) / self._scale()

    def _color(self, role: Role) -> QColor:
        return self._theme.color(_COLORS[role])

    def _pen(self, role: Role, width: float, dash: tuple[float, ...] = ()) -> QPen:
        thick = max(width * self._scale(), 1.0)
        pen = QPen(self._color(role), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            pen.setDashPattern([length * self._scale() / thick for length in dash])
        return pen

    # painting

    def _paint(self, painter: QPainter, item: Item) -> None:
        scale = self._scale()
        match item:
            case Line():
                painter.setPen(self._pen(item.role, item.width, item.dash))
                painter.drawLine(QPointF(item.x1 * scale, item.y1 * scale), QPointF(item.x2 * scale, item.y2 * scale))
            case Path():
                painter.setPen(self._pen(item.role, item.width, item.dash))
                painter.drawPolyline(QPolygonF([QPointF(x * scale, y * scale) for x, y in item.points]))
            case Rect():
                place = QRectF(item.x * scale, item.y * scale, item.width * scale, item.height * scale)
                self._manner(painter, item.fill, item.stroke, item.line_width)
                painter.drawRect(place)
                if item.hatch is not None:
                    self._hatch(painter, place, item.hatch)
            case Circle():
                self._manner(painter, item.fill, item.stroke, item.line_width)
                radius = item.radius * scale
                painter.drawEllipse(QPointF(item.x * scale, item.y * scale), radius, radius)
            case Polygon():
                self._manner(painter, item.fill, item.stroke, item.line_width)
                painter.drawPolygon(QPolygonF([QPointF(x * scale, y * scale) for x, y in item.points]))
            case Label():
                self._words(painter, item)

    def _manner(self, painter: QPainter, fill: Role | None, stroke: Role | None, width: float) -> None:
        # The system's high contrast has one colour for all that is drawn: a filled field would bury its words there.
        outlined = self._theme.high_contrast and fill in (Role.ZONE, Role.BAND)
        edge = Role.HAIR if outlined else stroke
        painter.setPen(Qt.PenStyle.NoPen if edge is None else self._pen(edge, width))
        painter.setBrush(Qt.BrushStyle.NoBrush if fill is None or outlined else self._color(fill))

    def _hatch(self, painter: QPainter, place: QRectF, role: Role) -> None:
        """Draw lines at 45 degrees; Qt's own patterns do not scale."""
        painter.save()
        painter.setClipRect(place)
        painter.setPen(self._pen(role, 0.6))
        x, step = place.left() - place.height(), self._theme.space(_HATCH)
        while x < place.right():
            painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()))
            x += step
        painter.restore()

    def _words(self, painter: QPainter, item: Label) -> None:
        font = self._font(item.size, bold=item.bold, italic=item.italic)
        width = QFontMetricsF(font).horizontalAdvance(item.text)
        left = item.x * self._scale() - {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
        painter.setFont(font)
        painter.setPen(self._color(item.role))
        painter.drawText(QPointF(left, item.y * self._scale()), item.text)

    def _paint_ring(self, painter: QPainter, scene: Scene) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stop, reach = scene.stops[self._at], self._theme.space(_REACH)
        # the gap on both sides of the ring sets it off from a bar of its own colour
        for role, width in (("base", 4), ("mark", 2)):
            painter.setPen(QPen(self._theme.color(role), self._theme.space(width)))
            painter.drawEllipse(QPointF(stop.x * self._scale(), stop.y * self._scale()), reach, reach)

    # walking

    def _nearest(self, place: QPointF) -> int | None:
        scale = self._scale()
        stops = self._scene.stops if self._scene else ()
        apart = [(QPointF(stop.x * scale, stop.y * scale) - place).manhattanLength() for stop in stops]
        near = min(range(len(apart)), key=apart.__getitem__, default=None)
        return near if near is not None and apart[near] <= 2 * self._theme.space(_REACH) else None

    def _take(self, at: int) -> None:
        if self._scene is None:
            return
        self._at = at
        words = self._scene.stops[at].words
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.stop_reached.emit(words)
        self.update()


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[TableColumn]:
    """Return the columns of a chart's figures: figures at the right, words at the left."""
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    return [
        TableColumn(str(key), title, right if _are_figures([row[key] for row in rows]) else left, stretch=1, whole=True)
        for key, title in enumerate(head)
    ]


def _are_figures(texts: Sequence[str]) -> bool:
    written = [text for text in texts if text]
    return bool(written) and all(_FIGURE.match(text) for text in written)
