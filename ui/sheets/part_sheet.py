"""ui: a list of parts as a sheet - typed like a spreadsheet, moved, deleted and undone by keys, its words under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from core.changes import Changes
from ui.menus import pop_up
from ui.sheets.cells import kept_cell
from ui.sheets.fitting import fitted, sheet_columns
from ui.sheets.kept_undo import KeptUndo
from ui.sheets.part_rows import PartRows
from ui.sheets.prepared import Prepared
from ui.sheets.sheet_menu import row_entries
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.flag import Level
from ui.widgets.sheet import Edit

_ROOM = 40  # pixels at 100 % that are shown above and below the current row


class Host(Protocol):
    """The page that a list stands on, which runs its verbs."""

    def run(self, verb: Callable[[], Any]) -> Any:
        """Run a verb and tell what it changed, or the trouble it met."""
        ...

    def run_and_offer(self, verb: Callable[[], Any]) -> None:
        """Run a verb that deletes, and offer to take it back."""
        ...


def fill(host: Host, tools: Tools, verb: Callable[[], Changes | str]) -> None:
    """Run what fills a list; where it has nothing to fill it with, tell why."""
    told: list[str] = []

    def run() -> Changes | None:
        found = verb()
        if isinstance(found, Changes):
            return found
        told.append(found)
        return None

    host.run(run)
    for words in told:
        tools.prompts.tell(words)


class PartSheet(QWidget):
    """Edit one list: Enter adds the next, Tab goes on, Ctrl+Delete deletes, Alt+Up and Down move."""

    kept_changed = Signal()  # a text was kept as typed, or taken back: nothing reached the logbook

    def __init__(
        self,
        tools: Tools,
        host: Host,
        rows: PartRows[Any],
        name: str,
        *,
        adds: str,
        has_grid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the page, the rows, the list's name for a screen reader, and the words of the row to add."""
        super().__init__(parent)
        self.tools = tools
        self.rows = rows
        self._host = host
        self._prepared: Prepared | None = None
        self.sheet = TextSheet(tools.theme, tools.say, name, self, has_grid=has_grid, fits=True)
        self.sheet.set_add_label(adds)
        self.sheet.set_keys_shown(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.sheet)
        self.setFocusProxy(self.sheet)
        KeptUndo(self.sheet.view, rows.shelf).taken_back.connect(self.kept_changed)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.row_move_wanted.connect(self._on_move_wanted)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.sheet.menu_wanted.connect(self._on_menu_wanted)

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the list of a preparation."""
        self._prepared = prepared
        rows = self.rows.rows(prepared)
        columns = fitted(self.tools.theme, self.rows.columns(prepared), rows)
        self.sheet.set_columns(sheet_columns(columns, self.rows.choices(prepared)))
        self.sheet.set_rows(rows)
        self.sheet.set_add_cells({key: kept_cell(each) for key, each in self.rows.kept_of_new(prepared).items()})
        self._tell()

    def commit(self) -> None:
        """Write what is being edited."""
        self.sheet.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid whatever writes."""
        self.sheet.set_editable(allowed)

    def go_to(self, row: int, key: str = "") -> bool:
        """Make a part the current one, at a column; return whether it is in the list."""
        model = self.sheet.model
        wanted = key if key in {column.key for column in model.columns} else model.columns[0].key
        if not model.find(row, wanted).isValid():
            return False
        self.sheet.go_to(row, wanted)
        return True

    def go_to_new(self) -> None:
        """Go to the row in which typing adds a part, and give it the focus."""
        first = next((at for at, each in enumerate(self.sheet.model.columns) if each.editable), 0)
        self.sheet.view.go_to(self.sheet.model.body_rows, first)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the focus to the first part, so that a long list is read from its beginning, else to what adds one."""
        if self.sheet.model.body_rows:
            first = next((at for at, each in enumerate(self.sheet.model.columns) if each.editable), 0)
            self.sheet.view.go_to(0, first)
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_to_new()

    # inside

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        prepared = self._prepared
        if prepared is not None and not self._host.run(lambda: self.rows.edit(prepared, edits)):
            self.show_prepared(prepared)
            self.kept_changed.emit()
        if self.rows.refused:
            # what lacks something to be a row waits in the row to add, where nothing else says why
            self.sheet.set_strip(Level.CHECK, self.rows.refused)

    def _on_move_wanted(self, row: object, step: int) -> None:
        prepared = self._prepared
        if prepared is not None and isinstance(row, int):
            self._host.run(lambda: self.rows.move(prepared, row, step))

    def _on_delete_wanted(self, rows: Sequence[object]) -> None:
        ids = [row for row in rows if isinstance(row, int)]
        if ids:
            self._host.run_and_offer(lambda: self.rows.delete(ids))

    def _on_current_changed(self) -> None:
        self._tell()
        if self.sheet.view.hasFocus():
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll the page that the list stands on to the current row."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            view = self.sheet.view
            cell = view.visualRect(view.currentIndex())
            place = view.viewport().mapTo(area.viewport(), cell.center()) + QPoint(0, area.verticalScrollBar().value())
            room = cell.height() // 2 + self.tools.theme.space(_ROOM)
            area.ensureVisible(0, place.y(), 0, room)

    def _tell(self) -> None:
        """Tell under the list why the current cell is flagged, else what there is to say of its row."""
        index, model, prepared = self.sheet.view.currentIndex(), self.sheet.model, self._prepared
        if not index.isValid() or prepared is None:
            self.sheet.set_strip(None, "")
            return
        cell = model.cell(index.row(), index.column())
        if cell.level is not None:
            self.sheet.set_strip(cell.level, cell.reason)
        else:
            self.sheet.set_strip(None, self.rows.words_under(prepared, model.row_id(index.row())))

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if not isinstance(row, int) or not self.sheet.model.is_editable:
            return
        say = self.tools.say
        pop_up(self, row_entries(say, self.sheet.view, row, say("Delete"), moves=self.rows.has_order), at)
