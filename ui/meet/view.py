"""ui: Meet, the log at the table - entry line on top, last positions and log below, nothing that gives us away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError
from core.verdict import Flag
from ui.meet.closed_panel import ClosedPanel
from ui.meet.entry import Logged
from ui.meet.entry_pane import EntryPane
from ui.meet.head import Head
from ui.meet.meeting_panel import MeetingPanel
from ui.meet.peek_body import PeekBody
from ui.meet.presenter import MeetPresenter
from ui.meet.tables import (
    SIDE,
    KeptRows,
    agenda_row,
    agenda_table,
    log_row,
    log_table,
    position_row,
    positions_table,
    promise_row,
    promises_table,
    unread_row,
    unread_table,
)
from ui.menus import pop_up
from ui.navigation import NEGOTIATION, Place
from ui.negotiation.tab import Tab
from ui.shortcuts import MEETING_KEYS
from ui.tools import Tools
from ui.widgets.data_table import TableCell, TableRow
from ui.widgets.flag import Level
from ui.widgets.page import Page, stacked
from ui.widgets.panes import Pane, Panes
from ui.widgets.section import SectionTitle, Surface

if TYPE_CHECKING:
    from db.logbook import Logbook

_MINUTE_MS = 15_000
# Rows of positions, log and the rest, in pixels at 100 %; in a low window the last.
_ROWS, _LOW_ROWS, _LOW = (40, 38, 36), (34, 34, 32), 760
_LOG_SHARE = Fraction(13, 24)
_EARLIER = "earlier"  # the row that stands for the lines left out


class MeetView(Tab):
    """Log what is said. The flag `act` is shown as `check`, in grey: a glance from the other side tells nothing."""

    bare = True

    def __init__(self, tools: Tools, logbook: Logbook) -> None:
        """Build the screen; nothing is loaded before `show_negotiation`."""
        super().__init__(tools, logbook)
        theme, say = tools.theme, tools.say
        self.presenter = MeetPresenter(logbook, say, tools.clock)
        self.head = Head(tools, self)
        self.entry = EntryPane(tools, self.presenter, self)
        self.positions = positions_table(tools)
        self.positions.set_empty_text(
            say("No issue yet. Add the first in Prepare, or type it here: + price EUR 1.40..1.60")
        )
        self.promises, self.unread, self.agenda = promises_table(tools), unread_table(tools), agenda_table(tools)
        self.log = log_table(tools)
        self.log.set_empty_text(say("Nothing has been said yet. Type the first line above."))
        self._counts = SectionTitle(theme, say("Last positions"), line=False, parent=self)
        self._agenda_title = SectionTitle(theme, say("Agenda"), line=False, parent=self)
        self._promised_title = SectionTitle(theme, say("Promised"), line=False, parent=self)
        self._unread_title = SectionTitle(
            theme, say("To clear up"), aside=say("before closing"), line=False, parent=self
        )
        self._log_title = SectionTitle(theme, say("Log"), line=False, parent=self)
        self.peek = PeekBody(tools, self.presenter, self.entry, self._two_panes(), self)
        self._lay_out()
        self._heights = (0, 0, 0)
        self._fit_rows()
        self._log_rows = KeptRows(lambda row: log_row(row, say("key moment")))
        self._unread_rows = KeptRows(lambda row: unread_row(tools, row))
        self._agenda_due = QTimer(self)
        self._agenda_due.setSingleShot(True)
        self._agenda_due.setInterval(0)
        self._agenda_due.timeout.connect(self._show_agenda)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._show_head)
        self._connect()

    # Tab

    def show_negotiation(self, negotiation_id: int) -> None:
        super().show_negotiation(negotiation_id)
        self.presenter.load(negotiation_id)
        self.peek.end()
        self._show()
        self.entry.restore()
        self._minute.start()

    def refresh(self, changes: Changes) -> None:
        if not self.negotiation_id or not changes.concern("negotiation", self.negotiation_id):
            return
        self.presenter.load(self.negotiation_id)
        self._show()
        self.entry.read_again()

    def reveal(self, spot: str, changes: Changes | None = None) -> None:  # noqa: ARG002 - no spots here
        lines = [] if changes is None else [each.id for each in changes.touched if each.kind == "line"]
        for line_id in lines:
            self.log.go_to(line_id)

    def leave(self) -> bool:
        self.entry.keep()
        self.peek.end()
        self._minute.stop()
        self._agenda_due.stop()
        return True

    def set_editing(self, allowed: bool) -> None:
        self.entry.set_editable(allowed)
        self.head.set_editing(allowed)
        self.peek.set_editing(allowed)

    def focus_first(self) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def status_keys(self) -> Sequence[tuple[str, str]]:
        # nothing that is for our eyes only is named to who reads along
        say = self.tools.say
        return (
            ("Return", say("log")),
            ("Up", say("last line")),
            (MEETING_KEYS["pause"], say("pause")),
            (MEETING_KEYS["round"], say("round")),
            ("Ctrl+/", say("keys")),
        )

    def panes(self) -> tuple[QWidget, ...]:
        return (self.head, self.entry, self.unread, self.log)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._type_on(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._type_on(event):
            return True
        return super().eventFilter(watched, event)

    # inside

    def _type_on(self, event: QKeyEvent) -> bool:
        """Let what is typed while a row or a button has the focus go where it was meant: nothing said is lost."""
        text = event.text()
        commands = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        held = event.modifiers() & commands
        is_typed = bool(text) and text.isprintable() and not text.isspace()
        # a line that may not be written in leaves its keys to the page: sent there again they would come back for ever
        # AltGr comes as Ctrl and Alt together on some systems
        if (
            not self.entry.line.is_editable
            or not is_typed
            or held
            not in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
            )
        ):
            return False
        self.entry.type_on(event)
        return True

    def _fit_rows(self) -> None:
        """Give rows less height where a low window has room for few of them."""
        heights = _LOW_ROWS if self.height() < self.tools.theme.space(_LOW) else _ROWS
        if heights == self._heights:
            return
        self._heights = heights
        for table, height in zip(
            (self.positions, self.log, self.promises, self.unread, self.agenda),
            (*heights, heights[-1], heights[-1]),
            strict=True,
        ):
            table.set_row_height(height)

    def _connect(self) -> None:
        self.entry.logged.connect(self._on_logged)
        self.peek.changes_made.connect(self.changes_made)
        self.head.start.clicked.connect(lambda: self._run(self.presenter.start))
        self.head.next_round.clicked.connect(lambda: self._run(self.presenter.next_round))
        self.head.pause.clicked.connect(lambda: self._run(self.presenter.sitting.toggle_pause))
        self.head.details.clicked.connect(self._on_details_wanted)
        self.head.end.clicked.connect(self._on_close_wanted)
        for keys, verb in (
            (MEETING_KEYS["round"], lambda: self._run(self.presenter.next_round)),
            (MEETING_KEYS["pause"], lambda: self._run(self.presenter.sitting.toggle_pause)),
            (MEETING_KEYS["moment"], lambda: self._run(self.presenter.sitting.mark_key)),
            (MEETING_KEYS["details"], self._on_details_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)
        self.head.back.clicked.connect(lambda: self._go("prepare"))
        for table in (self.unread, self.log):
            table.row_activated.connect(self._on_row_activated)
            table.delete_wanted.connect(self._on_delete_wanted)
            table.menu_wanted.connect(self._on_menu_wanted)
            table.view.installEventFilter(self)

    def _two_panes(self) -> Panes:
        """Return the positions and the log side by side."""
        theme = self.tools.theme
        left = Page(theme, "base", 0, self)
        column = left.column
        for title, table in (
            (self._counts, self.positions),
            (self._promised_title, self.promises),
            (self._unread_title, self.unread),
            (self._agenda_title, self.agenda),
        ):
            title.setContentsMargins(theme.space(SIDE), 0, theme.space(SIDE), 0)
            column.addWidget(stacked(title, table))
        column.addStretch(1)
        right = Surface(theme, "bg", line_left=True, parent=self)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, theme.space(8), 0, 0)
        box.setSpacing(0)
        self._log_title.setContentsMargins(theme.space(SIDE), theme.space(8), theme.space(SIDE), 0)
        box.addWidget(self._log_title)
        box.addWidget(self.log, 1)
        return Panes(theme, [Pane(left, 480), Pane(right, 520, 752, yields=1, share=_LOG_SHARE)], self)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.entry)
        whole.addWidget(self.peek, 1)

    def _show(self) -> None:
        self.peek.show_state()
        self._show_head()
        self.positions.set_rows([position_row(row) for row in self.presenter.positions()])
        self._counts.set_aside(self.presenter.counts() if self.presenter.negotiation.issues else "")
        promises = self.presenter.promises()
        self.promises.set_rows([promise_row(each) for each in promises])
        self._promised_title.set_aside(self.tools.say("{n} open", n=len(promises)))
        self._promised_title.setVisible(bool(promises))
        self.promises.setVisible(bool(promises))
        unread = self.presenter.unread()
        self.unread.set_rows(self._unread_rows.of(unread))
        self._unread_title.setVisible(bool(unread))
        self.unread.setVisible(bool(unread))
        log = self.presenter.log_rows()
        say, left_out = self.tools.say, self.presenter.lines_left_out
        rows = self._log_rows.of(log)
        if left_out:
            words = say.plural("{n} earlier line: Enter shows it", "{n} earlier lines: Enter shows them", left_out)
            rows.append(TableRow(_EARLIER, {"line": TableCell(words, color="muted")}))
        self.log.set_rows(rows)
        count = sum(bool(row.line_id) for row in log) + left_out
        self._log_title.set_aside(
            say.plural("newest on top, {n} line", "newest on top, {n} lines", count) if count else ""
        )

    def _on_row_activated(self, row_id: object) -> None:
        if row_id == _EARLIER:
            self.presenter.show_all_lines()
            self._show()
        elif isinstance(row_id, int):
            self.entry.correct(row_id)

    def _show_head(self) -> None:
        negotiation = self.presenter.negotiation
        started, minutes = self.presenter.started()
        self.head.show_meeting(
            negotiation.supplier_name,
            negotiation.title,
            self.tools.say("Round {n}", n=negotiation.round_number),
            started,
            minutes,
            self.presenter.sitting.pause_words(),
        )
        # the time that each issue took is worked out once what was said is painted
        self._agenda_due.start()
        self.head.dot.set_level(Level.FINE if self.presenter.level() is Flag.FINE else Level.CHECK)

    def _show_agenda(self) -> None:
        rows = self.presenter.sitting.agenda()
        self.agenda.set_rows([agenda_row(each) for each in rows])
        self._agenda_title.setVisible(bool(rows))
        self.agenda.setVisible(bool(rows))

    def _on_details_wanted(self) -> None:
        if self.presenter.sitting.meeting is not None:
            MeetingPanel(self.tools, self.window(), self.presenter.sitting, self.changes_made.emit)

    def _on_logged(self, logged: Logged) -> None:
        self.changes_made.emit(logged.changes)

    def _on_close_wanted(self) -> None:
        # the debrief is ours alone: it opens when we say so, with nobody opposite
        if self._run(self.presenter.end) is not None:
            panel = ClosedPanel(self.tools, self.window(), self.presenter, lambda: self._go("debrief"))
            # the button that closed the meeting is gone: the focus cannot go back to it
            panel.closed.connect(self.focus_first)

    def _on_delete_wanted(self, line_id: int | str) -> None:
        if not isinstance(line_id, int):
            return
        changes = self._run(lambda: self.presenter.delete(line_id))
        if changes is not None:
            self.tools.prompts.offer_undo(changes)

    def _on_menu_wanted(self, line_id: int | str | None, at: QPoint) -> None:
        line = self.presenter.entry.line(line_id) if isinstance(line_id, int) else None
        if line is None:
            return
        say, presenter, number = self.tools.say, self.presenter, line.id
        key = say("No key moment any more") if line.is_key else say("Key moment")
        stands = any(term.withdrawn_at is None for term in line.terms) and line.is_offer
        entries = (
            (key, "", lambda: self._run(lambda: presenter.sitting.mark_key(number))),
            (say("Correct the line"), "Enter", lambda: self.entry.correct(number)),
            (
                say("Withdraw what was offered"),
                "",
                partial(self._run, partial(presenter.withdraw, number)) if stands else None,
            ),
            (say("Delete the line"), "", lambda: self._on_delete_wanted(number)),
        )
        pop_up(self, entries, at)

    def _run(self, verb: Callable[[], Changes | None]) -> Changes | None:
        try:
            changes = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return None
        if changes is not None and changes.entry:
            self.changes_made.emit(changes)
        return changes

    def _go(self, part: str) -> None:
        self.go_wanted.emit(Place(NEGOTIATION, self.negotiation_id, part))
