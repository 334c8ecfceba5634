"""ui: what the details of an issue and of an alternative have in common - two forms side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.words import Words
from ui.autosave import SavedWidget
from ui.record_form import RecordForm
from ui.theme import Theme
from ui.widgets.section import SectionTitle

LABEL = 104  # pixels at 100 % for the names of the fields


class Details(QWidget):
    """Be about the record that is chosen in the sheet above; `row` takes what stands side by side."""

    edited = Signal(str, str)  # field, text

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._title = SectionTitle(theme, "", parent=self)
        self._row = QHBoxLayout()
        self._dress_row()
        theme.theme_changed.connect(self._dress_row)

    @property
    def forms(self) -> tuple[RecordForm, RecordForm]:
        """Return the two halves of the form."""
        raise NotImplementedError

    def field(self, key: str) -> SavedWidget | None:
        """Return the field of a key, None where neither half has one."""
        return next((form.fields[key] for form in self.forms if key in form.fields), None)

    def commit(self) -> None:
        """Tell what is being edited."""
        for form in self.forms:
            form.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        for form in self.forms:
            form.set_editing(allowed=allowed)

    def _dress_row(self) -> None:
        self._row.setSpacing(self._theme.space(24))
