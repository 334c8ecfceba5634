"""ui: the header of a meeting - who, what, how long, its few verbs and the dot; no flags, no counts, no tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.glyphs import Glyph
from ui.shortcuts import MEETING_KEYS
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.flag import Dot
from ui.widgets.key_cap import key_name
from ui.widgets.section import Surface
from ui.widgets.text import Text


class Head(Surface):
    """Show a meeting under way, or the button that starts one."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        """Start with no meeting."""
        super().__init__(tools.theme, "base", line_below=True, parent=parent)
        theme, say = tools.theme, tools.say
        self.back = IconButton(theme, say("Leave the meeting’s page"), glyph=Glyph.CHEVRON_LEFT, parent=self)
        self._supplier = Text(theme, "", "page", parent=self)
        self._title = Text(theme, "", "body", parent=self)
        self._round = Text(theme, "", "body", color="muted", parent=self)
        self._pause = Text(theme, "", "body", bold=True, parent=self)
        self._started = Text(theme, "", "body", color="muted", parent=self)
        self._minutes = Text(theme, "", "body", parent=self)
        keys = MEETING_KEYS
        self.start = Button(theme, say("Start meeting"), ButtonKind.DEFAULT, parent=self)
        self.next_round = Button(theme, say("Next round"), ButtonKind.QUIET, icon="timer", parent=self)
        self.next_round.setToolTip(key_name(keys["round"]))
        self._say = say
        self.pause = Button(theme, say("Pause"), ButtonKind.QUIET, icon="pause", parent=self)
        self.pause.setToolTip(key_name(keys["pause"]))
        self.details = IconButton(theme, say("Meeting"), icon="ellipsis", key=keys["details"], parent=self)
        self.end = Button(theme, say("Close meeting"), ButtonKind.DEFAULT, parent=self)
        self.dot = Dot(theme, say, self)
        self.setFixedHeight(theme.space(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(12), 0, theme.space(20), 0)
        row.setSpacing(theme.space(12))
        left: tuple[QWidget, ...] = (self.back, self._supplier, self._title, self._round, self._pause)
        right: tuple[QWidget, ...] = (self._started, self._minutes, self.next_round, self.pause, self.details)
        for each in left:
            row.addWidget(each)
        row.addStretch(1)
        for each in (*right, self.start, self.end, self.dot):
            row.addWidget(each)
        # names give way where there is little room, a round and a time never
        for each in (self._round, self._pause, self._started, self._minutes):
            each.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # a click leaves the focus where one writes; by keyboard all are reached
        for button in (self.back, self.start, self.next_round, self.pause, self.details, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_meeting(self, supplier: str, title: str, round_words: str, started: str, minutes: str, pause: str) -> None:
        """Show whom one talks to, about what, since when, and the pause that lasts; empty texts outside a meeting."""
        self._supplier.setText(supplier)
        self._title.setText(title)
        self._round.setText(round_words)
        self._pause.setText(pause)
        self._pause.setVisible(bool(pause))
        self.pause.set_label(self._say("End pause") if pause else self._say("Pause"))
        self._started.setText(started)
        self._minutes.setText(minutes)
        is_open = bool(started)
        shown: tuple[QWidget, ...] = (self._started, self._minutes, self.next_round, self.pause, self.details, self.end)
        for each in shown:
            each.setVisible(is_open)
        self.start.setVisible(not is_open)

    def set_editing(self, allowed: bool) -> None:
        """Allow or forbid what writes."""
        for each in (self.start, self.next_round, self.pause, self.details, self.end):
            each.setEnabled(allowed)
