"""ui: the panel at the close of a meeting - agreed, open and parked, what was promised - which both sides may read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.meet.presenter import MeetPresenter
from ui.meet.tables import position_row, positions_table, promise_row, promises_table
from ui.overlay import Overlay
from ui.tools import Tools
from ui.widgets.button import Button
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_WIDTH, _PAD = 640, 20
_SCROLLS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ClosedPanel(Overlay):
    """Say how the meeting ended, and lead on to the debrief by Enter; Escape stays.

    The account manager may still sit opposite: nothing stands here that the page of the meeting does not show, and
    no flag.
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
        head.addWidget(Text(theme, presenter.sat(), "meta", color="muted", wrap=True, parent=self.panel))
        column.addLayout(head)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self.positions)
        title = SectionTitle(theme, say("Promised"), line=False)
        title.setContentsMargins(space(_PAD), space(12), space(_PAD), 0)
        parts.addWidget(title)
        parts.addWidget(self.promises)
        for part in (title, self.promises):
            part.setVisible(bool(promises))
        self._middle = _Scrolled(inside)
        column.addWidget(self._middle)
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
        elif event.key() in _SCROLLS:
            QApplication.sendEvent(self._middle.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)

    def _on_wanted(self) -> None:
        self.go()
        self._go_on()


class _Scrolled(QScrollArea):
    """Be as high as what is inside where there is room, else let it be scrolled."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)
        for part in (self, self.viewport(), inside):
            part.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()
