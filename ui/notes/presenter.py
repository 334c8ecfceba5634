"""ui: what the table of notes shows and writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.agenda import at_table
from core.changes import Changes
from core.errors import BadInput
from core.naming import basis_word, topic_word
from core.negotiation import NegotiationRow
from core.note import Note, NoteWord, Topic
from core.quick_note import Lexicon, QuickNote, read, require
from core.side import Basis
from core.words import Words
from ui.notes.kinds import kind_fields
from ui.privacy_line import languages
from ui.typed import read_day

if TYPE_CHECKING:
    from db.logbook import Logbook

WHOLE = 40  # notes up to which all are shown
EACH = 4  # above that the newest of each topic, so that a file tells a little of everything
STEP = 50  # older ones that are shown at once when they are asked for

Opened = Mapping[Topic | None, int]  # how many notes of a topic are asked for beyond the first


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of one topic, newest first: the ids of all, and those shown. None: what they know about us."""

    topic: Topic | None
    ids: tuple[int, ...]
    shown: tuple[Note, ...]

    @property
    def older(self) -> int:
        """Return how many are not shown."""
        return len(self.ids) - len(self.shown)


@dataclass(frozen=True, slots=True)
class NotesPage:
    """What is shown of the notes on somebody, topic by topic.

    `found` of `every` fit what is looked for, those on what they know about us not counted.
    """

    groups: tuple[NoteGroup, ...] = ()
    found: int = 0
    every: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is learnt: the meeting, and its words for the note."""

    meeting_id: int | None = None
    words: str = ""


class NotesPresenter:
    """Read, change and delete notes; every text arrives as it was typed, topic and basis as their codes."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock
        self._lexicon = Lexicon.of(say)

    def page(
        self,
        match: str,
        opened: Opened,
        *,
        supplier_id: int | None = None,
        counterpart_id: int | None = None,
    ) -> NotesPage:
        """Return the notes on a supplier and its people, or on a person, that hold each word of `match`.

        A word may name a topic or a basis too. `opened` tells of how many notes of a topic more are asked for.
        """
        store = self._logbook.notes
        listed = store.listed(supplier_id=supplier_id, counterpart_id=counterpart_id, words=self._words(match))
        whole = store.listed(supplier_id=supplier_id, counterpart_id=counterpart_id) if match.strip() else listed
        found, every = (sum(len(ids) for topic, ids in each.items() if topic is not None) for each in (listed, whole))
        least = WHOLE if found <= WHOLE else EACH
        wanted = {topic: ids[: least + opened.get(topic, 0)] for topic, ids in listed.items()}
        notes = {note.id: note for note in store.some([each for ids in wanted.values() for each in ids])}
        groups = [
            NoteGroup(topic, ids, tuple(notes[each] for each in wanted[topic] if each in notes))
            for topic, ids in listed.items()
        ]
        return NotesPage(tuple(groups), found, every)

    def read(self, line: str) -> QuickNote:
        """Read the line that adds a note to a file: it is known whom it is about."""
        return read(line, self._lexicon)

    def add(self, line: str, *, supplier_id: int | None = None, counterpart_id: int | None = None) -> Changes:
        """Add a note from its line; raises BadInput where topic, sentence or an opinion's basis is missing."""
        return self.keep(self.read(line), supplier_id=supplier_id, counterpart_id=counterpart_id)

    def keep(self, found: QuickNote, *, supplier_id: int | None = None, counterpart_id: int | None = None) -> Changes:
        """Keep what a line was read as, of today; raises BadInput as `add` does.

        While a meeting with them is held, it is where this was learnt.
        """
        found = require(found, self._say, languages(self._say))
        if supplier_id is None and counterpart_id is not None:
            supplier_id = self._logbook.counterparts.load(counterpart_id).supplier_id
        source = self.sources().get(supplier_id or 0, Source())
        return self._logbook.notes.add(
            supplier_id=supplier_id,
            counterpart_id=counterpart_id,
            topic=found.topic,
            style=found.style,
            is_about_us=found.is_about_us,
            basis=found.basis,
            text=found.sentence,
            on=self._clock().date(),
            meeting_id=source.meeting_id,
            source=source.words,
        )

    def sources(self) -> dict[int, Source]:
        """Return where something is learnt now, by supplier: in the round of the meeting that is held, if one is."""
        held = {each.negotiation_id: each for each in self._logbook.meetings.held()}
        of_supplier: dict[int, list[NegotiationRow]] = {}
        for row in self._logbook.negotiations.some(list(held)) if held else ():
            of_supplier.setdefault(row.supplier_id, []).append(row)
        found = {}
        for supplier_id, rows in of_supplier.items():
            at = at_table([held[row.id] for row in rows], self._clock(), 0)
            if at is not None:
                rounds = next(row.rounds for row in rows if row.id == at.negotiation_id)
                found[supplier_id] = Source(at.meeting_id, self._say("Round {n}", n=rounds))
        return found

    def change(self, note_id: int, typed: Mapping[str, str]) -> Changes:
        """Change a note to what was typed, in one step; raises BadInput where a part cannot be read."""
        text = typed["text"].strip()
        if not text:
            raise BadInput("note.empty")
        day = read_day(typed["on"], self._say, self._clock().date(), past=True)
        if day is None:
            raise BadInput("note.no_day")
        return self._logbook.notes.change(
            note_id,
            **kind_fields(typed["topic"]),
            basis=Basis(typed["basis"]),
            text=text,
            source=typed["source"].strip(),
            on=day,
        )

    def delete(self, note_id: int) -> Changes:
        """Delete a note; it goes to the trash."""
        return self._logbook.notes.delete(note_id)

    def _words(self, match: str) -> Sequence[NoteWord]:
        topics = [(each, topic_word(self._say, each).casefold()) for each in Topic]
        bases = [(each, basis_word(self._say, each).casefold()) for each in Basis]
        return [
            NoteWord(
                word,
                frozenset(each for each, name in topics if name.startswith(word.casefold())),
                frozenset(each for each, name in bases if name.startswith(word.casefold())),
            )
            for word in match.split()
        ]
