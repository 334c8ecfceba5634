"""tests: lines with all that they say and all that follows from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.changes import Touched
from core.concessions import propose
from core.errors import NotAllowed
from core.line import Verb
from core.log import Entry
from core.message import message
from core.negotiation import Status
from core.side import Side
from core.term import Term
from core.words import Words
from db.logbook import Logbook
from tests.core.turns import turns_of
from tests.golden.fill import START, Filled, given, offer


def test_a_line_is_logged_with_all_that_it_says(full: Logbook, ids: Filled) -> None:
    first, second = full.negotiations.load(ids.negotiation).lines[0], full.negotiations.load(ids.negotiation).lines[-1]
    assert [(term.issue_id, term.value) for term in first.terms] == [(ids.price, Decimal("1.55")), (ids.terms, "EXW")]
    assert first.conditions == (Term(issue_id=ids.closing, value=date(2026, 5, 10)),)
    assert (first.condition_words, first.note, first.valid_until) == ("board agrees", "calm", date(2026, 3, 28))
    assert first.said == given()
    assert first.terms[1].withdrawn_at is not None
    assert second.terms[0].upto == Decimal("1.52")
    assert second.in_return == (Term(issue_id=ids.terms, value="DDP", assumed=True),)
    assert (second.is_final, second.exception, second.at) == (True, "the only tin left", START + timedelta(hours=1))


def test_what_follows_from_a_line_is_one_step_with_it(full: Logbook, ids: Filled) -> None:
    found = full.negotiations.load(ids.negotiation)
    by_text = {line.text: line for line in found.lines}
    added = by_text["+ prepaid % 100..0"]
    assert added.issues == (found.issues[-1].id,)
    assert found.issue_by_id[ids.price].weight == Decimal("0.861957")
    assert found.commitments[0].line_id == by_text["t ! drawings fri"].id
    assert (found.concessions[0].from_line_id, found.concessions[0].to_line_id) == (ids.first, ids.second)
    assert by_text["t ? incoterm"].issues == (ids.terms, ids.price)


def test_lines_are_in_the_order_they_were_said(full: Logbook, ids: Filled) -> None:
    early = offer(ids.negotiation, "t 1.60", at=START - timedelta(hours=2))
    changes = full.lines.log(ids.negotiation, Entry(line=early))
    assert changes.touched == {Touched("line", changes.made), Touched("negotiation", ids.negotiation)}
    assert full.negotiations.load(ids.negotiation).lines[0].text == "t 1.60"


def test_an_entry_that_needs_a_reason_is_not_logged(full: Logbook, ids: Filled) -> None:
    before = full.dump()
    entry = Entry(
        line=offer(ids.negotiation, "w 1.60", side=Side.US), needs_reason=message("limit.needs_reason", why="x")
    )
    with pytest.raises(NotAllowed) as caught:
        full.lines.log(ids.negotiation, entry)
    assert caught.value.message == message("limit.needs_reason", why="x")
    assert full.dump() == before


def test_a_line_is_withdrawn_on_some_issues_or_on_all(full: Logbook, ids: Filled) -> None:
    taken = full.negotiations.load(ids.negotiation).lines[0].terms[1].withdrawn_at
    full.lines.withdraw(ids.first)
    line = full.negotiations.load(ids.negotiation).lines[0]
    assert line.terms[1].withdrawn_at == taken
    assert all(term.withdrawn_at is not None for term in (*line.terms, *line.conditions))
    assert full.lines.withdraw(ids.first).entry == 0


def test_an_unread_line_is_cleared_up_and_keeps_text_and_times(full: Logbook, ids: Filled) -> None:
    unread = full.negotiations.load(ids.negotiation).unread[0]
    read = offer(
        ids.negotiation, "price 1.49", Term(issue_id=ids.price, value=Decimal("1.49")),
        at=START + timedelta(days=1), said=given(), round_number=9,
    )  # fmt: skip
    full.lines.reread(unread.id, Entry(line=read))
    found = next(line for line in full.negotiations.load(ids.negotiation).lines if line.id == unread.id)
    assert found == replace(
        read, id=unread.id, text=unread.text, at=unread.at, logged_at=unread.logged_at, round_number=unread.round_number
    )
    with pytest.raises(NotAllowed):
        full.lines.reread(unread.id, Entry(line=read))
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).unread == (unread,)


def test_a_line_is_replaced_by_its_correction_and_the_journal_keeps_what_it_was(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    old = next(each for each in before.lines if each.id == ids.second)
    (known,) = before.concessions
    new = replace(
        old, text="t 1.51", terms=(Term(issue_id=ids.price, value=Decimal("1.51")),), in_return=(), issues=(ids.price,)
    )
    moved = replace(known, to_value=Decimal("1.51"))
    changes = full.lines.revise(old.id, Entry(line=new, concessions=(moved,)))
    after = full.negotiations.load(ids.negotiation)
    assert next(each for each in after.lines if each.id == old.id) == new
    assert after.concessions == (moved,)
    assert len(after.lines) == len(before.lines)
    assert Touched("line", old.id) in changes.touched
    assert Words().message(changes.label) == "Line corrected: t 1.51"
    fields = {each.field: each.before for each in full.journal.history("line", old.id)[0].fields}
    assert fields["text"] == old.text
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before
    full.journal.redo()
    assert full.negotiations.load(ids.negotiation) == after
    assert full.verify().findings == ()


def test_a_correction_drops_what_follows_no_longer_and_adds_what_follows_now(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    (known,) = before.concessions
    old = next(each for each in before.lines if each.text == "t ! drawings fri")
    (promise,) = before.commitments
    later = replace(promise, text="drawings", due=date(2026, 4, 2))
    full.lines.revise(old.id, Entry(line=replace(old, rest="drawings"), commitment=later, dropped=(known,)))
    after = full.negotiations.load(ids.negotiation)
    assert after.commitments == (later,)
    assert after.concessions == ()
    full.lines.revise(
        old.id, Entry(line=replace(old, verb=Verb.NOTE), dropped=(later,), concessions=(replace(known, id=0),))
    )
    found = full.negotiations.load(ids.negotiation)
    assert found.commitments == ()
    assert [replace(each, id=known.id) for each in found.concessions] == [known]


def test_a_correction_changes_the_issue_that_the_line_added(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    old = next(each for each in before.lines if each.text == "+ prepaid % 100..0")
    added = before.issues[-1]
    issue = replace(added, name="Upfront", weight=Decimal(3))
    full.lines.revise(old.id, Entry(line=old, issue=issue, weights={ids.price: Decimal(7)}))
    after = full.negotiations.load(ids.negotiation)
    assert after.issues[-1] == issue
    assert after.issue_by_id[ids.price].weight == Decimal(7)
    assert next(each for each in after.lines if each.id == old.id).issues == (added.id,)


def test_a_correction_that_needs_a_reason_changes_nothing(full: Logbook, ids: Filled) -> None:
    before = full.dump()
    line = full.negotiations.load(ids.negotiation).lines[-1]
    with pytest.raises(NotAllowed):
        full.lines.revise(line.id, Entry(line=line, needs_reason=message("limit.needs_reason", why="x")))
    assert full.dump() == before


def test_a_line_logged_before_any_meeting_opens_the_talk(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    book.lines.log(matter, Entry(line=offer(matter, "by mail", verb=Verb.NOTE, note="x")))
    found = book.negotiations.load(matter)
    assert (found.status, found.lines[0].meeting_id) == (Status.TALKING, None)


def test_a_line_that_names_a_package_marks_it_as_shared_in_one_step_with_it(full: Logbook, ids: Filled) -> None:
    made = full.candidates.add(ids.negotiation, label="Q").made

    def is_shared() -> bool:
        return next(each for each in full.negotiations.load(ids.negotiation).candidates if each.id == made).is_shared

    changes = full.lines.log(ids.negotiation, Entry(line=offer(ids.negotiation, "w pkg Q"), shared=(made,)))
    assert is_shared()
    assert changes.concern("candidate", made)
    full.journal.undo()
    assert not is_shared()


def test_a_package_whose_line_goes_or_is_taken_back_faces_them_no_longer(full: Logbook, ids: Filled) -> None:
    terms = (Term(issue_id=ids.price, value=Decimal("1.46")), Term(issue_id=ids.terms, value="DDP"))
    made = full.candidates.add(ids.negotiation, label="Q", terms=terms).made

    def is_shared() -> bool:
        return next(each for each in full.negotiations.load(ids.negotiation).candidates if each.id == made).is_shared

    def say_it() -> int:
        return full.lines.log(
            ids.negotiation, Entry(line=offer(ids.negotiation, "w pkg Q", *terms, side=Side.US), shared=(made,))
        ).made

    first, second = say_it(), say_it()
    full.lines.delete(first)
    assert is_shared()  # it was said twice
    full.lines.withdraw(second, [ids.price])
    assert not is_shared()
    full.journal.undo()
    assert is_shared()
    full.lines.delete(second)
    assert not is_shared()
    full.candidates.change(made, is_shared=True)
    full.lines.delete(full.lines.log(ids.negotiation, Entry(line=offer(ids.negotiation, "w 1.46", *terms))).made)
    assert is_shared()  # marked by hand, and no line had named it


def test_turns_are_those_of_the_meetings_that_a_person_sat_in(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    elena, other = (book.counterparts.add(supplier_id=supplier, name=name).made for name in ("Elena", "Paolo"))
    matters = []
    for days, person in ((9, elena), (5, elena), (1, other)):
        matter = book.negotiations.add(supplier_id=supplier, title="x").made
        price = book.issues.add(matter, name="Price", best=Decimal(1), worst=Decimal(2), weight=Decimal(1)).made
        began = START - timedelta(days=days)
        meeting = book.meetings.start(matter, started_at=began, people=[person]).made
        done: tuple[dict[str, Any], ...] = (
            {"side": Side.THEM, "verb": Verb.TACTIC, "tactic": 3},
            {"side": Side.THEM, "verb": Verb.TACTIC, "rest": "12 good guy"},
            {"side": Side.US, "terms": (Term(issue_id=price, value=Decimal(1)),)},
            {"side": Side.US, "terms": (Term(issue_id=price, value=Decimal("1.2")),)},
            {"side": Side.US, "verb": Verb.NOTE},
            {"side": Side.US, "verb": Verb.TACTIC, "tactic": 4},
        )
        for minute, fields in enumerate(done):
            said = replace(offer(matter, "x", at=began + timedelta(minutes=minute), meeting_id=meeting), **fields)
            book.lines.log(matter, Entry(line=said, concessions=propose(book.negotiations.load(matter), said)))
        book.meetings.end(meeting)
        matters.append(matter)
    turns = book.lines.turns(elena)
    assert turns == turns_of([book.negotiations.load(each) for each in matters], elena)
    assert [(turn.side, turn.tactic, turn.gives) for turn in turns] == [
        (Side.THEM, 3, False),
        (Side.THEM, 12, False),
        (Side.US, None, True),
        (Side.US, 4, False),
    ] * 2
    assert book.lines.turns(book.counterparts.add(supplier_id=supplier, name="New").made) == ()
