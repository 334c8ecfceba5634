"""ui: the fields of one record; each commits by itself and says under itself what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.errors import LogrollError
from core.words import Words
from ui.autosave import SavedChoice, SavedField, SavedText, SavedWidget
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.form import FormRows


class RecordForm(FormRows):
    """Show and edit the fields of one record.

    `edited` carries the field's key and what was typed; whoever writes it calls `accept` or `refuse`, most simply
    through `write`.
    """

    edited = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        say: Words,
        *,
        label_width: int = 128,
        wide_problems: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Start without fields; see FormRows for the rest."""
        super().__init__(theme, say, label_width=label_width, wide_problems=wide_problems, parent=parent)
        self.fields: dict[str, SavedWidget] = {}
        self._names: dict[str, str] = {}  # of fields that were marked at least once

    def line(self, key: str) -> SavedField:
        """Return a field of one line; raises KeyError for another."""
        field = self.fields[key]
        if not isinstance(field, SavedField):
            raise KeyError(key)
        return field

    def text(self, key: str) -> SavedText:
        """Return a field of several lines; raises KeyError for another."""
        field = self.fields[key]
        if not isinstance(field, SavedText):
            raise KeyError(key)
        return field

    def add_line(self, key: str, name: str, *, hint: str = "", about_people: bool = False) -> SavedField:
        """Put a field of one line at the end; in one `about_people` what is nobody's business is pointed out."""
        field = SavedField(self._theme, name, hint=hint, parent=self)
        self._add(key, name, field)
        if about_people:
            self._point_out(field)
        return field

    def add_text(self, key: str, name: str, *, hint: str = "", least_lines: int = 2) -> SavedText:
        """Put a field of several lines at the end; what is nobody's business is pointed out under it as typed."""
        field = SavedText(self._theme, name, hint=hint, least_lines=least_lines, parent=self)
        self._add(key, name, field)
        self._point_out(field)
        return field

    def add_choice(self, key: str, name: str, choices: list[tuple[str, str]]) -> SavedChoice:
        """Put a field with a few choices at the end."""
        field = SavedChoice(self._theme, name, choices, parent=self)
        self._add(key, name, field)
        return field

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what is stored; fields that are not named stay as they are."""
        for key, text in values.items():
            self.fields[key].show_value(text)

    def show_record(self, values: Mapping[str, str]) -> None:
        """Show another record: what was said of the last one's fields goes."""
        for field in self.fields.values():
            self.set_problem(field, "")
        self.show_values(values)

    def show_marks(self, marked: Collection[str]) -> None:
        """Show in italics, and tell a screen reader, which fields were filled in and not touched since."""
        for key, field in self.fields.items():
            name = self._names.setdefault(key, field.accessibleName())
            field.set_italic(key in marked)
            field.setAccessibleName(f"{name}, {self._say('prefilled')}" if key in marked else name)

    def commit(self) -> None:
        """Tell what is being edited now."""
        for field in self.fields.values():
            field.commit()

    def write(self, key: str, verb: Callable[[], object]) -> bool:
        """Run a verb for a field; what is wrong with it is said under the field, whose text stays to be mended."""
        field = self.fields[key]
        try:
            verb()
        except LogrollError as error:
            self.set_problem(field, self._say.message(error.message))
            return False
        self.set_problem(field, "")
        return True

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        for field in self.fields.values():
            field.setReadOnly(not allowed)

    def _point_out(self, field: SavedField | SavedText) -> None:
        line = PrivacyLine(self._theme, self._say, self)
        line.watch(field)
        self.add_under(line)

    def _add(self, key: str, name: str, field: SavedWidget) -> None:
        self.fields[key] = field
        self.add_row(name, field)
        field.edited.connect(lambda text, key=key: self.edited.emit(key, text))
