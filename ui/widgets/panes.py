"""ui: panes side by side that can be sized, that remember it, and that hide when the window gets too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.theme import Theme

_HANDLE = 1


@dataclass(frozen=True, slots=True)
class Pane:
    """Name a pane: its least and its first width in pixels at 100 %, and how gladly it goes.

    The pane with the highest `yields` hides first; 0 never hides. A first width of 0 takes the rest. With `share` it
    is this share of the row instead, until the user sizes it.
    """

    widget: QWidget
    least: int
    first: int = 0
    yields: int = 0
    share: Fraction = Fraction(0)


class Panes(QSplitter):
    """Lay panes out in a row; what is hidden for want of room comes back with the room.

    `toggle_side` is for F9: it hides the pane that yields first, or shows it though another has to go.
    """

    sizes_changed = Signal()

    def __init__(self, theme: Theme, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        """Take the panes from left to right."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._panes = list(panes)
        self._put_away: set[int] = set()  # by the user
        self._gives_way = False  # the side, to something else that is shown for a while
        self._wanted: int | None = None  # shown by the user though there is no room
        self._widths = [pane.first for pane in panes]
        self._shares = [pane.share for pane in panes]
        self.setHandleWidth(_HANDLE)
        self.setChildrenCollapsible(False)
        for index, pane in enumerate(self._panes):
            self.addWidget(pane.widget)
            self.setStretchFactor(index, 0 if pane.first else 1)
        self.splitterMoved.connect(self._on_moved)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def state(self) -> list[int]:
        """Return the widths to remember, in pixels at 100 %; negative where the user hid the pane."""
        widths = [0 if share else width for width, share in zip(self._widths, self._shares, strict=True)]
        return [-max(1, width) if index in self._put_away else width for index, width in enumerate(widths)]

    def restore(self, state: Sequence[int]) -> None:
        """Take remembered widths; a list of another length is ignored."""
        if len(state) != len(self._panes):
            return
        self._put_away = {i for i, width in enumerate(state) if width < 0 and self._panes[i].yields}
        for index, (width, pane) in enumerate(zip(state, self._panes, strict=True)):
            if pane.first and abs(width) > 1:
                self._widths[index], self._shares[index] = max(abs(width), pane.least), Fraction(0)
        self._arrange()

    def toggle_side(self) -> bool:
        """Hide the pane that yields first, or bring it back; return whether it is shown now."""
        side = self._side()
        if not self._panes[side].yields:
            return True
        if self.is_shown(side):
            self._put_away.add(side)
            self._wanted = None
        else:
            self._put_away.discard(side)
            self._wanted = side
        self._arrange()
        self.sizes_changed.emit()
        return self.is_shown(side)

    def give_way(self, gives: bool) -> None:
        """Hide the pane that yields first while something else takes its place; what the user chose stays."""
        if gives != self._gives_way:
            self._gives_way = gives
            self._arrange()

    def is_shown(self, index: int) -> bool:
        """Return whether a pane has its place at this width of the window."""
        return not self._panes[index].widget.isHidden()

    def minimumSizeHint(self) -> QSize:
        # a pane that can hide must not hold the window open
        height = super().minimumSizeHint().height()
        return QSize(self._needs([i for i, pane in enumerate(self._panes) if not pane.yields]), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _on_moved(self, _position: int, _index: int) -> None:
        for index, (width, pane) in enumerate(zip(self.sizes(), self._panes, strict=True)):
            if pane.first and self.is_shown(index):
                self._widths[index], self._shares[index] = round(width / self._theme.factor), Fraction(0)
        self.sizes_changed.emit()

    def _side(self) -> int:
        return max(range(len(self._panes)), key=lambda i: self._panes[i].yields)

    def _arrange(self) -> None:
        room = self.width()
        away = self._put_away | {self._side()} if self._gives_way else self._put_away
        shown = [index for index in range(len(self._panes)) if index not in away]
        while self._needs(shown) > room:
            able = [i for i in shown if self._panes[i].yields and i != self._wanted]
            if not able:
                break
            shown.remove(max(able, key=lambda i: self._panes[i].yields))
        for index, pane in enumerate(self._panes):
            if pane.widget.isHidden() == (index in shown):
                pane.widget.setVisible(index in shown)
        self.setSizes(self._share(shown, room))

    def _share(self, shown: list[int], room: int) -> list[int]:
        space = self._theme.space
        widths = [0] * len(self._panes)
        for index in shown:
            width = int(room * self._shares[index]) if self._shares[index] else space(self._widths[index])
            widths[index] = max(width, space(self._panes[index].least))
        over = sum(widths) + self.handleWidth() * (len(shown) - 1) - room
        # what is too much is taken from those with a width of their own, down to their least
        for index in sorted(shown, key=lambda i: -self._panes[i].yields):
            if over > 0 and self._panes[index].first:
                give = min(over, widths[index] - space(self._panes[index].least))
                widths[index] -= give
                over -= give
        rest = [index for index in shown if not self._panes[index].first]
        for index in rest:
            widths[index] += max(0, -over) // len(rest)
        return widths

    def _needs(self, shown: list[int]) -> int:
        least = sum(self._theme.space(self._panes[index].least) for index in shown)
        return least + self.handleWidth() * max(0, len(shown) - 1)

    def _dress(self) -> None:
        for pane in self._panes:
            pane.widget.setMinimumWidth(self._theme.space(pane.least))
        self._arrange()
