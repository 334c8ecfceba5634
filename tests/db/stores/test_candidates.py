"""tests: candidates get letters of their own, and their terms go with them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.errors import NotFound
from core.message import message
from core.side import Side
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import Filled


def test_each_candidate_gets_the_next_free_letter(full: Logbook, ids: Filled) -> None:
    full.candidates.add_many(ids.negotiation, ({"label": "c"}, {}, {}))
    assert [each.label for each in full.negotiations.load(ids.negotiation).candidates] == ["A", "c", "B", "D"]
    full.journal.undo()
    assert [each.label for each in full.negotiations.load(ids.negotiation).candidates] == ["A"]


def test_the_terms_of_a_candidate_are_replaced_as_a_whole_and_go_with_it(full: Logbook, ids: Filled) -> None:
    candidate = full.negotiations.load(ids.negotiation).candidates[0]
    assert len(candidate.terms) == 2
    changes = full.candidates.change(candidate.id, terms=(Term(issue_id=ids.price, value=Decimal("1.42")),))
    assert changes.concern("candidate", candidate.id)
    assert [each.value for each in full.negotiations.load(ids.negotiation).candidates[0].terms] == [Decimal("1.42")]
    full.candidates.delete(candidate.id)
    assert full.negotiations.load(ids.negotiation).candidates == ()
    full.journal.undo()
    assert [each.value for each in full.negotiations.load(ids.negotiation).candidates[0].terms] == [Decimal("1.42")]
    assert full.verify().findings == ()


def test_a_package_is_ours_unless_it_was_their_idea_or_that_of_both(full: Logbook, ids: Filled) -> None:
    full.candidates.add(ids.negotiation)
    for side in (Side.THEM, None):
        full.candidates.add(ids.negotiation, by=side)
    assert [each.by for each in full.negotiations.load(ids.negotiation).candidates[-3:]] == [Side.US, Side.THEM, None]


def test_a_package_on_the_table_lies_there_no_longer_when_its_terms_change(full: Logbook, ids: Filled) -> None:
    candidate = full.negotiations.load(ids.negotiation).candidates[0].id
    full.candidates.change(candidate, is_shared=True)
    full.candidates.change(candidate, name="First")
    assert full.negotiations.load(ids.negotiation).candidates[0].is_shared
    full.candidates.change(candidate, terms=(Term(issue_id=ids.price, value=Decimal("1.42")),))
    assert not full.negotiations.load(ids.negotiation).candidates[0].is_shared


def test_several_candidates_are_changed_and_deleted_in_one_step_each(full: Logbook, ids: Filled) -> None:
    first = full.negotiations.load(ids.negotiation).candidates[0].id
    second = full.candidates.add(ids.negotiation, label="Q").made
    full.candidates.change(first, is_shared=True)
    terms = (Term(issue_id=ids.price, value=Decimal("1.42")),)
    full.candidates.change_many({first: {"terms": terms}, second: {"name": "Fast", "by": None}})
    assert full.journal.undo_label == message("journal.candidates_changed", count=2)
    found = full.negotiations.load(ids.negotiation).candidates
    assert [(each.terms, each.is_shared) for each in found[:1]] == [(terms, False)]
    assert (found[1].name, found[1].by) == ("Fast", None)
    full.candidates.delete_many([first, second])
    assert full.journal.undo_label == message("journal.candidates_deleted", count=2)
    assert full.negotiations.load(ids.negotiation).candidates == ()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).candidates == found
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).candidates[0].is_shared


def test_a_free_letter_is_none_that_another_of_the_same_step_is_given(full: Logbook, ids: Filled) -> None:
    full.candidates.add_many(ids.negotiation, ({}, {"label": "B"}))
    assert [each.label for each in full.negotiations.load(ids.negotiation).candidates] == ["A", "C", "B"]


def test_a_refused_change_of_several_leaves_all_of_them(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    with pytest.raises(NotFound):
        full.candidates.change_many({before.candidates[0].id: {"name": "New"}, 999: {"name": "None"}})
    assert full.negotiations.load(ids.negotiation) == before


def test_some_are_changed_and_others_added_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).candidates
    changes = full.candidates.put_many(ids.negotiation, {before[0].id: {"name": "Early cash"}}, [{"name": "Long"}, {}])
    found = full.negotiations.load(ids.negotiation).candidates
    assert [(each.label, each.name) for each in found] == [("A", "Early cash"), ("B", "Long"), ("C", "")]
    assert changes.made == found[1].id
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).candidates == before
