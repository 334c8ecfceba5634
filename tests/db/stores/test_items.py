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


def test_a_list_of_thousands_is_one_step_back_and_leaves_the_search(full: Logbook, ids: Filled) -> None:
    before = full.items.of_issue(ids.price)
    added = [{"code": f"K-{number}", "quantity": Decimal(number)} for number in range(1, 1201)]
    full.items.put_many(ids.price, added=added)
    changed = {each.id: {"theirs": Decimal(2)} for each in full.items.of_issue(ids.price)}
    full.items.put_many(ids.price, changed=changed)
    assert {each.theirs for each in full.items.of_issue(ids.price)} == {Decimal(2)}
    assert [each.place for each in full.items.of_issue(ids.price)] == list(range(len(before) + 1200))
    assert [hit.kind for hit in full.search("K-1200")] == ["item"]
    full.journal.undo()
    full.journal.undo()
    assert full.items.of_issue(ids.price) == before
    assert full.search("K-1200") == ()
    full.journal.redo()
    assert len(full.items.of_issue(ids.price)) == len(before) + 1200
    assert full.verify().findings == ()


def test_issues_that_are_lists_are_counted(full: Logbook, ids: Filled) -> None:
    assert full.items.counts(ids.negotiation) == {ids.price: 2}
    full.items.put_many(ids.price, deleted=[each.id for each in full.items.of_issue(ids.price)])
    assert full.items.counts(ids.negotiation) == {}
    full.items.put_many(ids.price, added=({"code": "new"},))
    assert [each.place for each in full.items.of_issue(ids.price)] == [0]
