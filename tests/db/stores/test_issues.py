"""tests: issues keep their order and are changed many at once in one step."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.changes import Touched
from core.errors import NotFound
from db.logbook import Logbook
from tests.golden.fill import Filled


def order(book: Logbook, negotiation: int) -> list[str]:
    """Return the names of the issues as they are shown."""
    return [issue.name for issue in book.negotiations.load(negotiation).issues]


def test_a_new_issue_comes_last_or_where_it_is_put(full: Logbook, ids: Filled) -> None:
    assert order(full, ids.negotiation) == ["price", "incoterm", "closing", "prepaid"]
    full.issues.add(ids.negotiation, name="volume")
    full.issues.add(ids.negotiation, name="warranty", place=1)
    assert order(full, ids.negotiation) == ["price", "warranty", "incoterm", "closing", "prepaid", "volume"]
    assert [issue.place for issue in full.negotiations.load(ids.negotiation).issues] == list(range(6))


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (0, ["closing", "price", "incoterm", "prepaid"]),
        (-5, ["closing", "price", "incoterm", "prepaid"]),
        (1, ["price", "closing", "incoterm", "prepaid"]),
        (3, ["price", "incoterm", "prepaid", "closing"]),
        (99, ["price", "incoterm", "prepaid", "closing"]),
    ],
)
def test_an_issue_is_moved(full: Logbook, ids: Filled, place: int, names: list[str]) -> None:
    full.issues.move(ids.closing, place)
    assert order(full, ids.negotiation) == names
    full.journal.undo()
    assert order(full, ids.negotiation) == ["price", "incoterm", "closing", "prepaid"]


def test_moving_to_its_own_place_changes_nothing(full: Logbook, ids: Filled) -> None:
    assert full.issues.move(ids.closing, 2).entry == 0


def test_many_issues_change_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    changes = full.issues.change_many({ids.price: {"fair": Decimal("1.44")}, ids.terms: {"weight": Decimal(3)}})
    assert changes.touched == {
        Touched("issue", ids.price), Touched("issue", ids.terms), Touched("negotiation", ids.negotiation)
    }  # fmt: skip
    after = full.negotiations.load(ids.negotiation).issue_by_id
    assert (after[ids.price].fair, after[ids.terms].weight) == (Decimal("1.44"), Decimal(3))
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_of_many_changes_all_or_none_are_kept(full: Logbook, ids: Filled) -> None:
    with pytest.raises(NotFound):
        full.issues.change_many({ids.price: {"fair": Decimal("1.44")}, 999: {"weight": Decimal(3)}})
    assert full.negotiations.load(ids.negotiation).issue_by_id[ids.price].fair == Decimal("1.45")


def test_deleting_an_issue_takes_what_was_stated_for_it(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    changes = full.issues.delete(ids.price)
    after = full.negotiations.load(ids.negotiation)
    assert len(after.lines) == len(before.lines)
    assert [term.issue_id for term in after.lines[0].terms] == [ids.terms]
    assert (after.concessions, after.positions, after.alternatives[0].terms) == ((), (), ())
    assert changes.concern("line", ids.first)
    assert changes.concern("alternative", ids.alternative)
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_changes_and_new_issues_together_are_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    added: list[dict[str, Any]] = [{"name": "volume", "weight": Decimal(2)}, {"name": "warranty"}]
    changes = full.issues.put_many(ids.negotiation, {ids.price: {"fair": Decimal("1.44")}}, added)
    after = full.negotiations.load(ids.negotiation)
    assert order(full, ids.negotiation) == ["price", "incoterm", "closing", "prepaid", "volume", "warranty"]
    assert after.issue_by_id[ids.price].fair == Decimal("1.44")
    assert after.issue_by_id[changes.made].name == "volume"
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before


def test_several_issues_are_deleted_in_one_step(full: Logbook, ids: Filled) -> None:
    before = full.negotiations.load(ids.negotiation)
    full.issues.delete_many([ids.price, ids.closing])
    assert order(full, ids.negotiation) == ["incoterm", "prepaid"]
    full.journal.undo()
    assert full.negotiations.load(ids.negotiation) == before
