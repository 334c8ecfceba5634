"""tests: notes, newest first."""

from __future__ import annotations

from datetime import date

from core.changes import Touched
from core.note import Topic
from core.side import Basis
from db.logbook import Logbook
from tests.golden.fill import START, Filled


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
