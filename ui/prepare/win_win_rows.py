"""ui: the questions that test whether they want win-win, without their widgets - what is asked, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.mode import OPENING_QUESTIONS
from core.plan import PointKind
from core.words import Words
from ui.prepare.points import QUESTIONS, PointRows
from ui.sheets.columns import GridColumn
from ui.sheets.kept import Shelf
from ui.sheets.prepared import Prepared
from ui.sheets.reader import Reader

if TYPE_CHECKING:
    from db.logbook import Logbook


class WinWinRows(PointRows):
    """The questions that test whether they want win-win, each with their answer."""

    def __init__(self, logbook: Logbook, reader: Reader, shelf: Shelf) -> None:
        """Take the logbook, the reader of the region and the shelf."""
        super().__init__(QUESTIONS, logbook, reader, shelf)
        self.kinds = (PointKind.TEST,)

    def columns(self, _prepared: Prepared) -> tuple[GridColumn, ...]:
        say = self.reader.say
        return (
            GridColumn("text", say("Question"), width=160, is_text=True, stretch=3, wrap=True),
            GridColumn("reply", say("Their answer"), width=120, is_text=True, stretch=2, wrap=True),
            GridColumn("done", say("Asked"), width=48, mark=True),
        )

    def choices(self, prepared: Prepared) -> dict[str, tuple[str, ...]]:
        known = {each.text.casefold() for each in self.parts(prepared.negotiation)}
        return {"text": tuple(each for each in opening_questions(self.reader.say) if each.casefold() not in known)}


def opening_questions(say: Words) -> tuple[str, ...]:
    """Return questions to open with whose answers show whether they want win-win."""
    return tuple(say.message(each) for each in OPENING_QUESTIONS)
