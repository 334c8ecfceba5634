"""tests: suppliers as lists show them, found whatever case and accents."""

from __future__ import annotations

import pytest

from db.logbook import Logbook
from tests.golden.fill import Filled


def test_suppliers_are_listed_by_name_whatever_its_case_and_accents(book: Logbook) -> None:
    for name in ("zeta", "Älpha", "alpine", "Beta", "ALPHA"):
        book.suppliers.add(name=name)
    assert [row.name for row in book.suppliers.rows()] == ["Älpha", "ALPHA", "alpine", "Beta", "zeta"]


@pytest.mark.parametrize("match", ["CONSERVA", "figli cons", "parma", "canned", "bolo", "it"])
def test_suppliers_are_narrowed_by_words(full: Logbook, match: str) -> None:
    found = [row.name for row in full.suppliers.rows(match)]
    assert found == (["Conserva & Figli"] if match != "parma" else [])


def test_signs_in_a_match_are_letters(book: Logbook) -> None:
    book.suppliers.add(name="100 % _ * wool")
    assert len(book.suppliers.rows("%")) == 1
    assert len(book.suppliers.rows("_ *")) == 1
    assert book.suppliers.rows("0%") == ()


def test_a_supplier_counts_its_people_and_negotiations(full: Logbook, ids: Filled) -> None:
    row = next(row for row in full.suppliers.rows() if row.id == ids.supplier)
    assert (row.negotiations, row.open_negotiations, row.people) == (1, 0, 1)
    full.debriefs.reopen(ids.negotiation)
    row = next(row for row in full.suppliers.rows() if row.id == ids.supplier)
    assert row.open_negotiations == 1


def test_a_supplier_with_another_name_shows_in_its_negotiations(full: Logbook, ids: Filled) -> None:
    assert full.negotiations.load(ids.negotiation).supplier_name == "Conserva & Figli"
    full.suppliers.change(ids.supplier, name="Sorano")
    assert full.negotiations.load(ids.negotiation).supplier_name == "Sorano"
    assert full.counterparts.rows()[0].supplier_name == "Sorano"


def test_a_long_list_is_read_page_by_page_in_the_order_of_names(book: Logbook) -> None:
    names = ("zeta", "Älpha", "alpine", "Beta", "ALPHA", "Ωmega")
    made = {name: book.suppliers.add(name=name).made for name in names}
    ids = book.suppliers.ids()
    assert book.suppliers.some(ids) == book.suppliers.rows()
    assert book.suppliers.some(ids[2:4]) == book.suppliers.rows()[2:4]
    assert [row.id for row in book.suppliers.some((made["zeta"], 999, made["Beta"]))] == [made["zeta"], made["Beta"]]
    assert book.suppliers.some(()) == ()
    assert book.suppliers.ids("ALP") == (made["Älpha"], made["ALPHA"], made["alpine"])
    assert book.suppliers.ids(begins="alpha") == (made["Älpha"], made["ALPHA"])
    assert book.suppliers.ids("pine", begins="al") == (made["alpine"],)
    assert book.suppliers.ids("\0", begins="lpha") == ()
