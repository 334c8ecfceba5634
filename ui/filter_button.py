"""ui: the button beside a filter that brings kept filters back, keeps what is typed, and forgets one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kept_filters import KeptFilters
from ui.menus import pop_up
from ui.tools import Tools
from ui.widgets.button import IconButton
from ui.widgets.field import Field

_KEY = "Alt+Down"


class FilterButton(IconButton):
    """Open the menu of kept filters; Alt+Down does so from the filter, as it opens a list anywhere."""

    def __init__(self, tools: Tools, field: Field, filters: KeptFilters, parent: QWidget | None = None) -> None:
        """Take the field of the filter, and where filters are kept."""
        super().__init__(tools.theme, tools.say("Kept filters"), icon="filter", key=_KEY, parent=parent)
        self._tools = tools
        self._field = field
        self._filters = filters
        field.installEventFilter(self)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Show what can be done."""
        say, text = self._tools.say, self._field.text().strip()
        entries: list[tuple[str, str, Callable[[], object]]] = [
            (each.name, "", partial(self._show, each.text)) for each in self._filters.all()
        ]
        kept = self._filters.kept_as(text) if text else None
        if text and kept is None and self._filters.may_keep:
            entries.append((say("Keep “{words}” ...", words=text), "", lambda: self._keep(text)))
        if kept is not None and self._filters.may_keep:
            entries.append((say("Forget “{name}”", name=kept.name), "", lambda: self._filters.forget(kept.name)))
        if not entries:
            self._tools.prompts.tell(say("Type a filter first. It can then be kept here by a name."))
            return
        pop_up(self, entries, self.mapToGlobal(QPoint(0, self.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            if alone and event.key() == Qt.Key.Key_Down:
                self.open_menu()
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str) -> None:
        self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, text: str) -> None:
        say = self._tools.say

        def keep(typed: Mapping[str, str]) -> None:
            self._filters.keep(typed["name"], text)

        # imported here: the first list of rows would wait for a panel that nobody has asked for
        from ui.new_record import NewRecord  # noqa: PLC0415

        panel = NewRecord(self._tools.theme, say, self.window(), say("Keep this filter"), say("Keep filter"), keep)
        panel.add_line("name", say("Name"), value=text).selectAll()
        panel.ask()
