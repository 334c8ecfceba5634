"""ui: what a step and what stands in a step's place for one issue have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.prepare.presenter import PreparePresenter
from ui.tools import Tools
from ui.widgets.clear_sides import ClearSides

PAGE_PAD = 20  # pixels at 100 % between the text of a step and the sides of its pane


class PreparePage(QWidget):
    """Be a page of Prepare: `column` takes its parts, the presenter knows what they show."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Start without parts."""
        super().__init__(parent)
        self.tools = tools
        self.presenter = presenter
        self.column = ClearSides(tools.theme, PAGE_PAD, self)

    def commit(self) -> None:
        """Write what is being edited."""
        raise NotImplementedError

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid whatever writes."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the focus to what the user most likely types into."""
        raise NotImplementedError
