"""tests: the names that the palette goes to."""

from __future__ import annotations

from core.name import Name
from db.logbook import Logbook


def test_names_hold_what_tells_records_apart_and_follow_every_change(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    person = book.counterparts.add(supplier_id=supplier, name="Elena", role="Account manager").made
    matter = book.negotiations.add(supplier_id=supplier, title="Cans").made
    assert book.names.all() == (
        Name("negotiation", matter, "Cans", "Sorano", "preparing"),
        Name("supplier", supplier, "Sorano"),
        Name("counterpart", person, "Elena", "Sorano", "Account manager"),
    )
    assert book.names.all() is book.names.all()
    book.negotiations.change(matter, title="Tins")
    assert book.names.all()[0].text == "Tins"
    book.journal.undo()
    assert book.names.all()[0].text == "Cans"
