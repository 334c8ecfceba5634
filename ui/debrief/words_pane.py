"""ui: the words of a debrief - both outtakes, the relationship, the one learning, the recommendation."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import EN_DASH, Words
from ui.autosave import SavedText
from ui.glyphs import Glyph
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.page import Page
from ui.widgets.section import SectionTitle, Surface
from ui.widgets.segments import Segments
from ui.widgets.signs import plain_tip
from ui.widgets.text import Text

THEIRS, OURS, LEARNING, RECOMMENDATION = "their_outtake", "our_outtake", "learning", "recommendation"


class WordsPane(Surface):
    """Take what is remembered; each field commits by itself."""

    edited = Signal(str, str)  # field, text
    rated = Signal(str)  # "-2" to "2", empty for not said
    step_wanted = Signal(int)  # -1 or +1

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, "bg", line_left=True, parent=parent)
        self._theme = theme
        self._say = say
        self._page = Page(theme, "bg", 16, self)
        self.head = SectionTitle(theme, say("Outtakes, learning"), line=False)
        self.fields: dict[str, SavedText] = {}
        column = self._page.column
        column.addWidget(self.head)
        self._add(THEIRS, say("What they say to themselves"), say("As far as you can tell"))
        self._add(OURS, say("What we say to ourselves"), say("What went well, what we would do otherwise"))
        self.rating = Segments(
            theme,
            say("Relationship after this deal"),
            [("", EN_DASH), *((str(each), say.signed(each)) for each in range(-2, 3))],
        )
        self._boxed(say("Relationship after this deal"), self.rating)
        self._add(LEARNING, say("The one thing to remember next time"), say("One sentence. It opens the next Prepare."))
        self._add(RECOMMENDATION, say("Recommendation to whoever approves"), say("Sign, sign if, or do not sign"))
        self.back = IconButton(theme, say("Back"), glyph=Glyph.CHEVRON_LEFT, key="Ctrl+Shift+Return")
        self.next = Button(theme, "", ButtonKind.PRIMARY, key="Ctrl+Return")
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        column.addWidget(foot)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(self._page)
        self.rating.chosen.connect(self.rated)
        self.back.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))

    def show_words(self, words: Mapping[str, str], rating: str) -> None:
        """Show what is stored; a text that is being written stays."""
        for key, field in self.fields.items():
            field.show_value(words[key])
        self.rating.set_current(rating)

    def show_step(self, place: str, before: str, after: str) -> None:
        """Show which step it is, and those around it; empty for none."""
        self.head.set_aside(place)
        self.back.setVisible(bool(before))
        self.back.setAccessibleName(self._say("Back to {step}", step=before))
        self.back.setToolTip(plain_tip(self._say("Back to {step}", step=before)))
        self.next.set_label(after)
        self.next.setVisible(bool(after))

    def commit(self) -> None:
        """Write what is being typed."""
        for field in self.fields.values():
            field.commit()

    def focus_field(self, key: str) -> None:
        """Put the caret into a field."""
        field = self.fields[key]
        self._page.ensureWidgetVisible(field, 0)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # what was written before is gone on with
        field.moveCursor(QTextCursor.MoveOperation.End)

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        for field in self.fields.values():
            field.setReadOnly(not allowed)
        self.rating.setEnabled(allowed)

    def _add(self, key: str, name: str, hint: str) -> None:
        field = SavedText(self._theme, name, hint=hint)
        field.edited.connect(lambda text: self.edited.emit(key, text))
        self.fields[key] = field
        self._boxed(name, field)

    def _boxed(self, name: str, control: QWidget) -> None:
        box = QVBoxLayout()
        box.setSpacing(self._theme.space(4))
        box.addWidget(Text(self._theme, name, "meta", color="muted"))
        box.addWidget(control)
        self._page.column.addLayout(box)
