"""ui: the unread lines, each with a field that reads it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from core.words import Words
from ui.debrief.unread import UnreadPresenter, UnreadRow
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.flag import Flag, Level
from ui.widgets.inset import BLEED
from ui.widgets.section import Hairline, SectionTitle
from ui.widgets.text import Text


class _AgainField(Field):
    """Take a line once more: Enter logs it, Ctrl+1..9 the reading of that number, Escape starts anew."""

    wanted = Signal(int)  # number of the reading, 0 for the only one
    reverted = Signal()

    def event(self, event: QEvent) -> bool:
        # the window's own Ctrl+number waits while a reading is chosen here
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _number(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.wanted.emit(0)
        elif _number(event):
            self.wanted.emit(_number(event))
        elif event.key() == Qt.Key.Key_Escape:
            self.reverted.emit()
        else:
            super().keyPressEvent(event)


class _UnreadLine(QWidget):
    changed = Signal(object)  # Changes

    def __init__(self, theme: Theme, say: Words, presenter: UnreadPresenter, row: UnreadRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._presenter = presenter
        self.row = row
        when = Text(theme, say("{moment}  {who}", moment=row.when, who=row.who).strip(), "meta", color="muted")
        was = Text(theme, f"“{row.text}”", "body", italic=True, wrap=True)
        self.field = _AgainField(theme, say("Read again: {text}", text=row.text), parent=self)
        self.field.setText(row.text)
        self.reading = Text(theme, "", "meta", color="muted", wrap=True)
        self.problem = Flag(theme, say, Level.CHECK)
        self.problem.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.space(6), 0, theme.space(6))
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(4))
        self._grid.setColumnMinimumWidth(0, theme.space(150))
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(when, 0, 0, top)
        self._grid.addWidget(was, 0, 1)
        self._grid.addWidget(self.field, 1, 1)
        self._grid.addWidget(self.reading, 2, 1)
        self._grid.addWidget(self.problem, 3, 1)
        self.field.textChanged.connect(self._on_typed)
        self.field.wanted.connect(self._on_wanted)
        self.field.reverted.connect(lambda: self.field.setText(row.text))
        self._on_typed(row.text)

    def _on_typed(self, text: str) -> None:
        self.problem.hide()
        found = self._presenter.preview(self.row.line_id, text)
        numbered = [f"Ctrl+{at}  {words}" for at, words in enumerate(found.choices, start=1)]
        self.reading.setText(found.words or "\n".join(numbered) or found.reason)

    def _on_wanted(self, number: int) -> None:
        try:
            changes = self._presenter.clear_up(self.row.line_id, self.field.text(), number)
        except LogrollError as error:
            self._on_typed(self.field.text())
            self.problem.set_flag(Level.CHECK, self._say.message(error.message))
            self.problem.show()
            return
        self.changed.emit(changes)


class UnreadSection(QWidget):
    """Show the lines to clear up; hidden while there is none."""

    changes_made = Signal(object)  # Changes
    meet_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, presenter: UnreadPresenter, parent: QWidget | None = None) -> None:
        """Take the presenter that reads them."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._presenter = presenter
        self._lines: dict[int, tuple[_UnreadLine, Hairline]] = {}
        self.title = SectionTitle(theme, say("Lines to clear up"), parent=self)
        self.meet = Button(theme, say("Show in Meet"), ButtonKind.QUIET, parent=self)
        self.title.add_control(self.meet)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self.meet.clicked.connect(self.meet_wanted)
        self.hide()
        self._dress()
        theme.theme_changed.connect(self._dress)

    @property
    def lines(self) -> Sequence[_UnreadLine]:
        """Return the lines that are shown."""
        return [line for line, _ in self._lines.values()]

    def show_rows(self, rows: Sequence[UnreadRow], *, allowed: bool) -> None:
        """Show these lines; what is being typed into one that stays is kept."""
        self.setVisible(bool(rows))
        count = len(rows)
        self.title.set_title(self._say.plural("{n} line to clear up", "{n} lines to clear up", count))
        self.title.set_detail(self._say("write it so that it reads, or begin with # to keep it as a note"))
        focused = next((line_id for line_id, (line, _) in self._lines.items() if line.field.hasFocus()), 0)
        wanted = {row.line_id: row for row in rows}
        for line_id in [each for each in self._lines if each not in wanted]:
            for part in self._lines.pop(line_id):
                self._column.removeWidget(part)
                part.hide()
                part.deleteLater()
        for row in rows:
            if row.line_id not in self._lines:
                line = _UnreadLine(self._theme, self._say, self._presenter, row, self)
                hairline = Hairline(self._theme, parent=self)
                line.changed.connect(self._on_changed)
                self._lines[row.line_id] = (line, hairline)
                self._column.addWidget(line)
                self._column.addWidget(hairline)
        for line, _ in self._lines.values():
            line.field.setReadOnly(not allowed)
        if focused and focused not in self._lines:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the caret into the first line."""
        line = next((line for line, _ in self._lines.values()), None)
        if line is not None:
            line.field.setFocus(Qt.FocusReason.OtherFocusReason)
            # when the line before it goes, Qt enters this one as by Tab, all selected
            line.field.end(False)

    def _dress(self) -> None:
        bleed = self._theme.space(BLEED)
        self._column.setContentsMargins(bleed, 0, bleed, 0)

    def _on_changed(self, changes: Changes) -> None:
        self.changes_made.emit(changes)


def _number(event: QKeyEvent) -> int:
    """Return the number of a key pressed with Ctrl alone, 0 for another key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ControlModifier:
        return 0
    return event.key() - Qt.Key.Key_0 if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 else 0
