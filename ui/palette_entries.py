"""ui: what the palette offers for a text - records to go to, commands to run, and what was found in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from heapq import nsmallest
from typing import TYPE_CHECKING

from core.hit import Hit
from core.name import Name
from core.naming import status_word
from core.negotiation import Status
from core.words import Words
from ui.commands import Commands
from ui.navigation import NEGOTIATION, NEGOTIATIONS, NEW, PEOPLE, SUPPLIERS, Place

if TYPE_CHECKING:
    from db.logbook import Logbook

_MOST_RECORDS = 5
_MOST_COMMANDS = 4
_MOST_HITS = 8
_LEAST_SEARCHED = 2  # letters before texts are searched
COMMANDS_ONLY = ">"

_PLACES = {
    "negotiation": ("handshake", NEGOTIATION),
    "supplier": ("building-2", SUPPLIERS),
    "counterpart": ("user-round", PEOPLE),
}

_FOUND = {
    "note": "sticky-note",
    "line": "message-square-text",
    "issue": "list-checks",
    "alternative": "scale",
    "commitment": "calendar-clock",
    "candidate": "layers",
    "debrief": "book-open",
    "need": "target",
    "common_goal": "target",
    "position": "target",
    "planned_concession": "arrow-left-right",
    "item": "table-2",
    "cost_part": "table-2",
    "claimed_cost": "table-2",
    "contract": "file-text",
}


class Section(StrEnum):
    """The groups of the palette, in their order."""

    GO = "go"
    COMMANDS = "commands"
    FOUND = "found"
    NEW = "new"


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
        self._names: Sequence[Name] = () if logbook is None else logbook.names.all()
        # the words of a stage once, not for each of thousands
        stages = {status.value: status_word(say, status) for status in Status}
        supplier = say("supplier")
        self._folded = [
            (text.casefold(), f"{text} {of or supplier}, {stages.get(word, word)}".casefold())
            for _, _, text, of, word in self._names
        ]

    def entries(self, text: str) -> list[Entry]:
        """Return what is offered for a text, group by group; ">" at its beginning leaves only commands."""
        text = text.strip()
        only_commands = text.startswith(COMMANDS_ONLY)
        text = text.removeprefix(COMMANDS_ONLY).strip()
        commands = self._matching_commands(text, everything=only_commands)
        if only_commands:
            return commands
        records = self._matching_records(text)
        found = [*records, *commands, *self._found(text)]
        return found if records or commands else [*found, *self._to_be_added(text)]

    def _matching_records(self, text: str) -> list[Entry]:
        words: Sequence[str] = text.casefold().split()
        if not words:
            return [self._record_entry(name) for name in self._names[:_MOST_RECORDS]]
        found = []
        for number, (title, searched) in enumerate(self._folded):
            if all(word in searched for word in words):
                at = title.find(words[0])
                found.append((_rank(title, at), number, at))
        best = nsmallest(_MOST_RECORDS, found)
        return [_marked(self._record_entry(self._names[number]), at, len(words[0])) for _, number, at in best]

    def _record_entry(self, name: Name) -> Entry:
        icon, place = _PLACES[name.kind]
        return Entry(Section.GO, icon, name.text, self._detail(name), lambda: self._go(Place(place, name.id)))

    def _detail(self, name: Name) -> str:
        if name.kind == "supplier":
            return self._say("supplier")
        word = status_word(self._say, Status(name.word)) if name.kind == "negotiation" else name.word
        return ", ".join(part for part in (name.of, word) if part)

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
        found = _best(made, text)
        return found if everything else found[:_MOST_COMMANDS]

    def _to_be_added(self, text: str) -> list[Entry]:
        """Return the records that may be added under a name which nothing bears yet."""
        say = self._say
        if self._logbook is None or len(text) < _LEAST_SEARCHED:
            return []
        return [
            Entry(Section.NEW, icon, title, "", partial(self._go, Place(place, part=NEW, spot=text)))
            for command, icon, place, title in (
                ("new_supplier", "building-2", SUPPLIERS, say("New supplier “{name}”", name=text)),
                ("new_person", "user-round", PEOPLE, say("New person “{name}”", name=text)),
                ("new_negotiation", "handshake", NEGOTIATIONS, say("New negotiation “{name}”", name=text)),
            )
            if self._commands.action(command).isEnabled()
        ]

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
        # a name says more than the words around what was found in its record
        is_named = text.casefold() in hit.title.casefold()
        title = (hit.title if is_named else hit.excerpt or hit.title).replace("\n", " ")
        where = [hit.negotiation_title, hit.supplier_name]
        return Entry(
            Section.FOUND,
            _FOUND.get(hit.kind, "search"),
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


def _best(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Return the entries whose title holds every word of the text, those that begin with it first."""
    if not text:
        return list(entries)
    words: Sequence[str] = text.casefold().split()
    found = []
    for number, entry in enumerate(entries):
        title = entry.title.casefold()
        if all(word in title for word in words):
            at = title.find(words[0])
            found.append((_rank(title, at), number, _marked(entry, at, len(words[0]))))
    return [entry for _, _, entry in sorted(found, key=lambda each: each[:2])]


def _rank(title: str, at: int) -> int:
    """Return how well a title fits where the first word stands `at`: at its start, at a word's, inside, or nowhere."""
    if at <= 0:
        return 0 if at == 0 else 3
    return 2 if title[at - 1].isalnum() else 1


def _marked(entry: Entry, at: int, length: int) -> Entry:
    return Entry(entry.section, entry.icon, entry.title, entry.detail, entry.run, entry.keys, at, length)
