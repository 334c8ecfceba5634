"""ui: a panel over the window - palette, key sheet, question - that takes the focus and gives it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.main_window import MainWindow
from ui.style import paint_panel
from ui.theme import Theme

_SCRIM = 0.28


class Panel(QWidget):
    """A raised sheet with an edge and rounded corners."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Take the theme whose raised surface is painted."""
        super().__init__(parent)
        self._theme = theme
        theme.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(
            QPainter(self),
            QRectF(self.rect()),
            fill=self._theme.color("raised"),
            edge=self._theme.color("ctl"),
            radius=self._theme.size("radius_palette"),
            width=self._theme.edge(),
        )


class Overlay(QWidget):
    """Lay a scrim over the window and show one panel on it.

    It is a part of the window, no window of its own, so keys that belong to the window stay the window's. Escape or
    a click beside the panel turns away: `turned_away` is sent and the overlay goes. The focus returns to where it
    was. The overlay deletes itself.
    """

    turned_away = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget, *, width: int = 640, top: int = 112) -> None:
        """Take the widget to lie over, and the panel's width and distance from the top in pixels at 100 %.

        Over the window it lies over its frame, and so never over the page that covers everything.
        """
        if isinstance(host, MainWindow):
            host = host.frame
        super().__init__(host)
        self._theme = theme
        self._width = width
        self._top = top
        self._before = QApplication.focusWidget()
        self._closing = False
        self._host = host
        self._surfaces: list[QWidget] = []
        self.panel = Panel(theme, self)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        host.installEventFilter(self)
        theme.theme_changed.connect(self._dress)

    def appear(self, focus: QWidget | None = None) -> None:
        """Show the panel and give the focus to `focus`, else to the overlay itself."""
        self.arrange()
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def go(self) -> None:
        """Take the overlay away and give the focus back."""
        if self._closing:
            return
        self._closing = True
        self._host.removeEventFilter(self)
        self.hide()
        self._give_focus_back()
        self.closed.emit()
        self.deleteLater()

    def turn_away(self) -> None:
        """Go without an answer."""
        if not self._closing:
            self.turned_away.emit()
            self.go()

    def arrange(self) -> None:
        """Cover the host wholly and put the panel into its place; called when sizes or contents change."""
        self.setGeometry(self._host.rect())
        margin = self._theme.space(16)
        width = min(self._theme.space(self._width), self.width() - 2 * margin)
        self.panel.setFixedWidth(width)
        layout = self.panel.layout()
        if layout is not None:
            # what was shown or hidden a moment ago counts too
            layout.activate()
        wanted = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        # what a wrapped text asks for by itself is higher than it is at this width
        height = self.panel.sizeHint().height() if wanted < 0 else wanted
        top = min(self._theme.space(self._top), max(margin, (self.height() - height) // 3))
        self.panel.setGeometry((self.width() - width) // 2, top, width, min(height, self.height() - top - margin))

    def lay_on(self, *parts: QWidget) -> None:
        """Give parts that fill themselves with a surface the panel's own, now and after a change of colours."""
        self._surfaces += parts
        self._dress()

    def _dress(self) -> None:
        for each in self._surfaces:
            palette = each.palette()
            for role in (palette.ColorRole.Window, palette.ColorRole.Base):
                palette.setColor(role, self._theme.color("raised"))
            each.setPalette(palette)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # the window's own keys rest while a panel is open
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.arrange()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.turn_away()
        else:
            # nothing behind the scrim hears a key
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.turn_away()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus inside the panel."""
        inside = [each for each in self.panel.findChildren(QWidget) if _takes_tab(each)]
        if not inside:
            return True
        now = QApplication.focusWidget()
        at = inside.index(now) if now in inside else (-1 if forward else 0)
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        scrim = QColor(0, 0, 0)
        scrim.setAlphaF(_SCRIM)
        QPainter(self).fillRect(self.rect(), scrim)

    def _give_focus_back(self) -> None:
        try:
            back = self._before
            if back is not None and not back.isVisible():
                # it was hidden meanwhile: with the focus in what is gone the window would hear no key
                now = QApplication.focusWidget()
                back = self._next_after(back) if now is None or self.isAncestorOf(now) else None
            if back is not None:
                back.setFocus(Qt.FocusReason.PopupFocusReason)
        except RuntimeError:
            # what had the focus is gone by now
            self._before = None

    def _next_after(self, widget: QWidget) -> QWidget | None:
        """Return whom Tab would come to behind a widget, outside this panel."""
        after = widget.nextInFocusChain()
        while after is not None and after is not widget:
            if _takes_tab(after) and not self.isAncestorOf(after):
                return after
            after = after.nextInFocusChain()
        return None


def overlay_of(widget: QWidget | None) -> Overlay | None:
    """Return the panel over the window in which a widget stands, None for one of the window itself."""
    while widget is not None and not isinstance(widget, Overlay):
        widget = widget.parentWidget()
    return widget


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
