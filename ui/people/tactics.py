"""ui: tactics seen with our answers, and our own toward one person with how foreseeable they have been."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.candidate import free_labels
from core.encounters import Encounters
from core.gaps import quoted
from core.recall_words import foreseen, varied
from core.tactics_seen import TacticSeen
from core.words import EN_DASH, Words
from ui.theme import Theme
from ui.widgets.button import IconButton
from ui.widgets.flag import Flag, Level
from ui.widgets.table_rows import TableCell, TableColumn, TableRow, two_lines
from ui.widgets.table_section import TableSection
from ui.widgets.text import Text
from ui.widgets.titled import Titled

SEEN = 4  # tactics that are shown at first
LONGEST_ROW = 12  # of our own tactics, the last ones
_LONGEST = 60  # characters of a name or an answer in its row
_RIGHT = Qt.AlignmentFlag.AlignRight


def letter(place: int) -> str:
    """Return the letter of a tactic by its place among those used, as packages are lettered."""
    return next(islice(free_labels(()), place, None))


class TacticsSeenSection(TableSection):
    """Show their tactics with what answers each, and how often they, not we, gave way after it."""

    list_wanted = Signal()

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        gave_way = say("How often they, not we, gave way next in that meeting")
        columns = [
            TableColumn("tactic", say("Tactic, our answer"), stretch=1, wrap=True),
            TableColumn("seen", say("Seen"), align=_RIGHT),
            TableColumn("gave_way", say("They gave way"), align=_RIGHT, tip=gave_way),
        ]
        empty = say("None logged yet. In Meet, “t x 3” logs their tactic number 3.")
        super().__init__(theme, say, say("Tactics seen, our answer"), columns, first=SEEN, empty=empty, parent=parent)
        self._say = say
        self.edit = IconButton(theme, say("Edit the list of tactics"), icon="list-checks", parent=self)
        self.edit.clicked.connect(self.list_wanted)
        self.title.add_control(self.edit)

    def show_seen(self, met: Encounters, meetings: int, *, another: bool) -> None:
        """Show what was seen in so many meetings, of `another` person from its beginning."""
        say = self._say
        self.show_records(met.seen, partial(self._row, met), another=another)
        self.title.set_detail(say.plural("{n} meeting", "{n} meetings", meetings) if meetings else "")

    def _row(self, met: Encounters, each: TacticSeen) -> TableRow:
        say, tactic = self._say, met.tactic(each.number)
        gave_way = say("{n} of {all}", n=each.theirs, all=each.answered) if each.answered else EN_DASH
        whole = "\n".join(part for part in (tactic.sign, *tactic.counters) if part)
        cells = {
            "tactic": two_lines(quoted(tactic.name, _LONGEST), quoted(tactic.counter, _LONGEST), tip=whole),
            "seen": TableCell(say.number(each.times)),
            "gave_way": TableCell(gave_way),
        }
        return TableRow(each.number, cells, tip=say("last seen {day}", day=each.last))


class TacticRow(QWidget):
    """Be a row of small squares, one for each use, that hold the letter of the tactic."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._places: Sequence[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self._dress)

    def show_places(self, places: Sequence[int], words: str) -> None:
        """Show the tactics by their places among those used, in words for a screen reader."""
        self._places = places
        self.setAccessibleName(words)
        self._dress()

    def sizeHint(self) -> QSize:
        side = self._theme.space(22)
        return QSize(len(self._places) * side + 1, side + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.space(22)
        painter = QPainter(self)
        painter.setFont(theme.font("meta"))
        for at, place in enumerate(self._places):
            box = QRect(at * side, 0, side, side)
            # the first two are told apart by their surface as well as by the letter
            painter.fillRect(box, theme.color("tint_us" if place % 2 == 0 else "raised"))
            painter.setPen(theme.color("line2"))
            painter.drawRect(box)
            painter.setPen(theme.color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter(place))

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class OwnTacticsSection(Titled):
    """Show our tactics toward one person in their order, how well they can be guessed, and what to do instead."""

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, say("Our tactics toward them"), parent=parent)
        self._say = say
        self.row = TacticRow(theme, self)
        self.flag = Flag(theme, say, Level.CHECK, parent=self)
        self.none = Text(
            theme,
            say("None logged yet. In Meet, “w x 19” logs our tactic number 19."),
            color="muted",
            wrap=True,
            parent=self,
        )
        self.legend = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        self.vary = Text(theme, "", bold=True, wrap=True, parent=self)
        self.why = Text(theme, "", "meta", color="muted", wrap=True, parent=self)
        for part in (self.row, self.flag, self.none, self.legend, self.vary, self.why):
            self.column.addWidget(part)

    def show_used(self, met: Encounters) -> None:
        """Show what was used, the last ones of many."""
        say = self._say
        order = list(dict.fromkeys(met.used))
        shown = met.used[-LONGEST_ROW:]
        names = [met.tactic(number).name for number in shown]
        self.row.show_places([order.index(number) for number in shown], ", ".join(names))
        self.row.setVisible(bool(shown))
        earlier = len(met.used) - len(shown)
        self.title.set_aside(say("last {n} of {all}", n=len(shown), all=len(met.used)) if earlier else "")
        found = met.predictability
        foreseeable = found is not None and found.is_foreseeable
        self.flag.set_flag(
            Level.CHECK if foreseeable else Level.FINE, say("predictable") if foreseeable else say("varied")
        )
        self.flag.setVisible(found is not None)
        keys = [
            say("{letter} {tactic}", letter=letter(order.index(number)), tactic=met.tactic(number).name)
            for number in dict.fromkeys(shown)
        ]
        self.none.setVisible(not keys)
        self.legend.setVisible(bool(keys))
        self.legend.setText(f"{', '.join(keys)}. {foreseen(say, met) or say('Nothing is said below five uses.')}")
        vary, why = varied(say, met)
        for part, words in ((self.vary, vary), (self.why, why)):
            part.setText(words)
            part.setVisible(bool(words))
