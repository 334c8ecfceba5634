"""tests: what the quick note's line asks of the logbook - who is meant, where it was learnt, somebody new."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.errors import BadInput
from core.words import Words
from db.logbook import Logbook
from tests.ui.conftest import NOW, standing_clock
from ui.navigation import NEGOTIATION, NEGOTIATIONS, PEOPLE, SUPPLIERS, Place
from ui.notes.quick import QuickNotePresenter


@pytest.fixture
def people(blank_logbook: Logbook) -> tuple[int, int, int]:
    """Return a supplier, its person, and a person of the same name elsewhere."""
    sorano, delva = (blank_logbook.suppliers.add(name=name).made for name in ("Sorano", "Delva"))
    first, second = (
        blank_logbook.counterparts.add(supplier_id=each, name="Elena Costa").made for each in (sorano, delva)
    )
    return sorano, first, second


def presenter(book: Logbook, place: Place | None = None) -> QuickNotePresenter:
    return QuickNotePresenter(book, Words(), standing_clock, place)


def test_who_is_in_view_is_meant_unless_somebody_is_named(blank_logbook: Logbook, people: tuple[int, int, int]) -> None:
    sorano, first, _ = people
    matter = blank_logbook.negotiations.add(supplier_id=sorano, title="Cans").made
    for place, about in (
        (Place(PEOPLE, first), "Elena Costa, Sorano"),
        (Place(SUPPLIERS, sorano), "Sorano"),
        (Place(NEGOTIATION, matter), "Sorano"),
        (Place(NEGOTIATIONS, matter), "about whom? @name"),
        (Place(SUPPLIERS), "about whom? @name"),
        (None, "about whom? @name"),
    ):
        made = presenter(blank_logbook, place)
        assert made.about(made.read("#like tea")) == about
        assert made.about(made.read("@delva #like tea")) == "Delva"
    near = presenter(blank_logbook, Place(SUPPLIERS, sorano))
    found = near.complete("@", 1)
    assert found is not None
    assert [(choice.label, choice.detail) for choice in found.choices[:2]] == [
        ("Elena Costa", "Sorano"),
        ("Sorano", ""),
    ]


def test_the_one_chosen_is_meant_as_long_as_the_name_may_mean_them(
    blank_logbook: Logbook, people: tuple[int, int, int]
) -> None:
    made = presenter(blank_logbook)
    found = made.read("@elena costa #like tea")
    assert made.about(found) == "which “elena costa”?"
    with pytest.raises(BadInput):
        made.add("@elena costa #like tea")
    made.choose(found.who, found.names[1])
    made.add("@Elena Costa #like tea")
    assert [note.text for note in blank_logbook.notes.of_counterpart(found.names[1].id)] == ["tea"]
    assert made.read("@Elena Costa (sorano) #like tea").name == next(
        each for each in found.names if each.of == "Sorano"
    )


def test_what_is_asked_about_the_topic_is_said(blank_logbook: Logbook, people: tuple[int, int, int]) -> None:
    made = presenter(blank_logbook)
    asked = {line: made.kind(made.read(line)) for line in ("", "#b x", "#zebra x", "#us x", "#style avoiding ~ x")}
    assert list(asked.values()) == [
        "which topic? #topic", "behaviour, business?", "“zebra” is no topic", "What they know about us, said",
        "Style, avoiding, guess",
    ]  # fmt: skip


def test_a_meeting_left_open_long_ago_and_two_at_once_are_no_source(
    blank_logbook: Logbook, people: tuple[int, int, int]
) -> None:
    sorano, first, _ = people
    matters = [blank_logbook.negotiations.add(supplier_id=sorano, title=title).made for title in "ab"]
    blank_logbook.meetings.start(matters[0], started_at=NOW - timedelta(days=2))
    made = presenter(blank_logbook)
    assert made.when(made.read("@elena costa (sorano) #like tea")) == "24 Nov 2026"
    held = blank_logbook.meetings.start(matters[1], started_at=NOW - timedelta(minutes=5)).made
    made = presenter(blank_logbook)
    assert made.when(made.read("@elena costa (sorano) #like tea")) == "24 Nov 2026, Round 1"
    assert made.when(made.read("@elena costa (delva) #like tea")) == "24 Nov 2026"
    made.add("@elena costa (sorano) #like tea")
    assert blank_logbook.notes.of_counterpart(first)[0].meeting_id == held


def test_somebody_new_is_put_on_file_with_a_supplier_known_or_new(
    blank_logbook: Logbook, people: tuple[int, int, int]
) -> None:
    made = presenter(blank_logbook)
    assert len(made.add_person("Urs Zellweger", "DELVA")) == 1
    assert made.about(made.read("@urs #like tea")) == "Urs Zellweger, Delva"
    assert len(made.add_person("Ana Soler", "Ribera")) == 2
    assert made.about(made.read("@ribera #like tea")) == "Ribera"
    assert made.suppliers() == ["Delva", "Ribera", "Sorano"]
    for name, supplier in (("", "Delva"), ("Ana", " ")):
        with pytest.raises(BadInput):
            made.add_person(name, supplier)


def test_somebody_whom_an_undo_took_away_is_named_no_more(blank_logbook: Logbook, people: tuple[int, int, int]) -> None:
    blank_logbook.meetings.start(blank_logbook.negotiations.add(supplier_id=people[0], title="a").made, started_at=NOW)
    made = presenter(blank_logbook)
    made.add_person("Urs Zellweger", "Sorano")
    assert made.when(made.read("@urs #like tea")) == "24 Nov 2026, Round 1"
    blank_logbook.journal.undo()
    assert made.when(made.read("@urs #like tea")) == "24 Nov 2026"
    assert made.about(made.read("@urs #like tea")) == "nobody on file is called “urs”"
