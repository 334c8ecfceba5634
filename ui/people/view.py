"""ui: the people on the other side - a list, and the file of the one chosen: authority first, then the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.changes import Changes
from core.counterpart import Counterpart
from core.debrief import Learning
from core.gaps import About
from core.naming import basis_word, status_word, topic_word
from core.negotiation import NegotiationRow
from core.recall_words import met
from core.side import Basis
from ui.ask_next import TOPICS, AskNext
from ui.documents.recall import RecallPrinter
from ui.dossier import Dossier, stacked
from ui.list_rows import ListRow
from ui.navigation import NEGOTIATION, NEW, PEOPLE, RECALL, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.people.presenter import PeoplePresenter, PersonFile
from ui.people.promises import PromisesSection
from ui.people.recall_page import RecallPage
from ui.record_form import RecordForm
from ui.style import paint_panel
from ui.theme import Theme
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.flag import Flag, Level
from ui.widgets.list_pane import ListPane
from ui.widgets.more_rows import MoreRows
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

if TYPE_CHECKING:
    from db.logbook import Logbook

MATTERS = 8  # negotiations that are shown at first


class _AuthorityPanel(QWidget):
    """What this person may decide alone: the question, the answer in large type, what it rests on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        rect, radius = QRectF(self.rect()), theme.size("radius")
        paint_panel(QPainter(self), rect, fill=None, edge=theme.color("line2"), radius=radius, width=theme.edge())

    def _dress(self) -> None:
        space = self._theme.space
        self.column.setContentsMargins(space(14), space(10), space(14), space(10))
        self.column.setSpacing(space(4))
        self.update()


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
            say("One file a person: what they may decide, how they deal, what they want - each note with its basis."),
            add,
        )
        super().__init__(tools, logbook, pane, empty)
        self._presenter = PeoplePresenter(logbook, say, tools.clock)
        self._supplier = 0
        add.clicked.connect(self.new_record)
        self._build_header()
        self.authority = self._build_authority()
        self.main.column.addWidget(self.notes)
        self.main.column.addStretch(1)
        self._build_coming()
        self.form = self._build_side()
        self.side.column.addStretch(1)
        self.forms = [self.authority, self.form]
        for table in (self.negotiations, self.ask.table, self.promises.table):
            self.watch_keys(table.view)
        self.card = self._build_card()

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
        for button in (note, recall, delete):
            self.header.add_action(button)

    def _build_authority(self) -> RecordForm:
        theme, say = self.tools.theme, self.tools.say
        panel = _AuthorityPanel(theme, self)
        self._question = Text(theme, say("What may this person decide alone?"), "meta", color="muted", parent=panel)
        self._answer = Text(theme, "", "page", wrap=True, parent=panel)
        self._rests_on = Text(theme, "", "meta", color="muted", parent=panel)
        self._flag = Flag(theme, say, Level.CHECK, say("authority not known: ask"), parent=panel)
        for part in (self._question, self._answer, self._rests_on, self._flag):
            panel.column.addWidget(part)
        form = RecordForm(theme, say, label_width=112, parent=panel)
        form.add_line("authority", say("Authority"), hint=say("such as up to 150,000.00 EUR, payment terms included"))
        form.add_choice("authority_basis", say("Basis"), self._bases())
        form.add_line("authority_on", say("Learnt on"), hint=say("a day, such as 12 Nov 2026"))
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        panel.column.addSpacing(theme.space(6))
        panel.column.addWidget(form)
        self.main.column.addWidget(panel)
        return form

    def _build_coming(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        self.ask = AskNext(theme, say, self)
        self.ask.answer_wanted.connect(self._on_answer_wanted)
        self.promises = PromisesSection(theme, say, self)
        self.promises.negotiation_wanted.connect(
            lambda record: self.go_wanted.emit(Place(NEGOTIATION, record, "debrief"))
        )
        title = SectionTitle(theme, say("Last learning"), parent=self)
        self._learning = Text(theme, "", wrap=True, parent=self)
        self._learnt = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self._learning.setContentsMargins(0, theme.space(6), 0, 0)
        self._learning_box = stacked(title, self._learning, self._learnt)
        for part in (self.ask, self.promises, self._learning_box):
            self.side.column.addWidget(part)

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

    def _build_side(self) -> RecordForm:
        theme, say = self.tools.theme, self.tools.say
        form = RecordForm(theme, say, label_width=72, wide_problems=True, parent=self)
        form.add_line("name", say("Name"))
        form.add_line("role", say("Role"))
        form.add_line("email", say("Mail"))
        form.add_line("phone", say("Phone"))
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        self.side.column.addWidget(SectionTitle(theme, say("Person"), parent=self))
        self.side.column.addWidget(form)
        self._supplier_title = SectionTitle(theme, say("Supplier"), parent=self)
        self._supplier_button = Button(theme, "", ButtonKind.QUIET, icon="building-2", parent=self)
        self._supplier_button.clicked.connect(lambda: self.go_wanted.emit(Place(SUPPLIERS, self._supplier)))
        self.side.column.addWidget(stacked(self._supplier_title, self._supplier_button))
        self._negotiations_title = SectionTitle(theme, say("Negotiations"), line=False, parent=self)
        self.negotiations = DataTable(theme, say, say("Negotiations"), header=False, fits=True, parent=self)
        self.negotiations.set_columns(
            [TableColumn("title", say("Subject"), stretch=1), TableColumn("status", say("Stage"), muted=True)]
        )
        self._matters = MoreRows(self.negotiations, say, "title", MATTERS)
        self._matters.row_activated.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record)))
        self.side.column.addWidget(stacked(self._negotiations_title, self.negotiations))
        return form

    # Screen

    def show_place(self, place: Place) -> Place:
        shown = super().show_place(place)
        wants_card = place.part == RECALL and bool(shown.record)
        if wants_card:
            self.card.show_card(self._presenter.card(shown.record))
        self._stack.setVisible(not wants_card)
        self.card.setVisible(wants_card)
        return replace(shown, part=RECALL) if wants_card else shown

    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if self.card.isVisible() and self.record and self.concerns(changes):
            self.card.show_card(self._presenter.card(self.record))

    def focus_first(self) -> None:
        if self.card.isHidden():
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

    def begin_new(self, record: int) -> None:
        # asked for from a supplier's file, which is whom the person works for
        self.new_record(record)

    def show_file(self, record: int, *, another: bool) -> None:
        file = self._presenter.file(record)
        person = file.person
        self._supplier = file.supplier.id
        self.header.set_title(person.name)
        self.header.set_details("  ·  ".join(self._details(file)))
        self._show_authority(person)
        values = self._values(person)
        for form in self.forms:
            show = form.show_record if another else form.show_values
            show({key: values[key] for key in form.fields})
        self._supplier_button.set_label(file.supplier.name)
        self._show_negotiations(file, another=another)
        self.ask.show_gaps(file.gaps)
        self.promises.show_promises(file.promises, file.rates, another=another)
        self._show_learning(file.learning)
        self.notes.show_notes(partial(self.notes_presenter.page, counterpart_id=record), another=another)
        if another:
            self.main.verticalScrollBar().setValue(0)

    def add_note(self, record: int, text: str) -> Changes:
        return self._presenter.add_note(record, text)

    def delete_record(self, record: int) -> Changes:
        return self._presenter.delete(record)

    def new_record(self, supplier: int = 0) -> None:
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
        panel.add_line("name", say("Name"))
        choices = [(str(row.id), row.name) for row in known]
        panel.add_choice("supplier", say("Supplier"), choices, str(supplier or self._supplier))
        panel.ask()

    def concerns(self, changes: Changes) -> bool:
        return any(changes.concern(kind) for kind in ("counterpart", "supplier", "note", "negotiation", "meeting"))

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        for button in self._writers:
            button.setEnabled(allowed)

    # inside

    def _bases(self) -> list[tuple[str, str]]:
        say = self.tools.say
        return [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]

    def _values(self, person: Counterpart) -> dict[str, str]:
        return {
            "name": person.name,
            "role": person.role,
            "email": person.email,
            "phone": person.phone,
            "authority": person.authority,
            "authority_basis": person.authority_basis or "",
            "authority_on": self.tools.say.day(person.authority_on) if person.authority_on else "",
        }

    def _show_authority(self, person: Counterpart) -> None:
        say = self.tools.say
        self._answer.setText(person.authority)
        self._answer.setVisible(bool(person.authority))
        parts = []
        if person.authority_basis is not None:
            parts.append(basis_word(say, person.authority_basis))
        if person.authority_on is not None:
            parts.append(say.day(person.authority_on))
        self._rests_on.setText(", ".join(parts))
        self._rests_on.setVisible(bool(parts) and bool(person.authority))
        guessed = person.authority_basis is Basis.GUESS
        self._flag.set_flag(Level.CHECK, say("a guess: ask") if person.authority else say("authority not known: ask"))
        self._flag.setVisible(guessed or not person.authority)

    def _details(self, file: PersonFile) -> list[str]:
        say, following = self.tools.say, file.sittings.next
        found = [", ".join(part for part in (file.person.role, file.supplier.name) if part), met(say, file.sittings)]
        if following is not None and following.planned_at is not None:
            found.append(say("next {moment}", moment=following.planned_at))
        return [part for part in found if part]

    def _show_learning(self, learning: Learning | None) -> None:
        say = self.tools.say
        self._learning_box.setVisible(learning is not None)
        if learning is not None:
            self._learning.setText(learning.text)
            self._learnt.setText(f"{learning.title}, {say.day(learning.on)}")

    def _show_negotiations(self, file: PersonFile, *, another: bool) -> None:
        say = self.tools.say
        rows = file.negotiations
        self._matters.show_rows(rows, self._matter, another=another)
        self.negotiations.setVisible(bool(rows))
        self._negotiations_title.setVisible(bool(rows))
        self._negotiations_title.set_detail(say.number(len(rows)))

    def _matter(self, row: NegotiationRow) -> TableRow:
        status = status_word(self.tools.say, row.status)
        return TableRow(row.id, {"title": TableCell(row.title), "status": TableCell(status)})

    def _on_answer_wanted(self, about: About) -> None:
        """Go where the answer to a question belongs: authority has its field, all else is a note."""
        topic = TOPICS.get(about)
        if topic is None:
            self.focus_file()
        elif self.may_edit:
            self.start_note()
            if not self.notes.line.text().strip():
                self.notes.line.setText(f"{topic_word(self.tools.say, topic).lower()} ")

    def _on_edited(self, form: RecordForm, key: str, text: str) -> None:
        record = self.record
        self.write_field(form, key, lambda: self._presenter.change(record, key, text))
