"""tests: openers come from what is noted - family, likes, interests in turn, never a guess or a private matter."""

from __future__ import annotations

from datetime import date, timedelta

from core.note import Note, Topic
from core.openers import openers
from core.sentences import SENTENCES
from core.side import Basis

DAY = date(2026, 11, 24)


def note(number: int, topic: Topic, text: str = "", basis: Basis = Basis.SAID, *, is_about_us: bool = False) -> Note:
    """Build a note of so many days ago as its number says."""
    return Note(
        id=number,
        supplier_id=1,
        counterpart_id=7,
        topic=topic,
        basis=basis,
        text=text or f"Note {number}",
        on=DAY - timedelta(days=number),
        is_about_us=is_about_us,
    )


def test_each_topic_gives_its_newest_in_turn() -> None:
    notes = [note(5, Topic.LIKE), note(3, Topic.FAMILY), note(2, Topic.LIKE), note(1, Topic.LIKE), note(4, Topic.STYLE)]
    found = openers(notes, ("en",))
    assert [each.note.id for each in found] == [3, 1, 2, 5]
    assert found[0].message.code == "opener.family"
    assert all(each.message.code in SENTENCES for each in found)
    assert [each.note.id for each in openers(notes, ("en",), most=2)] == [3, 1]


def test_guesses_what_they_know_of_us_and_private_matters_are_left_out() -> None:
    notes = [
        note(1, Topic.FAMILY, "Two sons", Basis.GUESS),
        note(2, Topic.FAMILY, "Her husband has cancer"),
        note(3, Topic.INTEREST, "Knows that we launch in March", is_about_us=True),
        note(4, Topic.DISLIKE, "Calls on Friday"),
    ]
    assert openers(notes, ("en",)) == ()
    assert openers([note(5, Topic.FAMILY, "Seine Frau hat Krebs")], ("en", "de")) == ()
