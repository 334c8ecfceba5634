"""tests: what is written on one line of a supplier's lists is read, and reads the same when it is written back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract import Contract, Spend
from core.cost import CostPart
from core.errors import BadInput
from core.side import Basis
from core.words import Words
from ui.suppliers import entries

TODAY = date(2026, 11, 24)
ENGLISH, GERMAN = Words(), Words(region="de_DE")
NAMES = st.text(alphabet="abc XYZ&(4)-", min_size=1, max_size=20).map(str.strip).filter(lambda text: text[:1].isalpha())
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def test_a_contract_is_read_with_all_that_may_be_said_of_it() -> None:
    text = "Frame, tins only, from 1 Jan 2025, until 31 Dec 2026, notice 90 days # with price list"
    assert entries.read_contract(text, ENGLISH, TODAY) == {
        "title": "Frame, tins only",
        "starts": date(2025, 1, 1),
        "ends": date(2026, 12, 31),
        "notice_days": 90,
        "note": "with price list",
    }


@pytest.mark.parametrize("text", ["", "until 31 Dec 2026", "Frame, until soon", "Frame, notice 1.5 days", "# a note"])
def test_a_contract_that_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(BadInput):
        entries.read_contract(text, ENGLISH, TODAY)


@given(NAMES, st.none() | DAYS, st.none() | DAYS, st.none() | st.integers(0, 999))
def test_a_contract_reads_as_it_was_written(
    title: str, starts: date | None, ends: date | None, notice: int | None
) -> None:
    contract = Contract(supplier_id=1, title=title, starts=starts, ends=ends, notice_days=notice, note="see file")
    for say in (ENGLISH, GERMAN):
        found = entries.read_contract(entries.contract_line(contract, say), say, TODAY)
        assert Contract(supplier_id=1, **found) == contract


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("2025: 612,400.00 EUR", "612400.00", "EUR"),
        ("2025 612,400.00", "612400.00", "USD"),
        ("2025: gbp 7", "7", "GBP"),
    ],
)
def test_a_year_of_spend_is_read(text: str, amount: str, currency: str) -> None:
    found = entries.read_spend(text, ENGLISH, "USD")
    assert found == {"year": 2025, "amount": Decimal(amount), "currency": currency}


@pytest.mark.parametrize("text", ["", "2025", "much", "2025: much", "2025: -5 EUR", "25: 7"])
def test_a_year_of_spend_that_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(BadInput):
        entries.read_spend(text, ENGLISH, "EUR")


@given(st.integers(1900, 2999), st.decimals(0, 10**9, places=2), st.sampled_from(["EUR", "USD", "PLN"]))
def test_a_year_of_spend_reads_as_it_was_written(year: int, amount: Decimal, currency: str) -> None:
    spend = Spend(supplier_id=1, year=year, amount=amount, currency=currency)
    for say in (ENGLISH, GERMAN):
        found = entries.read_spend(entries.spend_line(spend, say), say, "GBP")
        assert Spend(supplier_id=1, **found) == spend


def test_a_cost_part_is_read_and_is_a_guess_of_the_day_given_unless_said_otherwise() -> None:
    assert entries.read_cost("Raw material 45 %", ENGLISH, TODAY, TODAY) == {
        "name": "Raw material", "share": Decimal(45), "on": TODAY, "basis": Basis.GUESS, "source": "",
    }  # fmt: skip
    found = entries.read_cost("Energy 10.5%, said, 18 Nov 2026 # letter", ENGLISH, TODAY, TODAY)
    assert (found["share"], found["basis"], found["on"], found["source"]) == (
        Decimal("10.5"), Basis.SAID, date(2026, 11, 18), "letter",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "Energy", "Energy much", "Energy 140 %", "Energy 10 %, whenever"])
def test_a_cost_part_that_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(BadInput):
        entries.read_cost(text, ENGLISH, TODAY, TODAY)


@given(NAMES, st.decimals(0, 100, places=2), DAYS, st.sampled_from(Basis))
def test_a_cost_part_reads_as_it_was_written(name: str, share: Decimal, on: date, basis: Basis) -> None:
    part = CostPart(supplier_id=1, on=on, name=name, share=share, basis=basis, source="their letter")
    for say in (ENGLISH, GERMAN):
        found = entries.read_cost(entries.cost_line(part, say), say, TODAY, TODAY)
        assert CostPart(supplier_id=1, **found) == part


@pytest.mark.parametrize("region", ["en_GB", "de_DE", "el_GR", "pl_PL"])
def test_the_examples_of_the_empty_lines_are_lines_that_can_be_read(region: str) -> None:
    say = Words("en", region)
    contract = entries.read_contract(entries.contract_example(say), say, TODAY)
    assert (contract["title"], contract["ends"], contract["notice_days"]) == ("Frame 2027", date(2027, 12, 31), 90)
    assert entries.read_spend(entries.spend_example(say, "USD"), say, "EUR")["currency"] == "USD"
    cost = entries.read_cost(entries.cost_example(say), say, TODAY, TODAY)
    assert (cost["name"], cost["share"], cost["basis"]) == ("Raw material", Decimal(45), Basis.SAID)
