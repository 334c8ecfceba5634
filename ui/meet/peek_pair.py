"""ui: the two packages of peek side by side, with what to ask when both lie on the table and what the answer tells."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.words import Words
from ui.meet.peek_parts import PartView, paint_hairline
from ui.meet.peek_presenter import Pair, PairRow, Part
from ui.meet.peek_words import phrase
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow
from ui.widgets.flag import Flag, Level
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import SectionTitle
from ui.widgets.text import Text

_ROW, _TIGHT_ROW, _SIDE = 28, 24, 224


class PairView(QWidget):
    """Show the packages as columns, the values that differ bold; under a lack of room only issues that differ."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self._pair: Pair | None = None
        self.title = SectionTitle(theme, "", line=False, parent=self)
        self.none = Text(theme, "", "body", color="muted", wrap=True, parent=self)
        self.table = DataTable(
            theme, say, say("Two packages"), bleed=0, greyscale=True, fits=True, selectable=False, parent=self
        )
        self.table.set_row_height(_ROW)
        self.ask = PartView(theme, self)
        self.tells = PartView(theme, self)
        self.check = Flag(theme, say, Level.CHECK, "", greyscale=True, parent=self)
        self._takes = _Takes(theme, say, self)
        self._is_tight = False
        self._column = side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        for each in (self.ask, self._takes, self.tells, self.check):
            side.addWidget(each)
        side.addStretch(1)
        self._side = QWidget(self)
        self._side.setLayout(side)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.table)
        left.addWidget(self.none)
        left.addStretch(1)
        self._both = QHBoxLayout()
        self._both.addLayout(left, 1)
        self._both.addWidget(self._side)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.title)
        self._whole.addLayout(self._both)
        theme.theme_changed.connect(self._dress)
        self._dress()

    def show_pair(self, pair: Pair | None, none: str, check: str) -> None:
        """Show these packages, or why there are none."""
        say = self._say
        self._pair = pair
        self.title.set_title(say("Two packages worth the same to you") if pair is None else pair.title)
        self.title.set_aside("" if pair is None else pair.aside)
        self.none.setText(none)
        self.none.setVisible(bool(none))
        self.check.set_flag(Level.CHECK, check)
        self.check.setVisible(bool(check))
        self.setVisible(pair is not None or bool(none))
        for part in (self.table, self._side):
            part.setVisible(pair is not None)
        if pair is None:
            return
        self.tells.set_part(pair.tells)
        self._takes.show_labels(*pair.labels)

    def show_rows(self, most: int | None, *, all_issues: bool, tight: bool) -> None:
        """Show all issues, or those in which the packages differ; of them at most so many, those that count most."""
        pair = self._pair
        if pair is None:
            return
        rows = [each for each in pair.rows if all_issues or each.differs]
        shown = rows
        if most is not None and most < len(rows):
            heaviest = sorted(rows, key=lambda each: -each.counts)[:most]
            shown = [each for each in rows if each in heaviest][:most]
        title = self._say("Issue")
        if len(shown) < len(rows):
            title = self._say("Issue, {shown} of {all}", shown=len(shown), all=len(rows))
        self.table.set_row_height(_TIGHT_ROW if tight else _ROW)
        self.table.set_columns(self._columns(pair, title))
        self.table.set_rows([_row(number, each) for number, each in enumerate(shown)])

    def _columns(self, pair: Pair, title: str) -> list[TableColumn]:
        right = Qt.AlignmentFlag.AlignRight
        titles = [
            self._say("{label}, on the table", label=label) if shared else label
            for label, shared in zip(pair.labels, pair.shared, strict=True)
        ]
        return [
            TableColumn("name", title, stretch=3, least=112, both_ends=True),
            TableColumn("unit", gives=1, most=72, muted=True),
            TableColumn("first", titles[0], right, stretch=1, whole=True),
            TableColumn("second", titles[1], right, stretch=1, whole=True),
        ]

    def set_tight(self, tight: bool) -> None:
        """Leave out what is said twice, and space: what is to be checked stands beside what the answer tells, too."""
        self.check.setVisible(not tight and bool(self.check.reason))
        question = (phrase(self._say("“Which of the two suits you better?”")),)
        self.ask.set_part(Part("" if tight else self._say("Put both on the table and ask"), question))
        self._column.setSpacing(self._gap(tight=tight))
        self._is_tight = tight

    def height_at(self, width: int) -> int:
        """Return the height in pixels that everything needs."""
        space = self._theme.space
        parts = [each for each in (self.ask, self._takes, self.tells, self.check) if not each.isHidden()]
        heights = [
            each.heightForWidth(space(_SIDE)) if each.hasHeightForWidth() else each.sizeHint().height()
            for each in parts
        ]
        side = sum(heights) + self._gap(tight=self._is_tight) * max(0, len(parts) - 1)
        top = self._whole.contentsMargins().top() + self.title.sizeHint().height()
        if self._pair is None:
            return top + self.none.heightForWidth(width)
        return top + max(self.table.view.content_height(), side)

    def count(self, *, all_issues: bool) -> int:
        """Return how many rows there are to show."""
        return 0 if self._pair is None else sum(all_issues or each.differs for each in self._pair.rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_hairline(QPainter(self), self._theme, 0, self.width())

    def _gap(self, *, tight: bool) -> int:
        return self._theme.space(4 if tight else 8)

    def _dress(self) -> None:
        self._side.setFixedWidth(self._theme.space(_SIDE))
        self._both.setSpacing(self._theme.space(24))
        self._whole.setContentsMargins(0, self._theme.space(4), 0, 0)


class _Takes(QWidget):
    """The keys that take a package into the line."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say
        self._words = Text(theme, "", "meta", color="muted", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(6))
        row.addWidget(KeyHint(theme, "1", parent=self))
        row.addWidget(KeyHint(theme, "2", parent=self))
        row.addWidget(self._words, 1)

    def show_labels(self, one: str, other: str) -> None:
        """Name the packages."""
        self._words.setText(self._say("put {one} or {other} in the line", one=one, other=other))


def _row(number: int, row: PairRow) -> TableRow:
    first, second = (TableCell(value, bold=row.differs) for value in row.values)
    return TableRow(
        number, {"name": TableCell(row.name), "unit": TableCell(row.unit), "first": first, "second": second}
    )
