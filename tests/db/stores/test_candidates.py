"""tests: candidates get letters of their own, and their terms go with them."""

from __future__ import annotations

from decimal import Decimal

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
