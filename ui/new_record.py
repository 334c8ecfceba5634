"""ui: a small panel that asks for what a new record cannot do without, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import LogrollError
from core.words import Words
from ui.autosave import SavedChoice
from ui.overlay import Overlay
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.flag import Level
from ui.widgets.form import FormRows
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class NewRecord(Overlay):
    """Ask for a few fields; Enter adds the record, Escape turns away.

    `add` gets what was typed by key. Where it raises known trouble, its sentence is shown and the panel stays.
    """

    def __init__(
        self, theme: Theme, say: Words, host: QWidget, title: str, verb: str, add: Callable[[Mapping[str, str]], object]
    ) -> None:
        """Take the title, the verb of the button, and what adds the record."""
        super().__init__(theme, host, width=520, top=140)
        self._say = say
        self._add = add
        self._fields: dict[str, Field | SavedChoice | Segments] = {}
        self.setAccessibleName(title)
        self._rows = FormRows(theme, say, label_width=96, parent=self.panel)
        self._problem = ReasonStrip(theme, say, self.panel)
        self._button = Button(theme, verb, ButtonKind.PRIMARY, key="Return", parent=self.panel)
        self._button.clicked.connect(self.submit)
        cancel = Button(theme, say("Cancel"), ButtonKind.QUIET, key="Esc", parent=self.panel)
        cancel.clicked.connect(self.turn_away)
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, pad, pad, theme.space(16))
        column.setSpacing(theme.space(12))
        column.addWidget(Text(theme, title, "page", parent=self.panel))
        column.addWidget(self._rows)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(theme.space(8))
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._button)
        column.addLayout(row)
        self.body.addLayout(column)

    def add_line(self, key: str, name: str, *, value: str = "", hint: str = "", known: Sequence[str] = ()) -> Field:
        """Put a line at the end; `known` are texts that are offered while typing."""
        field = Field(self._theme, name, hint=hint, parent=self._rows)
        field.setText(value)
        if known:
            completer = QCompleter(list(known), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        self._fields[key] = field
        self._rows.add_row(name, field)
        return field

    def add_choice(self, key: str, name: str, choices: list[tuple[str, str]], value: str = "") -> SavedChoice:
        """Put a choice at the end."""
        choice = SavedChoice(self._theme, name, choices, self._rows)
        choice.show_value(value)
        self._fields[key] = choice
        self._rows.add_row(name, choice)
        return choice

    def add_segments(self, key: str, name: str, choices: list[tuple[str, str]], value: str = "") -> Segments:
        """Put a choice of which all words are shown at the end."""
        segments = Segments(self._theme, name, choices, self._rows)
        segments.set_current(value or choices[0][0])
        self._fields[key] = segments
        self._rows.add_row(name, segments)
        return segments

    def add_under(self, part: QWidget) -> None:
        """Put a part under the last field."""
        self._rows.add_under(part)

    def show_row(self, key: str, shown: bool) -> None:
        """Show or hide a field with its name."""
        self._rows.show_row(self._fields[key], shown)

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields by key; a choice by the key of what is chosen."""
        return {key: _value(field) for key, field in self._fields.items()}

    @property
    def problem(self) -> str:
        """Return what is said to be wrong with what was typed."""
        return "" if self._problem.isHidden() else self._problem.text

    def ask(self) -> None:
        """Show the panel with the focus in the first empty field."""
        empty = (each for each in self._fields.values() if isinstance(each, Field) and not each.text())
        first = next((each for each in empty if not each.isHidden()), None)
        # the button takes the focus last
        self._button.raise_()
        self.appear(first or next(iter(self._fields.values()), None))

    def submit(self) -> None:
        """Add the record from what was typed."""
        try:
            self._add(self.typed())
        except LogrollError as error:
            self._problem.set_reason(Level.CHECK, self._say.message(error.message))
            self.arrange()
            return
        self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
            return
        super().keyPressEvent(event)


def _value(field: Field | SavedChoice | Segments) -> str:
    match field:
        case Field():
            return field.text()
        case Segments():
            return field.current
        case SavedChoice():
            return str(field.currentData())
