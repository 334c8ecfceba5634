"""tests: people and suppliers are found by their names, whole or begun, and nobody is taken for another."""

from __future__ import annotations

import time
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from core.name import Name
from core.name_book import NameBook, words_of

NAMES = (
    Name("counterpart", 1, "Elena Ruggeri", "Sorano Canning"),
    Name("counterpart", 2, "Elena Costa", "Delva Foods"),
    Name("counterpart", 3, "Brian Ashworth", "Penrose Logistics"),
    Name("counterpart", 4, "Brian Ashworth", "Northgate Foods"),
    Name("counterpart", 5, "Małgorzata Pięta", "Świt Spedycja"),
    Name("supplier", 1, "Sorano Canning S.p.A."),
    Name("supplier", 2, "Delva Foods"),
    Name("supplier", 3, " "),
)
BOOK = NameBook(NAMES)


def ids(found: tuple[Name, ...]) -> list[tuple[str, int]]:
    return [(name.kind, name.id) for name in found]


def test_a_whole_name_finds_all_who_are_called_so_whatever_case_accents_and_marks() -> None:
    assert ids(BOOK.named(["ELENA", "ruggeri,"])) == [("counterpart", 1)]
    assert ids(BOOK.named(["MAŁGORZATA", "Pieta"])) == [("counterpart", 5)]
    assert ids(BOOK.named(["brian", "ashworth"])) == [("counterpart", 3), ("counterpart", 4)]
    assert ids(BOOK.named(["Sorano", "Canning", "S.p.A."])) == [("supplier", 1)]
    assert BOOK.named(["Elena"]) == BOOK.named([]) == BOOK.named([":"]) == ()


def test_a_name_that_is_a_word_of_others_is_theirs_too_its_own_first() -> None:
    book = NameBook(
        (
            Name("counterpart", 1, "Elena Rossi", "Sorano"),
            Name("counterpart", 2, "Elena", "Delva"),
            Name("supplier", 3, "Rossi"),
            Name("counterpart", 4, "Rossini", "Delva"),
        )
    )
    assert ids(book.called(["elena"])) == [("counterpart", 2), ("counterpart", 1)]
    assert ids(book.called(["ROSSI"])) == [("supplier", 3), ("counterpart", 1)]
    assert ids(book.called(["rossi", "elena"])) == [("counterpart", 1)]
    assert book.called(["ross"]) == book.called([]) == ()
    assert [book.written(name) for name in book.called(["elena"])] == ["@Elena (Delva)", "@Elena Rossi"]
    assert book.written(book.called(["rossi"])[0]) == '@"Rossi"'


def test_beginnings_of_words_find_whoever_has_a_word_for_each_the_first_name_first() -> None:
    assert ids(BOOK.begun(["el"])) == [("counterpart", 2), ("counterpart", 1)]
    assert ids(BOOK.begun(["rug", "el"])) == [("counterpart", 1)]
    assert ids(BOOK.begun(["f"])) == [("supplier", 2)]
    assert ids(BOOK.begun(["c"])) == [("counterpart", 2), ("supplier", 1)]
    assert BOOK.begun(["lena"]) == BOOK.begun([]) == BOOK.begun([","]) == ()
    other = NameBook((Name("counterpart", 8, "Anna Marek"), Name("counterpart", 9, "Marek Anders")))
    assert ids(other.begun(["ma"])) == [("counterpart", 9), ("counterpart", 8)]


def test_the_supplier_in_view_and_its_people_come_first() -> None:
    book = NameBook(NAMES, near="Delva Foods")
    assert ids(book.all()[:2]) == [("supplier", 2), ("counterpart", 2)]
    assert ids(book.begun(["e"])) == [("counterpart", 2), ("counterpart", 1)]


def test_the_longest_name_at_the_beginning_is_told_by_its_words() -> None:
    assert BOOK.longest(["Elena", "Costa", "opens"]) == 2
    assert BOOK.longest(["Sorano", "Canning", "S.p.A.:", "is"]) == 3
    assert BOOK.longest(["Elena", "opens"]) == BOOK.longest([]) == 0


def test_a_name_that_others_share_is_written_with_its_supplier() -> None:
    assert BOOK.written(NAMES[0]) == "@Elena Ruggeri"
    assert BOOK.written(NAMES[3]) == "@Brian Ashworth (Northgate Foods)"


def test_an_empty_book_has_nobody() -> None:
    assert not NameBook()
    assert BOOK
    assert NameBook().begun(["a"]) == NameBook().all() == ()


@given(st.lists(st.text(min_size=1), max_size=8), st.data())
def test_everybody_is_found_by_any_beginning_of_any_word(texts: list[str], data: st.DataObject) -> None:
    book = NameBook(Name("counterpart", number, text) for number, text in enumerate(texts))
    for name in book.all():
        if not words_of(name.text):
            continue
        word = data.draw(st.sampled_from(name.text.split()))
        begun = word[: data.draw(st.integers(1, len(word)))]
        if words_of(begun):
            assert name in book.begun([begun])
        assert name in book.named(name.text.split())


def test_thousands_of_names_are_searched_within_a_frame() -> None:
    firsts, lasts = ("Anna", "Brian", "Elena", "Jörg", "Łukasz"), ("Ashworth", "Müller", "Rossi", "Żak")
    book = NameBook(
        Name("counterpart", number, f"{firsts[number % 5]} {lasts[number % 4]}{number}", "Sorano")
        for number in range(4_000)
    )
    taken = []
    for text in ("a", "an", "anna", "anna as", "m", "jo", "j m", "x"):
        start = time.perf_counter()
        book.begun(text.split())
        taken.append(time.perf_counter() - start)
    assert median(taken) < 0.016
