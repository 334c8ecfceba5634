"""tests: recency follows every verb, undo and redo, and an import makes it anew."""

from __future__ import annotations

from pathlib import Path

from core.debrief import Outcome
from core.exchange import dump_json
from core.note import Topic
from core.side import Basis
from db.logbook import Logbook


def test_it_is_true_after_every_kind_of_verb_and_after_each_step_back_and_forth(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    first = book.negotiations.add(supplier_id=supplier, title="first").made
    second = book.negotiations.add(supplier_id=supplier, title="second").made
    assert book.negotiations.ids() == (second, first)
    book.issues.add(first, name="Price")
    assert book.negotiations.ids() == (first, second)
    book.notes.add(supplier_id=supplier, topic=Topic.BUSINESS, basis=Basis.SAID, text="new line")
    book.meetings.start(second)
    book.debriefs.close(second, Outcome.NO_DEAL)
    assert book.negotiations.ids() == (first, second)
    assert book.negotiations.count() == (1, 2)
    book.debriefs.reopen(second)
    assert book.negotiations.ids() == (second, first)
    book.negotiations.delete(second)
    assert book.negotiations.count() == (1, 1)
    book.suppliers.delete(supplier)
    assert book.negotiations.count() == (0, 0)
    for turn in (book.journal.undo, book.journal.redo):
        while turn() is not None:
            found = book.verify()
            assert found.is_sound, found.findings
            opened = [row.id for row in book.negotiations.rows() if row.status.is_open]
            assert book.negotiations.count() == (len(opened), len(book.negotiations.rows()))
            assert [each for each in book.negotiations.ids() if each in opened] == opened


def test_a_closed_one_that_is_touched_stays_behind_the_open_ones(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    closed = book.negotiations.add(supplier_id=supplier, title="closed").made
    opened = book.negotiations.add(supplier_id=supplier, title="open").made
    book.debriefs.close(closed, Outcome.AGREED)
    book.debriefs.change(closed, learning="ask")
    assert book.negotiations.ids() == (opened, closed)
    assert [row.id for row in book.negotiations.rows()] == [closed, opened]


def test_an_import_makes_it_anew(book: Logbook, tmp_path: Path) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    for title in "abc":
        book.negotiations.add(supplier_id=supplier, title=title)
    text = dump_json.to_text(book.dump())
    with Logbook.from_dump(tmp_path / "copy.logroll", dump_json.from_text(text)) as copy:
        assert copy.negotiations.ids() == book.negotiations.ids()
        assert copy.verify().is_sound


def test_verify_finds_it_wrong(book: Logbook) -> None:
    supplier = book.suppliers.add(name="Sorano").made
    book.negotiations.add(supplier_id=supplier, title="a")
    with book._work.writing_unjournalled() as connection:
        connection.exec_driver_sql("UPDATE recency SET is_open = 0")
    assert [each.code for each in book.verify().findings] == ["verify.recency"]
