"""ui: peek, what only we may see, shown in place of the log while its key is held."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.meet.presenter import Peeked
from ui.tools import Tools
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.section import SectionTitle, Surface
from ui.widgets.text import Text


class PeekPane(Surface):
    """Say how their standing offer is judged and why, what would repair it, and our targets in large type."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        """Build the pane, empty."""
        super().__init__(tools.theme, "bg", parent=parent)
        theme, say = tools.theme, tools.say
        self._say = say
        self._verdict = Text(theme, "", "sentence", bold=True, wrap=True, parent=self)
        self._reasons = Text(theme, "", "body", wrap=True, parent=self)
        self._repair_title = SectionTitle(theme, say("What would do"), parent=self)
        self._repairs = Text(theme, "", "body", wrap=True, parent=self)
        self._targets = DataTable(
            theme, say, say("Targets"), bleed=0, greyscale=True, header=False, fits=True, selectable=False, parent=self
        )
        right = Qt.AlignmentFlag.AlignRight
        self._targets.set_columns([TableColumn("name", stretch=1), TableColumn("value", align=right, role="page")])
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.space(24), theme.space(12), theme.space(24), theme.space(12))
        box.setSpacing(theme.space(8))
        box.addWidget(self._verdict)
        box.addWidget(self._reasons)
        box.addWidget(self._repair_title)
        box.addWidget(self._repairs)
        box.addWidget(SectionTitle(theme, say("Target"), line=False, parent=self))
        box.addWidget(self._targets)
        box.addStretch(1)

    def show_peek(self, peeked: Peeked) -> None:
        """Show these findings."""
        say = self._say
        first, *others = peeked.reasons or (say("They have offered nothing yet."),)
        self._verdict.setText(first)
        self._reasons.setText("\n".join(others))
        self._repair_title.setVisible(bool(peeked.repairs))
        self._repairs.setText("\n".join(peeked.repairs))
        self._targets.set_rows(
            [
                TableRow(number, {"name": TableCell(name), "value": TableCell(value, bold=True)})
                for number, (name, value) in enumerate(peeked.targets)
            ]
        )
