"""tests: alternatives with their terms and files."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.changes import Touched
from core.errors import NotAllowed, NotFound
from core.term import Term
from db.logbook import Logbook
from tests.golden.fill import Filled


def test_the_terms_of_an_alternative_are_replaced_as_a_whole(full: Logbook, ids: Filled) -> None:
    terms = (Term(issue_id=ids.terms, value="DDP"), Term(issue_id=ids.price, value=Decimal("1.41"), as_said="1.41"))
    changes = full.alternatives.change(ids.alternative, terms=terms, evidence="Quote 4712")
    assert changes.touched == {Touched("alternative", ids.alternative), Touched("negotiation", ids.negotiation)}
    found = full.negotiations.load(ids.negotiation).alternatives[0]
    assert (found.terms, found.evidence) == (terms, "Quote 4712")
    full.alternatives.change(ids.alternative, terms=())
    assert full.negotiations.load(ids.negotiation).alternatives[0].terms == ()
    full.journal.undo()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).alternatives[0].terms[0].value == Decimal("1.40")


def test_alternatives_are_moved_and_deleted(full: Logbook, ids: Filled) -> None:
    full.alternatives.move(ids.alternative, 1)
    assert [each.name for each in full.negotiations.load(ids.negotiation).alternatives] == [
        "No deal", "Other supplier", "Rival",
    ]  # fmt: skip
    full.alternatives.delete(ids.alternative)
    found = full.negotiations.load(ids.negotiation)
    assert [each.name for each in found.alternatives] == ["No deal", "Rival"]
    assert found.attachments == ()


def test_equal_files_are_kept_once_and_stay_for_undo(full: Logbook, ids: Filled) -> None:
    content = bytes(range(256))
    again = full.attachments.add(ids.alternative, "copy.pdf", "application/pdf", content).made
    assert len(full.dump().tables["content"]) == 1
    assert full.attachments.content(again) == content
    full.attachments.delete(again)
    full.attachments.delete(ids.attachment)
    with pytest.raises(NotFound):
        full.attachments.content(ids.attachment)
    full.journal.undo()
    assert full.attachments.content(ids.attachment) == content
    record = full.negotiations.load(ids.negotiation).attachments[0]
    assert (record.name, record.size, len(record.sha256)) == ("quote.pdf", 256, 64)


def test_an_empty_file_is_a_file(full: Logbook, ids: Filled) -> None:
    made = full.attachments.add(ids.alternative, "empty", "text/plain", b"").made
    assert full.attachments.content(made) == b""


def test_an_alternative_follows_another_negotiation_and_keeps_the_moment(full: Logbook, ids: Filled) -> None:
    other = full.negotiations.add(supplier_id=ids.supplier, title="Pallets").made
    changes = full.alternatives.follow(ids.alternative, other, (Term(issue_id=ids.price, value=Decimal("1.39")),))
    assert changes.concern("negotiation", ids.negotiation)
    found = full.negotiations.load(ids.negotiation)
    following = next(each for each in found.followings if each.alternative_id == ids.alternative)
    assert (following.followed_id, following.copied_at.tzinfo is not None) == (other, True)
    assert found.alternatives[0].terms[0].value == Decimal("1.39")
    full.alternatives.unfollow(ids.alternative)
    left = full.negotiations.load(ids.negotiation)
    assert ids.alternative not in {each.alternative_id for each in left.followings}
    assert left.alternatives[0].terms[0].value == Decimal("1.39")


def test_an_alternative_does_not_follow_its_own_negotiation(full: Logbook, ids: Filled) -> None:
    with pytest.raises(NotAllowed):
        full.alternatives.follow(ids.alternative, ids.negotiation, ())


def test_alternatives_are_changed_and_added_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation).alternatives
    first = before[0]
    terms = (Term(issue_id=ids.price, value=Decimal("1.39")),)
    made = full.alternatives.put_many(
        ids.negotiation, {first.id: {"terms": terms, "switching_cost": Decimal(5)}}, [{"name": "A"}, {"name": "B"}]
    )
    after = full.negotiations.load(ids.negotiation).alternatives
    changed = next(each for each in after if each.id == first.id)
    assert (changed.terms, changed.switching_cost) == (terms, Decimal(5))
    assert [each.name for each in after[len(before) :]] == ["A", "B"]
    assert made.made == after[len(before)].id
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).alternatives == before


def test_several_alternatives_are_deleted_in_one_step(full: Logbook, ids: Filled) -> None:
    full.alternatives.add(ids.negotiation, name="In-house")
    before = full.negotiations.load(ids.negotiation).alternatives
    assert len(before) > 1
    full.alternatives.delete_many([each.id for each in before])
    assert full.negotiations.load(ids.negotiation).alternatives == ()
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation).alternatives == before
