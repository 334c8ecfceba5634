"""ui: the joint page - one sheet that both sides may read: needs, common goals, options, what is agreed and open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from core.joint import JointOption, JointPage, JointPoint, JointTerm
from core.words import EN_DASH, Words
from ui.shortcuts import JOINT
from ui.theme import Theme
from ui.widgets.key_cap import KeyHint
from ui.widgets.section import Hairline, Surface
from ui.widgets.text import Text

_WIDTH = 1040
_PAD = 64
_SENTENCE = "sentence"


class JointView(QScrollArea):
    """Show a joint page and nothing else; only its own key leads back, so that no other shows what lies behind it."""

    left = Signal()

    def __init__(self, theme: Theme, say: Words, page: JointPage, day: date, parent: QWidget | None = None) -> None:
        """Take the record that may be shown, and the day."""
        super().__init__(parent)
        self._theme = theme
        self._say = say
        self.title = say("Meeting with {supplier}", supplier=page.supplier)
        self.setAccessibleName(self.title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk = Surface(theme, "bg")
        self._sheet = Surface(theme, "base", line_left=True, line_right=True, parent=desk)
        around = QGridLayout(desk)
        around.setContentsMargins(0, 0, 0, 0)
        around.setColumnStretch(0, 1)
        around.addWidget(self._sheet, 0, 1)
        around.setColumnStretch(2, 1)
        around.setColumnStretch(1, 1_000)
        self.setWidget(desk)
        self._column = QVBoxLayout(self._sheet)
        self._column.addWidget(Text(theme, say.full_day(day), color="muted", parent=self._sheet))
        self._column.addWidget(Text(theme, self.title, "large", wrap=True, parent=self._sheet))
        self._fill(page)
        self._column.addStretch(1)
        self._column.addWidget(KeyHint(theme, JOINT, say("back"), self._sheet))
        theme.theme_changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == QKeySequence(JOINT):
            self.left.emit()
            return
        super().keyPressEvent(event)

    # inside

    def _fill(self, page: JointPage) -> None:
        say = self._say
        if page.is_empty:
            words = say(
                "Nothing is written here yet. What both sides say they need, the options on the table and what is "
                "agreed will stand on this page."
            )
            self._column.addWidget(Text(self._theme, words, _SENTENCE, color="muted", wrap=True, parent=self._sheet))
            return
        if page.our_needs or page.their_needs:
            self._section(say("What matters to each side"), self._needs(page))
        if page.goals:
            self._section(say("What both of us want"), self._lines(page.goals))
        if page.options:
            self._section(say("Options on the table"), self._options(page.options))
        if page.agreed:
            # as many columns as there are below, so that values stand under values
            terms = [(each.issue, self._value(each), "") for each in page.agreed]
            self._section(say("Agreed"), self._rows([("", "", "")], terms))
        if page.open:
            heads = [("", say("We"), page.supplier)]
            self._section(say("Still open"), self._rows(heads, [self._point(each) for each in page.open]))

    def _section(self, title: str, body: QWidget) -> None:
        self._column.addSpacing(self._theme.space(24))
        self._column.addWidget(Text(self._theme, title, "page", parent=self._sheet))
        self._column.addSpacing(self._theme.space(6))
        self._column.addWidget(body)

    def _needs(self, page: JointPage) -> QWidget:
        heads = [(self._say("We"), page.supplier)]
        count = max(len(page.our_needs), len(page.their_needs))
        rows = [
            (
                page.our_needs[at] if at < len(page.our_needs) else "",
                page.their_needs[at] if at < len(page.their_needs) else "",
            )
            for at in range(count)
        ]
        return self._rows(heads, rows, first=1)

    def _lines(self, texts: Sequence[str]) -> QWidget:
        return self._rows([("",)], [(text,) for text in texts], first=1)

    def _options(self, options: Sequence[JointOption]) -> QWidget:
        issues = list(dict.fromkeys(term.issue for option in options for term in option.terms))
        heads = [("", *(option.label for option in options))]
        rows = []
        for issue in issues:
            found = (next((term for term in option.terms if term.issue == issue), None) for option in options)
            rows.append((issue, *(EN_DASH if term is None else self._value(term) for term in found)))
        return self._rows(heads, rows)

    def _point(self, point: JointPoint) -> tuple[str, str, str]:
        said = (EN_DASH if term is None else self._value(term) for term in (point.ours, point.theirs))
        ours, theirs = said
        name = self._say("{issue}, later", issue=point.issue) if point.is_parked else point.issue
        return name, ours, theirs

    def _value(self, term: JointTerm) -> str:
        if term.upto is None:
            return self._say.datum(term.value)
        return self._say("{low} to {high}", low=term.value, high=term.upto)

    def _rows(self, heads: Sequence[tuple[str, ...]], rows: Sequence[tuple[str, ...]], *, first: int = 2) -> QWidget:
        """Return rows of texts under heads, a hairline below each; `first` is how wide the first column is."""
        theme = self._theme
        box = QWidget(self._sheet)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(24))
        grid.setVerticalSpacing(theme.space(6))
        width = len(heads[0])
        grid.setColumnStretch(0, first)
        for at in range(1, width):
            grid.setColumnStretch(at, first)
        at_row = 0
        if any(head for line in heads for head in line):
            for at, head in enumerate(heads[0]):
                grid.addWidget(Text(theme, head, color="muted", wrap=True, parent=box), 0, at)
            grid.addWidget(Hairline(theme, "line2", parent=box), 1, 0, 1, width)
            at_row = 2
        for row in rows:
            for at, text in enumerate(row):
                grid.addWidget(Text(theme, text, _SENTENCE, wrap=True, parent=box), at_row, at)
            grid.addWidget(Hairline(theme, parent=box), at_row + 1, 0, 1, width)
            at_row += 2
        return box

    def _dress(self) -> None:
        space = self._theme.space
        self._sheet.setMaximumWidth(space(_WIDTH))
        self._column.setContentsMargins(space(_PAD), space(48), space(_PAD), space(32))
        self._column.setSpacing(space(4))
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.color("bg"))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
