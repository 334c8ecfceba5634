"""tests: one entry a verb; undo, redo, history and trash read it, across restarts."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.changes import Changes, Touched
from core.errors import LogrollError, NotAllowed, NotFound
from core.exchange.dump import Dump, PlainRow
from core.issue import Option, ScaleKind
from core.log import Entry
from core.message import message
from core.note import Topic
from core.side import Basis, Side
from core.strategy import Question
from core.term import Term
from db.dump import TABLES
from db.logbook import Logbook
from tests.db.conftest import Make
from tests.golden.fill import Filled, offer, ticking

KEPT_APART = {"content", "draft", "journal_entry", "journal_change"}


def records(book: Logbook) -> dict[str, tuple[PlainRow, ...]]:
    """Return the records without the journal."""
    return {name: rows for name, rows in book.dump().tables.items() if name not in KEPT_APART}


def test_a_verb_is_one_entry_with_its_label(book: Logbook) -> None:
    changes = book.suppliers.add(name="Aerovent")
    assert changes.entry == 1
    assert changes.label == message("journal.supplier_added", name="Aerovent")
    assert changes.touched == {Touched("supplier", changes.made)}
    assert book.journal.undo_label == changes.label


def test_a_verb_that_changes_nothing_is_no_entry(book: Logbook) -> None:
    made = book.suppliers.add(name="Aerovent", city="Graz").made
    again = book.suppliers.change(made, city="Graz")
    assert again.entry == 0
    assert again.touched == frozenset()
    assert book.journal.undo_label == message("journal.supplier_added", name="Aerovent")


def test_a_figure_with_another_number_of_digits_is_a_change(book: Logbook) -> None:
    made = book.suppliers.add(name="Aerovent", our_share_of_their_sales=Decimal("70.0")).made
    assert book.suppliers.change(made, our_share_of_their_sales=Decimal("70.00")).entry == 2
    assert str(book.suppliers.load(made).our_share_of_their_sales) == "70.00"
    book.journal.undo()
    assert str(book.suppliers.load(made).our_share_of_their_sales) == "70.0"


def test_undo_and_redo_go_many_steps(book: Logbook) -> None:
    made = book.suppliers.add(name="A").made
    for name in "BCD":
        book.suppliers.change(made, name=name)
    undone = [book.journal.undo() for _ in range(3)]
    assert [each.label for each in undone if each] == [
        message("journal.undone", what=message("journal.supplier_changed", name=name)) for name in "DCB"
    ]
    assert book.suppliers.load(made).name == "A"
    assert book.journal.redo_label == message("journal.supplier_changed", name="B")
    book.journal.redo()
    book.journal.redo()
    assert book.suppliers.load(made).name == "C"
    book.journal.undo()
    assert book.suppliers.load(made).name == "B"


def test_undo_and_redo_at_the_ends_do_nothing(book: Logbook) -> None:
    assert book.journal.undo() is None
    assert book.journal.redo() is None
    book.suppliers.add(name="A")
    assert book.journal.redo() is None
    book.journal.undo()
    assert book.journal.undo() is None
    assert book.journal.undo_label is None
    assert book.dump().tables["journal_entry"][-1]["state"] == "trace"


def test_undo_and_redo_survive_a_restart(path: Path) -> None:
    with Logbook.open(path, clock=ticking()) as book:
        made = book.suppliers.add(name="A").made
        book.suppliers.change(made, name="B")
        book.journal.undo()
    with Logbook.open(path, clock=ticking()) as book:
        assert book.suppliers.load(made).name == "A"
        book.journal.redo()
        assert book.suppliers.load(made).name == "B"
    with Logbook.open(path, clock=ticking()) as book:
        book.journal.undo()
        book.journal.undo()
        assert book.suppliers.rows() == ()


def test_an_edit_after_an_undo_ends_what_could_be_redone_and_history_keeps_it(book: Logbook) -> None:
    made = book.suppliers.add(name="A").made
    book.suppliers.change(made, name="B")
    book.journal.undo()
    book.suppliers.change(made, name="C")
    assert book.journal.redo_label is None
    assert book.journal.redo() is None
    told = [(each.fields[0].before, each.fields[0].after) for each in book.journal.history("supplier", made)[:-1]]
    assert told == [("A", "C"), ("B", "A"), ("A", "B")]
    book.journal.undo()
    assert book.suppliers.load(made).name == "A"


def test_history_tells_what_a_record_said_before_in_its_own_values(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    matter = book.negotiations.add(supplier_id=supplier, title="T").made
    issue = book.issues.add(matter, name="price", limit=Decimal("1.50")).made
    book.issues.change(issue, limit=Decimal("1.52"), name="unit price")
    newest, first = book.journal.history("issue", issue)
    assert [(each.field, each.before, each.after) for each in newest.fields] == [
        ("name", "price", "unit price"),
        ("limit", Decimal("1.50"), Decimal("1.52")),
    ]
    assert first.was_added
    assert not newest.was_added
    assert not newest.is_replay
    book.issues.delete(issue)
    assert book.journal.history("issue", issue)[0].was_deleted


def test_deleting_takes_all_that_belongs_and_undo_brings_it_back(full: Logbook, ids: Filled) -> None:
    before = records(full)
    changes = full.suppliers.delete(ids.supplier)
    assert [row.title for row in full.negotiations.rows()] == ["Peaches"]
    assert full.counterparts.rows() == ()
    assert {each.kind for each in changes.touched} >= {"supplier", "negotiation", "issue", "line", "debrief", "note"}
    left = records(full)
    assert [name for name, rows in left.items() if rows] == ["tactic", "template", "supplier", "negotiation", "note"]
    assert full.search("canned") == ()
    full.journal.undo()
    assert records(full) == before
    assert full.verify().findings == ()
    full.journal.redo()
    assert records(full) == left
    assert full.verify().findings == ()


def test_deleting_empties_references_that_can_be_done_without(full: Logbook, ids: Filled) -> None:
    before = records(full)
    assert full.negotiations.load(ids.negotiation).commitments[0].line_id is not None
    promise = next(line for line in full.negotiations.load(ids.negotiation).lines if line.text == "t ! drawings fri")
    entry = full.lines.delete(promise.id).entry
    assert full.negotiations.load(ids.negotiation).commitments[0].line_id is None
    full.journal.restore(entry)
    assert records(full) == before


def test_the_trash_holds_deletions_until_they_are_taken_back(full: Logbook, ids: Filled) -> None:
    old = full.journal.trash()
    entry = full.alternatives.delete(ids.alternative).entry
    found = full.journal.trash()
    assert found[1:] == old
    assert (found[0].entry, found[0].kind, found[0].id, found[0].parts) == (entry, "alternative", ids.alternative, 2)
    assert found[0].label == message("journal.alternative_deleted", name="Other supplier")
    full.suppliers.change(ids.supplier, city="Lucca")
    full.journal.restore(entry)
    assert full.journal.trash() == old
    assert full.negotiations.load(ids.negotiation).alternatives[0].terms[0].value == Decimal("1.40")
    assert full.attachments.content(ids.attachment) == bytes(range(256))
    with pytest.raises(NotFound):
        full.journal.restore(entry)
    full.journal.undo()
    assert full.journal.trash() == found
    assert full.verify().findings == ()


def test_a_restore_needs_what_it_belongs_to(full: Logbook, ids: Filled) -> None:
    entry = full.alternatives.delete(ids.alternative).entry
    whole = full.negotiations.delete(ids.negotiation).entry
    with pytest.raises(NotAllowed):
        full.journal.restore(entry)
    full.journal.restore(whole)
    full.journal.restore(entry)
    assert full.negotiations.load(ids.negotiation).alternatives[0].id == ids.alternative


def test_ids_are_not_used_again_after_an_undo(book: Logbook) -> None:
    first = book.suppliers.add(name="A").made
    book.journal.undo()
    second = book.suppliers.add(name="B").made
    assert second > first
    assert [each.after for each in book.journal.history("supplier", first)[-1].fields if each.field == "name"] == ["A"]


def test_a_verb_that_fails_leaves_no_trace(full: Logbook, ids: Filled) -> None:
    before = full.dump()
    with pytest.raises(LogrollError):
        full.issues.change_many({ids.price: {"fair": Decimal("1.44")}, ids.closing: {"name": " "}})
    with pytest.raises(TypeError):
        full.issues.change(ids.price, colour="red")
    assert full.dump() == before
    assert full.negotiations.load(ids.negotiation).issue_by_id[ids.price].fair == Decimal("1.45")


# Verbs as data: what to do, and two numbers that choose what to do it to.
VERBS = (
    "supplier", "person", "note", "matter", "issue", "options", "move", "line", "withdraw", "alternative", "change",
    "delete issue", "delete line", "delete matter", "delete supplier", "answer", "commit", "meeting", "restore",
    "undo", "redo",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 7), st.integers(0, 7)), max_size=25)


def do(book: Logbook, verb: str, which: int, what: int) -> Changes | None:
    """Do one verb to whatever is there; None where nothing is."""
    rows = {name: [int(str(row["id"])) for row in rows] for name, rows in book.dump().tables.items()}

    def one(kind: str) -> int:
        return rows[kind][which % len(rows[kind])]

    def matter() -> int:
        return one("negotiation")

    def issues(of: int) -> list[int]:
        return [each.id for each in book.negotiations.load(of).issues if each.kind is ScaleKind.NUMERIC]

    match verb:
        case "supplier":
            return book.suppliers.add(name=f"Supplier {what}")
        case "person":
            return book.counterparts.add(supplier_id=one("supplier"), name=f"Person {what}")
        case "note":
            about = {"counterpart_id": one("counterpart")} if rows["counterpart"] else {"supplier_id": one("supplier")}
            return book.notes.add(
                **about, topic=Topic.STYLE, basis=Basis.SAID, text=f"Note {what}", on=date(2026, 1, 1)
            )
        case "matter":
            return book.negotiations.add(supplier_id=one("supplier"), title=f"Matter {what}")
        case "issue":
            return book.issues.add(
                matter(), name=f"issue {what}", best=Decimal(what), worst=Decimal("9.50"), place=what
            )
        case "options":
            options = (Option("a", Decimal(1)), Option("b", Decimal(0)))
            return book.issues.add(matter(), name="kind", kind=ScaleKind.OPTIONS, options=options)
        case "move":
            return book.issues.move(one("issue"), what)
        case "line":
            of = matter()
            terms = [Term(issue_id=each, value=Decimal(what)) for each in issues(of)[: what + 1]]
            return book.lines.log(of, Entry(line=offer(of, f"t {what}", *terms)))
        case "withdraw":
            return book.lines.withdraw(one("line"))
        case "alternative":
            of = matter()
            terms = [Term(issue_id=each, value=Decimal(what)) for each in issues(of)]
            return book.alternatives.add(of, name=f"Other {what}", terms=tuple(terms))
        case "change":
            return book.negotiations.change(matter(), title=f"Changed {what}")
        case "answer":
            return book.answers.put(matter(), Side.US, list(Question)[which % 5], "" if what == 0 else f"Answer {what}")
        case "commit":
            return book.commitments.add(matter(), side=Side.US, text="send", line_id=None)
        case "meeting":
            return book.meetings.start(matter(), people=rows["counterpart"][:what])
        case "restore":
            return book.journal.restore(book.journal.trash()[0].entry)
        case "undo":
            return book.journal.undo()
        case "redo":
            return book.journal.redo()
    kind = verb.removeprefix("delete ")
    return {
        "issue": book.issues.delete,
        "line": book.lines.delete,
        "matter": book.negotiations.delete,
        "supplier": book.suppliers.delete,
    }[kind]({"matter": matter}.get(kind, lambda: one(kind))())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_undoing_all_leads_to_nothing_and_redoing_all_to_the_same(
    make: Make, steps: list[tuple[str, int, int]]
) -> None:
    book = make()
    empty = records(book)
    for step in [("supplier", 0, 0), ("matter", 0, 0), ("issue", 0, 1), *steps]:
        try:
            do(book, *step)
        except (LogrollError, IndexError, ZeroDivisionError):
            continue  # there was nothing to do it to
    after = records(book)
    assert book.verify().findings == ()
    count = 0
    while book.journal.undo() is not None:
        count += 1
    assert records(book) == empty
    for _ in range(count):
        assert book.journal.redo() is not None
    assert records(book) == after
    assert book.verify().findings == ()
    for row in book.negotiations.rows():
        kept = book.negotiations.load(row.id)
        book._work.aggregates._loaded.clear()
        assert dataclasses.asdict(book.negotiations.load(row.id)) == dataclasses.asdict(kept)
    book.close()


def test_a_dump_holds_every_table_that_is_not_made_anew(full: Logbook) -> None:
    dump: Dump = full.dump()
    assert list(dump.tables) == [table.name for table in TABLES]
    assert all(dump.tables.values())
