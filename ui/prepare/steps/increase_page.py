"""ui: the price-increase test - the claim, what the price is made of, what is justified, what to give instead."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.analysis.price_increase import CounterProposal, PriceTest
from core.claim import counter
from core.message import Message
from ui.prepare import increase
from ui.prepare.presenter import PreparePresenter
from ui.prepare.steps.issue_page import IssuePage
from ui.prepare.steps.step_page import Scroller, StepPage
from ui.record_form import RecordForm
from ui.sheets.kept import NotRead
from ui.sheets.part_sheet import PartSheet
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.figure_strip import FigureStrip, StripFigure
from ui.widgets.flag import Level
from ui.widgets.reason_strip import ReasonStrip
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text


class IncreasePage(IssuePage):
    """Test a claimed increase against its costs."""

    def __init__(self, tools: Tools, presenter: PreparePresenter, host: StepPage) -> None:
        """Take the step whose verbs and menus are used."""
        super().__init__(tools, presenter, host)
        theme, say = tools.theme, tools.say
        self.strip = FigureStrip(theme, self)
        self.claim = RecordForm(theme, say, label_width=104, parent=self)
        self.claim.add_line("claimed", say("They claim"), hint=say("per cent on today’s price, such as 9"))
        self.would_be = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.fill = Button(theme, "", ButtonKind.QUIET, icon="copy-plus", parent=self)
        self.usual = Button(theme, say("Begin with the usual parts"), ButtonKind.QUIET, icon="layers", parent=self)
        self.costs = PartSheet(
            tools,
            host,
            presenter.increase.costs,
            say("Claimed costs"),
            adds=say("Add a part"),
            has_grid=True,
            parent=self,
        )
        self.sheet = self.costs.sheet
        self.verdict = ReasonStrip(theme, say, self)
        self.warning = ReasonStrip(theme, say, self)
        self._title = SectionTitle(theme, say("Given instead of the increase"), parent=self)
        self.why_not = Text(theme, "", wrap=True, parent=self)
        self.instead = DataTable(theme, say, say("Given instead of the increase"), bleed=0, fits=True, parent=self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.claim)
        self._head.addWidget(self.would_be, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.fill)
        self._head.addWidget(self.usual)
        self._scroller = Scroller(theme, 120, self)
        self._scroller.column.add(self._head)
        for part in (self.costs, self.verdict, self.warning, self._title, self.why_not, self.instead):
            self._scroller.column.add(part)
        self._scroller.column.addStretch(1)
        self.column.add_wide(self.strip)
        self.column.add_wide(self._scroller, 1)
        self.costs.kept_changed.connect(host.kept_changed)
        self.claim.edited.connect(self._on_claim_edited)
        self.fill.clicked.connect(self._on_fill)
        self.usual.clicked.connect(lambda: self.host.run(lambda: presenter.increase.usual_parts(presenter.negotiation)))
        self._dress()
        theme.theme_changed.connect(self._dress)

    def open(self, issue_id: int) -> None:
        # the first time the parts come from the supplier's file
        self.issue_id = issue_id
        presenter, negotiation = self.presenter.increase, self.presenter.negotiation
        breakdown = presenter.breakdown(negotiation)
        is_new = not negotiation.claimed_costs and negotiation.claimed_increase is None
        if is_new and breakdown is not None and self.sheet.model.is_editable:
            self.host.run(lambda: presenter.fill(negotiation, breakdown))
        self.show_prepared()

    def title(self) -> str:
        return self.tools.say("Increase of {issue}", issue="" if self.issue is None else self.issue.name)

    def about(self) -> str:
        return self.tools.say("how much of it their costs justify")

    def show_prepared(self) -> None:
        issue, say = self.issue, self.tools.say
        if issue is None:
            return
        prepared = self.presenter.prepared
        negotiation = prepared.negotiation
        found = self.presenter.increase.costs.test(negotiation, issue)
        figures = increase.strip_figures(negotiation, issue, found, say)
        self.strip.set_figures([StripFigure(each.name, each.figure, each.money) for each in figures])
        claimed = negotiation.claimed_increase
        self.claim.show_values({"claimed": "" if claimed is None else say.number(claimed)})
        self.would_be.setText(increase.claim_words(negotiation, issue, say))
        self.costs.show_prepared(prepared)
        marked = any(each.prefilled for each in negotiation.claimed_costs)
        self.sheet.set_note(say("Prefilled; to be corrected") if marked else "")
        self._show_buttons()
        self._show_findings(found)
        self._show_instead(counter(negotiation, issue, prepared.today))

    def commit(self) -> None:
        self.claim.commit()
        self.costs.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.claim.set_editing(allowed=allowed)
        self.costs.set_editing(allowed=allowed)
        self.fill.setEnabled(allowed)
        self.usual.setEnabled(allowed)

    def focus_first(self) -> None:
        is_entered = self.presenter.negotiation.claimed_increase is not None
        target: QWidget = self.costs if is_entered else self.claim.fields["claimed"]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def _show_buttons(self) -> None:
        say, negotiation = self.tools.say, self.presenter.negotiation
        has_parts = bool(negotiation.claimed_costs)
        breakdown = None if has_parts else self.presenter.increase.breakdown(negotiation)
        self.fill.setVisible(breakdown is not None and not has_parts)
        if breakdown is not None:
            self.fill.set_label(say("Take the breakdown of {day}", day=breakdown.on))
        self.usual.setVisible(breakdown is None and not has_parts)

    def _show_findings(self, found: PriceTest | Message) -> None:
        say, negotiation = self.tools.say, self.presenter.negotiation
        self.verdict.set_reason(None, increase.verdict_words(negotiation, found, say))
        warning = found.warning if isinstance(found, PriceTest) else None
        self.warning.set_reason(Level.CHECK, "" if warning is None else say.message(warning))

    def _show_instead(self, found: CounterProposal | Message) -> None:
        say, prepared = self.tools.say, self.presenter.prepared
        ways = [] if isinstance(found, Message) else increase.other_ways(prepared, found, say)
        if isinstance(found, Message):
            self.why_not.setText(say.message(found))
        elif not ways:
            self.why_not.setText(
                say("No other issue has room within its range and limit. Put another one on the table.")
            )
        else:
            self.why_not.setText(
                say(
                    "The increase costs us {amount}. Each of these costs us no more:",
                    amount=increase.worth_words(prepared, -found.price.ours, say),
                )
            )
        self.instead.setVisible(bool(ways))
        self._show_columns(with_theirs=any(each.enough for each in ways))
        self.instead.set_rows(
            [
                TableRow(
                    at,
                    {
                        "issue": TableCell(each.issue),
                        "now": TableCell(each.now),
                        "upto": TableCell(each.upto),
                        "costs": TableCell(each.costs),
                        "enough": TableCell(each.enough),
                        "saves": TableCell(each.saves),
                    },
                )
                for at, each in enumerate(ways)
            ]
        )

    def _show_columns(self, *, with_theirs: bool) -> None:
        """Show what their side gains only where it is estimated."""
        say, right = self.tools.say, Qt.AlignmentFlag.AlignRight
        theirs = [
            TableColumn("enough", say("They gain as much at"), right),
            TableColumn("saves", say("It saves us"), right),
        ]
        self.instead.set_columns(
            [
                TableColumn("issue", say("Issue"), stretch=2),
                TableColumn("now", say("Today"), right, muted=True),
                TableColumn("upto", say("We could go to"), right),
                TableColumn("costs", say("It costs us"), right),
                *(theirs if with_theirs else []),
            ]
        )

    # verbs

    def _on_fill(self) -> None:
        presenter, negotiation = self.presenter.increase, self.presenter.negotiation
        breakdown = presenter.breakdown(negotiation)
        if breakdown is not None:
            self.host.run(lambda: presenter.fill(negotiation, breakdown))

    def _on_claim_edited(self, _key: str, text: str) -> None:
        field = self.claim.fields["claimed"]
        try:
            self.host.run(lambda: self.presenter.increase.set_claim(self.presenter.negotiation, text))
        except NotRead as trouble:
            self.claim.set_problem(field, str(trouble))
            return
        self.claim.set_problem(field, "")

    def _dress(self) -> None:
        space = self.tools.theme.space
        self._head.setSpacing(space(12))
        self.claim.setFixedWidth(space(360))
