"""tests: notes, newest first, by topic, and what can be told from the newest alone."""

from __future__ import annotations

import random
from datetime import date, timedelta

from core.changes import Touched
from core.gaps import person_gaps, supplier_gaps
from core.note import NoteWord, Topic
from core.side import Basis
from core.style import Style
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


def test_notes_are_listed_by_topic_and_read_piece_by_piece(full: Logbook, ids: Filled) -> None:
    def add(topic: Topic, text: str, day: int, basis: Basis = Basis.SAID, **more: str) -> int:
        on = date(2027, 5, day)
        return full.notes.add(counterpart_id=ids.person, topic=topic, basis=basis, text=text, on=on, **more).made

    old, sons = add(Topic.FAMILY, "Two sons", 1), add(Topic.FAMILY, "Rows for the city club", 3, source="Lunch")
    fears = add(Topic.CONCERN, "Fährt ungern", 2, Basis.GUESS)
    listed = full.notes.listed(counterpart_id=ids.person)
    assert list(listed) == [Topic.STYLE, Topic.CONCERN, Topic.FAMILY]
    assert listed[Topic.FAMILY] == (sons, old)
    assert [note.id for note in full.notes.some((fears, 9999, old))] == [fears, old]
    assert sum(map(len, listed.values())) == 4

    def found(*words: NoteWord) -> dict[Topic | None, tuple[int, ...]]:
        return full.notes.listed(counterpart_id=ids.person, words=words)

    assert found(NoteWord("FAHRT")) == {Topic.CONCERN: (fears,)}
    assert found(NoteWord("lunch")) == {Topic.FAMILY: (sons,)}
    assert found(NoteWord("family", topics=frozenset({Topic.FAMILY})), NoteWord("two")) == {Topic.FAMILY: (old,)}
    assert found(NoteWord("guess", bases=frozenset({Basis.GUESS}))) == {Topic.CONCERN: (fears,)}
    assert found(NoteWord("%")) == {}
    launch = full.notes.add(
        counterpart_id=ids.person, topic=Topic.BUSINESS, basis=Basis.SAID, text="Our launch is fixed", is_about_us=True
    ).made
    assert list(full.notes.listed(counterpart_id=ids.person).items())[-1] == (None, (launch,))
    assert full.notes.listed(supplier_id=ids.supplier)[Topic.FAMILY] == (sons, old)


def test_the_newest_of_each_kind_tell_the_gaps_that_all_tell(book: Logbook) -> None:
    company = book.suppliers.add(name="Sorano").made
    today = START.date()
    for seed in range(12):
        draw = random.Random(seed)
        person = book.counterparts.add(supplier_id=company, name=f"Person {seed}").made
        for number in range(draw.choice((0, 1, 3, 13, 40))):
            about = draw.choice(({"counterpart_id": person}, {"supplier_id": company}))
            on = today - timedelta(days=draw.randrange(900))
            topic, basis = draw.choice(tuple(Topic)[: draw.choice((2, 10))]), draw.choice((Basis.GUESS, *Basis))
            book.notes.add(topic=topic, basis=basis, text=f"{seed} {number}", on=on, **about)
        known = book.counterparts.load(person)
        whole, newest = book.notes.of_counterpart(person), book.notes.newest(counterpart_id=person)
        assert person_gaps(known, newest, today) == person_gaps(known, whole, today)
        supplier, people = book.suppliers.load(company), book.counterparts.rows(supplier_id=company)
        newest = book.notes.newest(supplier_id=company)
        assert len(newest) <= 60
        whole = book.notes.of_supplier(company)
        assert supplier_gaps(supplier, people, newest, today) == supplier_gaps(supplier, people, whole, today)


def test_what_they_know_about_us_and_how_they_dealt_are_read_apart(full: Logbook, ids: Filled) -> None:
    fields = {"counterpart_id": ids.person, "basis": Basis.OBSERVED}
    styled = [
        full.notes.add(topic=Topic.STYLE, text="Pressed", style=Style.COMPETING, on=date(2026, month, 1), **fields).made
        for month in (5, 6)
    ]
    known = full.notes.add(topic=Topic.BUSINESS, text="Our launch is fixed", is_about_us=True, **fields).made
    full.notes.add(topic=Topic.STYLE, text="Silent", **fields)
    other = full.counterparts.add(supplier_id=ids.supplier, name="Paolo").made
    full.notes.add(**fields | {"counterpart_id": other}, topic=Topic.STYLE, text="x", style=Style.AVOIDING)
    assert [note.id for note in full.notes.on_style(ids.person)] == styled[::-1]
    assert [note.id for note in full.notes.about_us(ids.person)] == [known]
