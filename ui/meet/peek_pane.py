"""ui: peek, what only we may see, shown in place of the log while its key is held."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.meet.peek_pair import PairView
from ui.meet.peek_parts import PartView, ScaleView, TargetsView, paint_hairline
from ui.meet.peek_presenter import Part, Peeked, Typed
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.page import Page
from ui.widgets.section import SectionTitle, Surface
from ui.widgets.text import Text

_PAD = 24
_FEW = 2  # lines of a part, where there is little room
_LEAST_ROWS = 3  # of the packages
# How peek gives way: whether all issues of the packages are shown, how many lines of each part, whether it is tight.
_STEPS = ((True, 0, False), (False, 0, False), (False, _FEW, False), (False, _FEW, True))


class PeekPane(Surface):
    """Say how their offer stands and why, what repairs it, what to give and to ask, and two packages to offer.

    What has no room gives way in this order: the issues in which the packages are the same, all but the first lines
    of each part, the title and the space around the parts, the packages' last rows. The rest can be scrolled to.
    """

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build the pane, empty."""
        super().__init__(tools.theme, "bg", line_left=True, parent=parent)
        theme, say = tools.theme, tools.say
        self._say = say
        self._head = SectionTitle(theme, say("Peek"), parent=self)
        self._headline = Text(theme, "", "page", wrap=True, parent=self)
        self.scale = ScaleView(theme, say, self)
        self._no_scale = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.targets = TargetsView(theme, say, self)
        self.why, self.repair = PartView(theme, self), PartView(theme, self)
        self.about, self.gives, self.asks, self.prefer = (PartView(theme, self) for _ in range(4))
        self.signs, self.ways = PartView(theme, self), PartView(theme, self)
        self.pair = PairView(theme, say, self)
        self._bands = (
            _Band(theme, (self.signs,), (self.ways,)),
            _Band(theme, (self.why,), (self.repair,)),
            _Band(theme, (self.about, self.gives), (self.asks, self.prefer)),
        )
        self.page = Page(theme, "bg", _PAD, self)
        column = self.page.column
        shown = (self._head, self._headline, self.scale, self._no_scale, self.targets, *self._bands, self.pair)
        self._parts: tuple[QWidget, ...] = shown
        for each in self._parts:
            column.addWidget(each)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.edge(), 0, 0, 0)
        box.addWidget(self.page)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def show_peek(self, peeked: Peeked, typed: Typed, key: str) -> None:
        """Show a state of the negotiation while this key is held."""
        self._head.set_aside(self._say("shown while {key} is held", key=key))
        self._headline.setText(peeked.headline)
        self.scale.show_scale(peeked.marks, peeked.table, peeked.table_words)
        self._no_scale.setText(peeked.no_scale)
        self._no_scale.setVisible(bool(peeked.no_scale))
        self.targets.set_targets(peeked.targets)
        for view, part in (
            (self.signs, peeked.signs),
            (self.ways, peeked.ways),
            (self.why, peeked.why if peeked.why.lines else Part()),
            (self.repair, peeked.repair),
            (self.gives, peeked.gives),
            (self.prefer, peeked.prefer),
        ):
            view.set_part(part)
        self.pair.show_pair(peeked.pair, peeked.no_pair, peeked.check)
        self.show_typed(typed)

    def show_typed(self, typed: Typed) -> None:
        """Show what the line that is being typed would change, and what to ask in return."""
        self.about.set_part(typed.about)
        self.asks.set_part(typed.asks)
        for band in self._bands:
            band.fit()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give way step by step until everything has its room."""
        parts = (self.about, self.why, self.repair, self.gives, self.asks, self.prefer, self.signs)
        for all_issues, few, tight in _STEPS:
            for part in parts:
                part.set_most(few)
            self.ways.set_most(1 if tight else few)
            self.targets.set_rows(1 if few else 3)
            self._head.setVisible(not tight)
            self.pair.set_tight(tight)
            self.page.column.setSpacing(self._theme.space(4 if tight else 8))
            self.pair.show_rows(None, all_issues=all_issues, tight=tight)
            over = self._over()
            if over <= 0:
                self._use_room(parts if few else ())
                return
        rows = self.pair.count(all_issues=False)
        row = self.pair.table.view.verticalHeader().defaultSectionSize()
        most = max(_LEAST_ROWS, rows - -(-over // row))
        if most < rows:
            self.pair.show_rows(most, all_issues=False, tight=True)
        self._use_room(parts)

    def _use_room(self, parts: Sequence[PartView]) -> None:
        """Let the parts whose rows are cut wrap them, one after another, as long as there is room for it."""
        for part in parts:
            part.set_wraps(True)
            if self._over() > 0:
                part.set_wraps(False)

    def _over(self) -> int:
        """Return how many pixels the parts are higher than the room for them."""
        column = self.page.column
        margins = column.contentsMargins()
        width = self.width() - self._theme.edge() - margins.left() - margins.right()
        parts = [each for each in self._parts if not each.isHidden()]
        heights = [_height_at(each, width) for each in parts]
        spacing = column.spacing() * max(0, len(parts) - 1)
        return sum(heights) + spacing + margins.top() + margins.bottom() - self.height()

    def _dress(self) -> None:
        space = self._theme.space
        self.page.column.setContentsMargins(space(_PAD), space(10), space(_PAD), space(8))


def _height_at(part: QWidget, width: int) -> int:
    if isinstance(part, (_Band, PairView)):
        return part.height_at(width)
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


class _Band(QWidget):
    """Parts in two columns under a hairline, hidden where all are empty."""

    def __init__(self, theme: Theme, left: Sequence[PartView], right: Sequence[PartView]) -> None:
        super().__init__()
        self._theme = theme
        self._sides = (left, right)
        self._row = QHBoxLayout(self)
        self._columns = tuple(QVBoxLayout() for _ in self._sides)
        for column, parts in zip(self._columns, self._sides, strict=True):
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def fit(self) -> None:
        """Show what has something to say."""
        self.setVisible(any(not part.isHidden() for column in self._sides for part in column))

    def height_at(self, width: int) -> int:
        """Return the height in pixels of the higher column."""
        room = (width - self._row.spacing()) // 2
        found = []
        for parts in self._sides:
            shown = [part for part in parts if not part.isHidden()]
            found.append(sum(part.heightForWidth(room) for part in shown) + self._gap() * max(0, len(shown) - 1))
        return self._row.contentsMargins().top() + max(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_hairline(QPainter(self), self._theme, 0, self.width())

    def _dress(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(0, space(7), 0, 0)
        self._row.setSpacing(space(24))
        for column in self._columns:
            column.setSpacing(self._gap())

    def _gap(self) -> int:
        return self._theme.space(6)
