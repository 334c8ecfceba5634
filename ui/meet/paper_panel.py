"""ui: the panel for notes taken on paper - written line by line, read as they are written, logged together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import BadInput, LogrollError
from ui.draft_timer import DraftTimer
from ui.meet.paper_entry import PaperEntry, PaperRow
from ui.overlay import Overlay
from ui.tools import Tools
from ui.typed import read_day
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.field import Field, GrowingEditor
from ui.widgets.flag import Flag, Level
from ui.widgets.key_cap import KeyHint
from ui.widgets.text import Text

_READ_MS = 200
_MOST_ROWS = 8  # readings that are shown: those round the line that is written


class PaperPanel(Overlay):
    """Take notes of a meeting without a laptop; Ctrl+Enter logs them all, Escape keeps them for the next time."""

    def __init__(
        self,
        tools: Tools,
        host: QWidget,
        entry: PaperEntry,
        *,
        draft: str,
        keep: Callable[[str], None],
        take: Callable[[Sequence[Changes]], None],
    ) -> None:
        """Take what reads and logs, the notes begun before, what keeps them, and who is told what was logged."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, host, width=760, top=64)
        self._tools = tools
        self._entry = entry
        self._keep = keep
        self._take = take
        self.setAccessibleName(say("Notes from paper"))
        self.day = Field(theme, say("Day of the meeting"), parent=self.panel)
        self.day.setText(say.day(entry.day()))
        hint = say("10:02 t 1.48 - one line a move, in codes or in plain")
        self.notes = GrowingEditor(theme, say("Notes from paper"), hint=hint, least_lines=5)
        self.notes.setParent(self.panel)
        self.readings = DataTable(
            theme, say, say("Read as"), header=False, fits=True, selectable=False, parent=self.panel
        )
        self.readings.set_columns(
            [
                TableColumn("time", width=56, muted=True),
                TableColumn("words", stretch=1),
                TableColumn("state", align=Qt.AlignmentFlag.AlignRight),
            ]
        )
        self._count = Text(theme, "", "meta", color="muted", parent=self.panel)
        self._problem = Flag(theme, say, Level.CHECK, parent=self.panel)
        self._problem.hide()
        self._log = Button(theme, say("Log all"), ButtonKind.PRIMARY, key="Ctrl+Return", parent=self.panel)
        self._log.clicked.connect(self.submit)
        self._lay_out()
        self.panel.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_MS)
        self._timer.timeout.connect(self.read)
        self.notes.textChanged.connect(self._timer.start)
        self.notes.cursorPositionChanged.connect(self._timer.start)
        self.day.textChanged.connect(self._timer.start)
        self.notes.setPlainText(draft)
        self._draft = DraftTimer(lambda: self._keep_text(self._text()), self)
        self.notes.textChanged.connect(self._draft.touch)
        self.turned_away.connect(self._draft.flush)
        self.read()
        self.appear(self.notes)

    def read(self) -> None:
        """Show how the notes are read."""
        self._timer.stop()
        day = self._day()
        try:
            rows = () if day is None else self._entry.rows(self._text(), day)
        except LogrollError as error:
            rows = ()
            self._tell(self._tools.say.message(error.message))
        line = self.notes.textCursor().blockNumber() + 1
        here = next((at for at, row in enumerate(rows) if row.number >= line), len(rows) - 1)
        start = max(0, min(here - _MOST_ROWS // 2, len(rows) - _MOST_ROWS))
        self.readings.set_rows([self._row(row) for row in rows[start : start + _MOST_ROWS]])
        say = self._tools.say
        kept = sum(not row.is_read for row in rows)
        words = say.plural("{n} line", "{n} lines", len(rows))
        self._count.setText(say("{lines}, {n} kept as typed", lines=words, n=kept) if kept else words)
        self._log.setEnabled(bool(rows))
        self.arrange()

    def submit(self) -> None:
        """Log all lines, or say what keeps them from it."""
        day, text = self._day(), self._text()
        if day is None or not text.strip():
            return
        done: list[Changes] = []
        left = text

        def step(changes: Changes, rest: str) -> None:
            nonlocal left
            done.append(changes)
            left = rest
            self._keep(rest)

        try:
            self._entry.log(text, day, step)
        except LogrollError as error:
            if left != text:
                self.notes.setPlainText(left)
            self._tell(self._tools.say.message(error.message))
        else:
            self._draft.stop()
            self.go()
        if done:
            self._take(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the panel is as high as notes and readings need
        if watched is self.panel and event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().eventFilter(watched, event)

    # inside

    def _text(self) -> str:
        # "toPlainText" would turn a no-break space into a blank, and 120 000 into two numbers
        return self.notes.document().toRawText().replace("\u2029", "\n")

    def _keep_text(self, text: str) -> None:
        try:
            self._keep(text)
        except LogrollError as error:
            self._tools.prompts.trouble(error)

    def _day(self) -> date | None:
        try:
            found = read_day(self.day.text(), self._tools.say, self._tools.clock().date(), past=True)
        except BadInput as error:
            self._tell(self._tools.say.message(error.message))
            return None
        self._problem.hide()
        return found or self._entry.day()

    def _tell(self, words: str) -> None:
        self._problem.set_flag(Level.CHECK, words)
        self._problem.show()
        self.arrange()

    def _row(self, row: PaperRow) -> TableRow:
        say = self._tools.say
        state, flag = "", None
        if row.trouble is not None:
            state, flag = say("past our limit: add # and the reason"), Level.CHECK
            if row.trouble.code != "limit.needs_reason":
                state = say.message(row.trouble)
        elif not row.is_read:
            state, flag = say("kept as typed"), Level.CHECK
        words = row.words if row.is_read or row.trouble is not None else row.text
        cells = {
            "time": TableCell(say.clock(row.at)),
            "words": TableCell(words),
            "state": TableCell(state, flag=flag),
        }
        why = "" if row.is_read or row.reason is None else say.message(row.reason)
        return TableRow(row.number, cells, tip=why or row.text)

    def _lay_out(self) -> None:
        theme, say = self._tools.theme, self._tools.say
        pad = theme.space(20)
        column = QVBoxLayout()
        column.setContentsMargins(pad, theme.space(16), pad, theme.space(12))
        column.setSpacing(theme.space(10))
        head = QHBoxLayout()
        head.setSpacing(theme.space(12))
        head.addWidget(Text(theme, say("Notes from paper"), "page", parent=self.panel))
        head.addStretch(1)
        head.addWidget(Text(theme, say("of"), color="muted", parent=self.panel))
        self.day.setFixedWidth(theme.space(140))
        head.addWidget(self.day)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.readings)
        column.addWidget(self._problem)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(16))
        foot.addWidget(KeyHint(theme, "Esc", say("keep for later"), self.panel))
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self._log)
        column.addLayout(foot)
        self.body.addLayout(column)
