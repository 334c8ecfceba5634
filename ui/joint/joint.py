"""ui: brings up the joint page over everything, full screen, and leads back to where one was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from core.joint import JointPage
from ui.joint.page import JointView
from ui.main_window import MainWindow
from ui.tools import Tools


class Joint(QObject):
    """Show one joint page at a time. It stands in the place of the whole frame, as the cover does."""

    def __init__(self, tools: Tools, window: MainWindow) -> None:
        """Take the window."""
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._view: JointView | None = None
        self._before: QWidget | None = None
        self._state = window.windowState()

    @property
    def view(self) -> JointView | None:
        """Return the page that is up, None where none is."""
        return self._view

    def show(self, page: JointPage) -> None:
        """Show a page; where one is up, or everything is covered, nothing happens."""
        window = self._window
        if window.is_covered:
            return
        self._before = window.focusWidget()
        self._state = window.windowState()
        self._view = view = JointView(self._tools.theme, self._tools.say, page, self._tools.clock().date(), window)
        view.left.connect(self.leave)
        window.cover(view, view.title)
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back; under the cover the page stays where it is."""
        view, window = self._view, self._window
        if view is None or window.page is not view:
            return
        self._view = None
        window.uncover()
        window.setWindowState(self._state)
        view.deleteLater()
        if self._before is not None and isValid(self._before) and window.isAncestorOf(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
