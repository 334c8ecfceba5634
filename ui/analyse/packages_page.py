"""ui: the packages view - every package there is now against the BATNA, the chosen one issue by issue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.changes import Changes
from core.findings.packages import Candidate, TermRow, about, term_rows
from core.message import Message
from core.verdict import Verdict
from ui.analyse.chart_pane import ChartPane
from ui.analyse.page import AnalysePage
from ui.analyse.presenter import AnalysePresenter
from ui.sheets.part_sheet import PartSheet, fill
from ui.tools import Tools
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.page import stacked
from ui.widgets.section import SectionTitle
from ui.widgets.spans import Mark, Span
from ui.widgets.text import Text

_NAME = 104  # pixels at 100 % that the name of an issue keeps beside large figures


class PackagesPage(AnalysePage):
    """Bars from 0 to 100 with the BATNA through all of them; Left and Right choose the package that is taken apart.

    Under them the candidates, packages that are only thought of yet, edited like the issues.
    """

    def __init__(self, tools: Tools, presenter: AnalysePresenter, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(tools, presenter, main=560, side=400, first=480, parent=parent)
        theme, say = tools.theme, tools.say
        self._key = ""
        self._chart = ChartPane(tools, self)
        self._title = SectionTitle(theme, "", line=False, parent=self)
        self._terms = DataTable(theme, say, say("Package against the BATNA"), bleed=0, fits=True, parent=self)
        self._why = Text(theme, "", "body", wrap=True, parent=self)
        self.main.column.addWidget(self._chart)
        title = SectionTitle(theme, say("Candidates"), detail=say("what each brings both parties"), line=False)
        self.equal = Button(theme, say("Three equal packages"), ButtonKind.QUIET, icon="layers", parent=self)
        self.equal.clicked.connect(lambda: fill(self, tools, lambda: presenter.packages.fill(presenter.prepared)))
        title.add_control(self.equal)
        self.candidates = PartSheet(
            tools, self, presenter.packages, say("Candidate packages"), adds=say("Add a package"), has_grid=True
        )
        self.candidates.kept_changed.connect(lambda: self.show_found(another=False))
        self.candidates.sheet.current_changed.connect(lambda row, _key: self._on_candidate_chosen(row))
        self.main.column.addWidget(stacked(title, self.candidates))
        self.main.column.addStretch(1)
        self.side.column.addWidget(stacked(self._title, self._terms))
        self.side.column.addWidget(self._why)
        self.side.column.addStretch(1)
        self._chart.view.canvas.stop_reached.connect(lambda _words: self._on_stop_reached())

    @property
    def chart(self) -> ChartPane:
        return self._chart

    def show_found(self, *, another: bool) -> None:
        found = self.presenter.found
        self._chart.set_chart(found.packages)
        self.candidates.show_prepared(self.presenter.prepared)
        keys = [each.key for each in found.candidates]
        if another or self._key not in keys:
            wanted = ("deal", "them", "us")
            self._key = next((key for key in wanted if key in keys), keys[0] if keys else "")
        self._show_chosen()

    def commit(self) -> None:
        self.candidates.commit()

    def set_editing(self, *, allowed: bool) -> None:
        self.candidates.set_editing(allowed=allowed)
        self.equal.setEnabled(allowed)

    def reveal_change(self, changes: Changes) -> bool:
        ids = [each.id for each in changes.touched if each.kind == "candidate"]
        return any(self.candidates.go_to(each) for each in ids)

    def focus_first(self) -> None:
        keys = [each.key for each in self.presenter.found.candidates]
        at = keys.index(self._key) if self._key in keys else 0
        super().focus_first()
        self._chart.view.canvas.go_to(at)
        if not keys:
            self.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stop_reached(self) -> None:
        at = self._chart.view.canvas.stop
        candidates = self.presenter.found.candidates
        if 0 <= at < len(candidates):
            self._key = candidates[at].key
            self._show_chosen()

    def _on_candidate_chosen(self, row: object) -> None:
        key = f"candidate:{row}"
        if key != self._key and key in {each.key for each in self.presenter.found.candidates}:
            self._key = key
            self._show_chosen()

    def _show_chosen(self) -> None:
        found, say = self.presenter.found, self.tools.say
        chosen = next((each for each in found.candidates if each.key == self._key), None)
        for part in (self._title, self._terms, self._why):
            part.setVisible(chosen is not None)
        if chosen is None:
            return
        self._title.set_title(chosen.name)
        self._title.set_aside(say("{value} points", value=found.seen.points(chosen.value)))
        right = Qt.AlignmentFlag.AlignRight
        columns = [
            TableColumn("issue", say("Issue"), stretch=3, least=_NAME, wrap=True),
            TableColumn("package", say("Package"), right),
            TableColumn("batna", say("BATNA"), right, gives=1, muted=True),
            TableColumn("points", say("Points"), right),
        ]
        if chosen.theirs is not None:
            columns.append(TableColumn("theirs", say("To them"), right, gives=2, ink="them"))
        if found.seen.is_money:
            columns.append(TableColumn("money", found.negotiation.currency, right, muted=True))
        self._terms.set_columns(columns)
        self._terms.set_rows(
            [
                TableRow(
                    at,
                    {
                        "issue": _with_unit(row),
                        "package": TableCell(row.package),
                        "batna": TableCell(row.batna),
                        "points": TableCell(row.points, bold=True),
                        "theirs": TableCell(row.theirs, color="them"),
                        "money": TableCell(row.money),
                    },
                )
                for at, row in enumerate(term_rows(found.seen, chosen))
            ]
            if chosen.terms
            else []
        )
        self._terms.setVisible(bool(chosen.terms))
        self._why.setText(self._reasons(chosen))

    def _reasons(self, chosen: Candidate) -> str:
        say, verdict = self.tools.say, chosen.verdict
        found = [chosen.note] if chosen.note else []
        theirs = about(self.presenter.found.seen, chosen)
        if theirs:
            found.append(say("It likely brings them {value} of 100.", value=theirs))
        if verdict is not None:
            found += [say.message(each) for each in _lights(verdict)]
        elif not chosen.terms:
            found.append(say("It is given as a figure, without terms."))
        return "\n".join(found)


def _with_unit(row: TermRow) -> TableCell:
    text = f"{row.issue} {row.unit}".strip()
    return TableCell(text, spans=(Span(len(row.issue), len(text) - len(row.issue), Mark.MUTED),))


def _lights(verdict: Verdict) -> list[Message]:
    return [verdict.limit_reason, verdict.batna_reason, verdict.minimum_reason, *verdict.term_reasons]
