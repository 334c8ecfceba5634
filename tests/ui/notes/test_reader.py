"""tests: the line that adds a note - topic, perhaps its basis, then the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.note import Topic
from core.side import Basis
from core.words import Words
from ui.notes.reader import NoteRead, read_note, require_note, sentence_begins

SAY = Words()


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("style opens warmly", NoteRead(Topic.STYLE, Basis.SAID, "opens warmly")),
        ("Style: opens warmly", NoteRead(Topic.STYLE, Basis.SAID, "opens warmly")),
        ("style observed goes silent", NoteRead(Topic.STYLE, Basis.OBSERVED, "goes silent", has_basis=True)),
        ("hope guess, two harvests", NoteRead(Topic.HOPE, Basis.GUESS, "two harvests", has_basis=True)),
        ("auth up to 150,000.00 EUR", NoteRead(Topic.AUTHORITY, Basis.SAID, "up to 150,000.00 EUR")),
        ("like guess", NoteRead(Topic.LIKE, Basis.SAID, "guess")),
        ("b two topics begin so", NoteRead(None, Basis.SAID, "b two topics begin so")),
        ("opens warmly", NoteRead(None, Basis.SAID, "opens warmly")),
        ("", NoteRead(None, Basis.SAID, "")),
    ],
)
def test_a_line_is_read(line: str, read: NoteRead) -> None:
    assert read_note(SAY, line) == read


@pytest.mark.parametrize("line", ["", "opens warmly", "style", "style  "])
def test_a_line_without_topic_or_sentence_is_refused(line: str) -> None:
    with pytest.raises(BadInput):
        require_note(SAY, line)


@pytest.mark.parametrize("line", ["style she is arrogant", "hope I think a longer contract", "behaviour is lazy"])
def test_an_opinion_needs_its_basis(line: str) -> None:
    with pytest.raises(BadInput) as refused:
        require_note(SAY, line)
    assert refused.value.message.code == "note.no_basis"
    topic, _, rest = line.partition(" ")
    assert require_note(SAY, f"{topic} guess {rest}").basis is Basis.GUESS


@pytest.mark.parametrize(
    ("line", "begins"), [("style is lazy", 6), ("style observed is lazy ", 15), ("is lazy", 0), ("style", 5), ("", 0)]
)
def test_the_place_is_known_where_the_sentence_begins(line: str, begins: int) -> None:
    assert sentence_begins(SAY, line) == begins


@given(st.text())
def test_any_text_is_read_or_refused_and_none_of_it_is_lost(line: str) -> None:
    read = read_note(SAY, line)
    assert read.sentence in line
    if read.topic is None:
        assert read.sentence == line.strip()
