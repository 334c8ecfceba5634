"""tests: negotiations as lists show them, and found by a part of their title."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.errors import BadInput, NotFound
from core.negotiation import Status
from db.logbook import Logbook
from tests.golden.fill import START, Filled


def test_negotiations_are_listed_last_changed_first(full: Logbook, ids: Filled) -> None:
    other = full.negotiations.add(supplier_id=ids.supplier, title="Pallets").made
    assert [row.id for row in full.negotiations.rows()][:2] == [other, ids.negotiation]
    full.issues.change(ids.price, alias="pr")
    first = full.negotiations.rows()[0]
    assert (first.id, first.rounds, first.lines, first.status) == (ids.negotiation, 2, 6, Status.AGREED)
    assert first.changed_at is not None
    assert first.changed_at >= START
    assert [row.id for row in full.negotiations.rows("pallets")] == [other]
    assert [row.id for row in full.negotiations.rows("conserva CANNED")] == [ids.negotiation]
    assert full.negotiations.rows(supplier_id=ids.supplier + 7) == ()


def test_a_negotiation_tells_its_next_meeting(full: Logbook, ids: Filled) -> None:
    planned = START + timedelta(days=7)
    assert full.negotiations.rows()[0].next_meeting_at == planned
    full.meetings.plan(ids.negotiation, planned_at=planned - timedelta(days=1))
    assert full.negotiations.rows()[0].next_meeting_at == planned - timedelta(days=1)


def test_a_negotiation_is_found_by_number_or_by_a_part_of_its_title(full: Logbook, ids: Filled) -> None:
    find = full.negotiations.find
    assert (
        find(str(ids.negotiation)) == find("canned") == find("FOOD 2027") == find("Canned food 2027") == ids.negotiation
    )
    more = full.negotiations.add(supplier_id=ids.supplier, title="Canned food").made
    assert find("canned food") == more
    with pytest.raises(BadInput):
        find("canned")
    for nothing in ("pallets", "", "  ", "99"):
        with pytest.raises(NotFound):
            find(nothing)


def test_a_long_list_is_read_page_by_page_in_its_own_order(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano Köhler").made
    made = [book.negotiations.add(supplier_id=supplier, title=f"matter {number}").made for number in range(9)]
    ids = book.negotiations.ids()
    assert ids == tuple(reversed(made))
    assert book.negotiations.some(ids[3:6]) == book.negotiations.rows()[3:6]
    assert [row.id for row in book.negotiations.some((made[0], 999, made[4]))] == [made[0], made[4]]
    assert book.negotiations.some(()) == ()
    assert book.negotiations.ids("kohler 7") == (made[7],)
    assert book.negotiations.count() == (9, 9)
    assert (book.suppliers.count(), book.counterparts.count()) == (1, 0)
