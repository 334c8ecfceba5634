"""tests: concessions, commitments and debriefs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial

import pytest

from core.debrief import Outcome
from core.errors import NotAllowed
from core.negotiation import Status
from core.side import Side
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import Filled


def test_a_concession_is_completed_or_dismissed(full: Logbook, ids: Filled) -> None:
    step = full.negotiations.load(ids.negotiation).concessions[0]
    assert (step.in_return_for, step.confirmed) == ("120k cans", True)
    full.concessions.dismiss(step.id)
    assert full.negotiations.load(ids.negotiation).concessions == ()


def test_commitments_are_kept_and_opened_again(full: Logbook, ids: Filled) -> None:
    fields = {"side": Side.US, "text": "samples", "due": date(2026, 4, 1), "counterpart_id": ids.person}
    made = full.commitments.add(ids.negotiation, **fields).made
    full.commitments.keep(made, date(2026, 3, 30))
    full.commitments.change(made, text="two samples")
    found = full.negotiations.load(ids.negotiation).commitments[-1]
    assert (found.text, found.done_on) == ("two samples", date(2026, 3, 30))
    full.commitments.keep(made, None)
    assert full.negotiations.load(ids.negotiation).commitments[-1].done_on is None
    full.commitments.delete(made)
    assert len(full.negotiations.load(ids.negotiation).commitments) == 1


@pytest.mark.parametrize(
    ("outcome", "status"),
    [(Outcome.AGREED, Status.AGREED), (Outcome.NO_DEAL, Status.NO_DEAL), (Outcome.ADJOURNED, Status.TALKING)],
)
def test_closing_sets_the_status_and_ends_the_meeting(book: Logbook, outcome: Outcome, status: Status) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    book.meetings.start(matter)
    book.debriefs.close(matter, outcome)
    found = book.negotiations.load(matter)
    assert (found.status, found.open_meeting) == (status, None)
    assert found.debrief is not None
    assert found.debrief.outcome is outcome


def test_a_debrief_keeps_its_words_when_it_is_opened_and_closed_again(full: Logbook, ids: Filled) -> None:
    full.debriefs.reopen(ids.negotiation)
    assert full.negotiations.load(ids.negotiation).status is Status.TALKING
    assert full.debriefs.reopen(ids.negotiation).entry == 0
    full.debriefs.close(ids.negotiation, Outcome.NO_DEAL)
    found = full.negotiations.load(ids.negotiation)
    assert found.status is Status.NO_DEAL
    assert found.debrief is not None
    assert (found.debrief.deal, found.debrief.learning, found.debrief.relationship) == ((), "Ask why first", 1)
    deal = (Term(issue_id=ids.price, value=Decimal("1.42")),)
    full.debriefs.change(ids.negotiation, deal=deal, outcome=Outcome.AGREED, recommendation="sign")
    found = full.negotiations.load(ids.negotiation)
    assert found.status is Status.AGREED
    assert found.debrief is not None
    assert (found.debrief.deal, found.debrief.recommendation) == (deal, "sign")


def test_a_debrief_that_is_not_there_cannot_be_changed(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    with pytest.raises(NotAllowed):
        book.debriefs.change(matter, learning="x")


def test_a_persons_promises_are_those_that_name_them_and_those_made_where_they_sat(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    elena, paolo = (book.counterparts.add(supplier_id=supplier, name=name).made for name in ("Elena", "Paolo"))
    sat, other = (book.negotiations.add(supplier_id=supplier, title=title).made for title in ("Sat", "Other"))
    book.meetings.plan(sat, people=[elena])
    due = date(2026, 12, 1)

    def promise(negotiation: int, text: str, **fields: object) -> int:
        return book.commitments.add(negotiation, side=Side.THEM, text=text, **fields).made

    promise(sat, "Paolo's own", counterpart_id=paolo)
    promise(other, "unnamed, elsewhere")
    kept = promise(sat, "kept", due=due)
    book.commitments.keep(kept, due)
    undated = promise(sat, "undated")
    named = promise(other, "named", counterpart_id=elena, due=due)
    unnamed = promise(sat, "unnamed", due=due.replace(day=2))
    assert [each.id for each in book.commitments.of_counterpart(elena)] == [named, unnamed, undated, kept]


def test_the_last_learning_is_the_newest_of_the_company_or_of_where_a_person_sat(book: Logbook) -> None:
    supplier, other = (book.suppliers.add(name=name).made for name in "AB")
    person = book.counterparts.add(supplier_id=supplier, name="Elena").made
    assert book.debriefs.last_learning(supplier) is None
    ids = []
    for number, (company, learning) in enumerate(
        ((supplier, "first"), (supplier, "second"), (supplier, ""), (other, "elsewhere"))
    ):
        ids.append(book.negotiations.add(supplier_id=company, title=f"Matter {number}").made)
        book.debriefs.close(ids[-1], Outcome.AGREED)
        book.debriefs.change(ids[-1], learning=learning)
    found = book.debriefs.last_learning(supplier)
    assert found is not None
    assert (found.negotiation_id, found.title, found.text) == (ids[1], "Matter 1", "second")
    before = book.debriefs.last_learning(supplier, before=ids[1])
    assert before is not None
    assert before.text == "first", "what a negotiation taught is nothing that it began with"
    assert book.debriefs.last_learning(supplier, person) is None
    book.meetings.plan(ids[0], people=[person])
    sat = book.debriefs.last_learning(supplier, person)
    assert sat is not None
    assert sat.text == "first"


def test_the_negotiation_closed_last_with_a_supplier_is_found(book: Logbook) -> None:
    supplier, other = book.suppliers.add(name="A").made, book.suppliers.add(name="B").made
    first, second, third = (book.negotiations.add(supplier_id=supplier, title=title).made for title in "abc")
    foreign = book.negotiations.add(supplier_id=other, title="d").made
    assert book.debriefs.last_of(supplier) is None
    for matter, outcome in ((second, Outcome.AGREED), (first, Outcome.NO_DEAL), (foreign, Outcome.AGREED)):
        book.debriefs.close(matter, outcome)
    book.debriefs.close(third, Outcome.ADJOURNED)
    last = book.debriefs.last_of(supplier)
    assert last is not None
    assert book.debriefs.last_of(supplier, before=last) == first + second - last
    book.debriefs.reopen(last)
    assert book.debriefs.last_of(supplier) == first + second - last


def test_what_was_before_a_closed_negotiation_is_nothing_that_came_after_it(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    first, second, third = (book.negotiations.add(supplier_id=supplier, title=title).made for title in "abc")
    for matter in (first, second, third):
        book.commitments.add(matter, side=Side.THEM, text=f"of {matter}")
        book.debriefs.close(matter, Outcome.AGREED)
        book.debriefs.change(matter, learning=f"in {matter}")
    current = book.negotiations.add(supplier_id=supplier, title="d").made

    def known(before: int) -> tuple[int | None, str, list[int]]:
        learning = book.debriefs.last_learning(supplier, before=before)
        promised = [each.negotiation_id for each in book.commitments.open_with(supplier, before)]
        text = "" if learning is None else learning.text
        return book.debriefs.last_of(supplier, before), text, promised

    assert known(current) == (third, f"in {third}", [first, second, third])
    assert known(third) == (second, f"in {second}", [first, second])
    assert known(second) == (first, f"in {first}", [first])
    assert known(first) == (None, "", [])


def test_the_last_one_is_the_last_by_the_clock_and_not_by_the_hour_that_was_read_off_it(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    closed = []
    for hour, offset, relationship in ((2, 2, 1), (2, 1, -1)):
        at = datetime(2026, 10, 25, hour, 30, tzinfo=timezone(timedelta(hours=offset)))
        book._work.clock = partial(datetime.replace, at)
        matter = book.negotiations.add(supplier_id=supplier, title=f"T{offset}").made
        book.debriefs.close(matter, Outcome.AGREED)
        book.debriefs.change(matter, learning=f"of {matter}", relationship=relationship)
        closed.append(matter)
    assert book.debriefs.last_of(supplier) == closed[1]
    assert book.debriefs.last_relationship(supplier) == -1
    learning = book.debriefs.last_learning(supplier)
    assert learning is not None
    assert learning.negotiation_id == closed[1]


def test_what_is_still_to_be_kept_with_a_supplier_is_found_over_all_its_negotiations(book: Logbook) -> None:
    supplier, other = book.suppliers.add(name="Sorano").made, book.suppliers.add(name="Tarsia").made
    first, second = (book.negotiations.add(supplier_id=supplier, title=title).made for title in ("2026", "2027"))
    elsewhere = book.negotiations.add(supplier_id=other, title="else").made
    for owner, text, due in (
        (first, "later", date(2026, 5, 1)),
        (second, "soon", date(2026, 4, 1)),
        (first, "some day", None),
        (elsewhere, "not theirs", date(2026, 1, 1)),
    ):
        book.commitments.add(owner, side=Side.THEM, text=text, due=due)
    kept = book.commitments.add(first, side=Side.US, text="kept").made
    book.commitments.keep(kept, date(2026, 3, 30))
    assert [each.text for each in book.commitments.open_with(supplier)] == ["soon", "later", "some day"]
    assert [each.text for each in book.commitments.open_with(supplier, before=second)] == ["later", "some day"]


def test_the_last_relationship_with_a_supplier_is_that_of_the_deal_closed_last(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    assert book.debriefs.last_relationship(supplier) is None
    for relationship in (2, -1, None):
        made = book.negotiations.add(supplier_id=supplier, title="x").made
        book.debriefs.close(made, Outcome.AGREED)
        book.debriefs.change(made, relationship=relationship)
    assert book.debriefs.last_relationship(supplier) == -1
