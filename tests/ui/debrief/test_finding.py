"""tests: ui/debrief/finding.py - the title says what the deal came to, the line under it what it saved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.debrief import Debrief, Outcome
from core.line import Verb
from core.negotiation import Negotiation
from core.outcome import Result
from core.side import Side
from core.words import NO_BREAK, Words
from tests.core.cases import DAY, MOMENT, canned_food, changed, four_issues, issue, line, negotiation
from ui.debrief import finding

SAY = Words("en", "en_GB")


def first_case(**fields: object) -> Negotiation:
    agreed = line(1, Side.US, {1: "1.40", 2: 100}, verb=Verb.AGREE)
    return replace(changed(canned_food(lines=(agreed,)), 1, baseline=Decimal("1.46")), **fields)  # type: ignore[arg-type]


def title(found: Negotiation, outcome: Outcome = Outcome.AGREED) -> str:
    debrief = Debrief(negotiation_id=1, outcome=outcome, closed_at=MOMENT)
    return finding.title(Result(found, DAY), debrief, SAY).replace(NO_BREAK, " ")


def remarks(found: Negotiation) -> str:
    return finding.remarks(Result(found, DAY), None, SAY).replace(NO_BREAK, " ")


def test_the_first_case_of_the_article_in_one_sentence() -> None:
    assert title(first_case()) == "Agreed at 1.40 EUR/can with 100 % prepaid: 95.8, above the BATNA at 95.2"
    assert remarks(first_case()) == (
        "6,000.00 EUR less than the baseline on Price; the other terms cost 882.78 EUR, net 5,117.22 EUR better."
    )


def test_without_the_switching_cost_it_is_below_the_batna() -> None:
    found = replace(first_case(), alternatives=canned_food(switching_cost=0).alternatives)
    assert title(found).endswith(": 95.8, below the BATNA at 100.0")


def test_without_batna_or_baseline_nothing_is_claimed() -> None:
    found = changed(replace(first_case(), alternatives=()), 1, baseline=None)
    assert title(found).endswith("95.8, with no BATNA to hold it against")
    assert remarks(found) == "There is no baseline, so a saving cannot be claimed."
    assert remarks(four_issues()).startswith("There is no unit price, so a saving cannot be claimed. Open: Price,")


def test_a_price_that_rose_is_told_as_it_is() -> None:
    dear = changed(first_case(), 1, baseline=Decimal("1.30"))
    assert remarks(dear).startswith("10,000.00 EUR more than the baseline on Price; ")
    assert remarks(dear).endswith("net 10,882.78 EUR worse.")
    assert "Price as at the baseline" in remarks(changed(first_case(), 1, baseline=Decimal("1.40")))


def test_no_deal_and_adjourned_have_titles_of_their_own() -> None:
    assert title(first_case(), Outcome.NO_DEAL) == "No deal: the BATNA, Other supplier, is worth 95.2"
    assert title(replace(first_case(), alternatives=()), Outcome.NO_DEAL) == "No deal"
    assert title(first_case(), Outcome.ADJOURNED) == "Adjourned with 2 of 2 issues agreed"


def test_what_cannot_be_valued_says_why() -> None:
    found = negotiation(issue(1, "Price", 1, 2, 0), lines=(line(1, Side.US, {1: 1}, verb=Verb.AGREE),))
    assert title(found) == "Agreed with price 1"
    assert remarks(found).endswith(SAY.message(Result(found, DAY).valuation.obstacle))  # type: ignore[arg-type]


def test_an_open_term_makes_the_value_a_range() -> None:
    found = replace(first_case(), lines=(line(1, Side.US, {1: "1.40"}, verb=Verb.AGREE),))
    assert title(found) == "Agreed at 1.40 EUR/can: 95.8 to 100.0, above the BATNA at 95.2"
    assert remarks(found).endswith("Open: Prepaid.")


@pytest.mark.parametrize("name", ["x" * 500, "<b>&<img src=file:///x>", "שלום", "a\nb"])
def test_any_name_stands_in_the_title(name: str) -> None:
    found = changed(first_case(), 2, name=name)
    assert len(title(found)) < 200
    assert "\n" not in title(found)


def test_many_names_are_counted() -> None:
    many = [issue(each, f"Issue {each}", 0, 1, 1) for each in range(1, 41)]
    assert finding.listed(many, SAY) == "Issue 1, Issue 2, Issue 3, Issue 4 and 36 more"
