"""core: turns a document's tree into what the page maker takes: text, tables, drawings and where pages may break."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from core.charts.range_chart import ROW_HEIGHT, TIGHT_ROW_HEIGHT, RangeChart
from core.charts.scene import Role
from core.reports.blocks import (
    MM,
    SMALL,
    WORDS,
    Beside,
    BlankLines,
    FigureCard,
    FigureRow,
    Quoted,
    SetSigner,
    SignRow,
    SignTable,
    stack_height,
)
from core.reports.document import (
    Blanks,
    Bullets,
    Chart,
    Columns,
    Headline,
    KeyFigures,
    Kind,
    Lead,
    Paragraph,
    Quotation,
    Risks,
    Section,
    Signatures,
    SignOff,
    Span,
    Spread,
    Table,
    Topic,
)
from core.reports.draw import Drawing
from core.reports.fonts import Missing, measure, named
from core.reports.grid import Grid
from core.reports.setting import Style, TextBlock, broken, cut_to, line_width, pieces_of, plain, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas

    from core.reports.document import Block, Document, KeyFigure, Part, Signer, Text
    from core.reports.setting import Line
    from core.words import Words

KICKER = Style(8.0, 11.0, Role.US, bold=True)
TITLE = Style(19.0, 23.0)
NAME = Style(17.0, 21.0)
HEADLINE = Style(12.5, 16.0)
REMARK = Style(8.6, 11.8, Role.MUTED)
LEAD = Style(10.6, 15.0)
SECTION = Style(10.6, 14.0, bold=True)
BODY = Style(8.6, 11.8)
FIGURE = Style(20.0, 25.0)
UNIT = Style(8.0, 10.0, Role.MUTED)
_GUTTER = 4 * MM
_TIGHT_GAP = 4.4 * MM
_LISTED = 60


class Story:
    """Sets one document for one width and page height; `tight` closes the gaps a little for the Letter page."""

    def __init__(
        self, document: Document, say: Words, width: float, highest: float, *, tight: bool, tick: Callable[[], None]
    ) -> None:
        """Take the measures of the text frame; `tick` is called often and may stop the work by raising."""
        self.document = document
        self.say = say
        self.width = width
        self.highest = highest
        self.tight = tight
        self.tick = tick
        self.gap = _TIGHT_GAP if tight else 5.6 * MM
        self.missing = Missing()
        self.whole: list[str] = []
        self.sections = 0

    def flowables(self) -> list[Flowable]:
        """Return the whole document, its end matter included."""
        story: list[Flowable] = []
        for at, part in enumerate(self.document.parts):
            if at:
                story.append(PageBreak())
            story += self._part(part, at)
        return story + self._end_matter()

    def line(self, text: Text, style: Style) -> Line:
        """Return a text as one line, however long."""
        flat = tuple(Span(span.text.replace("\n", " "), span.bold, span.italic, span.muted) for span in spans_of(text))
        return broken(pieces_of(flat, style, self.missing), 1e6)[0]

    def fitted(self, text: str, style: Style, width: float) -> Line:
        """Return a text as one line that fits, cut and printed whole at the end where it is longer."""
        return self._lines(text.replace("\n", " "), style, width, 1)[0]

    def _lines(self, text: Text, style: Style, width: float, most: int | None = None) -> list[Line]:
        self.tick()
        lines = broken(pieces_of(text, style, self.missing), width)
        if most is not None and len(lines) > most:
            return cut_to(lines, most, width, f"… ({self._keep_whole(plain(text))})")
        return lines

    def _keep_whole(self, text: str) -> int:
        if text not in self.whole:
            self.whole.append(text)
        return self.whole.index(text) + 1

    def _text(
        self,
        text: Text,
        style: Style,
        width: float,
        *,
        before: float = 0.0,
        after: float = 0.0,
        most: int | None = None,
    ) -> TextBlock:
        return TextBlock(self._lines(text, style, width, most), width, style, before=before, after=after)

    def _part(self, part: Part, number: int) -> list[Flowable]:
        """Set a part; one that must keep to a page is set again, closer and then with fewer rows in its chart."""
        story = self._set(part, number)
        if not part.one_page or self._height(story) <= self.highest:
            return story
        was_tight, gap = self.tight, self.gap
        self.tight, self.gap = True, _TIGHT_GAP
        story = self._set(part, number)
        for rows in range(_most_rows(part) - 1, 1, -1):
            if self._height(story) <= self.highest:
                break
            story = self._set(_with_fewer_rows(part, rows, self.say), number)
        self.tight, self.gap = was_tight, gap
        return story

    def _height(self, story: list[Flowable]) -> float:
        return stack_height([flowable for flowable in story if not isinstance(flowable, CondPageBreak)])

    def _set(self, part: Part, number: int) -> list[Flowable]:
        story: list[Flowable] = []
        if part.title or part.name or not part.blocks:
            kicker = self._text(part.name, KICKER, self.width, after=1.5, most=2)
            kicker.on_draw = _outline(f"part-{number}", f"{part.name}: {part.title}", 0)
            story += [kicker, TextBlock(self._balanced(part.title), self.width, TITLE, after=1.5)]
        if part.remark:
            story.append(self._text(part.remark, REMARK, self.width, after=2, most=3))
        for block in part.blocks:
            found = self._block(block, self.width, flowing=True)
            if isinstance(found[0], Grid):
                found[0].before = 8.0
            story += found
        return story

    def _balanced(self, title: str) -> list[Line]:
        """Break a title into at most two lines, about equally long rather than with one word on the second."""
        lines = self._lines(title, TITLE, self.width, 2)
        narrow, wide = self.width / 2, self.width
        pieces = pieces_of(title, TITLE, self.missing)
        while len(lines) == 2 and wide - narrow > 4 and len(broken(pieces, self.width)) == 2:
            middle = (narrow + wide) / 2
            attempt = broken(pieces, middle)
            if len(attempt) == 2:
                wide, lines = middle, attempt
            else:
                narrow = middle
        return lines

    def _block(self, block: Block, width: float, *, flowing: bool) -> list[Flowable]:
        """Set one block; `flowing` blocks stand in the page's frame and may ask for a new page."""
        match block:
            case Section():
                return self._section(block, width, flowing=flowing)
            case Table():
                return self._table(block, width)
            case Chart():
                return [self._chart(block, width)]
            case Columns():
                return [self._columns(block, width)]
            case Lead() | Paragraph() | Bullets() | Quotation():
                return self._words(block, width)
            case KeyFigures():
                return [self._figures(block, width)]
            case Risks():
                return self._risks(block, width)
            case SignOff():
                return [self._sign_off(block, width)]
            case Signatures():
                return [self._signatures(block, width)]
            case Headline():
                return self._headline(block, width)
            case Topic():
                return self._topic(block, width)
            case Spread():
                return [self._spread(block, width)]
            case Blanks():
                return [BlankLines(self.line(block.title, SMALL), block.lines, width, self.gap)]

    def _section(self, block: Section, width: float, *, flowing: bool) -> list[Flowable]:
        title = self._text(block.title, SECTION, width, before=self.gap, after=1.2 * MM, most=3)
        body = [flowable for each in block.blocks for flowable in self._block(each, width, flowing=flowing)]
        if body and isinstance(body[0], TextBlock):
            body[0].before = 0.0
        if not flowing:
            return [title, *body]
        title.on_draw = self._mark_section(block.title)
        need = self.gap + title.height + title.after + self._together(body)
        return [CondPageBreak(min(need, self.highest - 1)), title, *body]

    def _mark_section(self, title: str) -> Callable[[Canvas], None]:
        self.sections += 1
        return _outline(f"section-{self.sections}", title, 1)

    def _together(self, body: list[Flowable]) -> float:
        """Return how much of a section's body must stand on the page of its title."""
        if not body:
            return 0.0
        first = body[0]
        if isinstance(first, Grid):
            return first.least_height()
        if isinstance(first, TextBlock):
            whole = stack_height(body)
            return whole if whole < self.highest / 4 else min(len(first.lines), 2) * first.style.leading
        return float(first.wrap(self.width, self.highest)[1])

    def _words(self, block: Lead | Paragraph | Bullets | Quotation, width: float) -> list[Flowable]:
        match block:
            case Lead():
                text = (Span(f"{block.word} ", bold=True), *spans_of(block.text))
                return [self._text(text, LEAD, width, before=10, most=6)]
            case Paragraph():
                style = SMALL if block.remark else BODY
                return [self._text(block.text, style, width, before=4 if block.remark else 5)]
            case Quotation():
                return [Quoted(self._lines(block.text, Style(9.6, 14.0), width - 13), width, Style(9.6, 14.0), 8)]
            case Bullets():
                return self._bullets(block, width)

    def _bullets(self, block: Bullets, width: float) -> list[Flowable]:
        found: list[Flowable] = []
        for number, point in enumerate(block.points, 1):
            marker = self.line(str(number) if block.numbered else "·", SMALL)
            indent = 12.5 if len(block.points) < 100 else 18.0
            lines = self._lines(point, BODY, width - indent)
            before = 0.0 if number == 1 else 2.6
            found.append(TextBlock(lines, width, BODY, before=before, indent=indent, marker=marker))
        return found

    def _table(self, block: Table, width: float) -> list[Flowable]:
        def kept(text: str) -> int:
            self.tick()
            return self._keep_whole(text)

        def continued(group: str) -> str:
            return self.say("{group}, continued", group=group)

        grid = Grid.of(block, width, self.missing, kept, continued, self.tick)
        if not block.remark:
            return [grid]
        return [grid, self._text(block.remark, SMALL, width, before=3.4)]

    def _chart(self, block: Chart, width: float) -> Drawing:
        if isinstance(block.data, RangeChart):
            scene = block.data.scene(width, measure, TIGHT_ROW_HEIGHT if self.tight else ROW_HEIGHT)
        else:
            scene = block.data.scene(width, measure)
        return Drawing(scene, self.missing)

    def _columns(self, block: Columns, width: float) -> Beside:
        gutter = 5.6 * MM
        half = (width - gutter) / 2
        columns = [
            [flowable for each in side for flowable in self._block(each, half, flowing=False)]
            for side in (block.left, block.right)
        ]
        return Beside(columns, [0.0, half + gutter], width, self.highest, before=self.gap)

    def _headline(self, block: Headline, width: float) -> list[Flowable]:
        style = NAME if block.large else HEADLINE
        found: list[Flowable] = [self._text(block.name, KICKER, width, after=1.0), self._text(block.text, style, width)]
        return found + [self._text(remark, REMARK, width) for remark in block.remarks]

    def _topic(self, block: Topic, width: float) -> list[Flowable]:
        body = [flowable for each in block.blocks for flowable in self._block(each, width, flowing=False)]
        if body and isinstance(body[0], TextBlock):
            body[0].before = 0.0
        return [self._text(block.title, KICKER, width, before=9.0, after=3.0), *body]

    def _spread(self, block: Spread, width: float) -> Beside:
        """Set pieces side by side, 6 mm apart."""
        gutter = 6 * MM
        room = width - gutter * (len(block.columns) - 1)
        columns, lefts, left = [], [], 0.0
        for share, blocks in block.columns:
            columns.append([each for part in blocks for each in self._block(part, room * share, flowing=False)])
            lefts.append(left)
            left += room * share + gutter
        return Beside(columns, lefts, width, self.highest, before=8.0, ruled=block.ruled)

    def _figures(self, block: KeyFigures, width: float) -> FigureRow:
        count = max(4, len(block.figures))
        card = (width - (count - 1) * _GUTTER) / count
        cards = [self._card(figure, card) for figure in block.figures]
        lefts = [at * (card + _GUTTER) for at in range(len(cards))]
        return FigureRow(cards, lefts, card, self.gap)

    def _card(self, figure: KeyFigure, width: float) -> FigureCard:
        unit = self.line(figure.unit, UNIT)
        if figure.missing:
            style = Style(13.0, FIGURE.leading, Role.MUTED, italic=True)
        else:
            style = FIGURE
        number = self.line(figure.figure, style)
        room = width - (line_width(unit) + 5.5 if unit else 0)
        if line_width(number) > room:
            # A figure is never cut: a long one is set smaller.
            size = style.size * room / line_width(number)
            number = self.line(figure.figure, Style(size, FIGURE.leading, style.role, italic=style.italic))
        small_ink = Style(SMALL.size, SMALL.leading)
        return FigureCard(
            self._lines(figure.name, SMALL, width, 2),
            number,
            unit,
            self._lines(figure.remark, small_ink, width, 3) if figure.remark else [],
        )

    def _risks(self, block: Risks, width: float) -> list[Flowable]:
        gutter = 6 * MM
        third = (width - 2 * gutter) / 3
        found: list[Flowable] = []
        for start in range(0, len(block.risks), 3):
            columns: list[list[Flowable]] = []
            for risk in block.risks[start : start + 3]:
                title = self._text(risk.title, Style(8.6, 11.8, bold=True), third, most=2)
                columns.append([title, self._text(risk.text, BODY, third, before=1.5, most=6)])
            lefts = [at * (third + gutter) for at in range(len(columns))]
            found.append(Beside(columns, lefts, width, self.highest, before=0 if start == 0 else 8))
        return found

    def _signer(self, signer: Signer, width: float, heading: str = "") -> SetSigner:
        name = f"{heading} {signer.name}" if heading else signer.name
        bold = Style(8.6, 11.8, bold=True)
        return SetSigner(
            self._lines(name, bold, width, 2) if name else [],
            self._lines(signer.role, SMALL, width, 2) if signer.role else [],
            [self.line(choice, WORDS) for choice in signer.choices],
        )

    def _sign_off(self, block: SignOff, width: float) -> SignRow:
        signer = self._signer(block.signer, width * 0.245, block.heading)
        date, signature = self.line(self.say("Date"), SMALL), self.line(self.say("Signature"), SMALL)
        return SignRow(signer, signature, date, width, self.gap, nameless=not block.signer.name)

    def _signatures(self, block: Signatures, width: float) -> SignTable:
        say = self.say
        if block.blanks:
            step = 0.38 / len(block.blanks)
            places = [(0.265 + at * step, words) for at, words in enumerate(block.blanks)]
            heads = [(0.0, say("Name and role")), *places, (0.64, say("Signature")), (0.878, say("Date"))]
        else:
            heads = [
                (0.0, say("Name and role")),
                (0.301, say("Decision")),
                (0.678, say("Signature")),
                (0.89, say("Date")),
            ]
        ends = [share for share, _ in heads[1:]] + [1.0]
        set_heads = [
            (share, self._lines(words, SMALL, width * (end - share) - 4))
            for (share, words), end in zip(heads, ends, strict=True)
        ]
        signers = [self._signer(signer, width * (heads[1][0] - 0.015)) for signer in block.signers]
        conditions = self.line(say("Conditions"), SMALL) if block.conditions else ()
        return SignTable(set_heads, signers, conditions, width, (17 if block.blanks else 14) * MM)

    def _end_matter(self) -> list[Flowable]:
        """Return what had to be cut, whole, and what could not be printed; nothing of what was entered is lost."""
        story: list[Flowable] = []
        if self.document.kind in (Kind.RECALL, Kind.NOTES):
            # a card is one page: what it cuts stands in the file that it was made from
            return story
        if self.whole:
            story += self._end_title(self.say("In full: texts that were cut above"))
        for number, text in enumerate(self.whole, 1):
            marker = self.line(str(number), SMALL)
            lines = self._lines(text, BODY, self.width - 18)
            story.append(TextBlock(lines, self.width, BODY, before=4, indent=18, marker=marker))
        if len(self.missing):
            listed = [f"U+{ord(each):04X} {unicodedata.name(each, '').capitalize()}".strip() for each in self.missing]
            shown = "; ".join(listed[:_LISTED])
            if len(listed) > _LISTED:
                shown = self.say("{list}; and {n} more", list=shown, n=len(listed) - _LISTED)
            intro = self.say("The font of this document lacks these characters; they stand as code points in brackets.")
            story += self._end_title(self.say("Characters that could not be printed"))
            story.append(self._text(intro, BODY, self.width))
            story.append(self._text(shown, SMALL, self.width, before=3))
        return story

    def _end_title(self, title: str) -> list[Flowable]:
        heading = self._text(title, SECTION, self.width, before=self.gap, after=1.2 * MM)
        return [CondPageBreak(self.gap + heading.height + heading.after + 2 * BODY.leading), heading]


def _outline(key: str, title: str, level: int) -> Callable[[Canvas], None]:
    def mark(canvas: Canvas) -> None:
        canvas.mark(key, named(title), level)

    return mark


def _charts(part: Part) -> list[RangeChart]:
    sections = [block for block in part.blocks if isinstance(block, Section)]
    charts = [block.data for section in sections for block in section.blocks if isinstance(block, Chart)]
    return [chart for chart in charts if isinstance(chart, RangeChart)]


def _most_rows(part: Part) -> int:
    return max((len(chart.rows) for chart in _charts(part)), default=0)


def _with_fewer_rows(part: Part, rows: int, say: Words) -> Part:
    """Return the part with range charts of at most so many rows, which say how many they leave out."""
    blocks: list[Block] = []
    for block in part.blocks:
        if isinstance(block, Section):
            inner: list[Block] = []
            for each in block.blocks:
                inner.append(each)
                if isinstance(each, Chart) and isinstance(each.data, RangeChart) and len(each.data.rows) > rows:
                    inner[-1] = Chart(replace(each.data, rows=each.data.rows[:rows]))
                    left_out = len(each.data.rows) - rows
                    words = say.plural("{n} more issue is left out.", "{n} more issues are left out.", left_out)
                    inner.append(Paragraph(words, remark=True))
            blocks.append(replace(block, blocks=tuple(inner)))
        else:
            blocks.append(block)
    return replace(part, blocks=tuple(blocks))
