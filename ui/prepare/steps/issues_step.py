"""ui: the step of the issues - the grid, the reason of what is flagged, and what stands behind the issue chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.claim import is_price
from core.issue import Issue, ScaleKind
from core.items import may_be_list
from core.message import Amount
from core.negotiation import Depth, Negotiation, Weighting
from core.prefill import Prefill
from core.templates import Template
from core.verdict import Flag
from ui.menus import Entry
from ui.prepare import grid, positions
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.beginnings import Beginnings
from ui.prepare.steps.behind import Behind
from ui.prepare.steps.increase_page import IncreasePage
from ui.prepare.steps.issue_details import IssueDetails
from ui.prepare.steps.issue_page import IssuePage
from ui.prepare.steps.items_page import ItemsPage
from ui.prepare.steps.make_up import MakeUp
from ui.prepare.steps.own_templates import own_template_entries
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.sheets.cells import kept_cell, sentence
from ui.sheets.fitting import fitted, go_to_cell, sheet_columns
from ui.sheets.prepared import Prepared
from ui.sheets.sheet_menu import row_entries
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flag import Level
from ui.widgets.sheet import Cell, Edit, NewRow
from ui.widgets.sheet_model import CellState

_DETAILS_LEAST = 120


class IssuesStep(StepPage):
    """Edit the issues like a spreadsheet."""

    reveals = frozenset({"issue", "item", "claimed_cost", "position"})

    def __init__(self, tools: Tools, presenter: PreparePresenter, parent: QWidget | None = None) -> None:
        """Build the sheet and the panels under it."""
        theme, say = tools.theme, tools.say
        super().__init__(tools, presenter, say("Issues"), parent)
        self.copy_button = Button(theme, "", ButtonKind.QUIET, icon="copy-plus", key="Ctrl+D", parent=self)
        self.template_button = Button(
            theme, say("Template"), ButtonKind.QUIET, icon="layers", key="Ctrl+Shift+D", parent=self
        )
        # their keys stand in the menu of the row: caps would take the room of what the title says
        self.items_button = Button(theme, say("Items"), ButtonKind.QUIET, icon="table-2", parent=self)
        self.increase_button = Button(theme, say("Increase"), ButtonKind.QUIET, icon="chart-line", parent=self)
        self.close_button = Button(theme, say("Back to the issues"), key="Esc", parent=self)
        for button in (self.copy_button, self.template_button, self.items_button, self.increase_button):
            self.add_action(button)
        self.add_action(self.close_button)
        self.sheet = TextSheet(theme, say, say("Issues"), self)
        self.sheet.set_add_label(say("Add an issue"))
        self.behind = Behind(theme, say, self)
        self.details = IssueDetails(theme, say, self)
        self.make_up = MakeUp(theme, say, presenter.reader, self)
        self.beginnings = Beginnings(theme, say, self)
        self.scroller = Scroller(theme, _DETAILS_LEAST, self)
        self.scroller.column.add_wide(self.beginnings)
        for part in (self.behind, self.details, self.make_up):
            self.scroller.column.add(part)
        self.scroller.column.addStretch(1)
        self.beginnings.chosen.connect(self.take_template)
        self.items = ItemsPage(tools, presenter, self)
        self.increase = IncreasePage(tools, presenter, self)
        self.pages: tuple[IssuePage, ...] = (self.items, self.increase)
        self.column.add(self.sheet)
        self.column.add_wide(self.scroller, 1)
        for page in self.pages:
            self.column.add_wide(page, 1)
            page.closed.connect(self.close_page)
        self.shown_id = 0
        self._notice: tuple[Level | None, str] = (None, "")  # what is to be said of the last edit, once
        self.watch_undo(self.sheet, presenter.issues.shelf)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.row_move_wanted.connect(self._on_move_wanted)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.current_changed.connect(lambda _row, _key: self._on_current_changed())
        self.sheet.menu_wanted.connect(self._on_menu_wanted)
        self.sheet.cells_left_out.connect(self._on_left_out)
        self.sheet.copy_last_wanted.connect(self.copy_last)
        self.copy_button.clicked.connect(self.copy_last)
        self.template_button.clicked.connect(self.offer_templates)
        self.items_button.clicked.connect(self.open_items)
        self.increase_button.clicked.connect(self.open_increase)
        self.close_button.clicked.connect(self.close_page)
        for keys, verb in (
            ("Ctrl+Shift+D", self.offer_templates),
            ("Ctrl+I", self.open_items),
            ("Ctrl+Shift+I", self.open_increase),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(verb)
        self._show_parts()
        self.behind.edited.connect(self._on_behind_edited)
        self.details.edited.connect(self._on_detail_edited)

    # StepPage

    def show_prepared(self, *, another: bool) -> None:
        page = self.page
        if page is not None and (another or page.issue is None):
            page.issue_id = 0
            self._show_parts()
        elif page is not None:
            page.show_prepared()
            self.detail.setText(page.about())
            return
        prepared, reader = self.presenter.prepared, self.presenter.reader
        rows = grid.rows(prepared, self.presenter.issues.shelf, reader)
        # what is said of the current row has to wait until all of them are there
        with QSignalBlocker(self.sheet):
            self.sheet.set_columns(
                sheet_columns(fitted(self.tools.theme, grid.columns(prepared, self.tools.say), rows))
            )
            self.sheet.set_rows(rows)
            kept = self.presenter.issues.kept_of_new(prepared)
            self.sheet.set_add_cells({key: kept_cell(each) for key, each in kept.items()})
        self.detail.setText(self._summary(prepared))
        self._show_note(prepared)
        self._show_prefill()
        if another:
            self.shown_id = 0
            first = prepared.negotiation.issues[:1]
            if first:
                self.sheet.go_to(first[0].id, "name")
        self._on_current_changed()

    def commit(self) -> None:
        self.sheet.commit()
        self.behind.commit()
        self.details.commit()
        for page in self.pages:
            page.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.sheet.set_editable(allowed)
        self.copy_button.setEnabled(allowed)
        self.template_button.setEnabled(allowed)
        self.beginnings.setEnabled(allowed)
        self.behind.set_editing(allowed=allowed)
        self.details.set_editing(allowed=allowed)
        for page in self.pages:
            page.set_editing(allowed=allowed)

    def focus_first(self) -> None:
        if self.page is not None:
            self.page.focus_first()
        else:
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_change(self, changes: Changes) -> bool:
        lines = [each.id for each in changes.touched if each.kind == "item"]
        if lines:
            self._reveal_lines(lines)
            return True
        if self.page is self.increase and any(each.kind == "claimed_cost" for each in changes.touched):
            return True
        if self._reveal_position(changes):
            return True
        ids = [each.id for each in changes.touched if each.kind == "issue"]
        known = self.presenter.negotiation.issue_by_id
        for issue_id in sorted(ids):
            if issue_id in known:
                current = self.sheet.current()
                if current is None or current[0] not in ids:
                    self.sheet.go_to(issue_id, "name" if current is None else current[1])
                return True
        return bool(ids)

    def go_to(self, issue_id: int, key: str) -> None:
        """Make a cell the current one."""
        self.sheet.go_to(issue_id, key)

    def go_spot(self, record: str, field: str) -> None:
        self.close_page()
        key = "weight" if field == "money_worth" and self.presenter.prepared.weighs_money else field
        go_to_cell(self.sheet, record, key)
        detail = self.details.field(key)
        if detail is not None:
            # a field without a column stands in the details
            detail.setFocus(Qt.FocusReason.TabFocusReason)
            self.scroller.ensureWidgetVisible(detail)

    # what stands in place of the grid for one issue

    @property
    def page(self) -> IssuePage | None:
        """Return what stands in place of the grid, None while the grid is shown."""
        return next((page for page in self.pages if page.issue_id), None)

    def open_items(self) -> None:
        """Show the list of items behind the issue chosen, where it may be one."""
        say, currency = self.tools.say, self.presenter.negotiation.currency
        refusal = say("Only a price can be a list of items: an issue in {currency}.", currency=currency)
        self._open_chosen(self.items, may_be_list, refusal)

    def open_increase(self) -> None:
        """Show the price-increase test of the issue chosen, where one can be claimed on it."""
        say, currency = self.tools.say, self.presenter.negotiation.currency
        refusal = say("An increase is tested on a price: an issue in {currency} or in per cent.", currency=currency)
        self._open_chosen(self.increase, is_price, refusal)

    def close_page(self) -> None:
        """Go back to the grid."""
        page = self.page
        if page is None:
            return
        page.commit()
        issue_id, page.issue_id = page.issue_id, 0
        self._show_parts()
        self.show_prepared(another=False)
        self.sheet.go_to(issue_id, "name")
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_chosen(self, page: IssuePage, may_be: Callable[[Issue, Negotiation], bool], refusal: str) -> None:
        issue = self.presenter.negotiation.issue_by_id.get(self.page.issue_id if self.page else self.shown_id)
        if issue is None or not may_be(issue, self.presenter.negotiation):
            self.tools.prompts.tell(refusal)
        elif self.page is not page:
            self.commit()
            self._open(page, issue.id)
            page.focus_first()

    def _open(self, page: IssuePage, issue_id: int) -> None:
        for each in self.pages:
            each.issue_id = 0
        page.open(issue_id)
        self._show_parts()

    def _reveal_lines(self, ids: Sequence[int]) -> None:
        owner = self.presenter.items.owner_of(ids)
        if owner and owner != self.items.issue_id:
            self._open(self.items, owner)
        if owner:
            self.items.reveal(ids)

    def _reveal_position(self, changes: Changes) -> bool:
        """Go to the issue behind which a change was made, where that is in sight here."""
        ids = {each.id for each in changes.touched if each.kind == "position"}
        owner = next((each.issue_id for each in self.presenter.negotiation.positions if each.id in ids), None)
        if not ids or self.page is not None or self.behind.isHidden():
            return False
        if owner is not None and owner != self.shown_id:
            self.sheet.go_to(owner, "name")
        self.scroller.ensureWidgetVisible(self.behind)
        # one that is gone again left no trace of what it was about: it was typed where the user still is
        return owner is not None or self.isVisible()

    def _show_parts(self) -> None:
        """Show either the grid or what stands in its place."""
        page = self.page
        self.title.setText(self.tools.say("Issues") if page is None else page.title())
        if page is not None:
            self.detail.setText(page.about())
        for part in (self.sheet, self.scroller, self.template_button):
            part.setVisible(page is None)
        for each in self.pages:
            each.setVisible(each is page)
        self.close_button.setVisible(page is not None)
        self._show_prefill()
        self._show_page_buttons()

    def _show_page_buttons(self) -> None:
        issue, negotiation = self.presenter.negotiation.issue_by_id.get(self.shown_id), self.presenter.negotiation
        is_grid = self.page is None and issue is not None
        self.items_button.setVisible(is_grid and issue is not None and may_be_list(issue, negotiation))
        self.increase_button.setVisible(is_grid and issue is not None and is_price(issue, negotiation))

    # what comes from elsewhere

    def copy_last(self) -> None:
        """Add the issues that are missing from the last closed negotiation with this supplier."""
        say, day = self.tools.say, self.presenter.earlier_on
        if day is None:
            self.tools.prompts.tell(say("There is no closed negotiation with this supplier yet to copy from."))
        else:
            self._lend(self.presenter.from_earlier(), say("Every issue of {day} is here already.", day=day))

    def offer_templates(self) -> None:
        """Offer the templates in a list; the one chosen adds the issues that are missing."""
        if not self.sheet.model.is_editable:
            return
        here = self.template_button.mapToGlobal(self.template_button.rect().bottomLeft())
        known = [(each.name, "", partial(self.take_template, each)) for each in self.presenter.templates()]
        self.pop_up([*known, *own_template_entries(self)], here)

    def take_template(self, template: Template) -> None:
        """Add the issues of a template that are missing."""
        found = self.presenter.from_template(template)
        self._lend(found, self.tools.say("Every issue of the template {name} is here already.", name=template.name))

    def _lend(self, found: Prefill, nothing: str) -> None:
        if not self.sheet.model.is_editable:
            return
        if not found.issues:
            self.tools.prompts.tell(nothing)
            return
        self.sheet.commit()
        for changes in self.run(lambda: self.presenter.lend(found)):
            self.go_spot(str(changes.made), "best")

    def _show_prefill(self) -> None:
        day = self.presenter.earlier_on
        has_more = day is not None and bool(self.presenter.from_earlier().issues)
        self.copy_button.setVisible(has_more and self.page is None)
        if day is not None:
            self.copy_button.set_label(self.tools.say("Copy from {day}", day=day))

    # words

    def _show_note(self, prepared: Prepared) -> None:
        count = sum(len(issue.prefilled) for issue in prepared.negotiation.issues)
        words = self.tools.say.plural(
            "{n} entry prefilled: type over it, or keep it with F2 and Enter",
            "{n} entries prefilled: type over them, or keep them with F2 and Enter",
            count,
        )
        self.sheet.set_note(words if count else "")

    def _summary(self, prepared: Prepared) -> str:
        say, negotiation = self.tools.say, prepared.negotiation
        count = len(negotiation.issues)
        if not count:
            return say("what is negotiated, from best to worst for us")
        parts = [say.plural("{n} issue", "{n} issues", count)]
        if negotiation.weighting is Weighting.RANKING:
            parts.append(say("weighed by rank"))
        elif negotiation.weighting is Weighting.MONEY:
            parts.append(say("weighed in money"))
        money = prepared.valuation.money
        if money is not None:
            parts.append(say("1 point = {amount}", amount=Amount(money / 100, negotiation.currency)))
        return ", ".join(parts)

    def _show_strip(self) -> None:
        level, text = self._strip()
        self.sheet.set_strip(level, text)

    def _strip(self) -> tuple[Level | None, str]:
        say, prepared = self.tools.say, self.presenter.prepared
        kept = self.sheet.add_cell()
        if kept is not None and kept.level is not None:
            return kept.level, kept.reason
        if not prepared.negotiation.issues:
            first = say("Add the first issue: type its name, then Tab to its unit, its ends and its weight.")
            return None, f"{first} {self._other_ways()}"
        if self._notice[1]:
            return self._notice
        current = self.sheet.current()
        if current is not None and current[0] != grid.TOTAL:
            index = self.sheet.model.find(*current)
            cell = self.sheet.model.cell(index.row(), index.column())
            if cell.level is not None and cell.reason:
                return cell.level, self._reason(int(current[0]), current[1], cell)
        return self._first_act(prepared)

    def _other_ways(self) -> str:
        say, day = self.tools.say, self.presenter.earlier_on
        if day is None:
            return say("Or begin with a template.")
        return say("Ctrl+D copies those of {day}. Or begin with a template.", day=day)

    def _first_act(self, prepared: Prepared) -> tuple[Level | None, str]:
        model, say = self.sheet.model, self.tools.say
        for row in range(model.body_rows):
            for at, column in enumerate(model.columns):
                cell = model.cell(row, at)
                row_id = model.row_id(row)
                if cell.state & CellState.ACT and isinstance(row_id, int):
                    return Level.ACT, self._reason(row_id, column.key, cell)
        if prepared.ladder.faults:
            parts = [sentence(say, prepared.ladder.faults[0])]
            cheapest = next((each for each in prepared.repairs if each.cheapest), None)
            if cheapest is not None:
                parts.append(say("Cheapest repair: {repair}", repair=cheapest.reason))
            return Level.ACT, " ".join(parts)
        return None, ""

    def _reason(self, issue_id: int, key: str, cell: Cell) -> str:
        say, prepared = self.tools.say, self.presenter.prepared
        name = prepared.negotiation.issue_by_id[issue_id].name
        if key == "name":
            return say("{issue}: {reason}", issue=name, reason=cell.reason)
        title = grid.title_of(prepared, say, key)
        return say("{issue}, {field}: {reason}", issue=name, field=title, reason=cell.reason)

    # the issue chosen

    def _on_current_changed(self) -> None:
        current = self.sheet.current()
        issues = self.presenter.negotiation.issue_by_id
        row = current[0] if current is not None else 0
        wanted = row if isinstance(row, int) and row in issues else self.shown_id
        if wanted != self.shown_id and self.shown_id in issues:
            # what is being edited belongs to the issue that was shown so far
            self.behind.commit()
            self.details.commit()
            issues = self.presenter.negotiation.issue_by_id
        wanted = wanted if wanted in issues else next(iter(issues), 0)
        another = wanted != self.shown_id
        self.shown_id = wanted
        self._show_page_buttons()
        self.behind.setVisible(bool(self.shown_id) and self.presenter.negotiation.depth is not Depth.SUDDEN)
        self.details.setVisible(bool(self.shown_id))
        self.make_up.setVisible(bool(self.shown_id))
        self.beginnings.show_templates([] if issues else self.presenter.templates())
        if self.shown_id:
            self._show_issue(issues[self.shown_id], another=another)
        self._show_strip()
        self._notice = None, ""

    def _show_issue(self, issue: Issue, *, another: bool) -> None:
        prepared, reader, shelf = self.presenter.prepared, self.presenter.reader, self.presenter.issues.shelf
        shown = positions.texts_of(prepared.negotiation, positions.row_id(issue.id))
        self.behind.show_row(self.tools.say("Behind {issue}", issue=issue.name), shown, another=another)
        problems = grid.flags(prepared, issue, reader)
        problems |= {key: (Flag.CHECK, kept.reason) for key, kept in shelf.of_row(issue.id).items()}
        self.details.show_issue(prepared, issue, grid.detail_texts(issue, shelf, reader), problems)
        self.make_up.show_issue(prepared, issue)

    # verbs

    def _on_edited(self, edits: Sequence[Edit]) -> None:
        self._notice = None, ""
        self.run(lambda: self.presenter.issues.edit(self.presenter.prepared, edits))
        if self.presenter.issues.left_heading_out:
            self._notice = None, self.tools.say("The first line pasted holds titles and was left out.")
        if any(isinstance(row, NewRow) for row, _, _ in edits):
            self._on_current_changed()

    def _on_move_wanted(self, issue_id: object, step: int) -> None:
        if isinstance(issue_id, int):
            self.run(lambda: self.presenter.issues.move(self.presenter.prepared, issue_id, step))

    def _on_delete_wanted(self, rows: Sequence[object]) -> None:
        ids = [row for row in rows if isinstance(row, int)]
        if ids:
            self.run_and_offer(lambda: self.presenter.issues.delete(ids))

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if not isinstance(row, int) or not self.sheet.model.is_editable:
            return
        say, more = self.tools.say, list[Entry]()
        if self.items_button.isVisible():
            more.append((say("Items"), "Ctrl+I", self.open_items))
        if self.increase_button.isVisible():
            more.append((say("Increase"), "Ctrl+Shift+I", self.open_increase))
        self.pop_up(row_entries(say, self.sheet.view, row, say("Delete issue"), more), at)

    def _on_left_out(self, count: int) -> None:
        text = self.tools.say.plural(
            "{n} pasted cell had no place and was left out.", "{n} pasted cells had no place and were left out.", count
        )
        self._notice = Level.CHECK, text
        self._show_strip()

    def _on_behind_edited(self, key: str, text: str) -> None:
        row = positions.row_id(self.shown_id)
        self.run(lambda: self.presenter.positions.edit(self.presenter.negotiation, [(row, key, text)]))

    def _on_detail_edited(self, key: str, text: str) -> None:
        presenter = self.presenter
        issue = presenter.negotiation.issue_by_id[self.shown_id]
        if key == "kind":
            self.run(lambda: presenter.issues.set_kind(issue, ScaleKind(text)))
        elif key == "options":
            self.run(lambda: presenter.issues.set_options(presenter.prepared, issue, text))
        else:
            self.run(lambda: presenter.issues.edit(presenter.prepared, [(issue.id, key, text)]))
