"""core: the dance - both sides' offers in the order they were made, among the marks that we set ourselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from core.charts.axis import padded
from core.charts.labels import cut, spread
from core.charts.scene import ChartTable, Circle, Item, Label, Line, Rect, Role, Scene, Stop, hollow_square

if TYPE_CHECKING:
    from core.charts.axis import Tick
    from core.charts.scene import Measure

PLOT_HEIGHT = 196.0
"""The height of the plot in points, without legend and foot."""

SPARE = 0.09
"""How much the axis goes on past the outermost values, as a share of what lies between them."""

_SMALL = 7.4
_LABEL = 10.0  # the room that a line's label needs: 16 pixels on the screen
_LEGEND = 17.0
_FOOT = 25.0
_DASH = (4.0, 2.4)


class Who(StrEnum):
    """Whose point it is; what both agreed to is nobody's alone."""

    US = "us"
    THEM = "them"
    BOTH = "both"


class Level(StrEnum):
    """What a line across the dance stands for; each has a look of its own."""

    BATNA = "batna"
    LIMIT = "limit"
    MINIMUM = "minimum"
    FAIR = "fair"
    BEST = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class DancePoint:
    """One offer: `number` counts all offers, `words` stand at the point, `told` says all of it.

    `low` and `high` are the ends where terms are still open. `group` is the number of its round.
    """

    number: int
    who: Who
    value: float
    words: str
    told: str
    group: int = 1
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class DanceLine:
    """A line across: its value, and name and figure in words."""

    level: Level
    value: float
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class DanceWords:
    """The fixed words of the chart in the reader's language; `measure` says what the axis counts."""

    they: str
    we: str
    agreed: str
    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dance:
    """What a dance shows; `scene` draws it. The title is the finding, with its figure.

    `groups` names the rounds by number. `hatch_below` is where walking away is worth more, None where the axis does
    not tell. `left_out` are the numbers of each side's offers that there is no room for. `alone` is how much of the
    axis is shown on either side of one lone value, 0 for a share of it.
    """

    title: str
    points: tuple[DancePoint, ...]
    lines: tuple[DanceLine, ...]
    ticks: tuple[Tick, ...]
    words: DanceWords
    figures: ChartTable
    groups: tuple[tuple[int, str], ...] = ()
    hatch_below: float | None = None
    left_out: Mapping[Who, tuple[int, ...]] = field(default_factory=dict)
    alone: float = 0.0

    def scene(self, width: float, measure: Measure, height: float = PLOT_HEIGHT) -> Scene:
        """Draw the dance `width` points wide; `measure` is the surface's own, so that labels can be moved apart."""
        if not self.points and not self.lines:
            return Scene(width, 1.0, (), self.title, self.figures)
        drawing = _Drawing(self, width, height, measure)
        return Scene(
            width,
            drawing.bottom + _FOOT,
            tuple(drawing.items()),
            self.title,
            self.figures,
            tuple(Stop(x, drawing.y(point.value), point.told) for x, point in drawing.placed()),
        )

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        return self.figures


class _Drawing:
    """The geometry of one dance: the axis at the left, the plot, the names of the lines at the right."""

    def __init__(self, dance: Dance, width: float, height: float, measure: Measure) -> None:
        self.dance = dance
        self.width = width
        self.measure = measure
        self.levels = _shared(dance.lines)
        named = [measure(_names(group), _SMALL, group[0].level is Level.BATNA) for group in self.levels]
        self.left = max((measure(tick.words, _SMALL, False) for tick in dance.ticks), default=0.0) + 7
        self.right = width - min(max(named, default=0.0) + 8, width * 0.3)
        self.top = _LEGEND + 4
        self.bottom = self.top + height
        values = [point.value for point in dance.points] + [line.value for line in dance.lines]
        values += [end for point in dance.points for end in (point.low, point.high) if end is not None]
        self.low, self.high = padded(values, SPARE, dance.alone)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def placed(self) -> list[tuple[float, DancePoint]]:
        """Return the points with their places, evenly apart."""
        points = self.dance.points
        pad = 15.0
        room = self.right - self.left - 2 * pad
        step = room / (len(points) - 1) if len(points) > 1 else 0.0
        start = self.left + pad if len(points) > 1 else (self.left + self.right) / 2
        return [(start + at * step, point) for at, point in enumerate(points)]

    def items(self) -> Iterator[Item]:
        yield from self._legend()
        below = self.dance.hatch_below
        if below is not None and self.low < below:
            top = max(self.y(below), self.top)
            yield Rect(self.left, top, self.right - self.left, self.bottom - top, hatch=Role.ZONE)
        for tick in self.dance.ticks:
            if self.low <= tick.value <= self.high:
                y = self.y(tick.value)
                yield Line(self.left, y, self.right, y, Role.HAIR, 0.35)
                yield Label(self.left - 5, y + 2.7, tick.words, _SMALL, Role.MUTED, "end")
        yield Line(self.left, self.bottom, self.right, self.bottom, Role.HAIR, 0.6)
        yield from self._rounds()
        yield from self._levels()
        yield from self._tracks()
        yield from self._marks()

    def _legend(self) -> Iterator[Item]:
        words, y, base, x = self.dance.words, 5.5, 8.2, 0.0
        held = {point.who for point in self.dance.points}
        shown = [(who, text) for who, text in _sides(words) if who in held]
        for who, text in shown:
            if who is not Who.BOTH:
                yield Line(x, y, x + 18, y, _role(who), 1.2, _DASH if who is Who.THEM else ())
            yield from _shape(who, x + 9, y)
            yield Label(x + 22, base, text, _SMALL, Role.MUTED)
            x += 22 + self.measure(text, _SMALL, False) + 10
        yield Label(x, base, cut(words.measure, self.width - x, _SMALL, self.measure), _SMALL, Role.MUTED)

    def _rounds(self) -> Iterator[Item]:
        """Draw a hairline between rounds, the numbers of the offers and the names of the rounds below them."""
        placed = self.placed()
        names = dict(self.dance.groups)
        ends: dict[int, tuple[float, float]] = {}
        free = self.left
        for x, point in placed:
            first, _ = ends.get(point.group, (x, x))
            ends[point.group] = (first, x)
            text = str(point.number)
            half = self.measure(text, _SMALL, False) / 2
            if x - half >= free:
                yield Label(x, self.bottom + 10, text, _SMALL, Role.MUTED, "middle")
                free = x + half + 3
        for (one_x, one), (other_x, other) in pairwise(placed):
            if one.group != other.group:
                middle = (one_x + other_x) / 2
                yield Line(middle, self.top, middle, self.bottom, Role.HAIR, 0.6)
        shown = [(group, (first + last) / 2) for group, (first, last) in ends.items() if names.get(group)]
        room = (self.right - self.left) / max(1, len(shown)) - 4
        texts = [cut(names[group], room, _SMALL, self.measure) for group, _ in shown]
        widths = [self.measure(text, _SMALL, False) for text in texts]
        centres = spread([x for _, x in shown], widths, self.left, self.right, 4)
        for centre, text in zip(centres, texts, strict=True):
            yield Label(centre, self.bottom + 21, text, _SMALL, Role.MUTED, "middle")

    def _levels(self) -> Iterator[Item]:
        """Draw the lines across, with their names at the right: at least a label apart, equal values together."""
        for group in self.levels:
            role, weight, dash = _LOOKS[group[0].level]
            y = self.y(group[0].value)
            yield Line(self.left, y, self.right, y, role, weight, dash)
        wished = [self.y(group[0].value) for group in self.levels]
        centres = spread(wished, [_LABEL] * len(wished), self.top - 4, self.bottom + 4, 0.0)
        room = self.width - self.right - 6
        for group, y, centre in zip(self.levels, wished, centres, strict=True):
            bold = group[0].level is Level.BATNA
            role = Role.INK if group[0].level in (Level.BATNA, Level.LIMIT) else Role.US
            if abs(centre - y) > 2:
                yield Line(self.right + 1, y, self.right + 4.5, centre, Role.HAIR, 0.6)
            text = cut(_names(group), room, _SMALL, self.measure, bold=bold)
            yield Label(self.right + 6, centre + 2.7, text, _SMALL, role, bold=bold)

    def _tracks(self) -> Iterator[Item]:
        """Draw each side's way from offer to offer; offers that were left out break it."""
        for who in (Who.THEM, Who.US):
            own = [(x, point) for x, point in self.placed() if point.who in (who, Who.BOTH)]
            left_out = self.dance.left_out.get(who, ())
            for (one_x, one), (other_x, other) in pairwise(own):
                if not any(one.number < number < other.number for number in left_out):
                    dash = _DASH if who is Who.THEM else ()
                    yield Line(one_x, self.y(one.value), other_x, self.y(other.value), _role(who), 1.2, dash)

    def _marks(self) -> Iterator[Item]:
        placed = self.placed()
        for x, point in placed:
            if point.low is not None and point.high is not None and point.high > point.low:
                yield from self._whisker(x, point.low, point.high, _role(point.who))
        for x, point in placed:
            yield from _shape(point.who, x, self.y(point.value))
        yield from self._figures(placed)

    def _figures(self, placed: list[tuple[float, DancePoint]]) -> Iterator[Item]:
        """Print the value at each point, on the side away from the other track; crowded ones are left out."""
        theirs = [point.value for _, point in placed if point.who is Who.THEM]
        ours = [point.value for _, point in placed if point.who is Who.US]
        they_are_above = not theirs or not ours or sum(theirs) / len(theirs) >= sum(ours) / len(ours)
        for who in Who:
            own = [(x, point) for x, point in placed if point.who is who]
            above = they_are_above is (who is Who.THEM) or who is Who.BOTH
            starts = [self._start(x, point) for x, point in own]
            free = self.left
            for at, ((_, point), start) in enumerate(zip(own, starts, strict=True)):
                wide = self.measure(point.words, _SMALL, True)
                # the last figure is where the side stands: the others make room for it
                if start < free or (at < len(own) - 1 and start + wide + 2 > starts[-1]):
                    continue
                free = start + wide + 3
                y = self.y(point.value) + (-5.6 if above else 11.4)
                y = min(max(y, self.top + 6), self.bottom - 2)
                yield Rect(start - 1, y - 6.4, wide + 2, 8.2, fill=Role.BASE)
                yield Label(start, y, point.words, _SMALL, _role(who), bold=True)

    def _start(self, x: float, point: DancePoint) -> float:
        wide = self.measure(point.words, _SMALL, True)
        return min(max(x - wide / 2, self.left + 1), self.right - wide)

    def _whisker(self, x: float, low: float, high: float, role: Role) -> Iterator[Item]:
        upper, lower = self.y(high), self.y(low)
        yield Line(x, upper, x, lower, role, 0.7)
        yield Line(x - 2, upper, x + 2, upper, role, 0.7)
        yield Line(x - 2, lower, x + 2, lower, role, 0.7)


_LOOKS: dict[Level, tuple[Role, float, tuple[float, ...]]] = {
    Level.BATNA: (Role.INK, 1.5, ()),
    Level.LIMIT: (Role.INK, 0.9, (1.0, 1.8)),
    Level.MINIMUM: (Role.US, 0.9, (4.0, 2.4)),
    Level.FAIR: (Role.US, 0.9, (5.0, 2.0, 1.0, 2.0)),
    Level.BEST: (Role.US, 0.7, (0.8, 1.8)),
}


def _shared(lines: tuple[DanceLine, ...]) -> list[list[DanceLine]]:
    """Return the lines from the lowest up, those of one value together: one line, one label."""
    shared: list[list[DanceLine]] = []
    for line in sorted(lines, key=lambda each: (each.value, list(_LOOKS).index(each.level))):
        if shared and shared[-1][0].words == line.words and shared[-1][0].value == line.value:
            shared[-1].append(line)
        else:
            shared.append([line])
    return shared


def _names(group: list[DanceLine]) -> str:
    first, *others = group
    return f"{', '.join([first.name, *(line.name[:1].lower() + line.name[1:] for line in others)])} {first.words}"


def _sides(words: DanceWords) -> tuple[tuple[Who, str], ...]:
    return (Who.THEM, words.they), (Who.US, words.we), (Who.BOTH, words.agreed)


def _role(who: Who) -> Role:
    return {Who.US: Role.US, Who.THEM: Role.THEM, Who.BOTH: Role.INK}[who]


def _shape(who: Who, x: float, y: float) -> Iterator[Item]:
    match who:
        case Who.US:
            yield Circle(x, y, 3.2, fill=Role.US)
        case Who.THEM:
            yield hollow_square(x, y, 3.0, Role.THEM)
        case Who.BOTH:
            yield Circle(x, y, 4.6, fill=Role.BASE, stroke=Role.INK, line_width=1.2)
            yield Circle(x, y, 2.2, fill=Role.INK)
