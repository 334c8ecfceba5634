"""ui: promises written line by line, marked as kept by a key - in a debrief, and in the file of who made them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.words import Words
from ui.line_list import LineList
from ui.menus import Entry
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.table_rows import TableColumn


class PromiseList(LineList):
    """Show what was promised; Space marks a commitment as kept, or as open again."""

    kept_toggled = Signal(int)

    def __init__(
        self, theme: Theme, say: Words, columns: Sequence[TableColumn], *, hint: str, aside: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Take the columns, the hint in the last row and a word for the right end of the title."""
        super().__init__(
            theme,
            say,
            say("Commitments"),
            columns,
            hint=hint,
            adds=say("Add a commitment"),
            changes=say("Change the commitment"),
            aside=aside,
            parent=parent,
        )
        self.kept = Button(theme, say("Kept"), ButtonKind.QUIET, key="Space")
        self.kept.setToolTip(say("Mark the chosen commitment as kept, or as open again"))
        self.title.add_control(self.kept)
        self.kept.clicked.connect(self._toggle)
        self.table.view.installEventFilter(self)

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self.kept.setEnabled(allowed)

    def menu_entries(self, record: int) -> list[Entry]:
        return [(self.say("Kept, or open again"), "Space", self._toggle), *super().menu_entries(record)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.table.view and is_press and isinstance(event, QKeyEvent):
            is_space = event.key() == Qt.Key.Key_Space and not event.modifiers()
            if is_space:
                self._toggle()
                return True
        return super().eventFilter(watched, event)

    def _toggle(self) -> None:
        current = self.table.current()
        if isinstance(current, int) and self.is_editable:
            self.kept_toggled.emit(current)
