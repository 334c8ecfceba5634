"""tests: people as lists show them."""

from __future__ import annotations

from db.logbook import Logbook
from tests.golden.fill import Filled


def test_people_are_listed_with_their_supplier(full: Logbook, ids: Filled) -> None:
    row = full.counterparts.rows("angstrom")[0]
    assert (row.id, row.supplier_name, row.notes) == (ids.person, "Conserva & Figli", 1)
    assert row.authority == full.counterparts.load(ids.person).authority
    assert full.counterparts.rows("conserva manager") == (row,)
    assert full.counterparts.rows(supplier_id=ids.supplier) == (row,)
    assert full.counterparts.rows(supplier_id=ids.supplier + 1) == ()


def test_a_long_list_is_read_page_by_page_in_the_order_of_names(book: Logbook) -> None:
    first, second = (book.suppliers.add(name=name).made for name in ("Sorano", "Delva"))
    people = [("Žofie", first, ""), ("Ana", second, "sales"), ("ana", first, ""), ("Bo", second, "")]
    made = [book.counterparts.add(supplier_id=of, name=name, role=role).made for name, of, role in people]
    ids = book.counterparts.ids()
    assert ids == (made[1], made[2], made[3], made[0])
    assert book.counterparts.some(ids) == book.counterparts.rows()
    assert [row.id for row in book.counterparts.some((made[3], 999, made[0]))] == [made[3], made[0]]
    assert book.counterparts.ids("sorano") == (made[2], made[0])
    assert book.counterparts.ids("delva SALES") == (made[1],)
    assert book.counterparts.ids(begins="zof") == (made[0],)
    assert book.counterparts.ids("delva", begins="a") == (made[1],)
