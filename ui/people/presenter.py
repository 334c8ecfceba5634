"""ui: what the people's screen asks of the logbook and what it writes; knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from core.changes import Changes
from core.commitment import Commitment
from core.counterpart import Counterpart, CounterpartRow, Influence
from core.debrief import Learning
from core.encounters import Encounters, encounters
from core.errors import BadInput, NotFound
from core.gaps import Gap, person_gaps
from core.given_away import GivenAway, given_away
from core.meeting import Meeting
from core.negotiation import Negotiation, NegotiationRow
from core.note import Note
from core.openers import Opener, openers
from core.recall import (
    MOST_NOTES,
    KeepRate,
    Known,
    Promise,
    RecallCard,
    Sittings,
    keep_rate,
    promises,
    recall,
    sittings,
)
from core.side import Basis, Side
from core.styles import Observed, StyleAdvice, advise_style, observed, stakes
from core.supplier import Supplier, SupplierRow
from core.tactics import tactics
from core.timeline import Event, EventKey
from core.words import Words
from ui.people.entries import read_style, style_line
from ui.privacy_line import languages
from ui.promise import promise_line, read_promise
from ui.typed import read_day

if TYPE_CHECKING:
    from db.logbook import Logbook


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person with everything that the file shows."""

    person: Counterpart
    supplier: Supplier
    negotiations: tuple[NegotiationRow, ...]
    sittings: Sittings
    promises: tuple[Promise, ...]
    rates: tuple[tuple[Side, KeepRate], ...]
    gaps: tuple[Gap, ...]
    learning: Learning | None
    on_style: tuple[Note, ...]
    style: Observed | None
    advice: StyleAdvice
    encounters: Encounters
    openers: tuple[Opener, ...]


class PeoplePresenter:
    """Stand between the screen and the logbook; every text arrives as it was typed."""

    def __init__(self, logbook: Logbook, say: Words, clock: Callable[[], datetime]) -> None:
        """Take the logbook, the words of the region and the clock."""
        self._logbook = logbook
        self._say = say
        self._clock = clock

    @property
    def today(self) -> date:
        """Return today by the clock handed down."""
        return self._clock().date()

    def ids(self, match: str = "", begins: str = "") -> tuple[int, ...]:
        """Return the people whose name, role or supplier holds each word of `match`, by name.

        Of those alone whose name `begins` so, where that is given.
        """
        return self._logbook.counterparts.ids(match, begins=begins)

    def some(self, ids: Sequence[int]) -> tuple[CounterpartRow, ...]:
        """Return what the list shows of these."""
        return self._logbook.counterparts.some(ids)

    def count(self) -> int:
        """Return how many people there are."""
        return self._logbook.counterparts.count()

    def suppliers(self) -> tuple[SupplierRow, ...]:
        """Return the suppliers that a new person can belong to."""
        return self._logbook.suppliers.rows()

    def file(self, person_id: int) -> PersonFile:
        """Load one person's file; raises NotFound.

        Of the negotiations those are read that the person sat in, and the one that comes up at a glance.
        """
        book, now = self._logbook, self._clock()
        with book.at_one_moment():
            person = book.counterparts.load(person_id)
            rows = book.negotiations.rows(supplier_id=person.supplier_id)
            meetings = book.meetings.of_counterpart(person_id)
            commitments = book.commitments.of_counterpart(person_id)
            coming = _coming(rows, meetings, now)
            negotiation = None if coming is None else book.negotiations.glance(coming, talk=False)
            newest = book.notes.newest(counterpart_id=person_id)
            supplier = book.suppliers.load(person.supplier_id)
            on_style = book.notes.on_style(person_id)
            style = observed(on_style, now.date())
            return PersonFile(
                person=person,
                supplier=supplier,
                # those that go on first, as in the supplier's file
                negotiations=tuple(sorted(rows, key=lambda row: not row.status.is_open)),
                sittings=sittings(meetings, now),
                promises=promises(commitments, now.date()),
                rates=_rates(commitments, now.date()),
                gaps=person_gaps(person, newest, now.date(), negotiation),
                learning=self._learning(person),
                on_style=on_style,
                style=style,
                advice=self._advice(supplier, rows, negotiation, style),
                encounters=self._encounters(person_id),
                openers=openers(newest, languages(self._say)),
            )

    def given(self, person_id: int) -> tuple[GivenAway, ...]:
        """Return what we gave away toward a person, last made first."""
        return given_away(self._logbook.negotiations.sat_in(person_id), person_id)

    def timeline(self, person_id: int, after: EventKey | None = None, most: int = 50) -> tuple[Event, ...]:
        """Return what happened with a person, the latest first; `after` an event that is shown already."""
        return self._logbook.timelines.of_counterpart(person_id, after, most)

    def timeline_count(self, person_id: int) -> int:
        """Return how many events a person's timeline has."""
        return self._logbook.timelines.count(person_id)

    def card(self, person_id: int) -> RecallCard:
        """Fill a person's recall card for the meeting that comes up; raises NotFound."""
        book, now = self._logbook, self._clock()
        person = book.counterparts.load(person_id)
        meetings = book.meetings.of_counterpart(person_id)
        rows = book.negotiations.rows(supplier_id=person.supplier_id)
        coming = _coming(rows, meetings, now)
        last = sittings(meetings, now).last
        negotiation = None if coming is None else book.negotiations.glance(coming, talk=False)
        supplier = book.suppliers.load(person.supplier_id)
        style = observed(book.notes.on_style(person_id), now.date())
        notes, count = self._notes_of(person_id)
        return recall(
            person,
            supplier.name,
            now,
            known=Known(
                notes=notes,
                note_count=count,
                about_us=book.notes.about_us(person_id),
                style=style,
                advice=self._advice(supplier, rows, negotiation, style),
                encounters=self._encounters(person_id),
            ),
            meetings=meetings,
            commitments=book.commitments.of_counterpart(person_id),
            learning=self._learning(person),
            negotiation=negotiation,
            before=None if last is None else book.negotiations.glance(last.negotiation_id),
        )

    def add(self, name: str, supplier_id: int) -> Changes:
        """Add a person at a supplier; raises BadInput without a name or a supplier."""
        name = name.strip()
        if not name:
            raise BadInput("name.missing")
        if not supplier_id:
            raise BadInput("person.no_supplier")
        return self._logbook.counterparts.add(name=name, supplier_id=supplier_id)

    def change(self, person_id: int, field: str, text: str) -> Changes:
        """Change one field to what was typed; raises BadInput where it cannot be read.

        What a person may decide is dated: a changed authority was learnt today, until another day is entered.
        """
        fields: dict[str, object] = {field: text.strip()}
        if field == "name" and not text.strip():
            raise BadInput("name.missing")
        if field == "authority_basis":
            fields = {field: Basis(text) if text else None}
        elif field == "influence":
            fields = {field: Influence(text) if text else None}
        elif field == "authority_on":
            fields = {field: read_day(text, self._say, self.today)}
        elif field == "authority":
            before = self._logbook.counterparts.load(person_id)
            if before.authority != text.strip():
                fields |= {"authority_on": self.today if text.strip() else None}
                fields |= {"authority_basis": (before.authority_basis or Basis.SAID) if text.strip() else None}
        return self._logbook.counterparts.change(person_id, **fields)

    def delete(self, person_id: int) -> Changes:
        """Delete a person; the file goes to the trash with its notes."""
        return self._logbook.counterparts.delete(person_id)

    def write_style(self, person_id: int, note_id: int, text: str) -> Changes:
        """Keep what a line says of how the person dealt, in a note (0 for a new one); raises BadInput."""
        fields = read_style(text, self._say, self.today)
        if note_id:
            return self._logbook.notes.change(note_id, **fields)
        return self._logbook.notes.add(counterpart_id=person_id, **fields)

    def style_reading(self, text: str) -> str:
        """Return how a line of how somebody dealt is read, as it would be written; raises BadInput."""
        return style_line(Note(supplier_id=0, **read_style(text, self._say, self.today)), self._say)

    def style_line(self, note: Note) -> str:
        """Return a note that names a style as the line that it can be written by."""
        return style_line(note, self._say)

    def write_promise(self, person_id: int, commitment_id: int, text: str) -> Changes:
        """Keep what a line says was promised by or to a person (0 for a new one); raises BadInput.

        A new one belongs to the negotiation that they are met in next, else to the last one with their company.
        """
        store = self._logbook.commitments
        before = next((each for each in store.of_counterpart(person_id) if each.id == commitment_id), None)
        fields = self._promised(person_id, text, before)
        if before is not None:
            return store.change(commitment_id, **fields)
        rows = self._logbook.negotiations.rows(supplier_id=self._logbook.counterparts.load(person_id).supplier_id)
        coming = _coming(rows, self._logbook.meetings.of_counterpart(person_id), self._clock())
        negotiation = coming or next((row.id for row in rows), None)
        if negotiation is None:
            raise BadInput("commitment.no_negotiation")
        return store.add(negotiation, **fields)

    def promise_reading(self, person_id: int, text: str) -> str:
        """Return how a line of a promise is read, as it would be written; raises BadInput."""
        fields = self._promised(person_id, text, None)
        return promise_line(Commitment(negotiation_id=0, **fields), self._say, fields["owner"])

    def promise_line(self, person_id: int, commitment_id: int) -> str:
        """Return a promise as the line that it can be written by; raises NotFound."""
        known = self._logbook.commitments.of_counterpart(person_id)
        found = next((each for each in known if each.id == commitment_id), None)
        if found is None:
            raise NotFound("record.not_found")
        return promise_line(found, self._say, found.owner)

    def keep_promise(self, commitment_id: int) -> Changes:
        """Note that a promise was kept today."""
        return self._logbook.commitments.keep(commitment_id, self.today)

    def delete_promise(self, commitment_id: int) -> Changes:
        """Delete a promise."""
        return self._logbook.commitments.delete(commitment_id)

    def _promised(self, person_id: int, text: str, before: Commitment | None) -> dict[str, Any]:
        found = read_promise(text, self._say, self.today, side=None if before is None else before.side)
        # one that names nobody on file stays so: others sat there too
        names_them = before is None or before.counterpart_id is not None
        return {
            "side": found.side,
            "text": found.text,
            "due": found.due,
            "owner": "" if names_them and found.side is Side.THEM else found.owner,
            "counterpart_id": person_id if names_them else None,
        }

    def delete_note(self, note_id: int) -> Changes:
        """Delete a note; it goes to the trash."""
        return self._logbook.notes.delete(note_id)

    def _notes_of(self, person_id: int) -> tuple[tuple[Note, ...], int]:
        """Return the notes on a person that a card needs, and how many there are: of many the newest of each topic."""
        store = self._logbook.notes
        listed = store.listed(counterpart_id=person_id)
        count = sum(len(ids) for topic, ids in listed.items() if topic is not None)
        read = store.of_counterpart if count <= MOST_NOTES else lambda each: store.newest(counterpart_id=each)
        return tuple(note for note in read(person_id) if not note.is_about_us), count

    def _encounters(self, person_id: int) -> Encounters:
        book = self._logbook
        known = tactics(self._say.language, book.tactics.all())
        return encounters(book.lines.turns(person_id), known)

    def _advice(
        self,
        supplier: Supplier,
        rows: Sequence[NegotiationRow],
        negotiation: Negotiation | None,
        style: Observed | None,
    ) -> StyleAdvice:
        """Return the style to take next, by what the matter that comes up and the last deals with the supplier say."""
        relationship = self._logbook.debriefs.last_relationship(supplier.id)
        earlier = sum(not row.status.is_open for row in rows)
        return advise_style(stakes(negotiation, supplier, style, relationship=relationship, earlier=earlier))

    def _learning(self, person: Counterpart) -> Learning | None:
        """Return what was learnt last where this person sat, else with their company."""
        ends = self._logbook.debriefs
        return ends.last_learning(person.supplier_id, person.id) or ends.last_learning(person.supplier_id)


def _coming(rows: Sequence[NegotiationRow], meetings: Sequence[Meeting], now: datetime) -> int | None:
    """Return the negotiation that a person is met in next.

    That of the next meeting, else the open one they sat in last, else the open one of their company changed last.
    """
    following = sittings(meetings, now).next
    if following is not None:
        return following.negotiation_id
    still_open = [row.id for row in rows if row.status.is_open]
    sat = [meeting.negotiation_id for meeting in meetings if meeting.negotiation_id in still_open]
    return next(iter((*reversed(sat), *still_open)), None)


def _rates(commitments: Sequence[Commitment], on: date) -> tuple[tuple[Side, KeepRate], ...]:
    found = ((side, keep_rate(commitments, side, on)) for side in (Side.THEM, Side.US))
    return tuple((side, rate) for side, rate in found if rate is not None)
