"""ui: a plain table of records - hairlines, no zebra; Enter opens a row, Delete asks for it to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.words import Words
from ui.style import paint_ring
from ui.theme import Theme
from ui.widgets.flag import Level, flag_text, flag_width, paint_flag
from ui.widgets.row_update import bring_rows
from ui.widgets.text import Run, paint_runs

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_FLAG = Qt.ItemDataRole.UserRole + 1
_GAP = 16


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its title, and how its cells look. `share` > 0 takes that part of the room that is left."""

    title: str
    share: int = 0
    right: bool = False
    muted: bool = False
    bold: bool = False
    least: int = 48
    most: int = 260
    yields: bool = False  # goes first when the room ends


@dataclass(frozen=True, slots=True)
class TableRow:
    """One record: its id and its cells, each a text or a flag with its reason."""

    id: int
    cells: tuple[str | tuple[Level, str], ...]


class RecordRows(QAbstractTableModel):
    """Hold the rows of a table and bring them up to date in place."""

    def __init__(self, say: Words, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        """Take the columns."""
        super().__init__(parent)
        self._say = say
        self.columns = tuple(columns)
        self._rows: list[TableRow] = []

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows."""
        last = len(self.columns) - 1
        bring_rows(self, self._rows, rows, lambda row: row.id, lambda old, new: None if old == new else (0, last))

    def id_at(self, row: int) -> int:
        """Return the record of a row, 0 for none."""
        return self._rows[row].id if 0 <= row < len(self._rows) else 0

    def row_of(self, record_id: int) -> int:
        """Return the row of a record, -1 for none."""
        return next((number for number, row in enumerate(self._rows) if row.id == record_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._rows[index.row()].cells[index.column()]
        if role == _FLAG:
            return cell if isinstance(cell, tuple) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return flag_text(self._say, *cell) if isinstance(cell, tuple) else cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {self.data(index)}"
        return None


class _Cells(QStyledItemDelegate):
    def __init__(self, theme: Theme, say: Words, view: RecordTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._say = say
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, view = self._theme, self._view
        state, rect = option.state, QRectF(option.rect)
        column = view.rows.columns[index.column()]
        painter.save()
        chosen = index.row() == view.currentIndex().row() and (view.hasFocus() or view.marks_always)
        if chosen:
            painter.fillRect(rect, theme.color("sel"))
            if view.is_first(index.column()):
                painter.fillRect(QRectF(rect.x(), rect.y(), theme.space(3), rect.height()), theme.color("mark"))
        elif index.row() == view.hovered:
            painter.fillRect(rect, theme.color("hover"))
        edge = theme.edge()
        painter.fillRect(QRectF(rect.x(), rect.bottom() - edge, rect.width(), edge), theme.color("line"))
        area = view.cell_area(rect, index.column())
        flag = index.data(_FLAG)
        if flag is not None:
            paint_flag(painter, theme, self._say, flag[0], area, reason=flag[1])
        else:
            ink = theme.color("muted" if column.muted else "text")
            run = Run(str(index.data() or "").replace("\n", " "), theme.font("body", bold=column.bold), ink)
            if column.right:
                width = QFontMetricsF(run.font).horizontalAdvance(run.text)
                area.setLeft(max(area.left(), area.right() - width))
            paint_runs(painter, area, [run], 0)
        if chosen and view.hasFocus() and state & _State.State_KeyboardFocusChange and view.is_first(index.column()):
            whole = QRectF(0, rect.y(), view.viewport().width(), rect.height() - edge)
            painter.setClipping(False)
            paint_ring(painter, theme, whole)
        painter.restore()


class _Head(QHeaderView):
    """The titles over the columns, on the same edges as the cells."""

    def __init__(self, theme: Theme, table: RecordTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self._table = table
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.size("head"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme, edge = self._theme, self._theme.edge()
        painter.fillRect(self.viewport().rect(), theme.color(self._table.surface))
        painter.fillRect(0, self.height() - edge, self.width(), edge, theme.color("line2"))
        for number, column in enumerate(self._table.rows.columns):
            rect = QRectF(self.sectionViewportPosition(number), 0, self.sectionSize(number), self.height())
            area = self._table.cell_area(rect, number)
            run = Run(column.title, theme.font("meta"), theme.color("muted"))
            if column.right:
                area.setLeft(max(area.left(), area.right() - QFontMetricsF(run.font).horizontalAdvance(run.text)))
            paint_runs(painter, area, [run], 0)


class RecordTable(QTableView):
    """Show records, one a row. With `grows` it is as high as its rows and the page around it scrolls."""

    opened = Signal(int)
    chosen = Signal(int)
    delete_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        columns: Sequence[TableColumn],
        *,
        grows: bool = False,
        marks_always: bool = False,
        surface: str = "base",
        parent: QWidget | None = None,
    ) -> None:
        """Take what is listed in words, the columns from left to right, and the colour role they stand on."""
        super().__init__(parent)
        self.surface = surface
        self._theme = theme
        self._say = say
        self._grows = grows
        self.marks_always = marks_always
        self.hovered = -1
        self.rows = RecordRows(say, columns, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_Cells(theme, say, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(_Head(theme, self))
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for signal in (self.rows.rowsInserted, self.rows.rowsRemoved, self.rows.dataChanged, self.rows.modelReset):
            signal.connect(lambda *_: self._fit())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.id_at(index.row())))
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def current_id(self) -> int:
        """Return the record of the current row, 0 for none."""
        return self.rows.id_at(self.currentIndex().row())

    def choose(self, record_id: int) -> None:
        """Make the row of a record the current one and bring it into view; none for an unknown record."""
        row = self.rows.row_of(record_id)
        index = self.rows.index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if row >= 0:
            self.scrollTo(index)

    def is_first(self, column: int) -> bool:
        """Tell whether a column is the leftmost that is shown."""
        return column == 0

    def cell_area(self, rect: QRectF, column: int) -> QRectF:
        """Return where the text of a cell stands: rows bleed 8 pixels past their text."""
        space = self._theme.space
        lead = space(8) if column == 0 else 0
        tail = space(8) if column == len(self.rows.columns) - 1 else space(_GAP)
        return rect.adjusted(lead, 0, -tail, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_id:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(self.current_id)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.delete_wanted.emit(self.current_id)
                return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(self.rows.id_at(current.row()))

    def _natural(self, number: int) -> int:
        theme, column = self._theme, self.rows.columns[number]
        metrics = QFontMetricsF(theme.font("body", bold=column.bold))
        widest = ceil(QFontMetricsF(theme.font("meta")).horizontalAdvance(column.title))
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row, number)
            flag = index.data(_FLAG)
            if flag is not None:
                widest = max(widest, flag_width(theme, self._say, flag[0], flag[1]))
            else:
                widest = max(widest, ceil(metrics.horizontalAdvance(str(index.data() or ""))))
        pad = (theme.space(8) if number == 0 else 0) + theme.space(8 if number == len(self.rows.columns) - 1 else _GAP)
        return min(max(widest, theme.space(column.least)), theme.space(column.most)) + pad + 1

    def _fit(self) -> None:
        """Give each column its width: what it needs, the rest to those that share."""
        columns = self.rows.columns
        widths = [self._natural(number) for number in range(len(columns))]
        room = self.viewport().width() - sum(
            width for width, column in zip(widths, columns, strict=True) if not column.share
        )
        shares = sum(column.share for column in columns)
        for number, column in enumerate(columns):
            if column.share:
                widths[number] = max(self._theme.space(column.least), room * column.share // shares)
            self.setColumnWidth(number, widths[number])
        self.horizontalHeader().viewport().update()
        if self._grows:
            head = self._theme.size("head")
            self.setFixedHeight(head + max(1, self.rows.rowCount() * self._theme.size("row")))

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.color(self.surface))
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row"))
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        self._fit()
        self.viewport().update()
