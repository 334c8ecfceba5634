"""core: gaps, what a file does not tell - of a person and of a supplier, as questions to ask, in order of worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.counterpart import Counterpart, CounterpartRow
from core.estimate import Estimate, Subject
from core.message import Message, message
from core.negotiation import Negotiation
from core.note import Note, Topic
from core.phrases import short
from core.side import Basis, Side
from core.supplier import Supplier
from core.weights import shares

OLD_DAYS = 365  # after them what somebody may decide is asked again
SILENT_DAYS = 180  # after them something has changed that nobody noted
_QUOTED = 80  # characters of a text that a question repeats
_POSITIONS = 3  # of one negotiation, the first ones
_NAMED = 3  # issues that one question names


class About(StrEnum):
    """What kind of thing is not known; the order is the order of worth."""

    AUTHORITY = "authority"
    DEPENDENCE = "dependence"
    CONTRACT = "contract"
    INTEREST = "interest"
    POSITION = "position"
    CONCERN = "concern"
    ESTIMATE = "estimate"
    CHANGE = "change"
    HOPE = "hope"
    BUSINESS = "business"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not known: the question to ask, and what is missing, in a few words without a full stop."""

    about: About
    question: Message
    why: Message


def person_gaps(
    person: Counterpart, notes: Sequence[Note], on: date, negotiation: Negotiation | None = None
) -> tuple[Gap, ...]:
    """Return what a person's file lacks on a day, what is worth most to know first.

    Authority comes first (unknown, a guess, older than `OLD_DAYS`), then what the person wants and why, with the
    positions and estimates of a negotiation that is coming up, then what may have changed, then how to deal with
    them. What they know about us answers nothing. Family is never asked for.
    """
    own = [note for note in notes if note.counterpart_id == person.id and not note.is_about_us]
    found = [
        *_authority(person, on),
        *_noted(own, Topic.INTEREST, About.INTEREST, known=_tells_interest(negotiation)),
        *_positions(negotiation),
        *_noted(own, Topic.CONCERN, About.CONCERN),
        *_estimates(negotiation),
        *_silence(own, on),
        *_noted(own, Topic.HOPE, About.HOPE),
        *_dealing(own),
    ]
    return _by_worth(found)


def supplier_gaps(
    supplier: Supplier, people: Sequence[Counterpart | CounterpartRow], notes: Sequence[Note], on: date
) -> tuple[Gap, ...]:
    """Return what a supplier's file lacks on a day, what is worth most to know first; people have their own gaps."""
    found = []
    if not people:
        found.append(Gap(About.AUTHORITY, message("ask.nobody"), message("ask.why.nobody")))
    elif not any(each.authority for each in people):
        found.append(Gap(About.AUTHORITY, message("ask.decides"), message("ask.why.authority")))
    company = [note for note in notes if note.counterpart_id is None]
    found += _dependence(supplier)
    found += _contract(supplier, on)
    found += _silence(notes, on)
    found += _noted(company, Topic.INTEREST, About.INTEREST)
    if not any(note.topic is Topic.BUSINESS for note in company):
        found.append(Gap(About.BUSINESS, message("ask.business"), message("ask.why.none")))
    return _by_worth(found)


def quoted(text: str, most: int = _QUOTED) -> str:
    """Return a text on one line, a long one cut, to be repeated inside a sentence."""
    return short(text, most)


def _by_worth(found: Sequence[Gap]) -> tuple[Gap, ...]:
    order = list(About)
    return tuple(sorted(found, key=lambda gap: order.index(gap.about)))


def _authority(person: Counterpart, on: date) -> Iterator[Gap]:
    text, learnt = quoted(person.authority), person.authority_on
    if not person.authority:
        yield Gap(About.AUTHORITY, message("ask.authority"), message("ask.why.unknown"))
    elif person.authority_basis is Basis.GUESS:
        yield Gap(About.AUTHORITY, message("ask.authority_guess", text=text), message("ask.why.guess"))
    elif learnt is not None and on - learnt > timedelta(days=OLD_DAYS):
        yield Gap(About.AUTHORITY, message("ask.authority_old", text=text), message("ask.why.old", day=learnt))


def _noted(notes: Sequence[Note], topic: Topic, about: About, *, known: bool = False) -> Iterator[Gap]:
    """Ask for a topic on which nothing is noted, or nothing better than a guess."""
    found = [note for note in notes if note.topic is topic]
    if not found and not known:
        yield Gap(about, message(f"ask.{topic.value}"), message("ask.why.none"))
    elif found and topic in (Topic.INTEREST, Topic.CONCERN) and all(note.basis is Basis.GUESS for note in found):
        newest = max(found, key=lambda note: (note.on, note.id))
        question = message(f"ask.{topic.value}_guess", text=quoted(newest.text))
        yield Gap(about, question, message("ask.why.guess"))


def _tells_interest(negotiation: Negotiation | None) -> bool:
    positions = () if negotiation is None else negotiation.positions
    return any(each.side is Side.THEM and each.interest and each.basis is not Basis.GUESS for each in positions)


def _positions(negotiation: Negotiation | None) -> Iterator[Gap]:
    if negotiation is None:
        return
    bare = [
        each
        for each in negotiation.positions
        if each.side is Side.THEM and each.position and not each.why and not each.interest
    ]
    for each in bare[:_POSITIONS]:
        issue = negotiation.issue_by_id.get(each.issue_id or 0)
        text = quoted(each.position)
        question = (
            message("ask.position", text=text)
            if issue is None
            else message("ask.position_on", issue=issue.name, text=text)
        )
        yield Gap(About.POSITION, question, message("ask.why.no_why"))


def _estimates(negotiation: Negotiation | None) -> Iterator[Gap]:
    """Ask for what is only guessed of their side: what matters to them, what they do without us, their figures."""
    if negotiation is None:
        return
    guesses = [each for each in negotiation.estimates if each.basis is Basis.GUESS]
    why = message("ask.why.guess")
    weighed = _issues_of(negotiation, guesses, Subject.WEIGHT)
    if len(weighed) > 1:
        names = ", ".join(quoted(name, 30) for name in weighed[:_NAMED])
        yield Gap(About.ESTIMATE, message("ask.weight", issues=names), why)
    elif weighed:
        yield Gap(About.ESTIMATE, message("ask.weight_one", issue=weighed[0]), why)
    if any(each.subject is Subject.RESERVATION for each in guesses):
        yield Gap(About.ESTIMATE, message("ask.reservation"), why)
    for name in _issues_of(negotiation, guesses, Subject.LIMIT)[:1]:
        yield Gap(About.ESTIMATE, message("ask.limit", issue=name), why)


def _issues_of(negotiation: Negotiation, guesses: Sequence[Estimate], subject: Subject) -> list[str]:
    """Return the names of the issues of which this is guessed, what counts most to us first."""
    ours = shares(negotiation)
    wanted = {each.issue_id for each in guesses if each.subject is subject}
    issues = [issue for issue in negotiation.issues if issue.id in wanted]
    if isinstance(ours, dict):
        issues.sort(key=lambda issue: -ours.get(issue.id, 0))
    return [issue.name for issue in issues]


def _silence(notes: Sequence[Note], on: date) -> Iterator[Gap]:
    last = max((note.on for note in notes), default=None)
    if last is not None and on - last > timedelta(days=SILENT_DAYS):
        yield Gap(About.CHANGE, message("ask.silent", day=last), message("ask.why.silent", day=last))


def _dealing(notes: Sequence[Note]) -> Iterator[Gap]:
    topics = {note.topic for note in notes}
    if not topics & {Topic.LIKE, Topic.DISLIKE}:
        yield Gap(About.STYLE, message("ask.work"), message("ask.why.none"))
    if not topics & {Topic.STYLE, Topic.BEHAVIOUR}:
        yield Gap(About.STYLE, message("ask.style"), message("ask.why.none"))


def _dependence(supplier: Supplier) -> Iterator[Gap]:
    ours, theirs = supplier.our_share_of_their_sales, supplier.their_share_of_our_supply
    for name, share, basis in (
        ("our_share", ours, supplier.our_share_basis),
        ("their_share", theirs, supplier.their_share_basis),
    ):
        if share is None:
            yield Gap(About.DEPENDENCE, message(f"ask.{name}"), message("ask.why.unknown"))
        elif basis is Basis.GUESS:
            yield Gap(About.DEPENDENCE, message(f"ask.{name}_guess", share=share), message("ask.why.guess"))


def _contract(supplier: Supplier, on: date) -> Iterator[Gap]:
    end = supplier.contract_end
    if end is None:
        yield Gap(About.CONTRACT, message("ask.contract"), message("ask.why.unknown"))
    elif end < on:
        yield Gap(About.CONTRACT, message("ask.contract_ended", day=end), message("ask.why.ended", day=end))
