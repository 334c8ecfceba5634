"""ui: a chart that can be taken along - copied as picture and as table, by key, button or menu."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.charts.scene import Drawable
from ui.menus import Entry, pop_up
from ui.tools import Tools
from ui.widgets.chart_view import ChartView
from ui.widgets.tsv import write_block


class ChartPane(QWidget):
    """Show one chart. Ctrl+C puts picture and table on the clipboard: what it is pasted into takes what it can hold."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Make an empty pane; `set_chart` fills it."""
        super().__init__(parent)
        self._tools = tools
        self.view = ChartView(tools.theme, tools.say, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.view)
        self.setFocusProxy(self.view)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy_both)

    @property
    def has_chart(self) -> bool:
        """Return whether there is anything to copy."""
        return bool(self.view.figures.rows)

    def set_chart(self, chart: Drawable | None) -> None:
        """Show another chart, None for nothing."""
        self.view.set_chart(chart)

    def begin(self) -> None:
        """Give the focus to the chart as Tab does: its first point has the ring then."""
        shown = self.view.table.view if self.view.shows_table else self.view.canvas
        shown.clearFocus()
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    # copying

    def picture(self) -> QImage:
        """Return title and chart as a picture on the work surface."""
        theme, canvas = self._tools.theme, self.view.canvas
        title = next((each for each in self.view.findChildren(QLabel) if each.text() and each.isVisibleTo(self)), None)
        pad = theme.space(12)
        above = 0 if title is None else title.height() + theme.space(8)
        ratio = self.devicePixelRatioF()
        width, height = canvas.width() + 2 * pad, canvas.height() + above + 2 * pad
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(theme.color("base"))
        painter = QPainter(made)
        flags = QWidget.RenderFlag.DrawChildren
        if title is not None:
            title.render(painter, QPoint(pad, pad), renderFlags=flags)
        canvas.render(painter, QPoint(pad, pad + above), renderFlags=flags)
        painter.end()
        return made.toImage()

    def table_text(self) -> str:
        """Return the figures as a spreadsheet takes them, under their heads."""
        figures = self.view.figures
        return write_block([list(figures.head), *(list(row) for row in figures.rows)])

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        if self.has_chart:
            QGuiApplication.clipboard().setImage(self.picture())

    def copy_table(self) -> None:
        """Put the figures on the clipboard."""
        if self.has_chart:
            QGuiApplication.clipboard().setText(self.table_text())

    def copy_both(self) -> None:
        """Put picture and figures on the clipboard; of the table shown the figures alone."""
        if not self.has_chart:
            return
        if self.view.shows_table:
            self.copy_table()
            return
        both = QMimeData()
        both.setImageData(self.picture())
        both.setText(self.table_text())
        QGuiApplication.clipboard().setMimeData(both)

    def open_menu(self, at: QPoint) -> None:
        """Show the verbs of the chart at a place of the screen."""
        say = self._tools.say
        shown = say("Show as chart") if self.view.shows_table else say("Show as table")
        entries: tuple[Entry, ...] = (
            (shown, "T", self.view.toggle_table),
            (say("Copy as picture and table"), "Ctrl+C", self.copy_both),
            (say("Copy as picture"), "", self.copy_picture),
            (say("Copy as table"), "", self.copy_table),
        )
        pop_up(self, entries if self.has_chart else [(words, key, None) for words, key, _ in entries], at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            at = self.view.mapToGlobal(QPoint(0, 0))
        self.open_menu(at)
        event.accept()
