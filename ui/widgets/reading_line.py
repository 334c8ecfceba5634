"""ui: how a written line is read, in words under it - one sentence, or several that are numbered to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import Words
from ui.style import paint_key_cap
from ui.theme import Theme
from ui.widgets.key_cap import cap_size, key_name
from ui.widgets.signs import paint_dots

_LINE = 30
_CHOICE = 28
_GAP = 8
_INNER_GAP = 6
_MOST = 9
_NAME = 120  # pixels at 100 % to which the name of an issue is cut where the sentence has no room
_ELLIPSIS = "\u2026"


class PartRole(StrEnum):
    """Name what a part of a reading is, which decides how it is drawn.

    A verb is bold, an issue and a small word (if, for) stand back, a value is underlined together with its issue,
    what is unread is dotted and told to be kept as typed; text is an ordinary sentence.
    """

    VERB = "verb"
    ISSUE = "issue"
    VALUE = "value"
    WORD = "word"
    TEXT = "text"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a piece of a reading; an issue and the value behind it belong together."""

    text: str
    role: PartRole = PartRole.WORD


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part laid out: where it begins, how wide it is, how it is written."""

    text: str
    role: PartRole
    x: float
    width: float
    font: QFont
    ink: QColor


class ReadingLine(QWidget):
    """Show a reading as one sentence, and below it, if there are several, each with the key that chooses it.

    The accessible name is the sentence with its hint and all choices.
    """

    choice_clicked = Signal(int)  # 1..9

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._parts: tuple[Part, ...] = ()
        self._choices: tuple[tuple[Part, ...], ...] = ()
        self._key = ""
        self._hint = ""
        self._hover = 0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._dress)
        self._tell()

    def set_reading(self, parts: Sequence[Part], *, key: str = "", hint: str = "") -> None:
        """Show one reading, at the right the key that takes it and what it does; no part shows nothing."""
        self._show(parts, (), key, hint)

    def set_choices(
        self, choices: Sequence[Sequence[Part]], lead: Sequence[Part], *, key: str = "", hint: str = ""
    ) -> None:
        """Show several readings, the first nine numbered, under a sentence that asks."""
        self._show(lead, choices, key, hint)

    @property
    def sentence(self) -> str:
        """Return the whole in words."""
        return self.accessibleName()

    @property
    def choices(self) -> int:
        """Return how many readings can be chosen."""
        return min(len(self._choices), _MOST)

    def sizeHint(self) -> QSize:
        extra = self.choices + (len(self._choices) > _MOST)
        return QSize(self._theme.space(480), self._theme.space(_LINE) + extra * self._theme.space(_CHOICE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.space(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        line = QRectF(0, 0, self.width(), theme.space(_LINE))
        room = self._paint_hint(painter, line)
        self._paint_parts(painter, self._parts, 0, room, line.center().y())
        for number, parts in enumerate(self._choices[:_MOST], start=1):
            row = self._row(number)
            if number == self._hover:
                painter.fillRect(row, theme.color("hover"))
            width = self._paint_cap(painter, f"Ctrl+{number}", theme.space(_GAP), row.center().y())
            left = theme.space(_GAP) + width + theme.space(12)
            self._paint_parts(painter, parts, left, row.right() - theme.space(_GAP), row.center().y())
        if len(self._choices) > _MOST:
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.color("muted"))
            painter.drawText(self._row(_MOST + 1), Qt.AlignmentFlag.AlignVCenter, self._more())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_over(self._number_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position())
        if number and event.button() == Qt.MouseButton.LeftButton:
            self.choice_clicked.emit(number)

    # data

    def _show(self, parts: Sequence[Part], choices: Sequence[Sequence[Part]], key: str, hint: str) -> None:
        rows = self.sizeHint().height()
        self._parts = tuple(part for part in parts if part.text)
        self._choices = tuple(tuple(part for part in choice if part.text) for choice in choices)
        self._key = key_name(key) if key else ""
        self._hint = hint
        self._tell()
        if self.sizeHint().height() != rows:
            self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        said = [_words(self._parts)]
        if any(part.role is PartRole.UNREAD for part in self._parts):
            said.append(self._kept())
        said += [f"{number}: {_words(choice)}" for number, choice in enumerate(self._choices[:_MOST], start=1)]
        if len(self._choices) > _MOST:
            said.append(self._more())
        if self._hint:
            said.append(f"{self._key} {self._hint}".strip())
        sentence = ". ".join(part.removesuffix(".") for part in said if part)
        if sentence != self.accessibleName():
            self.setAccessibleName(sentence)

    def _kept(self) -> str:
        return self._say("kept as typed")

    def _more(self) -> str:
        rest = len(self._choices) - _MOST
        return self._say.plural("and {n} more reading", "and {n} more readings", rest)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    # the mouse

    def _row(self, number: int) -> QRectF:
        height = self._theme.space(_CHOICE)
        return QRectF(0, self._theme.space(_LINE) + (number - 1) * height, self.width(), height)

    def _number_at(self, at: QPointF) -> int:
        return next((n for n in range(1, self.choices + 1) if self._row(n).contains(at)), 0)

    def _hover_over(self, number: int) -> None:
        if number != self._hover:
            self._hover = number
            self.setCursor(Qt.CursorShape.PointingHandCursor if number else Qt.CursorShape.ArrowCursor)
            self.update()

    # painting

    def _paint_hint(self, painter: QPainter, line: QRectF) -> float:
        """Paint the key and its word at the right end; return the x at which the sentence has to end.

        The word goes where it would cut more of the sentence than long names; the key stays.
        """
        theme = self._theme
        metrics = QFontMetricsF(theme.font("meta"))
        word = metrics.horizontalAdvance(self._hint)
        cap = float(cap_size(theme, self._key).width()) if self._key else 0.0
        gap, away = theme.space(_GAP), theme.space(16)
        room = line.width() - self._natural_width(self._narrow(self._parts)) - away
        if cap and word and (cap + gap + word > room or cap + gap + word > line.width() / 2):
            word = 0.0
        width = cap + word + (gap if cap and word else 0)
        if not width or width > line.width() / 2:
            return line.width()
        if word:
            area = QRectF(line.right() - word, line.top(), word + 1, line.height())
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.color("muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._hint)
        if cap:
            self._paint_cap(painter, self._key, line.right() - width, line.center().y())
        return line.width() - width - away

    def _paint_cap(self, painter: QPainter, key: str, x: float, middle: float) -> float:
        theme = self._theme
        name = key_name(key)
        size = cap_size(theme, name)
        box = QRectF(round(x), round(middle - size.height() / 2), size.width(), size.height())
        paint_key_cap(painter, theme, box, name, ink=theme.color("muted"), edge=theme.color("line2"))
        return float(size.width())

    def _paint_parts(self, painter: QPainter, parts: Sequence[Part], left: float, right: float, middle: float) -> None:
        theme = self._theme
        pieces = self._lay_out(parts, left)
        if pieces and pieces[-1].x + pieces[-1].width > right:
            pieces = _cut(self._lay_out(self._narrow(parts), left), right)
        metrics = QFontMetricsF(theme.font("sentence"))
        baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
        for at, piece in enumerate(pieces):
            painter.setFont(piece.font)
            painter.setPen(piece.ink)
            painter.drawText(QPointF(piece.x, baseline), piece.text)
            if piece.role is PartRole.UNREAD:
                paint_dots(painter, theme, piece.x, piece.x + piece.width, baseline + theme.space(5), piece.ink)
            elif piece.role is PartRole.VALUE:
                issue = at > 0 and pieces[at - 1].role is PartRole.ISSUE
                start = pieces[at - 1].x if issue else piece.x
                width = ceil(piece.x + piece.width - start)
                under = QRectF(round(start), baseline + theme.space(6), width, theme.edge())
                painter.fillRect(under, theme.color("ctl"))

    def _lay_out(self, parts: Sequence[Part], left: float) -> list[_Piece]:
        theme = self._theme
        pieces: list[_Piece] = []
        x, before = left, None
        for at, part in enumerate(parts):
            if before is not None:
                together = before is PartRole.ISSUE and part.role is PartRole.VALUE
                x += theme.space(_INNER_GAP if together else _GAP)
            pieces.append(self._piece(part.text, part.role, x))
            x += pieces[-1].width
            before = part.role
            ends_unread = part.role is PartRole.UNREAD and (
                at + 1 == len(parts) or parts[at + 1].role is not PartRole.UNREAD
            )
            if ends_unread:
                x += theme.space(_GAP)
                font = theme.font("meta")
                kept = self._kept()
                width = QFontMetricsF(font).horizontalAdvance(kept)
                pieces.append(_Piece(kept, PartRole.WORD, x, width, font, theme.color("muted")))
                x += width
        return pieces

    def _narrow(self, parts: Sequence[Part]) -> Sequence[Part]:
        """Return parts in which the names of issues are short: figures and what is left over matter more."""
        theme, middle = self._theme, Qt.TextElideMode.ElideMiddle
        metrics = QFontMetricsF(theme.font("body"))
        return [
            replace(part, text=metrics.elidedText(part.text, middle, theme.space(_NAME)))
            if part.role is PartRole.ISSUE
            else part
            for part in parts
        ]

    def _piece(self, text: str, role: PartRole, x: float) -> _Piece:
        theme = self._theme
        match role:
            case PartRole.VERB:
                font, color = theme.font("sentence", bold=True), "text"
            case PartRole.ISSUE | PartRole.WORD:
                font, color = theme.font("body"), "muted"
            case PartRole.VALUE | PartRole.TEXT | PartRole.UNREAD:
                font, color = theme.font("sentence"), "text"
        return _Piece(text, role, x, QFontMetricsF(font).horizontalAdvance(text), font, theme.color(color))

    def _natural_width(self, parts: Sequence[Part]) -> float:
        pieces = self._lay_out(parts, 0)
        return pieces[-1].x + pieces[-1].width if pieces else 0.0


def _words(parts: Sequence[Part]) -> str:
    return " ".join(part.text for part in parts)


def _cut(pieces: list[_Piece], right: float) -> list[_Piece]:
    """Return the pieces that end before `right`, the last of them cut with an ellipsis where it must be."""
    if not pieces or pieces[-1].x + pieces[-1].width <= right:
        return pieces
    # the first piece behind which no ellipsis has room is the one that is cut
    at = next(
        (at for at, piece in enumerate(pieces) if piece.x + piece.width + _ellipsis_width(piece) > right),
        len(pieces) - 1,
    )
    last = pieces[at]
    metrics = QFontMetricsF(last.font)
    room = max(0.0, right - last.x)
    # half a figure would be another figure
    whole = _ELLIPSIS if last.role is PartRole.VALUE else f"{last.text} {_ELLIPSIS * 3}"
    text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
    if not text or metrics.horizontalAdvance(text) > room:
        return pieces[:at]
    return [*pieces[:at], replace(last, text=text, width=metrics.horizontalAdvance(text))]


def _ellipsis_width(piece: _Piece) -> float:
    return QFontMetricsF(piece.font).horizontalAdvance(f" {_ELLIPSIS}")
