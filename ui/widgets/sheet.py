"""ui: a sheet - grid, a line of keys and notes under it, and one strip for the reason of what is flagged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMetaMethod, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.words import Words
from ui.glyphs import Glyph, paint_glyph
from ui.theme import Theme
from ui.widgets.flag import Level
from ui.widgets.key_cap import KeyHint
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.sheet_header import PAD
from ui.widgets.sheet_model import Cell, CellState, Edit, NewRow, RowId, SheetColumn, SheetModel, SheetRow
from ui.widgets.sheet_view import SheetView
from ui.widgets.text import Text

__all__ = ["Cell", "CellState", "Edit", "NewRow", "RowId", "Sheet", "SheetColumn", "SheetRow"]


class Sheet(QWidget):
    """Show rows and columns that are edited like a spreadsheet.

    The presenter hands in columns and rows; each commit, paste or clearing goes out as one `cells_edited`, and the
    presenter answers with new rows, which are taken over in place. A text that it cannot read it hands back as it
    was typed, with the state UNREADABLE.
    """

    cells_edited = Signal(list)  # list[tuple[int | str | NewRow, str, str]]: row, column key, text
    row_move_wanted = Signal(object, int)  # row id, -1 or +1
    rows_delete_wanted = Signal(list)  # row ids
    copy_last_wanted = Signal()
    current_changed = Signal(object, str)  # row id (None in the row to add), column key
    menu_wanted = Signal(object, str, QPoint)
    cells_left_out = Signal(int)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        parent: QWidget | None = None,
        *,
        has_grid: bool = True,
        fits: bool = False,
    ) -> None:
        """Take the sheet's name for a screen reader.

        Without a grid rows of text stand between hairlines. A sheet that `fits` is always as high as its rows, for a
        page that scrolls as a whole.
        """
        super().__init__(parent)
        self._theme = theme
        self._model = SheetModel(say, self)
        self.view = SheetView(theme, self._model, has_grid=has_grid)
        self.view.setAccessibleName(name)
        self._frame = _Frame(theme, self.view, has_grid=has_grid, fits=fits)
        self._foot = _Foot(theme, say, self, has_grid=has_grid)
        self.strip = ReasonStrip(theme, say)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._frame)
        box.addWidget(self._foot)
        box.addWidget(self.strip)
        box.addStretch()
        self.setFocusProxy(self.view)
        self._model.edited.connect(self.cells_edited)
        self.view.row_move_wanted.connect(self.row_move_wanted)
        self.view.rows_delete_wanted.connect(self.rows_delete_wanted)
        self.view.copy_last_wanted.connect(self._on_copy_last_wanted)
        self.view.current_cell_changed.connect(self.current_changed)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.cells_left_out.connect(self.cells_left_out)
        self.view.heights_changed.connect(self._fit)
        theme.theme_changed.connect(self._fit)

    def set_columns(self, columns: Sequence[SheetColumn]) -> None:
        """Show these columns. Raises ValueError for a key twice."""
        self._model.set_columns(columns)
        self._fit()

    def set_rows(self, rows: Sequence[SheetRow]) -> None:
        """Show these rows; current cell, selection and an open edit stay. Raises ValueError for an id twice."""
        self._model.set_rows(rows)
        self._fit()

    def show_anew(self, rows: Sequence[SheetRow]) -> None:
        """Show other rows, or rows in another order; no cell is current then. Raises ValueError for an id twice."""
        self._model.show_anew(rows)
        self._fit()

    def set_add_label(self, label: str) -> None:
        """Offer a last row, under these words, in which typing starts a new one; empty for none."""
        self._model.set_add_label(label)
        self._fit()

    def set_add_cells(self, cells: Mapping[str, Cell]) -> None:
        """Show in that row what was typed there and made no row, by column key."""
        self._model.set_add_cells(cells)
        self._fit()

    def add_under(self, line: QWidget) -> None:
        """Let a line stand under the grid as long as it is shown; note and keys give way to it: nothing moves."""
        self._foot.set_line(line)

    def set_strip(self, level: Level | None, text: str) -> None:
        """Show the reason of what is flagged, or hide the strip with an empty text."""
        self.strip.set_reason(level, text)

    def set_note(self, text: str) -> None:
        """Show a line in italics under the sheet, for what is prefilled; empty for none."""
        self._foot.set_note(text)

    def set_keys_shown(self, shown: bool) -> None:
        """Show the keys of the sheet under it or not."""
        self._foot.set_keys_shown(shown)

    def set_editable(self, editable: bool) -> None:
        """Let the cells be edited or only be read and copied."""
        self._model.set_editable(editable)
        self._fit()

    def set_tight(self, tight: bool) -> None:
        """Make rows 28 px high, for a window of little height."""
        self.view.set_tight(tight)
        self._fit()

    def current(self) -> tuple[int | str, str] | None:
        """Return row id and column key of the current cell; None in the row to add and where there is none."""
        index = self.view.currentIndex()
        row_id = self._model.row_id(index.row())
        return None if row_id is None else (row_id, self._model.columns[index.column()].key)

    def current_cell(self) -> Cell | None:
        """Return the current cell; None in the row to add and where there is none."""
        index = self.view.currentIndex()
        return None if self._model.row_id(index.row()) is None else self._model.cell(index.row(), index.column())

    def add_cell(self) -> Cell | None:
        """Return the current cell where it is one of the row to add, else None."""
        index = self.view.currentIndex()
        return self._model.cell(index.row(), index.column()) if self._model.is_add_row(index.row()) else None

    def go_to(self, row_id: int | str, key: str) -> None:
        """Make a cell the current one and scroll to it; one that is not shown changes nothing."""
        index = self._model.find(row_id, key)
        if index.isValid():
            self.view.go_to(index.row(), index.column())

    def commit(self) -> None:
        """End an open edit and tell it, for example before another place is shown."""
        self.view.commit()

    @property
    def model(self) -> SheetModel:
        """Return the model, for what a test or a screen reader asks."""
        return self._model

    def _on_copy_last_wanted(self) -> None:
        if self.isSignalConnected(QMetaMethod.fromSignal(self.copy_last_wanted)):
            self.copy_last_wanted.emit()
        else:
            # there is no last time to copy from: a spreadsheet takes the cell above
            self.view.fill_down()

    def _fit(self) -> None:
        self.view.fit_heights()
        self._frame.fit()


class _Frame(QWidget):
    """Put the outer line round the grid and keep it as high as its rows, as long as there is room."""

    def __init__(self, theme: Theme, view: SheetView, *, has_grid: bool, fits: bool) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._has_grid = has_grid
        self._fits = fits
        if fits:
            view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box = QVBoxLayout(self)
        self._box.addWidget(view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.fit()

    def fit(self) -> None:
        edge = self._edge()
        self._box.setContentsMargins(edge, edge, edge, edge)
        height = self._content_height()
        if self._view.maximumHeight() != height:
            self._view.setMaximumHeight(height)
            self._view.setMinimumHeight(height if self._fits else 0)
            self.updateGeometry()
            if self._fits:
                self._make_room()
        self._view.updateGeometry()
        self.update()

    def _make_room(self) -> None:
        """Lay out the page now: one event a level, it would show rows cut off until the last one."""
        part: QWidget | None = self
        while part is not None and not isinstance(part, QScrollArea):
            layout = part.layout()
            if layout is not None:
                layout.activate()
            part = part.parentWidget()
        if part is not None:
            # it resizes what it shows when it is told that there is something to lay out
            QApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        edge = self._edge()
        return QSize(self._view.content_size().width() + 2 * edge, self._content_height() + 2 * edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("line2"))

    def _edge(self) -> int:
        return self._theme.edge() if self._has_grid else 0

    def _content_height(self) -> int:
        # a bar for the columns must not cover the last row
        content = self._view.content_size()
        is_cut = content.width() > self.width() - 2 * self._edge()
        return content.height() + (self._view.horizontalScrollBar().sizeHint().height() if is_cut else 0)


class _Foot(QWidget):
    """Show what is prefilled at the left and the keys of the sheet at the right, or a line in the place of both."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget, *, has_grid: bool) -> None:
        # it shows itself below: without a parent that would be a window of its own for a moment
        super().__init__(parent)
        self._theme = theme
        self._note = Text(theme, "", "meta", color="muted", italic=True)
        self._keys = QWidget()
        self._line: QWidget | None = None
        self._line_at = 0 if has_grid else PAD  # level with the texts of rows without a grid
        self._keys_box = QHBoxLayout(self._keys)
        self._keys_box.setContentsMargins(0, 0, 0, 0)
        for key, word in (("Tab", say("next")), ("Return", say("down")), ("Ctrl+V", say("paste cells"))):
            self._keys_box.addWidget(KeyHint(theme, key, word))
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._note, 1)
        self._box.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignRight)
        self._are_keys_shown = True
        theme.theme_changed.connect(self._dress)
        self._dress()

    def set_note(self, text: str) -> None:
        self._note.setText(text)
        self._dress()

    def set_keys_shown(self, shown: bool) -> None:
        self._are_keys_shown = shown
        self._dress()

    def set_line(self, line: QWidget) -> None:
        self._line = line
        self._box.addWidget(line, 1)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._dress()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._note.isVisible() and self._note.text():
            side = float(self._theme.space(6))
            top = self._note.y() + (self._note.height() - side) / 2
            paint_glyph(QPainter(self), Glyph.CORNER, QRectF(0, top, side, side), self._theme.color("ctl"))

    def _dress(self) -> None:
        space = self._theme.space
        has_line = self._line is not None and not self._line.isHidden()
        # as high with the line as with the keys: what stands below stays where it is
        above, left, below = (2, self._line_at, 2) if has_line else (8, 13, 6)
        self._box.setContentsMargins(space(left), space(above), 0, space(below))
        self._keys_box.setSpacing(space(12))
        self._note.setVisible(not has_line)
        self._keys.setVisible(self._are_keys_shown and not has_line)
        self.setVisible(self._are_keys_shown or has_line or bool(self._note.text()))
        self.update()
