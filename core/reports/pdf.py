"""core: renders a document's tree as PDF: pages, banner, footer, outline, embedded font; same tree, same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from core.charts.scene import Role
from core.errors import Cancelled
from core.files import write_bytes
from core.reports.audience import Audience
from core.reports.blocks import MM
from core.reports.document import Span, State
from core.reports.fonts import Face, coverage, named
from core.reports.ink import fill, rule, stroke
from core.reports.setting import Style, draw_line, line_width
from core.reports.story import Story

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from reportlab.platypus import Flowable

    from core.reports.document import Document
    from core.reports.setting import Line
    from core.words import Words

# No piece of a document loads anything by name; should one ever come in, it shall not reach a file or the network.
rl_config.trustedSchemes = ["data"]

_BANNER = Style(7.4, 10.0)
_FOOTER = Style(7.0, 9.4)
_PRODUCT = "Logroll"


class Paper(StrEnum):
    """The papers; the text is 170 mm wide on A4 and Letter, 182 mm on a card, which is half an A4 page laid across."""

    A4 = "A4"
    LETTER = "Letter"
    CARD = "card"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points."""
        return {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (612.0, 792.0), Paper.CARD: (210 * MM, 148.5 * MM)}[self]

    @property
    def grid(self) -> Grid:
        """Return where things stand on the page."""
        return _CARD if self is Paper.CARD else _PAGE


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand on a page, in points: width of the text, body from head and foot, banner, footer rule."""

    text: float
    top: float
    bottom: float
    banner: float
    rule: float


_PAGE = Grid(text=170 * MM, top=22 * MM, bottom=21 * MM, banner=10 * MM, rule=17 * MM)
_CARD = Grid(text=182 * MM, top=18 * MM, bottom=17 * MM, banner=8 * MM, rule=14 * MM)


def render(
    document: Document,
    say: Words,
    paper: Paper = Paper.A4,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the document as PDF.

    `progress(done, total)` is told after each piece that was placed. `cancelled()` is asked between pieces; when it
    says yes, `Cancelled` is raised. Equal documents give equal bytes.
    """

    def tick() -> None:
        if cancelled is not None and cancelled():
            raise Cancelled

    coverage()
    height, grid = paper.size[1], paper.grid
    story = Story(document, say, grid.text, height - grid.top - grid.bottom, tight=paper is Paper.LETTER, tick=tick)
    furniture = _Furniture(document, say, story, paper)
    out = io.BytesIO()
    _Pages(out, document, furniture, paper, progress, tick).build(story.flowables(), canvasmaker=furniture.canvas)
    return out.getvalue()


def write_pdf(
    path: str | os.PathLike[str],
    document: Document,
    say: Words,
    paper: Paper = Paper.A4,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Render the document and put it at `path`, wholly or not at all; raises as `render` does, and `OSError`."""
    write_bytes(path, render(document, say, paper, progress, cancelled))


class _Furniture:
    """What stands on each page beside its text: banner at the head, number and page count at the foot."""

    def __init__(self, document: Document, say: Words, story: Story, paper: Paper) -> None:
        self.document = document
        self.say = say
        self.width, self.height = paper.size
        self.grid = paper.grid
        self.left = (self.width - self.grid.text) / 2
        state = say("FINAL") if document.state is State.FINAL else say("DRAFT")
        inked = document.audience is Audience.FULL and not document.discreet
        role = Role.BASE if inked else Role.INK
        bold = document.audience is not Audience.SHAREABLE and not document.discreet
        banner = Style(_BANNER.size, _BANNER.leading, role, bold=bold)
        self.banner = story.line(document.banner or document.audience.banner(say), banner)
        self.state = story.line(state, banner)
        muted = Style(_FOOTER.size, _FOOTER.leading, Role.MUTED)
        version = say("version {n}", n=document.version)
        number = (Span(document.number, bold=True), Span(f" · {version} · {state}", muted=True))
        self.number = story.line(number, _FOOTER)
        self.made_at = story.line(say.zoned(document.made_at), muted)
        self.copy = story.line(say("Copy for"), muted)
        self.reader = story.fitted(document.copy_for, muted, 75 * MM) if document.copy_for else ()
        self.pages_style = Style(_FOOTER.size, _FOOTER.leading, bold=True)
        self.story = story

    def canvas(self, *args: Any, **options: Any) -> Canvas:
        """Make the canvas, for the page maker."""
        return _CountingCanvas(*args, furniture=self, **options)

    def draw(self, canvas: Canvas) -> None:
        """Draw all but the page's number."""
        grid, left, right = self.grid, self.left, self.left + self.grid.text
        top, foot = self.height - grid.banner, self.height - grid.banner - 6 * MM
        match self.document.audience:
            case _ if self.document.discreet:
                stroke(canvas, Role.INK, 0.7)
                canvas.line(left, foot, right, foot)
                inset = 0.0
            case Audience.FULL:
                fill(canvas, Role.INK)
                canvas.rect(left, foot, grid.text, top - foot, stroke=0, fill=1)
                inset = 2 * MM
            case Audience.STAKEHOLDER:
                stroke(canvas, Role.INK, 1.6)
                canvas.line(left, top, right, top)
                stroke(canvas, Role.INK, 0.5)
                canvas.line(left, foot, right, foot)
                inset = 0.0
            case Audience.SHAREABLE:
                stroke(canvas, Role.INK, 0.5)
                canvas.line(left, top, right, top)
                canvas.line(left, foot, right, foot)
                inset = 0.0
        y = (top + foot) / 2 - _BANNER.size * 0.36
        _spaced(canvas, self.banner, left + inset, y)
        if not self.document.discreet:
            _spaced(canvas, self.state, right - inset - _spaced_width(self.state), y)
        rule(canvas, left, right, grid.rule, strong=True)
        first, second = grid.rule - 9.0, grid.rule - 18.4
        draw_line(canvas, self.number, left, first)
        draw_line(canvas, self.made_at, left, second)
        if self.document.copy_for:
            draw_line(canvas, self.copy, left + 70 * MM, first)
            draw_line(canvas, self.reader, left + 70 * MM, second)

    def draw_count(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw the page's number, once it is known how many there are."""
        line = self.story.line(self.say("Page {x} of {y}", x=page, y=pages), self.pages_style)
        draw_line(canvas, line, self.left + self.grid.text - line_width(line), self.grid.rule - 9.0)


class _CountingCanvas(Canvas):
    """Holds each page back until the last is drawn, so that one pass knows the page count; outline marks likewise."""

    def __init__(self, *args: Any, furniture: _Furniture, **options: Any) -> None:
        super().__init__(*args, **options)
        self._furniture = furniture
        self._held: list[dict[str, Any]] = []
        self._marks: list[tuple[str, str, int]] = []

    def mark(self, key: str, title: str, level: int) -> None:
        """Put the present page into the outline."""
        self._marks = [*self._marks, (key, title, level)]

    def showPage(self) -> None:
        self._held.append(dict(self.__dict__))
        self._startPage()
        self._marks = []

    def save(self) -> None:
        """Write the pages that were held, each with its number and the outline entries that point to it."""
        held = self._held
        for number, page in enumerate(held, 1):
            self.__dict__.update(page)
            self._furniture.draw_count(self, number, len(held))
            for key, title, level in self._marks:
                self.bookmarkPage(key)
                self.addOutlineEntry(title, key, level)
            super().showPage()
        super().save()


class _Pages(BaseDocTemplate):
    """The page maker: one frame a page, progress and cancel between the pieces it places."""

    def __init__(
        self,
        out: io.BytesIO,
        document: Document,
        furniture: _Furniture,
        paper: Paper,
        progress: Callable[[int, int], None] | None,
        tick: Callable[[], None],
    ) -> None:
        # The shareable names nobody; the others name who prepared them.
        author = "" if document.audience is Audience.SHAREABLE else document.author
        super().__init__(
            out,
            pagesize=paper.size,
            title=named(document.title),
            author=named(author),
            subject=named(document.subject),
            creator=_PRODUCT,
            producer=_PRODUCT,
            lang=document.language,
            initialFontName=str(Face.REGULAR),  # else each file names a font that it neither uses nor holds
            invariant=1,
            pageCompression=1,
        )
        self._document = document
        self._progress = progress
        self._tick = tick
        self._total = 0
        self._done = 0
        (width, height), grid = paper.size, paper.grid
        frame = Frame(
            (width - grid.text) / 2,
            grid.bottom,
            grid.text,
            height - grid.top - grid.bottom,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        self.addPageTemplates(PageTemplate("page", [frame], onPage=lambda canvas, _: self._begin(canvas, furniture)))

    def _begin(self, canvas: Canvas, furniture: _Furniture) -> None:
        if canvas.getPageNumber() == 1:
            made_at = _pdf_date(self._document)
            canvas.setDateFormatter(lambda *_: made_at)
            canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.saveState()
        furniture.draw(canvas)
        canvas.restoreState()

    def handle_flowable(self, flowables: list[Flowable]) -> None:
        """Place one piece, after asking whether to go on, and tell how far it is."""
        self._tick()
        self._total = max(self._total, len(flowables))
        super().handle_flowable(flowables)
        # a piece that was parted over pages puts its rest back, so the count may stand still but never go back
        self._done = max(self._done, self._total - len(flowables))
        if self._progress is not None:
            self._progress(self._done, self._total)


def _pdf_date(document: Document) -> str:
    made_at = document.made_at
    offset = made_at.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"D:{made_at:%Y%m%d%H%M%S}{sign}{abs(minutes) // 60:02d}'{abs(minutes) % 60:02d}'"


_SPACING = 0.35


def _spaced_width(line: Line) -> float:
    return line_width(line) + _SPACING * sum(len(piece.text) for piece in line)


def _spaced(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Draw a banner's words a little apart."""
    for piece in line:
        canvas.setFont(str(piece.face), piece.size)
        fill(canvas, piece.role)
        canvas.drawString(x, y, piece.text, charSpace=_SPACING)
        x += piece.width + _SPACING * len(piece.text)
