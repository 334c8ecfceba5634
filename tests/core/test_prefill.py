"""tests: what an earlier negotiation or a template lends, and what it must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.debrief import Debrief, Outcome
from core.issue import Option, ScaleKind
from core.negotiation import Negotiation, Weighting
from core.prefill import Prefill, from_earlier, from_template
from core.templates import CATEGORIES, template
from tests.core.cases import MOMENT, canned_food, four_issues, issue, negotiation, terms


def closed(subject: Negotiation, deal: dict[int, Any]) -> Negotiation:
    """Return a negotiation as it was signed."""
    debrief = Debrief(negotiation_id=1, outcome=Outcome.AGREED, deal=terms(deal), closed_at=MOMENT)
    return replace(subject, debrief=debrief)


def by_name(found: Prefill) -> dict[str, dict[str, Any]]:
    return {fields["name"]: fields for fields in found.issues}


def test_scales_weights_and_ladder_come_along_and_the_baseline_is_what_was_agreed() -> None:
    earlier = negotiation(
        issue(1, "Price", 100, 110, "0.5", step="0.01", unit="EUR", alias="p", fair=103, limit=106, baseline=108)
    )
    found = by_name(from_earlier(negotiation(), closed(earlier, {1: 104})))["Price"]
    assert found == {
        "name": "Price", "alias": "p", "kind": ScaleKind.NUMERIC, "unit": "EUR", "step": Decimal("0.01"),
        "is_volume": False, "best": Decimal(100), "worst": Decimal(110), "fair": Decimal(103), "limit": Decimal(106),
        "baseline": Decimal(104), "price_basis": Decimal(1), "weight": Decimal("0.5"),
    }  # fmt: skip


def test_without_a_deal_or_with_a_range_the_old_baseline_stays() -> None:
    earlier = negotiation(issue(1, "Price", 100, 110, 1, baseline=108))
    assert by_name(from_earlier(negotiation(), earlier))["Price"]["baseline"] == 108
    assert by_name(from_earlier(negotiation(), closed(earlier, {1: (104, 105)})))["Price"]["baseline"] == 108


def test_an_empty_grid_takes_the_way_of_weighing_too() -> None:
    found = from_earlier(negotiation(), canned_food())
    assert found.matter == {"weighting": Weighting.MONEY, "annual_rate": Decimal(8), "days_per_month": Decimal(30)}
    assert by_name(found)["Price"]["reference_quantity"] == 100_000
    own_rate = from_earlier(replace(negotiation(), annual_rate=Decimal(5)), canned_food())
    assert "annual_rate" not in own_rate.matter


def test_only_missing_issues_are_lent_and_weights_of_another_kind_stay_behind() -> None:
    now = negotiation(issue(1, " PRICE ", 1, 2, 5))
    found = from_earlier(now, canned_food())
    assert set(by_name(found)) == {"Prepaid"}
    assert found.matter == {}
    assert not {"weight", "money_worth"} & by_name(found)["Prepaid"].keys()
    alike = from_earlier(replace(now, weighting=Weighting.MONEY), canned_food())
    assert by_name(alike)["Prepaid"]["money_worth"] == Decimal("882.78")


def test_a_key_that_is_taken_stays_empty() -> None:
    now = negotiation(replace(issue(1, "Pallets", 1, 2, 5), alias="p"))
    assert "alias" not in by_name(from_earlier(now, canned_food()))["Price"]


def test_days_are_past_and_prices_in_another_currency_say_nothing() -> None:
    closing = issue(2, "Closing", date(2025, 1, 1), date(2025, 3, 1), 3, step=1, kind=ScaleKind.DATE)
    earlier = replace(negotiation(issue(1, "Price", 1, 2, 5, unit="EUR/t"), closing), currency="EUR")
    found = by_name(
        from_earlier(replace(negotiation(), currency="USD"), closed(earlier, {1: "1.5", 2: date(2025, 2, 1)}))
    )
    assert found["Price"] == {"name": "Price", "kind": ScaleKind.NUMERIC, "is_volume": False, "weight": Decimal(5)}
    assert set(found["Closing"]) == {"name", "kind", "step", "is_volume", "weight"}
    assert "money_worth" not in by_name(from_earlier(replace(negotiation(), currency="USD"), canned_food()))["Prepaid"]


def test_options_come_along_and_an_agreed_option_must_be_one_of_them() -> None:
    options = (Option("none", Decimal(0)), Option("full", Decimal(1)))
    earlier = negotiation(issue(1, "Promotion", weight=1, kind=ScaleKind.OPTIONS, options=options))
    assert by_name(from_earlier(negotiation(), closed(earlier, {1: "full"})))["Promotion"]["baseline"] == "full"
    assert "baseline" not in by_name(from_earlier(negotiation(), closed(earlier, {1: "half"})))["Promotion"]


def test_a_template_lends_what_is_missing() -> None:
    found = from_template(negotiation(issue(1, "price", 1, 2, 5)), template("raw-material", "en", "EUR"))
    assert "Price" not in by_name(found)
    assert by_name(found)["Payment"] == {
        "name": "Payment", "alias": "pay", "kind": ScaleKind.NUMERIC, "unit": "days", "step": Decimal(1),
        "is_volume": False,
    }  # fmt: skip


NAMES = st.lists(st.sampled_from(["Price", "price", "Payment", "Volume", "Term", "Lead time"]), max_size=5)


@given(NAMES, NAMES, st.sampled_from(CATEGORIES))
def test_nothing_is_lent_twice_and_nothing_that_stands_is_touched(now: list[str], before: list[str], key: str) -> None:
    present = negotiation(*(issue(n, name, 1, 2, 1) for n, name in enumerate(now, 1)))
    earlier = negotiation(*(issue(n, name, 1, 2, 1) for n, name in enumerate(before, 1)))
    for found in (from_earlier(present, earlier), from_template(present, template(key, "en", "EUR"))):
        names = [fields["name"].casefold() for fields in found.issues]
        assert len(set(names)) == len(names)
        assert not set(names) & {name.casefold() for name in now}


def test_what_was_lent_once_is_not_lent_again() -> None:
    assert from_earlier(four_issues(), four_issues()) == Prefill()
