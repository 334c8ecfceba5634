"""ui: what stands in place of the issue grid for one issue - the list behind a price, the test of an increase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.issue import Issue
from ui.menus import Entry
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.step_page import PAGE_PAD, StepPage
from ui.sheets.kept import Shelf
from ui.tools import Tools
from ui.widgets.clear_sides import ClearSides
from ui.widgets.flag import Level
from ui.widgets.sheet import Edit, Sheet

_LOW = 740  # the height of the window, in pixels at 100 %, below which the rows stand closer


class IssuePage(QWidget):
    """Be about one issue; Esc goes back to the grid. The step's verbs and menus are used."""

    closed = Signal()
    sheet: Sheet

    def __init__(self, tools: Tools, presenter: PreparePresenter, host: StepPage) -> None:
        """Take the step in which the page stands."""
        super().__init__(host)
        self.tools = tools
        self.presenter = presenter
        self.host = host
        self.issue_id = 0
        self.column = ClearSides(tools.theme, PAGE_PAD, self)
        self._dress_column()
        tools.theme.theme_changed.connect(self._dress_column)

    @property
    def issue(self) -> Issue | None:
        """Return the issue that is shown, None where none is or it is gone."""
        return self.presenter.negotiation.issue_by_id.get(self.issue_id)

    def open(self, issue_id: int) -> None:
        """Show an issue for the first time since the grid was left."""
        raise NotImplementedError

    def show_prepared(self) -> None:
        """Show the issue as it is now."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what the step is called meanwhile."""
        raise NotImplementedError

    def about(self) -> str:
        """Return what stands muted behind the title."""
        raise NotImplementedError

    def commit(self) -> None:
        """Write what is being edited."""
        raise NotImplementedError

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the focus to what the user most likely types into."""
        raise NotImplementedError

    def _watch(self, shelf: Shelf) -> None:
        """Hear what is wanted of the sheet."""
        sheet = self.sheet
        self.host.watch_undo(sheet, shelf)
        sheet.cells_edited.connect(self._on_edited)
        sheet.row_move_wanted.connect(self._on_move_wanted)
        sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        sheet.current_changed.connect(lambda _row, _key: self._show_strip())
        sheet.menu_wanted.connect(self._on_menu_wanted)

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        raise NotImplementedError

    def _on_move_wanted(self, row: int, step: int) -> None:
        raise NotImplementedError

    def _on_delete_wanted(self, ids: Sequence[int]) -> None:
        raise NotImplementedError

    def _menu(self, row: int) -> list[Entry]:
        raise NotImplementedError

    def _strip(self) -> tuple[Level | None, str]:
        """Return what is told under the sheet where the current cell has nothing to tell."""
        return None, ""

    def _show_strip(self) -> None:
        cell = self.sheet.current_cell()
        level, text = self._strip() if cell is None or cell.level is None else (cell.level, cell.reason)
        self.sheet.set_strip(level, text)

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if isinstance(row, int) and self.sheet.model.is_editable:
            self.host.pop_up(self._menu(row), at)

    def _dress_column(self) -> None:
        space = self.tools.theme.space
        self.column.setContentsMargins(0, 0, 0, space(12))
        self.column.setSpacing(space(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.set_tight(self.window().height() < self.tools.theme.space(_LOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
        else:
            super().keyPressEvent(event)
