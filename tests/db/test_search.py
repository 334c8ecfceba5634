"""tests: search finds what is written, as it is typed, and nothing that is gone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from core.note import Topic
from core.side import Basis, Side
from core.strategy import Question
from db import search
from db.logbook import Logbook
from db.schema import DOCUMENTS, ROW_BY_KIND
from tests.golden.fill import Filled


def kinds(book: Logbook, text: str) -> list[tuple[str, int]]:
    """Return what a search finds."""
    return [(hit.kind, hit.id) for hit in book.search(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("conserva", "supplier"), ("ngstr", None), ("ångst", "counterpart"), ("angst", "counterpart"),
        ("silent", "note"), ("canned food 2027", "negotiation"), ("incoterm", "issue"), ("exw", "issue"),
        ("t 1.55", "line"), ("calm", "line"), ("4711", "alternative"), ("secure", "answer"), ("margin", "position"),
        ("drawings", "commitment"), ("why first", "debrief"), ("😀", "supplier"), ("שלום", "supplier"),
        ("1.60", "position"), ("only tin left", "line"),
    ],
)  # fmt: skip
def test_every_kind_of_record_is_found_by_its_words(full: Logbook, text: str, kind: str | None) -> None:
    found = {each for each, _ in kinds(full, text)}
    assert (kind in found) if kind else not found


def test_a_hit_tells_where_it_is(full: Logbook, ids: Filled) -> None:
    hit = full.search("margin")[0]
    assert (hit.supplier_id, hit.supplier_name) == (ids.supplier, "Conserva & Figli")
    assert (hit.negotiation_id, hit.negotiation_title) == (ids.negotiation, "Canned food 2027")
    assert hit.title == "1.60"
    assert "margin" in hit.excerpt
    person = full.search("ångström")[0]
    assert (person.kind, person.supplier_name, person.negotiation_id) == ("counterpart", "Conserva & Figli", None)


def test_all_words_must_be_there_in_any_order_and_as_beginnings(book: Logbook) -> None:
    made = book.suppliers.add(name="Northern Light Bakery", city="Graz").made
    assert kinds(book, "bak nor") == [("supplier", made)]
    assert kinds(book, "NORTHERN graz") == [("supplier", made)]
    assert kinds(book, "northern wien") == []
    assert kinds(book, "akery") == []


def test_names_come_before_mentions(book: Logbook) -> None:
    mention = book.suppliers.add(name="Other", background="buys from Aerovent, says Aerovent").made
    named = book.suppliers.add(name="Aerovent").made
    assert kinds(book, "aerovent") == [("supplier", named), ("supplier", mention)]


def test_search_follows_change_deletion_and_undo(book: Logbook) -> None:
    made = book.suppliers.add(name="Aerovent").made
    book.suppliers.change(made, name="Ventilo")
    assert kinds(book, "aero") == []
    assert kinds(book, "venti") == [("supplier", made)]
    book.journal.undo()
    assert kinds(book, "aero") == [("supplier", made)]
    book.suppliers.delete(made)
    assert book.search("aero") == ()
    book.journal.undo()
    assert kinds(book, "aero") == [("supplier", made)]


def test_an_answer_taken_away_is_found_no_more(full: Logbook, ids: Filled) -> None:
    full.answers.put(ids.negotiation, Side.US, Question.GOAL, "")
    assert full.search("secure") == ()


def test_many_hits_come_newest_first(book: Logbook) -> None:
    supplier = book.suppliers.add(name="First of all").made
    with book._work.writing_unjournalled() as connection:
        rows = [
            {"kind": "note", "record_id": number, "title": "", "text": f"all {number}", "supplier_id": supplier}
            for number in range(1, 6_001)
        ]
        connection.execute(insert(DOCUMENTS), rows)
    assert kinds(book, "all")[:2] == [("note", 6_000), ("note", 5_999)]
    assert len(book.search("all", limit=7)) == 7
    assert kinds(book, "first") == [("supplier", supplier)]


def test_every_kind_that_has_words_is_a_kind_of_record() -> None:
    assert "term" not in search.KINDS
    assert set(search.KINDS) < set(ROW_BY_KIND)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=40) | st.sampled_from(['"', "a AND", "NEAR(", "*", "col:", "price-cap", "10%", "^a", "\0"])
)
def test_whatever_is_typed_is_words_never_an_error(full: Logbook, text: str) -> None:
    assert isinstance(full.search(text.encode("utf-8", "ignore").decode()), tuple)


def test_marks_inside_words_are_found(book: Logbook) -> None:
    made = book.suppliers.add(name='The "Best" price-cap 10% O\'Neill').made
    for text in ('"best"', "price-cap", "10%", "o'neill", "price-c", "* best"):
        assert kinds(book, text) == [("supplier", made)], text


def test_a_long_note_is_found_by_its_last_word(book: Logbook) -> None:
    supplier = book.suppliers.add(name="A").made
    text = "word " * 2_000 + "lighthouse"
    fields = {"topic": Topic.STYLE, "basis": Basis.SAID, "on": date(2026, 1, 1)}
    note = book.notes.add(supplier_id=supplier, text=text, **fields).made
    hit = book.search("lighth")[0]
    assert (hit.kind, hit.id) == ("note", note)
    assert len(hit.excerpt) < 200
    assert "lighthouse" in hit.excerpt
