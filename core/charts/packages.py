"""core: packages side by side - what each is worth to us from 0 to 100, with the BATNA through all rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.charts.labels import cut
from core.charts.scene import ChartTable, Circle, Item, Label, Line, Polygon, Rect, Role, Scene, Stop, diamond
from core.verdict import Flag

if TYPE_CHECKING:
    from core.charts.scene import Measure

ROW_HEIGHT = 20.0

_SMALL = 7.4
_NAME = 8.0
_HEAD = 17.0
_FOOT = 14.0
_BAR = 7.0


class Kind(StrEnum):
    """What a package is to us; each has a bar of its own."""

    OURS = "ours"
    THEIRS = "theirs"
    AGREED = "agreed"
    RUNG = "rung"
    CANDIDATE = "candidate"
    THEIR_CANDIDATE = "their_candidate"
    ALTERNATIVE = "alternative"
    BATNA = "batna"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """One package: its value in points (both ends where terms are open), what is printed, and its flag.

    `against` is how far it lies from the BATNA in words, `theirs` what it likely brings them, `told` all of it for a
    screen reader.
    """

    kind: Kind
    name: str
    low: float
    high: float
    words: str
    against: str = ""
    theirs: str = ""
    flag: Flag | None = None
    flag_words: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class PackagesWords:
    """The fixed words of the chart in the reader's language."""

    package: str
    value: str
    against: str
    batna: str
    theirs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packages:
    """What the chart shows, best package first; `batna` is the BATNA's value in points, None without one."""

    title: str
    rows: tuple[PackageRow, ...]
    words: PackagesWords
    batna: float | None = None

    def scene(self, width: float, measure: Measure) -> Scene:
        """Draw the packages `width` points wide; `measure` is the surface's own."""
        if not self.rows:
            return Scene(width, 1.0, (), self.title, self.table())
        drawing = _Drawing(self, width, measure)
        height = _HEAD + ROW_HEIGHT * len(self.rows) + _FOOT
        stops = tuple(
            Stop(drawing.x(row.high), _HEAD + ROW_HEIGHT * (at + 0.5), row.told) for at, row in enumerate(self.rows)
        )
        return Scene(width, height, tuple(drawing.items()), self.title, self.table(), stops)

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        words = self.words
        if not self.has_theirs:
            rows = tuple((row.name, row.words, row.against, row.flag_words) for row in self.rows)
            return ChartTable((words.package, words.value, words.against, ""), rows)
        both = tuple((row.name, row.words, row.against, row.theirs, row.flag_words) for row in self.rows)
        return ChartTable((words.package, words.value, words.against, words.theirs, ""), both)

    @property
    def has_theirs(self) -> bool:
        """Tell whether anything is estimated of what the packages bring them."""
        return any(row.theirs for row in self.rows)


class _Drawing:
    """The geometry: names at the left, bars in the middle, figures and flags at the right."""

    def __init__(self, chart: Packages, width: float, measure: Measure) -> None:
        self.chart = chart
        self.width = width
        self.measure = measure
        names = max((measure(row.name, _NAME, True) for row in chart.rows), default=0.0) + 14
        self.left = min(names, width * 0.34)
        figures = [measure(row.words, _NAME, True) for row in chart.rows]
        gaps = [measure(row.against, _SMALL, False) for row in chart.rows]
        flags = [measure(row.flag_words, _SMALL, False) for row in chart.rows if row.flag is not None]
        head = measure(chart.words.value, _SMALL, False), measure(chart.words.against, _SMALL, False)
        self.flag_at = width - (max(flags, default=-10.0) + 10)
        self.their_end = self.flag_at - 10
        self.gap_end = self.their_end
        if chart.has_theirs:
            theirs = [measure(row.theirs, _SMALL, False) for row in chart.rows]
            self.gap_end -= max(*theirs, measure(chart.words.theirs, _SMALL, False)) + 10
        self.figure_end = self.gap_end - max(*gaps, head[1], 0.0) - 10
        self.right = max(self.figure_end - max(*figures, head[0], 0.0) - 10, self.left + 60)
        ends = [end for row in chart.rows for end in (row.low, row.high)] + [0.0, 100.0]
        self.low, self.high = min(ends), max(ends)

    def x(self, value: float) -> float:
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def items(self) -> Iterator[Item]:
        words, bottom = self.chart.words, _HEAD + ROW_HEIGHT * len(self.chart.rows)
        yield Label(0, 9, words.package, _SMALL, Role.MUTED)
        yield Label(self.figure_end, 9, words.value, _SMALL, Role.MUTED, "end")
        yield Label(self.gap_end, 9, words.against, _SMALL, Role.MUTED, "end")
        if self.chart.has_theirs:
            yield Label(self.their_end, 9, words.theirs, _SMALL, Role.MUTED, "end")
        yield Line(0, _HEAD - 3, self.width, _HEAD - 3, Role.HAIR, 0.7)
        for at in (0, 25, 50, 75, 100):
            x = self.x(at)
            yield Line(x, _HEAD - 3, x, bottom, Role.HAIR, 0.35)
            yield Label(x, bottom + 10, str(at), 7, Role.MUTED, "middle")
        for at, row in enumerate(self.chart.rows):
            yield from self._row(row, _HEAD + ROW_HEIGHT * at)
        if self.chart.batna is not None:
            x = self.x(self.chart.batna)
            yield Line(x, _HEAD - 5, x, bottom, Role.INK, 1.5, (4.0, 2.4))
            wide = self.measure(words.batna, _SMALL, True)
            start = min(max(x - wide / 2, self.left), self.right - wide)
            yield Label(start, 9, words.batna, _SMALL, Role.INK, bold=True)

    def _row(self, row: PackageRow, top: float) -> Iterator[Item]:
        middle, base = top + ROW_HEIGHT / 2, top + ROW_HEIGHT / 2 + 2.8
        bold = row.kind in (Kind.BATNA, Kind.AGREED)
        ink = _INKS.get(row.kind, Role.INK)
        yield from self._bar(row, middle)
        yield Label(0, base, cut(row.name, self.left - 8, _NAME, self.measure, bold=bold), _NAME, ink, bold=bold)
        yield Label(self.figure_end, base, row.words, _NAME, Role.INK, "end", bold=True)
        yield Label(self.gap_end, base, row.against, _SMALL, Role.MUTED, "end")
        if row.theirs:
            yield Label(self.their_end, base, row.theirs, _SMALL, Role.THEM, "end")
        if row.flag is not None:
            yield _sign(row.flag, self.flag_at, middle)
            role, bold = _FLAG_INKS[row.flag], row.flag is not Flag.FINE
            yield Label(self.flag_at + 9, base, row.flag_words, _SMALL, role, bold=bold)
        yield Line(0, top + ROW_HEIGHT, self.width, top + ROW_HEIGHT, Role.HAIR, 0.35)

    def _bar(self, row: PackageRow, middle: float) -> Iterator[Item]:
        """Draw the bar from 0; the part between the two ends of an open value is only outlined."""
        zero, low, high = self.x(0), self.x(row.low), self.x(row.high)
        half = _BAR / 2
        thin = row.kind is Kind.RUNG
        if thin:
            half = 1.6
        start, end = min(zero, low), max(zero, low)
        fill, stroke, hatch = _BARS[row.kind]
        if end - start > 0.3:
            yield Rect(start, middle - half, end - start, 2 * half, fill, stroke, 0.7, hatch)
        if high - low > 0.3:
            role = stroke or fill or Role.INK
            yield Line(low, middle, high, middle, role, 0.8, (2.0, 1.4))
            yield Line(high, middle - 3, high, middle + 3, role, 0.8)


_INKS = {
    Kind.OURS: Role.US,
    Kind.CANDIDATE: Role.US,
    Kind.THEIRS: Role.THEM,
    Kind.THEIR_CANDIDATE: Role.THEM,
}
_FLAG_INKS = {Flag.ACT: Role.ACT, Flag.CHECK: Role.CHECK, Flag.FINE: Role.MUTED}
_BARS: dict[Kind, tuple[Role | None, Role | None, Role | None]] = {
    Kind.OURS: (Role.US, None, None),
    Kind.THEIRS: (Role.BASE, Role.THEM, Role.THEM),
    Kind.AGREED: (Role.INK, None, None),
    Kind.RUNG: (Role.US, None, None),
    Kind.CANDIDATE: (Role.US, None, None),
    Kind.THEIR_CANDIDATE: (Role.BASE, Role.THEM, Role.THEM),
    Kind.ALTERNATIVE: (Role.MARK, None, None),
    Kind.BATNA: (Role.INK, None, None),
}


def _sign(flag: Flag, x: float, y: float) -> Item:
    """Return the sign of a flag: triangle, diamond or ring."""
    ink = _FLAG_INKS[flag]
    if flag is Flag.CHECK:
        return diamond(x + 3, y, 3.2, ink)
    if flag is Flag.FINE:
        return Circle(x + 3, y, 2.6, stroke=ink, line_width=1.0)
    return Polygon(((x, y + 2.8), (x + 6, y + 2.8), (x + 3, y - 3.0)), fill=ink)
