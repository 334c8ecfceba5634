"""tests: a note that names a style is read from one line and written back as it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.note import Note, Topic
from core.side import Basis
from core.style import Style
from core.words import Words
from ui.people.entries import read_style, style_example, style_line

TODAY = date(2026, 11, 24)
SAY = Words()


def test_the_style_alone_is_enough() -> None:
    assert read_style("competing", SAY, TODAY) == {
        "style": Style.COMPETING,
        "basis": Basis.OBSERVED,
        "on": TODAY,
        "topic": Topic.STYLE,
        "text": "Competing",
    }


def test_basis_day_and_what_was_seen_follow_in_any_order() -> None:
    for line in ("avoid, said, 12 Nov 2026 # Put it off twice", "Avoiding, 12 Nov 2026, said # Put it off twice"):
        found = read_style(line, SAY, TODAY)
        assert (found["style"], found["basis"], found["on"], found["text"]) == (
            Style.AVOIDING,
            Basis.SAID,
            date(2026, 11, 12),
            "Put it off twice",
        )


@pytest.mark.parametrize("line", ["", "comp", "co", "pressing # hard", "# hard"])
def test_a_word_that_names_no_style_or_two_is_refused(line: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_style(line, SAY, TODAY)
    assert caught.value.message.code == "style.unreadable"


def test_a_piece_that_is_neither_basis_nor_day_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        read_style("competing, hard", SAY, TODAY)
    assert caught.value.message.code == "day.unreadable"


@given(
    st.sampled_from(Style),
    st.sampled_from(Basis),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
    st.sampled_from(["en_GB", "de_DE", "en_US"]),
)
def test_a_note_reads_as_its_line(style: Style, basis: Basis, on: date, text: str, region: str) -> None:
    say = Words("en", region)
    note = Note(supplier_id=1, topic=Topic.STYLE, style=style, basis=basis, text=text, on=on)
    found = read_style(style_line(note, say), say, TODAY)
    assert found == {"style": style, "basis": basis, "on": on, "topic": Topic.STYLE, "text": text}


def test_the_example_of_the_empty_line_is_a_line_that_can_be_read() -> None:
    found = read_style(style_example(SAY), SAY, TODAY)
    assert (found["style"], found["text"]) == (Style.COMPETING, "named a figure before anybody sat down")
