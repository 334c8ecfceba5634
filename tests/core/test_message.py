"""tests: messages are kept and restored exactly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.message import Amount, Datum, Message, Points, Quantity, Share, decode, encode, message

numbers = st.decimals(allow_nan=False, allow_infinity=False)
plain: st.SearchStrategy[Datum] = st.one_of(
    st.text(),
    st.integers(),
    numbers,
    st.fractions(),
    st.dates(),
    st.builds(Amount, st.one_of(numbers, st.fractions()), st.just("EUR")),
    st.builds(Quantity, st.one_of(numbers, st.dates(), st.text()), st.text()),
    st.builds(Points, st.fractions()),
    st.builds(Share, st.fractions()),
)
messages = st.recursive(
    st.builds(lambda data: message("a.code", **data), st.dictionaries(st.sampled_from("abcd"), plain)),
    lambda inner: st.builds(
        lambda data: message("b.code", **data), st.dictionaries(st.sampled_from("abcd"), st.one_of(plain, inner))
    ),
    max_leaves=4,
)


@given(messages)
def test_a_message_survives_being_stored(found: Message) -> None:
    assert decode(encode(found)) == found


def test_digits_are_kept_as_they_were_entered() -> None:
    kept = decode(encode(message("x", price=Quantity(Decimal("1.50"), "EUR"), on=date(2026, 3, 14))))
    price = kept.data["price"]
    assert isinstance(price, Quantity)
    assert str(price.value) == "1.50"
    assert kept.data["on"] == date(2026, 3, 14)


def test_the_order_in_which_a_datum_is_stored_does_not_matter() -> None:
    data = {"a": {"unit": "EUR", "quantity": {"number": "1.50"}}, "b": {"currency": "EUR", "amount": {"number": "2"}}}
    assert decode({"code": "x", "data": data}) == message(
        "x", a=Quantity(Decimal("1.50"), "EUR"), b=Amount(Decimal(2), "EUR")
    )


def test_equal_messages_are_equal_and_hash_alike() -> None:
    one, other = message("x", share=Share(Fraction(1, 3))), message("x", share=Share(Fraction(2, 6)))
    assert one == other
    assert len({one, other}) == 1
    assert one != message("x", share=Share(Fraction(1, 2)))


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"code": "x"},
        {"code": "x", "data": []},
        {"code": "x", "data": {"a": {"unknown": 1}}},
        {"code": "x", "data": {"a": {"number": "words"}}},
        {"code": "x", "data": {"a": {"fraction": "1/0"}}},
        {"code": "x", "data": {"a": None}},
        {"code": "x", "data": {"a": {}}},
        {"code": "x", "data": {"a": {"quantity": {"number": "1"}}}},
        {"code": "x", "data": {"a": {"quantity": {"number": "1"}, "unit": 3}}},
        {"code": "x", "data": {"a": {"points": 3}}},
    ],
)
def test_anything_else_is_no_message(stored: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        decode(stored)
