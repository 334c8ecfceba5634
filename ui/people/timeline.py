"""ui: what happened with a person day by day - meetings, notes, promises, deals - read page by page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.gaps import quoted
from core.naming import channel_word, outcome_word, topic_word
from core.recall_words import who
from core.timeline import Event, EventKey, Happening
from core.words import Words
from ui.theme import Theme
from ui.widgets.data_table import DataTable, TableCell, TableColumn, TableRow, bold_parts, more_row
from ui.widgets.section import SectionTitle

ReadEvents = Callable[[EventKey | None, int], tuple[Event, ...]]

FIRST, STEP = 25, 50  # events that are shown at first, and brought at once after them
_MORE = "more"
_LONGEST = 160  # characters of a note in its row


def _nothing(_after: EventKey | None, _most: int) -> tuple[Event, ...]:
    return ()


class TimelineSection(QWidget):
    """Show the latest events, and older ones when they are asked for; Enter goes to where one stands."""

    event_wanted = Signal(object)  # Event

    def __init__(self, theme: Theme, say: Words, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._say = say
        self._read: ReadEvents = _nothing
        self._count = 0
        self._events: list[Event] = []
        self.title = SectionTitle(theme, say("Timeline"), line=False, bleed=True, parent=self)
        self.table = DataTable(theme, say, say("Timeline"), header=False, fits=True, parent=self)
        self.table.set_columns(
            [
                TableColumn("on", say("Date"), width=92, muted=True),
                TableColumn("kind", say("What"), width=92, muted=True),
                TableColumn("text", say("Happened"), stretch=1, wrap=True),
            ]
        )
        self.table.set_empty_text(
            say("Nothing yet: meetings, notes, commitments and deals with this person stand here.")
        )
        self.table.row_activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.table)

    def show_events(self, read: ReadEvents, count: int, *, another: bool) -> None:
        """Show the events that `read` finds after one and at most so many, of `another` person from the latest."""
        shown = FIRST if another else max(FIRST, len(self._events))
        self._read = read
        self._count = count
        self._events = list(read(None, shown))
        self._list()

    def _list(self) -> None:
        say = self._say
        rows = [TableRow(f"{each.key.kind}/{each.key.id}", self._cells(each)) for each in self._events]
        left = self._count - len(self._events)
        if left > 0:
            rows.append(more_row(_MORE, "text", say.plural("{n} earlier", "{n} earlier", left)))
        self.table.set_header(bool(rows))
        self.table.set_rows(rows)
        self.title.set_detail(say.number(self._count) if self._count else "")
        self.title.set_aside(say("latest first") if rows else "")

    def _cells(self, each: Event) -> dict[str, TableCell]:
        kind, bold, rest = self._words(each)
        text = quoted(f"{bold}{rest}", _LONGEST)
        return {
            "on": TableCell(self._say.day(each.key.on)),
            "kind": TableCell(kind),
            "text": TableCell(text, spans=bold_parts(text, bold), tip=f"{bold}{rest}"),
        }

    def _words(self, each: Event) -> tuple[str, str, str]:
        """Return what kind of thing it is, the bold beginning of its words and the rest of them."""
        say = self._say
        match each.key.kind:
            case Happening.MEETING:
                kind = say("Planned") if each.ahead else say("Meeting")
                rest = "".join(f", {part}" for part in (channel_word(say, each.channel), each.text) if part)
                return kind, each.title, rest
            case Happening.NOTE:
                topic = topic_word(say, each.topic) if each.topic is not None and not each.is_about_us else ""
                return say("Note"), "", say("{topic}: {text}", topic=topic or say("About us"), text=each.text)
            case Happening.PROMISE:
                text = say("{who}: {what}", who=who(say, each.side) if each.side else "", what=each.text)
                if each.done is not None:
                    text = say("{promise}, kept {day}", promise=text, day=each.done)
                elif each.due is not None:
                    text = say("{promise}, due {day}", promise=text, day=each.due)
                return say("Commitment"), "", text
            case Happening.DEAL:
                outcome = outcome_word(say, each.outcome).capitalize() if each.outcome is not None else ""
                return say("Deal"), outcome, say(": {title}", title=each.title)

    def _on_activated(self, row: int | str) -> None:
        if row != _MORE:
            found = next((each for each in self._events if f"{each.key.kind}/{each.key.id}" == row), None)
            if found is not None:
                self.event_wanted.emit(found)
            return
        at = len(self._events)
        self._events += self._read(self._events[-1].key, STEP)
        self._list()
        if at < len(self._events):
            self.table.go_to(f"{self._events[at].key.kind}/{self._events[at].key.id}")
