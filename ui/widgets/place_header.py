"""ui: the head of a place - title, details, flags, and the actions at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.glyphs import Glyph
from ui.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.flag import Flag, Level
from ui.widgets.section import Surface
from ui.widgets.tab_strip import HEIGHT, TabStrip
from ui.widgets.text import Text

_LONGEST_TITLE = 280  # pixels at 100 % that no flag and no action takes from a title
_LEAST_DETAILS = 120  # pixels at 100 % that a long title leaves of the details


class PlaceHeader(Surface):
    """Show where one is and what can be done here; tabs, if any, stand in a row under it."""

    back_requested = Signal()
    forward_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        say: Words,
        *,
        arrows: bool = False,
        two_lines: bool = False,
        height: int = 48,
        parent: QWidget | None = None,
    ) -> None:
        """Take whether back and forward are shown, whether details stand under the title, and the height."""
        super().__init__(theme, "base", line_below=True, parent=parent)
        self._say = say
        self._height = height
        self._arrows = arrows
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = Text(theme, "", "page", parent=self)
        self._details = Text(theme, "", "meta", color="muted", parent=self)
        self._tail = Text(theme, "", "meta", color="muted", parent=self)
        self._flags: list[Flag] = []
        self._back = IconButton(theme, say("Back"), glyph=Glyph.CHEVRON_LEFT, key="Alt+Left", parent=self)
        self._forward = IconButton(theme, say("Forward"), glyph=Glyph.CHEVRON_RIGHT, key="Alt+Right", parent=self)
        for button, signal in ((self._back, self.back_requested), (self._forward, self.forward_requested)):
            button.setVisible(arrows)
            button.clicked.connect(signal)
        self._row = QHBoxLayout()
        self._arrow_box = QHBoxLayout()
        self._arrow_box.addWidget(self._back)
        self._arrow_box.addWidget(self._forward)
        self._row.addLayout(self._arrow_box)
        self._words: QVBoxLayout | QHBoxLayout = QVBoxLayout() if two_lines else QHBoxLayout()
        self._words.addWidget(self._title)
        self._detail_row = QHBoxLayout()
        self._detail_row.setSpacing(0)
        self._detail_row.addWidget(self._details)
        self._detail_row.addWidget(self._tail)
        self._words.addLayout(self._detail_row)
        self._row.addLayout(self._words)
        self._flag_box = QHBoxLayout()
        self._row.addLayout(self._flag_box)
        self._row.addStretch(1)
        self._actions = QHBoxLayout()
        self._row.addLayout(self._actions)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._tab_row = QHBoxLayout()
        self._column.addLayout(self._tab_row)
        self._tabs: TabStrip | None = None
        self._two_lines = two_lines
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_title(self, title: str) -> None:
        """Show the name of what is open here."""
        self._title.setText(title)
        self._fit_words()

    def set_details(self, details: str, tail: str = "") -> None:
        """Show what belongs to the title, in small muted type; where it must be cut the `tail` stays whole."""
        for part, text in ((self._details, details), (self._tail, tail)):
            part.setText(text)
            part.setVisible(bool(text))
        self._fit_words()

    def set_flags(self, flags: Sequence[tuple[Level, str]]) -> None:
        """Show flags with their reasons as outlined chips; the same number as before is changed in place."""
        while len(self._flags) > len(flags):
            flag = self._flags.pop()
            self._flag_box.removeWidget(flag)
            flag.hide()
            flag.deleteLater()
        while len(self._flags) < len(flags):
            flag = Flag(self._theme, self._say, outlined=True, parent=self)
            self._flags.append(flag)
            self._flag_box.addWidget(flag)
        for flag, (level, reason) in zip(self._flags, flags, strict=True):
            flag.set_flag(level, reason)
        self._fit_words()

    def set_history(self, back: bool, forward: bool) -> None:
        """Enable the arrows."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def add_action(self, widget: QWidget) -> None:
        """Put a button or a word at the right end."""
        self._actions.addWidget(widget)

    def set_tabs(self, tabs: TabStrip) -> None:
        """Put a tab strip under the title."""
        self._tabs = tabs
        self._tab_row.addWidget(tabs)
        self._tab_row.addStretch(1)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Let the details give way first, where the room ends, then a long title, and the flags last."""
        space, title = self._theme.space, self._title.sizeHint().width()
        self._title.setMinimumWidth(min(title, space(_LONGEST_TITLE)))
        for flag in self._flags:
            flag.setMinimumWidth(flag.sizeHint().width())
        if self._two_lines:
            return
        # left to itself a row takes the same from both, so that a title is cut beside details that could be
        for inner in (self._detail_row, self._words, self._flag_box, self._actions, self._row):
            inner.invalidate()  # what was measured before the words changed
        details = self._details.sizeHint().width()
        around = self._row.sizeHint().width() - self._words.sizeHint().width()
        if not self._tail.isHidden():
            around += self._tail.sizeHint().width()
        if not self._details.isHidden():
            around += self._words.spacing()
        room = self.width() - around
        least = min(details, space(_LEAST_DETAILS))
        self._title.setMaximumWidth(max(self._title.minimumWidth(), room - least))
        # no wider than what is left of them, so that the tail follows at once
        self._details.setMaximumWidth(self._details.width_in(max(least, room - title)))

    def _dress(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # an arrow stands in the middle of its button, so the button begins before the margin
        left = space(20 - (7 if self._arrows else 0))
        self._row.setContentsMargins(left, 0, space(16), 0)
        self._row.setSpacing(space(8))
        self._arrow_box.setSpacing(0)
        for arrow in (self._back, self._forward):
            arrow.setFixedWidth(space(22))
        self._words.setSpacing(0 if self._two_lines else space(10))
        self._flag_box.setSpacing(space(8))
        self._actions.setSpacing(space(8))
        height = space(max(self._height, 62) if self._two_lines else self._height)
        if self._tabs is not None:
            # a tab keeps 12 pixels at each side of its word, so the first word stands under the title
            self._tab_row.setContentsMargins(space(8), 0, 0, 0)
            self._column.setContentsMargins(0, 0, 0, self._theme.edge())
            self._row.setContentsMargins(left, space(6), space(16), 0)
            height += space(HEIGHT)
        self.setFixedHeight(height)
        self._fit_words()
        self.update()
