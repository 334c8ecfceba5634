"""ui: how much each side needs the other - a bar each, what it comes to in words, and the fields behind it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from core.dependence import power_leans_to
from core.naming import basis_word
from core.side import Basis, Side
from core.supplier import Supplier
from core.words import EN_DASH, Words
from ui.opened_form import OpenedForm
from ui.record_form import RecordForm
from ui.theme import Theme
from ui.typed import show_percent
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text
from ui.widgets.titled import Titled


class _ShareBar(QWidget):
    """A share as a bar: ours solid, theirs hatched, so that colour alone tells nothing."""

    def __init__(self, theme: Theme, side: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._share: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: Decimal | None) -> None:
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(120), self._theme.space(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color("line2"), theme.edge()))
        painter.drawRect(whole)
        if self._share is None:
            return
        part = QRectF(0, 0, self.width() * float(self._share) / 100, self.height())
        if self._side == "us":
            painter.fillRect(part, theme.color("us"))
            return
        painter.setClipRect(part)
        painter.fillRect(part, theme.color("tint_them"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("them"), max(1.5, theme.space(1.5))))
        step, height = theme.space(5), self.height()
        for x in range(-height, int(part.width()) + height, step):
            painter.drawLine(x, height, x + height, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5))


class DependenceLine(QWidget):
    """One direction of the dependence: whose share of what, the figure, the bar, what it rests on."""

    def __init__(self, theme: Theme, name: str, side: str, parent: QWidget | None = None) -> None:
        """Take the words and the side whose colour and shape the bar has: us or them."""
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._figure = Text(theme, "", bold=True, parent=self)
        self._bar = _ShareBar(theme, side, self)
        self._basis = Text(theme, "", "meta", color="muted", parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(Text(theme, name, parent=self), 0, 0)
        self._grid.addWidget(self._figure, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.addWidget(self._basis, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(theme.space(3))

    def set_share(self, share: Decimal | None, figure: str, basis: str) -> None:
        """Show a share of 0 to 100 per cent; None is not known."""
        self._figure.setText(figure or EN_DASH)
        self._bar.set_share(share)
        self._basis.setText(basis)
        self._basis.setVisible(bool(basis))
        self.setAccessibleName(f"{self._name} {figure} {basis}".strip())


class DependenceSection(Titled):
    """Show both shares as bars; their fields are there while they are written in, or as long as one is not known."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty; `form` tells what is edited."""
        super().__init__(theme, say("Dependence"), gap=12, parent=parent)
        self._say = say
        self._ours = DependenceLine(theme, say("We are of their sales"), "us", self)
        self._theirs = DependenceLine(theme, say("They are of our supply"), "them", self)
        self._lean = Text(theme, "", wrap=True, parent=self)
        self.change = Button(theme, say("Change"), ButtonKind.QUIET, parent=self)
        self.change.setAccessibleName(say("Change: {what}", what=say("Dependence")))
        self.title.add_control(self.change)
        self.form = self._build_form()
        self._fields = OpenedForm(self.form, self.change, "our_share_of_their_sales", self)
        for part in (self._ours, self._theirs, self._lean, self.form):
            self.column.addWidget(part)

    def show_supplier(self, supplier: Supplier) -> None:
        """Show the shares of this supplier; the form's fields are filled by who knows it."""
        say = self._say
        ours, theirs = supplier.our_share_of_their_sales, supplier.their_share_of_our_supply
        self._ours.set_share(ours, show_percent(ours, say), self._basis(supplier.our_share_basis))
        self._theirs.set_share(theirs, show_percent(theirs, say), self._basis(supplier.their_share_basis))
        self._lean.setText(lean(say, ours, theirs))
        self._fields.set_known(ours is not None and theirs is not None)

    def open(self) -> None:
        """Show the fields with the caret in the first one."""
        self._fields.open()

    def set_editing(self, *, allowed: bool) -> None:
        """Allow or forbid writing."""
        self._fields.set_editing(allowed=allowed)

    @staticmethod
    def values(supplier: Supplier, say: Words) -> dict[str, str]:
        """Return what the form's fields hold."""
        return {
            "our_share_of_their_sales": show_percent(supplier.our_share_of_their_sales, say),
            "our_share_basis": supplier.our_share_basis or "",
            "their_share_of_our_supply": show_percent(supplier.their_share_of_our_supply, say),
            "their_share_basis": supplier.their_share_basis or "",
        }

    def _build_form(self) -> RecordForm:
        say = self._say
        form = RecordForm(self._theme, say, label_width=150, wide_problems=True, parent=self)
        bases = [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]
        for share, basis, name in (
            ("our_share_of_their_sales", "our_share_basis", say("We are of their sales")),
            ("their_share_of_our_supply", "their_share_basis", say("They are of our supply")),
        ):
            form.add_line(share, name, hint=say("such as {share}", share=show_percent(Decimal(12), say)))
            form.add_choice(basis, say("Basis"), bases)
            form.fields[basis].setAccessibleName(say("Basis: {what}", what=name))
        return form

    def _basis(self, basis: Basis | None) -> str:
        return "" if basis is None else basis_word(self._say, basis)


def lean(say: Words, ours: Decimal | None, theirs: Decimal | None) -> str:
    """Say to whom the power leans."""
    if ours is None or theirs is None:
        return say("Fill in both shares to see which way power leans.")
    match power_leans_to(ours, theirs):
        case Side.THEM:
            return say("Power leans to them: we need them more than they need us.")
        case Side.US:
            return say("Power leans to us: they need us more than we need them.")
    return say("Both need each other about as much.")
