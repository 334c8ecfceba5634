"""core: a chart as data - lines, paths, rectangles, circles, polygons, words - drawn alike on screen and on paper.

Lengths are points (1/72 inch) with y downwards from the top left. Colours are roles, so that each surface brings its
own palette; who is who is told by shape, dash and hatch as well, since two roles may print in the same grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias


class Role(StrEnum):
    """What a colour is for; BASE is the surface that the chart lies on."""

    INK = "ink"
    MUTED = "muted"
    US = "us"
    THEM = "them"
    MARK = "mark"
    HAIR = "hair"
    ZONE = "zone"
    BAND = "band"
    BASE = "base"
    CHECK = "check"  # of a flag: to be looked at
    ACT = "act"  # of a flag: to be acted on


Anchor: TypeAlias = Literal["start", "middle", "end"]


class Measure(Protocol):
    """Say how wide a text is in points, by the font of the surface that the chart will be drawn on."""

    def __call__(self, text: str, size: float, bold: bool) -> float: ...


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `dash` is lengths on and off, empty for a solid one."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: Role
    width: float = 0.9
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A line through many points, drawn as one."""

    points: tuple[tuple[float, float], ...]
    role: Role
    width: float = 0.9
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle from its top left corner; `hatch` draws lines at 45 degrees in that role over the fill."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    line_width: float = 0.9
    hatch: Role | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round its centre."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    line_width: float = 0.9


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through its points."""

    points: tuple[tuple[float, float], ...]
    fill: Role | None = None
    stroke: Role | None = None
    line_width: float = 0.9


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words; `y` is the line that the letters stand on."""

    x: float
    y: float
    text: str
    size: float = 7.4
    role: Role = Role.INK
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False


Item: TypeAlias = "Line | Path | Rect | Circle | Polygon | Label"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the chart that the keyboard can walk to, and what stands there in words."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The figures of a chart as rows: what a screen reader reads and a spreadsheet holds."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawn chart: `title` is its finding in words, `table` holds the same figures, `stops` go left to right."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str
    table: ChartTable
    stops: tuple[Stop, ...] = ()


def diamond(x: float, y: float, radius: float, fill: Role) -> Polygon:
    """Return the mark of a target."""
    return Polygon(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), fill=fill)


def hollow_square(x: float, y: float, radius: float, role: Role, line_width: float = 1.2) -> Rect:
    """Return the mark of an offer of theirs."""
    side = 2 * radius
    return Rect(x - radius, y - radius, side, side, fill=Role.BASE, stroke=role, line_width=line_width)


class Drawable(Protocol):
    """A chart that can be drawn for any width, and its figures as a table."""

    def scene(self, width: float, measure: Measure) -> Scene: ...

    def table(self) -> ChartTable: ...
