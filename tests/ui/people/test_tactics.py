"""tests: their tactics and ours in a person's file."""

from __future__ import annotations

from core.side import Side
from tests.ui.desk import Driver
from tests.ui.people.met import BRANDL, meet, rows, shown

REGULAR = ((Side.US, 1), (Side.US, 4)) * 4


def test_their_tactics_stand_with_our_answer_and_whether_it_worked(cases: Driver) -> None:
    meet(cases.logbook, BRANDL, ((Side.THEM, 3), (Side.THEM, 3), (Side.THEM, 4)), gives=True)
    cases.logbook.tactics.put(4, "The long look", "Look back")
    told = shown(cases, person=BRANDL).told
    assert rows(told.tactics.table) == [
        ("Deadline\nAsk what happens after", "2", "0 of 2"),
        ("The long look\nLook back", "1", "0 of 1"),
    ]
    assert "2 meetings" in cases.texts(told.tactics)


def test_the_file_follows_the_list_of_tactics(cases: Driver) -> None:
    meet(cases.logbook, BRANDL, ((Side.THEM, 3),))
    told = shown(cases, person=BRANDL).told
    cases.session.take(cases.logbook.tactics.put(3, "The train leaves", "Take the next one"))
    assert rows(told.tactics.table)[0][:2] == ("The train leaves\nTake the next one", "1")


def test_our_tactics_show_how_foreseeable_we_are_and_what_to_vary(cases: Driver) -> None:
    meet(cases.logbook, BRANDL, REGULAR)
    told = shown(cases, person=BRANDL).told.own_tactics
    assert told.row.accessibleName() == ", ".join(["Anchoring", "Silence"] * 4)
    texts = cases.texts(told)
    assert "check predictable" in texts
    assert any(text.startswith("A Anchoring, B Silence. A guesser is right in 86 % of cases") for text in texts)
    assert "Vary: Equal packages" in texts
    assert "Never used with them; they expect Anchoring next." in texts


def test_below_five_uses_nothing_is_said_of_being_foreseeable(cases: Driver) -> None:
    meet(cases.logbook, BRANDL, REGULAR[:4])
    told = shown(cases, person=BRANDL).told.own_tactics
    assert told.flag.isHidden()
    assert any("Nothing is said below five uses." in text for text in cases.texts(told))


def test_many_tactics_of_ours_show_the_last_ones(cases: Driver) -> None:
    meet(cases.logbook, BRANDL, ((Side.US, 1),) * 20)
    told = shown(cases, person=BRANDL).told.own_tactics
    assert told.row.accessibleName().count("Anchoring") == 12
    assert "last 12 of 20" in cases.texts(told)
