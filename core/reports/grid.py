"""core: a table on paper - columns as wide as their words ask, a head that repeats, rows that never split.

ReportLab's own table measures all that is left again at each page (so long ones are quadratic), and its hairlines run
over the repeated head; this one measures each row once and shares the measured rows between its parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from core.charts.scene import Role
from core.reports.document import Bar, Sign
from core.reports.ink import fill, rule, sign, stroke
from core.reports.setting import (
    Line,
    Piece,
    Style,
    baseline,
    broken,
    cut_to,
    draw_line,
    line_width,
    longest_word,
    natural_width,
    pieces_of,
    plain,
    width_in_two_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from core.reports.document import Cell, Column, Row, Table
    from core.reports.fonts import Missing

BODY = Style(8.4, 11.0)
SMALL_BODY = Style(8.1, 10.4)
LARGE_BODY = Style(13.0, 17.0)
HEAD = Style(7.4, 10.0, Role.MUTED)
NOTE = Style(7.4, 10.0, Role.MUTED)
_PAD = 3.5
_SIDE = 3.4
_AFTER_FIGURES = 10.0
_AIR = 5.0  # behind words, so that what follows is not read on
_ROWS_TOGETHER = 2  # on either side of a break
_BAR = 90.0
_BAR_LEAST = 56.0
_BAR_ROLES = {"us": Role.US, "them": Role.THEM, "mark": Role.MARK, "ink": Role.INK}


@dataclass(frozen=True, slots=True)
class _SetCell:
    """A cell whose lines are broken, or its sign or bar."""

    lines: tuple[Line, ...] = ()
    sign: Sign | None = None
    bar: Bar | None = None


@dataclass(frozen=True, slots=True)
class _SetRow:
    cells: tuple[_SetCell, ...]
    height: float
    group: str
    total: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all parts of one table share."""

    columns: tuple[Column, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    head: tuple[tuple[Line, ...], ...]
    head_height: float
    rows: tuple[_SetRow, ...]
    body: Style
    reference: tuple[float, str] | None
    continued: Callable[[str], Line]


class Grid(Flowable):
    """A table, or the part of it from row `first` to before row `last`."""

    def __init__(self, plan: _Plan, width: float, first: int, last: int, *, before: float = 0.0) -> None:
        """Take a measured plan; `Grid.of` makes one."""
        super().__init__()
        self.plan = plan
        self.width = width
        self.first = first
        self.last = last
        self.before = before
        rows = plan.rows
        again = 0 < first < len(rows) and bool(rows[first].group) and rows[first].group == rows[first - 1].group
        self.continuation = plan.continued(rows[first].group) if again else None
        self.top = plan.head_height + (HEAD.leading + 2 if again else 0)
        self.height = self.top + sum(row.height for row in rows[first:last]) + 0.5

    @classmethod
    def of(
        cls,
        table: Table,
        width: float,
        missing: Missing,
        keep_whole: Callable[[str], int],
        continued: Callable[[str], str],
        tick: Callable[[], None],
    ) -> Grid:
        """Measure a table for a width.

        `keep_whole` takes a text that had to be cut and returns the number under which the document prints it whole;
        `continued` words the line that repeats a group's name behind a page break; `tick` is called for each row.
        """
        setter = _Setter(table, width, missing, keep_whole, tick)

        def continuation(group: str) -> Line:
            found = broken(pieces_of(continued(group), NOTE, missing), width)
            return found[0]

        plan = setter.plan(continuation)
        return cls(plan, width, 0, len(plan.rows))

    def least_height(self) -> float:
        """Return the height of what stays together: the head and two rows, or all where there are too few to part."""
        parts = self.last - self.first >= 2 * _ROWS_TOGETHER
        rows = self.plan.rows[self.first : self.first + _ROWS_TOGETHER if parts else self.last]
        return self.top + sum(row.height for row in rows) + 0.5

    def getSpaceBefore(self) -> float:
        return self.before

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part the table between rows, with at least two on either side."""
        rows = self.plan.rows
        used, last = self.top + 0.5, self.first
        while last < self.last and used + rows[last].height <= available_height:
            used += rows[last].height
            last += 1
        last = min(last, self.last - _ROWS_TOGETHER)
        if last - self.first < _ROWS_TOGETHER:
            return []
        parts = (self.first, last), (last, self.last)
        return [Grid(self.plan, self.width, *part, before=self.before) for part in parts]

    def draw(self) -> None:
        canvas, plan = self.canv, self.plan
        body_height = self.height - self.top
        self._shade(canvas)
        y = self.height
        if plan.head_height > 1:
            self._draw_head(canvas)
        y -= plan.head_height
        rule(canvas, 0, self.width, y, strong=True)
        if self.continuation is not None:
            draw_line(canvas, self.continuation, 0, y - HEAD.leading + baseline(HEAD) - 2)
            y -= HEAD.leading + 2
        rows = plan.rows[self.first : self.last]
        for at, row in enumerate(rows):
            self._draw_row(canvas, row, y)
            y -= row.height
            following_is_total = at + 1 < len(rows) and rows[at + 1].total
            if at < len(rows) - 1:
                rule(canvas, 0, self.width, y, strong=following_is_total)
        rule(canvas, 0, self.width, y, strong=True)
        if plan.reference is not None:
            self._draw_reference(canvas, plan.reference[0], body_height)

    def _shade(self, canvas: Canvas) -> None:
        for column, left, width in zip(self.plan.columns, self.plan.lefts, self.plan.widths, strict=True):
            if column.shaded:
                fill(canvas, Role.BAND)
                canvas.rect(left, 0, width, self.height, stroke=0, fill=1)

    def _draw_head(self, canvas: Canvas) -> None:
        # Heads of one and of two lines all stand on the rule.
        foot = self.height - self.plan.head_height + 3.0
        for at, lines in enumerate(self.plan.head):
            y = foot + (len(lines) - 1) * HEAD.leading + baseline(HEAD)
            for line in lines:
                draw_line(canvas, line, self._x(at, line), y)
                y -= HEAD.leading

    def _x(self, at: int, line: Line) -> float:
        plan = self.plan
        outer_right = at == len(plan.columns) - 1
        if plan.columns[at].figures:
            pad = _side_right(plan.columns[at], outer=outer_right)
            return plan.lefts[at] + plan.widths[at] - pad - line_width(line)
        return plan.lefts[at] + _side_left(plan.columns, at)

    def _draw_row(self, canvas: Canvas, row: _SetRow, top: float) -> None:
        plan = self.plan
        for at, cell in enumerate(row.cells):
            y = top - _PAD - plan.body.leading + baseline(plan.body)
            if cell.bar is not None:
                self._draw_bar(canvas, cell.bar, at, top - row.height / 2)
            elif cell.sign is not None:
                x = plan.lefts[at] + _side_left(plan.columns, at)
                sign(canvas, cell.sign.flag, x, y + 0.1)
                for line in cell.lines:
                    draw_line(canvas, line, x + 9, y)
                    y -= plan.body.leading
            else:
                for line in cell.lines:
                    draw_line(canvas, line, self._x(at, line), y)
                    y -= plan.body.leading

    def _place(self, at: int, value: float) -> float:
        side = _side_left(self.plan.columns, at)
        left, width = self.plan.lefts[at] + side, self.plan.widths[at] - side
        return left + max(0.0, min(100.0, value)) / 100 * width

    def _draw_bar(self, canvas: Canvas, bar: Bar, at: int, middle: float) -> None:
        role = _BAR_ROLES[bar.who]
        start, low, high = self._place(at, 0), self._place(at, bar.low), self._place(at, bar.high)
        if bar.who == "them":
            fill(canvas, Role.BASE)
            stroke(canvas, role, 1.0)
            canvas.rect(start, middle - 3, max(low - start, 0.5), 6, stroke=1, fill=1)
        else:
            fill(canvas, role)
            canvas.rect(start, middle - 3, max(low - start, 0.5), 6, stroke=0, fill=1)
        if bar.high > bar.low:
            stroke(canvas, role, 0.7)
            canvas.setDash(2, 1.4)
            canvas.rect(low, middle - 3, high - low, 6, stroke=1, fill=0)
            canvas.setDash()

    def _draw_reference(self, canvas: Canvas, value: float, height: float) -> None:
        at = next((at for at, cell in enumerate(self.plan.rows[0].cells) if cell.bar is not None), None)
        if at is None:
            return
        x = self._place(at, value)
        stroke(canvas, Role.INK, 1.2)
        canvas.setDash(3, 2)
        canvas.line(x, 0, x, height)
        canvas.setDash()


class _Setter:
    """Measures and sets one table for one width."""

    def __init__(
        self,
        table: Table,
        width: float,
        missing: Missing,
        keep_whole: Callable[[str], int],
        tick: Callable[[], None],
    ) -> None:
        self.tick = tick
        self.table = table
        self.width = width
        self.missing = missing
        self.keep_whole = keep_whole
        self.body = SMALL_BODY if table.small else LARGE_BODY if table.large else BODY

    def plan(self, continued: Callable[[str], Line]) -> _Plan:
        table = self.table
        rows = [[self._pieces(cell, at, row) for at, cell in enumerate(row.cells)] for row in table.rows]
        heads = [self._head(column) for column in table.columns]
        widths = self._widths(rows, heads)
        lefts = tuple(sum(widths[:at]) for at in range(len(widths)))
        has_head = any(column.head for column in table.columns)
        head = (
            tuple(tuple(broken(pieces, widths[at] - self._sides(at))) for at, pieces in enumerate(heads))
            if has_head
            else ()
        )
        return _Plan(
            columns=table.columns,
            lefts=lefts,
            widths=tuple(widths),
            head=head,
            head_height=max(len(lines) for lines in head) * HEAD.leading + 4.5 if head else 0.5,
            rows=tuple(self._row(row, pieces, widths) for row, pieces in zip(table.rows, rows, strict=True)),
            body=self.body,
            reference=table.reference,
            continued=continued,
        )

    def _head(self, column: Column) -> tuple[Piece, ...]:
        style = Style(HEAD.size, HEAD.leading, Role.INK, bold=True) if column.shaded else HEAD
        return pieces_of(column.head, style, self.missing)

    def _pieces(self, cell: Cell, at: int, row: Row) -> tuple[Piece, ...]:
        if isinstance(cell, Bar):
            return ()
        column = self.table.columns[at]
        bold = column.shaded or column.bold or row.total
        role = Role.MUTED if column.muted else Role.INK
        style = Style(self.body.size, self.body.leading, role, bold=bold)
        return pieces_of(cell.word if isinstance(cell, Sign) else cell, style, self.missing)

    def _sides(self, at: int) -> float:
        columns = self.table.columns
        return _side_left(columns, at) + _side_right(columns[at], outer=at == len(columns) - 1)

    def _widths(self, rows: list[list[tuple[Piece, ...]]], heads: list[tuple[Piece, ...]]) -> list[float]:
        """Give each column what it needs, then share what is spare, or what is lacking, among those that can bend."""
        floor: list[float] = []
        least: list[float] = []
        natural: list[float] = []
        for at, column in enumerate(self.table.columns):
            sides = self._sides(at)
            cells = [(row[at], source.cells[at]) for row, source in zip(rows, self.table.rows, strict=True)]
            bars = any(isinstance(source, Bar) for _, source in cells)
            signs = 9.0 if any(isinstance(source, Sign) for _, source in cells) else 0.0
            wished = max((natural_width(pieces) for pieces, _ in cells), default=0.0) + signs
            word = max((longest_word(pieces) for pieces, _ in cells), default=0.0) + signs
            needed = word
            head_word = width_in_two_lines(heads[at])
            if column.figures:
                needed = wished
            elif at < len(self.table.columns) - 1:
                wished += _AIR
            cap = self.width * (0.24 if column.figures else 0.3)
            wished = max(wished, head_word, _BAR if bars else 0.0, column.least)
            needed = max(min(needed, cap), min(head_word, cap), _BAR_LEAST if bars else 0.0, column.least)
            natural.append(wished + sides)
            least.append(needed + sides)
            word = max(min(word, cap), min(longest_word(heads[at]), cap), _BAR_LEAST if bars else 0.0)
            floor.append(min(word + sides, least[-1]))
        return _shared(self.width, floor, least, natural, [column.grow for column in self.table.columns])

    def _row(self, row: Row, pieces: list[tuple[Piece, ...]], widths: list[float]) -> _SetRow:
        self.tick()
        cells: list[_SetCell] = []
        tallest = 1
        for at, cell in enumerate(row.cells):
            if isinstance(cell, Bar):
                cells.append(_SetCell(bar=cell))
                continue
            room = widths[at] - self._sides(at) - (9.0 if isinstance(cell, Sign) else 0.0)
            lines = broken(pieces[at], room)
            limit = self.table.columns[at].lines
            if len(lines) > limit:
                number = self.keep_whole(cell.word if isinstance(cell, Sign) else plain(cell))
                lines = cut_to(lines, limit, room, f"… ({number})")
            tallest = max(tallest, len(lines))
            cells.append(_SetCell(tuple(lines), sign=cell if isinstance(cell, Sign) else None))
        return _SetRow(tuple(cells), tallest * self.body.leading + 2 * _PAD, row.group, row.total)


def _side_left(columns: tuple[Column, ...], at: int) -> float:
    if at == 0:
        return 0.0
    # words that begin right where figures end would read as one
    return _AFTER_FIGURES if columns[at - 1].figures and not columns[at].figures else _SIDE


def _side_right(column: Column, *, outer: bool) -> float:
    return _SIDE if column.shaded or not outer else 0.0


def _shared(
    width: float, floor: list[float], least: list[float], natural: list[float], grow: list[float]
) -> list[float]:
    """Return widths that sum to `width`: natural ones with the spare shared by `grow`, else narrower ones.

    `least` keeps every figure on one line; where even that is too wide, `floor` keeps every word whole.
    """
    spare = width - sum(natural)
    if spare >= 0:
        total = sum(grow)
        if total <= 0:
            return [each + spare / len(natural) for each in natural]
        return [each + spare * share / total for each, share in zip(natural, grow, strict=True)]
    if sum(floor) >= width:
        return [each * width / sum(floor) for each in floor]
    if sum(least) >= width:
        return _squeezed(width, floor, least)
    return _squeezed(width, least, natural)


def _squeezed(width: float, least: list[float], natural: list[float]) -> list[float]:
    """Give narrow columns all that they ask for; the wide ones share the rest evenly, none below its least.

    What is left over then goes to those that got less than they ask for, by how much less.
    """
    given: dict[int, float] = {}
    left = set(range(len(least)))
    while left:
        fair = (width - sum(given.values())) / len(left)
        tight = {at: least[at] for at in left if least[at] > fair}
        modest = {at: natural[at] for at in left if natural[at] <= fair}
        settled = tight or modest or dict.fromkeys(left, fair)
        given.update(settled)
        left -= settled.keys()
    found = [given[at] for at in range(len(least))]
    lacking = [max(0.0, wished - width) for wished, width in zip(natural, found, strict=True)]
    spare = width - sum(found)
    if spare <= 0 or sum(lacking) <= 0:
        return found
    return [each + spare * lack / sum(lacking) for each, lack in zip(found, lacking, strict=True)]
