"""ui: what lies below the entry line - the panes of the meeting, and peek in the log's place while its key is held."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.errors import LogrollError
from ui.meet.entry_pane import EntryPane
from ui.meet.peek_key import PeekKey
from ui.meet.peek_pane import PeekPane
from ui.meet.presenter import MeetPresenter
from ui.tools import Tools
from ui.widgets.key_cap import key_name
from ui.widgets.panes import Panes
from ui.widgets.section import Surface

_WARM_MS = 400  # since the last key or the last change
_PARTS = (10, 14)
_LEAST = (480, 640)  # pixels at 100 %


class PeekBody(Surface):
    """Show peek while its key is held, in any part of the window; it ends with the key, and with the window's focus.

    Covered or left for another place it ends as well, and never comes back by itself. While nobody types, what peek
    will show is worked out ahead, a little at a time.
    """

    changes_made = Signal(object)  # Changes

    def __init__(
        self, tools: Tools, presenter: MeetPresenter, entry: EntryPane, panes: Panes, parent: QWidget | None = None
    ) -> None:
        """Take the panes, of which the last gives way to peek, and the entry line that packages are put into."""
        super().__init__(tools.theme, "base", line_above=True, parent=parent)
        self._tools = tools
        self._presenter = presenter
        self._entry = entry
        self._panes = panes
        self._is_editable = True
        self.pane = PeekPane(tools, self)
        self.pane.hide()
        self.key = PeekKey(lambda: tools.settings().peek_key, self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for part, stretch in zip((panes, self.pane), _PARTS, strict=True):
            self._row.addWidget(part, stretch)
        self._warm = QTimer(self)
        self._warm.setSingleShot(True)
        self._warm.timeout.connect(self._on_idle)
        self.key.begun.connect(self._begin)
        self.key.ended.connect(self._end)
        self.key.taken.connect(self._on_taken)
        entry.line.text_edited.connect(self._on_text_edited)
        tools.theme.theme_changed.connect(self._dress)
        self._dress()

    def show_state(self) -> None:
        """Speak of another state of the negotiation: at once where peek is shown, else when it will be."""
        if self.key.is_shown:
            self._show()
        elif self.isVisible():
            self._warm.start(_WARM_MS)

    def end(self) -> None:
        """End peek."""
        self.key.stop()
        self._warm.stop()

    def set_editing(self, allowed: bool) -> None:
        """Let packages be taken into the line, or not."""
        self._is_editable = allowed

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.key.watch(self.window().windowHandle())
        self._warm.start(_WARM_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.key.watch(None)
        self._warm.stop()

    # inside

    def _begin(self) -> None:
        self._warm.stop()
        space = self._tools.theme.space
        self._show()
        self._panes.give_way(True)
        self._panes.setVisible(self.width() >= sum(space(each) for each in _LEAST))
        self.pane.show()

    def _end(self) -> None:
        self.pane.hide()
        self._panes.give_way(False)
        self._panes.show()

    def _show(self) -> None:
        key = key_name(self._tools.settings().peek_key)
        self.pane.show_peek(self._presenter.peek.peek(), self._presenter.peek.typed(self._entry.reading_now()), key)

    def _on_text_edited(self) -> None:
        if self.key.is_shown:
            self.pane.show_typed(self._presenter.peek.typed(self._entry.reading_now()))
        elif self._warm.isActive():
            self._warm.start(_WARM_MS)

    def _on_idle(self) -> None:
        if self._presenter.peek.warm():
            self._warm.start(0)

    def _on_taken(self, number: int) -> None:
        if not self._is_editable:
            return
        try:
            line, changes = self._presenter.peek.take(number)
        except LogrollError as error:
            self._tools.prompts.trouble(error)
            return
        if changes is not None:
            self.changes_made.emit(changes)
        if line:
            self._entry.put(line)
            self._show()

    def _dress(self) -> None:
        self._row.setContentsMargins(0, self._tools.theme.edge(), 0, 0)
        self.pane.setMinimumWidth(self._tools.theme.space(_LEAST[1]))
