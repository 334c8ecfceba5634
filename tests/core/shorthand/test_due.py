"""tests: core/shorthand/due.py - the day by which a promise is due, read and never guessed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.line import Verb
from core.log import compose
from core.number import Marks
from core.shorthand import Context, read, words_of
from core.shorthand.due import due_of
from core.words import Words
from tests.core.cases import four_issues

TUESDAY = date(2026, 11, 24)


def due(text: str, today: date = TUESDAY) -> date | None:
    return due_of(text, today, Marks())[0]


def left(text: str) -> str:
    return due_of(text, TUESDAY, Marks())[1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("send drawings fri", date(2026, 11, 27)),
        ("send drawings Friday.", date(2026, 11, 27)),
        ("send drawings by fri", date(2026, 11, 27)),
        ("send drawings by 27.11.", date(2026, 11, 27)),
        ("send drawings 27.11.2026", date(2026, 11, 27)),
        ("send drawings until 2026-12-01", date(2026, 12, 1)),
        ("send drawings by 27/11", date(2026, 11, 27)),
        ("send drawings by 27 nov", date(2026, 11, 27)),
        ("send drawings by Nov 27, 2026", date(2026, 11, 27)),
        ("by mon send the drawings", date(2026, 11, 30)),
        ("send drawings by 3.1.", date(2027, 1, 3)),
        ("send drawings tue", date(2026, 12, 1)),
        ("send drawings tomorrow", date(2026, 11, 25)),
        ("Zeichnungen bis fr", date(2026, 11, 27)),
        ("send samples in 2 weeks", date(2026, 12, 8)),
        ("send samples in a week", date(2026, 12, 1)),
        ("answer within 3 days", date(2026, 11, 27)),
        ("Muster in zwei Wochen", date(2026, 12, 8)),
        ("Zeichnungen bis Freitag", date(2026, 11, 27)),
    ],
)
def test_the_day_is_read(text: str, day: date) -> None:
    assert due(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "send drawings",
        "send the fri drawings again",
        "send 27 drawings",
        "use valve 3/4",
        "reply by mail",
        "drawings by mon or by fri",
        "send them by 31.2.",
        "das machen wir so",
        "version 1.5",
        "send the invoice of 4.12.",
        "Muster vom 4.12.",
        "send list not before Friday",
        "call Mr Sun",
        "cut the stock in some weeks",
        "deliver in 2 weeks at the latest point",
    ],
)
def test_what_names_no_day_or_two_is_not_guessed(text: str) -> None:
    assert due(text) is None


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_any_words_are_read_and_a_day_without_a_year_lies_ahead(text: str, today: date) -> None:
    assert due(f"{text} fri", today) in {None, *(today + timedelta(days=each) for each in range(1, 8))}
    due_of(text, today, Marks(date_order="mdy"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("send drawings by 2026-12-04", "send drawings"),
        ("send drawings fri", "send drawings"),
        ("send drawings, by Nov 27, 2026.", "send drawings"),
        ("by mon send the  drawings", "send the  drawings"),
        ("Muster bis zum 4.12.", "Muster"),
        ("Muster spätestens am Freitag", "Muster"),
        ("send list by next Friday", "send list"),
        ("send list no later than Friday", "send list"),
        ("send list not later than Friday", "send list"),
        ("you confirm this by Friday", "you confirm this"),
        ("we hold on until Friday", "we hold on"),
        ("they say no by Friday", "they say no"),
        ("Liefern Sie den bis Freitag", "Liefern Sie den"),
        ("Muster spätestens am nächsten Freitag", "Muster"),
        ("send samples on the 4.12.", "send samples"),
        ("samples on hold until tomorrow", "samples on hold"),
        ("pay with the order, by 4.12.", "pay with the order"),
        ("Zeichnungen bis Freitag", "Zeichnungen"),
        ("send samples in 2 weeks", "send samples"),
        ("send samples within three days.", "send samples"),
    ],
)
def test_the_day_that_was_read_is_taken_out_of_the_words(text: str, words: str) -> None:
    assert due(text) is not None
    assert left(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "send by friday, the drawings too",
        "by fri, that is by 27.11., the drawings",
        "send list by Friday noon",
        "send list by Friday at the latest",
    ],
)
def test_in_the_midst_of_words_the_day_is_read_and_they_stay_whole(text: str) -> None:
    assert due(text) is not None
    assert left(text) == text


@pytest.mark.parametrize(
    "text", ["by friday", "send drawings", "drawings by mon or by fri", "  two  blanks ", "by 31.2."]
)
def test_where_no_day_was_read_or_nothing_would_be_left_the_words_stay_as_typed(text: str) -> None:
    assert left(text) == text


@pytest.mark.parametrize(
    ("region", "text", "day", "words"),
    [
        ("fr_FR", "plans d'ici vendredi", date(2026, 11, 27), "plans"),
        ("fr_FR", "plans d\u2019ici vendredi", date(2026, 11, 27), "plans"),
        ("fr_FR", "plans avant le 4/12", date(2026, 12, 4), "plans"),
        ("fr_FR", "plans le 4 décembre", date(2026, 12, 4), "plans"),
        ("fr_FR", "plans pas avant vendredi", None, "plans pas avant vendredi"),
        ("fr_FR", "payer les 3/4 du total", None, "payer les 3/4 du total"),
        ("nl_NL", "tekeningen voor vrijdag", date(2026, 11, 27), "tekeningen"),
        ("nl_NL", "tekeningen op 4 dec", date(2026, 12, 4), "tekeningen"),
        ("es_ES", "planos antes del viernes", date(2026, 11, 27), "planos"),
        ("es_ES", "planos para el 4 de diciembre", date(2026, 12, 4), "planos"),
        ("es_ES", "planos no antes del viernes", None, "planos no antes del viernes"),
        ("pl_PL", "rysunki do piątku", date(2026, 11, 27), "rysunki"),
        ("pl_PL", "rysunki w piątek", date(2026, 11, 27), "rysunki"),
        ("pl_PL", "rysunki do 4.12.", date(2026, 12, 4), "rysunki"),
        ("it_IT", "disegni entro venerdì", date(2026, 11, 27), "disegni"),
        ("en_GB", "say what to do 4.12.", date(2026, 12, 4), "say what to do"),
    ],
)
def test_the_words_of_the_region_lead_to_a_day_too(region: str, text: str, day: date | None, words: str) -> None:
    assert due_of(text, TUESDAY, Marks.of(Words("en", region))) == (day, words)


@given(
    st.lists(
        st.sampled_from(
            [
                "send",
                "the",
                "drawings",
                "by",
                "until",
                "fri",
                "27.11.",
                "of",
                "2026-12-04",
                "tomorrow",
                "27",
                "nov",
                ",",
            ]
        ),
        max_size=9,
    )
)
def test_only_a_day_and_the_word_that_leads_to_it_are_ever_taken_out(words: list[str]) -> None:
    text = " ".join(words)
    day, rest = due_of(text, TUESDAY, Marks())
    if day is None:
        assert rest == text
    kept = iter(text.replace(",", " ").split())
    assert all(word in kept for word in rest.replace(",", " ").split())
    gone = Counter(text.replace(",", " ").split()) - Counter(rest.replace(",", " ").split())
    assert not gone.keys() & {"send", "drawings", "of"}


@pytest.mark.parametrize("line", ["t ! send drawings fri", "t todo send drawings by 27.11."])
def test_a_promise_is_logged_with_its_day_and_the_words_without_it(line: str) -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    negotiation = four_issues()
    say = Words("en", "en_GB")
    reading = read(line, Context.of(negotiation, marks=Marks.of(say), now=now))
    words = [part.text for part in words_of(reading.statement, negotiation, say)]
    assert words[-1] == "due Fri 27 Nov"
    entry = compose(negotiation, reading, now, now)
    assert entry.line.verb is Verb.PROMISE
    assert entry.line.rest == "send drawings"
    assert entry.line.text == line
    assert entry.commitment is not None
    assert entry.commitment.due == date(2026, 11, 27)
    assert entry.commitment.text == entry.line.rest


def test_the_day_counts_from_when_it_was_said() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    reading = read("t ! drawings fri @16.11.", Context.of(four_issues(), marks=Marks(), now=now))
    assert reading.statement.valid_until == date(2026, 11, 20)
