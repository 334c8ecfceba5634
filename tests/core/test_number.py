"""tests: exact numbers, amounts and values from text in a region's form."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.issue import Issue, Option, ScaleKind
from core.number import Marks, digits_of, parse_money, parse_number, parse_value
from core.words import Words

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
REGIONS = ("en_GB", "en_US", "de_DE", "fr_FR", "de_CH", "sv_SE", "pl_PL", "nl_NL", "es_ES", "pt_BR", "it_IT")
BRITISH, GERMAN = Marks.of(Words("en", "en_GB")), Marks.of(Words("de", "de_DE"))
FRENCH, SWISS = Marks.of(Words("fr", "fr_FR")), Marks.of(Words("de", "de_CH"))
PRICE = Issue(negotiation_id=1, name="Price", unit="EUR/can")
VOLUME = Issue(negotiation_id=1, name="Volume", unit="k cans")
UPFRONT = Issue(negotiation_id=1, name="Upfront", unit="%")
CLOSING = Issue(negotiation_id=1, name="Closing", kind=ScaleKind.DATE)
TERMS = Issue(
    negotiation_id=1,
    name="Terms",
    kind=ScaleKind.OPTIONS,
    options=(Option("DAP", Decimal(1)), Option("Free house", Decimal(0))),
)


@pytest.mark.parametrize(
    ("text", "british", "german", "french", "swiss"),
    [
        ("1.48", "1.48", "1.48", "1.48", "1.48"),
        ("1,48", "1.48", "1.48", "1.48", "1.48"),
        ("1,480", "1480", "1.480", "1.480", "1.480"),
        ("1.480", "1.480", "1480", "1.480", "1.480"),
        ("0,480", "0.480", "0.480", "0.480", "0.480"),
        ("1234.567", "1234.567", "1234.567", "1234.567", "1234.567"),
        ("1,234.5", "1234.5", None, None, None),
        ("1.234,5", None, "1234.5", None, None),
        ("1\u202f234,5", None, None, "1234.5", None),
        ("1\u00a0234,5", None, None, "1234.5", None),
        ("1 234.5", None, None, "1234.5", None),
        ("1\u2019234.5", None, None, None, "1234.5"),
        ("1'234.5", None, None, None, "1234.5"),
        ("1,234,567", "1234567", None, None, None),
        ("1,23,456", None, None, None, None),
        ("12,34", "12.34", "12.34", "12.34", "12.34"),
        ("1.2.3", None, None, None, None),
        (".5", "0.5", "0.5", "0.5", "0.5"),
        ("5.", None, None, None, None),
        ("\u0661", None, None, None, None),
        ("", None, None, None, None),
    ],
)
def test_marks_are_the_regions_and_group_in_full_triples(
    text: str, british: str | None, german: str | None, french: str | None, swiss: str | None
) -> None:
    found = [digits_of(text, marks) for marks in (BRITISH, GERMAN, FRENCH, SWISS)]
    assert [None if each is None else str(each) for each in found] == [british, german, french, swiss]


@pytest.mark.parametrize(
    "text",
    ["", "abc", "nan", "NaN", "inf", "-inf", "1e999999", "1e5", "0x10", "1_000", "--1", "1.2.3", "12a", "k", "%"],
)
def test_what_is_no_number_is_refused_with_what_to_type(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_number(text, BRITISH)
    assert "example 1,234.5" in Words("en", "en_GB").message(refused.value.message)


@pytest.mark.parametrize("text", ["9" * 31, "0." + "1" * 30, "9" * 29 + "k"])
def test_more_digits_than_thirty_are_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_number(text, BRITISH)
    assert refused.value.message.code == "number.long"


def test_thirty_digits_are_kept_to_the_last() -> None:
    text = "123456789012345678901234567.891"
    assert str(parse_number(text, BRITISH)) == text


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("-3", "", "-3"),
        ("\u20133", "", "-3"),
        ("+3", "", "3"),
        ("-0", "", "0"),
        ("120k", "", "120000"),
        ("1.5 k", "", "1500"),
        ("120k", "k cans", "120"),
        ("120 cans", "k cans", "120"),
        ("120 k cans", "k cans", "120"),
        ("30 Days", "days", "30"),
        ("5 %", "%", "5"),
        ("1%/week", "%/week", "1"),
    ],
)
def test_sign_thousands_and_unit_are_taken(text: str, unit: str, value: str) -> None:
    assert str(parse_number(text, BRITISH, unit)) == value


@pytest.mark.parametrize(
    "text",
    [
        "1,250.00 EUR",
        "EUR 1,250.00",
        "\u20ac1,250.00",
        "1,250.00\u20ac",
        "1,250.00",
        " 1,250.00 eur ",
        "1,250.00\u00a0EUR",
    ],
)
def test_amount_is_read_with_code_or_sign(text: str) -> None:
    assert str(parse_money(text, "EUR", BRITISH)) == "1250.00"


@pytest.mark.parametrize("text", ["1,250.00 USD", "$1,250", "1,250 usd", "GBP 3", "5 \u00a3"])
def test_another_currency_is_refused_by_name(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_money(text, "EUR", BRITISH)
    assert refused.value.message.code == "money.currency"
    assert "in EUR" in Words().message(refused.value.message)


def test_shared_sign_is_the_negotiations_own_currency() -> None:
    assert parse_money("$5", "CAD", BRITISH) == 5


def test_cell_takes_the_value_of_its_issue() -> None:
    assert parse_value("1.48 EUR/can", PRICE, BRITISH, NOW) == Decimal("1.48")
    assert parse_value("\u20ac1.48", PRICE, BRITISH, NOW) == Decimal("1.48")
    assert parse_value("120k", VOLUME, BRITISH, NOW) == 120
    assert parse_value("30 %", UPFRONT, BRITISH, NOW) == 30
    assert parse_value("free HOUSE", TERMS, BRITISH, NOW) == "Free house"


@pytest.mark.parametrize(
    ("text", "issue", "code"),
    [
        ("1.48 USD/can", PRICE, "money.currency"),
        ("free", PRICE, "number.letters"),
        ("FOB", TERMS, "value.no_option"),
        ("32.1.2027", CLOSING, "day.unreadable"),
        ("soon", CLOSING, "day.unreadable"),
        ("<b>&<img src=file:///x>", PRICE, "number.letters"),
    ],
)
def test_cell_refuses_what_its_issue_cannot_take(text: str, issue: Issue, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_value(text, issue, BRITISH, NOW)
    assert refused.value.message.code == code


@pytest.mark.parametrize(
    "text", ["14 Mar 2027", "14 March", "14.3.", "14.03.27", "14/3/2027", "2027-03-14", "Mar 14, 2027", " 14-03-2027 "]
)
def test_cell_takes_a_day_in_every_usual_form(text: str) -> None:
    assert parse_value(text, CLOSING, BRITISH, NOW) == date(2027, 3, 14)


@pytest.mark.parametrize("region", REGIONS)
@given(
    number=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4),
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)),
)
def test_what_is_shown_can_be_typed_again(region: str, number: Decimal, day: date) -> None:
    for language in ("en", region[:2]):
        say = Words(language, region)
        marks = Marks.of(say)
        assert parse_number(say.number(number), marks) == number
        assert parse_value(say.day(day), CLOSING, marks, NOW) == day


@given(st.text(max_size=40))
def test_any_text_is_a_finite_number_or_refused(text: str) -> None:
    for issue in (PRICE, VOLUME, UPFRONT, CLOSING, TERMS):
        value: object = None
        try:
            value = parse_value(text, issue, BRITISH, NOW)
        except BadInput as error:
            sentence = Words().message(error.message)
            value = date.max if sentence.endswith(".") else None
        assert isinstance(value, (str, date)) or (isinstance(value, Decimal) and value.is_finite())
