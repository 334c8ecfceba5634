"""ui: the suppliers - a list, and the file of the one chosen: its past and its notes, the company, spend and costs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.changes import Changes
from core.gaps import About, quoted
from core.supplier import Supplier
from core.verdict import Flag
from ui.ask_next import TOPICS
from ui.dossier import SUMMARY, Dossier
from ui.line_list import LineList
from ui.list_rows import ListRow
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.record_form import RecordForm
from ui.suppliers.dependence import DependenceSection
from ui.suppliers.lists import ContractsSection, CostsSection, SpendSection
from ui.suppliers.past import figures
from ui.suppliers.past_tables import NegotiationsSection, TermsSection
from ui.suppliers.portfolio import PortfolioSection
from ui.suppliers.presenter import SupplierFile, SuppliersPresenter
from ui.suppliers.side import SupplierSide
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.flag import Level
from ui.widgets.inset import inset
from ui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from db.logbook import Logbook

SOON_DAYS = 90
COMPANY, COSTS = "company", "costs"  # the tabs of a file beside its summary
_TAB_OF_KIND = {"note": SUMMARY, "contract": COMPANY, "spend": COSTS, "cost_part": COSTS}


class SuppliersScreen(Dossier):
    """The companies on the other side."""

    place_name = SUPPLIERS

    def __init__(self, tools: Tools, logbook: Logbook) -> None:
        """Build the list and the file."""
        theme, say = tools.theme, tools.say
        add = Button(theme, say("New supplier"), ButtonKind.PRIMARY, key="N", large=True)
        pane = ListPane(
            theme,
            say,
            say("Suppliers"),
            filter_hint=say("Filter suppliers"),
            new_name=say("New supplier"),
            new_key="N",
        )
        empty = EmptyPlace(
            theme,
            "building-2",
            say("No suppliers yet"),
            say("One file for each company: who you deal with, what you know, and how much each needs the other."),
            add,
        )
        super().__init__(tools, logbook, pane, empty)
        self._presenter = SuppliersPresenter(logbook, say, tools.clock)
        add.clicked.connect(self.new_record)
        self._build_header()
        self.strip = FigureStrip(theme, self)
        box = self._file.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(1, self.strip)
        self.form = self._build_form()
        self.portfolio = PortfolioSection(theme, say, self)
        self.negotiations = NegotiationsSection(theme, say, self)
        self.negotiations.row_activated.connect(self._on_matter_wanted)
        self.terms = TermsSection(theme, say, self)
        self.terms.row_activated.connect(lambda row: self._on_matter_wanted(self.terms.negotiation_of(row)))
        self._build_lists()
        self.set_tabs(
            (SUMMARY, say("Summary"), (self.negotiations, self.terms, self.notes)),
            (COMPANY, say("Company"), (inset(theme, self.form), self.contracts, self.portfolio)),
            (COSTS, say("Spend and costs"), (self.spend, self.costs)),
        )
        self.told = self._build_side()
        self.portfolio.form.edited.connect(lambda key, text: self._on_edited(self.portfolio.form, key, text))
        self.forms = [self.form, self.portfolio.form, self.told.dependence.form]
        tables = (self.negotiations.table, self.terms.table, *self.told.tables)
        for table in (*tables, *(each.table for each in self.lists)):
            self.watch_keys(table.view)
        self._walk_in_order()

    def _build_header(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        negotiation = Button(theme, say("Negotiation"), icon="plus", parent=self)
        negotiation.clicked.connect(lambda: self.go_wanted.emit(Place(NEGOTIATIONS, self.record, NEW)))
        note = Button(theme, say("Note"), icon="plus", key="N", parent=self)
        note.clicked.connect(self.start_note)
        delete = IconButton(theme, say("Delete supplier"), icon="trash-2", key="Del", parent=self)
        delete.clicked.connect(self.delete_current)
        self._writers: list[QWidget] = [negotiation, note, delete]
        for button in self._writers:
            self.header.add_action(button)

    def _build_form(self) -> RecordForm:
        say = self.tools.say
        form = RecordForm(self.tools.theme, say, label_width=150, parent=self)
        form.add_line("name", say("Name"))
        form.add_line("category", say("Category"), hint=say("what they supply"))
        form.add_line("city", say("City"))
        form.add_line("country", say("Country"))
        form.add_line("contract_end", say("Frame contract until"), hint=say("a day, such as 31 Dec 2026"))
        form.add_text("background", say("Background"), hint=say("owners, plants, what changed of late"))
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        return form

    def _build_lists(self) -> None:
        theme, say, presenter = self.tools.theme, self.tools.say, self._presenter
        self.contracts = ContractsSection(theme, say, self)
        self.spend = SpendSection(theme, say, self)
        self.costs = CostsSection(theme, say, self)
        self.costs.renew_wanted.connect(lambda: self.run(lambda: presenter.renew_costs(self.record)))
        self._connect(self.contracts, presenter.write_contract, presenter.contract_line, presenter.delete_contract)
        self._connect(self.spend, presenter.write_spend, presenter.spend_line, presenter.delete_spend)
        self._connect(self.costs, presenter.write_cost, presenter.cost_line, presenter.delete_cost)
        self.contracts.reading = presenter.contract_reading
        self.spend.reading = lambda text: presenter.spend_reading(self.record, text)
        self.costs.reading = lambda text: presenter.cost_reading(self.record, text)
        self.lists = (self.contracts, self.spend, self.costs)
        self.list_of_kind = {"contract": self.contracts, "spend": self.spend, "cost_part": self.costs}

    def _connect(
        self,
        section: LineList,
        write: Callable[[int, int, str], Changes],
        line_of: Callable[[int, int], str],
        delete: Callable[[int], Changes],
    ) -> None:
        section.write = lambda record, text: self.changes_made.emit(write(self.record, record, text))
        section.line_of = lambda record: line_of(self.record, record)
        section.delete_wanted.connect(lambda record: self.run_and_offer(lambda: delete(record)))

    def _build_side(self) -> SupplierSide:
        told = SupplierSide(self.tools.theme, self.tools.say, self)
        form = told.dependence.form
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        told.person_wanted.connect(lambda record: self.go_wanted.emit(Place(PEOPLE, record)))
        told.new_person_wanted.connect(lambda: self.go_wanted.emit(Place(PEOPLE, self.record, NEW)))
        told.answer_wanted.connect(self._on_answer_wanted)
        self.side.column.addWidget(told)
        self.side.column.addStretch(1)
        return told

    def _walk_in_order(self) -> None:
        """Let Tab walk through the file as it is read: head, tabs, the parts of each tab, then the side."""
        notes, told = self.notes, self.told
        summary = (self.negotiations.table, self.terms.table, notes.filter, notes.table, notes.line, notes.about_us)
        contracts = (self.contracts.table, self.contracts.table.add_field)
        company = (*self.form.fields.values(), *contracts, *self.portfolio.form.fields.values())
        spend = (self.spend.table, self.spend.table.add_field)
        costs = (self.costs.renew, self.costs.table, self.costs.table.add_field)
        dependence = (told.dependence.change, *told.dependence.form.fields.values())
        side = (*dependence, told.people.add, told.people.table, told.ask.table)
        self.walk_file(*self._writers, self.tabs, *summary, *company, *spend, *costs, *side)

    # Dossier

    def list_ids(self, match: str, begins: str = "") -> Sequence[int]:
        return self._presenter.ids(match, begins)

    def list_page(self, ids: Sequence[int]) -> Sequence[ListRow]:
        return [
            ListRow(row.id, row.name, ", ".join(part for part in (row.country, row.category) if part))
            for row in self._presenter.some(ids)
        ]

    def list_count(self) -> int:
        return self._presenter.count()

    def show_file(self, record: int, *, another: bool) -> None:
        file = self._presenter.file(record)
        supplier = file.supplier
        self._show_head(file)
        values = self._values(supplier)
        for form in self.forms:
            show = form.show_record if another else form.show_values
            show({key: values[key] for key in form.fields})
        self.portfolio.show_supplier(supplier)
        self.contracts.show_contracts(file.contracts, another=another)
        self.spend.show_spend(file.spend, another=another)
        self.costs.show_costs(file.costs, another=another)
        self.negotiations.show_past(file.negotiations, file.past, another=another)
        self.terms.show_terms(file.past.terms, another=another)
        self.told.show_file(file, another=another)
        self.show_notes(record, another=another, names={row.id: row.name for row in file.people})

    def refresh(self, changes: Changes) -> None:
        if changes.concern("negotiation"):
            self._presenter.forget_pasts()
        super().refresh(changes)

    def note_owner(self, record: int) -> dict[str, int]:
        return {"supplier_id": record}

    def delete_record(self, record: int) -> Changes:
        return self._presenter.delete(record)

    def new_record(self, *, name: str = "") -> None:
        say = self.tools.say

        def add(typed: Mapping[str, str]) -> None:
            changes = self._presenter.add(typed["name"])
            self.changes_made.emit(changes)
            self.go_wanted.emit(Place(SUPPLIERS, changes.made))

        if self.may_edit:
            panel = NewRecord(self.tools.theme, say, self.window(), say("New supplier"), say("Add supplier"), add)
            panel.add_line("name", say("Name"), value=name)
            panel.ask()

    def concerns(self, changes: Changes) -> bool:
        return any(
            changes.concern(kind) for kind in ("supplier", "counterpart", "note", "negotiation", "meeting", "round")
        )

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        self.told.set_editing(allowed=allowed)
        for button in self._writers:
            button.setEnabled(allowed)

    def focus_file(self) -> None:
        self.show_tab(COMPANY)
        super().focus_file()

    def reveal(self, place: Place, changes: Changes | None = None) -> None:
        touched = set() if changes is None else {each.kind for each in changes.touched}
        found = next((tab for kind, tab in _TAB_OF_KIND.items() if kind in touched), None)
        if found is not None:
            self.show_tab(found)
        super().reveal(place, changes)

    # inside

    def _values(self, supplier: Supplier) -> dict[str, str]:
        say = self.tools.say
        return {
            "name": supplier.name,
            "category": supplier.category,
            "city": supplier.city,
            "country": supplier.country,
            "contract_end": say.day(supplier.contract_end) if supplier.contract_end else "",
            "background": supplier.background,
            **PortfolioSection.values(supplier),
            **DependenceSection.values(supplier, say),
        }

    def _show_head(self, file: SupplierFile) -> None:
        say, supplier = self.tools.say, file.supplier
        self.header.set_title(supplier.name)
        where = ", ".join(part for part in (supplier.category, supplier.city, supplier.country) if part)
        self.header.set_details(where or say("no category or place yet"))
        self.strip.set_figures(figures(say, supplier, file.past, file.contracts, file.spend, self._presenter.today))
        flags = []
        urgent = next((each for each in file.contracts if each.flag is Flag.ACT and not each.is_over), None)
        # the notice comes before the end of which it is the notice
        if supplier.contract_end is not None and urgent is None:
            days = (supplier.contract_end - self._presenter.today).days
            if days < 0:
                flags.append((Level.ACT, say("contract ended {day}", day=supplier.contract_end)))
            elif days <= SOON_DAYS:
                flags.append((Level.CHECK, say.plural("contract ends in {n} day", "contract ends in {n} days", days)))
        if urgent is not None and urgent.notice_by is not None:
            title = quoted(urgent.contract.title, 24)
            flags.append((Level.ACT, say("give notice of “{contract}” by {day}", contract=title, day=urgent.notice_by)))
        self.header.set_flags(flags)

    def _on_matter_wanted(self, negotiation: int) -> None:
        self.go_wanted.emit(Place(NEGOTIATION, negotiation))

    def _on_answer_wanted(self, about: About) -> None:
        """Go where the answer to a question belongs."""
        topic = TOPICS.get(about)
        if about is About.AUTHORITY:
            self.told.people.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif about is About.CONTRACT:
            self.show_tab(COMPANY)
            self.form.line("contract_end").setFocus(Qt.FocusReason.OtherFocusReason)
        elif topic is None:
            self.told.dependence.open()
        elif self.may_edit:
            self.start_note_on(topic)

    def _on_edited(self, form: RecordForm, key: str, text: str) -> None:
        record = self.record
        self.write_field(form, key, lambda: self._presenter.change(record, key, text))
