"""tests: ui.promise.py - a commitment on one line, there and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commitment import Commitment
from core.errors import BadInput
from core.side import Side
from core.words import Words
from ui.promise import promise_example, promise_line, read_promise

SAY = Words("en", "en_GB")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("line", "side", "text", "due"),
    [
        ("they: laboratory certificates, 27 Nov", Side.THEM, "laboratory certificates", date(2026, 11, 27)),
        ("We: pay up front, 2026-12-01", Side.US, "pay up front", date(2026, 12, 1)),
        ("t certificates, +14", Side.THEM, "certificates", date(2026, 12, 8)),
        ("< certificates", Side.THEM, "certificates", None),
        ("w send a calendar, with dock times", Side.US, "send a calendar, with dock times", None),
        ("they: dock times, 27 Nov,", Side.THEM, "dock times, 27 Nov", None),
        ("they: see: annex 3", Side.THEM, "see: annex 3", None),
        ("they: certificates by Friday", Side.THEM, "certificates", date(2026, 11, 27)),
        ("w calendar, with dock times, by 27.11.", Side.US, "calendar, with dock times", date(2026, 11, 27)),
        ("they: the Friday list, 30 Nov", Side.THEM, "the Friday list", date(2026, 11, 30)),
        ("they: list by Friday, 30 Nov", Side.THEM, "list by Friday", date(2026, 11, 30)),
        ("they: list by Friday,", Side.THEM, "list by Friday", None),
    ],
)
def test_a_line_says_who_what_and_when(line: str, side: Side, text: str, due: date | None) -> None:
    found = read_promise(line, SAY, TODAY)
    assert (found.side, found.text, found.due) == (side, text, due)


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("they (Elena Ruggeri): certificates, 27 Nov", "Elena Ruggeri", "certificates"),
        ("w (Anna): calendar", "Anna", "calendar"),
        ("they: (draft): certificates", "", "(draft): certificates"),
        ("they ( ): certificates", "", "certificates"),
    ],
)
def test_brackets_behind_the_side_name_its_owner(line: str, owner: str, text: str) -> None:
    found = read_promise(line, SAY, TODAY)
    assert (found.owner, found.text) == (owner, text)


def test_brackets_behind_another_word_belong_to_what_is_promised() -> None:
    found = read_promise("Sample (blue): send it", SAY, TODAY, side=Side.US)
    assert (found.owner, found.text) == ("", "Sample (blue): send it")


def test_nobody_is_guessed() -> None:
    with pytest.raises(BadInput) as raised:
        read_promise("certificates, 27 Nov", SAY, TODAY)
    assert raised.value.message.code == "commitment.no_side"
    assert read_promise("certificates", SAY, TODAY, side=Side.THEM).side is Side.THEM


@pytest.mark.parametrize("line", ["they:", "they: , 27 Nov", "", "  "])
def test_a_promise_needs_words(line: str) -> None:
    with pytest.raises(BadInput):
        read_promise(line, SAY, TODAY)


def test_the_window_s_own_words_are_read_too() -> None:
    assert read_promise("wir Kalender", Words("de", "de_DE"), TODAY).side is Side.US


@given(
    text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60)
    | st.lists(st.sampled_from(["send", "it", "by", "Friday", "27.11.", ",", "until", "4", "Dec"]), min_size=1).map(
        " ".join
    ),
    due=st.none() | st.dates(date(2026, 1, 1), date(2040, 12, 31)),
    side=st.sampled_from(list(Side)),
    owner=st.sampled_from(["", "Elena Ruggeri", "K. (finance)"]),
)
def test_what_is_shown_to_be_changed_reads_as_it_stands(text: str, due: date | None, side: Side, owner: str) -> None:
    words = " ".join(text.split())
    if not words:
        return
    kept = Commitment(negotiation_id=1, side=side, text=words, due=due)
    try:
        found = read_promise(promise_line(kept, SAY, owner), SAY, TODAY)
    except BadInput:
        assert not words.strip(", ")
        return
    assert (found.side, found.due) == (side, due)
    assert found.owner == owner.replace("(", "").replace(")", "")
    assert found.text.strip(", ") == words.strip(", ")


def test_the_example_of_the_empty_line_is_a_line_that_can_be_read() -> None:
    found = read_promise(promise_example(Words()), Words(), date(2026, 11, 24))
    assert (found.side, found.text, found.due) == (Side.THEM, "certificates", date(2026, 11, 30))
