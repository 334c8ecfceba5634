"""tests: every example of the note's line in the help is read as it says."""

from __future__ import annotations

import pytest

from core.name import Name
from core.name_book import NameBook
from core.quick_note import Lexicon, read, require
from core.words import Words
from ui.notes.signs import NOTE_SIGNS, NoteSign

SAY = Words()
BOOK = NameBook([Name("counterpart", 1, "Elena Ruggeri", "Sorano")])


@pytest.mark.parametrize("sign", NOTE_SIGNS, ids=lambda sign: sign.example)
def test_an_example_can_be_kept(sign: NoteSign) -> None:
    found = require(read(sign.example, Lexicon.of(SAY), BOOK), SAY, ("en",))
    assert bool(found.who) == ("@" in sign.example)
    assert bool(found.names) == ("@elena" in sign.example)
    assert found.is_about_us == ("#us" in sign.example)
    assert found.has_basis == ("~" in sign.example)
    assert (found.style is not None) == ("competing" in sign.example)
    assert sign.text
