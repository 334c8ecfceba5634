"""ui: a list with two-line rows under a filter field and a button for a new entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from ui.style import paint_ring
from ui.theme import Theme
from ui.widgets.button import ButtonKind, IconButton
from ui.widgets.field import Field
from ui.widgets.flag import Level, paint_level
from ui.widgets.section import Surface
from ui.widgets.text import Run, Text, paint_runs, runs_width

SECOND_LINE = Qt.ItemDataRole.UserRole + 1  # str
ASIDE = Qt.ItemDataRole.UserRole + 2  # str, muted at the right end of the first line
LEVEL = Qt.ItemDataRole.UserRole + 3  # Level or None; name it in AccessibleTextRole too
_REST_MS = 60  # longer than a held key takes for its next step

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TwoLines(QStyledItemDelegate):
    """Paint a row: name, a muted second line, and at the right an aside and a flag's glyph."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Take the theme whose fonts and colours are painted with."""
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._theme.space(120), self._theme.size("list_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._theme
        state = option.state
        rect = QRectF(option.rect)
        selected = bool(state & _State.State_Selected)
        painter.save()
        self.paint_ground(painter, option)
        edge = theme.edge()
        painter.fillRect(QRectF(rect.x(), rect.bottom() - edge, rect.width(), edge), theme.color("line"))
        line, second_line = theme.line_height("body"), theme.line_height("meta")
        pad = theme.space(16)
        second = str(index.data(SECOND_LINE) or "").replace("\n", " ")
        top = rect.y() + (rect.height() - line - (second_line if second else 0)) / 2
        right = rect.right() - theme.space(12)
        level = index.data(LEVEL)
        if level:
            side = theme.size("glyph")
            paint_level(painter, theme, Level(level), QRectF(right - side, top, side, line))
            right -= side + theme.space(8)
        muted = theme.color("text" if selected and theme.high_contrast else "muted")
        aside = [Run(str(index.data(ASIDE) or ""), theme.font("meta"), muted)]
        width = runs_width(aside, 0)
        if width:
            paint_runs(painter, QRectF(right - width, top, width + 1, line), aside, 0)
            right -= width + theme.space(8)
        left = rect.x() + pad
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        area = QRectF(left, top, max(0.0, right - left), line)
        paint_runs(painter, area, [Run(name, theme.font("body", bold=selected), theme.color("text"))], 0)
        area = QRectF(left, top + line, max(0.0, rect.right() - theme.space(12) - left), second_line)
        paint_runs(painter, area, [Run(second, theme.font("meta"), muted)], 0)
        if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
            paint_ring(painter, theme, rect.adjusted(1, 1, -1, -1 - edge))
        painter.restore()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Fill the row where it is chosen, with the mark at its edge, or where the mouse is over it."""
        theme, rect = self._theme, QRectF(option.rect)
        if option.state & _State.State_Selected:
            painter.fillRect(rect, theme.color("sel"))
            painter.fillRect(QRectF(rect.x(), rect.y(), theme.space(3), rect.height()), theme.color("mark"))
        elif option.state & _State.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))


class OneLine(TwoLines):
    """Paint a row on one line: name, and behind it the second line, muted."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(self._theme.space(120), self._theme.size("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        painter.save()
        self.paint_ground(painter, option)
        pad = theme.space(12)
        runs = [
            Run(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), theme.font("body"), theme.color("text")),
            Run(str(index.data(SECOND_LINE) or ""), theme.font("meta"), theme.color("muted")),
        ]
        paint_runs(painter, rect.adjusted(pad, 0, -pad, 0), runs, theme.space(12))
        painter.restore()


class ListView(QListView):
    """Show rows of one height; Enter opens the current one, as a double click does."""

    opened = Signal(QModelIndex)
    rested = Signal()  # no key is held any more

    def __init__(self, theme: Theme, name: str, surface: str = "bg", parent: QWidget | None = None) -> None:
        """Take what is listed in words, and the colour role on which the rows stand."""
        super().__init__(parent)
        self._theme = theme
        self._surface = surface
        self.is_held = False  # while a key that is held moves the current row on
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLines(theme, self))
        self.doubleClicked.connect(self.opened)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        # rows of one height keep their places; QListView would lay all of them out anew
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        self.is_held = event.isAutoRepeat()
        super().keyPressEvent(event)
        self.is_held = False

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.rested.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.rested.emit()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._theme.color(self._surface))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class ListPane(Surface):
    """Put a filter, a button for a new entry and a list together; the model is the caller's.

    Down goes from the filter into the list, Enter opens the first row, Esc empties the filter. While a key is held the
    current row runs ahead; only the one it rests on is told as chosen.
    """

    filter_changed = Signal(str)
    new_requested = Signal()
    row_chosen = Signal(QModelIndex)
    row_opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        name: str,
        *,
        filter_hint: str,
        new_name: str = "",
        new_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take what is listed, the hint of the filter, and what the button makes, all in words."""
        super().__init__(theme, "bg", line_right=True, parent=parent)
        self._say = say
        self.filter = Field(theme, filter_hint, hint=filter_hint, icon="search", clears=True, parent=self)
        self.view = ListView(theme, name, parent=self)
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._tell_chosen)
        self.view.rested.connect(self.settle)
        self._head = QHBoxLayout()
        self._head.addWidget(self.filter, 1)
        self.new_button: IconButton | None = None
        if new_name:
            self.new_button = IconButton(
                theme, new_name, icon="plus", kind=ButtonKind.DEFAULT, key=new_key, parent=self
            )
            self.new_button.clicked.connect(self.new_requested)
            self._head.addWidget(self.new_button)
        self._found = Text(theme, "", "meta", color="muted", parent=self)
        self._found.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._below = QHBoxLayout()
        self._below.addWidget(self._found)
        self._column.addLayout(self._below)
        self._column.addWidget(self.view, 1)
        self.filter.textChanged.connect(self.filter_changed)
        self.filter.installEventFilter(self)
        self.view.opened.connect(self.row_opened)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def set_model(self, model: QAbstractItemModel) -> None:
        """Show the rows of a model; the display role is the first line, see the roles above."""
        self.view.setModel(model)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)

    def add_control(self, control: QWidget) -> None:
        """Put a button right behind the filter."""
        self._head.insertWidget(1, control)

    def set_found(self, words: str) -> None:
        """Say under the filter how much of the list it leaves, nothing while all is listed."""
        self._found.setText(words)
        self._found.setVisible(bool(words))
        self._dress()
        self.filter.setAccessibleDescription(words)

    def rows(self) -> int:
        """Return how many rows are listed, none before there is a model."""
        model: QAbstractItemModel | None = self.view.model()
        return model.rowCount() if model is not None else 0

    def choose_row(self, row: int) -> None:
        """Make a row the current one and bring it into view; it is told as if the user had."""
        if 0 <= row < self.rows():
            index = self.view.model().index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def settle(self) -> None:
        """Tell the current row as chosen now, where a key that was held has moved it on."""
        if self._resting.isActive():
            self._tell_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_filter_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_filter_key(self, event: QKeyEvent) -> bool:
        if not self.rows() or event.modifiers():
            return False
        if event.key() == Qt.Key.Key_Down:
            if not self.view.currentIndex().isValid():
                self.choose_row(0)
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_row(0)
            self.row_opened.emit(self.view.currentIndex())
            return True
        return False

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if self.view.is_held:
            self._resting.start()
        else:
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        self._resting.stop()
        if self.view.currentIndex().isValid():
            self.row_chosen.emit(self.view.currentIndex())

    def _dress(self) -> None:
        space = self._theme.space
        self._head.setContentsMargins(space(12), space(10), space(12), space(10))
        self._head.setSpacing(space(8))
        self._below.setContentsMargins(space(16), 0, space(12), 0 if self._found.isHidden() else space(8))
        self._column.setContentsMargins(0, 0, self._theme.edge(), 0)
        self._column.setSpacing(0)
