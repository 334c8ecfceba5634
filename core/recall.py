"""core: the recall card, one person before one meeting - what is read in the minute before walking in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.commitment import Commitment
from core.counterpart import Counterpart
from core.debrief import Learning
from core.encounters import Encounters
from core.flags import SOON_DAYS
from core.gaps import Gap, person_gaps
from core.issue import Issue
from core.line import Verb
from core.meeting import Meeting
from core.negotiation import Negotiation
from core.note import Note, Topic
from core.side import Side
from core.standing import spoken
from core.styles import Observed, StyleAdvice
from core.term import Term
from core.value import by_issue
from core.verdict import Flag

MOST_NOTES = 12  # above them only the newest of each topic is shown
GAPS = 3
TACTICS = 3
ABOUT_US = 2

# Reading order: how they deal, then what they want, then the person.
_ORDER = (
    *(Topic.STYLE, Topic.BEHAVIOUR, Topic.INTEREST, Topic.CONCERN, Topic.HOPE, Topic.LIKE, Topic.DISLIKE),
    *(Topic.FAMILY, Topic.BUSINESS, Topic.AUTHORITY),
)
_NO_ENCOUNTER = Encounters()


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it stands on a day: to act on when overdue, to check without a day or when due soon."""

    commitment: Commitment
    flag: Flag

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be kept."""
        return self.commitment.done_on is None


@dataclass(frozen=True, slots=True)
class KeepRate:
    """How many promises of a side were kept in time, of those that were due or kept."""

    kept: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sittings:
    """The meetings with a person: how many there were, the last one and the next."""

    met: int = 0
    last: Meeting | None = None
    next: Meeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a person before one meets them.

    `notes` are those on the person, of more than `MOST_NOTES` the newest of each topic at least; `note_count` is how
    many there are, where these are not all. `about_us` are apart from them, newest first.
    """

    notes: Sequence[Note] = ()
    note_count: int = 0
    about_us: Sequence[Note] = ()
    style: Observed | None = None
    advice: StyleAdvice | None = None
    encounters: Encounters = _NO_ENCOUNTER


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCard:
    """Everything that stands on the card.

    `notes` are those shown, `more_notes` how many are left out; `about_us` is what the person knows about us.
    `encounters` is what the meetings with the person told. `opening` is what we opened with in the negotiation of the
    last meeting, `opened_in` its title. `rates` holds a side only where something of it fell due.
    """

    person: Counterpart
    supplier_name: str
    on: datetime
    negotiation_title: str = ""
    sittings: Sittings
    promises: tuple[Promise, ...] = ()
    rates: tuple[tuple[Side, KeepRate], ...] = ()
    notes: tuple[Note, ...] = ()
    more_notes: int = 0
    about_us: tuple[Note, ...] = ()
    style: Observed | None = None
    advice: StyleAdvice | None = None
    encounters: Encounters = _NO_ENCOUNTER
    gaps: tuple[Gap, ...] = ()
    learning: Learning | None = None
    opening: tuple[tuple[Issue, Term], ...] = ()
    opened_in: str = ""

    def promised(self, side: Side) -> tuple[Promise, ...]:
        """Return the open promises of a side."""
        return tuple(each for each in self.promises if each.commitment.side is side)


_NOTHING = Known()


def sittings(meetings: Sequence[Meeting], now: datetime) -> Sittings:
    """Return how often one met, when last and when next; a planned meeting of an earlier day is neither."""
    held = [(each.started_at, each) for each in meetings if each.started_at is not None]
    planned = [
        (each.planned_at, each)
        for each in meetings
        if each.started_at is None and each.planned_at is not None and each.planned_at.date() >= now.date()
    ]
    return Sittings(
        met=len(held),
        last=max(held, key=lambda each: each[0])[1] if held else None,
        next=min(planned, key=lambda each: each[0])[1] if planned else None,
    )


def promises(commitments: Sequence[Commitment], on: date) -> tuple[Promise, ...]:
    """Return the open commitments with their flags: overdue ones first, then by day, those without one last."""
    found = [Promise(each, _flag(each, on)) for each in commitments if each.done_on is None]
    return tuple(sorted(found, key=lambda each: (each.commitment.due or date.max, each.commitment.id)))


def keep_rate(commitments: Sequence[Commitment], side: Side, on: date) -> KeepRate | None:
    """Return how reliably a side keeps its word; None where nothing of it is kept and nothing fell due yet.

    Kept in time is what was done by its day, or done at all where it had none.
    """
    own = [each for each in commitments if each.side is side]
    judged = [each for each in own if each.done_on is not None or (each.due is not None and each.due < on)]
    kept = [each for each in judged if each.done_on is not None and (each.due is None or each.done_on <= each.due)]
    return KeepRate(len(kept), len(judged)) if judged else None


def opening_of(negotiation: Negotiation) -> tuple[tuple[Issue, Term], ...]:
    """Return the terms of our first offer, in the order of the issues; nothing where we made none."""
    first = next((line for line in spoken(negotiation) if line.verb is Verb.OFFER and line.side is Side.US), None)
    if first is None:
        return ()
    said = by_issue((*first.terms, *first.in_return, *first.conditions))
    return tuple((issue, said[issue.id]) for issue in negotiation.issues if issue.id in said)


def shown_notes(notes: Sequence[Note], count: int = 0) -> tuple[Note, ...]:
    """Return the notes for the card, by topic and newest first; of many only the newest of each topic.

    Of those that name a style only the newest stands here, since the card tells what they come to. `count` is how
    many there are, where the caller did not read them all.
    """
    newest = sorted(notes, key=lambda note: (note.on, note.id), reverse=True)
    styled = [note.id for note in newest if note.style is not None]
    ordered = sorted((note for note in newest if note.id not in styled[1:]), key=lambda note: _ORDER.index(note.topic))
    if len(ordered) <= MOST_NOTES and max(len(newest), count) - len(ordered) <= max(0, len(styled) - 1):
        return tuple(ordered)
    first: dict[Topic, Note] = {}
    for note in ordered:
        first.setdefault(note.topic, note)
    return tuple(first.values())


def recall(
    person: Counterpart,
    supplier_name: str,
    now: datetime,
    *,
    known: Known = _NOTHING,
    meetings: Sequence[Meeting] = (),
    commitments: Sequence[Commitment] = (),
    learning: Learning | None = None,
    negotiation: Negotiation | None = None,
    before: Negotiation | None = None,
) -> RecallCard:
    """Return the card for a person; `negotiation` is the one that comes up, `before` that of the last meeting."""
    shown = shown_notes(known.notes, known.note_count)
    rates = [(side, keep_rate(commitments, side, now.date())) for side in (Side.THEM, Side.US)]
    return RecallCard(
        person=person,
        supplier_name=supplier_name,
        on=now,
        negotiation_title="" if negotiation is None else negotiation.title,
        sittings=sittings(meetings, now),
        promises=promises(commitments, now.date()),
        rates=tuple((side, rate) for side, rate in rates if rate is not None),
        notes=shown,
        more_notes=max(len(known.notes), known.note_count) - len(shown),
        about_us=tuple(known.about_us[:ABOUT_US]),
        style=known.style,
        advice=known.advice,
        encounters=known.encounters,
        gaps=person_gaps(person, known.notes, now.date(), negotiation)[:GAPS],
        learning=learning,
        opening=() if before is None else opening_of(before),
        opened_in="" if before is None else before.title,
    )


def _flag(commitment: Commitment, on: date) -> Flag:
    if commitment.due is None:
        return Flag.CHECK
    if commitment.due < on:
        return Flag.ACT
    return Flag.CHECK if (commitment.due - on).days <= SOON_DAYS else Flag.FINE
