"""ui: points out under a sheet, while a text is typed into a cell, what is nobody's business."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from core.words import Words
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.sheet import Sheet


class SheetPrivacy(PrivacyLine):
    """Watch whichever text cell of a sheet is being edited; figures and choices hold nothing of that kind."""

    def __init__(self, theme: Theme, say: Words, sheet: Sheet, parent: QWidget | None = None) -> None:
        """Take the sheet."""
        super().__init__(theme, say, parent)
        self._sheet = sheet
        sheet.view.editing.connect(self._on_editing)

    def _on_editing(self, editor: object) -> None:
        if not isinstance(editor, QLineEdit):
            self.leave()
            return
        column = self._sheet.model.columns[self._sheet.view.currentIndex().column()]
        if column.align & Qt.AlignmentFlag.AlignLeft and not column.choices:
            self.watch(editor)
