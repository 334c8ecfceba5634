"""tests: tactics and templates of the user's own are set, replaced and taken away."""

from __future__ import annotations

from db.logbook import Logbook


def test_a_tactic_is_set_replaced_and_taken_away(book: Logbook) -> None:
    book.tactics.put(3, "Silence", "Wait")
    book.tactics.put(3, "Long silence", "Wait longer")
    (found,) = book.tactics.all()
    assert (found.number, found.name, found.counter) == (3, "Long silence", "Wait longer")
    book.tactics.delete(3)
    assert book.tactics.all() == ()


def test_a_template_of_the_same_name_is_replaced(book: Logbook) -> None:
    made = book.templates.put("Tins", "one").made
    book.templates.put("Tins", "two")
    book.templates.put("Glass", "three")
    assert [(each.name, each.content) for each in book.templates.all()] == [("Glass", "three"), ("Tins", "two")]
    book.templates.delete(made)
    assert [each.name for each in book.templates.all()] == ["Glass"]
    book.journal.undo()
    assert len(book.templates.all()) == 2
