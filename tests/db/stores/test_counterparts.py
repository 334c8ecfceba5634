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
