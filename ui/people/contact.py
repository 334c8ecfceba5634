"""ui: who a person is - the fields of the file, whom they work for, and the negotiations with that supplier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.counterpart import Counterpart
from core.naming import status_word
from core.negotiation import NegotiationRow
from core.supplier import Supplier
from core.words import Words
from ui.record_form import RecordForm
from ui.theme import Theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inset import inset
from ui.widgets.table_rows import TableCell, TableColumn, TableRow
from ui.widgets.table_section import TableSection

MATTERS = 8  # negotiations that are shown at first


class ContactSection(QWidget):
    """Show and edit the fields, and lead to the supplier and its negotiations; `form` tells what is edited."""

    supplier_wanted = Signal()
    negotiation_wanted = Signal(int)

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.form = RecordForm(theme, say, label_width=112, parent=self)
        self.form.add_line("name", say("Name"))
        self.form.add_line("role", say("Role"), hint=say("such as account manager"), about_people=True)
        self.form.add_line("email", say("Mail"))
        self.form.add_line("phone", say("Phone"))
        self.supplier = Button(theme, "", ButtonKind.QUIET, icon="building-2", parent=self)
        self.supplier.clicked.connect(self.supplier_wanted)
        self.form.add_row(say("Supplier"), self._at_left(self.supplier))
        columns = [TableColumn("title", say("Subject"), stretch=1, wrap=True), TableColumn("status", say("Stage"))]
        empty = say("None with this supplier yet.")
        self.negotiations = TableSection(theme, say, say("Negotiations"), columns, first=MATTERS, empty=empty)
        self.negotiations.row_activated.connect(self.negotiation_wanted.emit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(inset(theme, self.form))
        self._column.addWidget(self.negotiations)
        self._dress()
        theme.theme_changed.connect(self._dress)

    def show_contact(self, supplier: Supplier, rows: Sequence[NegotiationRow], *, another: bool) -> None:
        """Show whom they work for and its negotiations, those of `another` person's from their beginning."""
        self.supplier.set_label(supplier.name)
        self.supplier.setAccessibleName(self._say("Supplier: {name}", name=supplier.name))
        self.negotiations.show_records(rows, self._row, another=another)
        self.negotiations.title.set_detail(self._say.number(len(rows)) if rows else "")

    @staticmethod
    def values(person: Counterpart) -> dict[str, str]:
        """Return what the form's fields hold."""
        return {"name": person.name, "role": person.role, "email": person.email, "phone": person.phone}

    def _row(self, row: NegotiationRow) -> TableRow:
        status = status_word(self._say, row.status)
        cells = {"title": TableCell(row.title, bold=row.status.is_open), "status": TableCell(status, color="muted")}
        return TableRow(row.id, cells)

    def _at_left(self, button: Button) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return box

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(16))
