"""core: the pieces of a page that are neither text, table nor chart - figures side by side, columns, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from core.charts.scene import Role
from core.reports.ink import box, rule, stroke
from core.reports.setting import Line, Style, baseline, draw_line, line_width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
TICK = 2.5 * MM
_RULED = 7.0
_WRITING = 10 * MM
SMALL = Style(7.4, 10.0, Role.MUTED)
WORDS = Style(8.6, 11.8)


class Fixed(Flowable):
    """What has one size and never splits."""

    def __init__(self, width: float, height: float, before: float = 0.0) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.before = before

    def getSpaceBefore(self) -> float:
        return self.before

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height


class Beside(Fixed):
    """Columns of flowables side by side; on a page too low for them they follow one another instead."""

    def __init__(
        self,
        columns: list[list[Flowable]],
        lefts: list[float],
        width: float,
        highest: float,
        before: float = 0.0,
        *,
        ruled: bool = False,
    ) -> None:
        """Take flowables already set for their column's width; `highest` is a whole page, `ruled` a line below."""
        self.columns = columns
        self.lefts = lefts
        self.highest = highest
        self.ruled = ruled
        below = _RULED if ruled else 0.0
        super().__init__(width, max((stack_height(column) for column in columns), default=0.0) + below, before)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        if self.height <= self.highest:
            return []
        return [flowable for column in self.columns for flowable in column]

    def draw(self) -> None:
        if self.ruled:
            rule(self.canv, 0, self.width, 0.5, strong=True)
        for left, column in zip(self.lefts, self.columns, strict=True):
            y = self.height
            for at, flowable in enumerate(column):
                y -= float(flowable.getSpaceBefore()) if at else 0.0
                _, height = flowable.wrap(self.width, self.height)
                flowable.drawOn(self.canv, left, y - height)
                y -= height + float(flowable.getSpaceAfter())


def stack_height(flowables: list[Flowable]) -> float:
    """Return how high flowables stand one below the other."""
    total = 0.0
    for at, flowable in enumerate(flowables):
        _, height = flowable.wrap(1.0, 1.0)
        total += (float(flowable.getSpaceBefore()) if at else 0.0) + float(height) + float(flowable.getSpaceAfter())
    return total


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A key figure whose words are set."""

    name: list[Line]
    figure: Line
    unit: Line
    remark: list[Line]


class FigureRow(Fixed):
    """Key figures side by side under rules."""

    def __init__(self, cards: list[FigureCard], lefts: list[float], card_width: float, before: float) -> None:
        self.cards = cards
        self.lefts = lefts
        self.card_width = card_width
        self.names = max(len(card.name) for card in cards)
        remarks = max((len(card.remark) for card in cards), default=0)
        height = 4 + self.names * SMALL.leading + 27 + remarks * SMALL.leading
        super().__init__(lefts[-1] + card_width, height, before)

    def draw(self) -> None:
        canvas = self.canv
        for card, left in zip(self.cards, self.lefts, strict=True):
            rule(canvas, left, left + self.card_width, self.height, strong=True)
            y = self.height - 4 - SMALL.leading + baseline(SMALL)
            for line in card.name:
                draw_line(canvas, line, left, y)
                y -= SMALL.leading
            y = self.height - 4 - self.names * SMALL.leading - 19
            draw_line(canvas, card.figure, left, y)
            draw_line(canvas, card.unit, left + line_width(card.figure) + 5.5, y)
            y -= 8 + SMALL.leading - baseline(SMALL)
            for line in card.remark:
                draw_line(canvas, line, left, y)
                y -= SMALL.leading


class Quoted(Fixed):
    """Words with a line at their left."""

    def __init__(self, lines: list[Line], width: float, style: Style, before: float) -> None:
        self.lines = lines
        self.style = style
        super().__init__(width, len(lines) * style.leading, before)

    def draw(self) -> None:
        stroke(self.canv, Role.US, 1.2)
        self.canv.line(0.6, 0, 0.6, self.height)
        y = self.height - self.style.leading + baseline(self.style)
        for line in self.lines:
            draw_line(self.canv, line, 12.5, y)
            y -= self.style.leading


class BlankLines(Fixed):
    """Lines to write on, 10 mm apart, under a small title."""

    def __init__(self, title: Line, lines: int, width: float, before: float) -> None:
        """Take the set title and how many lines there are."""
        self.title = title
        self.lines = lines
        super().__init__(width, SMALL.leading + lines * _WRITING, before)

    def draw(self) -> None:
        draw_line(self.canv, self.title, 0, self.height - SMALL.leading + baseline(SMALL))
        stroke(self.canv, Role.MARK, 0.7)
        for number in range(1, self.lines + 1):
            y = self.height - SMALL.leading - number * _WRITING
            self.canv.line(0, y, self.width, y)


@dataclass(frozen=True, slots=True)
class SetSigner:
    """A signer whose words are set; `choices` are the decisions to tick."""

    name: list[Line]
    role: list[Line]
    choices: list[Line]


def draw_choices(canvas: Canvas, choices: list[Line], x: float, y: float) -> None:
    """Draw squares to tick with their words, from `x` on the base line `y`."""
    for choice in choices:
        box(canvas, x, y - 0.8, TICK)
        draw_line(canvas, choice, x + TICK + 4, y)
        x += TICK + 4 + line_width(choice) + 9


class SignRow(Fixed):
    """The approval row of page 1: who, what was decided, signature and date."""

    def __init__(
        self, signer: SetSigner, signature: Line, date: Line, width: float, before: float, *, nameless: bool
    ) -> None:
        """Take set words; one that is `nameless` gets a line to write a name on."""
        self.nameless = nameless
        self.signer = signer
        self.signature = signature
        self.date = date
        left_lines = len(signer.name) + len(signer.role)
        super().__init__(width, max(46.0, 8 + left_lines * 11.8), before)

    def draw(self) -> None:
        canvas = self.canv
        rule(canvas, 0, self.width, self.height, strong=True)
        first = self.height - 4 - WORDS.leading + baseline(WORDS)
        y = first
        for line in self.signer.name if self.nameless else (*self.signer.name, *self.signer.role):
            draw_line(canvas, line, 0, y)
            y -= WORDS.leading
        draw_choices(canvas, self.signer.choices, self.width * 0.26, first)
        stroke(canvas, Role.INK, 0.7)
        if self.nameless:
            canvas.line(0, self.height - 30, self.width * 0.24, self.height - 30)
            for line in self.signer.role:
                draw_line(canvas, line, 0, self.height - 40)
        for left, right, caption in ((0.647, 0.858, self.signature), (0.882, 1.0, self.date)):
            canvas.line(self.width * left, self.height - 30, self.width * right, self.height - 30)
            draw_line(canvas, caption, self.width * left, self.height - 40)


class SignTable(Fixed):
    """The signature page: a row of 14 mm (17 with blanks to fill in) for each signer; never parted."""

    def __init__(
        self,
        heads: list[tuple[float, list[Line]]],
        signers: list[SetSigner],
        conditions: Line,
        width: float,
        row: float,
    ) -> None:
        """Take heads with their place (a share of the width); `conditions` adds two lines to write on."""
        self.heads = heads
        self.signers = signers
        self.conditions = conditions
        self.row = row
        self.head_height = max(len(lines) for _, lines in heads) * SMALL.leading + 4.5
        below = 2 * 24.0 if conditions else 0.0
        super().__init__(width, self.head_height + row * len(signers) + below + 1)

    def draw(self) -> None:
        canvas = self.canv
        for share, lines in self.heads:
            y = self.height - self.head_height + 3 + (len(lines) - 1) * SMALL.leading + baseline(SMALL)
            for line in lines:
                draw_line(canvas, line, self.width * share, y)
                y -= SMALL.leading
        y = self.height - self.head_height
        rule(canvas, 0, self.width, y, strong=True)
        for at, signer in enumerate(self.signers):
            y -= self.row
            foot = y + 4.5
            for line in reversed([*signer.name, *signer.role]):
                draw_line(canvas, line, 0, foot + baseline(SMALL))
                foot += 11.2
            draw_choices(canvas, signer.choices, self.width * self.heads[1][0], y + 4.5 + baseline(SMALL))
            rule(canvas, 0, self.width, y, strong=at == len(self.signers) - 1)
        if self.conditions:
            stroke(canvas, Role.MARK, 0.7)
            draw_line(canvas, self.conditions, 0, y - 20)
            canvas.line(self.width * 0.14, y - 23, self.width, y - 23)
            canvas.line(self.width * 0.14, y - 46, self.width, y - 46)
