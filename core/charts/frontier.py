"""core: the frontier - our value against theirs as estimated, what no package betters, and where the table stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from core.charts.axis import round_ticks
from core.charts.labels import cut, spread
from core.charts.scene import (
    ChartTable,
    Circle,
    Item,
    Label,
    Line,
    Path,
    Rect,
    Role,
    Scene,
    Stop,
    diamond,
    hollow_square,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.charts.scene import Measure

PLOT_HEIGHT = 252.0
"""The height of the plot in points, without legend and foot."""

_SMALL = 7.4
_LEGEND = 17.0
_FOOT = 27.0
_LABEL = 10.0
_DASH = (4.0, 2.4)


class Kind(StrEnum):
    """What a spot stands for; each has a shape of its own."""

    EFFICIENT = "efficient"
    OTHER = "other"
    OURS = "ours"
    THEIRS = "theirs"
    AGREED = "agreed"
    BALANCED = "balanced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One package: both values in points, theirs with the band of its estimates; `name` is printed where given."""

    kind: Kind
    ours: float
    theirs: float
    low: float | None = None
    high: float | None = None
    name: str = ""
    under: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class FrontierWords:
    """The fixed words of the chart in the reader's language; one left empty is not shown."""

    efficient: str
    other: str
    sure: str
    worse: str
    our_axis: str
    their_axis: str
    batna: str
    walk_away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierChart:
    """What the chart shows. `way` are all efficient pairs in order, `spots` those with a mark.

    `batna` and `walk_away` are the reservation values in points, None where there is none.
    """

    title: str
    way: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]
    words: FrontierWords
    figures: ChartTable
    batna: float | None = None
    walk_away: float | None = None

    def scene(self, width: float, measure: Measure, height: float = PLOT_HEIGHT) -> Scene:
        """Draw the frontier `width` points wide; `measure` is the surface's own."""
        drawing = _Drawing(self, width, height, measure)
        ordered = sorted(self.spots, key=lambda spot: (spot.ours, -spot.theirs))
        stops = tuple(Stop(drawing.x(spot.ours), drawing.y(spot.theirs), spot.told) for spot in ordered if spot.told)
        return Scene(width, drawing.bottom + _FOOT, tuple(drawing.items()), self.title, self.figures, stops)

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        return self.figures


class _Drawing:
    """The geometry of one frontier."""

    def __init__(self, chart: FrontierChart, width: float, height: float, measure: Measure) -> None:
        self.chart = chart
        self.width = width
        self.measure = measure
        self.left, self.right = 22.0, width - 4.0
        self.top = _LEGEND + 12
        self.bottom = self.top + height
        ours = [at for at, _ in chart.way] + [spot.ours for spot in chart.spots]
        theirs = [at for _, at in chart.way] + [spot.theirs for spot in chart.spots]
        theirs += [end for spot in chart.spots for end in (spot.low, spot.high) if end is not None]
        # what lies outside 0 to 100 is drawn too: a package past an end of a range does, and so may walking away
        ours.append(0.0 if chart.batna is None else chart.batna)
        theirs.append(0.0 if chart.walk_away is None else chart.walk_away)
        self.low_x, self.high_x = min(0.0, *ours), max(100.0, *ours) + 4
        self.low_y, self.high_y = min(0.0, *theirs), max(100.0, *theirs) + 4

    def x(self, value: float) -> float:
        return self.left + (value - self.low_x) / (self.high_x - self.low_x) * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low_y) / (self.high_y - self.low_y) * (self.bottom - self.top)

    def items(self) -> Iterator[Item]:
        yield from self._legend()
        yield from self._worse()
        yield from self._grid()
        yield from self._walk_away()
        yield Path(tuple((self.x(ours), self.y(theirs)) for ours, theirs in self.chart.way), Role.INK, 0.8)
        for spot in self.chart.spots:
            yield from self._whisker(spot)
        order = list(Kind)
        rank = (Kind.OTHER, Kind.EFFICIENT, Kind.BALANCED, Kind.AGREED, Kind.OURS, Kind.THEIRS)
        for spot in sorted(self.chart.spots, key=lambda each: (rank.index(each.kind), order.index(each.kind))):
            yield from _shape(spot.kind, self.x(spot.ours), self.y(spot.theirs))
        yield from self._names()

    def _legend(self) -> Iterator[Item]:
        words, y, base, x = self.chart.words, 5.5, 8.2, 0.0
        for text, sign in (
            (words.efficient, [Circle(2.6, y, 2.4, fill=Role.INK)]),
            (words.other, [Circle(2.6, y, 2.0, fill=Role.BASE, stroke=Role.MUTED)]),
            (words.sure, list(_bar(2.6, 2.0, 9.0))),
            (words.worse, [Rect(0, 2, 9, 7, stroke=Role.HAIR, line_width=0.5, hatch=Role.ZONE)]),
        ):
            if text and x + 14 < self.width:
                yield from (_moved(item, x) for item in sign)
                said = cut(text, self.width - x - 12, _SMALL, self.measure)
                yield Label(x + 12, base, said, _SMALL, Role.MUTED)
                x += 12 + self.measure(said, _SMALL, False) + 10

    def _worse(self) -> Iterator[Item]:
        """Hatch what is worse than walking away for either side."""
        batna, walk = self.chart.batna, self.chart.walk_away
        left = self.left if batna is None else self.x(batna)
        if batna is not None and left > self.left:
            yield Rect(self.left, self.top, left - self.left, self.bottom - self.top, hatch=Role.ZONE)
        if walk is not None and self.y(walk) < self.bottom:
            yield Rect(left, self.y(walk), self.right - left, self.bottom - self.y(walk), hatch=Role.ZONE)

    def _grid(self) -> Iterator[Item]:
        words = self.chart.words
        for value in _ticks(self.low_x, self.high_x):
            x = self.x(value)
            yield Line(x, self.top, x, self.bottom, Role.HAIR, 0.35)
            yield Label(x, self.bottom + 10, _figure(value), _SMALL, Role.MUTED, "middle")
        for value in _ticks(self.low_y, self.high_y):
            y = self.y(value)
            yield Line(self.left, y, self.right, y, Role.HAIR, 0.35)
            yield Label(self.left - 5, y + 2.7, _figure(value), _SMALL, Role.MUTED, "end")
        yield Label(0, self.top - 5, words.their_axis, _SMALL, Role.THEM)
        yield Label((self.left + self.right) / 2, self.bottom + 22, words.our_axis, _SMALL, Role.US, "middle")

    def _walk_away(self) -> Iterator[Item]:
        words = self.chart.words
        if self.chart.walk_away is not None:
            y = self.y(self.chart.walk_away)
            yield Line(self.left, y, self.right, y, Role.THEM, 1.2, _DASH)
            yield from self._plate(self.left + 4, y - 4, words.walk_away, Role.THEM)
        if self.chart.batna is not None:
            x = self.x(self.chart.batna)
            yield Line(x, self.top, x, self.bottom, Role.INK, 1.5)
            wide = self.measure(words.batna, _SMALL, True)
            start = x + 4 if x + 4 + wide < self.right else x - 4 - wide
            yield from self._plate(start, self.top + 8, words.batna, Role.INK, bold=True)

    def _whisker(self, spot: Spot) -> Iterator[Item]:
        if spot.low is not None and spot.high is not None and spot.high > spot.low:
            x = self.x(spot.ours)
            yield from (_moved(item, x) for item in _bar(0.0, self.y(spot.high), self.y(spot.low)))

    def _names(self) -> Iterator[Item]:
        """Name the spots that matter, beside them and moved apart."""
        named = sorted((spot for spot in self.chart.spots if spot.name), key=lambda spot: -spot.theirs)
        if not named:
            return
        heights = [_LABEL * (2 if spot.under else 1) for spot in named]
        # a package that can be bettered has room below it, one on the line above it, all its words clear of the line
        wished = [
            self.y(spot.theirs) + (10 if spot.kind in _ON_TABLE else -3 - height / 2)
            for spot, height in zip(named, heights, strict=True)
        ]
        centres = spread(wished, heights, self.top + 10, self.bottom - 2, 1.0)
        for spot, centre, height in zip(named, centres, heights, strict=True):
            x, y = self.x(spot.ours), self.y(spot.theirs)
            wide = max(self.measure(spot.name, _SMALL, True), self.measure(spot.under, _SMALL, False))
            at_right = x + 12 + wide <= self.right
            if spot.kind in _ON_TABLE and x - 12 - wide >= self.left + 2:
                at_right = False
            start = x + 12 if at_right else max(self.left + 2, x - 12 - wide)
            start = self._clear_of_others(spot, start, wide, centre, height, at_right=at_right)
            role = {Kind.OURS: Role.US, Kind.THEIRS: Role.THEM}.get(spot.kind, Role.INK)
            yield Line(x, y, start - 2 if at_right else start + wide + 2, centre, role, 0.5)
            base = centre - height / 2 + 7.4
            yield from self._plate(start, base, spot.name, role, bold=True)
            if spot.under:
                yield from self._plate(start, base + 9.4, spot.under, Role.MUTED)

    def _clear_of_others(
        self, spot: Spot, start: float, wide: float, centre: float, height: float, *, at_right: bool
    ) -> float:
        """Return where a name begins, moved away from its spot where it would cover an offer on the table."""
        for other in self.chart.spots:
            x, is_level = self.x(other.ours), abs(self.y(other.theirs) - centre) <= height / 2 + 4
            if other is spot or other.kind not in _ON_TABLE or not is_level or not start - 5 <= x <= start + wide + 5:
                continue
            moved = x + 8 if at_right else x - 8 - wide
            if self.left + 2 <= moved <= self.right - wide:
                start = moved
        return start

    def _plate(self, x: float, y: float, text: str, role: Role, *, bold: bool = False) -> Iterator[Item]:
        said = cut(text, self.right - x, _SMALL, self.measure, bold=bold)
        yield Rect(x - 1, y - 6.4, self.measure(said, _SMALL, bold) + 2, 8.4, fill=Role.BASE)
        yield Label(x, y, said, _SMALL, role, bold=bold)


_ON_TABLE = (Kind.OURS, Kind.THEIRS, Kind.AGREED)


def _ticks(low: float, high: float) -> Sequence[float]:
    from_exact = round_ticks(_whole(low), _whole(high))
    return [float(each) for each in from_exact]


def _whole(value: float) -> Fraction:
    return Fraction(round(value))


def _figure(value: float) -> str:
    return f"{value:g}".replace("-", "–")


def _bar(x: float, upper: float, lower: float) -> Iterator[Line]:
    yield Line(x, upper, x, lower, Role.THEM, 0.7)
    yield Line(x - 2, upper, x + 2, upper, Role.THEM, 0.7)
    yield Line(x - 2, lower, x + 2, lower, Role.THEM, 0.7)


def _moved(item: Item, by: float) -> Item:
    if isinstance(item, Line):
        return replace(item, x1=item.x1 + by, x2=item.x2 + by)
    if isinstance(item, (Circle, Rect)):
        return replace(item, x=item.x + by)
    return item


def _shape(kind: Kind, x: float, y: float) -> Iterator[Item]:
    match kind:
        case Kind.EFFICIENT:
            yield Circle(x, y, 2.5, fill=Role.INK)
        case Kind.OTHER:
            yield Circle(x, y, 2.0, fill=Role.BASE, stroke=Role.MUTED)
        case Kind.OURS:
            yield Circle(x, y, 3.4, fill=Role.US)
        case Kind.THEIRS:
            yield hollow_square(x, y, 3.2, Role.THEM, 1.4)
        case Kind.AGREED:
            yield Circle(x, y, 5.2, fill=Role.BASE, stroke=Role.INK, line_width=1.2)
            yield Circle(x, y, 2.4, fill=Role.INK)
        case Kind.BALANCED:
            yield replace(diamond(x, y, 6.4, Role.BASE), stroke=Role.INK, line_width=1.2)
            yield Circle(x, y, 2.4, fill=Role.INK)
