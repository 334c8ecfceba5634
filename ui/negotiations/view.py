"""ui: the list of negotiations - supplier, subject, stage, next meeting, flag - and how a new one begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError, NotFound
from core.naming import status_word
from core.negotiation import Depth, NegotiationRow
from core.words import EN_DASH
from ui.filter_button import FilterButton
from ui.flag_levels import shown
from ui.kept_filters import KeptFilters
from ui.logbook_files import LogbookFiles
from ui.navigation import NEGOTIATION, NEGOTIATIONS, Place
from ui.negotiations.presenter import NegotiationsPresenter
from ui.screen import Screen
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.field import Field
from ui.widgets.flag import Level
from ui.widgets.paged_rows import PagedRows
from ui.widgets.place_header import PlaceHeader

if TYPE_CHECKING:
    from db.logbook import Logbook
    from ui.widgets.empty_place import EmptyPlace


class NegotiationsScreen(Screen):
    """Every matter, the open ones first."""

    def __init__(self, tools: Tools, logbook: Logbook, files: LogbookFiles) -> None:
        """Build the table and what stands in its place while there is nothing."""
        super().__init__(tools, logbook)
        theme, say = tools.theme, tools.say
        self._presenter = NegotiationsPresenter(logbook, say, tools.clock)
        self._may_edit = True
        self._flags: dict[int, tuple[Level, str]] = {}
        self._flagged_on = self._presenter.now.date()
        self._read: dict[int, NegotiationRow] = {}
        # one after the other between the user's own events, so that a long list is walked without a wait
        self._flagging = QTimer(self, singleShot=True, interval=0)
        self._flagging.timeout.connect(self._on_flag_due)
        self.header = PlaceHeader(theme, say, parent=self)
        self.header.set_title(say("Negotiations"))
        self.filter = Field(
            theme,
            say("Filter negotiations"),
            hint=say("Filter negotiations"),
            icon="search",
            clears=True,
            parent=self,
        )
        self.filter.setMinimumWidth(theme.space(220))
        self.new_button = Button(theme, say("New negotiation"), icon="plus", key="N", parent=self)
        self.header.add_action(self.filter)
        self.kept = FilterButton(tools, self.filter, KeptFilters(logbook, NEGOTIATIONS), self)
        self.header.add_action(self.kept)
        self.header.add_action(self.new_button)
        right = Qt.AlignmentFlag.AlignRight
        self.table = DataTable(theme, say, say("Negotiations"), parent=self)
        self.table.set_columns(
            [
                TableColumn("supplier", say("Supplier"), stretch=3),
                TableColumn("title", say("Subject"), stretch=4),
                TableColumn("status", say("Stage"), muted=True),
                TableColumn("rounds", say("Rounds"), align=right),
                TableColumn("lines", say("Lines"), align=right),
                TableColumn("next", say("Next meeting"), align=right, width=124),
                TableColumn("flag", say("Flag"), width=190),
            ]
        )
        self.table.set_empty_text(say("Nothing found. Esc in the filter shows all again."))
        self._files = files
        self._empty: EmptyPlace | None = None
        listing = QWidget(self)
        self._listing_box = QVBoxLayout(listing)
        self._listing_box.addWidget(self.table, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)
        self.filter.textChanged.connect(lambda _text: self._list())
        self.filter.returnPressed.connect(self._on_filter_entered)
        self.new_button.clicked.connect(self._on_new_wanted)
        self.table.row_activated.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record)))
        self.table.delete_wanted.connect(self._on_delete_wanted)
        self.table.view.verticalScrollBar().valueChanged.connect(lambda _value: self._flagging.start())
        self.table.view.installEventFilter(self)
        self._dress()
        theme.theme_changed.connect(self._dress)

    # Screen

    def show_place(self, place: Place) -> Place:
        if self._presenter.now.date() != self._flagged_on:
            # an alternative may end today
            self._flags.clear()
            self._flagged_on = self._presenter.now.date()
        self._list()
        if place.record:
            self.table.go_to(place.record)
        return Place(NEGOTIATIONS, int(self.table.current() or 0))

    def begin_new(self, record: int, name: str) -> None:
        # asked for from a supplier's file, which is whom the negotiation is with
        self.new_record(record, subject=name)

    def refresh(self, changes: Changes) -> None:
        for each in changes.touched:
            if each.kind == "negotiation":
                self._flags.pop(each.id, None)
        if self.isVisible() and (changes.concern("negotiation") or changes.concern("supplier")):
            self._list()

    def set_editing(self, *, allowed: bool) -> None:
        self._may_edit = allowed
        self.new_button.setEnabled(allowed)

    def focus_first(self) -> None:
        if self._stack.currentWidget() is self._empty:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_search(self) -> bool:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
        return True

    def panes(self) -> tuple[QWidget, ...]:
        if self._empty is not None and self._stack.currentWidget() is self._empty:
            return (self._empty,)
        return (self.table, self.header)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        depth = _new_depth(event)
        if depth is not None:
            self.new_record(depth=depth)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a table would take the letter for a search by first letter
        pressed = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        depth = _new_depth(event) if watched is self.table.view and pressed else None
        if depth is not None:
            self.new_record(depth=depth)
            return True
        return super().eventFilter(watched, event)

    # verbs

    def new_record(self, supplier: int = 0, depth: Depth = Depth.FULL, *, subject: str = "") -> None:
        """Ask for what a new negotiation, prepared to a depth, cannot do without."""
        if not self._may_edit:
            return
        from ui.negotiations.begin_panel import BeginPanel  # noqa: PLC0415 - after the first rows

        def begun(changes: Changes) -> None:
            self.changes_made.emit(changes)
            self.go_wanted.emit(Place(NEGOTIATION, changes.made, "prepare"))

        known = self._presenter.beginning()
        BeginPanel(self.tools, self.window(), known, begun, supplier=supplier, subject=subject, depth=depth).ask()

    # inside

    def _show_empty(self) -> None:
        """Say what the place is for, and how it fills."""
        if self._empty is None:
            self._empty = self._build_empty()
            self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _build_empty(self) -> EmptyPlace:
        from ui.widgets.empty_place import EmptyPlace, Way  # noqa: PLC0415 - not for a list that has rows

        theme, say = self.tools.theme, self.tools.say
        self._first = Button(theme, say("New negotiation"), ButtonKind.PRIMARY, key="N", large=True)
        self._first.clicked.connect(self._on_new_wanted)
        sample = Button(theme, say("Open sample"))
        sample.clicked.connect(self._files.open_sample)
        imported = Button(theme, say("Choose file"))
        imported.clicked.connect(self._files.import_json)
        return EmptyPlace(
            theme,
            "handshake",
            say("No negotiations yet"),
            say("One entry per matter with one supplier, from preparation to debrief."),
            self._first,
            [
                Way("file-down", say("Import"), say("An export of Logroll, into a new logbook"), imported),
                Way(
                    "book-open",
                    say("Look at the sample logbook"),
                    say("A separate file with four complete cases; one click out again"),
                    sample,
                ),
            ],
            self,
        )

    def _list(self) -> None:
        ids = self._presenter.ids(self.filter.text())
        self._read.clear()
        self.table.set_paged(PagedRows(ids, self._read_page))
        if ids and self.table.current() is None:
            self.table.go_to(ids[0])
        empty = not ids and not self.filter.text()
        if empty:
            self._show_empty()
        else:
            self._stack.setCurrentIndex(0)
        self.filter.setVisible(not empty)
        self.kept.setVisible(not empty)
        opened = self._presenter.count_open(ids)
        say = self.tools.say
        self.header.set_details(say("{open} open, {all} in all", open=opened, all=len(ids)) if ids else "")
        self._flagging.start()

    def _read_page(self, ids: Sequence[int]) -> list[TableRow]:
        found = self._presenter.some(ids)
        self._read.update({row.id: row for row in found})
        return [self._row(row) for row in found]

    def _row(self, row: NegotiationRow) -> TableRow:
        say = self.tools.say
        flag = TableCell(EN_DASH)
        if row.status.is_open:
            known = self._flags.get(row.id)
            flag = TableCell() if known is None else TableCell(known[1], flag=known[0])
        return TableRow(
            row.id,
            {
                "supplier": TableCell(row.supplier_name, bold=row.status.is_open),
                "title": TableCell(row.title),
                "status": TableCell(status_word(say, row.status)),
                "rounds": TableCell(say.number(row.rounds) if row.rounds else EN_DASH),
                "lines": TableCell(say.number(row.lines) if row.lines else EN_DASH),
                "next": TableCell(say.moment(row.next_meeting_at) if row.next_meeting_at else EN_DASH),
                "flag": flag,
            },
        )

    def _on_flag_due(self) -> None:
        """Work out the flag of the first row in sight that has none yet: each takes loading a negotiation whole."""
        if not self.isVisible():
            return
        for at in self.table.rows_in_sight():
            row = self._read.get(int(self.table.model.row_id(at) or 0))
            if row is None or not row.status.is_open or row.id in self._flags:
                continue
            try:
                raised = shown(self.tools.say, self._presenter.flags(row.id))
            except NotFound:
                continue
            self._flags[row.id] = raised[0] if raised else (Level.FINE, "")
            self.table.model.put(self._row(row))
            self._flagging.start()
            return

    def _on_new_wanted(self) -> None:
        self.new_record()

    def _on_filter_entered(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.go_wanted.emit(Place(NEGOTIATION, int(chosen)))

    def _on_delete_wanted(self, record: int) -> None:
        if not self._may_edit:
            return
        try:
            changes = self._presenter.delete(record)
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return
        self.changes_made.emit(changes)
        self.tools.prompts.offer_undo(changes)

    def _dress(self) -> None:
        space = self.tools.theme.space
        self._listing_box.setContentsMargins(space(12), space(8), space(12), 0)


def _new_depth(event: object) -> Depth | None:
    """Return how far a negotiation is to be prepared that a key begins: N all the way, Shift+N for a sudden talk."""
    if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_N:
        return None
    return {
        Qt.KeyboardModifier.NoModifier: Depth.FULL,
        Qt.KeyboardModifier.ShiftModifier: Depth.SUDDEN,
    }.get(event.modifiers())
