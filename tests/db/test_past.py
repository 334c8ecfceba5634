"""tests: looking back reads closed negotiations as they are, and no more of them than is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from core.concession import Concession
from core.debrief import Outcome
from core.errors import NotFound
from core.issue import Option, ScaleKind
from core.line import Line, Verb
from core.log import Entry
from core.side import Side
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import START, Filled


def close(book: Logbook, supplier: int, title: str, outcome: Outcome = Outcome.AGREED) -> int:
    """Open a negotiation with two issues, say four lines and close it."""
    made = book.negotiations.add(supplier_id=supplier, title=title).made
    price = book.issues.add(made, name="Price", best=Decimal(1), worst=Decimal(2), weight=Decimal(1)).made
    cover = book.issues.add(
        made, name="Cover", kind=ScaleKind.OPTIONS, options=(Option("full", Decimal(1)), Option("none", Decimal(0)))
    ).made
    terms = (Term(issue_id=price, value=Decimal("1.50")), Term(issue_id=cover, value="none"))
    meeting = book.meetings.start(made, started_at=START).made
    moving = Line(negotiation_id=made, meeting_id=meeting, at=START, logged_at=START, verb=Verb.OFFER, text="t 1.50")
    lines = (
        replace(moving, side=Side.THEM, terms=terms, conditions=(Term(issue_id=cover, value="full"),)),
        replace(moving, side=Side.US, terms=terms[:1], in_return=terms[1:]),
        replace(moving, side=Side.US, verb=Verb.PARK, issues=(cover,)),
        replace(moving, verb=Verb.NOTE),
    )
    for line in lines:
        book.lines.log(made, Entry(line=line))
    book.debriefs.close(made, outcome, terms)
    return made


def test_closed_negotiations_come_last_closed_first_with_what_moved(book: Logbook) -> None:
    supplier, other = (book.suppliers.add(name=name).made for name in "AB")
    first, second = (close(book, supplier, title) for title in ("First", "Second"))
    close(book, other, "Another supplier's")
    close(book, supplier, "Adjourned", Outcome.ADJOURNED)
    book.negotiations.add(supplier_id=supplier, title="Open")
    found = book.negotiations.past(supplier)
    assert [each.id for each in found] == [second, first]
    for each in found:
        whole = book.negotiations.load(each.id)
        assert (each.issues, each.debrief, each.supplier_name) == (whole.issues, whole.debrief, "A")
        assert each.lines == tuple(
            replace(line, said=None, stands=None) for line in whole.lines if line.verb is not Verb.NOTE
        )
        assert (each.meetings, each.commitments) == ((), ())


def test_older_ones_come_without_their_talk_or_not_at_all(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    made = [close(book, supplier, str(number)) for number in range(3)]
    found = book.negotiations.past(supplier, most=2, talks=1)
    assert [each.id for each in found] == [made[2], made[1]]
    assert [bool(each.lines) for each in found] == [True, False]
    assert all(each.debrief is not None and each.debrief.deal for each in found)


def test_a_supplier_without_a_closed_negotiation_has_no_past(book: Logbook) -> None:
    assert book.negotiations.past(book.suppliers.add(name="A").made) == ()


def test_a_glance_holds_what_was_prepared_and_offered_and_nothing_else(full: Logbook, ids: Filled) -> None:
    whole, found = full.negotiations.load(ids.negotiation), full.negotiations.glance(ids.negotiation)
    assert (found.issues, found.positions, found.estimates) == (whole.issues, whole.positions, whole.estimates)
    moving = (Verb.OFFER, Verb.AGREE, Verb.REFUSE, Verb.PARK)
    assert found.lines == tuple(replace(line, said=None, stands=None) for line in whole.lines if line.verb in moving)
    assert (found.title, found.supplier_name) == (whole.title, whole.supplier_name)
    assert (found.meetings, found.alternatives, found.commitments) == ((), (), ())
    with pytest.raises(NotFound):
        full.negotiations.glance(999_999)


def test_what_was_said_with_somebody_comes_last_met_first_with_their_meetings_alone(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    elena, other = (book.counterparts.add(supplier_id=supplier, name=name).made for name in ("Elena", "Paolo"))
    first, second, without = (close(book, supplier, title) for title in ("First", "Second", "Without"))
    for made, days, who in ((first, 9, [elena, other]), (second, 5, [elena]), (without, 2, [other])):
        meeting = book.meetings.start(made, started_at=START + timedelta(days=days), people=who).made
        line = Line(
            negotiation_id=made, meeting_id=meeting, at=START, logged_at=START, verb=Verb.TACTIC, tactic=3, text="t x 3"
        )
        book.lines.log(made, Entry(line=line))
        book.meetings.plan(made, planned_at=START + timedelta(days=90), people=[elena])
    whole = book.negotiations.load(first)
    price, lines = whole.issues[0].id, [line.id for line in whole.lines]
    step = Concession(
        negotiation_id=first,
        side=Side.US,
        issue_id=price,
        from_line_id=lines[0],
        to_line_id=lines[1],
        from_value=Decimal(1),
        to_value=Decimal("1.2"),
    )
    book.lines.log(first, Entry(line=replace(whole.lines[0], id=0), concessions=(step,)))
    found = book.negotiations.sat_in(elena)
    assert [each.id for each in found] == [first, second]
    for each in found:
        whole = book.negotiations.load(each.id)
        offers = [(line.id, line.at, line.meeting_id, line.side) for line in whole.offers]
        assert [(line.id, line.at, line.meeting_id, line.side) for line in each.lines] == offers
        assert (each.issues, each.concessions) == (whole.issues, whole.concessions)
        assert [meeting.people for meeting in each.meetings] == [(elena,)]
        assert (each.debrief, each.commitments, each.positions) == (None, (), ())
    assert [each.id for each in book.negotiations.sat_in(elena, most=1)] == [first]
    assert book.negotiations.sat_in(book.counterparts.add(supplier_id=supplier, name="New").made) == ()


def test_a_glance_does_without_the_talk(full: Logbook, ids: Filled) -> None:
    found = full.negotiations.glance(ids.negotiation)
    assert full.negotiations.glance(ids.negotiation, talk=False) == replace(found, lines=())
