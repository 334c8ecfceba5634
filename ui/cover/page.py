"""ui: the page of the cover - the agenda of the meeting at the table, or the day alone, and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.agenda import Agenda, Point
from core.words import Words
from ui.cover.notes_area import NotesArea
from ui.shortcuts import COVER_TWICE
from ui.theme import Theme
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import Hairline, Surface
from ui.widgets.text import Text

_WIDTH = 760
_PAD = 64
# as many as leave the hint below them in sight in the smallest window
_LINES = 5
_LINES_ALONE = 14


class CoverPage(QScrollArea):
    """Show an agenda on one sheet, without anything of the program around it.

    `title` is what the window is called meanwhile. What is written on the lines is the caller's to keep.
    """

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start with no agenda; hidden until it is shown."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.title = say("Notes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        desk = Surface(theme, "bg")
        self._sheet = Surface(theme, "base", line_left=True, line_right=True, parent=desk)
        middle = QHBoxLayout(desk)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(self._sheet, 1_000)
        middle.addStretch(1)
        self.setWidget(desk)
        self._when = Text(theme, "", color="muted", wrap=True, parent=self._sheet)
        self._head = Text(theme, "", "large", wrap=True, parent=self._sheet)
        self._meeting = QWidget(self._sheet)
        self._with = _Rows(theme, 104, 24, ruled=False, parent=self._meeting)
        self._agenda = _Rows(theme, 74, 40, ruled=True, parent=self._meeting)
        self.notes = NotesArea(theme, say("Notes"), parent=self._sheet)
        self.hint = KeyHint(theme, COVER_TWICE, say("back"), self._sheet)
        self._column = QVBoxLayout(self._sheet)
        self._lay_out()
        self.notes.textChanged.connect(self._follow_caret)
        # a new line makes the sheet longer only when it is laid out
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._follow_caret())
        self.setFocusProxy(self.notes)
        theme.theme_changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_agenda(self, agenda: Agenda, *, hint: bool) -> None:
        """Fill the page, while it is hidden, with what may be shown and empty lines below.

        `hint` names the keys that lead back.
        """
        say = self._say
        held = agenda.at is not None
        when = [say.full_day(agenda.day)]
        if agenda.at is not None:
            when.append(say.clock(agenda.at))
        self._when.setText(", ".join([*when, *([agenda.place] if agenda.place else [])]))
        self.title = say("Meeting agenda") if held else say("Notes")
        self._head.setText(self.title)
        self._with.set_rows([(say("With"), agenda.supplier)] if agenda.supplier else [])
        points = agenda.points or tuple(
            Point(words) for words in (say("Points of both sides"), say("Open points"), say("Next steps"))
        )
        rows = [
            (str(number) if point.at is None else say.clock(point.at), point.text)
            for number, point in enumerate(points, 1)
        ]
        self._agenda.set_rows(rows)
        self._meeting.setVisible(held)
        self.hint.setVisible(hint)
        self.setAccessibleName(self.title)
        self.notes.start_anew(_LINES if held else _LINES_ALONE)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        theme, space, say = self._theme, self._theme.space, self._say
        meeting = QVBoxLayout(self._meeting)
        meeting.setContentsMargins(0, 0, 0, 0)
        meeting.setSpacing(0)
        meeting.addWidget(self._with)
        meeting.addSpacing(space(24))
        meeting.addWidget(Text(theme, say("Agenda"), "sentence", bold=True, parent=self._meeting))
        meeting.addSpacing(space(8))
        meeting.addWidget(self._agenda)
        meeting.addSpacing(space(28))
        meeting.addWidget(Text(theme, say("Notes"), "sentence", bold=True, parent=self._meeting))
        meeting.addSpacing(space(12))
        column = self._column
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addSpacing(space(4))
        column.addWidget(self._head)
        column.addSpacing(space(16))
        column.addWidget(self._meeting)
        column.addWidget(self.notes)
        column.addSpacing(space(12))
        column.addWidget(self.hint)
        column.addStretch(1)

    def _follow_caret(self) -> None:
        if self.notes.document().isEmpty():
            return
        at = self.notes.mapTo(self._sheet, self.notes.caret().bottomLeft())
        self.ensureVisible(at.x(), at.y(), 0, self._theme.space(8))

    def _dress(self) -> None:
        space = self._theme.space
        self._sheet.setMaximumWidth(space(_WIDTH))
        self._column.setContentsMargins(space(_PAD), space(48), space(_PAD), space(32))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color("bg"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)


class _Rows(QWidget):
    """Rows of a muted word and a text, each on a line of its own where `ruled`."""

    def __init__(self, theme: Theme, first: int, height: int, *, ruled: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._first = first
        self._height = height
        self._ruled = ruled
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        theme = self._theme
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        if self._ruled and rows:
            self._column.addWidget(Hairline(theme, "line2", parent=self))
        for word, text in rows:
            row = QWidget(self)
            box = QHBoxLayout(row)
            over = (theme.space(self._height) - theme.line_height("body")) // 2
            box.setContentsMargins(0, over, 0, over)
            box.setSpacing(theme.space(8))
            label = Text(theme, word, color="muted", parent=row)
            label.setFixedWidth(theme.space(self._first))
            box.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            box.addWidget(Text(theme, text, wrap=True, parent=row), 1)
            self._column.addWidget(row)
            if self._ruled:
                self._column.addWidget(Hairline(theme, parent=self))
        self.setVisible(bool(rows))
