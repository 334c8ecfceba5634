"""tests: the line of a note - who, topic, style, basis and the sentence, and that none of it is lost or guessed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.name import Name
from core.name_book import NameBook
from core.note import Topic
from core.quick_note import Lexicon, QuickNote, read, require, require_name
from core.side import Basis
from core.style import Style
from core.words import Words
from tests.core.test_name_book import BOOK, NAMES

SAY = Words()
LEXICON = Lexicon.of(SAY)
ELENA, COSTA, PENROSE, NORTHGATE, PIETA, SORANO, DELVA = NAMES[:7]


def told(found: QuickNote) -> dict[str, object]:
    """Return what a reading says, without places and what it leaves open."""
    said: dict[str, object] = {"names": found.names, "topic": found.topic, "us": found.is_about_us}
    said |= {"style": found.style, "basis": found.basis if found.has_basis else None, "text": found.sentence}
    return {key: value for key, value in said.items() if value not in ((), None, False, "")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("@Elena Ruggeri #style opens warmly", {"names": (ELENA,), "topic": Topic.STYLE, "text": "opens warmly"}),
        ("@elena ruggeri: #style competing * Opens high", {
            "names": (ELENA,), "topic": Topic.STYLE, "style": Style.COMPETING, "basis": Basis.OBSERVED,
            "text": "Opens high"}),
        ("~ two harvests at once #hope @ruggeri", {
            "names": (ELENA,), "topic": Topic.HOPE, "basis": Basis.GUESS, "text": "two harvests at once"}),
        ("@elena ~ #hope two harvests", {
            "names": (COSTA, ELENA), "topic": Topic.HOPE, "basis": Basis.GUESS, "text": "two harvests"}),
        ("@ruggeri observed #hope two harvests", {
            "names": (ELENA,), "topic": Topic.HOPE, "basis": Basis.OBSERVED, "text": "two harvests"}),
        ("@pieta #like plans", {"names": (PIETA,), "topic": Topic.LIKE, "text": "plans"}),
        ('@"el rug" #concern "the harvest comes late"', {
            "names": (ELENA,), "topic": Topic.CONCERN, "basis": Basis.SAID, "text": '"the harvest comes late"'}),
        ("@Brian Ashworth (north) #family two sons", {
            "names": (NORTHGATE,), "topic": Topic.FAMILY, "text": "two sons"}),
        ("@Brian Ashworth (the tall one) #family two sons", {
            "names": (PENROSE, NORTHGATE), "topic": Topic.FAMILY, "text": "(the tall one) two sons"}),
        ("@elena #us knows our launch", {
            "names": (COSTA, ELENA), "topic": Topic.BUSINESS, "us": True, "text": "knows our launch"}),
        ("@Delva Foods, #bus guess, a third line", {
            "names": (DELVA,), "topic": Topic.BUSINESS, "basis": Basis.GUESS, "text": "a third line"}),
        ("style observed goes silent", {"topic": Topic.STYLE, "basis": Basis.OBSERVED, "text": "goes silent"}),
        ("@delva style collaborating said open books", {
            "names": (DELVA,), "topic": Topic.STYLE, "style": Style.COLLABORATING, "basis": Basis.SAID,
            "text": "open books"}),
        ("Style: opens warmly", {"topic": Topic.STYLE, "text": "opens warmly"}),
        ("auth up to 150,000.00 EUR", {"topic": Topic.AUTHORITY, "text": "up to 150,000.00 EUR"}),
        ("opens #style warmly", {"topic": Topic.STYLE, "text": "opens warmly"}),
        ("#hope ~2 % less", {"topic": Topic.HOPE, "text": "~2 % less"}),
        ("#hope guess", {"topic": Topic.HOPE, "text": "guess"}),
        ("#hope ~", {"topic": Topic.HOPE, "text": "~"}),
        ("#3 plant is closed", {"text": "#3 plant is closed"}),
        ("mail e@delva.example, issue# 4 @ 5 EUR", {"text": "mail e@delva.example, issue# 4 @ 5 EUR"}),
        ("style the #launch plan", {"topic": Topic.STYLE, "text": "the #launch plan"}),
        ("@elena @delva #like both", {"names": (COSTA, ELENA), "topic": Topic.LIKE, "text": "@delva both"}),
        ("b two topics begin so", {"text": "b two topics begin so"}),
        ("", {}),
        ("  ", {}),
        ("@", {"text": "@"}),
        ("@:", {"text": "@:"}),
        ("#", {"text": "#"}),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, expected: dict[str, object]) -> None:
    assert told(read(line, LEXICON, BOOK)) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("@Elena #like tea", {"Elena", "Elena Rossi"}),
        ("@elena r #like tea", {"Elena Rossi"}),
        ("@elena is late #concern today", {"Elena", "Elena Rossi"}),
        ("@Rossi #like tea", {"Rossi", "Elena Rossi"}),
        ("@Elena Rossi #like tea", {"Elena Rossi"}),
        ("@Elena (Delva) #like tea", {"Elena"}),
        ('@"Rossi" #like tea', {"Rossi"}),
    ],
)
def test_a_whole_name_that_others_begin_with_is_not_taken_for_the_one(line: str, names: set[str]) -> None:
    book = NameBook(
        (
            Name("counterpart", 1, "Elena", "Delva"),
            Name("counterpart", 2, "Elena Rossi", "Delva"),
            Name("supplier", 3, "Rossi"),
        )
    )
    assert {name.text for name in read(line, LEXICON, book).names} == names


@pytest.mark.parametrize(
    ("line", "who", "text"),
    [
        ("@Urs Zellweger: #style is brief", "Urs Zellweger", "is brief"),
        ("@Urs Zellweger #style is brief", "Urs Zellweger", "is brief"),
        ("@Urs lately #style is brief", "Urs lately", "is brief"),
        ("@Urs is brief #style lately", "Urs", "is brief lately"),
        ("@Elena Rossi: #like tea", "Elena Rossi", "tea"),
        ("@Elena Rossi #like tea", "Elena Rossi", "tea"),
        ("@elena rossi #like tea", "elena rossi", "tea"),
        ("@Elena Rossi: likes tea", "Elena Rossi", "likes tea"),
        ("@Urs #style: is brief", "Urs", "is brief"),
        ('@"Urs Zellweger" #style is brief', "Urs Zellweger", "is brief"),
        ("#style is brief @Urs", "Urs", "is brief"),
    ],
)
def test_somebody_who_is_not_on_file_is_named_up_to_the_colon_or_in_quotes(line: str, who: str, text: str) -> None:
    found = read(line, LEXICON, BOOK)
    assert (found.who, found.names, found.sentence) == (who, (), text)


def test_an_uncertain_topic_is_not_guessed() -> None:
    found = read("#b has grown", LEXICON)
    assert (found.what, found.topics, found.topic) == ("b", (Topic.BEHAVIOUR, Topic.BUSINESS), None)
    unknown = read("#zebra has grown", LEXICON)
    assert (unknown.what, unknown.topics) == ("zebra", ())


def test_without_a_book_the_sign_for_a_name_is_a_letter() -> None:
    assert read("#like @elena tea", LEXICON).sentence == "@elena tea"


def test_the_language_of_the_window_is_read_beside_english() -> None:
    german = Lexicon(
        topics={**LEXICON.topics, "sorge": Topic.CONCERN}, styles=LEXICON.styles,
        bases={**LEXICON.bases, "vermutet": Basis.GUESS}, us=frozenset({"us", "uns"}),
    )  # fmt: skip
    found = read("#Sorge vermutet die Ernte", german)
    assert (found.topic, found.basis, found.sentence) == (Topic.CONCERN, Basis.GUESS, "die Ernte")
    assert read("#concern guess die Ernte", german).topic is Topic.CONCERN
    assert read("#uns kennt den Start", german).is_about_us


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "note.no_topic"),
        ("opens warmly", "note.no_topic"),
        ("#b opens", "note.several_topics"),
        ("#zebra opens", "note.unknown_topic"),
        ("#style", "note.no_sentence"),
        ("#style competing", "note.no_sentence"),
        ("style  ", "note.no_sentence"),
        ("#style she is arrogant", "note.no_basis"),
        ("hope I think a longer contract", "note.no_basis"),
    ],
)
def test_what_is_not_certain_is_refused_with_what_to_do(line: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        require(read(line, LEXICON), SAY, ("en",))
    assert refused.value.message.code == code
    assert SAY.message(refused.value.message) != code


@pytest.mark.parametrize("basis", ["~", "*", "guess", "observed", "said"])
def test_an_opinion_with_its_basis_is_kept(basis: str) -> None:
    assert require(read(f"#behaviour {basis} is lazy", LEXICON), SAY, ("en",)).sentence == "is lazy"


def test_whom_it_is_about_is_named_or_known_and_never_guessed() -> None:
    assert require_name(read("#like tea", LEXICON, BOOK), DELVA) == DELVA
    assert require_name(read("@pieta #like tea", LEXICON, BOOK), DELVA) == PIETA
    for line, known, code in (
        ("#like tea", None, "note.nobody_named"),
        ("@elena #like tea", DELVA, "note.several_names"),
        ("@urs #like tea", DELVA, "note.unknown_name"),
    ):
        with pytest.raises(BadInput) as refused:
            require_name(read(line, LEXICON, BOOK), known)
        assert refused.value.message.code == code
        assert SAY.message(refused.value.message) != code


# Pieces of lines as somebody may type them, whole and broken.
PIECES = st.sampled_from(
    [
        *(name.text for name in NAMES), "@Elena Ruggeri", "@elena", "@Brian Ashworth (Pen)", '@"el rug"', "@urs", "@",
        "#style", "#b", "#us", "#zebra", "#3", "#", "competing", "style", "guess", "~", "*", '"', "said", "observed,",
        "is lazy", "opens high.", "a@b.example", "2 %", ":", "  ", "(", ")", "ελαιώνας", "#Hope:", "@@", "##like",
    ]
)  # fmt: skip
LINES = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=9).map(" ".join))


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if not letter.isspace())


@given(LINES)
def test_nothing_typed_is_lost(line: str) -> None:
    found = read(line, LEXICON, BOOK)
    marked = [line[begin:end] for begin, end in found.marks]
    assert letters(line) == letters(found.sentence) + letters("".join(marked))
    for mark in marked:
        word = mark.casefold().rstrip(",:;.")
        known = word in {*LEXICON.topics, *LEXICON.styles, *LEXICON.bases, "~", "*"}
        assert known or mark[0] in "@#" or any(topic.startswith(word) for topic in LEXICON.topics)


@given(LINES)
def test_what_is_read_stands_in_the_line(line: str) -> None:
    found = read(line, LEXICON, BOOK)
    assert all(0 <= begin < end <= len(line) for begin, end in found.marks)
    assert all(first[1] <= second[0] for first, second in zip(found.marks, found.marks[1:], strict=False))
    assert all(piece in line for piece in (*found.sentence.split(), *found.who.split(), *found.what.split()))
    if found.sentence:
        assert line[found.sentence_at] == found.sentence[0]
    assert found.style is None or found.topic is Topic.STYLE
    assert not found.names or found.who
    for name in found.names:
        assert name in BOOK.begun(found.who.split())


@given(LINES)
def test_a_reading_is_refused_or_kept_whole(line: str) -> None:
    found = read(line, LEXICON, BOOK)
    try:
        kept = require(found, SAY, ("en",))
    except BadInput:
        return
    assert kept == found
    assert kept.topic is not None
    assert kept.sentence


@given(st.sampled_from(NAMES[:7]), st.sampled_from(list(Topic)), st.text(alphabet="abcdefgh ", min_size=3))
def test_a_name_as_it_is_written_is_that_one_alone(name: Name, topic: Topic, text: str) -> None:
    found = read(f"{BOOK.written(name)} #{topic} x{text}", LEXICON, BOOK)
    assert found.name == name
    assert found.topic is topic
    assert found.sentence.split() == f"x{text}".split()


def test_an_empty_book_knows_nobody() -> None:
    found = read("@elena #like tea", LEXICON, NameBook())
    assert (found.who, found.names) == ("elena", ())
