"""tests: what a half typed name or topic can go on with."""

from __future__ import annotations

import pytest

from core.note_completion import complete
from core.quick_note import Lexicon, read
from core.words import Words
from tests.core.test_name_book import BOOK, NAMES

SAY = Words()


def offered(line: str) -> list[str]:
    found = complete(line, len(line), SAY, BOOK)
    return [] if found is None else [choice.text for choice in found.choices]


@pytest.mark.parametrize(
    ("line", "choices"),
    [
        ("@el", ["@Elena Costa ", "@Elena Ruggeri "]),
        ("@elena r", ["@Elena Ruggeri "]),
        ("style @brian", ["@Brian Ashworth (Penrose Logistics) ", "@Brian Ashworth (Northgate Foods) "]),
        ("@elena ruggeri", []),
        ("@Elena Ruggeri ", []),
        ("@Elena Ruggeri opens", []),
        ("@zz", []),
        ("#st", ["#style "]),
        ("#b", ["#behaviour ", "#business "]),
        ("#u", ["#us "]),
        ("#style", []),
        ("#style c", ["competing ", "collaborating ", "compromising "]),
        ("#style competing", []),
        ("#hope c", []),
        ("#style opens c", []),
        ("opens warmly", []),
        ("a@el", []),
        ("", []),
    ],
)
def test_a_mark_is_completed_where_the_caret_stands(line: str, choices: list[str]) -> None:
    assert offered(line) == choices


def test_a_bare_sign_offers_everybody_and_every_topic() -> None:
    everybody = complete("@", 1, SAY, BOOK)
    assert everybody is not None
    assert (len(everybody.choices), everybody.count) == (6, len(NAMES) - 1)
    assert len(offered("#")) == 11
    assert len(offered("#style ")) == 5


@pytest.mark.parametrize(
    ("line", "caret", "taken"),
    [("@el #style opens", 3, "@el"), ("@elena x opens", 3, "@elena"), ("#style comp opens", 11, "comp")],
)
def test_what_is_taken_is_put_in_place_of_the_word_up_to_its_end(line: str, caret: int, taken: str) -> None:
    found = complete(line, caret, SAY, BOOK)
    assert found is not None
    assert line[found.begin : found.end] == taken


def test_every_choice_is_read_as_what_it_offers() -> None:
    found = complete("@", 1, SAY, BOOK, most=99)
    assert found is not None
    for choice in found.choices:
        assert read(f"{choice.text}#like tea", Lexicon.of(SAY), BOOK).name == choice.name
