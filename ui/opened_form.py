"""ui: a form that is there while it is written in, and as long as what it asks for is not known."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.overlay import overlay_of
from ui.record_form import RecordForm
from ui.widgets.button import Button


class OpenedForm(QObject):
    """Show a form when its button is pressed, and let it go once the focus has left it.

    One whose answers are not known, or that holds something wrong, stays.
    """

    def __init__(self, form: RecordForm, change: Button, first: str, parent: QWidget) -> None:
        """Take the form, the button that opens it, and the key of the line that has the caret first."""
        super().__init__(parent)
        self._form = form
        self._change = change
        self._first = first
        self._known = False
        self._may_edit = True
        change.clicked.connect(self.open)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._arrange()

    def set_known(self, known: bool) -> None:
        """Tell whether everything that the form asks for is known."""
        self._known = known
        self._arrange()

    def open(self) -> None:
        """Show the form with the caret in its first line."""
        if self._may_edit:
            self._show(True)
            self._form.line(self._first).setFocus(Qt.FocusReason.TabFocusReason)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._may_edit = allowed
        self._form.set_editing(allowed=allowed)
        self._arrange()

    def _arrange(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self._form.isAncestorOf(focus)
        self._show(self._may_edit and (not self._known or inside or self._form.has_problem))

    def _show(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self._change.setVisible(self._may_edit and not shown)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or not self._form.isAncestorOf(old) or self._form.isAncestorOf(new):
            return
        # a list that drops down from a choice is a window of its own, and a panel over the window gives the focus back
        if new.window() is self._form.window() and overlay_of(new) is None:
            self._arrange()
