"""ui: what stands behind an issue - position, why and interest of both sides, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from core.naming import basis_word
from core.side import Basis, Side
from core.words import Words
from ui.autosave import SavedChoice, SavedText
from ui.prepare.positions import TEXTS, RowTexts, key_of
from ui.theme import Theme
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_LABEL = 128


class QuietText(SavedText):
    """A text that looks like the page it stands on until it is edited."""

    def __init__(self, theme: Theme, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Take the field's name and a hint for the empty field."""
        super().__init__(theme, name, hint=hint, least_lines=1, parent=parent)
        self._plain_name = name
        self._is_marked = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._show_mark()
        theme.theme_changed.connect(self._show_mark)

    def set_marked(self, marked: bool, words: str) -> None:
        """Show that the text was filled in, in italics and, for a screen reader, in words, or that it was not."""
        if marked != self._is_marked:
            self._is_marked = marked
            self._show_mark()
            self.setAccessibleName(f"{self._plain_name}, {words}" if marked else self._plain_name)

    def _show_mark(self) -> None:
        self.setFont(self._theme.font("body", italic=self._is_marked))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Text, self._theme.color("muted" if self._is_marked else "text"))
        self.setPalette(palette)


class Behind(QWidget):
    """Show and edit the texts of both sides on one subject."""

    edited = Signal(str, str)  # key, text

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._title = Text(theme, "", "title", parent=self)
        # a long name is cut instead of taking the room of the texts
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._title, 0, 0)
        ours, theirs = QHBoxLayout(), QHBoxLayout()
        self._heads = (ours, theirs)
        ours.addWidget(Text(theme, say("We"), "title", color="us", parent=self))
        ours.addStretch(1)
        self._grid.addLayout(ours, 0, 1)
        theirs.addWidget(Text(theme, say("They"), "title", color="them", parent=self))
        theirs.addStretch(1)
        bases = [("", say("basis?")), *((basis.value, basis_word(say, basis)) for basis in Basis)]
        self.basis = SavedChoice(theme, say("What it rests on"), bases, self)
        self.basis.edited.connect(lambda key: self._tell_basis(say, key))
        theirs.addWidget(self.basis)
        self._grid.addLayout(theirs, 0, 2)
        self._grid.addWidget(Hairline(theme, "line2", self), 1, 0, 1, 3)
        self.fields: dict[str, QuietText] = {}
        self._labels: list[Text] = []
        names = {"position": say("Position"), "why": say("Why"), "interest": say("Interest")}
        hints = {
            Side.US: {
                "position": say("What we say we want"),
                "why": say("Why do we want it?"),
                "interest": say("What it serves"),
            },
            Side.THEM: {
                "position": say("What they say they want"),
                "why": say("Why do they want it?"),
                "interest": say("What it may serve"),
            },
        }
        whose = {Side.US: say("ours"), Side.THEM: say("theirs")}
        for number, field in enumerate(TEXTS):
            row = 2 + 2 * number
            label = Text(theme, names[field], color="muted", wrap=True, parent=self)
            self._labels.append(label)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            for column, side in enumerate(Side, start=1):
                name = f"{names[field]}, {whose[side]}"
                edit = QuietText(theme, name, hint=hints[side][field], parent=self)
                key = key_of(side, field)
                edit.edited.connect(lambda text, key=key: self.edited.emit(key, text))
                self.fields[key] = edit
                self._grid.addWidget(edit, row, column, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Hairline(theme, parent=self), row + 1, 0, 1, 3)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_row(self, title: str, shown: RowTexts, *, another: bool) -> None:
        """Show a subject's texts; what is being edited stays, unless it is `another` subject's."""
        self._title.setText(title)
        for key, field in self.fields.items():
            if another:
                field.take_back()
            field.show_value(shown.texts.get(key, ""))
            field.set_marked(key in shown.marks, self._say("prefilled"))
        self.basis.show_value("" if shown.basis is None else shown.basis.value)
        self.basis.setVisible(any(shown.texts.get(key_of(Side.THEM, field)) for field in TEXTS))

    def commit(self) -> None:
        """Tell what is being edited."""
        for field in self.fields.values():
            field.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        for field in self.fields.values():
            field.setReadOnly(not allowed)
        self.basis.setReadOnly(not allowed)

    def _tell_basis(self, say: Words, key: str) -> None:
        self.edited.emit(key_of(Side.THEM, "basis"), basis_word(say, Basis(key)) if key else "")

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setColumnMinimumWidth(0, space(_LABEL))
        self._grid.setRowMinimumHeight(0, space(30))
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(2))
        for head in self._heads:
            # level with the texts below, which keep a margin for the ring
            head.setContentsMargins(space(8), 0, 0, 0)
        for label in self._labels:
            label.setContentsMargins(0, space(5), 0, 0)
