"""core: the value line - what the openings, the BATNA, the minimum, the target and the deal are worth, on one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.charts.labels import cut, spread
from core.charts.scene import ChartTable, Circle, Item, Label, Line, Rect, Role, Scene, Stop, diamond, hollow_square

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.charts.scene import Measure
    from core.words import Words

_FIGURE = 8.4
_SMALL = 7.4
_PAD = 0.08


class Kind(StrEnum):
    """What a mark on the line stands for; each has a shape of its own."""

    THEIR_OPENING = "their_opening"
    BATNA = "batna"
    MINIMUM = "minimum"
    TARGET = "target"
    OUR_OPENING = "our_opening"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A package value on the line: `value` in points for the picture, `words` as printed, `name` below it.

    `upto` is the other end where the value is an interval, since some of its terms are unsaid.
    """

    kind: Kind
    value: float
    words: str
    name: str
    upto: float | None = None


@dataclass(frozen=True, slots=True)
class ValueLine:
    """What a value line shows; `scene` draws it. The bar runs from the BATNA to what was agreed."""

    title: str
    marks: tuple[Mark, ...]
    head: tuple[str, str]

    @classmethod
    def of(cls, title: str, marks: tuple[Mark, ...], say: Words) -> ValueLine:
        """Build the line with the words of its table from the catalogue."""
        return cls(title, marks, (say("Package"), say("Value, points")))

    def scene(self, width: float, measure: Measure) -> Scene:
        """Draw the line `width` points wide; `measure` is the surface's own."""
        y, height = 34.0, 66.0
        place = _scale([at for mark in self.marks for at in (mark.value, mark.upto) if at is not None], width)
        items: list[Item] = [Line(0, y, width, y, Role.INK, 0.9)]
        items += self._bar(place, y)
        for mark in self.marks:
            items += _mark(mark, place, y)
        above = [mark for mark in self.marks if mark.kind in (Kind.BATNA, Kind.AGREED)]
        below = [mark for mark in self.marks if mark.kind not in (Kind.BATNA, Kind.AGREED)]
        items += _labels(above, place, y - 25, width, measure)
        items += _labels(below, place, y + 17.5, width, measure)
        ordered = sorted(self.marks, key=lambda mark: mark.value)
        stops = tuple(Stop(place(mark.value), y, f"{mark.name}: {mark.words}") for mark in ordered)
        return Scene(width, height, tuple(items), self.title, self.table(), stops)

    def table(self) -> ChartTable:
        """Return the same figures as rows."""
        return ChartTable(self.head, tuple((mark.name, mark.words) for mark in self.marks))

    def _bar(self, place: Callable[[float], float], y: float) -> list[Item]:
        by_kind = {mark.kind: mark for mark in self.marks}
        if Kind.BATNA not in by_kind or Kind.AGREED not in by_kind:
            return []
        batna, agreed = place(by_kind[Kind.BATNA].value), place(by_kind[Kind.AGREED].value)
        if agreed >= batna:
            return [Rect(batna, y - 2, agreed - batna, 4, fill=Role.US)]
        # Worse than walking away: hatched, not filled, so that nobody reads it as a gain.
        return [Rect(agreed, y - 2.4, batna - agreed, 4.8, Role.BASE, Role.MARK, 0.7, hatch=Role.MARK)]


def _scale(values: list[float], width: float) -> Callable[[float], float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    spare = (high - low) * _PAD or 1.0
    low, high = low - spare, high + spare

    def place(value: float) -> float:
        return (value - low) / (high - low) * width

    return place


def _mark(mark: Mark, place: Callable[[float], float], y: float) -> list[Item]:
    x = place(mark.value)
    items: list[Item] = []
    role = Role.THEM if mark.kind is Kind.THEIR_OPENING else Role.US
    if mark.upto is not None and mark.upto != mark.value:
        end = place(mark.upto)
        # under the line, where it can be told from the bar between BATNA and deal
        low = y + 5.5
        items += [Line(x, low, end, low, role, 1.0, (3.0, 2.0)), Line(end, low - 2.2, end, low + 2.2, role, 0.9)]
    match mark.kind:
        case Kind.THEIR_OPENING:
            items.append(hollow_square(x, y, 3.2, Role.THEM))
        case Kind.BATNA:
            items.append(Line(x, y - 9, x, y + 9, Role.INK, 1.2, (3.0, 2.0)))
        case Kind.MINIMUM:
            items.append(Line(x, y - 6, x, y + 6, Role.MARK, 1.2))
        case Kind.TARGET:
            items.append(diamond(x, y, 4.2, Role.US))
        case Kind.OUR_OPENING:
            items.append(Circle(x, y, 3.2, fill=Role.US))
        case Kind.AGREED:
            items.append(Circle(x, y, 5.2, fill=Role.BASE, stroke=Role.INK, line_width=1.2))
            items.append(Circle(x, y, 2.4, fill=Role.INK))
    return items


def _labels(marks: list[Mark], place: Callable[[float], float], y: float, width: float, measure: Measure) -> list[Item]:
    """Return figure over name for each mark, moved apart."""
    if not marks:
        return []
    room = max(30.0, width / len(marks) - 6)
    names = [cut(mark.name, room, _SMALL, measure, bold=mark.kind is Kind.AGREED) for mark in marks]
    figures = [cut(mark.words, room, _FIGURE, measure, bold=mark.kind is Kind.AGREED) for mark in marks]
    widths = []
    for mark, name, figure in zip(marks, names, figures, strict=True):
        bold = mark.kind is Kind.AGREED
        widths.append(max(measure(name, _SMALL, bold), measure(figure, _FIGURE, bold)))
    centres = spread([place(mark.value) for mark in marks], widths, 0, width, 6)
    items: list[Item] = []
    for mark, centre, name, figure in zip(marks, centres, names, figures, strict=True):
        bold = mark.kind is Kind.AGREED
        items.append(Label(centre, y, figure, _FIGURE, Role.INK, "middle", bold=bold))
        items.append(Label(centre, y + 10, name, _SMALL, Role.INK if bold else Role.MUTED, "middle", bold=bold))
    return items
