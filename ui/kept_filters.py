"""ui: the filters of a list that are kept by name, in the logbook whose words they are; knows no widget."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import BadInput
from core.folding import fold

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """The words of a filter under the name that it is kept by."""

    name: str
    text: str


class KeptFilters:
    """Keep, find and forget the filters of one list.

    They lie beside the half-typed texts of the logbook, outside journal and undo: what one looks for among suppliers
    and people is nothing for the settings, which anybody can read.
    """

    def __init__(self, logbook: Logbook, place: str) -> None:
        """Take the logbook and the place of the list."""
        self._logbook = logbook
        self._at = f"filters/{place}"

    @property
    def may_keep(self) -> bool:
        """Tell whether the logbook can be written."""
        return not self._logbook.is_read_only

    def all(self) -> tuple[KeptFilter, ...]:
        """Return the filters by name; what cannot be read is none."""
        try:
            stored = json.loads(self._logbook.drafts.read(self._at) or "{}")
        except ValueError:
            return ()
        pairs = stored.items() if isinstance(stored, dict) else ()
        found = [KeptFilter(name, text) for name, text in pairs if isinstance(text, str)]
        return tuple(sorted(found, key=lambda each: (fold(each.name), each.name)))

    def kept_as(self, text: str) -> KeptFilter | None:
        """Return the filter of these words, None where they are not kept."""
        words = sorted(fold(text).split())
        return next((each for each in self.all() if sorted(fold(each.text).split()) == words), None)

    def keep(self, name: str, text: str) -> None:
        """Keep a filter by name, in place of one that has it already; raises BadInput without a name or words."""
        name, text = name.strip(), text.strip()
        if not name or not text:
            raise BadInput("name.missing")
        self._write({each.name: each.text for each in self.all()} | {name: text})

    def forget(self, name: str) -> None:
        """Keep the filter of this name no longer."""
        self._write({each.name: each.text for each in self.all() if each.name != name})

    def _write(self, filters: dict[str, str]) -> None:
        text = json.dumps(filters, ensure_ascii=False, sort_keys=True) if filters else ""
        self._logbook.drafts.keep(self._at, text)
