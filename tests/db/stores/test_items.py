"""tests: the items of an issue are pasted, changed, put in order and deleted in one step each."""

from __future__ import annotations

from decimal import Decimal

from db.logbook import Logbook
from tests.golden.fill import Filled


def test_a_paste_is_one_step_with_the_total_that_follows(full: Logbook, ids: Filled) -> None:
    first = full.items.of_issue(ids.price)[0]
    full.items.put_many(
        ids.price,
        changed={first.id: {"today": Decimal("1.50")}},
        added=({"code": "T-3", "quantity": Decimal(10)},),
        issue={"baseline": Decimal("1.51")},
    )
    found = full.items.of_issue(ids.price)
    assert [each.place for each in found] == [0, 1, 2]
    assert (found[0].today, found[2].code) == (Decimal("1.50"), "T-3")
    assert full.negotiations.load(ids.negotiation).issue_by_id[ids.price].baseline == Decimal("1.51")
    full.journal.undo()
    assert [each.today for each in full.items.of_issue(ids.price)] == [Decimal("1.55"), None]
    assert full.negotiations.load(ids.negotiation).issue_by_id[ids.price].baseline == Decimal("1.55")


def test_items_are_put_into_order_and_go_with_their_issue(full: Logbook, ids: Filled) -> None:
    first, second = full.items.of_issue(ids.price)
    full.items.arrange(ids.price, (second.id,))
    assert [each.id for each in full.items.of_issue(ids.price)] == [second.id, first.id]
    full.items.put_many(ids.price, deleted=(first.id,))
    assert [each.id for each in full.items.of_issue(ids.price)] == [second.id]
    full.issues.delete(ids.price)
    assert full.items.of_issue(ids.price) == ()
    full.journal.undo()
    assert [each.id for each in full.items.of_issue(ids.price)] == [second.id]
    assert full.verify().findings == ()
