"""ui: the plain table - rows to read and choose from, with an optional last line to write a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.theme import Theme
from ui.widgets.add_line import AddLine
from ui.widgets.paged_rows import PagedRows
from ui.widgets.table_delegate import TableLook, bold_parts
from ui.widgets.table_model import TableModel
from ui.widgets.table_rows import TableCell, TableColumn, TableRow, more_row
from ui.widgets.table_view import TableView
from ui.widgets.text import Text

__all__ = ["DataTable", "TableCell", "TableColumn", "TableRow", "bold_parts", "more_row"]

_MOST_PIXELS = 2**24 - 1  # that Qt lets a widget be high


class DataTable(QWidget):
    """Show rows; tells which one is chosen, opened, to be edited, or asked for its menu.

    Rows are as high as the looks say or as their wrapped text needs; free height stays empty. With `fits` the table
    is as high as its rows and leaves scrolling to the pane around it.
    """

    row_activated = Signal(object)  # row id: Enter, double click
    edit_wanted = Signal(object, str)  # row id, column key: F2
    delete_wanted = Signal(object)  # row id: Delete
    current_changed = Signal(object)  # row id, None for none
    menu_wanted = Signal(object, QPoint)  # row id or None, place on the screen
    row_entered = Signal(str)  # what was written into the line for a new row
    row_given_up = Signal()  # what stood in that line was taken out by the user

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        *,
        bleed: int = 8,
        greyscale: bool = False,
        header: bool = True,
        fits: bool = False,
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Take the table's name for a screen reader, and how far rows reach past the text (pixels at 100 %)."""
        super().__init__(parent)
        self._theme = theme
        self._fits = fits
        self._look = TableLook(theme, say, bleed=bleed, greyscale=greyscale, has_header=header)
        self._look.is_selectable = selectable
        self.model = TableModel(say, self)
        self.view = TableView(self._look, self.model, self)
        self.view.setAccessibleName(name)
        if fits:
            # a bar that comes while the height is being found would take width, and so change the height again
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = Text(theme, "", "body", color="muted", wrap=True)
        self._empty.hide()
        self._add = AddLine(theme, self)
        self._add.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view)
        box.addWidget(self._empty)
        box.addWidget(self._add)
        if not fits:
            box.addStretch()
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if fits else QSizePolicy.Policy.Expanding
        )
        if selectable:
            self.setFocusProxy(self.view)
        self.view.current_row_changed.connect(self.current_changed)
        self.view.row_activated.connect(self.row_activated)
        self.view.edit_wanted.connect(self.edit_wanted)
        self.view.delete_wanted.connect(self.delete_wanted)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.end_passed.connect(self._on_end_passed)
        self.view.content_changed.connect(self._fit)
        self._add.entered.connect(self.row_entered)
        self._add.given_up.connect(self.row_given_up)
        self._add.left_upward.connect(self._on_add_left)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show these columns. Raises ValueError for a key twice."""
        self.model.set_columns(columns)
        self.view.lay_out()
        self.view.viewport().update()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the chosen row and the place stay. Raises ValueError for an id twice."""
        if self.model.set_rows(rows):
            self._empty.setVisible(not rows and bool(self._empty.text()))
            self.view.lay_out()

    def set_paged(self, rows: PagedRows[TableRow]) -> None:
        """Show rows that are read as they come into sight; the chosen row, or its place, stays."""
        chosen, at = self.current(), self.view.currentIndex().row()
        if self.model.set_paged(rows) and chosen is not None and len(rows):
            found = self.model.find(chosen)
            self.view.go_to(found if found >= 0 else min(at, len(rows) - 1))
        self._empty.setVisible(not len(rows) and bool(self._empty.text()))
        self.view.lay_out()

    def rows_in_sight(self) -> range:
        """Return the places of the rows that can be seen now."""
        view, last = self.view, self.model.rowCount() - 1
        first = view.rowAt(0)
        below = view.rowAt(view.viewport().height() - 1)
        return range(first, (below if below >= 0 else last) + 1) if first >= 0 else range(0)

    def set_row_height(self, pixels: int) -> None:
        """Make rows of one line this high, in pixels at 100 %; 0 as the looks have them."""
        self._look.row_height = pixels
        self._dress()

    def make_room(self, row_id: int | str | None, pixels: int = 0) -> None:
        """Make one row of a table that wraps at least this high, for what lies over it; None for no row."""
        self.view.make_room(row_id, pixels)

    def set_header(self, shown: bool) -> None:
        """Show the titles of the columns, or not, as where there is no row yet."""
        if self._look.has_header != shown:
            self._look.has_header = shown
            self.view.dress()

    def set_empty_text(self, text: str) -> None:
        """Say this where there is no row."""
        self._empty.setText(text)
        self._empty.setVisible(bool(text) and not self.model.rowCount())

    def set_add_row(self, hint: str, name: str = "") -> None:
        """Offer a last line in which a new row is written, under this hint; empty for none."""
        self._add.setPlaceholderText(hint)
        self._add.setAccessibleName(name or hint)
        self._add.setVisible(bool(hint))
        self._fit()

    @property
    def add_field(self) -> QLineEdit:
        """Return the line in which a new row is written."""
        return self._add

    def add_text(self) -> str:
        """Return what stands in the line for a new row."""
        return self._add.text()

    def set_add_text(self, text: str) -> None:
        """Put a text into the line for a new row, for example one that could not be taken."""
        self._add.setText(text)

    def focus_add_row(self) -> None:
        """Put the caret into the line for a new row."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_editable(self, editable: bool) -> None:
        """Let new rows be written, and editing and deleting be asked for, or not."""
        self.view.is_editable = editable
        self._add.setReadOnly(not editable)

    def current(self) -> int | str | None:
        """Return the id of the chosen row."""
        return self.model.row_id(self.view.currentIndex().row())

    def go_to(self, row_id: int | str) -> bool:
        """Choose a row and scroll to it; return False where it is not shown."""
        row = self.model.find(row_id)
        if row >= 0:
            self.view.go_to(row)
        return row >= 0

    def clear_choice(self) -> None:
        """Choose no row."""
        self.view.selectionModel().clear()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), self.sizeHint().height()) if self._fits else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_end_passed(self) -> None:
        if self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add_left(self) -> None:
        if self.model.rowCount():
            # the row over the line, whichever was chosen before
            self.view.go_to(self.model.rowCount() - 1)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self._empty.setFixedHeight(self._empty.heightForWidth(max(1, self.width())))
        height = min(self.view.content_height(), _MOST_PIXELS)
        if self._fits and (self.view.minimumHeight() != height or self.view.maximumHeight() != height):
            self.view.setFixedHeight(height)
            self.updateGeometry()
        elif not self._fits and self.view.maximumHeight() != height:
            self.view.setMaximumHeight(height)
            self.updateGeometry()

    def _dress(self) -> None:
        space = self._theme.space
        self._add.dress(self._look.bleed, self._look.base_height())
        self.view.dress()
        pad = space(self._look.bleed)
        self._empty.setContentsMargins(pad, space(6), pad, space(6))
        self._fit()
