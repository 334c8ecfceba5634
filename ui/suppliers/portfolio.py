"""ui: where a supplier stands in our portfolio and we in theirs - two small squares, marks, and advice."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.naming import basis_word
from core.portfolio import Preference, Quadrant, portfolio_advice, preference, quadrant
from core.side import Basis
from core.supplier import Supplier
from core.words import Words
from ui.record_form import RecordForm
from ui.theme import Theme
from ui.widgets.text import Text
from ui.widgets.titled import Titled

_SIDE = 132  # of a square, pixels at 100 %
_MOST_SHARE = Decimal(20)  # per cent of their sales at which the square's edge is reached


class _Square(QWidget):
    """Four named fields, the one that holds filled, and the place in it marked."""

    def __init__(self, theme: Theme, names: tuple[str, str, str, str], axes: tuple[str, str], parent: QWidget) -> None:
        """Take the names of the fields (upper left and right, lower left and right) and of both axes."""
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._axes = axes
        self._field = -1
        self._at: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.updateGeometry)

    def show_place(self, field: int, at: tuple[float, float] | None) -> None:
        """Mark a field, -1 for none, and a place in the square (0 to 1 from the lower left corner)."""
        self._field, self._at = field, at
        name = self._names[field] if field >= 0 else ""
        self.setAccessibleName(", ".join(part for part in (*self._axes, name) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.space(_SIDE), self._theme.space(_SIDE) + 2 * self._theme.space(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        line, top = theme.space(18), theme.space(18)
        height = self.height() - line - top
        box = QRect(0, top, self.width() - 1, height)
        gap = theme.space(4)
        half_x, half_y = box.width() // 2, box.height() // 2
        fields = (
            QRect(box.x(), box.y(), half_x, half_y),
            QRect(box.x() + half_x, box.y(), box.width() - half_x, half_y),
            QRect(box.x(), box.y() + half_y, half_x, box.height() - half_y),
            QRect(box.x() + half_x, box.y() + half_y, box.width() - half_x, box.height() - half_y),
        )
        for at, rect in enumerate(fields):
            chosen = at == self._field
            if chosen:
                painter.fillRect(rect, theme.color("sel"))
            painter.setFont(theme.font("small", bold=chosen))
            painter.setPen(theme.color("text" if chosen else "muted"))
            # beside the mark, which would cover it
            middle = Qt.AlignmentFlag.AlignVCenter
            if chosen and self._at is not None:
                is_high = rect.center().y() > box.bottom() - self._at[1] * box.height()
                middle = Qt.AlignmentFlag.AlignBottom if is_high else Qt.AlignmentFlag.AlignTop
            flags = middle | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(gap, gap, -gap, -gap), flags, self._names[at])
        painter.setPen(theme.color("line2"))
        painter.drawRect(box)
        painter.drawLine(box.x() + half_x, box.y(), box.x() + half_x, box.bottom())
        painter.drawLine(box.x(), box.y() + half_y, box.right(), box.y() + half_y)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        painter.drawText(QRect(0, 0, self.width(), top), Qt.AlignmentFlag.AlignLeft, self._axes[1])
        below = QRect(0, box.bottom() + 1, self.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, self._axes[0])
        if self._at is not None:
            self._mark(painter, QRectF(box))

    def _mark(self, painter: QPainter, box: QRectF) -> None:
        if self._at is None:
            return
        radius = float(self._theme.space(4))
        x = box.left() + radius + self._at[0] * (box.width() - 2 * radius)
        y = box.bottom() - radius - self._at[1] * (box.height() - 2 * radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("mark"))
        painter.drawEllipse(QPointF(x, y), radius, radius)


class PortfolioSection(Titled):
    """Ask for three marks and show what they make of the supplier and of us."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Build squares, form and advice; `form` tells what is edited."""
        super().__init__(theme, say("Portfolio"), aside=say("they to us, and we to them"), gap=8, parent=parent)
        self._say = say
        # upper left, upper right, lower left, lower right
        self._ours = (Quadrant.LEVERAGE, Quadrant.STRATEGIC, Quadrant.ROUTINE, Quadrant.BOTTLENECK)
        self._theirs = (Preference.DEVELOPMENT, Preference.CORE, Preference.NUISANCE, Preference.EXPLOITABLE)
        our_names = (say("leverage"), say("strategic"), say("routine"), say("bottleneck"))
        their_names = (say("development"), say("core"), say("nuisance"), say("exploitable"))
        self._our_square = _Square(theme, our_names, (say("supply risk"), say("profit impact")), self)
        self._their_square = _Square(theme, their_names, (say("our share of their sales"), say("our attraction")), self)
        self.advice = Text(theme, "", wrap=True, parent=self)
        self.form = RecordForm(theme, say, label_width=150, wide_problems=True, parent=self)
        marks = [("", say("not said")), *((str(mark), self._mark_word(mark)) for mark in range(1, 6))]
        self.form.add_choice("profit_impact", say("Profit impact"), marks)
        self.form.add_choice("supply_risk", say("Supply risk"), marks)
        self.form.add_choice("attraction", say("We attract them"), marks)
        bases = [("", say("not said")), *((each.value, basis_word(say, each)) for each in Basis)]
        self.form.add_choice("attraction_basis", say("Basis"), bases)
        self.form.fields["attraction_basis"].setAccessibleName(say("Basis: {what}", what=say("We attract them")))
        squares = QHBoxLayout()
        squares.setSpacing(theme.space(12))
        squares.addWidget(self._our_square)
        squares.addWidget(self._their_square)
        self.column.addLayout(squares)
        self.column.addWidget(self.advice)
        self.column.addWidget(self.form)

    def show_supplier(self, supplier: Supplier) -> None:
        """Show where the supplier stands."""
        say = self._say
        ours, theirs = quadrant(supplier), preference(supplier)
        impact, risk = supplier.profit_impact, supplier.supply_risk
        at = None if impact is None or risk is None else (_place(risk), _place(impact))
        self._our_square.show_place(-1 if ours is None else self._ours.index(ours), at)
        share, attraction = supplier.our_share_of_their_sales, supplier.attraction
        mine = None if share is None or attraction is None else (_place_of_share(share), _place(attraction))
        self._their_square.show_place(-1 if theirs is None else self._theirs.index(theirs), mine)
        found = [say.message(each) for each in portfolio_advice(supplier)]
        self.advice.setText("\n".join(found) or say("Choose below to see what they are to us, and we to them."))

    @staticmethod
    def values(supplier: Supplier) -> dict[str, str]:
        """Return what the form's fields hold."""
        marks = {name: getattr(supplier, name) for name in ("profit_impact", "supply_risk", "attraction")}
        return {
            **{name: "" if mark is None else str(mark) for name, mark in marks.items()},
            "attraction_basis": supplier.attraction_basis or "",
        }

    def _mark_word(self, mark: int) -> str:
        ends = {1: self._say("1, low"), 5: self._say("5, high")}
        return ends.get(mark, str(mark))


def _place(mark: int) -> float:
    """Return where a mark lies, so that the middle mark is inside the upper half."""
    return {1: 0.1, 2: 0.32, 3: 0.58, 4: 0.78, 5: 0.95}[mark]


def _place_of_share(share: Decimal) -> float:
    """Return where a share of their sales lies: 5 % on the line between both halves, 20 % at the edge."""
    middle = Decimal(5)
    if share < middle:
        return float(share / middle / 2) * 0.96
    return min(1.0, 0.52 + float((share - middle) / (_MOST_SHARE - middle) / 2))
