"""core: the room chart - per issue what we and they would take, one bar above the other, and where they meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.charts.labels import cut
from core.charts.scene import ChartTable, Circle, Item, Label, Line, Rect, Role, Scene, Stop, hollow_square

if TYPE_CHECKING:
    from core.charts.scene import Measure

ROW_HEIGHT = 33.0

_SMALL = 7.4
_NAME = 8.0
_LEGEND = 16.0
_HEAD = 15.0
_BAR = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRow:
    """One issue, or the package. Places run from 0 (left, better for us) to 1 (right, worse).

    `ours` is our bar, `theirs` theirs; `sure` spans the readings of their limit; `zone` is where both could agree.
    `our_offer` and `their_offer` are the terms on the table. `room` and `under` stand at the right; `told` is all of
    it for a screen reader, `cells` the row of the table.
    """

    name: str
    unit: str = ""
    ours: tuple[float, float] | None = None
    theirs: tuple[float, float] | None = None
    sure: tuple[float, float] | None = None
    zone: tuple[float, float] | None = None
    our_offer: float | None = None
    their_offer: float | None = None
    room: str = ""
    under: str = ""
    told: str = ""
    bold: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomWords:
    """The fixed words of the chart in the reader's language."""

    issue: str
    ours: str
    theirs: str
    sure: str
    said: str
    better: str
    worse: str
    room: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a room chart shows; `scene` draws it. The title is the finding, with its figure."""

    title: str
    rows: tuple[RoomRow, ...]
    words: RoomWords
    head: tuple[str, ...]

    def scene(self, width: float, measure: Measure) -> Scene:
        """Draw the chart `width` points wide; `measure` is the surface's own."""
        if not self.rows:
            return Scene(width, 1.0, (), self.title, self.table())
        drawing = _Drawing(self, width, measure)
        top = _LEGEND + _HEAD
        stops = tuple(
            Stop(drawing.anchor(row), top + ROW_HEIGHT * at + 11, row.told) for at, row in enumerate(self.rows)
        )
        height = top + ROW_HEIGHT * len(self.rows) + 2
        return Scene(width, height, tuple(drawing.items()), self.title, self.table(), stops)

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        return ChartTable(self.head, tuple(row.cells for row in self.rows))


class _Drawing:
    """The geometry: names at the left, bars in the middle, the room in words at the right."""

    def __init__(self, chart: Room, width: float, measure: Measure) -> None:
        self.chart = chart
        self.width = width
        self.measure = measure
        names = max((measure(row.name, _NAME, True) for row in chart.rows), default=0.0) + 10
        rooms = [measure(row.room, _NAME, True) for row in chart.rows]
        rooms += [measure(row.under, _SMALL, False) for row in chart.rows]
        self.left = min(max(names, 52.0), width * 0.28)
        self.right = width - min(max(rooms, default=0.0) + 10, width * 0.32)

    def x(self, at: float) -> float:
        """Return the place of a value; only the picture clamps it to the ends of the line."""
        return self.left + max(0.0, min(1.0, at)) * (self.right - self.left)

    def anchor(self, row: RoomRow) -> float:
        places = [row.zone and row.zone[0], row.their_offer, row.our_offer, row.ours and row.ours[1]]
        return self.x(next((at for at in places if at is not None), 0.0))

    def items(self) -> Iterator[Item]:
        yield from self._legend()
        words, top = self.chart.words, _LEGEND + _HEAD
        yield Label(0, top - 5, words.issue, _SMALL, Role.MUTED)
        better = cut(words.better, (self.right - self.left) / 2 - 4, _SMALL, self.measure)
        worse = cut(words.worse, (self.right - self.left) / 2 - 4, _SMALL, self.measure)
        yield Label(self.left, top - 5, better, _SMALL, Role.MUTED)
        yield Label(self.right, top - 5, worse, _SMALL, Role.MUTED, "end")
        yield Label(self.width, top - 5, words.room, _SMALL, Role.MUTED, "end")
        yield Line(0, top, self.width, top, Role.HAIR, 0.7)
        for at, row in enumerate(self.chart.rows):
            yield from self._row(row, top + ROW_HEIGHT * at)

    def _legend(self) -> Iterator[Item]:
        """Name the signs that are drawn, as many as there is room for."""
        words, rows, x = self.chart.words, self.chart.rows, 0.0
        named: list[tuple[str, Callable[[float], Iterator[Item]]]] = [(words.ours, self._bar_sign)]
        if any(row.theirs for row in rows):
            named.append((words.theirs, self._hatch_sign))
        if any(row.sure for row in rows):
            named.append((words.sure, lambda at: _whisker(at, at + 13, 5.5)))
        if any(at is not None for row in rows for at in (row.our_offer, row.their_offer)):
            named.append((words.said, self._offer_signs))
        for text, sign in named:
            if x and x + 30 > self.width:
                return
            yield from sign(x)
            yield Label(x + 18, 8.2, cut(text, self.width - x - 18, _SMALL, self.measure), _SMALL, Role.MUTED)
            x += 18 + self.measure(text, _SMALL, False) + 10

    def _bar_sign(self, x: float) -> Iterator[Item]:
        yield Rect(x, 2.5, 14, _BAR, fill=Role.US)

    def _hatch_sign(self, x: float) -> Iterator[Item]:
        yield Rect(x, 2.5, 14, _BAR, Role.BASE, Role.THEM, 0.7, Role.THEM)

    def _offer_signs(self, x: float) -> Iterator[Item]:
        yield _our_offer(x + 3.5, 5.5)
        yield _their_offer(x + 11.5, 5.5)

    def _row(self, row: RoomRow, top: float) -> Iterator[Item]:
        upper, lower = top + 8.0, top + 19.0
        if row.zone is not None:
            low, high = sorted(self.x(at) for at in row.zone)
            if high - low < 5:
                low, high = (low + high) / 2 - 2.5, (low + high) / 2 + 2.5
            yield Rect(low, top + 2.5, high - low, ROW_HEIGHT - 9, fill=Role.ZONE)
        yield Line(self.left, top + 13.6, self.right, top + 13.6, Role.HAIR, 0.35)
        if row.ours is not None:
            yield from self._span(row.ours, upper, Role.US, None, None)
        if row.theirs is not None:
            yield from self._span(row.theirs, lower, Role.BASE, Role.THEM, Role.THEM)
        if row.sure is not None and abs(row.sure[0] - row.sure[1]) > 0.004:
            start, end = row.sure
            yield from _whisker(min(self.x(start), self.x(end)), max(self.x(start), self.x(end)), lower)
        if row.our_offer is not None:
            yield _our_offer(self.x(row.our_offer), upper)
        if row.their_offer is not None:
            yield _their_offer(self.x(row.their_offer), lower)
        yield Label(0, top + 11, cut(row.name, self.left - 6, _NAME, self.measure, bold=row.bold), _NAME, bold=row.bold)
        if row.unit:
            yield Label(0, top + 22, cut(row.unit, self.left - 6, _SMALL, self.measure), _SMALL, Role.MUTED)
        room = self.width - self.right - 6
        said = cut(row.room, room, _NAME, self.measure, bold=True)
        yield Label(self.width, top + 11, said, _NAME, Role.INK, "end", bold=True)
        yield Label(self.width, top + 22, cut(row.under, room, _SMALL, self.measure), _SMALL, Role.MUTED, "end")
        yield Line(0, top + ROW_HEIGHT, self.width, top + ROW_HEIGHT, Role.HAIR, 0.35)

    def _span(
        self, span: tuple[float, float], y: float, fill: Role, stroke: Role | None, hatch: Role | None
    ) -> Iterator[Item]:
        low, high = sorted(self.x(at) for at in span)
        yield Rect(low, y - _BAR / 2, max(high - low, 1.5), _BAR, fill, stroke, 0.7, hatch)


def _our_offer(x: float, y: float) -> Item:
    return Circle(x, y, 3.0, fill=Role.BASE, stroke=Role.US, line_width=1.5)


def _their_offer(x: float, y: float) -> Item:
    return hollow_square(x, y, 2.8, Role.THEM, 1.4)


def _whisker(low: float, high: float, y: float) -> Iterator[Item]:
    yield Line(low, y, high, y, Role.THEM, 1.0)
    yield Line(low, y - 2.6, low, y + 2.6, Role.THEM, 1.0)
    yield Line(high, y - 2.6, high, y + 2.6, Role.THEM, 1.0)
