"""core: the range chart - per issue, our limit, target and opening above theirs, and where both could agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.charts.labels import cut, spread, two_lines
from core.charts.scene import (
    ChartTable,
    Circle,
    Item,
    Label,
    Line,
    Rect,
    Role,
    Scene,
    Stop,
    diamond,
    hollow_square,
)

if TYPE_CHECKING:
    from core.charts.scene import Measure
    from core.words import Words

ROW_HEIGHT = 38.5
TIGHT_ROW_HEIGHT = 34.0
"""Row heights in points for A4 and for the 17.6 mm shorter Letter page."""

_SMALL = 7.4
_NAME = 8.4
_LEGEND = 18.0
_FOOT = 12.0
_DASH = (4.0, 2.4)


@dataclass(frozen=True, slots=True)
class Spot:
    """A value on an issue's line: `at` is 0 (left, worse for us) to 1 (right, better), `words` what to print."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Guess:
    """An estimate: the likely spot, and how far it may be off on either side (places 0 to 1)."""

    likely: Spot
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRow:
    """One issue. `zone` is where both could agree; `room` says it in words ("1.38 to 1.45", "no overlap: ...")."""

    name: str
    unit: str = ""
    limit: Spot | None = None
    target: Spot | None = None
    opening: Spot | None = None
    quoted: Spot | None = None
    their_limit: Guess | None = None
    zone: tuple[float, float] | None = None
    room: str = ""


@dataclass(frozen=True, slots=True)
class RangeWords:
    """The fixed words of the chart in the reader's language."""

    issue: str
    ours: str
    our_marks: str
    theirs: str
    their_marks: str
    both: str
    worse: str
    better: str
    limit: str
    target: str
    opening: str
    quoted: str
    their_limit: str

    @classmethod
    def of(cls, say: Words) -> RangeWords:
        """Take the words from the catalogue."""
        return cls(
            issue=say("Issue"),
            ours=say("Ours"),
            our_marks=say("limit, target, opening"),
            theirs=say("Theirs"),
            their_marks=say("quoted, estimated limit and its uncertainty"),
            both=say("both could agree"),
            worse=say("worse for us"),
            better=say("better for us"),
            limit=say("Our limit"),
            target=say("Our target"),
            opening=say("Our opening"),
            quoted=say("Their quote"),
            their_limit=say("Their limit, estimated"),
        )


@dataclass(frozen=True, slots=True)
class RangeChart:
    """What a range chart shows; `scene` draws it. The title is the finding, with its figure."""

    title: str
    rows: tuple[RangeRow, ...]
    words: RangeWords

    def scene(self, width: float, measure: Measure, row_height: float = ROW_HEIGHT) -> Scene:
        """Draw the chart `width` points wide; `measure` is the surface's own, so that labels can be moved apart."""
        drawing = _Drawing(width, measure, row_height, self.words)
        items: list[Item] = list(drawing.legend())
        stops: list[Stop] = []
        top = _LEGEND
        items.append(Line(0, top, width, top, Role.INK, 0.9))
        for at, row in enumerate(self.rows):
            items.extend(drawing.row(row, top))
            stops.extend(drawing.stops(row, top))
            top += row_height
            last = at == len(self.rows) - 1
            items.append(Line(0, top, width, top, Role.INK if last else Role.HAIR, 0.9 if last else 0.35))
        items.append(Label(drawing.left, top + 8.5, self.words.worse, 7, Role.MUTED))
        items.append(Label(drawing.right, top + 8.5, self.words.better, 7, Role.MUTED, "end"))
        return Scene(width, top + _FOOT, tuple(items), self.title, self.table(), tuple(stops))

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        words = self.words
        head = (words.issue, words.limit, words.target, words.opening, words.quoted, words.their_limit, words.both)
        return ChartTable(head, tuple(_cells(row) for row in self.rows))


def _cells(row: RangeRow) -> tuple[str, ...]:
    spots = (row.limit, row.target, row.opening, row.quoted, row.their_limit.likely if row.their_limit else None)
    name = f"{row.name} ({row.unit})" if row.unit else row.name
    return (name, *("" if spot is None else spot.words for spot in spots), row.room)


class _Drawing:
    """The geometry of one chart: names at the left, the lines in the middle, the room in words at the right."""

    def __init__(self, width: float, measure: Measure, row_height: float, words: RangeWords) -> None:
        self.width = width
        self.measure = measure
        self.height = row_height
        self.words = words
        self.names = width * 0.185
        self.left = width * 0.191
        self.right = width * 0.768
        self.words_at = width * 0.793
        squeeze = row_height / ROW_HEIGHT
        self.upper = 16.2 * squeeze
        self.lower = 23.9 * squeeze

    def x(self, at: float) -> float:
        """Return the place of a value; only the picture clamps it to the ends of the line."""
        return self.left + max(0.0, min(1.0, at)) * (self.right - self.left)

    def legend(self) -> list[Item]:
        words, y, base = self.words, 6.0, 8.6
        items: list[Item] = [Label(0, base, words.ours, _SMALL, Role.US, bold=True)]
        x = self.measure(words.ours, _SMALL, True) + 6
        items += [
            Line(x, y - 3.2, x, y + 3.2, Role.US, 1.4),
            Line(x, y, x + 34, y, Role.US, 1.8),
            diamond(x + 17, y, 3.2, Role.US),
            Circle(x + 34, y, 2.8, fill=Role.US),
        ]
        x += 41
        items.append(Label(x, base, words.our_marks, _SMALL, Role.MUTED))
        x = max(self.width / 3, x + self.measure(words.our_marks, _SMALL, False) + 14)
        items.append(Label(x, base, words.theirs, _SMALL, Role.THEM, bold=True))
        x += self.measure(words.theirs, _SMALL, True) + 6
        items += [
            Line(x, y, x + 30, y, Role.THEM, 1.2, _DASH),
            hollow_square(x, y, 2.4, Role.THEM),
            Line(x + 30, y - 3.2, x + 30, y + 3.2, Role.THEM, 1.2),
            *self._whisker(x + 23, x + 38, y),
        ]
        x += 44
        items.append(Label(x, base, words.their_marks, _SMALL, Role.MUTED))
        x += self.measure(words.their_marks, _SMALL, False) + 10
        items += [
            Rect(x, y - 3, 9, 6, fill=Role.ZONE),
            Label(x + 12, base, words.both, _SMALL, Role.MUTED),
        ]
        return items

    def row(self, row: RangeRow, top: float) -> list[Item]:
        items: list[Item] = []
        if row.zone is not None:
            low, high = sorted(self.x(at) for at in row.zone)
            if high - low < 6:
                low, high = (low + high) / 2 - 3, (low + high) / 2 + 3
            items.append(Rect(low, top + 3.2, high - low, self.height - 6.4, fill=Role.ZONE))
        items += self._name(row, top)
        items += self._ours(row, top)
        items += self._theirs(row, top)
        room = two_lines(row.room, self.width - self.words_at, 8.0, self.measure)
        middle = top + self.height / 2 + 2.8 - 5 * (len(room) - 1)
        items += [Label(self.words_at, middle + 10 * at, line, 8.0) for at, line in enumerate(room)]
        return items

    def stops(self, row: RangeRow, top: float) -> list[Stop]:
        words = self.words
        above, below = top + self.upper, top + self.lower
        found: list[tuple[Spot | None, str, float]] = [
            (row.limit, words.limit, above),
            (row.target, words.target, above),
            (row.opening, words.opening, above),
            (row.quoted, words.quoted, below),
            (row.their_limit.likely if row.their_limit else None, words.their_limit, below),
        ]
        return [Stop(self.x(spot.at), y, f"{row.name}, {what}: {spot.words}") for spot, what, y in found if spot]

    def _name(self, row: RangeRow, top: float) -> list[Item]:
        lines = two_lines(row.name, self.names - 6, _NAME, self.measure, bold=True)
        base = top + (16.0 if len(lines) == 1 else 11.5) * self.height / ROW_HEIGHT
        items: list[Item] = [Label(0, base + 10 * at, line, _NAME, bold=True) for at, line in enumerate(lines)]
        if row.unit:
            under = base + 10 * (len(lines) - 1) + 10.6
            items.append(Label(0, under, cut(row.unit, self.names - 6, _SMALL, self.measure), _SMALL, Role.MUTED))
        return items

    def _ours(self, row: RangeRow, top: float) -> list[Item]:
        y = top + self.upper
        items: list[Item] = []
        spots = [spot for spot in (row.limit, row.target, row.opening) if spot is not None]
        if len(spots) > 1:
            places = [self.x(spot.at) for spot in spots]
            items.append(Line(min(places), y, max(places), y, Role.US, 1.8))
        if row.limit is not None:
            x = self.x(row.limit.at)
            items.append(Line(x, y - 4, x, y + 4, Role.US, 1.4))
        if row.target is not None:
            items.append(diamond(self.x(row.target.at), y, 3.4, Role.US))
        if row.opening is not None:
            items.append(Circle(self.x(row.opening.at), y, 2.8, fill=Role.US))
        named = [(spot.words, self.x(spot.at), spot is row.target, False) for spot in spots]
        items += self._lane(named, y - 5.6, Role.INK)
        return items

    def _theirs(self, row: RangeRow, top: float) -> list[Item]:
        y = top + self.lower
        items: list[Item] = []
        named: list[tuple[str, float, bool, bool]] = []
        quoted = None if row.quoted is None else self.x(row.quoted.at)
        if row.their_limit is not None:
            guess = row.their_limit
            x = self.x(guess.likely.at)
            if quoted is not None:
                items.append(Line(quoted, y, x, y, Role.THEM, 1.2, _DASH))
            if guess.low is not None or guess.high is not None:
                ends = [self.x(at) for at in (guess.low, guess.high) if at is not None]
                items += self._whisker(min(*ends, x), max(*ends, x), y)
            items.append(Line(x, y - 3.6, x, y + 3.6, Role.THEM, 1.2))
            named.append((f"{guess.likely.words}?", x, False, True))
        if quoted is not None and row.quoted is not None:
            items.append(hollow_square(quoted, y, 2.5, Role.THEM))
            named.insert(0, (row.quoted.words, quoted, False, False))
        items += self._lane(named, y + 10.0, Role.THEM)
        return items

    def _lane(self, named: list[tuple[str, float, bool, bool]], y: float, role: Role) -> list[Item]:
        """Return the labels of one lane, moved apart; marks at one place that say the same share a label."""
        shared: list[tuple[str, float, bool, bool]] = []
        for text, x, bold, italic in named:
            twin = next((at for at, other in enumerate(shared) if other[0] == text and abs(other[1] - x) < 1), None)
            if twin is None:
                shared.append((text, x, bold, italic))
            else:
                shared[twin] = (text, x, bold or shared[twin][2], italic and shared[twin][3])
        room = (self.right + 6 - self.left + 6) / max(1, len(shared)) if len(shared) > 1 else self.right - self.left
        texts = [cut(text, max(room - 4, 24), _SMALL, self.measure, bold=bold) for text, _, bold, _ in shared]
        widths = [self.measure(text, _SMALL, each[2]) for text, each in zip(texts, shared, strict=True)]
        centres = spread([each[1] for each in shared], widths, self.left - 6, self.right + 6, 4)
        return [
            Label(centre, y, text, _SMALL, role, "middle", bold=each[2], italic=each[3])
            for centre, text, each in zip(centres, texts, shared, strict=True)
        ]

    @staticmethod
    def _whisker(low: float, high: float, y: float) -> list[Item]:
        return [
            Line(low, y, high, y, Role.THEM, 0.7),
            Line(low, y - 2, low, y + 2, Role.THEM, 0.7),
            Line(high, y - 2, high, y + 2, Role.THEM, 0.7),
        ]
