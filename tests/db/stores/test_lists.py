"""tests: suppliers, people, notes and negotiations as lists show them, and found by a part of their name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.changes import Touched
from core.errors import BadInput, NotFound
from core.negotiation import Status
from core.note import Topic
from core.side import Basis
from db.logbook import Logbook
from tests.golden.fill import START, Filled


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


def test_people_are_listed_with_their_supplier(full: Logbook, ids: Filled) -> None:
    row = full.counterparts.rows("angstrom")[0]
    assert (row.id, row.supplier_name, row.notes) == (ids.person, "Conserva & Figli", 1)
    assert full.counterparts.rows("conserva manager") == (row,)
    assert full.counterparts.rows(supplier_id=ids.supplier) == (row,)
    assert full.counterparts.rows(supplier_id=ids.supplier + 1) == ()


def test_notes_come_newest_first_and_find_their_company(full: Logbook, ids: Filled) -> None:
    fields = {"topic": Topic.FAMILY, "basis": Basis.SAID}
    later = full.notes.add(counterpart_id=ids.person, text="Two sons", on=date(2026, 5, 1), **fields)
    company = full.notes.add(supplier_id=ids.supplier, text="New line", on=date(2026, 4, 1), **fields).made
    assert {Touched("supplier", ids.supplier), Touched("counterpart", ids.person)} <= later.touched
    assert [note.text for note in full.notes.of_counterpart(ids.person)] == ["Two sons", "Silent first"]
    assert [note.id for note in full.notes.of_supplier(ids.supplier)][:2] == [later.made, company]
    full.notes.change(company, text="New freezing line")
    full.notes.delete(later.made)
    assert full.notes.of_supplier(ids.supplier)[0].text == "New freezing line"


def test_a_note_without_a_day_is_of_today(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    book.notes.add(supplier_id=supplier, topic=Topic.STYLE, basis=Basis.GUESS, text="x")
    assert book.notes.of_supplier(supplier)[0].on == START.date()


def test_negotiations_are_listed_last_changed_first(full: Logbook, ids: Filled) -> None:
    other = full.negotiations.add(supplier_id=ids.supplier, title="Pallets").made
    assert [row.id for row in full.negotiations.rows()] == [other, ids.negotiation]
    full.issues.change(ids.price, alias="pr")
    first = full.negotiations.rows()[0]
    assert (first.id, first.rounds, first.lines, first.status) == (ids.negotiation, 2, 6, Status.AGREED)
    assert first.changed_at is not None
    assert first.changed_at >= START
    assert [row.id for row in full.negotiations.rows("pallets")] == [other]
    assert [row.id for row in full.negotiations.rows("conserva CANNED")] == [ids.negotiation]
    assert full.negotiations.rows(supplier_id=ids.supplier + 1) == ()


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


def test_a_supplier_with_another_name_shows_in_its_negotiations(full: Logbook, ids: Filled) -> None:
    assert full.negotiations.load(ids.negotiation).supplier_name == "Conserva & Figli"
    full.suppliers.change(ids.supplier, name="Sorano")
    assert full.negotiations.load(ids.negotiation).supplier_name == "Sorano"
    assert full.counterparts.rows()[0].supplier_name == "Sorano"
