"""ui: the panel at the close of a meeting - agreed, open and parked, what was promised - which both sides may read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.meet.presenter import MeetPresenter
from ui.meet.tables import position_row, positions_table, promise_row, promises_table
from ui.overlay import Overlay
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_WIDTH, _PAD = 640, 20


class ClosedPanel(Overlay):
    """Say how the meeting ended, and lead on to the debrief by Enter; Escape stays.

    The account manager may still sit opposite: nothing stands here that was not said.
    """

    def __init__(self, tools: Tools, host: QWidget, presenter: MeetPresenter, go_on: Callable[[], None]) -> None:
        """Take what tells how the meeting ended, and what leads on."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, host, width=_WIDTH, top=96)
        self._go_on = go_on
        self.setAccessibleName(say("Meeting closed"))
        self.positions = positions_table(tools, bleed=_PAD)
        self.positions.set_rows([position_row(row) for row in presenter.closed()])
        self.positions.set_empty_text(say("No issue was spoken of."))
        self.promises = promises_table(tools, bleed=_PAD)
        promises = presenter.promises()
        self.promises.set_rows([promise_row(row) for row in promises])
        self.next = Button(theme, say("Debrief"), key="Return", parent=self.panel)
        self.next.clicked.connect(self._on_wanted)
        space = theme.space
        column = QVBoxLayout()
        column.setContentsMargins(0, space(16), 0, space(12))
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(space(_PAD), 0, space(_PAD), space(8))
        head.addWidget(Text(theme, say("Meeting closed"), "page", parent=self.panel))
        head.addWidget(Text(theme, presenter.sat(), "meta", color="muted", parent=self.panel))
        column.addLayout(head)
        column.addWidget(self.positions)
        title = SectionTitle(theme, say("Promised"), line=False, parent=self.panel)
        title.setContentsMargins(space(_PAD), space(12), space(_PAD), 0)
        column.addWidget(title)
        column.addWidget(self.promises)
        for part in (title, self.promises):
            part.setVisible(bool(promises))
        foot = QHBoxLayout()
        foot.setContentsMargins(space(_PAD), space(12), space(_PAD), 0)
        foot.setSpacing(space(16))
        foot.addWidget(KeyHint(theme, "Esc", say("stay here"), self.panel))
        left = len(presenter.unread())
        words = say.plural("{n} line to clear up first", "{n} lines to clear up first", left) if left else ""
        foot.addWidget(Text(theme, words, "meta", color="muted", parent=self.panel))
        foot.addStretch(1)
        foot.addWidget(self.next)
        column.addLayout(foot)
        self.body.addLayout(column)
        self.appear(self.next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_wanted()
            return
        super().keyPressEvent(event)

    def _on_wanted(self) -> None:
        self.go()
        self._go_on()
