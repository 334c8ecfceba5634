"""ui: the list of items behind a price - totals, ways to look at it, the sheet, how the issue's figures follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from core.changes import Changes
from core.items import MOST, PRICES, Matched, matched
from core.negotiation import Negotiation
from core.words import EN_DASH, Words
from ui.jobs import Progress
from ui.menus import Entry
from ui.prepare import items
from ui.prepare.items import Read, View
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.issue_page import IssuePage
from ui.prepare.steps.step_page import StepPage
from ui.sheets.cells import kept_cell
from ui.sheets.fitting import fitted, sheet_columns
from ui.sheets.sheet_menu import row_entries
from ui.sheets.text_sheet import TextSheet
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.field import Field
from ui.widgets.figure_strip import FigureStrip, StripFigure
from ui.widgets.flag import Level
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.segments import Segments
from ui.widgets.sheet import Edit, SheetRow
from ui.widgets.signs import plain_tip
from ui.widgets.tsv import parse_block

_MOST_CODES = 5  # that a sentence names

_Notice = tuple[Level | None, str]


class ItemsPage(IssuePage):
    """Edit the list of one issue like a spreadsheet."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, host: StepPage) -> None:
        """Take the step whose verbs and menus are used."""
        super().__init__(tools, presenter, host)
        theme, say = tools.theme, tools.say
        self._view = View.LISTED
        self._rows: dict[int, SheetRow] = {}
        self._widths: dict[str, int] = {}
        self._notice: tuple[Level | None, str] = (None, "")  # what is to be said of the last edit
        self.strip = FigureStrip(theme, self)
        self.views = Segments(
            theme,
            say("Lines shown"),
            [
                (View.LISTED.value, say("As listed")),
                (View.EFFECT.value, say("Largest change")),
                (View.OUTLIERS.value, say("Outliers")),
                (View.GAPS.value, say("Gaps")),
            ],
            self,
        )
        self.by_code = Button(theme, say("Prices by code"), ButtonKind.QUIET, key="Ctrl+Shift+V", parent=self)
        self.filter = Field(theme, say("Filter"), hint=say("Code or article"), icon="search", clears=True, parent=self)
        self.sheet = TextSheet(theme, say, say("Items"), self)
        self.figures = ReasonStrip(theme, say, self)
        self.take = Button(theme, say("Take the list’s figures"), parent=self)
        self.log_offer = Button(theme, say("Log theirs as an offer"), parent=self)
        self._tool_row = QHBoxLayout()
        self._tool_row.addWidget(self.views)
        self._tool_row.addStretch(1)
        self._tool_row.addWidget(self.by_code)
        self._tool_row.addWidget(self.filter)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.figures, 1)
        self._foot.addWidget(self.take, 0, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addWidget(self.log_offer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.add_wide(self.strip)
        self.column.add(self._tool_row)
        self.column.add(self.sheet, 1)
        self.column.add(self._foot, below=12)
        host.watch_undo(self.sheet, presenter.items.shelf)
        self.sheet.cells_edited.connect(self._on_edited)
        self.sheet.row_move_wanted.connect(self._on_move_wanted)
        self.sheet.rows_delete_wanted.connect(self._on_delete_wanted)
        self.sheet.current_changed.connect(lambda _row, _key: self._show_strip())
        self.sheet.menu_wanted.connect(self._on_menu_wanted)
        self.views.chosen.connect(self._on_view_chosen)
        self.filter.textChanged.connect(lambda _text: self._show_rows(anew=True))
        self.sheet.cells_left_out.connect(self._on_left_out)
        self.take.clicked.connect(self._on_take)
        self.log_offer.clicked.connect(self._on_log_offer)
        self.by_code.clicked.connect(self.paste_by_code)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+V"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste_by_code)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def open(self, issue_id: int) -> None:
        self.issue_id = issue_id
        self._view = View.LISTED
        self._notice = None, ""
        self.views.set_current(self._view.value)
        self.filter.clear()
        self.show_list(anew=True)

    def show_prepared(self) -> None:
        self.show_list()

    def show_list(self, *, anew: bool = False) -> None:
        """Show the list as it is now; `anew` where nothing of what was shown is kept."""
        self._show_rows(anew=anew)
        self._show_totals()
        self._show_figures()

    def title(self) -> str:
        return self.tools.say("Items of {issue}", issue="" if self.issue is None else self.issue.name)

    def about(self) -> str:
        say, count = self.tools.say, self._list.summary.lines
        return say.plural("{n} line", "{n} lines", count) if count else say("type or paste the lines")

    def commit(self) -> None:
        self.sheet.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.sheet.set_editable(allowed)
        self.take.setEnabled(allowed)
        self.log_offer.setEnabled(allowed)
        self.by_code.setEnabled(allowed)

    def focus_first(self) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, ids: Sequence[int]) -> None:
        """Go to the first of these lines that is shown."""
        current = self.sheet.current()
        if current is not None and current[0] in ids:
            return
        for item in self._list.items:
            if item.id in ids:
                self.sheet.go_to(item.id, "code" if current is None else current[1])
                return

    # showing

    @property
    def _list(self) -> items.ItemList:
        return self.presenter.items.list_of(self.issue_id)

    def _show_rows(self, *, anew: bool = False) -> None:
        self.by_code.setVisible(bool(self._list.items))
        say, match = self.tools.say, self.filter.text()
        shown = items.chosen(self._list, self._view, match)
        before = {} if anew else self._rows
        self._rows = items.rows(self._list, shown, self.presenter.items.shelf, say, before)
        found = list(self._rows.values())
        self._fit_columns([row for at, row in self._rows.items() if before.get(at) is not row], anew=anew)
        is_whole = self._view is View.LISTED and not match.strip()
        label = say("Add lines") if is_whole else ""
        if anew:
            self.sheet.show_anew(found)
            self.sheet.set_add_label(label)
            self.sheet.go_to(shown[0].id, "code") if shown else self.sheet.view.go_to(0, 0)
        else:
            self.sheet.set_rows(found)
            self.sheet.set_add_label(label)
        kept = self.presenter.items.kept_of_new(self.issue_id)
        self.sheet.set_add_cells({key: kept_cell(each) for key, each in kept.items()})
        self._show_strip()

    def _fit_columns(self, new: Sequence[SheetRow], *, anew: bool) -> None:
        """Widen the columns for what new rows hold; they become narrower only where the list is shown anew."""
        columns = items.columns(self.presenter.negotiation, self.tools.say)
        fit = fitted(self.tools.theme, columns, items.widest(new))
        known = {} if anew else self._widths
        self._widths = {column.key: max(column.width, known.get(column.key, 0)) for column in fit}
        self.sheet.set_columns(sheet_columns([replace(each, width=self._widths[each.key]) for each in fit]))

    def _show_totals(self) -> None:
        say, found = self.tools.say, self._list.summary
        names = {"today": say("Today"), "theirs": say("Theirs"), "ours": say("Ours")}
        shown = []
        for column, name in names.items():
            total = found.totals[column]
            figure = say.number(total.amount, 2) if total.counted else EN_DASH
            change = found.changes.get(column)
            moved = "" if change is None else say(", {change} %", change=say.signed(change * 100, 1))
            currency = self.presenter.negotiation.currency if total.counted else ""
            shown.append(StripFigure(f"{name}{moved}", figure, currency))
        count = say.number(len(found.outliers)) if found.spread is not None else EN_DASH
        shown.append(StripFigure(say("Outliers"), count))
        shown.append(StripFigure(say("Gaps"), say.number(len(found.gaps)) if found.lines else EN_DASH))
        self.strip.set_figures(shown)

    def _show_figures(self) -> None:
        issue = self.issue
        if issue is None or not self._list.items:
            self.figures.set_reason(None, "")
            self.take.hide()
            self.log_offer.hide()
            return
        found = self.presenter.items.figures(self.presenter.negotiation, issue)
        told = items.figure_sentences(self.presenter.prepared, issue, found, self.tools.say)
        self.figures.set_reason(Level.CHECK if found.kept else None, " ".join(told))
        self.take.setVisible(bool(found.kept or found.taken))
        offer = self.presenter.items.offer_text(self.presenter.negotiation, issue, self.tools.clock())
        self.log_offer.setVisible(bool(offer))
        self.log_offer.setToolTip(plain_tip(offer))

    def _show_strip(self) -> None:
        cell = self.sheet.current_cell() or self.sheet.add_cell()
        level, text = self._strip() if cell is None or cell.level is None else (cell.level, cell.reason)
        self.sheet.set_strip(level, text)

    def _strip(self) -> tuple[Level | None, str]:
        say = self.tools.say
        if self._notice[1] or self._list.items:
            return self._notice
        return None, say(
            "Paste code, article, quantity and the prices of a piece from a spreadsheet, or type them. "
            "The issue’s value is then the total."
        )

    def _notice_of(self, read: Read) -> tuple[Level | None, str]:
        say = self.tools.say
        if read.left_out:
            return Level.CHECK, say.plural(
                "{n} line was left out: a list holds {most}.",
                "{n} lines were left out: a list holds {most}.",
                read.left_out,
                most=MOST,
            )
        return None, say("The first line pasted holds titles and was left out.") if read.heading else ""

    # verbs

    def _on_view_chosen(self, key: str) -> None:
        self._view = View(key)
        self._notice = None, ""
        self._show_rows(anew=True)

    def _on_edited(self, edits: Sequence[Edit], notice: _Notice = (None, "")) -> None:
        """Write edits, a job where they are many; `notice` is said when they are written."""
        presenter, negotiation, issue_id = self.presenter.items, self.presenter.negotiation, self.issue_id
        known = {item.id for item in self._list.items}
        count = len({row for row, _, _ in edits})
        if count < items.MANY:
            read = presenter.read(negotiation, issue_id, edits)
            self._follow(
                (negotiation, issue_id),
                read,
                known,
                self.host.run(lambda: presenter.write(negotiation, issue_id, read)),
                notice,
            )
            return

        def work(progress: Progress) -> tuple[Read, Changes | None]:
            read = presenter.read(negotiation, issue_id, edits, lambda at, of: progress.step(at, 2 * of))
            progress.step(count, 2 * count)
            return read, presenter.write(negotiation, issue_id, read)

        def then(outcome: tuple[Read, Changes | None]) -> None:
            read, changes = outcome
            self._follow((negotiation, issue_id), read, known, self.host.run(lambda: changes), notice)

        words = self.tools.say("Writing {n} lines", n=count)
        self.tools.jobs.start(words, work, then, self.tools.prompts.trouble, writes=True)

    def paste_by_code(self) -> None:
        """Take prices from the clipboard, whose first column is a code and whose last one the price.

        They go into the price column chosen, else into theirs.
        """
        if not self.sheet.model.is_editable or not self._list.items:
            return
        current = self.sheet.current()
        column = current[1] if current is not None and current[1] in PRICES else "theirs"
        block = [row for row in parse_block(QGuiApplication.clipboard().text()) if len(row) > 1]
        if block and not any(sign.isdigit() for sign in block[0][-1]):
            block = block[1:]  # titles
        found = matched(self._list.items, ((row[0], row[-1]) for row in block))
        notice = self._notice_of_codes(found)
        if found.found:
            self._on_edited([(item_id, column, text) for item_id, text in found.found.items()], notice)
        else:
            self._notice = notice
            self._show_strip()

    def _notice_of_codes(self, found: Matched) -> tuple[Level | None, str]:
        say = self.tools.say
        told = [say.plural("{n} price taken by its code.", "{n} prices taken by their codes.", len(found.found))]
        if found.unknown:
            told.append(say("Not in the list: {codes}.", codes=_listed(say, found.unknown)))
        if found.ambiguous:
            told.append(say("Said twice: {codes}.", codes=_listed(say, found.ambiguous)))
        return Level.CHECK if len(told) > 1 else None, " ".join(told)

    def _follow(
        self, edited: tuple[Negotiation, int], read: Read, known: set[int], told: Sequence[Changes], notice: _Notice
    ) -> None:
        """Keep what of an edit could not be read, go to the first line that it added, and say what is to be said."""
        negotiation, issue_id = edited
        is_here = (self.presenter.negotiation.id, self.issue_id) == (negotiation.id, issue_id)
        if is_here:
            self._notice = notice if notice[1] else self._notice_of(read)
        self.presenter.items.keep_unread(negotiation, issue_id, read, known)
        if read.has_unread:
            self.host.kept_changed.emit()
        if not is_here:
            return  # the user went on while it was written
        if told and len(read.added) > 1:
            self.sheet.go_to(told[0].made, "code")
        self._show_strip()

    def _on_move_wanted(self, row: int, step: int) -> None:
        if self._view is View.LISTED and not self.filter.text().strip():
            self.host.run(lambda: self.presenter.items.move(self.issue_id, row, step))

    def _on_delete_wanted(self, ids: Sequence[int]) -> None:
        presenter, negotiation, issue_id = self.presenter.items, self.presenter.negotiation, self.issue_id
        if len(ids) < items.MANY:
            self.host.run_and_offer(lambda: presenter.delete(negotiation, issue_id, ids))
            return
        self.tools.jobs.start(
            self.tools.say("Deleting {n} lines", n=len(ids)),
            lambda _progress: presenter.delete(negotiation, issue_id, ids),
            lambda changes: self.host.run_and_offer(lambda: changes),
            self.tools.prompts.trouble,
            writes=True,
        )

    def _on_menu_wanted(self, row: object, _key: str, at: QPoint) -> None:
        if isinstance(row, int) and self.sheet.model.is_editable:
            say = self.tools.say
            by_code: Entry = (say("Paste prices by code"), "Ctrl+Shift+V", self.paste_by_code)
            self.host.pop_up(row_entries(say, self.sheet.view, row, say("Delete lines"), [by_code]), at)

    def _on_left_out(self, count: int) -> None:
        say = self.tools.say
        self.sheet.set_strip(
            Level.CHECK,
            say.plural(
                "{n} pasted cell had no place and was left out.",
                "{n} pasted cells had no place and were left out.",
                count,
            ),
        )

    def _on_take(self) -> None:
        issue = self.issue
        if issue is not None:
            self.host.run(lambda: self.presenter.items.take_figures(self.presenter.negotiation, issue))

    def _on_log_offer(self) -> None:
        issue, negotiation = self.issue, self.presenter.negotiation
        if issue is not None:
            self.host.run(lambda: self.presenter.items.log_offer(negotiation, issue, self.tools.clock()))

    def _dress(self) -> None:
        space = self.tools.theme.space
        self._tool_row.setSpacing(space(8))
        self._foot.setSpacing(space(12))
        self.filter.setFixedWidth(space(200))


def _listed(say: Words, codes: Sequence[str]) -> str:
    """Name the first of some codes, and how many more there are."""
    shown = ", ".join(codes[:_MOST_CODES])
    more = len(codes) - _MOST_CODES
    return say("{codes} and {n} more", codes=shown, n=more) if more > 0 else shown
