"""ui: the debrief of what was closed - the finding, the deal against every mark, who moved, what is left to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.debrief import Outcome
from core.negotiation import Status
from core.verdict import Flag
from ui.debrief.commitments import CommitmentsSection
from ui.debrief.concessions import SIDE_INK, ConcessionsSection
from ui.debrief.deal_table import DealTable
from ui.debrief.guesses import GuessesSection
from ui.debrief.presenter import DebriefPresenter
from ui.debrief.rows import ExceptionRow, MovedRow
from ui.debrief.unread_section import UnreadSection
from ui.flag_levels import LEVELS
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.inset import inset
from ui.widgets.page import Page, stacked
from ui.widgets.pair import Pair
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.section import SectionTitle
from ui.widgets.spans import Mark, Span
from ui.widgets.text import Text


class ClosedPage(Page):
    """Show what the negotiation came to."""

    def __init__(self, tools: Tools, presenter: DebriefPresenter, parent: QWidget | None = None) -> None:
        """Take the presenter; nothing is shown before `show_debrief`."""
        theme, say = tools.theme, tools.say
        super().__init__(theme, "base", 12, parent)
        self._theme = theme
        self._say = say
        self._presenter = presenter
        self.title = Text(theme, "", "page", wrap=True)
        self.remarks = Text(theme, "", color="muted", wrap=True)
        self._closed_on = Text(theme, "", "meta", color="muted", wrap=True)
        self.report = Button(theme, say("Debrief report"), icon="file-text")
        self.reopen = Button(theme, say("Open again"), ButtonKind.QUIET)
        self.close_now = Button(theme, say("Close now"))
        self.unread = UnreadSection(theme, say, presenter.unread, self)
        self.deal = DealTable(theme, say, closed=True)
        self.deal.set_empty_text(say("No issue was prepared, so there is nothing to hold the result against."))
        self._left_out = Text(theme, "", "meta", color="muted", wrap=True)
        self._left_out.setContentsMargins(0, theme.space(6), 0, theme.space(6))
        self._left_out.hide()
        self.deal.left_out.connect(self._on_left_out)
        self.strip = ReasonStrip(theme, say)
        self._moved_title = SectionTitle(theme, say("Who moved"), line=False)
        self.moved = DataTable(theme, say, say("Who moved"), header=False, fits=True, selectable=False)
        self.moved.set_columns(
            [
                TableColumn("who", width=40),
                TableColumn("text", stretch=1, wrap=True),
                TableColumn("worth", align=Qt.AlignmentFlag.AlignRight),
            ]
        )
        self._nobody = Text(theme, say("Neither side moved from its first word."), color="muted", wrap=True)
        self._exceptions_title = SectionTitle(
            theme, say("Exceptions"), aside=say("limits as they stand now"), line=False
        )
        self.exceptions = DataTable(theme, say, say("Exceptions"), header=False, fits=True, selectable=False)
        self.exceptions.set_columns(
            [TableColumn("flag", width=64), TableColumn("text", stretch=1, wrap=True)],
        )
        self.concessions = ConcessionsSection(theme, say)
        self.commitments = CommitmentsSection(theme, say)
        self.guesses = GuessesSection(theme, say)
        self.pair = Pair(
            theme,
            stacked(inset(theme, self._moved_title, self._nobody), self.moved),
            stacked(inset(theme, self._exceptions_title), self.exceptions),
        )
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, theme.space(4), 0, 0)
        row.setSpacing(theme.space(8))
        row.addWidget(self._closed_on, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.reopen, self.close_now, self.report):
            row.addWidget(button)
        self.column.addWidget(inset(theme, self.title, self.remarks, foot))
        self.column.addWidget(self.unread)
        self.column.addWidget(stacked(self.deal, inset(theme, self._left_out), self.strip))
        self.column.addWidget(self.pair)
        self.column.addWidget(self.concessions)
        self.column.addWidget(self.commitments)
        self.column.addWidget(self.guesses)
        self.column.addStretch(1)

    def show_debrief(self, *, allowed: bool) -> None:
        """Show what the presenter loaded."""
        presenter, debrief = self._presenter, self._presenter.debrief
        self.title.setText(presenter.title())
        remarks = presenter.remarks()
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self._closed_on.setText(presenter.closed_on())
        adjourned = debrief is not None and debrief.outcome is Outcome.ADJOURNED
        self.close_now.setVisible(adjourned)
        self.reopen.setVisible(not adjourned and presenter.negotiation.status in (Status.AGREED, Status.NO_DEAL))
        self.unread.show_rows(presenter.unread.rows(), allowed=allowed)
        can_edit = allowed and presenter.can_edit_terms
        self.deal.can_edit = can_edit
        self.deal.set_editable(can_edit)
        self.deal.show_deal(presenter.deal_rows())
        strip = presenter.strip()
        self.strip.set_reason(None if strip.flag is None else LEVELS[strip.flag], strip.text)
        self._moved_title.set_aside(presenter.worth_unit())
        moved = presenter.moved()
        self.moved.set_rows([_moved(at, row) for at, row in enumerate(moved, start=1)])
        self.moved.setVisible(bool(moved))
        self._nobody.setVisible(not moved)
        self.exceptions.set_rows([_exception(at, row) for at, row in enumerate(presenter.exceptions(), start=1)])
        self.concessions.show_rows(presenter.concessions())
        self.commitments.show_rows(presenter.commitments())
        self.guesses.show_rows(presenter.guesses())
        self.concessions.set_editing(allowed=allowed)
        self.commitments.set_editing(allowed=allowed)
        self.guesses.set_editing(allowed=allowed)
        for button in (self.reopen, self.close_now):
            button.setEnabled(allowed)

    def _on_left_out(self, titles: list[str]) -> None:
        text = self._say("No room for {columns}. F9 hides the pane at the right.", columns=", ".join(titles))
        self._left_out.setText(text if titles else "")
        self._left_out.setVisible(bool(titles))

    def commit(self) -> None:
        """Keep what is being edited."""
        self.deal.commit()
        self.concessions.commit()
        self.commitments.commit()
        self.guesses.commit()


def _moved(at: int, row: MovedRow) -> TableRow:
    text = f"{row.text}, {row.remark}" if row.remark else row.text
    spans = (Span(len(row.text), len(text) - len(row.text), Mark.MUTED),) if row.remark else ()
    return TableRow(
        at,
        {
            "who": TableCell(row.who, bold=True, color=SIDE_INK[row.side]),
            "text": TableCell(text, spans=spans),
            "worth": TableCell(row.worth),
        },
    )


def _exception(at: int, row: ExceptionRow) -> TableRow:
    muted = row.flag is Flag.FINE
    return TableRow(
        at,
        {"flag": TableCell(flag=LEVELS[row.flag]), "text": TableCell(row.text, color="muted" if muted else "")},
    )
