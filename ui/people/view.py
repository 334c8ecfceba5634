"""ui: the people on the other side - a list, and the file of the one chosen: authority first, then what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.counterpart import Counterpart
from core.gaps import About
from core.note import Note
from core.recall_words import met
from core.timeline import Event, Happening
from ui.ask_next import TOPICS
from ui.documents.recall import RecallPrinter
from ui.dossier import SUMMARY, Dossier
from ui.list_rows import ListRow
from ui.navigation import AUTHORITY, NEGOTIATION, NEW, PEOPLE, RECALL, SETTINGS, SUPPLIERS, TACTICS, Place
from ui.new_record import NewRecord
from ui.people.authority import AuthorityPanel
from ui.people.contact import ContactSection
from ui.people.given import GivenAwaySection
from ui.people.presenter import PeoplePresenter, PersonFile
from ui.people.promises import PromisesSection
from ui.people.recall_page import RecallPage
from ui.people.side import PersonSide
from ui.people.style_section import StyleList
from ui.people.timeline import TimelineSection
from ui.record_form import RecordForm
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.inset import inset
from ui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from db.logbook import Logbook

DEALING, TIMELINE, CONTACT = "dealing", "timeline", "contact"  # the tabs of a file beside its summary


class PeopleScreen(Dossier):
    """The people whom we face."""

    place_name = PEOPLE
    own_keys = (Qt.Key.Key_R,)

    def __init__(self, tools: Tools, logbook: Logbook) -> None:
        """Build the list and the file."""
        theme, say = tools.theme, tools.say
        add = Button(theme, say("New person"), ButtonKind.PRIMARY, key="N", large=True)
        pane = ListPane(
            theme, say, say("People"), filter_hint=say("Filter people"), new_name=say("New person"), new_key="N"
        )
        empty = EmptyPlace(
            theme,
            "users",
            say("No people yet"),
            say("One file for each person: what they may decide, how they deal, what they want, each with its basis."),
            add,
        )
        super().__init__(tools, logbook, pane, empty)
        self._presenter = PeoplePresenter(logbook, say, tools.clock)
        self._supplier = 0
        add.clicked.connect(self.new_record)
        self._met = 0
        self._promised: set[int] = set()  # the commitments that were open while the person shown is shown
        self._read: set[str] = set()  # the tabs whose own part was read for the person shown
        self._build_header()
        self.panel = AuthorityPanel(theme, say, self)
        self._wants_authority = False  # asked for from a preparation that lacks it
        self.authority = self.panel.form
        self.authority.edited.connect(lambda key, text: self._on_edited(self.authority, key, text))
        self._build_dealing()
        self.contact = ContactSection(theme, say, self)
        self.form = self.contact.form
        self.form.edited.connect(lambda key, text: self._on_edited(self.form, key, text))
        self.contact.supplier_wanted.connect(lambda: self.go_wanted.emit(Place(SUPPLIERS, self._supplier)))
        self.contact.negotiation_wanted.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record)))
        self.set_tabs(
            (SUMMARY, say("Summary"), (inset(theme, self.panel), self.notes)),
            (DEALING, say("How they deal"), (self.dealt, self.given)),
            (TIMELINE, say("Timeline"), (self.timeline,)),
            (CONTACT, say("Contact"), (self.contact,)),
        )
        self.tabs.shown.connect(self._on_tab_shown)
        self.told = PersonSide(theme, say, self)
        self.told.answer_wanted.connect(self._on_answer_wanted)
        self.told.list_wanted.connect(lambda: self.go_wanted.emit(Place(SETTINGS, part=TACTICS)))
        self.told.negotiation_wanted.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record, "debrief")))
        promises = self._connect_promises()
        self.lists = (self.dealt, promises)
        self.list_of_kind = {"commitment": promises}
        self.side.column.addWidget(self.told)
        self.side.column.addStretch(1)
        self.forms = [self.authority, self.form]
        tables = (self.contact.negotiations.table, self.dealt.table, self.given.table, self.timeline.table)
        for table in (*tables, *self.told.tables):
            self.watch_keys(table.view)
        self.card = self._build_card()
        self._walk_in_order()

    def note_advice(self) -> str:
        return self.tools.say("write as if they will read it")

    def _build_header(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        note = Button(theme, say("Note"), icon="plus", key="N", parent=self)
        note.clicked.connect(self.start_note)
        recall = Button(theme, say("Recall card"), key="R", parent=self)
        recall.clicked.connect(self.open_card)
        delete = IconButton(theme, say("Delete person"), icon="trash-2", key="Del", parent=self)
        delete.clicked.connect(self.delete_current)
        self._writers: list[QWidget] = [note, delete]
        self._actions = (note, recall, delete)
        for button in self._actions:
            self.header.add_action(button)

    def _build_dealing(self) -> None:
        theme, say, presenter = self.tools.theme, self.tools.say, self._presenter
        self._on_style: dict[int, Note] = {}
        dealt = self.dealt = StyleList(theme, say, self)
        dealt.write = lambda note, text: self.changes_made.emit(presenter.write_style(self.record, note, text))
        dealt.line_of = lambda note: presenter.style_line(self._on_style[note])
        dealt.reading = presenter.style_reading
        dealt.delete_wanted.connect(lambda note: self.run_and_offer(lambda: presenter.delete_note(note)))
        self.given = GivenAwaySection(theme, say, self)
        self.given.negotiation_wanted.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record, "analyse")))
        self.timeline = TimelineSection(theme, say, self)
        self.timeline.event_wanted.connect(self._on_event_wanted)

    def _connect_promises(self) -> PromisesSection:
        presenter, promises = self._presenter, self.told.promises
        promises.write = lambda one, text: self.changes_made.emit(presenter.write_promise(self.record, one, text))
        promises.line_of = lambda one: presenter.promise_line(self.record, one)
        promises.reading = lambda text: presenter.promise_reading(self.record, text)
        promises.kept_toggled.connect(lambda one: self.run_and_offer(lambda: presenter.keep_promise(one)))
        promises.delete_wanted.connect(lambda one: self.run_and_offer(lambda: presenter.delete_promise(one)))
        return promises

    def _build_card(self) -> RecallPage:
        card = RecallPage(self.tools.theme, self.tools.say, self)
        card.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(card)
        card.back_wanted.connect(lambda: self.go_wanted.emit(Place(PEOPLE, self.record)))
        printer = RecallPrinter(self.tools, card)
        card.print_wanted.connect(lambda: printer.choose_target(self._presenter.card(self.record)))
        return card

    def _walk_in_order(self) -> None:
        """Let Tab walk through the file as it is read: head, tabs, the parts of each tab, then the side."""
        notes, told = self.notes, self.told
        authority = (self.panel.change, *self.authority.fields.values())
        summary = (*authority, notes.filter, notes.table, notes.line, notes.about_us)
        dealing = (self.dealt.table, self.dealt.table.add_field, self.given.table)
        contact = (*self.form.fields.values(), self.contact.supplier, self.contact.negotiations.table)
        promised = (told.promises.kept, told.promises.table, told.promises.table.add_field)
        side = (told.ask.table, told.tactics.edit, told.tactics.table, *promised, told.openers.table)
        self.walk_file(*self._actions, self.tabs, *summary, *dealing, self.timeline.table, *contact, *side)

    # Screen

    def show_place(self, place: Place) -> Place:
        shown = super().show_place(place)
        wants_card = place.part == RECALL and bool(shown.record)
        if wants_card:
            self.card.show_card(self._presenter.card(shown.record))
        self._stack.setVisible(not wants_card)
        self.card.setVisible(wants_card)
        self._wants_authority = place.spot == AUTHORITY
        return replace(shown, part=RECALL) if wants_card else shown

    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if self.card.isVisible() and self.record and self.concerns(changes):
            self.card.show_card(self._presenter.card(self.record))

    def focus_first(self) -> None:
        if self._wants_authority:
            self._wants_authority = False
            self.focus_file()
        elif self.card.isHidden():
            super().focus_first()
        else:
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        return super().panes() if self.card.isHidden() else (self.card,)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.card.isHidden():
            # the file behind the card hears no key
            event.ignore()
        elif event.key() == Qt.Key.Key_R and not event.modifiers() and self.record:
            self.open_card()
        else:
            super().keyPressEvent(event)

    def open_card(self) -> None:
        """Ask for the recall card of the person shown."""
        self.go_wanted.emit(Place(PEOPLE, self.record, RECALL))

    # Dossier

    def list_ids(self, match: str, begins: str = "") -> Sequence[int]:
        return self._presenter.ids(match, begins)

    def list_page(self, ids: Sequence[int]) -> Sequence[ListRow]:
        return [ListRow(row.id, row.name, row.supplier_name) for row in self._presenter.some(ids)]

    def list_count(self) -> int:
        return self._presenter.count()

    def begin_new(self, record: int, name: str) -> None:
        # asked for from a supplier's file, which is whom the person works for
        self.new_record(record, name=name)

    def show_file(self, record: int, *, another: bool) -> None:
        file = self._presenter.file(record)
        person = file.person
        self._supplier = file.supplier.id
        self.header.set_title(person.name)
        self.header.set_details("  ·  ".join(self._details(file)))
        values = self._values(person)
        for form in self.forms:
            show = form.show_record if another else form.show_values
            show({key: values[key] for key in form.fields})
        self.panel.show_person(person)
        self.contact.show_contact(file.supplier, file.negotiations, another=another)
        self.told.show_file(file, another=another)
        self.show_notes(record, another=another)
        self._on_style = {note.id: note for note in file.on_style}
        self.dealt.show_style(file.on_style, file.style, another=another)
        self._met = file.sittings.met
        if another:
            self._read.clear()
            self._promised.clear()
        self._promised.update(each.commitment.id for each in file.promises)
        self._show_own(self.tabs.current)

    def note_owner(self, record: int) -> dict[str, int]:
        return {"counterpart_id": record}

    def delete_record(self, record: int) -> Changes:
        return self._presenter.delete(record)

    def new_record(self, supplier: int = 0, *, name: str = "") -> None:
        say = self.tools.say
        known = self._presenter.suppliers()
        if not self.may_edit:
            return
        if not known:
            self.tools.prompts.tell(say("A person works for a supplier. Add the supplier first."))
            self.go_wanted.emit(Place(SUPPLIERS, part=NEW))
            return

        def add(typed: Mapping[str, str]) -> None:
            changes = self._presenter.add(typed["name"], int(typed["supplier"] or 0))
            self.changes_made.emit(changes)
            self.go_wanted.emit(Place(PEOPLE, changes.made))

        panel = NewRecord(self.tools.theme, say, self.window(), say("New person"), say("Add person"), add)
        panel.add_line("name", say("Name"), value=name)
        choices = [(str(row.id), row.name) for row in known]
        panel.add_choice("supplier", say("Supplier"), choices, str(supplier or self._supplier))
        panel.ask()

    def concerns(self, changes: Changes) -> bool:
        kinds = ("counterpart", "supplier", "note", "negotiation", "meeting", "tactic")
        return any(changes.concern(kind) for kind in kinds)

    def focus_file(self) -> None:
        self.show_tab(SUMMARY)
        self.panel.open()

    def tells_of(self, changes: Changes) -> bool:
        return any(each.kind == "commitment" and each.id in self._promised for each in changes.touched)

    def reveal(self, place: Place, changes: Changes | None = None) -> None:
        notes = [each.id for each in changes.touched if each.kind == "note"] if changes is not None else []
        if notes and self.tabs.current == DEALING and any(self.dealt.go_to(each) for each in notes):
            return
        if notes:
            self.show_tab(SUMMARY)
        super().reveal(place, changes)

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self.panel.set_editing(allowed=allowed)
        for button in self._writers:
            button.setEnabled(allowed)

    # inside

    def _values(self, person: Counterpart) -> dict[str, str]:
        return {
            **ContactSection.values(person),
            "authority": person.authority,
            "authority_basis": person.authority_basis or "",
            "authority_on": self.tools.say.day(person.authority_on) if person.authority_on else "",
            "influence": person.influence or "",
        }

    def _details(self, file: PersonFile) -> list[str]:
        say, following = self.tools.say, file.sittings.next
        found = [", ".join(part for part in (file.person.role, file.supplier.name) if part), met(say, file.sittings)]
        if following is not None and following.planned_at is not None:
            found.append(say("next {moment}", moment=following.planned_at))
        return [part for part in found if part]

    def _on_tab_shown(self, tab: str) -> None:
        if self.record:
            self._show_own(tab)

    def _show_own(self, tab: str) -> None:
        """Read and show what stands in one tab alone, so that a file opens without it."""
        presenter, record, another = self._presenter, self.record, tab not in self._read
        self._read.add(tab)
        if tab == TIMELINE:
            read = partial(presenter.timeline, record)
            self.timeline.show_events(read, presenter.timeline_count(record), another=another)
        elif tab == DEALING:
            self.given.show_given(presenter.given(record), self._met, another=another)

    def _on_answer_wanted(self, about: About) -> None:
        """Go where the answer to a question belongs: authority has its field, all else is a note."""
        topic = TOPICS.get(about)
        if topic is None:
            self.focus_file()
        elif self.may_edit:
            self.start_note_on(topic)

    def _on_event_wanted(self, event: Event) -> None:
        """Go where an event stands: a note among the notes, all else in its negotiation."""
        if event.key.kind is Happening.NOTE:
            self.show_tab(SUMMARY)
            if self.notes.go_to(event.key.id):
                self.main.ensureWidgetVisible(self.notes.table)
        elif event.negotiation_id is not None:
            part = "analyse" if event.key.kind is Happening.MEETING and not event.ahead else "debrief"
            part = "prepare" if event.ahead else part
            self.go_wanted.emit(Place(NEGOTIATION, event.negotiation_id, part))

    def _on_edited(self, form: RecordForm, key: str, text: str) -> None:
        record = self.record
        self.write_field(form, key, lambda: self._presenter.change(record, key, text))
