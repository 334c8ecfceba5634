"""tests: the parts that the reasons share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from core.message import Message, message
from core.phrases import cut_middle, days, gap, joined, quantity, said, sentences
from core.term import Term
from core.words import Words
from tests.core.cases import issue

SAY = Words()


def spoken(found: object) -> str:
    return SAY.datum(found).replace("\u00a0", " ")


def test_a_value_carries_its_unit_only_where_it_is_a_number() -> None:
    price = issue(1, "Price", unit="EUR/can")
    assert spoken(quantity(price, Decimal("1.48"))) == "1.48 EUR/can"
    assert spoken(quantity(price, date(2026, 3, 14))) == "14 Mar 2026"
    assert spoken(quantity(price, "free")) == "free"
    assert spoken(said(price, Term(issue_id=1, value=Decimal("1.45"), upto=Decimal("1.48")))) == "1.45 to 1.48 EUR/can"


def test_a_gap_is_in_money_and_points_where_both_show() -> None:
    assert spoken(gap(Fraction(-1, 10), None, "EUR")) == "10.0 points"
    assert spoken(gap(Fraction(1, 10), Fraction(500), "EUR")) == "50.00 EUR (10.0 points)"
    assert spoken(gap(Fraction(1, 10**5), Fraction(10**6), "EUR")) == "10.00 EUR"
    assert spoken(gap(Fraction(1, 10**5), Fraction(10), "EUR")) == "less than 0.1 points"


def test_lists_and_sentences_are_chained() -> None:
    parts: list[Message] = [days(1), days(2), days(3)]
    assert spoken(joined("list.and", parts)) == "1 day, 2 days, 3 days"
    assert spoken(sentences(message("limit.clear"), None, message("minimum.none"))) == (
        "Within the limits. No minimum acceptable deal is set."
    )
    assert sentences(message("limit.clear"), None) == message("limit.clear")


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    found = {cut_middle(f"Warranty on parts and labour, site {number}", 28) for number in range(1, 21)}
    assert len(found) == 20
    assert "Warranty on part…ur, site 13" in found


@given(st.text(), st.integers(min_value=8, max_value=60))
def test_a_name_is_never_longer_and_a_short_one_is_left_alone(name: str, most: int) -> None:
    shown, flat = cut_middle(name, most), " ".join(name.split())
    assert len(shown) <= most
    assert (shown == flat) is (len(flat) <= most)
