"""ui: what the list of tactics asks of the logbook and writes, each tactic read from one line; no Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput, NotAllowed
from core.tactics import Tactic, by_number, tactics
from core.words import Words
from ui.typed import NOTE_SIGN, split_note

if TYPE_CHECKING:
    from db.logbook import Logbook

_NUMBERED = re.compile(r"([0-9]{1,4})[.):]?\s+(\S.*)")
_ANSWERS = "; "


class TacticsPresenter:
    """Read the whole list, and put the user's own words over it."""

    def __init__(self, logbook: Logbook, say: Words) -> None:
        """Take the logbook and the words of the window."""
        self._logbook = logbook
        self._say = say

    def tactics(self) -> tuple[Tactic, ...]:
        """Return the whole list by number."""
        return tactics(self._say.language, self._logbook.tactics.all())

    def line_of(self, number: int) -> str:
        """Return a tactic as the line that it can be written by: "Deadline # Ask what happens after; Ask who set"."""
        found = by_number(self.tactics()).get(number)
        if found is None:
            return ""
        return found.name + (f"{NOTE_SIGN}{_ANSWERS.join(found.counters)}" if found.counters else "")

    def write(self, number: int, text: str) -> Changes:
        """Set the words of a tactic, or with 0 add one of the user's own; raises BadInput.

        A new one takes the number that it begins with, else the next free one. Words that are just those of the common
        list are not kept, so that they follow the language of the window.
        """
        name, answers = split_note(text)
        known = self.tactics()
        if not number:
            number, name = self._numbered(name, known)
        if not name:
            raise BadInput("name_missing.tactic")
        counters = tuple(each.strip() for each in answers.split(_ANSWERS.strip()) if each.strip())
        common = by_number(tactics(self._say.language)).get(number)
        if common is not None and counters == common.counters:
            counters = ()
        if common is not None and name == common.name and not counters:
            return self._logbook.tactics.delete(number)
        return self._logbook.tactics.put(number, name, "\n".join(counters))

    def delete(self, number: int) -> Changes:
        """Take the user's words of a tactic away; raises NotAllowed for one that has none."""
        found = by_number(self.tactics()).get(number)
        if found is not None and not found.is_own:
            raise NotAllowed("tactic.common", name=found.name)
        return self._logbook.tactics.delete(number)

    def _numbered(self, text: str, known: tuple[Tactic, ...]) -> tuple[int, str]:
        """Return the number that a new tactic gets, and its name."""
        given = _NUMBERED.fullmatch(text)
        if given is None:
            return max((each.number for each in known), default=0) + 1, text
        number = int(given[1])
        taken = by_number(known).get(number)
        if taken is not None:
            raise BadInput("tactic.number_taken", number=number, name=taken.name)
        return number, given[2]
