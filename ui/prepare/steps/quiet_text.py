"""ui: texts that look like the page they stand on until they are edited, in rows beside their labels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from core.words import Words
from ui.autosave import SavedChoice, SavedText
from ui.privacy_line import PrivacyLine
from ui.theme import Theme
from ui.widgets.section import Hairline
from ui.widgets.text import Text

_LABEL = 128


class QuietText(SavedText):
    """A text that looks like the page it stands on until it is edited.

    What the logbook did not take stays as it was typed, and is told once more whenever the text is left.
    """

    def __init__(self, theme: Theme, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Take the field's name and a hint for the empty field."""
        super().__init__(theme, name, hint=hint, least_lines=1, parent=parent)
        self._plain_name = name
        self._is_marked = False
        self._is_told = False  # and was not taken since
        self._is_telling = False
        self.edited.connect(self._on_told)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._show_mark()
        theme.theme_changed.connect(self._show_mark)

    def show_value(self, text: str) -> None:
        if self._is_refused(text):
            return
        self._is_told = False
        super().show_value(text)

    def take_back(self) -> None:
        self._is_told = False
        super().take_back()

    def commit(self) -> None:
        if self._is_telling:
            return  # whoever shows what came of it may end all edits first
        if self._is_refused(self._kept):
            self._before = self._kept
        self._is_telling = True
        super().commit()
        self._is_telling = False

    def set_marked(self, marked: bool, words: str) -> None:
        """Show that the text was filled in, in italics and, for a screen reader, in words, or that it was not."""
        if marked != self._is_marked:
            self._is_marked = marked
            self._show_mark()
            self.setAccessibleName(f"{self._plain_name}, {words}" if marked else self._plain_name)

    def _on_told(self) -> None:
        self._is_told = True

    def _is_refused(self, stored: str) -> bool:
        return self._is_told and stored == self._kept and self.toPlainText().strip() != stored.strip()

    def _show_mark(self) -> None:
        self.set_italic(self._is_marked)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Text, self._theme.color("muted" if self._is_marked else "text"))
        self.setPalette(palette)


class QuietTexts(QWidget):
    """Rows of quiet texts: a label each, texts in columns beside it, and a hairline below."""

    def __init__(self, theme: Theme, say: Words, columns: int = 1, parent: QWidget | None = None) -> None:
        """Take how many texts stand beside each other."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._columns = columns
        self._labels: list[Text] = []
        self._heads: list[QHBoxLayout] = []
        self._texts: list[QuietText] = []
        self._rows_of: dict[QuietText, int] = {}
        self._choices: list[SavedChoice] = []
        self.privacy = PrivacyLine(theme, say, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column in range(1, columns + 1):
            self._grid.setColumnStretch(column, 1)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def commit(self) -> None:
        """Tell what is being edited."""
        for text in self._texts:
            text.commit()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid editing."""
        for text in self._texts:
            text.setReadOnly(not allowed)
        for choice in self._choices:
            choice.setReadOnly(not allowed)

    # for those that fill it

    def _add_heads(self, title: Text, heads: Sequence[Sequence[QWidget]]) -> None:
        """Put a title and what stands over each column on top."""
        # a long title is cut instead of taking the room of the texts
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(title, 0, 0)
        for column, parts in enumerate(heads, start=1):
            head = QHBoxLayout()
            head.addWidget(parts[0])
            head.addStretch(1)
            for part in parts[1:]:
                head.addWidget(part)
            self._grid.addLayout(head, 0, column)
            self._heads.append(head)
        self._grid.addWidget(Hairline(self._theme, "line2", self), 1, 0, 1, -1)
        self._dress()

    def _add_row(
        self, words: str, texts: Sequence[QuietText], choice: SavedChoice | None = None, *, is_last: bool = False
    ) -> tuple[QWidget, ...]:
        """Put a row below the others, and return its parts; a choice stands at its right end.

        The last one ends without a line where the page has one of its own.
        """
        # texts, what is said of one that is being written, and the line
        row, top = 2 + 3 * len(self._labels), Qt.AlignmentFlag.AlignTop
        label = Text(self._theme, words, color="muted", wrap=True, parent=self)
        line = Hairline(self._theme, parent=self)
        self._labels.append(label)
        self._texts += texts
        self._grid.addWidget(label, row, 0, top)
        for column, text in enumerate(texts, start=1):
            self._grid.addWidget(text, row, column, top)
            text.installEventFilter(self)
            self._rows_of[text] = row
        if choice is not None:
            self._choices.append(choice)
            self._grid.addWidget(choice, row, self._columns + 1, top)
        self._grid.addWidget(line, row + 2, 0, 1, -1)
        line.setVisible(not is_last)
        self._dress()
        return (label, line, *texts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QuietText) and watched in self._rows_of:
            if event.type() == QEvent.Type.FocusIn:
                self._grid.addWidget(self.privacy, self._rows_of[watched] + 1, 1, 1, -1)
                self.privacy.watch(watched)
            elif isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.privacy.leave()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        space = self._theme.space
        self._grid.setColumnMinimumWidth(0, space(_LABEL))
        self._grid.setRowMinimumHeight(0, space(30) if self._heads else 0)
        self._grid.setHorizontalSpacing(space(12))
        self._grid.setVerticalSpacing(space(2))
        for head in self._heads:
            # level with the texts below, which keep a margin for the ring
            head.setContentsMargins(space(8), 0, 0, 0)
        for label in self._labels:
            label.setContentsMargins(0, space(5), 0, 0)
