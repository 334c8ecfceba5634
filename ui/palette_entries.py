"""ui: what the palette offers for a text - records to go to, commands to run, and what was found in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from core.hit import Hit
from core.words import Words
from ui.commands import Commands
from ui.naming import status_word
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place

if TYPE_CHECKING:
    from db.logbook import Logbook

_MOST_RECORDS = 5
_MOST_COMMANDS = 4
_MOST_HITS = 8
_LEAST_SEARCHED = 2  # letters before texts are searched
COMMANDS_ONLY = ">"

# title, detail, icon, where it is
_Record = tuple[str, str, str, Place]


class Section(StrEnum):
    """The groups of the palette, in their order."""

    GO = "go"
    COMMANDS = "commands"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `at` and `length` mark the part of the title that was looked for."""

    section: Section
    icon: str
    title: str
    detail: str
    run: Callable[[], object] = field(compare=False)
    keys: str = ""
    at: int = -1
    length: int = 0


class Offer:
    """Look records, commands and texts up; the records' names are read once, when the palette opens."""

    def __init__(self, say: Words, commands: Commands, logbook: Logbook | None, go: Callable[[Place], object]) -> None:
        """Take the commands of the window, the open logbook if there is one, and how to go to a place."""
        self._say = say
        self._commands = commands
        self._logbook = logbook
        self._go = go
        self._records: list[_Record] = []
        if logbook is not None:
            self._records = [*self._negotiations(logbook), *self._suppliers(logbook), *self._people(logbook)]

    def entries(self, text: str) -> list[Entry]:
        """Return what is offered for a text, group by group; ">" at its beginning leaves only commands."""
        text = text.strip()
        only_commands = text.startswith(COMMANDS_ONLY)
        text = text.removeprefix(COMMANDS_ONLY).strip()
        commands = self._matching_commands(text, everything=only_commands)
        if only_commands:
            return commands
        return [*self._matching_records(text), *commands, *self._found(text)]

    def _negotiations(self, logbook: Logbook) -> Iterable[_Record]:
        for row in sorted(logbook.negotiations.rows(), key=lambda row: not row.status.is_open):
            stage = status_word(self._say, row.status)
            yield row.title, f"{row.supplier_name}, {stage}", "handshake", Place(NEGOTIATION, row.id)

    def _suppliers(self, logbook: Logbook) -> Iterable[_Record]:
        for row in logbook.suppliers.rows():
            yield row.name, self._say("supplier"), "building-2", Place(SUPPLIERS, row.id)

    def _people(self, logbook: Logbook) -> Iterable[_Record]:
        for row in logbook.counterparts.rows():
            detail = ", ".join(part for part in (row.supplier_name, row.role) if part)
            yield row.name, detail, "user-round", Place(PEOPLE, row.id)

    def _matching_records(self, text: str) -> list[Entry]:
        made = [
            Entry(Section.GO, icon, title, detail, lambda place=place: self._go(place))  # type: ignore[misc]
            for title, detail, icon, place in self._records
        ]
        return _best(made, text, also_detail=True)[:_MOST_RECORDS]

    def _matching_commands(self, text: str, *, everything: bool) -> list[Entry]:
        made = [
            Entry(
                Section.COMMANDS,
                shortcut.icon or "menu",
                action.text().replace("&&", "&"),
                self._say(shortcut.group.value),
                action.trigger,
                shortcut.keys[0] if shortcut.keys else "",
            )
            for shortcut, action in self._commands.offered()
            if shortcut.key != "palette"
        ]
        found = _best(made, text, also_detail=False)
        return found if everything else found[:_MOST_COMMANDS]

    def _found(self, text: str) -> list[Entry]:
        if self._logbook is None or len(text) < _LEAST_SEARCHED:
            return []
        entries = []
        for hit in self._logbook.search(text, _MOST_HITS):
            place = place_of(hit)
            if place is not None and hit.kind not in ("supplier", "counterpart", "negotiation"):
                entries.append(self._hit_entry(hit, place, text))
        return entries

    def _hit_entry(self, hit: Hit, place: Place, text: str) -> Entry:
        title = (hit.excerpt or hit.title).replace("\n", " ")
        where = [hit.negotiation_title, hit.supplier_name]
        icons = {"note": "sticky-note", "line": "message-square-text", "issue": "list-checks", "alternative": "scale"}
        return Entry(
            Section.FOUND,
            icons.get(hit.kind, "search"),
            title,
            ", ".join(part for part in where if part),
            lambda: self._go(place),
            at=title.casefold().find(text.casefold()),
            length=len(text),
        )


def place_of(hit: Hit) -> Place | None:
    """Return where a hit is seen, None where no screen shows it."""
    if hit.negotiation_id is not None:
        parts = {"line": "meet", "debrief": "debrief", "commitment": "debrief"}
        return Place(NEGOTIATION, hit.negotiation_id, parts.get(hit.kind, "prepare"))
    if hit.kind == "counterpart":
        return Place(PEOPLE, hit.id)
    return None if hit.supplier_id is None else Place(SUPPLIERS, hit.supplier_id)


def _best(entries: Iterable[Entry], text: str, *, also_detail: bool) -> list[Entry]:
    """Return the entries that hold every word of the text, those whose title begins with it first."""
    if not text:
        return list(entries)
    words: Sequence[str] = text.casefold().split()
    found = []
    for number, entry in enumerate(entries):
        title = entry.title.casefold()
        searched = f"{title} {entry.detail.casefold()}" if also_detail else title
        if not all(word in searched for word in words):
            continue
        at = title.find(words[0])
        begins = at == 0
        inside = at > 0 and not title[at - 1].isalnum()
        rank = 0 if begins else 1 if inside else 2 if at > 0 else 3
        found.append((rank, number, _marked(entry, at, len(words[0]))))
    return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])]


def _marked(entry: Entry, at: int, length: int) -> Entry:
    return Entry(entry.section, entry.icon, entry.title, entry.detail, entry.run, entry.keys, at, length)
