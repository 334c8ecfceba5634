"""tests: core/privacy.py - what is pointed out in a note, what is not, and that the neutral wording is neutral."""

from __future__ import annotations

import string
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.privacy import Finding, Kind, has_list, is_opinion, mended, sensitive, sensitive_in
from core.resources import resource_path

LANGUAGES = ("en", "de", "el", "pl")


@pytest.mark.parametrize(
    ("text", "kind", "instead"),
    [
        ("She has cancer since May", Kind.HEALTH, "She is not always available since May"),
        ("Was diagnosed with multiple sclerosis", Kind.HEALTH, "Is not always available"),
        ("She is pregnant", Kind.HEALTH, "She is away for some time"),
        ("Is allergic to nuts", Kind.HEALTH, "Does not eat nuts"),
        ("Mr Brandt is ill", Kind.HEALTH, "Mr Brandt is not always available"),
        ("He is a devout Catholic", Kind.RELIGION, "He asks that some days be kept free"),
        ("is Jewish", Kind.RELIGION, "asks that some days be kept free"),
        ("Goes to church on Sundays", Kind.RELIGION, "Has fixed private appointments on Sundays"),
        ("Votes Labour, always has", Kind.POLITICS, "Follows public affairs, always has"),
        ("He is a convinced socialist", Kind.POLITICS, "He follows public affairs"),
        ("she is a union member", Kind.UNION, "she knows how the staff think"),
        ("Joined the union last year", Kind.UNION, "Knows how the staff think last year"),
        ("He is openly gay", Kind.SEXUALITY, "He values a private life"),
        ("came with his husband", Kind.SEXUALITY, "came with his partner"),
        ("He is of Turkish origin", Kind.ORIGIN, "He knows more than one country"),
        ("Has Polish roots", Kind.ORIGIN, "Knows more than one country"),
        ("Is black", Kind.ORIGIN, "Knows more than one country"),
        ("Lazy, but friendly", Kind.CHARACTER, "Answers late, but friendly"),
        ("he's a liar", Kind.CHARACTER, "said what did not prove true"),
        ("She is very arrogant", Kind.CHARACTER, "She speaks with great confidence"),
        ("What an idiot", Kind.CHARACTER, "What somebody who wants things explained again"),
    ],
)
def test_it_is_pointed_out_with_a_neutral_wording(text: str, kind: Kind, instead: str) -> None:
    (found,) = sensitive(text)
    assert (found.kind, mended(text, found)) == (kind, instead)


@pytest.mark.parametrize(
    ("text", "kind", "instead"),
    [
        ("Sie hat Krebs", Kind.HEALTH, "Sie ist nicht immer erreichbar"),
        ("Ist schwanger", Kind.HEALTH, "Ist einige Zeit nicht da"),
        ("Er ist streng katholisch", Kind.RELIGION, "Er bittet, einige Tage frei zu halten"),
        ("Wählt die SPD", Kind.POLITICS, "Verfolgt das öffentliche Leben"),
        ("Sie ist Gewerkschafterin", Kind.UNION, "Sie weiß, wie die Belegschaft denkt"),
        ("Er ist schwul", Kind.SEXUALITY, "Er legt Wert auf ein Privatleben"),
        ("Hat türkische Wurzeln", Kind.ORIGIN, "Kennt mehr als ein Land"),
        ("Faul", Kind.CHARACTER, "Antwortet spät"),
        ("Frau Schulz ist sehr arrogant", Kind.CHARACTER, "Frau Schulz tritt sehr sicher auf"),
    ],
)
def test_german_has_its_own_words(text: str, kind: Kind, instead: str) -> None:
    (found,) = sensitive(text, "de")
    assert (found.kind, mended(text, found)) == (kind, instead)


@pytest.mark.parametrize(
    "text",
    [
        "a healthy margin, and union of two lots",
        "Turkish delight, Polish sausage, French beans and black tea",
        "Hazelnuts of Turkish origin, packed in a German plant",
        "The plant is Polish, the label is black, the tin is white",
        "The line was idle for a week; it was disabled by the fuse",
        "A conservative estimate with a liberal returns policy",
        "Customs union members pay nothing; the European Union member states do",
        "The market is depressed and demand is weak",
        "A stroke of luck, a two-stroke engine and a heart of palm",
        "Aids delivery; marital aids are not our business",
        "Alcoholic beverages over 12 %, and diabetic products",
        "Labour costs rose, the labour party is on Friday",
        "An aggressive pricing, a stubborn stain, all in vain",
        "She is difficult to reach before ten",
        "He is sick of waiting for the trucks",
        "He is mad about football and crazy about jazz",
        "Mr Gay signs, Ms Christian and Dr Black approve",
        "Straight answers, a gross margin, a queer quarter for steel",
        "Operation Nord, surgery tools, hospital contracts",
        "The catholicity of taste, illness-free, gays-lussac, paralegal, jewel, hindustan",
        "Roma tomatoes, gypsum boards, mass production",
        "The cheat sheet lies on the desk and lies within reach",
        "He is Head of Sales and she is Director",
        "Non-catholic-like compounds such as ill-fitting caps",
        "likes cycling, dislikes calls after four, has two children",
        "",
    ],
)
def test_what_is_innocent_is_left_alone(text: str) -> None:
    assert sensitive(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Eine gesunde Marge und eine kranke Maschine",
        "Türkische Haselnüsse und polnische Gurken",
        "Krebse und Krebsfleisch, tiefgekühlt",
        "Faule Kartoffeln in der Lieferung",
        "Das Etikett ist schwarz, das Werk ist polnisch",
        "Sie ist schwierig zu erreichen",
        "Konservative Schätzung, schwacher Markt",
        "Die Gewerkschaft streikt im Hafen",
        "mag Radfahren, hat zwei Kinder",
    ],
)
def test_german_innocence_is_left_alone(text: str) -> None:
    assert sensitive(text, "de") == ()


def test_two_places_are_told_in_their_order() -> None:
    text = "Is lazy. He is a Muslim and has diabetes"
    found = sensitive(text)
    assert [each.kind for each in found] == [Kind.CHARACTER, Kind.RELIGION, Kind.HEALTH]
    assert [text[each.start : each.end] for each in found] == ["Is lazy", "is a Muslim", "has diabetes"]


def test_capitals_words_and_apostrophes_do_not_hide_a_word() -> None:
    assert sensitive("SHE IS PREGNANT")[0].kind is Kind.HEALTH
    assert sensitive("He’s lazy")[0].neutral == "Answers late" or sensitive("He’s lazy")[0].neutral == "answers late"
    assert sensitive("ist schwul", "de")[0].kind is Kind.SEXUALITY
    assert sensitive("Hat tu\u0308rkische Wurzeln", "de")[0].kind is Kind.ORIGIN


def test_an_unknown_language_is_read_by_the_english_list() -> None:
    assert not has_list("xx")
    assert not has_list("../en")
    assert sensitive("is pregnant", "xx") == sensitive("is pregnant")


def test_somebody_who_writes_two_languages_is_read_in_both() -> None:
    text = "is pregnant, ist katholisch"
    assert [each.kind for each in sensitive_in(text, ("en", "de"))] == [Kind.HEALTH, Kind.RELIGION]
    assert sensitive_in("is pregnant", ("en", "en", "xx")) == sensitive("is pregnant")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("I think he will give way", True),
        ("Probably short of cash", True),
        ("She is arrogant", True),
        ("Pays suppliers at 60 days", False),
        ("A thinking partner, seemly and likely", False),
        ("Is pregnant", False),
    ],
)
def test_an_opinion_says_so_or_judges(text: str, is_one: bool) -> None:
    assert is_opinion(text) is is_one


# the lists themselves


def entries(language: str) -> list[dict[str, object]]:
    found = tomllib.loads(resource_path("privacy", f"{language}.toml").read_text(encoding="utf-8"))
    return list(found["entries"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_neutral_wording_is_neutral_itself(language: str) -> None:
    for entry in entries(language):
        for key in ("neutral", "alone"):
            text = str(entry.get(key, ""))
            assert sensitive(text, language) == (), text
            assert sensitive(f"She {text}", language) == (), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_words_and_every_entry_a_wording(language: str) -> None:
    kinds = {entry["kind"] for entry in entries(language)}
    assert kinds == {kind.value for kind in Kind}
    assert all(entry.get("neutral") or entry.get("alone") for entry in entries(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_counts_alone_is_found(language: str) -> None:
    for entry in entries(language):
        if "alone" in entry:
            for word in entry["words"]:  # type: ignore[attr-defined]
                if "{" not in word:
                    text = f"x {word.replace('*', '')} x"
                    assert any(each.kind.value == entry["kind"] for each in sensitive(text, language)), text


@pytest.mark.parametrize(
    ("language", "text", "kind", "instead"),
    [
        ("el", "Είναι έγκυος", Kind.HEALTH, "Θα λείψει για ένα διάστημα"),
        ("el", "Έχει διαβήτη", Kind.HEALTH, "Δεν απαντά πάντα αμέσως"),
        ("el", "Η κυρία Παππά είναι άρρωστη", Kind.HEALTH, "Η κυρία Παππά δεν απαντά πάντα αμέσως"),
        ("el", "Είναι συνδικαλιστής", Kind.UNION, "Ξέρει τι σκέφτεται το προσωπικό"),
        ("el", "Ψηφίζει ΣΥΡΙΖΑ", Kind.POLITICS, "Παρακολουθεί τα κοινά"),
        ("el", "Είναι ένας ψεύτης", Kind.CHARACTER, "Είπε κάτι που δεν επιβεβαιώθηκε"),
        ("pl", "Jest w ciąży", Kind.HEALTH, "Przez pewien czas nie odbiera telefonu"),
        ("pl", "Ma cukrzycę", Kind.HEALTH, "Nie zawsze ma czas"),
        ("pl", "Pani Nowak jest chora", Kind.HEALTH, "Pani Nowak nie zawsze odbiera telefon"),
        ("pl", "Chodzi do kościoła", Kind.RELIGION, "Ma stałe prywatne terminy"),
        ("pl", "Jest bardzo leniwy", Kind.CHARACTER, "Odpowiada późno"),
        ("pl", "Głosuje na PiS", Kind.POLITICS, "Śledzi życie publiczne"),
    ],
)
def test_greek_and_polish_have_their_own_words(language: str, text: str, kind: Kind, instead: str) -> None:
    (found,) = sensitive(text, language)
    assert found.kind is kind
    assert mended(text, found) == instead


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("el", "Φουντούκια τουρκικής καταγωγής, επιθετική τιμή"),
        ("el", "Καθολική απεργία στο λιμάνι"),
        ("pl", "Chory system rabatów, agresywna cena"),
        ("pl", "Orzechy tureckiego pochodzenia, trudny do wyceny"),
    ],
)
def test_greek_and_polish_innocence_is_left_alone(language: str, text: str) -> None:
    assert sensitive(text, language) == ()


# any text


WORDS = (
    *("She", "is", "a", "very", "gay", "Catholic", "lazy", "of", "Turkish", "descent", ".", "-", "\n", "has", "cancer"),
    *("union", "member", "HIV", "ist", "krank", "’s", "plant", "tin"),
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    ).map(" ".join),
)


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_places_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for each in sensitive(text, language):
        assert end <= each.start < each.end <= len(text)
        assert each.neutral
        end = each.end


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_taking_every_wording_comes_to_an_end(text: str, language: str) -> None:
    for _ in range(len(text) + 1):
        found = sensitive(text, language)
        if not found:
            return
        text = mended(text, found[0])
    raise AssertionError(text)


@given(st.text(alphabet=string.ascii_letters, min_size=1), st.sampled_from(["gay", "catholic", "idiot", "lesbian"]))
def test_a_word_inside_a_longer_one_is_no_word(letters: str, word: str) -> None:
    assert all(each.length != len(word) for each in sensitive(f"x {letters}{word}{letters} x"))


def test_a_finding_knows_its_end() -> None:
    assert Finding(2, 3, Kind.HEALTH, "x").end == 5
