"""tests: the reserved words of the meeting line; none has two meanings in one place."""

from __future__ import annotations

from itertools import combinations

import pytest

from core.shorthand import name_trouble
from core.shorthand.tokens import fold
from core.shorthand.vocabulary import TABLES, Vocabulary, vocabulary
from core.words import Words


def places(words: Vocabulary) -> dict[str, set[str]]:
    return {
        "who": set(words.who),
        "verb": set(words.verbs),
        "clause": set(words.clauses),
        "channel": set(words.channels),
        "time": set(words.times),
        "thousand": set(words.thousands),
        "per cent": set(words.per_cents),
    }


@pytest.mark.parametrize("language", TABLES)
def test_no_reserved_word_has_two_meanings(language: str) -> None:
    found = places(vocabulary(language))
    shared = {(one, other): found[one] & found[other] for one, other in combinations(found, 2)}
    # "w" is a speaker as the first token only and a week behind a number only (rules 3 and 11)
    assert {pair: words for pair, words in shared.items() if words} == {("who", "time"): {"w"}}


@pytest.mark.parametrize("language", [language for language in TABLES if language != "en"])
def test_no_language_gives_an_english_word_another_meaning(language: str) -> None:
    english, own = TABLES["en"], TABLES[language]
    for field in ("who", "verbs", "clauses", "channels", "times"):
        theirs, ours = getattr(english, field), getattr(own, field)
        assert all(theirs[word] is ours[word] for word in theirs.keys() & ours.keys())


@pytest.mark.parametrize("language", TABLES)
def test_every_reserved_word_can_be_typed_as_one_token(language: str) -> None:
    for word in vocabulary(language).reserved:
        assert word == fold(word)
        assert not any(letter.isspace() or letter in ';,=#@"' for letter in word)


@pytest.mark.parametrize("language", TABLES)
def test_every_meaning_has_a_word_in_every_language(language: str) -> None:
    words, english = TABLES[language], TABLES["en"]
    for field in ("who", "verbs", "clauses", "channels", "times"):
        spelled = {getattr(words, field)[word] for word in getattr(words, field) if word.isalpha()}
        assert spelled == set(getattr(english, field).values())


def test_unknown_language_speaks_english() -> None:
    assert vocabulary("xx_YY") is vocabulary("en")
    assert vocabulary("de-AT").who["wir"] is vocabulary("de").who["we"]


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("OK", False),
        ("w", False),
        ("%", False),
        ("days", False),
        ("eur", False),
        ("\u20ac", False),
        ("DAP", True),
        ("", True),
    ],
)
def test_reserved_word_or_bare_unit_is_no_name(name: str, free: bool) -> None:
    trouble = name_trouble(name, "en")
    assert (trouble is None) is free
    assert trouble is None or name in Words().message(trouble)


def test_words_of_another_language_are_reserved_there_only() -> None:
    assert name_trouble("Tage", "de") is not None
    assert name_trouble("Tage", "en") is None
