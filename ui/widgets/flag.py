"""ui: the three flags - glyph, bold word and reason - as label, outlined chip, or painted in a row."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.style import paint_panel
from ui.theme import Theme
from ui.widgets.spans import SpannedText
from ui.widgets.text import Run, paint_runs, runs_width

_GAP = 6


class Level(StrEnum):
    """Name how a thing stands: something to act on, to check, or fine."""

    ACT = "act"
    CHECK = "check"
    FINE = "fine"


_GLYPHS = {Level.ACT: Glyph.TRIANGLE, Level.CHECK: Glyph.DIAMOND, Level.FINE: Glyph.RING}
_TINTS = {Level.ACT: "tint_act", Level.CHECK: "tint_check", Level.FINE: "bg"}
_ROLES = {Level.ACT: "danger", Level.CHECK: "warn", Level.FINE: "muted"}


def level_word(say: Words, level: Level) -> str:
    """Return the word that always stands beside the glyph."""
    match level:
        case Level.ACT:
            return say("act")
        case Level.CHECK:
            return say("check")
        case Level.FINE:
            return say("fine")


def flag_text(say: Words, level: Level, reason: str = "") -> str:
    """Return a flag in words, for labels, screen readers and copies."""
    return f"{level_word(say, level)} {reason}".strip()


def level_role(level: Level, *, greyscale: bool = False) -> str:
    """Return the colour role of a flag's glyph and word."""
    if greyscale and level is not Level.FINE:
        return "text"
    return _ROLES[level]


def level_tint(theme: Theme, level: Level) -> QColor:
    """Return the surface on which a flagged cell or strip stands."""
    return theme.color(_TINTS[level])


def paint_level(painter: QPainter, theme: Theme, level: Level, at: QRectF, *, greyscale: bool = False) -> None:
    """Paint a flag's glyph, 10 pixels at 100 %, in the middle of `at`."""
    side = float(theme.size("glyph"))
    rect = QRectF(0, 0, side, side)
    rect.moveCenter(at.center())
    ink = theme.color(level_role(level, greyscale=greyscale))
    paint_glyph(painter, _GLYPHS[level], rect, ink, width=theme.scale(1.4))


def flag_width(theme: Theme, say: Words, level: Level, reason: str = "", *, role: str = "meta") -> int:
    """Return the width in pixels that `paint_flag` needs for the whole flag."""
    gap = theme.space(_GAP)
    return ceil(theme.size("glyph") + gap + runs_width(_runs(theme, say, level, reason, role, greyscale=False), gap))


def paint_flag(
    painter: QPainter,
    theme: Theme,
    say: Words,
    level: Level,
    rect: QRectF,
    *,
    reason: str = "",
    role: str = "meta",
    greyscale: bool = False,
) -> None:
    """Paint a flag at the left of `rect`, the reason cut with an ellipsis where the room ends."""
    side, gap = theme.size("glyph"), theme.space(_GAP)
    paint_level(painter, theme, level, QRectF(rect.x(), rect.y(), side, rect.height()), greyscale=greyscale)
    rest = rect.adjusted(side + gap, 0, 0, 0)
    paint_runs(painter, rest, _runs(theme, say, level, reason, role, greyscale=greyscale), gap)


def _runs(theme: Theme, say: Words, level: Level, reason: str, role: str, *, greyscale: bool) -> list[Run]:
    ink = theme.color(level_role(level, greyscale=greyscale))
    word = Run(level_word(say, level), theme.font(role, bold=level is not Level.FINE), ink)
    rest = theme.color("muted" if level is Level.FINE else "text")
    return [word, Run(reason, theme.font(role), rest)]


class Flag(QLabel):
    """Show one flag; outlined it is the chip of a header, else it stands in the text.

    The label's text is the flag in words, so a screen reader reads it. In greyscale the glyph and
    the word have the text colour.
    """

    def __init__(
        self,
        theme: Theme,
        say: Words,
        level: Level = Level.FINE,
        reason: str = "",
        *,
        outlined: bool = False,
        greyscale: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take what the flag says and how it is drawn; with `wrap` a long reason goes on under its beginning."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._level = level
        self._reason = reason
        self._outlined = outlined
        self._greyscale = greyscale
        self._wraps = wrap
        # what is Fixed gets no more than its hint, however high it is for its width
        height = QSizePolicy.Policy.Minimum if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, height)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_flag(level, reason)
        theme.theme_changed.connect(self._dress)

    @property
    def level(self) -> Level:
        """Return how the thing stands."""
        return self._level

    @property
    def reason(self) -> str:
        """Return why, in words."""
        return self._reason

    def set_flag(self, level: Level, reason: str = "") -> None:
        """Show another flag."""
        self._level = level
        self._reason = reason
        self.setText(flag_text(self._say, level, reason))
        self._dress()

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(width - self._lead()).height) if self._wraps else -1

    def sizeHint(self) -> QSize:
        width = flag_width(self._theme, self._say, self._level, self._reason)
        if self._outlined:
            return QSize(width + 2 * self._theme.space(8), self._theme.size("chip"))
        return QSize(width, self._theme.line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        bare = flag_width(self._theme, self._say, self._level)
        return QSize(bare + (2 * self._theme.space(8) if self._outlined else 0), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, QRectF(self.rect())
        if self._outlined:
            edge = theme.color(level_role(self._level, greyscale=self._greyscale))
            radius = theme.size("radius_chip")
            paint_panel(painter, rect, fill=theme.color("base"), edge=edge, radius=radius, width=theme.edge())
            rect.adjust(theme.space(8), 0, -theme.space(8), 0)
        if not self._wraps:
            paint_flag(painter, theme, self._say, self._level, rect, reason=self._reason, greyscale=self._greyscale)
            return
        first = QRectF(rect.x(), rect.y(), rect.width(), theme.line_height("meta"))
        paint_flag(painter, theme, self._say, self._level, first, greyscale=self._greyscale)
        self._laid_out(self.width() - self._lead()).paint(painter, self._lead(), 0)

    def _lead(self) -> int:
        """Return where the reason begins."""
        return flag_width(self._theme, self._say, self._level) + self._theme.space(_GAP)

    def _laid_out(self, width: int) -> SpannedText:
        theme = self._theme
        ink = theme.color("muted" if self._level is Level.FINE else "text")
        high = theme.line_height("meta")
        return SpannedText(theme, self._reason, theme.font("meta"), width=width, wrap=True, line_height=high, color=ink)

    def _dress(self) -> None:
        self.setFont(self._theme.font("meta"))
        self.updateGeometry()
        self.update()


class Dot(QLabel):
    """Show the verdict of a meeting as a shape alone: an empty ring, or a diamond filled in it.

    There is no colour in it; a screen reader hears the word.
    """

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start fine."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._level = Level.FINE
        self.set_level(Level.FINE)
        theme.theme_changed.connect(self.updateGeometry)

    def set_level(self, level: Level) -> None:
        """Show how the offer stands; what calls to act is shown as check."""
        self._level = Level.FINE if level is Level.FINE else Level.CHECK
        self.setText(level_word(self._say, self._level))
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.space(18)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = float(self._theme.space(18))
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(QRectF(self.rect()).center())
        glyph = Glyph.RING if self._level is Level.FINE else Glyph.DIAMOND
        ink = self._theme.color("muted" if glyph is Glyph.RING else "text")
        paint_glyph(painter, glyph, rect, ink, width=self._theme.scale(1.4))
