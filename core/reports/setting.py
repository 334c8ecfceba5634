"""core: sets text - breaks printable runs into lines and draws them; nothing in a text is ever read as a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from core.charts.scene import Role
from core.reports.document import Span
from core.reports.fonts import Face, Missing, face_of, runs, width_of
from core.reports.ink import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportlab.pdfgen.canvas import Canvas

    from core.reports.document import Text


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points, role of the colour, and the face that spans start from."""

    size: float
    leading: float
    role: Role = Role.INK
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a line in one face, size and colour; `rise` lifts a power off the line."""

    text: str
    face: Face
    size: float
    role: Role
    rise: float = 0.0

    @property
    def width(self) -> float:
        """Return the width in points."""
        return width_of(self.text, self.face, self.size)

    def with_text(self, text: str) -> Piece:
        """Return a piece in the same manner with another text."""
        return Piece(text, self.face, self.size, self.role, self.rise)


Line = tuple[Piece, ...]


def spans_of(text: Text) -> tuple[Span, ...]:
    """Return a text as spans."""
    return (Span(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """Return a text without its manners."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def pieces_of(text: Text, style: Style, missing: Missing | None = None) -> tuple[Piece, ...]:
    """Return the printable pieces of a text; line feeds are kept in them."""
    found: list[Piece] = []
    for span in spans_of(text):
        # a muted remark stays light where its column is bold
        bold = span.bold or (style.bold and not span.muted)
        face = face_of(bold=bold, italic=style.italic or span.italic)
        role = Role.MUTED if span.muted else style.role
        size = _size(span, style)
        rise = style.size * 0.35 if span.raised else 0.0
        found.extend(Piece(run.text, run.face, size, role, rise) for run in runs(span.text, face, missing))
    return tuple(found)


def _size(span: Span, style: Style) -> float:
    if span.raised:
        return style.size * 0.7
    # A muted remark beside a figure is a note and has a note's size (7.4 beside 8.4).
    return min(style.size, max(7.0, style.size - 1)) if span.muted else style.size


def natural_width(pieces: Iterable[Piece]) -> float:
    """Return the width of a text in one line (of its longest line, where it has several)."""
    longest = current = 0.0
    for piece in pieces:
        parts = piece.text.split("\n")
        for at, part in enumerate(parts):
            if at:
                longest, current = max(longest, current), 0.0
            current += width_of(part, piece.face, piece.size)
    return max(longest, current)


def longest_word(pieces: Iterable[Piece]) -> float:
    """Return the width of the widest word, below which a column begins to split words."""
    return max((sum(part.width for part in word) for word, _ in _words(pieces) if word), default=0.0)


def width_in_two_lines(pieces: Iterable[Piece]) -> float:
    """Return the least width at which a short text breaks into no more than two lines."""
    words = [sum(part.width for part in word) for word, _ in _words(pieces)]
    blank = max((piece.with_text(" ").width for piece in pieces), default=0.0)

    def length(part: list[float]) -> float:
        return sum(part) + blank * max(0, len(part) - 1)

    return min((max(length(words[:at]), length(words[at:])) for at in range(1, len(words) + 1)), default=0.0)


def broken(pieces: tuple[Piece, ...], width: float) -> list[Line]:
    """Break pieces into lines no wider than `width`: at blanks, and inside a word only where it is wider."""
    if len(pieces) == 1 and "\n" not in pieces[0].text and pieces[0].width <= width + 0.01:
        return [pieces]
    lines: list[Line] = []
    line: list[Piece] = []
    used = 0.0
    waiting: list[Piece] = []  # the blanks before the next word, left out at a line's end
    for word, ending in _words(pieces):
        word_width = sum(part.width for part in word)
        blanks = sum(part.width for part in waiting)
        if line and used + blanks + word_width > width + 0.01:
            lines.append(_merged(line))
            line, used, waiting, blanks = [], 0.0, [], 0.0
        if word_width > width + 0.01:
            for part in _split(word, width):
                if line:
                    lines.append(_merged(line))
                line, used = list(part), sum(each.width for each in part)
        else:
            line += [*waiting, *word]
            used += blanks + word_width
        waiting = []
        if ending is None:
            lines.append(_merged(line))
            line, used = [], 0.0
        else:
            waiting = list(ending)
    if line or not lines:
        lines.append(_merged(line))
    return lines


def cut_to(lines: list[Line], count: int, width: float, ending: str) -> list[Line]:
    """Keep the first `count` lines, the last of them shortened so that `ending` fits behind it."""
    kept = lines[: count - 1]
    last = list(lines[count - 1])
    model = last[-1] if last else next((line[-1] for line in reversed(kept) if line), None)
    if model is None:
        return kept
    tail = model.with_text(ending)
    while last and sum(part.width for part in last) + tail.width > width:
        shorter = last[-1].text[:-1]
        last[-1:] = [last[-1].with_text(shorter)] if shorter else []
    if last:
        last[-1] = last[-1].with_text(last[-1].text.rstrip())
    return [*kept, _merged([*last, tail])]


def draw_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Draw a line from `x` on the base line `y` (points, y upwards)."""
    for piece in line:
        canvas.setFont(str(piece.face), piece.size)
        fill(canvas, piece.role)
        canvas.drawString(x, y + piece.rise, piece.text)
        x += piece.width


def line_width(line: Line) -> float:
    """Return the width of a line in points."""
    return sum(piece.width for piece in line)


class TextBlock(Flowable):
    """A text as a flowable: broken to the width it was made for, and split between pages at its lines."""

    def __init__(
        self,
        lines: list[Line],
        width: float,
        style: Style,
        *,
        before: float = 0.0,
        after: float = 0.0,
        indent: float = 0.0,
        marker: Line = (),
        on_draw: Callable[[Canvas], None] | None = None,
    ) -> None:
        """Take broken lines; `marker` stands before the first line within `indent`."""
        super().__init__()
        self.lines = lines
        self.width = width
        self.style = style
        self.before = before
        self.after = after
        self.indent = indent
        self.marker = marker
        self.on_draw = on_draw
        self.height = len(lines) * style.leading

    def getSpaceBefore(self) -> float:
        return self.before

    def getSpaceAfter(self) -> float:
        return self.after

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Part the text so that at least two lines stand on each page."""
        fitting = int((available_height + 0.01) // self.style.leading)
        if fitting >= len(self.lines):
            return [self]
        fitting = min(fitting, len(self.lines) - 2)
        if fitting < 2:
            return []
        first = TextBlock(
            self.lines[:fitting],
            self.width,
            self.style,
            before=self.before,
            indent=self.indent,
            marker=self.marker,
            on_draw=self.on_draw,
        )
        rest = TextBlock(self.lines[fitting:], self.width, self.style, after=self.after, indent=self.indent)
        return [first, rest]

    def draw(self) -> None:
        canvas = self.canv
        if self.on_draw is not None:
            self.on_draw(canvas)
        y = self.height - self.style.leading + baseline(self.style)
        if self.marker:
            draw_line(canvas, self.marker, 0, y)
        for line in self.lines:
            draw_line(canvas, line, self.indent, y)
            y -= self.style.leading


def baseline(style: Style) -> float:
    """Return how far above the foot of its line a text stands: the spare leading is halved above and below."""
    return (style.leading - style.size) / 2 + style.size * 0.24


def _words(pieces: Iterable[Piece]) -> list[tuple[list[Piece], list[Piece] | None]]:
    """Return each word (parts in several manners may touch) with the blanks behind it, None for a line end."""
    words: list[tuple[list[Piece], list[Piece] | None]] = []
    word: list[Piece] = []
    for piece in pieces:
        for number, stretch in enumerate(piece.text.split("\n")):
            if number:
                words.append((word, None))
                word = []
            for at, part in enumerate(stretch.split(" ")):
                if at:
                    words.append((word, [piece.with_text(" ")]))
                    word = []
                if part:
                    word.append(piece.with_text(part))
    words.append((word, []))
    return words


def _split(word: list[Piece], width: float) -> list[list[Piece]]:
    """Split a word that is wider than a line between its characters."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    for part in word:
        start = 0
        for at, character in enumerate(part.text):
            step = width_of(character, part.face, part.size)
            if used + step > width and (used > 0):
                if at > start:
                    lines[-1].append(part.with_text(part.text[start:at]))
                lines.append([])
                start, used = at, 0.0
            used += step
        lines[-1].append(part.with_text(part.text[start:]))
    return lines


def _merged(parts: list[Piece]) -> Line:
    """Join neighbours in the same manner, so that a line's words stay one string for whoever copies them."""
    merged: list[Piece] = []
    for part in parts:
        last = merged[-1] if merged else None
        same = last is not None and (last.face, last.size, last.role, last.rise) == (
            part.face,
            part.size,
            part.role,
            part.rise,
        )
        if same and last is not None:
            merged[-1] = last.with_text(last.text + part.text)
        else:
            merged.append(part)
    return tuple(merged)
