"""ui: the suppliers - a list, and the file of the one chosen: dependence, people, negotiations, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.changes import Changes
from core.counterpart import CounterpartRow
from core.gaps import About, quoted
from core.naming import basis_word, influence_word, topic_word
from core.side import Basis
from core.supplier import Supplier
from core.verdict import Flag
from ui.ask_next import TOPICS, AskNext
from ui.dossier import Dossier
from ui.line_list import LineList
from ui.list_rows import ListRow
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SUPPLIERS, Place
from ui.new_record import NewRecord
from ui.record_form import RecordForm
from ui.suppliers.dependence import DependenceLine, lean
from ui.suppliers.lists import ContractsSection, CostsSection, SpendSection
from ui.suppliers.past import MatterRow, figures, habit_pairs, matter_order, matter_row, terms_cells
from ui.suppliers.portfolio import PortfolioSection
from ui.suppliers.presenter import SupplierFile, SuppliersPresenter
from ui.tools import Tools
from ui.typed import show_percent
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.empty_place import EmptyPlace
from ui.widgets.figure_strip import FigureStrip
from ui.widgets.flag import Level
from ui.widgets.list_pane import ListPane
from ui.widgets.more_rows import MoreRows
from ui.widgets.page import stacked
from ui.widgets.pair_rows import PairRows
from ui.widgets.section import SectionTitle
from ui.widgets.tab_strip import TabStrip
from ui.widgets.text import Text

if TYPE_CHECKING:
    from db.logbook import Logbook

SOON_DAYS = 90
SUMMARY, COMPANY, COSTS = "summary", "company", "costs"  # the tabs of a file
LONGEST_TITLE = 48  # characters of a negotiation's title in a row
MATTERS, PERSONS = 12, 8  # rows of negotiations and people that are shown at first


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
            say("One file a company: who you deal with there, what you know, and how much each needs the other."),
            add,
        )
        super().__init__(tools, logbook, pane, empty)
        self._presenter = SuppliersPresenter(logbook, say, tools.clock)
        add.clicked.connect(self.new_record)
        self._build_header()
        self._has_terms = False
        self.strip = FigureStrip(theme, self)
        box = self._file.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(1, self.strip)
        self.form = self._build_form()
        self.portfolio = PortfolioSection(theme, say, self)
        self._build_negotiations()
        self._build_terms()
        self._build_lists()
        self._build_tabs()
        self.main.column.addStretch(1)
        self.dependence = self._build_dependence()
        self._build_habits()
        self._build_people()
        self.ask = AskNext(theme, say, self)
        self.ask.answer_wanted.connect(self._on_answer_wanted)
        self.side.column.addWidget(self.ask)
        self.side.column.addStretch(1)
        self.portfolio.form.edited.connect(lambda key, text: self._on_edited(self.portfolio.form, key, text))
        self.forms = [self.form, self.portfolio.form, self.dependence]
        self.lists = (self.contracts, self.spend, self.costs)
        for table in (self.negotiations, self.people, self.ask.table):
            self.watch_keys(table.view)

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
        form = RecordForm(self.tools.theme, say, label_width=112, parent=self)
        form.add_line("name", say("Name"))
        form.add_line("category", say("Category"), hint=say("what they supply"))
        form.add_line("city", say("City"))
        form.add_line("country", say("Country"))
        form.add_line("contract_end", say("Frame contract until"), hint=say("a day, such as 31 Dec 2026"))
        form.add_text("background", say("Background"))
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        return form

    def _build_negotiations(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        self._negotiations_title = SectionTitle(theme, say("Negotiations"), line=False, parent=self)
        right = Qt.AlignmentFlag.AlignRight
        self.negotiations = DataTable(theme, say, say("Negotiations"), fits=True, parent=self)
        self.negotiations.set_columns(
            [
                TableColumn("closed", say("Closed"), muted=True),
                TableColumn("title", say("Subject"), stretch=1, wrap=True),
                TableColumn("rounds", say("Rounds"), align=right),
                TableColumn("agreed", say("Agreed"), align=right),
                TableColumn("target", say("Target"), align=right),
                TableColumn("unit", say("Unit"), muted=True),
                TableColumn("result", say("Result")),
            ]
        )
        self.negotiations.set_empty_text(say("None yet."))
        self._matters = MoreRows(self.negotiations, say, "title", MATTERS)
        self._matters.row_activated.connect(lambda record: self.go_wanted.emit(Place(NEGOTIATION, record)))
        self._negotiations_box = stacked(self._negotiations_title, self.negotiations)

    def _build_terms(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        title = SectionTitle(theme, say("Terms"), aside=say("last agreed first"), line=False, parent=self)
        self.terms = DataTable(theme, say, say("Terms"), fits=True, selectable=False, parent=self)
        right = Qt.AlignmentFlag.AlignRight
        self.terms.set_columns(
            [
                TableColumn("issue", say("Issue"), stretch=2),
                TableColumn("last", say("Last agreed"), align=right),
                TableColumn("on", say("On"), muted=True, align=right),
                TableColumn("before", say("Before"), stretch=3, muted=True),
                TableColumn("deals", say("Deals"), align=right),
            ]
        )
        self._terms_box = stacked(title, self.terms)

    def _build_lists(self) -> None:
        theme, say, presenter = self.tools.theme, self.tools.say, self._presenter
        self.contracts = ContractsSection(theme, say, self)
        self.spend = SpendSection(theme, say, self)
        self.costs = CostsSection(theme, say, self)
        self.costs.renew_wanted.connect(lambda: self.run(lambda: presenter.renew_costs(self.record)))
        self._connect(self.contracts, presenter.write_contract, presenter.contract_line, presenter.delete_contract)
        self._connect(self.spend, presenter.write_spend, presenter.spend_line, presenter.delete_spend)
        self._connect(self.costs, presenter.write_cost, presenter.cost_line, presenter.delete_cost)

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

    def _build_tabs(self) -> None:
        """Share the parts of the file out among its tabs; each has one, and is shown with it."""
        say = self.tools.say
        self.tabs = TabStrip(
            self.tools.theme,
            say("Parts of the file"),
            [(SUMMARY, say("Summary")), (COMPANY, say("Company")), (COSTS, say("Spend and costs"))],
            parent=self,
        )
        self.header.set_tabs(self.tabs)
        self._parts: dict[str, tuple[QWidget, ...]] = {
            SUMMARY: (self._negotiations_box, self._terms_box, self.notes),
            COMPANY: (self.form, self.contracts, self.portfolio),
            COSTS: (self.spend, self.costs),
        }
        for part in (each for parts in self._parts.values() for each in parts):
            self.main.column.addWidget(part)
        self.tabs.chosen.connect(self.show_tab)
        self.show_tab(SUMMARY)

    def show_tab(self, tab: str) -> None:
        """Show a part of the file: its summary, the company, or spend and costs."""
        self.tabs.set_current(tab)
        for key, parts in self._parts.items():
            for part in parts:
                part.setVisible(key == tab and (part is not self._terms_box or self._has_terms))
        self.main.verticalScrollBar().setValue(0)

    def _build_habits(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        self._habits_title = SectionTitle(theme, say("How they move"), parent=self)
        self.habits = PairRows(theme, "body", hairlines=True, parent=self)
        self.habits.setContentsMargins(0, theme.space(6), 0, 0)
        self._habits_box = stacked(self._habits_title, self.habits)
        self.side.column.addWidget(self._habits_box)

    def _build_dependence(self) -> RecordForm:
        theme, say = self.tools.theme, self.tools.say
        form = RecordForm(theme, say, label_width=150, wide_problems=True, parent=self)
        bases = [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]
        title = SectionTitle(theme, say("Dependence"), parent=self)
        form.add_line("our_share_of_their_sales", say("We are of their sales"), hint="%")
        form.add_choice("our_share_basis", say("Basis"), bases)
        form.add_line("their_share_of_our_supply", say("They are of our supply"), hint="%")
        form.add_choice("their_share_basis", say("Basis"), bases)
        form.edited.connect(lambda key, text: self._on_edited(form, key, text))
        self._our_bar = DependenceLine(theme, say("We are of their sales"), "us", self)
        self._their_bar = DependenceLine(theme, say("They are of our supply"), "them", self)
        self._lean = Text(theme, "", wrap=True, parent=self)
        for part in (title, self._our_bar, self._their_bar, self._lean, form):
            self.side.column.addWidget(part)
        return form

    def _build_people(self) -> None:
        theme, say = self.tools.theme, self.tools.say
        self._people_title = SectionTitle(theme, say("People"), line=False, parent=self)
        add = Button(theme, say("Person"), ButtonKind.QUIET, icon="plus", parent=self)
        add.clicked.connect(lambda: self.go_wanted.emit(Place(PEOPLE, self.record, NEW)))
        self._writers.append(add)
        self._people_title.add_control(add)
        self.people = DataTable(theme, say, say("People"), header=False, fits=True, parent=self)
        self.people.set_columns(
            [
                TableColumn("name", say("Name"), stretch=3),
                TableColumn("role", say("Role"), stretch=2, muted=True),
                TableColumn("decides", say("Decides alone"), stretch=2),
            ]
        )
        self.people.set_empty_text(say("Nobody yet."))
        self._persons = MoreRows(self.people, say, "name", PERSONS)
        self._persons.row_activated.connect(lambda record: self.go_wanted.emit(Place(PEOPLE, record)))
        self.side.column.addWidget(stacked(self._people_title, self.people))

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
        self._show_dependence(supplier)
        self.portfolio.show_supplier(supplier)
        self.contracts.show_contracts(file.contracts)
        self.spend.show_spend(file.spend)
        self.costs.show_costs(file.costs)
        self._show_tables(file, another=another)
        self._show_past(file)
        self.ask.show_gaps(file.gaps)
        self.show_notes(record, another=another, names={row.id: row.name for row in file.people})
        if another:
            self.main.verticalScrollBar().setValue(0)

    def refresh(self, changes: Changes) -> None:
        if changes.concern("negotiation"):
            self._presenter.forget_pasts()
        super().refresh(changes)

    def note_owner(self, record: int) -> dict[str, int]:
        return {"supplier_id": record}

    def delete_record(self, record: int) -> Changes:
        return self._presenter.delete(record)

    def new_record(self) -> None:
        say = self.tools.say

        def add(typed: Mapping[str, str]) -> None:
            changes = self._presenter.add(typed["name"])
            self.changes_made.emit(changes)
            self.go_wanted.emit(Place(SUPPLIERS, changes.made))

        if self.may_edit:
            panel = NewRecord(self.tools.theme, say, self.window(), say("New supplier"), say("Add supplier"), add)
            panel.add_line("name", say("Name"))
            panel.ask()

    def concerns(self, changes: Changes) -> bool:
        return any(
            changes.concern(kind) for kind in ("supplier", "counterpart", "note", "negotiation", "meeting", "round")
        )

    def set_editing(self, *, allowed: bool) -> None:
        super().set_editing(allowed=allowed)
        for button in self._writers:
            button.setEnabled(allowed)
        for each in self.lists:
            each.set_editing(allowed=allowed)

    def leave(self) -> bool:
        for each in self.lists:
            each.commit()
        return super().leave()

    def focus_file(self) -> None:
        self.show_tab(COMPANY)
        super().focus_file()

    def start_note(self) -> None:
        self.show_tab(SUMMARY)
        super().start_note()

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
            "our_share_of_their_sales": show_percent(supplier.our_share_of_their_sales, say),
            "our_share_basis": supplier.our_share_basis or "",
            "their_share_of_our_supply": show_percent(supplier.their_share_of_our_supply, say),
            "their_share_basis": supplier.their_share_basis or "",
        }

    def _show_head(self, file: SupplierFile) -> None:
        say, supplier = self.tools.say, file.supplier
        self.header.set_title(supplier.name)
        where = ", ".join(part for part in (supplier.category, supplier.city, supplier.country) if part)
        self.header.set_details(where or say("no category or place yet"))
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
            flags.append((Level.ACT, say("give notice of {contract} by {day}", contract=title, day=urgent.notice_by)))
        self.header.set_flags(flags)

    def _show_dependence(self, supplier: Supplier) -> None:
        say = self.tools.say
        ours, theirs = supplier.our_share_of_their_sales, supplier.their_share_of_our_supply
        self._our_bar.set_share(ours, show_percent(ours, say), self._basis(supplier.our_share_basis))
        self._their_bar.set_share(theirs, show_percent(theirs, say), self._basis(supplier.their_share_basis))
        self._lean.setText(lean(say, ours, theirs))

    def _basis(self, basis: Basis | None) -> str:
        return "" if basis is None else basis_word(self.tools.say, basis)

    def _show_tables(self, file: SupplierFile, *, another: bool) -> None:
        say = self.tools.say
        matters = matter_order(file.negotiations, file.past)
        self._matters.show_rows(matters, lambda row: _matter(matter_row(say, row, file.past)), another=another)
        still_open = sum(row.status.is_open for row in matters)
        counts = say("{closed} closed, {open} open", closed=len(matters) - still_open, open=still_open)
        self._negotiations_title.set_aside(counts if matters else "")
        self._persons.show_rows(file.people, self._person, another=another)
        self._people_title.set_detail(say.number(len(file.people)) if file.people else "")

    def _person(self, row: CounterpartRow) -> TableRow:
        say = self.tools.say
        unsure = row.authority_basis is Basis.GUESS
        decides = TableCell(row.authority, flag=Level.CHECK if unsure else None, tip=row.authority)
        if not row.authority:
            decides = TableCell(say("ask"), flag=Level.CHECK, tip=say("what they may decide alone is not known yet"))
        part = "" if row.influence is None else influence_word(say, row.influence)
        role = ", ".join(each for each in (part, row.role) if each)
        cells = {"name": TableCell(row.name, bold=True), "role": TableCell(role, tip=role), "decides": decides}
        return TableRow(row.id, cells)

    def _show_past(self, file: SupplierFile) -> None:
        say, past = self.tools.say, file.past
        self.strip.set_figures(figures(say, file.supplier, past, file.contracts, file.spend, self._presenter.today))
        self.terms.set_rows(
            [
                TableRow(at, {key: TableCell(text) for key, text in terms_cells(say, history).items()})
                for at, history in enumerate(past.terms)
            ]
        )
        self._has_terms = bool(past.terms)
        self._terms_box.setVisible(self._has_terms and self.tabs.current == SUMMARY)
        pairs = habit_pairs(say, past.habits)
        self.habits.set_pairs(pairs)
        self._habits_title.set_aside(say("{n} negotiations", n=past.habits.sample))
        self._habits_box.setVisible(bool(pairs))

    def _on_answer_wanted(self, about: About) -> None:
        """Go where the answer to a question belongs."""
        topic = TOPICS.get(about)
        if about is About.AUTHORITY:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        elif about is About.CONTRACT:
            self.show_tab(COMPANY)
            self.form.line("contract_end").setFocus(Qt.FocusReason.OtherFocusReason)
        elif topic is None:
            self.dependence.line("our_share_of_their_sales").setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.may_edit:
            self.start_note()
            if not self.notes.line.text().strip():
                self.notes.line.setText(f"{topic_word(self.tools.say, topic).lower()} ")

    def _on_edited(self, form: RecordForm, key: str, text: str) -> None:
        record = self.record
        self.write_field(form, key, lambda: self._presenter.change(record, key, text))


def _matter(row: MatterRow) -> TableRow:
    keys = ("closed", "title", "rounds", "agreed", "target", "unit", "result")
    cells = {key: TableCell(getattr(row, key)) for key in keys}
    # a row grows with its title, but a very long one is told whole by its tip
    cells["title"] = TableCell(quoted(row.title, LONGEST_TITLE), bold=row.is_open, tip=row.title)
    return TableRow(row.id, cells)
