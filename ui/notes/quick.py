"""ui: what the quick note reads, completes and keeps; knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.changes import Changes
from core.errors import BadInput, NotFound
from core.folding import fold
from core.name import Name
from core.name_book import NameBook
from core.naming import topic_word
from core.note_completion import Choice, Completion, complete
from core.quick_note import Lexicon, QuickNote, read, require_name
from core.words import Words
from ui.navigation import NEGOTIATION, PEOPLE, SUPPLIERS, Place
from ui.notes.kinds import kind_words
from ui.notes.presenter import NotesPresenter, Source

if TYPE_CHECKING:
    from db.logbook import Logbook


class QuickNotePresenter:
    """Stand between the line that takes a note anywhere and the logbook.

    `known` is whom a note is about while the line names nobody: who is in view.
    """

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime], place: Place | None) -> None:
        """Take the logbook, the words of the region, the clock, and the supplier, person or negotiation in view."""
        self._logbook = logbook
        self._say = say
        self._lexicon = Lexicon.of(say)
        self._notes = NotesPresenter(logbook, say, clock)
        self._clock = clock
        self._chosen: dict[str, Name] = {}
        self._sources = self._notes.sources()
        self.known = self._in_view(place)
        self.book = self._names()

    def read(self, line: str) -> QuickNote:
        """Read a line; of several who are called so the one is meant that was chosen."""
        found = read(line, self._lexicon, self.book)
        chosen = self._chosen.get(fold(found.who))
        return replace(found, names=(chosen,)) if chosen in found.names and chosen is not None else found

    def choose(self, who: str, name: Name) -> None:
        """Take note of who is meant by a name that several have."""
        self._chosen[fold(who)] = name

    def complete(self, line: str, caret: int) -> Completion | None:
        """Return what the name or the topic at the caret can go on with."""
        return complete(line, caret, self._say, self.book)

    def choice(self, name: Name) -> Choice:
        """Return the choice of somebody by name, where several are called as was typed."""
        return Choice(f"{self.book.written(name)} ", name.text, name.of, name)

    def about(self, found: QuickNote) -> str:
        """Return whom a line is about with the supplier, or what is asked where that is not certain."""
        say = self._say
        if found.who and not found.names:
            return say("nobody on file is called “{name}”", name=found.who)
        if found.who and found.name is None:
            return say("which “{name}”?", name=found.who)
        name = found.name or self.known
        if name is None:
            return say("about whom? @name")
        return ", ".join(part for part in (name.text, name.of) if part)

    def kind(self, found: QuickNote) -> str:
        """Return what kind of thing a line tells and what it rests on, or what is asked."""
        say = self._say
        if found.topic is not None:
            return kind_words(say, found)
        if found.topics:
            return say("{topics}?", topics=", ".join(topic_word(say, each).lower() for each in found.topics))
        if found.what:
            return say("“{word}” is no topic", word=found.what)
        return say("which topic? #topic")

    def when(self, found: QuickNote) -> str:
        """Return the day of the note and where it was learnt."""
        name = found.name if found.who else self.known
        source = "" if name is None or not self._sources else self._source_of(name)
        return ", ".join(part for part in (self._say.day(self._clock().date()), source) if part)

    def add(self, line: str) -> Changes:
        """Keep the note; raises BadInput where it is not certain whom or what it is about, or a part is missing."""
        found = self.read(line)
        name = require_name(found, self.known)
        owner = "supplier_id" if name.kind == "supplier" else "counterpart_id"
        return self._notes.keep(found, **{owner: name.id})

    def suppliers(self) -> list[str]:
        """Return the names of all suppliers, that of who is in view first."""
        names = [name.text for name in self.book.all() if name.kind == "supplier"]
        return sorted(names, key=lambda text: text != self.supplier)

    @property
    def supplier(self) -> str:
        """Return the name of the supplier in view, empty for none."""
        return "" if self.known is None else self.known.of or self.known.text

    def add_person(self, name: str, supplier: str) -> tuple[Changes, ...]:
        """Put somebody on file who was named; a supplier that is not on file either comes with them.

        Raises BadInput for an empty name or supplier.
        """
        name, supplier = name.strip(), supplier.strip()
        if not name:
            raise BadInput("name.missing")
        if not supplier:
            raise BadInput("person.no_supplier")
        found = next((each for each in self.book.all() if _is_supplier(each, supplier)), None)
        made = [] if found is not None else [self._logbook.suppliers.add(name=supplier)]
        supplier_id = made[0].made if found is None else found.id
        made.append(self._logbook.counterparts.add(name=name, supplier_id=supplier_id))
        self.book = self._names()
        return tuple(made)

    def _source_of(self, name: Name) -> str:
        try:
            of = name.id if name.kind == "supplier" else self._logbook.counterparts.load(name.id).supplier_id
        except NotFound:
            # an undo took away who was put on file from the line
            self.book = self._names()
            return ""
        return self._sources.get(of, Source()).words

    def _names(self) -> NameBook:
        return NameBook(self._logbook.names.parties(), self.supplier)

    def _in_view(self, place: Place | None) -> Name | None:
        if place is None or not place.record:
            return None
        book = self._logbook
        if place.name == PEOPLE:
            person = book.counterparts.load(place.record)
            return Name("counterpart", person.id, person.name, book.suppliers.load(person.supplier_id).name)
        if place.name == SUPPLIERS:
            return Name("supplier", place.record, book.suppliers.load(place.record).name)
        rows = book.negotiations.some([place.record]) if place.name == NEGOTIATION else ()
        return Name("supplier", rows[0].supplier_id, rows[0].supplier_name) if rows else None


def _is_supplier(name: Name, text: str) -> bool:
    return name.kind == "supplier" and fold(name.text) == fold(text)
