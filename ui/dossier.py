"""ui: a place that is a list with the file of the record chosen beside it - what suppliers and people share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.changes import Changes
from core.errors import LogrollError, NotFound
from core.naming import topic_word
from core.note import Topic
from ui.filter_button import FilterButton
from ui.kept_filters import KeptFilters
from ui.line_list import Begun, LineList
from ui.list_rows import ListRow, ListRows
from ui.navigation import Place
from ui.notes.presenter import NotesPresenter
from ui.notes.section import NotesSection
from ui.record_form import RecordForm
from ui.screen import Screen
from ui.tab_order import walk
from ui.tools import Tools
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.file_tabs import FileTabs
from ui.widgets.list_pane import ListPane
from ui.widgets.page import Page, bring_into_view
from ui.widgets.panes import Pane, Panes
from ui.widgets.place_header import PlaceHeader
from ui.widgets.section import Surface

if TYPE_CHECKING:
    from db.logbook import Logbook


SUMMARY = "summary"  # the tab that every file begins with


class Dossier(Screen):
    """A list at the left, the file of the record chosen in the middle, what belongs to it at the right.

    A subclass names its place, builds `main` and `side`, and says how a record is listed, shown, added and deleted.
    N makes a new record while the list has the focus, and begins a note while the file has it.
    """

    place_name = ""
    own_keys: tuple[Qt.Key, ...] = ()  # that a subclass handles besides, in lists and tables too

    def __init__(self, tools: Tools, logbook: Logbook, pane: ListPane, empty: EmptyPlace) -> None:
        """Take the list and what is shown while there is nothing to list."""
        super().__init__(tools, logbook)
        theme = tools.theme
        self.record = 0
        self.may_edit = True
        self.pane = pane
        self.rows = ListRows(self.list_page, lambda begins: self.list_ids(pane.filter.text(), begins), self)
        pane.set_model(self.rows)
        self._kept = FilterButton(tools, pane.filter, KeptFilters(logbook, self.place_name), pane)
        pane.add_control(self._kept)
        self.header = PlaceHeader(theme, tools.say, two_lines=True, parent=self)
        self.main = Page(theme, "base", 20, self, bleeds=True)
        self.side = Page(theme, "bg", 16, self, bleeds=True)
        self.side_surface = Surface(theme, "bg", line_left=True, parent=self)
        side_box = QVBoxLayout(self.side_surface)
        side_box.setContentsMargins(1, 0, 0, 0)
        side_box.addWidget(self.side)
        self.notes_presenter = NotesPresenter(logbook, tools.say, tools.clock)
        read = self.notes_presenter.read
        self.notes = NotesSection(theme, tools.say, read, aside=self.note_advice(), parent=self)
        self.forms: list[RecordForm] = []
        self.lists: tuple[LineList, ...] = ()
        self.list_of_kind: dict[str, LineList] = {}  # where a record stands that is brought back
        self.tabs: FileTabs
        # what was begun in the lines of a file and not entered, by record: of a note, and of each list
        self._begun: dict[int, tuple[str, Sequence[Begun | None]]] = {}
        inner = Panes(theme, [Pane(self.main, 560), Pane(self.side_surface, 300, 360, 1)], self)
        self.inner = inner
        file = QWidget(self)
        box = QVBoxLayout(file)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(inner, 1)
        self._file = file
        self._empty = empty
        self._stack = QStackedWidget(self)
        self.panes_row = Panes(theme, [Pane(pane, 200, 232, 0), Pane(file, 560)], self)
        self._stack.addWidget(self.panes_row)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        pane.filter_changed.connect(lambda _text: self.refresh_list())
        pane.new_requested.connect(self.new_record)
        pane.row_chosen.connect(self._on_row_chosen)
        pane.row_opened.connect(lambda _index: self.focus_file())
        self._key_views: set[QWidget] = set()
        self.watch_keys(pane.view)
        self.watch_keys(self.notes.table.view)
        self.watch_keys(self.notes.about_us.view)
        self.notes.note_added.connect(self._on_note_added)
        self.notes.note_edited.connect(self._on_note_edited)
        self.notes.note_deleted.connect(self._on_note_deleted)

    # what a subclass says

    def note_advice(self) -> str:
        """Return a word for the right end of the notes' title."""
        return ""

    @abstractmethod
    def list_ids(self, match: str, begins: str = "") -> Sequence[int]:
        """Return the ids of the records to list, by name; where given, of those alone whose name `begins` so."""

    @abstractmethod
    def list_page(self, ids: Sequence[int]) -> Sequence[ListRow]:
        """Return what the list shows of some of them."""

    @abstractmethod
    def list_count(self) -> int:
        """Return how many records there are, whatever the filter says."""

    @abstractmethod
    def show_file(self, record: int, *, another: bool) -> None:
        """Load and show one record's file; `another` when it is not the one shown before. Raises NotFound."""

    @abstractmethod
    def note_owner(self, record: int) -> dict[str, int]:
        """Return whom a note is about that is added to a record's file."""

    @abstractmethod
    def delete_record(self, record: int) -> Changes:
        """Delete a record."""

    @abstractmethod
    def new_record(self, *, name: str = "") -> None:
        """Ask for a new record, of a name where one is known."""

    @abstractmethod
    def concerns(self, changes: Changes) -> bool:
        """Tell whether a change shows in the list or in the file."""

    # what a subclass builds with

    def set_tabs(self, *tabs: tuple[str, str, Sequence[QWidget]]) -> None:
        """Share the parts of the file out among tabs, each by its key and its word; the first shows the summary."""
        self.tabs = FileTabs(self.tools.theme, self.tools.say("Parts of the file"), self.main, tabs, self)
        self.header.set_tabs(self.tabs)

    # Screen

    def show_place(self, place: Place) -> Place:
        self.refresh_list()
        wanted = place.record or self.record
        if place.record and self.rows.row_of(place.record) < 0:
            self.pane.filter.clear()
            self.refresh_list()
            if self.rows.row_of(place.record) < 0:
                raise NotFound("record.not_found")
        if self.rows.row_of(wanted) < 0:
            wanted = self.rows.id_at(self.rows.index(0, 0)) if self.rows.rowCount() else 0
        self._show_record(wanted)
        return Place(self.place_name, self.record)

    def begin_new(self, _record: int, name: str) -> None:
        self.new_record(name=name)

    def refresh(self, changes: Changes) -> None:
        if not (self.isVisible() and self.concerns(changes)):
            return
        at = self.rows.row_of(self.record)
        self.refresh_list()
        if not self._shows_again():
            # the one chosen is gone: its neighbour takes its place
            last = self.rows.rowCount() - 1
            self._show_record(self.rows.id_at(self.rows.index(min(max(at, 0), last), 0)) if last >= 0 else 0)
            self.place_changed.emit(Place(self.place_name, self.record))

    def reveal(self, _place: Place, changes: Changes | None = None) -> None:
        for touched in () if changes is None else changes.touched:
            listed = self.list_of_kind.get(touched.kind)
            if listed is not None and listed.go_to(touched.id):
                bring_into_view(listed)
            elif touched.kind == "note" and self.notes.go_to(touched.id):
                self.main.ensureWidgetVisible(self.notes.table)

    def leave(self) -> bool:
        for form in self.forms:
            form.commit()
        for each in self.lists:
            each.commit()
        self.notes.commit()
        # a note that cannot be kept is to be mended, or given up, where it stands
        return self.notes.editor is None

    def set_editing(self, *, allowed: bool) -> None:
        self.may_edit = allowed
        for form in self.forms:
            form.set_editing(allowed=allowed)
        for each in self.lists:
            each.set_editing(allowed=allowed)
        self.notes.set_editing(allowed=allowed)
        if self.pane.new_button is not None:
            self.pane.new_button.setEnabled(allowed)

    def focus_first(self) -> None:
        if self._stack.currentWidget() is self._empty:
            self._empty.setFocus()
        else:
            (self.pane.view if self.rows.rowCount() else self.pane.filter).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_file(self) -> None:
        """Give the focus to the first field of the file."""
        if self.forms and self.forms[0].fields:
            next(iter(self.forms[0].fields.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def start_search(self) -> bool:
        self.pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.filter.selectAll()
        return True

    def note_target(self) -> Place | None:
        return Place(self.place_name, self.record) if self.record else None

    def panes(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self._empty:
            return (self._empty,)
        return (self.pane, self.main, self.side_surface)

    def toggle_side(self) -> None:
        self.inner.toggle_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.may_edit and not event.modifiers():
            in_list = self.pane.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else True
            if event.key() == Qt.Key.Key_N:
                if in_list or not self.record:
                    self.new_record()
                else:
                    self.start_note()
                return
            if event.key() == Qt.Key.Key_Delete and in_list and self.record:
                self.delete_current()
                return
            if event.key() == Qt.Key.Key_F2 and self.record:
                self.focus_file()
                return
        super().keyPressEvent(event)

    # verbs

    def show_tab(self, tab: str) -> None:
        """Show a part of the file."""
        self.tabs.show_tab(tab)

    def start_note(self) -> None:
        """Begin a note on the record shown."""
        self.show_tab(SUMMARY)
        self.main.ensureWidgetVisible(self.notes.line)
        self.notes.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_note_on(self, topic: Topic) -> None:
        """Begin a note on a topic, unless one is begun already."""
        self.start_note()
        if not self.notes.line.text().strip():
            self.notes.line.setText(f"{topic_word(self.tools.say, topic).lower()} ")

    def delete_current(self) -> None:
        """Delete the record shown, and offer to undo that, which brings back what was just being typed, too."""
        if self.leave():
            self.run_and_offer(lambda: self.delete_record(self.record))

    def show_notes(self, record: int, *, another: bool, names: Mapping[int, str] | None = None) -> None:
        """Show the notes of a record; `names` are those of its people, where notes on them stand among its own."""
        owner, page = self.note_owner(record), self.notes_presenter.page
        self.notes.show_notes(lambda match, opened: page(match, opened, **owner), another=another, names=names)

    def walk_file(self, *parts: QWidget) -> None:
        """Let Tab walk through the place as it is read: the head of the list, the list, then parts of the file."""
        pane = self.pane
        new = () if pane.new_button is None else (pane.new_button,)
        walk(pane.filter, self._kept, *new, pane.view, *parts)

    def watch_keys(self, view: QWidget) -> None:
        """Let the keys of this place work in a list or table of it too."""
        self._key_views.add(view)
        view.installEventFilter(self)

    def refresh_list(self) -> None:
        """List the records anew."""
        text, say = self.pane.filter.text().strip(), self.tools.say
        if self.rows.set_ids(self.list_ids(text)):
            self.pane.view.scrollToTop()
            self._choose_shown()
        found, words = self.rows.rowCount(), ""
        if text:
            words = say("Nothing found. Esc shows all.")
            if found:
                words = say("{found} of {all}", found=found, all=self.list_count())
        self.pane.set_found(words)
        self._stack.setCurrentWidget(self.panes_row if found or text else self._empty)

    def run(self, verb: Callable[[], Changes]) -> Changes | None:
        """Run a verb and tell what it changed, or the trouble it met."""
        try:
            changes = verb()
        except LogrollError as error:
            self.tools.prompts.trouble(error)
            return None
        self.changes_made.emit(changes)
        return changes

    def run_and_offer(self, verb: Callable[[], Changes]) -> None:
        """Run a verb that deletes, and offer to take it back."""
        changes = self.run(verb)
        if changes is not None:
            self.tools.prompts.offer_undo(changes)

    def write_field(self, form: RecordForm, key: str, verb: Callable[[], Changes]) -> None:
        """Run a verb for a field of a form; trouble is told under the field."""
        made: list[Changes] = []
        if form.write(key, lambda: made.append(verb())):
            self.changes_made.emit(made[0])

    # inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # lists and tables would take a letter for a search by first letter
        if watched in self._key_views and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if not event.isAutoRepeat():
                self.pane.settle()
            plain = not event.modifiers()
            of_list = (Qt.Key.Key_Delete, Qt.Key.Key_F2) if watched is self.pane.view else ()
            if plain and event.key() in (Qt.Key.Key_N, *self.own_keys, *of_list):
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _show_record(self, record: int) -> None:
        another = record != self.record
        if another:
            self._begun[self.record] = self.notes.line.text(), [each.begun for each in self.lists]
        self.record = record
        self._file.setVisible(bool(record))
        if not record:
            return
        self.show_file(record, another=another)
        if another:
            # what was begun in one file is not entered into another by mistake
            self.main.verticalScrollBar().setValue(0)
            note, begun = self._begun.pop(record, ("", [None] * len(self.lists)))
            self.notes.line.setText(note)
            for each, line in zip(self.lists, begun, strict=True):
                each.begin(line)
        self._choose_shown()

    def _shows_again(self) -> bool:
        """Show the record anew, also where the filter leaves it out now; return whether it is still there."""
        try:
            self._show_record(self.record)
        except NotFound:
            return False
        return bool(self.record)

    def _choose_shown(self) -> None:
        """Mark the record whose file is shown in the list."""
        index, view = self.rows.index(self.rows.row_of(self.record), 0), self.pane.view
        if view.currentIndex() != index:
            view.setCurrentIndex(index)
            view.scrollTo(index)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        record = self.rows.id_at(index)
        if not record or record == self.record:
            return
        if not self.leave():
            self._choose_shown()
            return
        self._show_record(record)
        self.place_changed.emit(Place(self.place_name, record))

    def _on_note_added(self, text: str) -> None:
        try:
            changes = self.notes_presenter.add(text, **self.note_owner(self.record))
        except LogrollError as error:
            self.notes.refuse(self.tools.say.message(error.message))
            return
        self.notes.accept()
        self.changes_made.emit(changes)

    def _on_note_edited(self, note: int, typed: Mapping[str, str]) -> None:
        if self.run(lambda: self.notes_presenter.change(note, typed)) is None:
            # what was typed is not lost: its row is open again, to be mended
            self.notes.edit(note, "text", typed)

    def _on_note_deleted(self, note: int) -> None:
        if self.may_edit:
            self.run_and_offer(lambda: self.notes_presenter.delete(note))
